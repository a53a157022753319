import { Router } from 'express'
import { type OpenDatabase, whatIsWrong, type Wrong } from '../database/connect.ts'

/** For monitoring: whether the process is alive, and whether it can work. */
export function healthRoutes(database: OpenDatabase): Router {
  const routes = Router()

  routes.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' })
  })

  routes.get('/readyz', async (_req, res) => {
    const wrong = await whatIsWrong(database)
    res.status(wrong ? 503 : 200).json({ status: wrong ? inWords[wrong] : 'ready' })
  })

  return routes
}

const inWords: Record<Wrong, string> = {
  away: 'The database does not answer',
  busy: 'The database is busy',
  'reads only': 'The database can only be read',
  'disk full': 'The disk is full',
  'lacks migrations': 'The database lacks migrations',
}

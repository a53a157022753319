import { Router } from 'express'
import type { OpenDatabase } from '../database/connect.ts'

/** For whoever watches the desk: alive, and able to work. */
export function healthRoutes(database: OpenDatabase): Router {
  const routes = Router()

  routes.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' })
  })

  routes.get('/readyz', async (_req, res) => {
    const ready = await database.isReady().catch(() => false)
    res
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'The database does not answer, or lacks migrations' })
  })

  return routes
}

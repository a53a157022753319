import { Router } from 'express'
import type { Database } from '../database/connect.ts'
import { retryJob } from '../queue/jobs.ts'
import { findQueue } from '../queue/queries.ts'
import { listUnread } from '../suggestions/queries.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId } from '../web/forms.ts'

/** The jobs in the background, for admins. */
export function queueRoutes(db: Database, wake: () => void): Router {
  const routes = Router()

  routes.get('/queue', async (req, res) => {
    permit(req, 'look after the queue')
    answer(req, res, 'queue', { ...(await findQueue(db)), readings: await listUnread(db) })
  })

  routes.post('/queue/:id/retry', async (req, res) => {
    permit(req, 'look after the queue')
    await retryJob(db, readId(req.params.id))
    wake()
    changed(req, res, '/queue', { notice: 'Trying it again.' })
  })

  return routes
}

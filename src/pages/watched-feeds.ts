import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/connect.ts'
import { lookNow, pauseFeed, removeFeed, watchFeed } from '../importing/feeds.ts'
import { listFeeds } from '../importing/queries.ts'
import { feedForm } from '../importing/schema.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId, receive } from '../web/forms.ts'

/** Feeds that the desk looks at by itself. `wake` tells the queue that there is something to do. */
export function watchedFeedRoutes(db: Database, wake: () => void): Router {
  const routes = Router()
  const path = '/watched-feeds'

  routes.get('/watched-feeds', async (req, res) => {
    permit(req, 'read drafts')
    await showAll(req, res)
  })

  routes.post('/watched-feeds', async (req, res) => {
    const { id: by } = permit(req, 'watch feeds')
    const given = await receive(req, feedForm.about(), (asked) => watchFeed(db, { ...asked, by }))
    if (!given.ok) return showAll(req, res)
    wake()
    changed(req, res, path, { id: given.result, notice: 'Watched. Its newest articles arrive as drafts in a moment.' })
  })

  routes.post('/watched-feeds/:id/look', async (req, res) => {
    permit(req, 'watch feeds')
    await lookNow(db, readId(req.params.id))
    wake()
    changed(req, res, path, { notice: 'Looking at it now. Reload this page in a moment.' })
  })

  routes.post('/watched-feeds/:id/pause', async (req, res) => {
    permit(req, 'watch feeds')
    await pauseFeed(db, readId(req.params.id))
    changed(req, res, path, { notice: 'Paused. “Look now” resumes it.' })
  })

  routes.post('/watched-feeds/:id/removal', async (req, res) => {
    permit(req, 'watch feeds')
    await removeFeed(db, readId(req.params.id))
    changed(req, res, path, { notice: 'No longer watched. Its documents stay.' })
  })

  return routes

  async function showAll(req: Request, res: Response): Promise<void> {
    answer(req, res, 'imports/feeds', { feeds: await listFeeds(db) })
  }
}

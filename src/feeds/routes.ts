import { type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { findOptionalSurvivor, findSourceName } from '../sources/queries.ts'
import { findOptionalSurvivor as findOptionalTopicSurvivor, findTopic } from '../topics/queries.ts'
import { leadOn } from '../web/answer.ts'
import { readId } from '../web/forms.ts'
import { atomType, type Told, writeAtom } from './atom.ts'
import { listNews, listSourceNews, listTopicNews } from './queries.ts'

/** News for feed readers: everything, one topic, one source. */
export function feedRoutes(db: Database, config: Config): Router {
  const routes = Router()

  routes.get('/feed.atom', async (_req, res) => {
    const title = 'What is new on record'
    send(res, { path: '/feed.atom', pagePath: '/', title, entries: await listNews(db) })
  })

  routes.get('/topics/:id/feed.atom', async (req, res) => {
    const id = readId(req.params.id)
    const survivor = await findOptionalTopicSurvivor(db, req.viewer, id)
    if (survivor) return leadOn(req, res, feedPath('topics', survivor.id))
    const { name } = await findTopic(db, req.viewer, id)
    const title = `Claims about ${name}`
    send(res, {
      path: feedPath('topics', id),
      pagePath: `/topics/${id}`,
      title,
      entries: await listTopicNews(db, id),
    })
  })

  routes.get('/sources/:id/feed.atom', async (req, res) => {
    const id = readId(req.params.id)
    const survivor = await findOptionalSurvivor(db, req.viewer, id)
    if (survivor) return leadOn(req, res, feedPath('sources', survivor.id))
    const { name } = await findSourceName(db, req.viewer, id)
    const entries = await listSourceNews(db, id)
    send(res, { path: feedPath('sources', id), pagePath: `/sources/${id}`, title: `What ${name} said`, entries })
  })

  function send(res: Response, told: Told): void {
    res.type(atomType).send(writeAtom(config, told))
  }

  return routes
}

function feedPath(room: 'topics' | 'sources', id: number): string {
  return `/${room}/${id}/feed.atom`
}

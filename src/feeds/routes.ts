import { type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { findOptionalSurvivor, findSourceName } from '../sources/queries.ts'
import { findOptionalSurvivor as findOptionalTopicSurvivor, findTopic } from '../topics/queries.ts'
import { leadOn } from '../web/answer.ts'
import { parseQuery, readId } from '../web/forms.ts'
import { atomType, jsonFeedType, type Told, writeAtom, writeJsonFeed } from './atom.ts'
import { FeedQuery } from './schema.ts'
import { listNews, listSourceNews, listTopicNews } from './queries.ts'

/** News for feed readers: everything, one topic, one source, as Atom and as JSON Feed. */
export function feedRoutes(db: Database, config: Config): Router {
  const routes = Router()

  for (const form of ['atom', 'json'] as const) {
    routes.get(`/feed.${form}`, async (req, res) => {
      const { before } = parseQuery(FeedQuery, req.query)
      const title = 'What is new on record'
      send(res, form, { path: `/feed.${form}`, pagePath: '/', title }, before, await listNews(db, before))
    })

    routes.get(`/topics/:id/feed.${form}`, async (req, res) => {
      const id = readId(req.params['id'])
      const { before } = parseQuery(FeedQuery, req.query)
      const survivor = await findOptionalTopicSurvivor(db, req.viewer, id)
      if (survivor) return leadOn(req, res, `/topics/${survivor.id}/feed.${form}`)
      const { name } = await findTopic(db, req.viewer, id)
      const head = { path: `/topics/${id}/feed.${form}`, pagePath: `/topics/${id}`, title: `Claims about ${name}` }
      send(res, form, head, before, await listTopicNews(db, id, before))
    })

    routes.get(`/sources/:id/feed.${form}`, async (req, res) => {
      const id = readId(req.params['id'])
      const { before } = parseQuery(FeedQuery, req.query)
      const survivor = await findOptionalSurvivor(db, req.viewer, id)
      if (survivor) return leadOn(req, res, `/sources/${survivor.id}/feed.${form}`)
      const { name } = await findSourceName(db, req.viewer, id)
      const head = { path: `/sources/${id}/feed.${form}`, pagePath: `/sources/${id}`, title: `What ${name} said` }
      send(res, form, head, before, await listSourceNews(db, id, before))
    })
  }

  type Head = Pick<Told, 'path' | 'pagePath' | 'title'>
  type Listed = Awaited<ReturnType<typeof listNews>>

  function send(res: Response, form: 'atom' | 'json', head: Head, before: number | undefined, listed: Listed): void {
    const told: Told = {
      ...head,
      path: before === undefined ? head.path : `${head.path}?before=${before}`,
      first: before === undefined ? undefined : head.path,
      entries: listed.entries,
      next: listed.next === undefined ? undefined : `${head.path}?before=${listed.next}`,
    }
    if (form === 'atom') res.type(atomType).send(writeAtom(config, told))
    else res.type(jsonFeedType).send(writeJsonFeed(config, told))
  }

  return routes
}

import { type Response, Router } from 'express'
import createError from 'http-errors'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { readId } from '../web/forms.ts'
import { findOptionalPart, listParts } from './queries.ts'
import { writeRobots, writeSitemap } from './sitemap.ts'

/** For search engines: the addresses of everything that readers may see. */
export function sitemapRoutes(db: Database, { baseUrl }: Config): Router {
  const routes = Router()

  routes.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(writeRobots(baseUrl))
  })

  routes.get('/sitemap.xml', async (_req, res) => {
    send(res, writeSitemap(baseUrl, 'sitemapindex', await listParts(db)))
  })

  routes.get('/sitemaps/:room/:part.xml', async (req, res) => {
    const places = await findOptionalPart(db, req.params.room, readId(req.params.part))
    if (!places) throw createError(404, 'There is no such part of the sitemap: /sitemap.xml lists them')
    send(res, writeSitemap(baseUrl, 'urlset', places))
  })

  return routes
}

/** Sent as bytes, which the page cache ignores: a search engine's visit would push every page out of it. */
function send(res: Response, xml: string): void {
  res.type('application/xml; charset=utf-8').send(Buffer.from(xml))
}

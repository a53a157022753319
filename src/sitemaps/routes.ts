import fs from 'node:fs'
import path from 'node:path'
import { type Response, Router } from 'express'
import createError from 'http-errors'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { readId } from '../web/forms.ts'
import { findOptionalPart, listParts } from './queries.ts'
import { writeRobots, writeSitemap } from './sitemap.ts'
import { writeOpenSearch, writeSecurity } from './well-known.ts'

const icon = fs.readFileSync(path.join(import.meta.dirname, '../browser/icon.ico'))

/** For search engines and browsers: the addresses of everything that readers may see, and what is asked of every site. */
export function sitemapRoutes(db: Database, config: Config): Router {
  const routes = Router()
  const { baseUrl, securityContact } = config

  routes.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(writeRobots(baseUrl))
  })

  routes.get('/opensearch.xml', (_req, res) => {
    res.type('application/opensearchdescription+xml; charset=utf-8').send(writeOpenSearch(config))
  })

  routes.get('/.well-known/security.txt', (_req, res) => {
    if (securityContact === undefined) throw createError(404, 'This desk names nobody to report a security problem to')
    res.type('text/plain').send(writeSecurity(config, securityContact))
  })

  /** Browsers ask for it besides what a page names. */
  routes.get('/favicon.ico', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=86400').type('image/x-icon').send(icon)
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

import './request.ts'
import type { RequestHandler, Router } from 'express'
import { listRoutes } from './methods.ts'

const asked = /^(\/.+)\.(json|jsonl|csv)$/
/** These have endings of their own. */
const apart = /^\/(?:assets|annotations)\/|^\/(?:healthz|readyz)\.|\/feed\.json$/

/**
 * "/claims.json", "/claims/417.csv": the address of a page with the form of its data, for clients that send no `Accept`
 * or accept everything. It runs before the routes, which see the page's address.
 */
export function dataAddresses(routers: Router[]): RequestHandler {
  const own = new Set(listRoutes(routers).map(({ path }) => path))
  return (req, _res, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(req.method) || own.has(req.path) || apart.test(req.path)) return next()
    const [, page, form] = asked.exec(req.path) ?? []
    if (page === undefined) return next()
    req.dataForm = form as 'json' | 'jsonl' | 'csv'
    req.url = page + req.url.slice(req.path.length)
    next()
  }
}

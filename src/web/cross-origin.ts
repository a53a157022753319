import './request.ts'
import type { Request, RequestHandler, Response } from 'express'
import onHeaders from 'on-headers'
import { isPersonal } from './for-whom.ts'

/*
 * What programs in pages of other sites may read and send: docs/decisions/cross-origin.md.
 */

const exposed = [
  'Accept-Post, Allow, Content-Location, ETag, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy',
  'Retry-After, Vary, WWW-Authenticate',
].join(', ')

const preflight = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, If-None-Match, Slug, Prefer, Accept, Idempotency-Key',
  'Access-Control-Max-Age': '86400',
}

/**
 * Lets other sites' pages read all data that readers may see, and what a token may: their cookies never count, so no
 * page elsewhere acts for somebody who is signed in here. It runs before everything that looks at cookies.
 */
export function acrossOrigins(baseUrl: string): RequestHandler {
  const { origin } = new URL(baseUrl)
  return (req, res, next) => {
    const isForeign = isFromElsewhere(req, origin)
    // A form of another site is refused later, with a page that says so.
    req.isFromElsewhere = isForeign && !req.headers.accept?.includes('text/html')
    if (req.method === 'OPTIONS' && req.get('Access-Control-Request-Method') !== undefined) {
      res.set(preflight).status(204).end()
      return
    }
    if (isForeign && ['GET', 'HEAD'].includes(req.method)) delete req.headers.cookie
    onHeaders(res, () => {
      if (!isReadElsewhere(res)) return
      res.set('Access-Control-Allow-Origin', '*').set('Access-Control-Expose-Headers', exposed)
      res.set('Cross-Origin-Resource-Policy', 'cross-origin')
    })
    next()
  }
}

/** Browsers name the origin of a page that reads another site, and omit it where a page reads its own. */
function isFromElsewhere(req: Request, origin: string): boolean {
  const from = req.get('Origin')
  return from !== undefined && from !== origin && req.get('Sec-Fetch-Site') !== 'same-origin'
}

/** Data, not pages: for everybody, or for the holder of a token. */
function isReadElsewhere(res: Response): boolean {
  if (isPersonal(res) && !res.req.bearsToken) return false
  const type = String(res.getHeader('Content-Type') ?? '')
  return !type.startsWith('text/html') && !type.startsWith('text/css')
}

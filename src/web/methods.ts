import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Router } from 'express'
import createError from 'http-errors'

/** Every route of the app, with its path as written and its methods; tests use it, too. */
export function listRoutes(routers: Router[]): { method: string; path: string }[] {
  return routers.flatMap((router) =>
    router.stack.flatMap(({ route }) =>
      route ? route.stack.map((layer) => ({ method: layer.method.toUpperCase(), path: route.path })) : [],
    ),
  )
}

/** Answers OPTIONS with the methods of an address and no body, where its room does not do so itself. */
export function tellMethods(routers: Router[]): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'OPTIONS') return next()
    const allowed = methodsAt(routers, req.path)
    if (allowed.size === 0 || allowed.has('OPTIONS')) return next()
    res
      .set({ Allow: [...allowed, 'OPTIONS'].join(', '), 'Content-Length': '0' })
      .status(200)
      .end()
  }
}

function methodsAt(routers: Router[], path: string): Set<string> {
  const allowed = new Set<string>()
  for (const router of routers) {
    for (const { route, match } of layersOf(router)) {
      if (!route || !match(path)) continue
      for (const { method } of route.stack) allowed.add(method.toUpperCase())
    }
  }
  if (allowed.has('GET')) allowed.add('HEAD')
  // In one order, whichever room has which.
  const order = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD']
  return new Set([...allowed].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
}

/** Runs after all routes: an address that exists under another method is a 405, any other a 404. */
export function nothingHere(routers: Router[]): RequestHandler {
  return (req, res, next) => {
    const allowed = methodsAt(routers, req.path)
    if (allowed.size === 0) return next(createError(404, 'There is nothing at this address'))

    res.set('Allow', [...allowed].join(', '))
    next(createError(405, `This address does not take ${req.method}; it takes ${[...allowed].join(', ')}`))
  }
}

function layersOf(router: Router) {
  return router.stack.map((layer) => ({
    route: layer.route,
    match: (path: string) => (layer as unknown as { match(path: string): boolean }).match(path),
  }))
}

/** Only forms and JSON are accepted; any other type gets an error instead of counting as an empty form. */
export const readableBodiesOnly: RequestHandler = (req, _res, next) => {
  // A room that accepts other types has read its own before this.
  const isRead = req.body !== undefined || req.is(['application/x-www-form-urlencoded', 'application/json'])
  next(
    hasBody(req) && !isRead
      ? createError(415, 'Send application/json or application/x-www-form-urlencoded')
      : undefined,
  )
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** `OPTIONS *` asks about the desk as a whole; with any other method a star is no address. */
export const addressesOnly: RequestHandler = (req, res, next) => {
  if (req.url !== '*') return next()
  if (req.method !== 'OPTIONS') return next(createError(400, 'This address cannot be read'))
  res.set('Allow', 'GET, HEAD, POST, PUT, DELETE, OPTIONS').status(204).end()
}

/** No text in the database can contain it, so no address with it can exist. */
export const noNullCharacter: RequestHandler = (req, _res, next) => {
  next(
    req.url.includes('%00')
      ? createError(400, 'This address has a character in it (NUL) that no text can have')
      : undefined,
  )
}

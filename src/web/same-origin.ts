import type { RequestHandler } from 'express'
import createError from 'http-errors'

/**
 * Refuses writes that another site's page sends with a person's cookie. Sound together with SameSite=Lax cookies, no
 * GET that writes, and BASE_URL being the public origin: docs/decisions/csrf-by-headers.md.
 */
export function sameOriginOnly(baseUrl: string): RequestHandler {
  const { origin } = new URL(baseUrl)
  return (req, _res, next) => {
    // Only programs send a token, never a browser by itself, and no cookie is read beside it.
    if (req.bearsToken || ['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next()
    const site = req.get('Sec-Fetch-Site')
    const from = req.get('Origin')
    const isOurs =
      site === undefined ? from === undefined || from === origin : site === 'same-origin' || site === 'none'
    if (!isOurs) req.refused = 'to send a form from another site'
    next(
      isOurs
        ? undefined
        : createError(403, 'This form was sent from another site. Open the page here and send it again'),
    )
  }
}

import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import { findCookie, isSecure, secureCookie, type Site } from '../../web/cookies.ts'
import { isSameSecret } from '../../web/same-secret.ts'

/*
 * A cookie that marks a browser in which this account has signed in before. It admits nobody; it only gives password
 * guesses a counter of their own. There is one cookie for each account, so that colleagues may share a browser.
 */

/** Four hundred days, the longest time that browsers keep a cookie. */
const lifetime = 400 * 24 * 60 * 60 * 1000

/** The browser's mark for this account, if it has one that we signed. */
export function findKnownBrowser(req: Request, email: string, { secret, ...site }: Signer): string | undefined {
  const [id, signature] = findCookie(req, nameFor(email, site))?.split('.') ?? []
  if (!id || !signature) return undefined
  return isSameSecret(signature, sign(email, id, secret)) ? id : undefined
}

/** After a sign-in. Sent to the sign-in page only. */
export function markKnownBrowser(req: Request, res: Response, email: string, { secret, ...site }: Signer): void {
  const id = findKnownBrowser(req, email, { secret, ...site }) ?? randomBytes(16).toString('base64url')
  res.cookie(nameFor(email, site), `${id}.${sign(email, id, secret)}`, {
    path: '/session',
    maxAge: lifetime,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(site),
  })
}

type Signer = Site & { secret: string }

function nameFor(email: string, site: Site): string {
  return secureCookie(`known_${createHash('sha256').update(email).digest('hex').slice(0, 16)}`, site)
}

function sign(email: string, id: string, secret: string): string {
  return createHmac('sha256', secret).update(`known browser\0${email}\0${id}`).digest('base64url')
}

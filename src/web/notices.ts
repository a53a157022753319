import './request.ts'
import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { findCookie, hostCookie, isSecure, type Site } from './cookies.ts'
import { chooseFormat, pageWithLinkedData } from './negotiation.ts'
import { isSameSecret } from './same-secret.ts'

/*
 * A sentence that is shown once, on the next page. A signed cookie carries it there. In the session it would cost two
 * more writes for each change, and a session for people who have none.
 */

/** With the prefix of `hostCookie` where the desk uses https. */
export const noticeCookie = 'on_record_notice'

/** In milliseconds: somebody who opens no page for that long has moved on. */
const shownWithin = 10 * 60 * 1000
/**
 * Browsers drop a cookie of more than 4096 bytes; base64 takes four bytes for every three of the sentence, plus the
 * signature.
 */
const mostBytes = 2700

/**
 * Gives pages the notice left for them, and deletes it once a page shows it; `leaveNotice` leaves the next. With a
 * token, no cookie is read or set.
 */
export function notices(site: Site, secret: string): RequestHandler {
  const name = hostCookie(noticeCookie, site)
  const options = { httpOnly: true, sameSite: 'lax', secure: isSecure(site), path: '/' } as const
  const sign = (text: string) => createHmac('sha256', secret).update(`notice ${text}`).digest('base64url')

  return (req, res, next) => {
    const notice = req.bearsToken ? undefined : read(req, name, sign)
    res.locals['notice'] = notice
    const isShown = notice !== undefined && req.method === 'GET' && chooseFormat(req, pageWithLinkedData) === 'html'
    if (isShown) res.clearCookie(name, options)
    req.leaveNotice = (sentence) => {
      req.noticeLeft = sentence
      if (req.bearsToken) return
      const text = Buffer.from(cut(sentence)).toString('base64url')
      // A cookie deleted above, or set before, must not be sent as well.
      const others = [res.getHeader('Set-Cookie') ?? []].flat().map(String)
      res.removeHeader('Set-Cookie')
      for (const other of others) if (!other.startsWith(`${name}=`)) res.append('Set-Cookie', other)
      res.cookie(name, `${text}.${sign(text)}`, { ...options, maxAge: shownWithin })
    }
    next()
  }
}

function read(req: Request, name: string, sign: (text: string) => string): string | undefined {
  const [text, signature] = findCookie(req, name)?.split('.') ?? []
  if (!text || !signature || !isSameSecret(signature, sign(text))) return undefined
  return Buffer.from(text, 'base64url').toString()
}

/** As many whole letters as a cookie holds. */
function cut(sentence: string): string {
  const bytes = Buffer.from(sentence)
  if (bytes.length <= mostBytes) return sentence
  const whole = new TextDecoder().decode(bytes.subarray(0, mostBytes), { stream: true })
  return `${whole}…`
}

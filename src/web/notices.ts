import './request.ts'
import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { findCookie, hostCookie, isSecure, type Site } from './cookies.ts'
import { chooseFormat, pageWithLinkedData } from './negotiation.ts'
import { isSameSecret } from './same-secret.ts'

/*
 * A sentence that is shown once, on the next page. A signed cookie carries it there, since in the session it would be two
 * writes more for each change, and a session for whoever has none.
 */

/** By https with the prefix of `hostCookie`. */
export const noticeCookie = 'on_record_notice'

/** In milliseconds: who opens no page for so long has other things in mind by then. */
const shownWithin = 10 * 60 * 1000
/** Browsers drop a cookie of more than 4096 bytes; the sentence takes four for every three, and has a signature. */
const mostBytes = 2700

/**
 * Tells pages what was left for them, and lets go of it where one is shown; `leaveNotice` leaves the next. Beside a token no
 * cookie is read or set.
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
      // What was let go of above, or left before, is not sent besides.
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

/** As much of it as a cookie holds, in whole letters. */
function cut(sentence: string): string {
  const bytes = Buffer.from(sentence)
  if (bytes.length <= mostBytes) return sentence
  const whole = new TextDecoder().decode(bytes.subarray(0, mostBytes), { stream: true })
  return `${whole}…`
}

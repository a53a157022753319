import '../../web/request.ts'
import type { Request, RequestHandler, Response } from 'express'
import type { SignInBook, Tried } from '../sign-in-book.ts'

/** Tells the admins' book of what the policy, a limit or a token's check refused. What people typed is told by the rooms. */
export function noteRefusals(book: SignInBook): RequestHandler {
  return (req, res, next) => {
    res.on('finish', () => {
      const tried = refusalOf(req, res)
      if (tried) book.noteOf(req, { ...tried, accountId: req.viewer?.id ?? null })
    })
    next()
  }
}

function refusalOf(req: Request, { statusCode }: Response): Tried | undefined {
  if (statusCode === 401 && req.bearsToken && !req.viewer) return { kind: 'bad_token' }
  if (statusCode === 429 && req.path !== '/session') return { kind: 'too_many', about: 'requests' }
  // A reader who comes to a page of the desk is shown the way in, and has done nothing.
  const isLookedAt = !req.viewer && (req.method === 'GET' || req.method === 'HEAD')
  return req.refused === undefined || isLookedAt ? undefined : { kind: 'refused', about: req.refused }
}

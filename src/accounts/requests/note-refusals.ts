import '../../web/request.ts'
import type { Request, RequestHandler, Response } from 'express'
import type { SignInBook, Tried } from '../sign-in-book.ts'

/** Records refusals by the policy, a limit or the token check in the sign-in log. The rooms record failed sign-ins. */
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
  // A reader who opens a page of the desk is sent to the sign-in, and has done nothing wrong.
  const isLookedAt = !req.viewer && (req.method === 'GET' || req.method === 'HEAD')
  return req.refused === undefined || isLookedAt ? undefined : { kind: 'refused', about: req.refused }
}

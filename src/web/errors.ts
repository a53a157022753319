import type { ErrorRequestHandler, Request, Response } from 'express'
import createError from 'http-errors'
import { Prisma } from '../database/client/client.ts'
import { DoneBefore, Full, LinkGone, Refused, Stale, TooSoon } from '../refused.ts'
import { type Trouble, troubleOf } from '../database/trouble.ts'
import { localPart } from '../words/addresses.ts'
import { wantsJson, wantsProblem } from './answer.ts'
import { type Problem, sendProblem } from './problem.ts'
import type { Kept } from './request.ts'

/** The only place where an error becomes an answer: a page for people, application/problem+json for programs. */
export const showError: ErrorRequestHandler = async (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const problem = toProblem(error)
  if (problem.status >= 500) req.log.error(error)
  const isRefusedToken = problem.status === 401 && req.bearsToken
  const isForProgram = wantsJson(req) || isRefusedToken || req.isFromElsewhere === true
  const kept = isForProgram ? undefined : await keepWords(req)
  if (problem.status === 401 && !isForProgram && !wantsProblem(req)) {
    const back = req.method === 'GET' ? req.originalUrl : (req.stamp?.page ?? req.get('Referer') ?? '/')
    if (kept === 'until sign-in') req.leaveNotice('Your words are kept. Sign in to go on.')
    if (kept === 'for their writer') req.leaveNotice(closed)
    res.redirect(303, `/session?next=${encodeURIComponent(localPart(back))}`)
    return
  }

  res.status(problem.status)
  if (error instanceof TooSoon || error instanceof Full) res.set('Retry-After', String(error.seconds))
  if (isForProgram || wantsProblem(req)) sendProblem(res, problem)
  else showPage(req, res, problem, kept)
}

const closed =
  'Your account was closed while you worked, and nothing was changed. Your words are kept: ask an admin of this newsroom.'

/** While the database is away the words are not kept, and no page says that they are. */
async function keepWords(req: Request): Promise<Kept> {
  try {
    return await req.keepWords?.()
  } catch (failure) {
    req.log.error(failure)
    return undefined
  }
}

function showPage(req: Request, res: Response, problem: Problem, kept: Kept): void {
  res.render('error', { problem, kept }, (failure: Error | null, html?: string) => {
    if (!failure) {
      res.send(html)
      return
    }
    req.log.error(failure)
    res.type('text/plain').send(`${problem.status} ${problem.detail}`)
  })
}

function toProblem(error: unknown): Problem {
  if (error instanceof TooSoon) return { detail: error.message, status: 429, errors: error.fields }
  if (error instanceof Full) return { detail: error.message, status: 503, errors: error.fields }
  if (error instanceof Refused) return { detail: error.message, status: 422, errors: error.fields }
  if (error instanceof LinkGone) return { detail: error.message, status: error.was === 'gone' ? 410 : 404 }
  if (error instanceof DoneBefore) return { detail: error.message, status: 409 }
  if (error instanceof Stale) return { detail: error.message, status: 409 }
  if (createError.isHttpError(error)) {
    const { errors } = error as createError.HttpError & { errors?: Record<string, string[]> }
    return { detail: wordsFor(error), status: error.status, ...(errors && { errors }) }
  }
  const trouble = troubleOf(error)
  if (trouble) return troubles[trouble]
  if (error instanceof Prisma.PrismaClientKnownRequestError) return fromDatabase(error)
  if (error instanceof URIError) return { detail: 'This address cannot be read', status: 400 }
  return {
    detail: 'Something went wrong on our side',
    status: 500,
  }
}

/** Whether the error means that the thing does not exist, or not for this user. */
export function isMissing(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025'
}

const troubles: Record<Trouble, Problem> = {
  away: { detail: 'The database does not answer. Wait a moment and try again', status: 503 },
  busy: { detail: 'The database is busy. Wait a moment and try again', status: 503 },
  'reads only': { detail: 'Nothing can be changed at the moment, only read. Wait a moment and try again', status: 503 },
  'disk full': {
    detail:
      'The disk is full, and nothing was saved. Ask the people who run this desk to free some space, and try again',
    status: 507,
  },
}

function fromDatabase(error: Prisma.PrismaClientKnownRequestError): Problem {
  if (isMissing(error)) return { detail: 'There is nothing at this address', status: 404 }
  if (error.code === 'P2002') {
    return { detail: 'Somebody was quicker: this is there already. Open the page again and look', status: 409 }
  }
  if (error.code === 'P2003') {
    return { detail: 'What this belongs to is not there any more. Open the page again and look', status: 409 }
  }
  return { detail: 'Something went wrong on our side', status: 500 }
}

/** The body parsers' messages are for programmers; this says the same to the person who sent the form. */
function wordsFor(error: createError.HttpError): string {
  const { type } = error as createError.HttpError & { type?: string }
  if (type === 'entity.parse.failed') return 'The body is not valid JSON'
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return 'Send the body as UTF-8, uncompressed or gzipped'
  return error.expose || error.status === 501 ? error.message : 'Something went wrong on our side'
}

import '../../web/request.ts'
import { createHash, createHmac } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import createError from 'http-errors'
import type { Database } from '../../database/connect.ts'
import { apart, takingAlong } from '../../database/taken-along.ts'
import { type Answer, claimSubmission, freeSubmission, letGo, markAsDone, settleSubmission } from '../submissions.ts'
import { findOptionalEvent } from '../../history/queries.ts'
import { wantsJson } from '../../web/answer.ts'
import { beforeEnd, isSuccess } from '../../web/before-end.ts'

/**
 * Processes a form that is sent twice, or a program's request repeated under its Idempotency-Key, only once; the second
 * gets the first one's answer. Changed words make it another form. The transaction of the change records that it is
 * done, whatever becomes of the answer: docs/decisions/sent-once.md.
 */
export function onlyOnce(db: Database, secret: string): RequestHandler {
  return async (req, res, next) => {
    const sent = identify(req, secret)
    if (!sent) return next()

    const claim = await claimSubmission(db, sent)
    if (claim.outcome === 'answered') return replay(req, res, claim.answer)
    if (claim.outcome === 'done') return tellDone(db, req, res, claim.eventId)
    if (claim.outcome === 'other') {
      throw createError(422, 'This Idempotency-Key came with other words before. Send these under a new one')
    }
    if (claim.outcome === 'busy') {
      throw createError(409, 'What you sent before is still being saved. Wait a moment, then check that it is there')
    }
    beforeEnd(res, (body) =>
      apart(async () => {
        try {
          if (isSuccess(res)) await settleSubmission(db, claim, answerOf(req, res, body))
          else await freeSubmission(db, claim)
        } catch (error) {
          await freeSubmission(db, claim)
          throw error
        } finally {
          letGo(db, claim)
        }
      }),
    )
    takingAlong(markAsDone(claim), next)
  }
}

/** The digest of a form's stamp, as it is stored. */
export function digestOf(...parts: (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function identify(req: Request, secret: string) {
  if (req.method !== 'POST' || !req.viewer) return undefined
  const accountId = req.viewer.id
  // Keyed, since submissions contain passwords: somebody who reads the table alone can't test guesses against it.
  const body = createHmac('sha256', secret)
    .update(`sent ${JSON.stringify(req.body ?? {})}`)
    .update(JSON.stringify((req.files ?? []).map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))))
    .digest('hex')
  const { formKey, originalUrl } = req

  const given = req.get('Idempotency-Key')
  if (given !== undefined) {
    if (given.length > 200) throw createError(400, 'An Idempotency-Key has at most 200 characters')
    return { accountId, key: digestOf('program', given, originalUrl), body, form: null }
  }
  // A stamp for another address is not this form's: it was only included so that its words are kept.
  if (formKey === undefined || (req.stamp && req.stamp.action !== originalUrl)) return undefined
  return { accountId, key: digestOf('form', formKey, originalUrl, body), body, form: digestOf(formKey) }
}

function answerOf(req: Request, res: Response, body: string | undefined): Answer {
  const isData = String(res.getHeader('Content-Type')).includes('json')
  // Something shown once is a secret, and is not stored.
  const isSecret = String(res.getHeader('Cache-Control')).includes('no-store')
  return {
    status: res.statusCode,
    location: res.get('Location') ?? null,
    notice: req.noticeLeft ?? null,
    answer: isData && !isSecret && body !== undefined ? body : null,
  }
}

function replay(req: Request, res: Response, { status, location, notice, answer }: Answer): void {
  const shownOnce = status === 201 && location === null && answer === null
  const missed = 'This was done already. What is shown once is not shown again: make another if you missed it'
  if (wantsJson(req)) {
    if (shownOnce) throw createError(409, missed)
    if (location !== null) res.location(location)
    if (answer !== null) res.status(status).type('json').send(answer)
    else res.json({ url: location, notice })
    return
  }
  if (shownOnce) req.leaveNotice(`${missed}.`)
  else if (notice !== null) req.leaveNotice(notice)
  res.redirect(303, location ?? req.stamp?.page ?? '/')
}

const shownOnce = ['account_invited', 'reset_made', 'token_made']

/** It was done, and its answer is unknown: redirects to the subject of its event. */
async function tellDone(db: Database, req: Request, res: Response, eventId: number | null): Promise<void> {
  const event = eventId === null ? null : await findOptionalEvent(db, req.viewer, eventId)
  const [thing] = event?.things ?? []
  const what = event ? ` – you ${event.did}${event.whom ? ` ${event.whom}` : ''}${thing ? ` ${thing.words}` : ''}` : ''
  const missed =
    event && shownOnce.includes(event.action) ? '. What is shown once is not shown again: make another' : ''
  const notice = `This was done when you sent it before, though the answer was lost${what}${missed}.`
  const url = thing?.path ?? (wantsJson(req) ? null : (req.stamp?.page ?? '/'))
  if (wantsJson(req)) {
    if (missed !== '') throw createError(409, notice.slice(0, -1))
    if (url !== null) res.location(url)
    res.json({ url, notice })
    return
  }
  req.leaveNotice(notice)
  res.redirect(303, url ?? '/')
}

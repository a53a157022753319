import '../../web/request.ts'
import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'
import type { Database } from '../../database/connect.ts'
import { apart } from '../../database/taken-along.ts'
import { dropDraft, keepDraft, keepPendingDraft, pendingFor, type DraftAddress, takeBackDrafts } from '../drafts.ts'
import { findDraftsFor } from '../queries.ts'
import { isDisabled } from '../../accounts/accounts.ts'
import { hasWords, type Words } from '../../words/asked.ts'
import { findOptionalKind } from '../../web/form-kinds.ts'
import { may } from '../../policy.ts'
import { lastingAddress } from '../../words/addresses.ts'
import { beforeEnd, isSuccess } from '../../web/before-end.ts'
import { lookUpBeside } from '../../web/beside.ts'
import type { Stamp } from '../../web/stamp.ts'
import type { Kept } from '../../web/request.ts'

/**
 * Fills forms from drafts, keeps the words of forms that are refused or fail, whatever the reason, and deletes them
 * when their form is sent.
 */
export function keptWords(db: Database): RequestHandler {
  return async (req, res, next) => {
    await takeBack(db, req)
    const { viewer } = req
    const mayKeep = may(viewer, 'keep drafts')
    if (viewer && mayKeep && (req.method === 'GET' || req.method === 'HEAD')) {
      const address = lastingAddress(req.originalUrl)
      lookUpBeside(req, res, async () => {
        const { drafts, unsent } = await findDraftsFor(db, { accountId: viewer.id, address })
        return { keptWords: drafts, unsent }
      })
    }

    const { stamp } = req
    // Another button may send the form elsewhere; then it is not finished.
    if (req.method === 'POST' && stamp && req.originalUrl !== '/drafts') {
      const address = addressOf(stamp)
      const words = { ...(req.body as Words) }
      const isWorthIt = isForWords(stamp, words) && (viewer === null || mayKeep)
      let kept: Kept
      req.keepWords = () => apart(async () => (kept ??= isWorthIt ? await keep(db, req, stamp, words) : undefined))
      if (viewer && viewer.id !== stamp.accountId && stamp.title !== '') {
        throw createError(403, `This form was opened by somebody else. You are ${viewer.name}: open the page again`)
      }

      beforeEnd(res, async () => {
        if (viewer?.id !== stamp.accountId || !mayKeep) return
        if (isSuccess(res)) return stamp.action === req.originalUrl ? apart(() => dropDraft(db, address)) : undefined
        if ([200, 409, 422].includes(res.statusCode)) await req.keepWords?.()
      })
    }
    next()
  }
}

export function addressOf({ accountId, page, form, action }: Stamp): DraftAddress {
  return { accountId, address: page, form, action }
}

/** Whether the words typed into this stamp's form are worth keeping. */
export function isForWords({ form, title }: Stamp, words: Words): boolean {
  return title !== '' && hasWords(findOptionalKind(form)?.fields, words)
}

async function takeBack(db: Database, req: Request): Promise<void> {
  const { pending } = req.session
  if (!pending || !req.viewer || !may(req.viewer, 'keep drafts')) return
  await takeBackDrafts(db, { accountId: req.viewer.id, secret: pending.secret })
  // If the session ended, its writer may still sign in here for a while.
  if (req.viewer.id === pending.for || pending.until < Date.now()) delete req.session.pending
}

async function keep(db: Database, req: Request, stamp: Stamp, values: Words): Promise<Kept> {
  const draft = { values, pageTitle: stamp.title }
  if (req.viewer?.id === stamp.accountId) return keepDraft(db, addressOf(stamp), draft)
  // Somebody whose account was disabled can't sign in now, but gets them when it is enabled again.
  if (!req.viewer && (await isDisabled(db, stamp.accountId))) {
    return (await keepDraft(db, addressOf(stamp), draft)) && 'for their writer'
  }
  const { secret } = (req.session.pending ??= {
    secret: randomBytes(24).toString('base64url'),
    until: Date.now() + pendingFor,
    for: stamp.accountId,
  })
  const isKept = await keepPendingDraft(db, addressOf(stamp), { ...draft, secret })
  if (!isKept) return undefined
  return req.viewer ? 'for their writer' : 'until sign-in'
}

import '../../web/request.ts'
import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { isOwnPassword, wrongPresent } from '../accounts.ts'
import type { Guesses } from '../guesses.ts'
import { findOwnAccount } from '../queries.ts'
import { noteConfirmed } from '../sessions.ts'
import type { SignInBook } from '../sign-in-book.ts'
import type { Database } from '../../database/connect.ts'
import type { Action } from '../../policy.ts'
import { Refused, TooSoon } from '../../refused.ts'
import { flatten, secret, type Words } from '../../words/asked.ts'
import { answer, permit, wantsJson } from '../../web/answer.ts'
import { defineForm } from '../../web/form-kinds.ts'
import { blankForm, type Form, submit } from '../../web/forms.ts'

/** So long after it was typed the password need not be typed again, in milliseconds. */
export const confirmedFor = 10 * 60 * 1000

const confirmForm = defineForm('confirm', z.object({ confirmPassword: secret(z.string().max(1000)) }))

/**
 * What lets others in, or shuts somebody out, takes that the person at the browser typed their password a moment ago;
 * otherwise they are asked for it, and what they sent goes on from there. `what` says what it is for: "invite a colleague".
 */
export function confirmFirst(db: Database, { guesses, book }: { guesses: Guesses; book: SignInBook }) {
  return (action: Action, what: string): RequestHandler =>
    async (req, res, next) => {
      const { id } = permit(req, action)
      const { confirmPassword, ...sent } = (req.body ?? {}) as Words
      // The room that goes on finds its own fields only.
      req.body = sent
      if (Date.now() - (req.signedIn?.confirmedAt?.getTime() ?? 0) < confirmedFor) return next()
      if (confirmPassword === undefined) {
        // They may leave the page that asks: what they typed is theirs to find again.
        await req.keepWords?.()
        return ask(req, res, { what, sent, form: { ...blankForm(), status: 403 } })
      }

      const form = await submit(confirmForm.schema, { confirmPassword }, async (given) => {
        const { email } = await findOwnAccount(db, id)
        await checkPassword(req, { email, id }, given.confirmPassword)
        await noteConfirmed(db, req.sessionID)
      })
      if (form.ok) return next()
      ask(req, res, { what, sent, form: { ...form, values: {} } })
    }

  async function checkPassword(req: Request, { email, id }: { email: string; id: number }, password: string) {
    // Whoever finds a desk unattended can't try words until one fits.
    const guesser = { email, address: req.ip ?? '', knownBrowser: `password ${req.sessionID}` }
    try {
      if (await guesses.limit(guesser, async () => (await isOwnPassword(db, id, password)) || undefined)) return
      book.noteOf(req, { kind: 'wrong_password', accountId: id, about: 'to confirm who they are' })
    } catch (error) {
      if (error instanceof TooSoon) book.noteOf(req, { kind: 'too_many', accountId: id, about: 'passwords' })
      throw error
    }
    throw new Refused({ confirmPassword: wrongPresent })
  }
}

function ask(req: Request, res: Response, { what, sent, form }: { what: string; sent: Words; form: Form }): void {
  const fields = [...flatten(sent)].flatMap(([name, values]) => values.map((value) => ({ name, value })))
  // It is the form that was sent which goes on, and its words are let go of when it is done.
  const page = { what, fields, action: req.originalUrl, goesOn: req.stamp?.form, back: req.stamp?.page ?? '/account' }
  // A page asks in its own words; a program has to be told.
  const isTold = form.status !== 403 || !wantsJson(req)
  const errors = isTold
    ? form.errors
    : { confirmPassword: [`Confirm that it is you to ${what}: send your password, too`] }
  req.sentForm = { ...form, name: confirmForm.about().name, errors }
  answer(req, res, 'accounts/confirm', page)
}

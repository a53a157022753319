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

/** How long a typed password counts as confirmed, in milliseconds. */
export const confirmedFor = 10 * 60 * 1000

const confirmForm = defineForm('confirm', z.object({ confirmPassword: secret(z.string().max(1000)) }))

/**
 * Actions that admit or exclude people need a password typed a moment ago. Otherwise a page asks for it and then sends
 * on what was submitted. `what` names the action: "invite a colleague".
 */
export function confirmFirst(db: Database, { guesses, book }: { guesses: Guesses; book: SignInBook }) {
  return (action: Action, what: string): RequestHandler =>
    async (req, res, next) => {
      const { id } = permit(req, action)
      const { confirmPassword, ...sent } = (req.body ?? {}) as Words
      // The room that handles it next should see only its own fields.
      req.body = sent
      if (Date.now() - (req.signedIn?.confirmedAt?.getTime() ?? 0) < confirmedFor) return next()
      if (confirmPassword === undefined) {
        // The person may leave that page, so what they typed is kept as a draft.
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
    // Otherwise somebody at an unattended browser could try passwords until one fits.
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
  // The original form is what continues, and its draft is deleted when it is done.
  const page = { what, fields, action: req.originalUrl, goesOn: req.stamp?.form, back: req.stamp?.page ?? '/account' }
  // The page has its own message; a program needs one.
  const isTold = form.status !== 403 || !wantsJson(req)
  const errors = isTold
    ? form.errors
    : { confirmPassword: [`Confirm that it is you to ${what}: send your password, too`] }
  req.sentForm = { ...form, name: confirmForm.about().name, errors }
  answer(req, res, 'accounts/confirm', page)
}

import { timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import createError from 'http-errors'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { Refused } from '../refused.ts'
import { answer, askAgain, changed } from '../web/answer.ts'
import { blankForm, parse, submit } from '../web/forms.ts'
import { signIn, signOut } from '../web/session.ts'
import { createFirstAccount, Credentials, findByCredentials, FirstAccount } from './accounts.ts'

/** Where to go on after signing in: an address of ours, so that nobody is led elsewhere. */
const next = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])/)
  .catch('/desk')

const Token = z.object({ token: z.string().max(200).catch('') })
const Setup = FirstAccount.extend(Token.shape)

export function accountRoutes(db: Database, setupToken: string | undefined): Router {
  const routes = Router()

  routes.get('/session', (req, res) => {
    answer(req, res, 'accounts/sign-in', { form: blankForm({ next: parse(z.object({ next }), req.query).next }) })
  })

  routes.post('/session', async (req, res) => {
    const form = await submit(Credentials.extend({ next }), req.body, async (credentials) => {
      const account = await findByCredentials(db, credentials)
      if (!account) throw new Refused({ form: 'This e-mail address and password do not belong together' })
      return { account, next: credentials.next }
    })
    if (!form.ok) {
      delete form.values['password']
      return askAgain(req, res, 'accounts/sign-in', { form })
    }
    await signIn(req, form.result.account.id)
    changed(req, res, form.result.next, { notice: `You are signed in as ${form.result.account.name}.` })
  })

  routes.post('/session/end', async (req, res) => {
    await signOut(req)
    res.clearCookie('on_record').redirect(303, '/')
  })

  routes.get('/setup', async (req, res) => {
    const { token } = parse(Token, req.query)
    await checkSetup(db, setupToken, token)
    answer(req, res, 'accounts/setup', { form: blankForm({ token }) })
  })

  routes.post('/setup', async (req, res) => {
    await checkSetup(db, setupToken, parse(Token, req.body ?? {}).token)
    const form = await submit(Setup, req.body, ({ token: _, ...account }) => createFirstAccount(db, account))
    if (!form.ok) {
      delete form.values['password']
      return askAgain(req, res, 'accounts/setup', { form })
    }
    if (!form.result) throw createError(404, 'There is nothing at this address')
    await signIn(req, form.result.id)
    changed(req, res, '/documents/new', {
      id: form.result.id,
      notice: 'The desk is yours. Bring in the first document.',
    })
  })

  return routes
}

/** The link works until the first account is made, and never without its secret. */
async function checkSetup(db: Database, expected: string | undefined, given: string): Promise<void> {
  const isRight =
    expected !== undefined &&
    given.length === expected.length &&
    timingSafeEqual(Buffer.from(given.padEnd(expected.length)), Buffer.from(expected))
  if (isRight && (await db.account.count()) === 0) return
  throw createError(404, 'There is nothing at this address')
}

import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import createError from 'http-errors'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { LinkGone, Refused, TooSoon } from '../refused.ts'
import { answer, changed } from '../web/answer.ts'
import { button, defineForm } from '../web/form-kinds.ts'
import { refuseTokens } from '../web/tokens.ts'
import { begin, parse, receive } from '../web/forms.ts'
import { findKnownBrowser, markKnownBrowser } from './requests/known-browser.ts'
import { isSameSecret } from '../web/same-secret.ts'
import { signIn, signOut } from './requests/session.ts'
import { createFirstAccount, Credentials, findByCredentials, FirstAccount, whoTried } from './accounts.ts'
import type { Guesses } from './guesses.ts'
import { acceptInvitation, findInvitation } from './invitations.ts'
import { isWithoutAccounts } from './queries.ts'
import { findReset, resetPassword } from './resets.ts'
import { invitationForm, newPasswordForm, SetupQuery, SignInQuery, TriedPassword } from './schema.ts'
import type { SignInBook } from './sign-in-book.ts'
import { judgePassword, limitJudging } from './strength.ts'

const signInForm = defineForm('sign-in', Credentials.extend(SignInQuery.shape))
const setupForm = defineForm('setup', FirstAccount.extend(SetupQuery.shape))

const noMatch = 'This e-mail address and password do not belong together'

type Needs = { config: Config; guesses: Guesses; book: SignInBook; secret: string; setupToken: string | undefined }

/** How people come in: with their password, or by a link that works once. */
export function accountRoutes(db: Database, { config, guesses, book, secret, setupToken }: Needs): Router {
  const routes = Router()
  const takeJudging = limitJudging()
  const signer = { secret, baseUrl: config.baseUrl }

  routes.get('/session', async (req, res) => {
    const form = begin(signInForm.about(), parse(SignInQuery, req.query))
    answer(req, res, 'accounts/sign-in', { form, isNew: await isWithoutAccounts(db) })
  })

  routes.post('/session', async (req, res) => {
    refuseTokens(req)
    const given = await receive(req, signInForm.about(), async ({ next, ...credentials }) => {
      const { email } = credentials
      const knownBrowser = findKnownBrowser(req, email, signer)
      const account = await checkCredentials(req, credentials, knownBrowser)
      if (!account || !(await signIn(req, db, config, account))) throw new Refused({ form: noMatch })
      if (knownBrowser === undefined) book.noteOf(req, { kind: 'new_browser', accountId: account.id })
      return { account, next }
    })
    if (!given.ok) return answer(req, res, 'accounts/sign-in', { isNew: await isWithoutAccounts(db) })
    const { account, next: to } = given.result
    markKnownBrowser(req, res, account.email, signer)
    changed(req, res, to, { notice: `You are signed in as ${account.name}.` })
  })

  async function checkCredentials(req: Request, credentials: Credentials, knownBrowser: string | undefined) {
    const { email } = credentials
    const guesser = { email, address: req.ip ?? '', knownBrowser }
    const tell = async (tooMany: boolean) => book.noteOf(req, { ...(await whoTried(db, email, tooMany)), typed: email })
    const account = await guesses
      .limit(guesser, () => findByCredentials(db, credentials))
      .catch(async (error: unknown) => {
        if (error instanceof TooSoon) await tell(true)
        throw error
      })
    if (!account) await tell(false)
    return account
  }

  routes.post('/session/end', async (req, res) => {
    refuseTokens(req)
    await signOut(req, res, config)
    res.redirect(303, '/')
  })

  routes.get('/invitation/:token', neverKept, async (req, res) => {
    const invitation = await findInvitation(db, req.params.token)
    const form = begin(invitationForm.about(), { name: invitation.name ?? '' })
    answer(req, res, 'accounts/invitation', { invitation, form })
  })

  routes.post('/invitation/:token', neverKept, async (req, res) => {
    refuseTokens(req)
    const invitation = await findInvitation(db, req.params.token)
    const accepted = await receive(req, invitationForm.about(), (chosen) =>
      acceptInvitation(db, { ...chosen, secret: req.params.token }),
    )
    if (!accepted.ok) return answer(req, res, 'accounts/invitation', { invitation })
    const { id, email, name } = accepted.result
    await signIn(req, db, config, accepted.result)
    markKnownBrowser(req, res, email, signer)
    changed(req, res, '/documents', { id, notice: `Welcome, ${name}. You are signed in.` })
  })

  routes.get('/reset/:token', neverKept, async (req, res) => {
    const { account } = await findReset(db, req.params.token)
    const form = begin(newPasswordForm.about(), {})
    answer(req, res, 'accounts/reset', { account: { name: account.name, email: account.email }, form })
  })

  routes.post('/reset/:token', neverKept, async (req, res) => {
    refuseTokens(req)
    const { account } = await findReset(db, req.params.token)
    const chosen = await receive(req, newPasswordForm.about(), ({ password }) =>
      resetPassword(db, { password, secret: req.params.token }),
    )
    if (!chosen.ok) {
      return answer(req, res, 'accounts/reset', { account: { name: account.name, email: account.email } })
    }
    await signIn(req, db, config, chosen.result)
    markKnownBrowser(req, res, account.email, signer)
    changed(req, res, '/account', { notice: 'Your password is changed, and you are signed in here alone.' })
  })

  /** Called while somebody types; sending the form repeats the same check. */
  routes.post('/password-strength', neverKept, async (req, res) => {
    req.isForPrograms = true
    const judged = await receive(req, button(TriedPassword), async ({ password, ...about }) => {
      await takeJudging(req.ip ?? '')
      return judgePassword(password, about)
    })
    if (!judged.ok) return answer(req, res, 'error', {})
    res.json(judged.result)
  })

  routes.get('/setup', async (req, res) => {
    const { token } = parse(SetupQuery, req.query)
    if (!(await isSetupLink(db, setupToken, token))) return sayWhereSetupIs(req, res, token, book)
    res.set('Cache-Control', 'no-store')
    answer(req, res, 'accounts/setup', { form: begin(setupForm.about(), { token }) })
  })

  routes.post('/setup', async (req, res) => {
    refuseTokens(req)
    const { token } = parse(SetupQuery, req.body ?? {})
    if (!(await isSetupLink(db, setupToken, token))) return sayWhereSetupIs(req, res, token, book)
    const made = await receive(req, setupForm.about(), ({ token: _, ...account }) => createFirstAccount(db, account))
    if (!made.ok) return answer(req, res, 'accounts/setup', {})
    if (!made.result) throw createError(404, 'There is nothing at this address')
    await signIn(req, db, config, made.result)
    markKnownBrowser(req, res, made.result.email, signer)
    changed(req, res, '/documents/new', {
      id: made.result.id,
      notice: 'The desk is yours. Import the first document.',
    })
  })

  /** A link that was used already may have been read by somebody else. */
  const noteLinks: ErrorRequestHandler = (error: unknown, req, _res, next) => {
    if (error instanceof LinkGone) {
      const which = req.path.startsWith('/reset') ? 'for a new password' : 'of an invitation'
      const about = `${which}, ${error.was === 'gone' ? 'used or no longer good' : 'unknown'}`
      book.noteOf(req, { kind: 'link', accountId: error.accountId ?? null, about })
    }
    next(error)
  }
  routes.use(noteLinks)

  return routes
}

/** A link may stop working at any moment, and its address is a secret. */
const neverKept: RequestHandler<{ token: string }> = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

/** The link works until the first account is made, and never without its secret. Throws 404 if there is an account. */
async function isSetupLink(db: Database, expected: string | undefined, given: string): Promise<boolean> {
  if (!(await isWithoutAccounts(db))) throw createError(404, 'There is nothing at this address')
  return expected !== undefined && isSameSecret(given, expected)
}

/** Somebody who comes to an empty desk has no other way to learn how to open it. */
function sayWhereSetupIs(req: Request, res: Response, given: string, book: SignInBook): void {
  const isWrongLink = given !== ''
  if (isWrongLink) {
    res.status(404)
    book.noteOf(req, { kind: 'link', about: 'of the first start, unknown' })
  }
  answer(req, res, 'accounts/no-account-yet', { isWrongLink })
}

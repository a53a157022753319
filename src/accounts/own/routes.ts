import { type Request, Router } from 'express'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/connect.ts'
import { Refused } from '../../refused.ts'
import { answer, askAgain, changed, permit, showOnce } from '../../web/answer.ts'
import { confirmFirst } from '../../web/confirm.ts'
import { blankForm, type Form, readId, submit } from '../../web/forms.ts'
import { signOut } from '../../web/session.ts'
import { changeOwnName, changeOwnPassword, isOwnPassword, signOutEverywhere, wrongPresent } from '../accounts.ts'
import type { Guesses } from '../guesses.ts'
import type { SignInBook } from '../sign-in-book.ts'
import { findOwnAccount } from '../queries.ts'
import { NewToken, nothing, OwnName, OwnPassword } from '../schema.ts'
import { endSession, endSessions, listSessions } from '../sessions.ts'
import { listTokens, makeToken, revokeToken, scopesFor } from '../tokens.ts'

type Needs = { guesses: Guesses; book: SignInBook }

/** One's own account: name, password, where one is signed in, and the tokens of one's programs. */
export function ownAccountRoutes(db: Database, config: Config, { guesses, book }: Needs): Router {
  const routes = Router()
  const confirmed = confirmFirst(db, { guesses, book })

  routes.get('/account', async (req, res) => {
    const { id } = permit(req, 'own account')
    answer(req, res, 'accounts/own', await ownPage(req, id))
  })

  routes.post('/account', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const form = await submit(OwnName, req.body, (data) => changeOwnName(db, { ...data, by }))
    if (!form.ok) return askAgain(req, res, 'accounts/own', { ...(await ownPage(req, by)), form, naming: form })
    changed(req, res, '/account', { notice: 'Your name is changed.' })
  })

  routes.post('/account/password', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const form = await submit(OwnPassword, req.body, async (data) => {
      const { email } = await findOwnAccount(db, by)
      // Whoever finds a desk unattended can't try words until one fits.
      const guesser = { email, address: req.ip ?? '', knownBrowser: `password ${req.sessionID}` }
      const isRight = await guesses.limit(guesser, async () => (await isOwnPassword(db, by, data.present)) || undefined)
      if (!isRight) {
        book.noteOf(req, { kind: 'wrong_password', accountId: by, about: 'to change the password' })
        throw new Refused({ present: wrongPresent })
      }
      await changeOwnPassword(db, { ...data, by, sid: req.sessionID })
    })
    if (!form.ok) {
      const emptied = { ...form, values: {} }
      return askAgain(req, res, 'accounts/own', { ...(await ownPage(req, by)), form: emptied, choosing: emptied })
    }
    changed(req, res, '/account', { notice: 'Your password is changed, and your other sessions are ended.' })
  })

  routes.post('/account/sessions/end', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const count = await endSessions(db, { accountId: by, butSid: req.sessionID, by })
    const notice = count === 0 ? 'You were signed in nowhere else.' : 'You are signed in here alone.'
    changed(req, res, '/account#sessions', { notice })
  })

  routes.post('/account/sessions/end-everywhere', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    await signOutEverywhere(db, { accountId: by, by })
    await signOut(req, res, config)
    changed(req, res, '/session', { notice: 'You are signed out everywhere, and your tokens are revoked.' })
  })

  routes.post('/account/sessions/:id/end', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const number = readId(req.params.id)
    const form = await submit(nothing, req.body, () => endSession(db, { accountId: by, number, by }))
    if (!form.ok) return askAgain(req, res, 'accounts/own', { ...(await ownPage(req, by)), form })
    changed(req, res, '/account#sessions', { notice: 'That session is ended.' })
  })

  routes.get('/account/tokens', async (req, res) => {
    const { id } = permit(req, 'own account')
    answer(req, res, 'accounts/tokens', {
      ...(await tokensPage(id)),
      form: blankForm({ scopes: ['read'], lasts: '90' }),
    })
  })

  routes.post('/account/tokens', confirmed('own account', 'make a token'), async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const form = await submit(NewToken, req.body, (data) => makeToken(db, { ...data, by }))
    if (!form.ok) return askAgain(req, res, 'accounts/tokens', { ...(await tokensPage(by)), form })
    showOnce(req, res, 'accounts/token-made', form.result)
  })

  routes.post('/account/tokens/:id/revocation', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const id = readId(req.params.id)
    const form = await submit(nothing, req.body, () => revokeToken(db, { id, accountId: by, by }))
    if (!form.ok) return askAgain(req, res, 'accounts/tokens', { ...(await tokensPage(by)), form })
    changed(req, res, '/account/tokens', { notice: 'The token is revoked: nothing can use it any more.' })
  })

  return routes

  async function ownPage(req: Request, id: number) {
    const [account, sessions] = await Promise.all([
      findOwnAccount(db, id),
      listSessions(db, id, config.sessions, req.sessionID),
    ])
    const naming: Form = blankForm({ name: account.name, revision: account.revision })
    return { account, sessions, naming, choosing: blankForm(), form: blankForm() }
  }

  async function tokensPage(id: number) {
    const [{ role }, tokens] = await Promise.all([findOwnAccount(db, id), listTokens(db, id)])
    return { tokens, scopes: scopesFor(role) }
  }
}

import { type Request, Router } from 'express'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/connect.ts'
import { Refused } from '../../refused.ts'
import { answer, changed, permit, showOnce } from '../../web/answer.ts'
import { confirmFirst } from '../requests/confirm.ts'
import { press } from '../../web/form-kinds.ts'
import { begin, readId, receive } from '../../web/forms.ts'
import { signOut } from '../requests/session.ts'
import {
  changeOwnKeys,
  changeOwnName,
  changeOwnPassword,
  isOwnPassword,
  signOutEverywhere,
  wrongPresent,
} from '../accounts.ts'
import type { Guesses } from '../guesses.ts'
import type { SignInBook } from '../sign-in-book.ts'
import { findOwnAccount } from '../queries.ts'
import { ownKeysForm, ownNameForm, ownPasswordForm, tokenForm } from '../schema.ts'
import { endSession, endSessions, listSessions } from '../sessions.ts'
import { listTokens, makeToken, revokeToken, scopesFor } from '../tokens.ts'

type Needs = { guesses: Guesses; book: SignInBook }

/** One's own account: name, password, sessions and API tokens. */
export function ownAccountRoutes(db: Database, config: Config, { guesses, book }: Needs): Router {
  const routes = Router()
  const confirmed = confirmFirst(db, { guesses, book })

  routes.get('/account', async (req, res) => {
    const { id } = permit(req, 'own account')
    answer(req, res, 'accounts/own', await ownPage(req, id))
  })

  routes.post('/account', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const given = await receive(req, ownNameForm.about(), (data) => changeOwnName(db, { ...data, by }))
    if (!given.ok) return answer(req, res, 'accounts/own', await ownPage(req, by))
    changed(req, res, '/account', { notice: 'Your name is changed.' })
  })

  routes.post('/account/keys', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const given = await receive(req, ownKeysForm.about(), (data) => changeOwnKeys(db, { ...data, by }))
    if (!given.ok) return answer(req, res, 'accounts/own', await ownPage(req, by))
    changed(req, res, '/account#keys', { notice: 'Your keys are saved.' })
  })

  routes.post('/account/password', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const given = await receive(req, ownPasswordForm.about(), async (data) => {
      const { email } = await findOwnAccount(db, by)
      // Otherwise somebody at an unattended browser could try passwords until one fits.
      const guesser = { email, address: req.ip ?? '', knownBrowser: `password ${req.sessionID}` }
      const isRight = await guesses.limit(guesser, async () => (await isOwnPassword(db, by, data.present)) || undefined)
      if (!isRight) {
        book.noteOf(req, { kind: 'wrong_password', accountId: by, about: 'to change the password' })
        throw new Refused({ present: wrongPresent })
      }
      await changeOwnPassword(db, { ...data, by, sid: req.sessionID })
    })
    if (!given.ok) return answer(req, res, 'accounts/own', await ownPage(req, by))
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
    const ended = await receive(req, press, () => endSession(db, { accountId: by, number, by }))
    if (!ended.ok) return answer(req, res, 'accounts/own', await ownPage(req, by))
    changed(req, res, '/account#sessions', { notice: 'That session is ended.' })
  })

  routes.get('/account/tokens', async (req, res) => {
    const { id } = permit(req, 'own account')
    answer(req, res, 'accounts/tokens', await tokensPage(id))
  })

  routes.post('/account/tokens', confirmed('own account', 'make a token'), async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const made = await receive(req, tokenForm.about(), (data) => makeToken(db, { ...data, by }))
    if (!made.ok) return answer(req, res, 'accounts/tokens', await tokensPage(by))
    showOnce(req, res, 'accounts/token-made', made.result)
  })

  routes.post('/account/tokens/:id/revocation', async (req, res) => {
    const { id: by } = permit(req, 'own account')
    const id = readId(req.params.id)
    const revoked = await receive(req, press, () => revokeToken(db, { id, accountId: by, by }))
    if (!revoked.ok) return answer(req, res, 'accounts/tokens', await tokensPage(by))
    changed(req, res, '/account/tokens', { notice: 'The token is revoked: nothing can use it any more.' })
  })

  return routes

  async function ownPage(req: Request, id: number) {
    const [account, sessions] = await Promise.all([
      findOwnAccount(db, id),
      listSessions(db, id, config.sessions, req.sessionID),
    ])
    const form = begin(ownNameForm.about(), { name: account.name, revision: account.revision })
    return { account, sessions, form }
  }

  async function tokensPage(id: number) {
    const [{ role }, tokens] = await Promise.all([findOwnAccount(db, id), listTokens(db, id)])
    return { tokens, scopes: scopesFor(role), form: begin(tokenForm.about(), { scopes: ['read'], lasts: '90' }) }
  }
}

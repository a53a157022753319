import { type Request, type Response, Router } from 'express'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/connect.ts'
import { listEvents } from '../../history/queries.ts'
import { answer, changed, permit, showOnce } from '../../web/answer.ts'
import { confirmFirst } from '../requests/confirm.ts'
import { press } from '../../web/form-kinds.ts'
import { begin, parse, readId, receive } from '../../web/forms.ts'
import { nextPage, paged } from '../../web/paging.ts'
import { signOut } from '../requests/session.ts'
import { changeAccount, disableAccount, enableAccount, signOutEverywhere } from '../accounts.ts'
import type { Guesses } from '../guesses.ts'
import { invite, revokeInvitation } from '../invitations.ts'
import { findAccount, listAccounts, listOpenInvitations } from '../queries.ts'
import type { SignInBook } from '../sign-in-book.ts'
import { listSignIns, presentSignIn, SignInFilters } from '../sign-ins.ts'
import { makeReset } from '../resets.ts'
import { accountForm, AccountQuery, inviteForm } from '../schema.ts'
import { endSession, endSessions, listSessions } from '../sessions.ts'
import { listTokens, revokeToken } from '../tokens.ts'

type Needs = { guesses: Guesses; book: SignInBook }

/** Admins manage other people's accounts. */
export function manageAccountRoutes(db: Database, config: Config, { guesses, book }: Needs): Router {
  const routes = Router()
  const { baseUrl, sessions: lifetimes } = config
  const ask = confirmFirst(db, { guesses, book })
  const confirmed = (what: string) => ask('manage accounts', what)

  routes.get('/accounts', async (req, res) => {
    permit(req, 'manage accounts')
    answer(req, res, 'accounts/index', await listPage())
  })

  routes.post('/invitations', confirmed('invite somebody'), async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const given = await receive(req, inviteForm.about(), (data) => invite(db, { ...data, by }))
    if (!given.ok) return answer(req, res, 'accounts/index', await listPage())
    const { invitation, secret } = given.result
    showOnce(req, res, 'accounts/invited', { invitation, link: `${baseUrl}/invitation/${secret}` })
  })

  routes.post('/invitations/:id/revocation', async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const id = readId(req.params.id)
    const revoked = await receive(req, press, () => revokeInvitation(db, { id, by }))
    if (!revoked.ok) return answer(req, res, 'accounts/index', await listPage())
    changed(req, res, '/accounts#invitations', { notice: 'The invitation is revoked: its link no longer works.' })
  })

  routes.get('/accounts/:id', async (req, res) => {
    permit(req, 'manage accounts')
    const { before } = parse(AccountQuery, req.query)
    answer(req, res, 'accounts/show', await accountPage(req, readId(req.params.id), before))
  })

  routes.post('/accounts/:id', confirmed('change an account'), async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const id = readId(req.params.id)
    const given = await receive(req, accountForm.about(`account-${id}`), (data) =>
      changeAccount(db, { ...data, id, by }),
    )
    if (!given.ok) return lookAgain(req, res, id)
    changed(req, res, `/accounts/${id}`, { notice: 'The account is changed.' })
  })

  routes.post('/accounts/:id/disabling', confirmed('disable an account'), async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const id = readId(req.params.id)
    const done = await receive(req, press, () => disableAccount(db, { id, by }))
    if (!done.ok) return lookAgain(req, res, id)
    changed(req, res, `/accounts/${id}`, { notice: 'The account is disabled, and signed out everywhere.' })
  })

  routes.post('/accounts/:id/enabling', confirmed('enable an account again'), async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const id = readId(req.params.id)
    const done = await receive(req, press, () => enableAccount(db, { id, by }))
    if (!done.ok) return lookAgain(req, res, id)
    changed(req, res, `/accounts/${id}`, { notice: 'They can sign in again.' })
  })

  routes.post('/accounts/:id/reset', confirmed('make a reset link'), async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const id = readId(req.params.id)
    const done = await receive(req, press, () => makeReset(db, { accountId: id, by }))
    if (!done.ok) return lookAgain(req, res, id)
    const { secret, expiresAt, name } = done.result
    showOnce(req, res, 'accounts/reset-made', { account: { id, name }, expiresAt, link: `${baseUrl}/reset/${secret}` })
  })

  routes.post('/accounts/:id/sessions/end', async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const { id: accountId } = await findAccount(db, readId(req.params.id))
    // An admin who looks at their own account stays there.
    const count = await endSessions(db, { accountId, by, ...(accountId === by && { butSid: req.sessionID }) })
    const notice = count === 0 ? 'There was no session to end.' : 'Every session is ended.'
    changed(req, res, `/accounts/${accountId}#sessions`, { notice })
  })

  routes.post('/accounts/:id/sessions/end-everywhere', async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const accountId = readId(req.params.id)
    await signOutEverywhere(db, { accountId, by })
    if (accountId === by) await signOut(req, res, config)
    const notice = 'Every session is ended, and every token revoked.'
    changed(req, res, accountId === by ? '/session' : `/accounts/${accountId}#sessions`, { notice })
  })

  routes.get('/sign-ins', async (req, res) => {
    permit(req, 'read activity of accounts')
    const asked = parse(SignInFilters, req.query)
    await book.flush()
    const { rows, next } = paged(await listSignIns(db, asked), req, asked.limit)
    const account = asked.account === undefined ? null : await findAccount(db, asked.account)
    answer(req, res, 'accounts/sign-ins', {
      signIns: rows.map(presentSignIn),
      account,
      filters: { kind: asked.kind ?? '' },
      next,
    })
  })

  routes.post('/accounts/:id/sessions/:number/end', async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const { id: accountId } = await findAccount(db, readId(req.params.id))
    const number = readId(req.params.number)
    const done = await receive(req, press, () => endSession(db, { accountId, number, by }))
    if (!done.ok) return lookAgain(req, res, accountId)
    changed(req, res, `/accounts/${accountId}#sessions`, { notice: 'That session is ended.' })
  })

  routes.post('/accounts/:id/tokens/:tokenId/revocation', async (req, res) => {
    const { id: by } = permit(req, 'manage accounts')
    const accountId = readId(req.params.id)
    const id = readId(req.params.tokenId)
    const done = await receive(req, press, () => revokeToken(db, { id, accountId, by }))
    if (!done.ok) return lookAgain(req, res, accountId)
    changed(req, res, `/accounts/${accountId}#tokens`, { notice: 'The token is revoked: nothing can use it any more.' })
  })

  return routes

  async function listPage() {
    const [accounts, invitations] = await Promise.all([listAccounts(db, lifetimes), listOpenInvitations(db)])
    return { accounts, invitations, form: begin(inviteForm.about(), { role: 'editor' }) }
  }

  async function accountPage(req: Request, id: number, before?: number) {
    const account = await findAccount(db, id)
    const [sessions, tokens, { events, next }] = await Promise.all([
      listSessions(db, id, lifetimes, req.sessionID),
      listTokens(db, id),
      listEvents(db, req.viewer, { accountId: id }, before),
    ])
    const { name, role, revision } = account
    const form = begin(accountForm.about(`account-${id}`), { name, role, revision })
    return { account, sessions, tokens, events, next: next === null ? null : nextPage(req, next), form }
  }

  async function lookAgain(req: Request, res: Response, id: number): Promise<void> {
    answer(req, res, 'accounts/show', { ...(await accountPage(req, id)), next: null })
  }
}

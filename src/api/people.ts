import {
  AcceptedInvitation,
  AccountQuery,
  ChangedAccount,
  NewInvitation,
  NewPassword,
  NewToken,
  OwnKeys,
  OwnName,
  OwnPassword,
  SetupQuery,
  SignInQuery,
  TriedPassword,
} from '../accounts/schema.ts'
import { SignInFilters } from '../accounts/sign-ins.ts'
import { EditedRating, Move, NewRating, Retirement } from '../ratings/schema.ts'
import { Page } from './answers.ts'
import { changes, reads } from './operation.ts'

const admins = 'manage accounts'
const own = 'own account'
const password = 'four plain words here'
const rating = { label: 'Mostly true', meaning: 'It is so, but for small things', tone: 'good' }

/** What a person does in a browser and no token can do. Listed here so that nothing is missing. */
export const forPeople = [
  reads('GET /session', 'Where one signs in', null, { query: SignInQuery }),
  changes('POST /session', 'Sign in', null),
  changes('POST /session/end', 'Sign out', null),
  changes('POST /password-strength', 'How soon a password is guessed', null, {
    body: TriedPassword,
    example: { password },
    answer: Page,
  }),
  reads('GET /setup', 'The first start', null, { query: SetupQuery }),
  changes('POST /setup', 'Make the first account', null),
  reads('GET /invitation/:token', 'An invitation', null),
  changes('POST /invitation/:token', 'Accept it', null, {
    body: AcceptedInvitation,
    example: { name: 'Nina Weir', password },
  }),
  reads('GET /reset/:token', 'A link for a new password', null),
  changes('POST /reset/:token', 'Choose a new password', null, { body: NewPassword, example: { password } }),
  reads('GET /account', 'One’s own account', own),
  changes('POST /account', 'Change one’s name', own, { body: OwnName, example: { name: 'Nina Weir', revision: 1 } }),
  changes('POST /account/keys', 'Change the keys of the desk', own, {
    body: OwnKeys,
    example: { letters: true, keys: { next: 'n' } },
  }),
  changes('POST /account/password', 'Change one’s password', own, {
    body: OwnPassword,
    example: { present: password, password: 'four other words here' },
  }),
  changes('POST /account/sessions/end', 'End all other sessions', own),
  changes('POST /account/sessions/:id/end', 'End one of them', own),
  changes('POST /account/sessions/end-everywhere', 'Sign out everywhere, and revoke all tokens', own),
  reads('GET /account/tokens', 'One’s API tokens', own),
  changes('POST /account/tokens', 'Make an API token', own, {
    body: NewToken,
    example: { name: 'The archive’s nightly import', scopes: ['write'], lasts: '90' },
  }),
  changes('POST /account/tokens/:id/revocation', 'Revoke one', own),
  reads('GET /accounts', 'Who works here', admins),
  reads('GET /accounts/:id', 'An account', admins, { query: AccountQuery }),
  changes('POST /accounts/:id/sessions/end-everywhere', 'Sign somebody out everywhere', admins),
  reads('GET /sign-ins', 'Who tried to come in, from where', 'read activity of accounts', { query: SignInFilters }),
  changes('POST /accounts/:id', 'Change an account', admins, {
    body: ChangedAccount,
    example: { name: 'Nina Weir', role: 'reviewer', revision: 1 },
  }),
  changes('POST /accounts/:id/disabling', 'Disable an account', admins),
  changes('POST /accounts/:id/enabling', 'Enable it again', admins),
  changes('POST /accounts/:id/reset', 'Make a link for a new password', admins),
  changes('POST /accounts/:id/sessions/end', 'End all sessions of an account', admins),
  changes('POST /accounts/:id/sessions/:number/end', 'End one of them', admins),
  changes('POST /accounts/:id/tokens/:tokenId/revocation', 'Revoke a token', admins),
  changes('POST /invitations', 'Invite a colleague', admins, {
    body: NewInvitation,
    example: { email: 'nina@example.org', role: 'editor' },
  }),
  changes('POST /invitations/:id/revocation', 'Take an invitation back', admins),
  reads('GET /ratings', 'The ratings, to change them', 'edit ratings'),
  changes('POST /ratings', 'Add a rating', 'edit ratings', {
    body: NewRating,
    example: { ...rating, axis: 'accuracy' },
  }),
  reads('GET /ratings/:id/edit', 'A rating, to change it', 'edit ratings'),
  changes('POST /ratings/:id', 'Change a rating', 'edit ratings', {
    body: EditedRating,
    example: { ...rating, revision: 1 },
  }),
  changes('POST /ratings/:id/position', 'Move it up or down', 'edit ratings', {
    body: Move,
    example: { direction: 'up' },
  }),
  changes('POST /ratings/:id/retirement', 'Offer it no more', 'edit ratings', {
    body: Retirement,
    example: { retired: true },
  }),
]

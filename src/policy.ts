import type { Role, TokenScope } from './database/client/client.ts'

/**
 * read: everything the role may read, drafts included · write: everything else it may do · publish: also what only
 * reviewers may do.
 */
export type Scope = TokenScope

/**
 * The user: an account, or null for a reader. Without `scopes` it is a person in a browser, otherwise a program with a
 * token.
 */
export type Viewer = { id: number; role: Role; name: string; scopes?: readonly Scope[] } | null

/** The roles that may, and the scope that a token needs besides; null if no token is accepted. */
type Rule = { roles: readonly Role[]; scope: Scope | null }

const everyRole = ['editor', 'reviewer', 'admin'] as const
const everyoneWhoReads = { roles: everyRole, scope: 'read' } as const
const everyoneSignedIn = { roles: everyRole, scope: 'write' } as const
const whoPublishes = { roles: ['reviewer', 'admin'], scope: 'publish' } as const
const everyoneInPerson = { roles: everyRole, scope: null } as const
const adminsInPerson = { roles: ['admin'], scope: null } as const

/** Who may do what. Nothing else in the project decides that. Readers may do none of these. */
export const policy = {
  'read drafts': everyoneWhoReads,
  'read activity': everyoneWhoReads,
  'read activity of accounts': adminsInPerson,
  'own account': everyoneInPerson,
  'manage accounts': adminsInPerson,
  'import documents': everyoneSignedIn,
  'see originals': everyoneWhoReads,
  'watch feeds': everyoneSignedIn,
  'look after the queue': { roles: ['admin'], scope: 'write' },
  'edit documents': everyoneSignedIn,
  'ask for review': everyoneSignedIn,
  'publish documents': whoPublishes,
  'withdraw documents': whoPublishes,
  'correct what is published': whoPublishes,
  'record statements': everyoneSignedIn,
  'edit statements': everyoneSignedIn,
  'withdraw statements': everyoneSignedIn,
  'withdraw published statements': whoPublishes,
  'state claims': everyoneSignedIn,
  'edit claims': everyoneSignedIn,
  'publish claims': whoPublishes,
  'withdraw claims': whoPublishes,
  'merge published claims': whoPublishes,
  'give verdicts': everyoneSignedIn,
  'publish verdicts': whoPublishes,
  'edit ratings': adminsInPerson,
  'read how suggestions do': { roles: ['admin'], scope: 'read' },
  'take work': everyoneSignedIn,
  'change many at once': everyoneSignedIn,
  'undo what others changed at once': { roles: ['admin'], scope: 'publish' },
  'save filters': everyoneSignedIn,
  'edit sources': everyoneSignedIn,
  'merge published sources': whoPublishes,
  'edit topics': everyoneSignedIn,
  'merge published topics': whoPublishes,
  'keep drafts': everyoneSignedIn,
  'read notes': everyoneWhoReads,
  'write notes': everyoneSignedIn,
  'publish notes': whoPublishes,
  'edit published notes': whoPublishes,
  'withdraw published notes': whoPublishes,
  'write annotations': everyoneSignedIn,
  'publish annotations': whoPublishes,
  'change published annotations': whoPublishes,
  'look at challenges': everyoneSignedIn,
  'resolve challenges': whoPublishes,
  'redact challenges': { roles: ['admin'], scope: 'publish' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

export function may(viewer: Viewer, action: Action): boolean {
  if (viewer === null) return false
  const { roles }: Rule = policy[action]
  return roles.includes(viewer.role) && missingScope(viewer, action) === undefined
}

/**
 * The scope that a token lacks for an action of its account's role: null if no token is accepted, undefined if it may.
 */
export function missingScope(viewer: NonNullable<Viewer>, action: Action): Scope | null | undefined {
  const { roles, scope }: Rule = policy[action]
  if (viewer.scopes === undefined || !roles.includes(viewer.role)) return undefined
  return scope !== null && viewer.scopes.includes(scope) ? undefined : scope
}

/** Whether a role may do anything that takes this scope. */
export function mayScope(role: Role, scope: Scope): boolean {
  return Object.values<Rule>(policy).some((rule) => rule.scope === scope && rule.roles.includes(role))
}

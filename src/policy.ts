import type { Prisma, Role, TokenScope } from './database/client/client.ts'
import { seen } from './visible/conditions.ts'

/** read: what the role may read, drafts included · write: what else it may · publish: also what only reviewers may. */
export type Scope = TokenScope

/** Who asks: an account, or null for a reader. Without `scopes` it is a person at a browser, with a token a program. */
export type Viewer = { id: number; role: Role; name: string; scopes?: readonly Scope[] } | null

/** The roles that may, and the scope that a token must have besides; null where no token will do. */
type Rule = { roles: readonly Role[]; scope: Scope | null }

const everyRole = ['editor', 'reviewer', 'admin'] as const
const everyoneWhoReads = { roles: everyRole, scope: 'read' } as const
const everyoneSignedIn = { roles: everyRole, scope: 'write' } as const
const whoPublishes = { roles: ['reviewer', 'admin'], scope: 'publish' } as const
const everyoneInPerson = { roles: everyRole, scope: null } as const
const adminsInPerson = { roles: ['admin'], scope: null } as const

/** Who may do what. Nothing else in the project decides it. Readers may do none of these. */
export const policy = {
  'read drafts': everyoneWhoReads,
  'read activity': everyoneWhoReads,
  'read activity of accounts': adminsInPerson,
  'own account': everyoneInPerson,
  'manage accounts': adminsInPerson,
  'import documents': everyoneSignedIn,
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
  'give verdicts': everyoneSignedIn,
  'publish verdicts': whoPublishes,
  'edit ratings': adminsInPerson,
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

/** The scope that keeps a token from doing what its account's role may: null where none would do, undefined if it may. */
export function missingScope(viewer: NonNullable<Viewer>, action: Action): Scope | null | undefined {
  const { roles, scope }: Rule = policy[action]
  if (viewer.scopes === undefined || !roles.includes(viewer.role)) return undefined
  return scope !== null && viewer.scopes.includes(scope) ? undefined : scope
}

/** Whether a role may do anything that takes this scope. */
export function mayScope(role: Role, scope: Scope): boolean {
  return Object.values<Rule>(policy).some((rule) => rule.scope === scope && rule.roles.includes(role))
}

/** What may be read, as conditions: what someone may not see is not found. What readers see is said in src/visible. */
export const readable = {
  documents: (viewer: Viewer): Prisma.DocumentWhereInput => (may(viewer, 'read drafts') ? {} : seen.document),

  statements: (viewer: Viewer): Prisma.StatementWhereInput => (may(viewer, 'read drafts') ? {} : seen.statement),

  claims: (viewer: Viewer): Prisma.ClaimWhereInput => (may(viewer, 'read drafts') ? {} : seen.claim),

  /** On something that was found to be readable. */
  verdicts: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : seen.verdictHere),

  verdictsAlone: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : seen.verdict),

  /** Of a verdict that was found to be readable. */
  evidence: (viewer: Viewer): Prisma.EvidenceWhereInput =>
    may(viewer, 'read drafts') ? {} : { OR: [{ versionId: null }, { version: seen.version }] },

  notes: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : seen.note),

  /** Of notes on a thing that was found to be readable: the rest of the condition is met, and takes long to plan. */
  notesHere: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : seen.noteHere),

  annotations: (viewer: Viewer): Prisma.AnnotationWhereInput => (may(viewer, 'read drafts') ? {} : seen.annotation),

  challenges: (viewer: Viewer): Prisma.ChallengeWhereInput => (may(viewer, 'read drafts') ? {} : seen.challenge),

  challengeWords: (viewer: Viewer): Prisma.ChallengeWordWhereInput =>
    may(viewer, 'read drafts') ? {} : seen.challengeWord,

  /** Derived values have a row for the desk and one for readers, which follows only from what they may see. */
  facts: (viewer: Viewer) => ({ forReaders: !may(viewer, 'read drafts') }),

  /** What was merged into another is found as that other one only. */
  sources: (viewer: Viewer): Prisma.SourceWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.source,

  topics: (viewer: Viewer): Prisma.TopicWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.topic,

  /** The steps that count as a source's own words, said or passed on: for nobody those of unnamed people of it. */
  namedSteps: (viewer: Viewer): Prisma.HopWhereInput =>
    may(viewer, 'read drafts') ? { naming: 'named' } : seen.namedStep,

  /** The steps of unnamed people of a body: for readers those only of which an editor chose that they be told. */
  bodySteps: (viewer: Viewer): Prisma.HopWhereInput =>
    may(viewer, 'read drafts') ? { naming: 'described' } : seen.bodyStep,
}

import type { Prisma, Role, TokenScope } from './database/client/client.ts'

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

/*
 * What may be read, as conditions: what someone may not see is not found. A thing is shown only if it and all that it
 * hangs on are public.
 */
const publicDocument = { state: { in: ['published', 'corrected'] } } satisfies Prisma.DocumentWhereInput
const publicStatement = {
  state: 'published',
  version: { document: publicDocument },
} satisfies Prisma.StatementWhereInput
const publicClaim = { state: { in: ['published', 'corrected'] } } satisfies Prisma.ClaimWhereInput
/** What was merged into another is found as that other one only. */
const unmerged = { mergedIntoId: null }

/** By itself; where it is come by through what it is on, the rest of the condition is met. */
const publicVerdict = {
  state: 'published',
  OR: [{ claim: publicClaim }, { statement: publicStatement }, { hop: { statement: publicStatement } }],
} satisfies Prisma.VerdictWhereInput

/** Who published something that readers see, or is in the chain of it: the database keeps that with what searches find. */
const publicSource = { searchEntry: { isPublic: true } } satisfies Prisma.SourceWhereInput
/** A reply is never more public than its thread's first note; the database sees to it. */
const publicNote = {
  visibility: 'public',
  OR: [
    { document: publicDocument },
    { version: { document: publicDocument } },
    { statement: publicStatement },
    { hop: { statement: publicStatement } },
    { claim: publicClaim },
    { source: publicSource },
  ],
} satisfies Prisma.NoteWhereInput

export const readable = {
  documents: (viewer: Viewer): Prisma.DocumentWhereInput => (may(viewer, 'read drafts') ? {} : publicDocument),

  statements: (viewer: Viewer): Prisma.StatementWhereInput => (may(viewer, 'read drafts') ? {} : publicStatement),

  claims: (viewer: Viewer): Prisma.ClaimWhereInput => (may(viewer, 'read drafts') ? {} : publicClaim),

  verdicts: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : { state: 'published' }),

  verdictsAlone: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : publicVerdict),

  evidence: (viewer: Viewer): Prisma.EvidenceWhereInput =>
    may(viewer, 'read drafts') ? {} : { OR: [{ versionId: null }, { version: { document: publicDocument } }] },

  notes: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : publicNote),

  /** Of notes on a thing that was found to be readable: the rest of the condition is met, and takes long to plan. */
  notesHere: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : { visibility: 'public' }),

  /** What was sent to the container is its newsroom's own until somebody who may has published it. */
  annotations: (viewer: Viewer): Prisma.AnnotationWhereInput =>
    may(viewer, 'read drafts') ? {} : { publishedAt: { not: null } },

  /** Nobody's words are shown that nobody here has looked at. What was public stays, whatever becomes of its target. */
  challenges: (viewer: Viewer): Prisma.ChallengeWhereInput =>
    may(viewer, 'read drafts') ? {} : { openedAt: { not: null } },

  challengeWords: (viewer: Viewer): Prisma.ChallengeWordWhereInput =>
    may(viewer, 'read drafts') ? {} : { shown: true },

  /** Derived values have a row for the desk and one for readers, which follows only from what they may see. */
  facts: (viewer: Viewer) => ({ forReaders: !may(viewer, 'read drafts') }),

  sources: (viewer: Viewer): Prisma.SourceWhereInput =>
    may(viewer, 'read drafts') ? unmerged : { ...unmerged, ...publicSource },

  topics: (viewer: Viewer): Prisma.TopicWhereInput =>
    may(viewer, 'read drafts') ? unmerged : { ...unmerged, claims: { some: { claim: publicClaim } } },
}

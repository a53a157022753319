import type { Prisma, Role } from './database/client/client.ts'

/** Who asks: an account, or null for a reader. */
export type Viewer = { id: number; role: Role; name: string } | null

const everyoneSignedIn = ['editor', 'reviewer', 'admin'] as const
const whoPublishes = ['reviewer', 'admin'] as const

/** Who may do what. Nothing else in the project decides it. Readers may do none of these. */
export const policy = {
  'read drafts': everyoneSignedIn,
  'read activity': everyoneSignedIn,
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
  'take work': everyoneSignedIn,
  'change many at once': everyoneSignedIn,
  'undo what others changed at once': ['admin'],
  'save filters': everyoneSignedIn,
  'edit sources': everyoneSignedIn,
  'write notes': everyoneSignedIn,
  'publish notes': whoPublishes,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof policy

export function may(viewer: Viewer, action: Action): boolean {
  const roles: readonly Role[] = policy[action]
  return viewer !== null && roles.includes(viewer.role)
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

export const readable = {
  documents: (viewer: Viewer): Prisma.DocumentWhereInput => (may(viewer, 'read drafts') ? {} : publicDocument),

  statements: (viewer: Viewer): Prisma.StatementWhereInput => (may(viewer, 'read drafts') ? {} : publicStatement),

  claims: (viewer: Viewer): Prisma.ClaimWhereInput => (may(viewer, 'read drafts') ? {} : publicClaim),

  verdicts: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : { state: 'published' }),

  evidence: (viewer: Viewer): Prisma.EvidenceWhereInput =>
    may(viewer, 'read drafts') ? {} : { OR: [{ versionId: null }, { version: { document: publicDocument } }] },

  notes: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read drafts') ? {} : { visibility: 'public' }),

  sources: (viewer: Viewer): Prisma.SourceWhereInput =>
    may(viewer, 'read drafts')
      ? {}
      : { OR: [{ documents: { some: publicDocument } }, { hops: { some: { statement: publicStatement } } }] },

  topics: (viewer: Viewer): Prisma.TopicWhereInput =>
    may(viewer, 'read drafts') ? {} : { claims: { some: { claim: publicClaim } } },
}

import type { Prisma } from '../database/client/client.ts'
import { type Viewer, may } from '../policy.ts'
import { seen } from './conditions.ts'

/** Conditions for reading: what a user may not see is not found. src/visible/rules.ts defines what readers see. */
export const readable = {
  documents: (viewer: Viewer): Prisma.DocumentWhereInput => (may(viewer, 'read drafts') ? {} : seen.document),

  statements: (viewer: Viewer): Prisma.StatementWhereInput => (may(viewer, 'read drafts') ? {} : seen.statement),

  claims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.claim,

  /** For merged claims: what stayed with them. */
  mergedClaims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: { not: null } } : seen.mergedClaim,

  /** For merged claims: whose addresses redirect this user. */
  ledOnClaims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: { not: null } } : seen.ledOnClaim,

  /** On something already found to be readable. */
  verdicts: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : seen.verdictHere),

  verdictsAlone: (viewer: Viewer): Prisma.VerdictWhereInput => (may(viewer, 'read drafts') ? {} : seen.verdict),

  /** Of a verdict already found to be readable. */
  evidence: (viewer: Viewer): Prisma.EvidenceWhereInput =>
    may(viewer, 'read drafts') ? {} : { OR: [{ versionId: null }, { version: seen.version }] },

  notes: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : seen.note),

  /** For notes on a thing already found to be readable: the rest of the condition is met, and takes long to plan. */
  notesHere: (viewer: Viewer): Prisma.NoteWhereInput => (may(viewer, 'read notes') ? {} : seen.noteHere),

  annotations: (viewer: Viewer): Prisma.AnnotationWhereInput => (may(viewer, 'read drafts') ? {} : seen.annotation),

  challenges: (viewer: Viewer): Prisma.ChallengeWhereInput => (may(viewer, 'read drafts') ? {} : seen.challenge),

  challengeWords: (viewer: Viewer): Prisma.ChallengeWordWhereInput =>
    may(viewer, 'read drafts') ? {} : seen.challengeWord,

  /** Derived values have one row for the desk and one for readers, which depends only on what they may see. */
  facts: (viewer: Viewer) => ({ forReaders: !may(viewer, 'read drafts') }),

  /** A merged source is found only as its survivor. */
  sources: (viewer: Viewer): Prisma.SourceWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.source,

  topics: (viewer: Viewer): Prisma.TopicWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.topic,

  /** The steps that count as a source's own words, said or passed on; those of its unnamed people never do. */
  namedSteps: (viewer: Viewer): Prisma.HopWhereInput =>
    may(viewer, 'read drafts') ? { naming: 'named' } : seen.namedStep,

  /** The steps of unnamed people of a body: for readers only those that an editor chose to show. */
  bodySteps: (viewer: Viewer): Prisma.HopWhereInput =>
    may(viewer, 'read drafts') ? { naming: 'described' } : seen.bodyStep,
}

import type { Prisma } from '../database/client/client.ts'
import { type Viewer, may } from '../policy.ts'
import { seen } from './conditions.ts'

/** What may be read, as conditions: what someone may not see is not found. What readers see is said in src/visible. */
export const readable = {
  documents: (viewer: Viewer): Prisma.DocumentWhereInput => (may(viewer, 'read drafts') ? {} : seen.document),

  statements: (viewer: Viewer): Prisma.StatementWhereInput => (may(viewer, 'read drafts') ? {} : seen.statement),

  claims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: null } : seen.claim,

  /** Of what was merged into another: what stayed with it. */
  mergedClaims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: { not: null } } : seen.mergedClaim,

  /** Of what was merged into another: whom its address leads on. */
  ledOnClaims: (viewer: Viewer): Prisma.ClaimWhereInput =>
    may(viewer, 'read drafts') ? { mergedIntoId: { not: null } } : seen.ledOnClaim,

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

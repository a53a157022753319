import type { Prisma } from '../database/client/client.ts'
import { type Kind, type Rule, rules } from './rules.ts'

/** Published, and not corrected since. */
export const uncorrected = { state: 'published' } satisfies Prisma.DocumentWhereInput

/** For each kind of thing, the condition under which a query finds only what readers may see. */
export const seen = {
  document: conditionOf('document') as Prisma.DocumentWhereInput,
  version: conditionOf('version') as Prisma.VersionWhereInput,
  statementHere: conditionOf('statementHere') as Prisma.StatementWhereInput,
  statement: conditionOf('statement') as Prisma.StatementWhereInput,
  step: conditionOf('step') as Prisma.HopWhereInput,
  namedStep: conditionOf('namedStep') as Prisma.HopWhereInput,
  body: conditionOf('body') as Prisma.SourceWhereInput,
  bodyStep: conditionOf('bodyStep') as Prisma.HopWhereInput,
  claim: conditionOf('claim') as Prisma.ClaimWhereInput,
  mergedClaim: conditionOf('mergedClaim') as Prisma.ClaimWhereInput,
  ledOnClaim: conditionOf('ledOnClaim') as Prisma.ClaimWhereInput,
  claimTopic: conditionOf('claimTopic') as Prisma.ClaimTopicWhereInput,
  statementClaim: conditionOf('statementClaim') as Prisma.StatementClaimWhereInput,
  verdictHere: conditionOf('verdictHere') as Prisma.VerdictWhereInput,
  verdict: conditionOf('verdict') as Prisma.VerdictWhereInput,
  evidence: conditionOf('evidence') as Prisma.EvidenceWhereInput,
  reply: conditionOf('reply') as Prisma.ReplyWhereInput,
  source: conditionOf('source') as Prisma.SourceWhereInput,
  topic: conditionOf('topic') as Prisma.TopicWhereInput,
  noteHere: conditionOf('noteHere') as Prisma.NoteWhereInput,
  note: conditionOf('note') as Prisma.NoteWhereInput,
  challenge: conditionOf('challenge') as Prisma.ChallengeWhereInput,
  challengeWord: conditionOf('challengeWord') as Prisma.ChallengeWordWhereInput,
  annotation: conditionOf('annotation') as Prisma.AnnotationWhereInput,
  event: conditionOf('event') as Prisma.EventWhereInput,
  correction: conditionOf('correction') as Prisma.CorrectionWhereInput,
  sourceMerge: conditionOf('sourceMerge') as Prisma.SourceMergeWhereInput,
  topicMerge: conditionOf('topicMerge') as Prisma.TopicMergeWhereInput,
  claimMerge: conditionOf('claimMerge') as Prisma.ClaimMergeWhereInput,
} satisfies Record<Kind, object>

function conditionOf(kind: Kind): object {
  // The database stores it with the search entries, from the view: computing it for each source of a list took seconds.
  if (kind === 'source') return { mergedIntoId: null, searchEntry: { isPublic: true } }
  return toCondition(rules[kind].isSeen)
}

function toCondition(rule: Rule): object {
  if ('all' in rule) return { AND: rule.all.map(toCondition) }
  if ('any' in rule) return { OR: rule.any.map(toCondition) }
  if ('on' in rule) return { [rule.by]: conditionOf(rule.on) }
  if ('some' in rule) return { [rule.relation]: { some: conditionOf(rule.some) } }
  if ('isSet' in rule) return { [rule.column]: rule.isSet ? { not: null } : null }
  const [only, ...more] = rule.is
  return { [rule.column]: more.length === 0 ? only : { in: rule.is } }
}

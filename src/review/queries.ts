import type { Db } from '../database/connect.ts'
import { head } from '../documents/queries.ts'
import { oneOf } from '../history/actions.ts'
import { may, type Viewer } from '../policy.ts'
import { chainSentence } from '../statements/presentation.ts'
import { statementFor } from '../statements/queries.ts'
import { isSeen } from '../visible/rows.ts'
import { documentPath } from '../words/addresses.ts'

/**
 * What publishing would do: the finished statements, the unfinished ones, and what else could be published with them.
 */
export async function findPublicationPlan(db: Db, viewer: Viewer, id: number) {
  const document = await db.document.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          statements: { where: { state: { not: 'withdrawn' } }, orderBy: { id: 'asc' }, select: statementFor(viewer) },
        },
      },
    },
  })
  const statements = (document.versions[0]?.statements ?? []).map((row) => ({
    ...row,
    line: chainSentence(row.hops, document.publisher.name),
  }))
  const claims = new Map(statements.flatMap((row) => row.claims.map(({ claim }) => [claim.id, claim])))
  // Only the newest verdict on each thing: a superseded one should not be published any more.
  const newest = <V>(line: V[]) => line.slice(0, 1)
  const verdicts = statements.flatMap((row) => [
    ...newest(row.verdicts).map((verdict) => ({ ...verdict, on: row.words })),
    ...row.hops.flatMap((hop) => newest(hop.verdicts).map((verdict) => ({ ...verdict, on: row.words }))),
    ...row.claims.flatMap(({ claim }) => newest(claim.verdicts).map((verdict) => ({ ...verdict, on: claim.sentence }))),
  ])
  const once = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return {
    document: { ...document, versions: undefined, path: documentPath(document) },
    ready: statements.filter((row) => row.state === 'ready').map(short),
    unready: statements.filter((row) => row.state === 'draft').map(short),
    published: statements.filter((row) => isSeen('statementHere', row)).length,
    claims: [...claims.values()]
      .filter((claim) => claim.state === 'draft' || claim.state === 'in_review')
      .map(({ id, sentence }) => ({ id, sentence })),
    verdicts: [...once.values()]
      .filter((verdict) => verdict.state === 'draft' && verdict.returnedAt === null)
      .map(({ accountId, ...verdict }) => ({
        id: verdict.id,
        on: verdict.on,
        rating: verdict.rating,
        reasons: verdict.reasons,
        leftOpen: verdict.leftOpen,
        isOwn: accountId === viewer?.id,
      })),
  }
}

/** Who requested a claim's review, or why a reviewer sent it back, whichever was later, while it is not published. */
export async function findClaimReview(db: Db, viewer: Viewer, claim: { id: number; state: string }) {
  if (!may(viewer, 'read drafts') || !['draft', 'in_review'].includes(claim.state)) return null
  const last = await db.event.findFirst({
    where: { claimId: claim.id, action: oneOf('claim_sent_to_review', 'claim_sent_back') },
    orderBy: { id: 'desc' },
    select: { action: true, after: true, createdAt: true, account: { select: { name: true } } },
  })
  if (!last) return null
  const { reason } = (last.after ?? {}) as { reason?: string }
  return {
    isAsked: last.action === 'claim_sent_to_review',
    who: last.account?.name ?? 'The desk',
    at: last.createdAt,
    reason: reason ?? null,
  }
}

function short({ id, words, line }: { id: number; words: string; line: string }) {
  return { id, words, line }
}

import type { Db } from '../database/connect.ts'
import { head } from '../documents/queries.ts'
import { oneOf } from '../history/actions.ts'
import { requesterOf } from '../history/requester.ts'
import { may, type Viewer } from '../policy.ts'
import { chainSentence } from '../statements/presentation.ts'
import { statementFor } from '../statements/queries.ts'
import { isSeen } from '../visible/rows.ts'
import { documentPath } from '../words/addresses.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

export type ToPublish = Awaited<ReturnType<typeof findToPublish>>

/** A document with the statements of its newest text, withdrawn ones left out, in the order of the text. */
export async function findToPublish(db: Db, viewer: Viewer, id: number) {
  const { versions, ...document } = await db.document.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: recordedFirst,
        take: 1,
        select: {
          statements: { where: { state: { not: 'withdrawn' } }, orderBy: { id: 'asc' }, select: statementFor(viewer) },
        },
      },
    },
  })
  const statements = (versions[0]?.statements ?? []).map((row) => ({
    ...row,
    line: chainSentence(row.hops, document.publisher.name),
  }))
  return { document: { ...document, path: documentPath(document) }, statements }
}

/**
 * What publishing would do: the finished statements, the unfinished ones, and what else could be published with them.
 */
export function planPublication(viewer: Viewer, { document, statements }: ToPublish) {
  const claims = new Map(statements.flatMap((row) => row.claims.map(({ claim }) => [claim.id, claim])))
  const verdicts = statements.flatMap((row) => [
    ...newest(row.verdicts).map((verdict) => ({ ...verdict, on: row.words })),
    ...row.hops.flatMap((hop) => newest(hop.verdicts).map((verdict) => ({ ...verdict, on: row.words }))),
    ...row.claims.flatMap(({ claim }) => newest(claim.verdicts).map((verdict) => ({ ...verdict, on: claim.sentence }))),
  ])
  const once = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return {
    document,
    ready: statements.filter((row) => row.state === 'ready').map(short),
    unready: statements.filter((row) => row.state === 'draft').map(short),
    published: statements.filter((row) => isSeen('statementHere', row)).length,
    claims: [...claims.values()].filter(isUnpublished).map(({ id, sentence }) => ({ id, sentence })),
    verdicts: [...once.values()].filter(isOffered).map(({ accountId, ...verdict }) => ({
      id: verdict.id,
      on: verdict.on,
      rating: verdict.rating,
      reasons: verdict.reasons,
      leftOpen: verdict.leftOpen,
      isOwn: accountId === viewer?.id,
    })),
  }
}

/** Only the newest verdict on each thing: a superseded one should not be published any more. */
export function newest<V>(line: V[]): V[] {
  return line.slice(0, 1)
}

export function isOffered({ state, returnedAt }: { state: string; returnedAt: Date | null }): boolean {
  return state === 'draft' && returnedAt === null
}

export function isUnpublished({ state }: { state: string }): boolean {
  return state === 'draft' || state === 'in_review'
}

/** Who requested a claim's review, or why a reviewer sent it back, whichever was later and stands, while it is not published. */
export async function findClaimReview(db: Db, viewer: Viewer, claim: { id: number; state: string }) {
  if (!may(viewer, 'read drafts') || !['draft', 'in_review'].includes(claim.state)) return null
  const last = await db.event.findFirst({
    where: { claimId: claim.id, action: oneOf('claim_sent_to_review', 'claim_sent_back', 'claim_review_taken_back') },
    orderBy: { id: 'desc' },
    select: { action: true, after: true, createdAt: true, accountId: true },
  })
  if (!last || last.action === 'claim_review_taken_back') return null
  const who = await db.account.findUnique({ where: { id: requesterOf(last) ?? 0 }, select: { name: true } })
  const { reason } = (last.after ?? {}) as { reason?: string }
  return {
    isAsked: last.action === 'claim_sent_to_review',
    who: who?.name ?? 'The desk',
    at: last.createdAt,
    reason: reason ?? null,
  }
}

function short({ id, words, line }: { id: number; words: string; line: string }) {
  return { id, words, line }
}

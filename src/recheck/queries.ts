import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { claimPath, documentPath } from '../words/addresses.ts'

/** Things per page; what one change touched may go on on the next. */
const mostTouched = 200
/** One change writes all its events within this time, in milliseconds. */
const oneChange = 5000

const Told = z.object({
  reason: z.string(),
  from: z.record(z.string(), z.number()).optional(),
  statementIds: z.array(z.number()).default([]),
})

export type Change = {
  reason: string
  path: string | null
  at: Date
  who: string
  touched: Touched[]
  /** "3 of 5 still wait". */
  says: string
}
type Touched = { path: string; words: string; statementIds: number[]; isWaiting: boolean }

/** What was changed, the newest first, each with all that rests on it and whether somebody has looked at it since. */
export async function listChanges(db: Database, before?: number): Promise<{ changes: Change[]; next: number | null }> {
  const events = await db.event.findMany({
    where: { action: 'work_recheck_asked', ...(before !== undefined && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: mostTouched + 1,
    select: {
      id: true,
      createdAt: true,
      after: true,
      account: { select: { name: true } },
      claim: { select: { id: true, sentence: true, work: { select: waiting } } },
      document: { select: { id: true, title: true, work: { select: waiting } } },
    },
  })
  const settled = await findSettled(db, events)
  const changes: Omit<Change, 'says'>[] = []
  for (const { id, after, createdAt: at, account, claim, document } of events.slice(0, mostTouched)) {
    const { reason, from, statementIds } = Told.parse(after)
    const who = account?.name ?? 'The desk'
    const last = changes.at(-1)
    const isSame = last?.reason === reason && last.who === who && last.at.getTime() - at.getTime() < oneChange
    const change = isSame ? last : { reason, path: pathOf(from), at, who, touched: [] }
    if (!isSame) changes.push(change)
    const since = settled.filter((one) => one.id > id && isOf(one, claim?.id, document?.id))
    const isWaiting = waits(claim?.work ?? document?.work ?? null, statementIds) && !settles(since, statementIds)
    if (claim) change.touched.push({ path: claimPath(claim), words: claim.sentence, statementIds, isWaiting })
    if (document) change.touched.push({ path: documentPath(document), words: document.title, statementIds, isWaiting })
  }
  return {
    changes: changes.map((change) => ({ ...change, says: tellLeft(change.touched) })),
    next: events.length > mostTouched ? (events[mostTouched - 1]?.id ?? null) : null,
  }
}

function tellLeft(touched: Touched[]): string {
  const left = touched.filter(({ isWaiting }) => isWaiting).length
  return left === 0 ? 'All looked at again' : `${left} of ${touched.length} still ${left === 1 ? 'waits' : 'wait'}`
}

const waiting = { recheckReason: true, recheckStatements: true } as const
type Waiting = { recheckReason: string | null; recheckStatements: number[] }

function waits(work: Waiting | null, statementIds: number[]): boolean {
  if (!work?.recheckReason) return false
  const { recheckStatements: left } = work
  return statementIds.length === 0 || left.length === 0 || statementIds.some((id) => left.includes(id))
}

/** `statementIds` is empty where the whole thing was settled. */
type Settled = { id: number; claimId: number | null; documentId: number | null; statementIds: number[] }

/** The events that settled these things, or statements of them, since the earliest that asked. */
async function findSettled(
  db: Database,
  asked: { id: number; claim: { id: number } | null; document: { id: number } | null }[],
): Promise<Settled[]> {
  const claimIds = asked.flatMap(({ claim }) => claim?.id ?? [])
  const documentIds = asked.flatMap(({ document }) => document?.id ?? [])
  const rows = await db.event.findMany({
    where: {
      action: 'work_recheck_settled',
      id: { gt: asked.at(-1)?.id ?? 0 },
      OR: [{ claimId: { in: claimIds } }, { documentId: { in: documentIds } }],
    },
    select: { id: true, claimId: true, documentId: true, after: true },
  })
  return rows.map(({ after, ...row }) => ({ ...row, ...Named.parse(after ?? {}) }))
}

const Named = Told.pick({ statementIds: true })

function settles(events: Settled[], statementIds: number[]): boolean {
  const named = new Set(events.flatMap((event) => event.statementIds))
  return (
    events.some((event) => event.statementIds.length === 0) ||
    (statementIds.length > 0 && statementIds.every((id) => named.has(id)))
  )
}

function isOf({ claimId, documentId }: Settled, claim: number | undefined, document: number | undefined): boolean {
  return claim === undefined ? documentId === document : claimId === claim
}

function pathOf(from: Record<string, number> | undefined): string | null {
  const [[kind, id] = []] = Object.entries(from ?? {})
  const room = { statementId: 'statements', documentId: 'documents', claimId: 'claims' }[kind ?? '']
  return room === undefined ? null : `/${room}/${id}`
}

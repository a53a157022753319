import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, readable, type Viewer } from '../policy.ts'
import { pageSize } from '../statements/queries.ts'
import { presentEvent } from './words.ts'

const shape = {
  id: true,
  action: true,
  before: true,
  after: true,
  createdAt: true,
  account: { select: { name: true } },
  document: { select: { id: true, title: true } },
  statement: { select: { id: true, words: true } },
  claim: { select: { id: true, sentence: true } },
  source: { select: { id: true, name: true } },
} satisfies Prisma.EventSelect

export type EventRow = Prisma.EventGetPayload<{ select: typeof shape }>

/** What readers may know of a thing's history: when what they see was published or withdrawn. */
const publicActions = ['document_published', 'statement_published', 'claim_published', 'verdict_published']

type Of = { documentId: number } | { statementId: number } | { claimId: number } | { sourceId: number } | object

export async function listEvents(db: Db, viewer: Viewer, of: Of, before?: number) {
  const rows = await db.event.findMany({
    where: { AND: [of, may(viewer, 'read activity') ? {} : publicOnly(viewer), before ? { id: { lt: before } } : {}] },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: shape,
  })
  const events = rows.slice(0, pageSize).map(presentEvent)
  return { events, next: rows.length > pageSize ? (events.at(-1)?.id ?? null) : null }
}

function publicOnly(viewer: Viewer): Prisma.EventWhereInput {
  return {
    action: { in: publicActions },
    AND: [
      { OR: [{ documentId: null }, { document: readable.documents(viewer) }] },
      { OR: [{ statementId: null }, { statement: readable.statements(viewer) }] },
      { OR: [{ claimId: null }, { claim: readable.claims(viewer) }] },
      { OR: [{ verdictId: null }, { verdict: readable.verdicts(viewer) }] },
    ],
  }
}

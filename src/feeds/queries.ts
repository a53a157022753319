import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Beginning, oneOf } from '../history/actions.ts'
import { findTold, findToldChanges } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { type Entry, mostEntries } from './atom.ts'
import { type Again, entryOf } from './entries.ts'
import { reader, shape, type ToldEvent } from './rows.ts'

const isGone = { state: 'withdrawn', publishedAt: { not: null } } as const
const allPublic = [
  { OR: [{ documentId: null }, { document: readable.documents(reader) }] },
  { OR: [{ statementId: null }, { statement: readable.statements(reader) }] },
  { OR: [{ claimId: null }, { claim: readable.claims(reader) }] },
] satisfies Prisma.EventWhereInput[]

/** Published, corrected, withdrawn: only while readers may see the thing, or that it is gone. */
const told = {
  OR: [
    {
      action: oneOf('document_published', 'document_corrected', 'claim_published', 'claim_corrected'),
      AND: allPublic,
    },
    { action: oneOf('statement_published', 'statement_corrected'), AND: allPublic },
    { action: oneOf('verdict_published'), verdict: readable.verdicts(reader), AND: allPublic },
    { action: oneOf('verdict_withdrawn'), verdict: isGone, AND: allPublic },
    { action: oneOf('document_withdrawn'), document: isGone },
    { action: oneOf('claim_withdrawn'), claim: isGone },
    {
      action: oneOf('statement_withdrawn'),
      statement: { ...isGone, version: { document: readable.documents(reader) } },
    },
  ],
} satisfies Prisma.EventWhereInput

/** A document's statements have no entries of their own: they are published with it. */
export function listNews(db: Db, before?: number): Promise<Listed> {
  return listEntries(db, before, { NOT: { action: oneOf('statement_published') } })
}

/** What happened to claims about a topic. */
export function listTopicNews(db: Db, topicId: number, before?: number): Promise<Listed> {
  return listEntries(db, before, { claim: { topics: { some: { topicId } } } })
}

/** What happened to the words that a source said or passed on, and to what it published. */
export function listSourceNews(db: Db, sourceId: number, before?: number): Promise<Listed> {
  return listEntries(db, before, {
    OR: [
      { statement: { hops: { some: { sourceId, naming: 'named' } } } },
      { action: { startsWith: 'document_' satisfies Beginning }, document: { publisherId: sourceId } },
    ],
  })
}

/** A page of entries, and the event before which the next one begins. */
type Listed = { entries: Entry[]; next: number | undefined }

async function listEntries(db: Db, before: number | undefined, about: Prisma.EventWhereInput): Promise<Listed> {
  const rows = await db.event.findMany({
    where: { AND: [told, about, before === undefined ? {} : { id: { lt: before } }] },
    orderBy: { id: 'desc' },
    take: mostEntries + 1,
    relationLoadStrategy: 'join',
    select: shape,
  })
  const shown = rows.slice(0, mostEntries)
  const again = await findAgain(db, shown)
  return {
    entries: shown.map((event) => entryOf(event, again(event))),
    next: rows.length > mostEntries ? shown.at(-1)?.id : undefined,
  }
}

/** By event: of the claim or statement that it is about, otherwise of the document. */
async function findAgain(db: Db, events: ToldEvent[]): Promise<(event: ToldEvent) => Again> {
  const known = new Map(
    await Promise.all(
      (['claim', 'statement', 'document'] as const).map(async (kind) => {
        const ids = [...new Set(events.flatMap((event) => event[kind]?.id ?? []))]
        const [told, changes] = await Promise.all([findTold(db, kind, ids, reader), findToldChanges(db, kind, ids)])
        return [kind, { told, changes }] as const
      }),
    ),
  )
  return (event) => {
    const kind = event.claim ? 'claim' : event.statement ? 'statement' : 'document'
    const id = event[kind]?.id ?? 0
    const isGone = event.action === `${kind}_withdrawn`
    return {
      checkedAgain: isGone ? null : (known.get(kind)?.told.get(id) ?? null),
      changedAt: isGone ? null : (known.get(kind)?.changes.get(id) ?? null),
    }
  }
}

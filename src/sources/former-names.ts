import type { Db } from '../database/connect.ts'
import { oneOf } from '../history/actions.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { listMergedIds } from '../same/survivor.ts'
import { sameSources } from './pairs.ts'

/**
 * A mention of a source on a statement's page, and the lists of a merge that would contain it: see
 * src/merging/sources.ts.
 */
type Mention = { in: 'hops' | 'addressed' | 'documents'; id: number; source: Named }
type Named = { id: number; name: string }
type Former = { sourceId: number; name: string; until: Date }

type Statement = {
  id: number
  publishedAt: Date | null
  document: { id: number; publisher: Named }
  hops: { id: number; naming: string; source: Named | null; addresseeSource: Named | null }[]
}

/**
 * The former names of the sources on a published statement's page, and until when they were used: the sources were
 * renamed, or were others that have been merged. They are traced through the sources' events, back to when the
 * statement was published or another source was put there, which a correction says. Sources who are described but not
 * named are left out.
 */
export async function listFormerNames(db: Db, viewer: Viewer, { publishedAt, ...statement }: Statement) {
  if (publishedAt === null) return []
  const mentions = mentionsOf(statement)
  const ids = [...new Set(mentions.map(({ source }) => source.id))]
  const isAny = await db.event.findFirst({
    where: { sourceId: { in: ids }, action: renaming, createdAt: { gt: publishedAt } },
    select: { id: true },
  })
  if (!isAny) return []

  const told = new Map<string, { name: string; now: string; until: Date }>()
  for (const mention of mentions) {
    const after = await findLastReplaced(db, statement, mention)
    const former = await traceBack(db, mention, { after, since: publishedAt })
    for (const { name, until } of await leaveOutHidden(db, viewer, mention, former)) {
      const now = mention.source.name
      const key = JSON.stringify([now, name])
      const known = told.get(key)
      if (name !== now && (!known || known.until < until)) told.set(key, { name, now, until })
    }
  }
  return [...told.values()].toSorted((a, b) => b.until.getTime() - a.until.getTime())
}

const renaming = oneOf('source_edited', 'sources_merged', 'merge_undone')

function mentionsOf({ document, hops }: Omit<Statement, 'publishedAt'>): Mention[] {
  const ofHops = hops.flatMap(({ id, naming, source, addresseeSource }): Mention[] => [
    ...(naming === 'named' && source ? [{ in: 'hops' as const, id, source }] : []),
    ...(addresseeSource ? [{ in: 'addressed' as const, id, source: addresseeSource }] : []),
  ])
  return [...ofHops, { in: 'documents', id: document.id, source: document.publisher }]
}

/** The last event by which an editor put another source here; 0 if there is none. */
async function findLastReplaced(db: Db, statement: Omit<Statement, 'publishedAt'>, mention: Mention): Promise<number> {
  if (mention.in === 'documents') {
    const [row] = await db.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Event"
      WHERE "documentId" = ${mention.id} AND "action" = 'document_edited'
        AND "before"->>'publisher' IS DISTINCT FROM "after"->>'publisher'
      ORDER BY "id" DESC LIMIT 1`
    return row?.id ?? 0
  }
  const edits = await db.event.findMany({
    where: { statementId: statement.id, action: oneOf('statement_edited') },
    orderBy: { id: 'desc' },
    select: { id: true, before: true, after: true },
  })
  const stoodThere = (values: unknown) => {
    const { hops = [] } = (values ?? {}) as { hops?: Record<string, unknown>[] }
    const hop = hops.find(({ id }) => id === mention.id)
    if (!hop) return undefined
    return mention.in === 'hops'
      ? `${String(hop['naming'])} ${String(hop['sourceId'])}`
      : String(hop['addresseeSourceId'])
  }
  return edits.find(({ before, after }) => stoodThere(before) !== stoodThere(after))?.id ?? 0
}

type Told = {
  id: number
  at: Date
  /** The source's own name before and after. */
  was: string | null
  became: string | null
  /** In a merge, or its undo, that moved this mention: the source on the other side, and its name. */
  otherId: number | null
  otherName: string | null
}

/** Every name at this mention, the last one first. */
async function traceBack(
  db: Db,
  mention: Mention,
  { after, since }: { after: number; since: Date },
): Promise<Former[]> {
  const former: Former[] = []
  let sourceId = mention.source.id
  let before: number | null = null
  for (;;) {
    const events: Told[] = await db.$queryRaw<Told[]>`
      SELECT e."id", e."createdAt" AS "at", e."before"->>'name' AS "was", e."after"->>'name' AS "became",
        CASE e."sourceId" WHEN m."survivorId" THEN m."mergedId" ELSE m."survivorId" END AS "otherId",
        coalesce(e."before"->>'merged', e."before"->>'survivor') AS "otherName"
      FROM "Event" e
      LEFT JOIN "SourceMerge" m ON m."id" = (e."after"->>'mergeId')::int
        AND m."moved"->${mention.in}::text @> to_jsonb(${mention.id}::int)
        AND (e."action" = 'sources_merged' OR m."mergedId" = e."sourceId")
      WHERE e."sourceId" = ${sourceId} AND e."action" = ANY (${renaming.in})
        AND e."id" > ${after} AND e."createdAt" > ${since} AND (${before}::int IS NULL OR e."id" < ${before}::int)
      ORDER BY e."id" DESC`
    const turn = events.findIndex(({ otherId }) => otherId !== null)
    for (const { at, was, became } of turn < 0 ? events : events.slice(0, turn)) {
      if (was !== null && was !== became) former.push({ sourceId, name: was, until: at })
    }
    const other = events[turn]
    if (!other || other.otherId === null) return former
    sourceId = other.otherId
    before = other.id
    if (other.otherName !== null) {
      former.push({ sourceId, name: other.otherName, until: other.at })
    }
  }
}

/**
 * Leaves out the names of sources that the user may not see, unless they are the present one or were merged into it.
 */
async function leaveOutHidden(db: Db, viewer: Viewer, mention: Mention, former: Former[]): Promise<Former[]> {
  const others = former.map(({ sourceId }) => sourceId).filter((id) => id !== mention.source.id)
  if (others.length === 0) return former
  const own = new Set(await listMergedIds(db, sameSources, mention.source.id))
  const seen = await db.source.findMany({
    where: { id: { in: others }, AND: readable.sources(viewer) },
    select: { id: true },
  })
  for (const { id } of seen) own.add(id)
  return former.filter(({ sourceId }) => own.has(sourceId))
}

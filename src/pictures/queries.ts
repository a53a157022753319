import type { Naming, Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { claimPath, documentPath, sourcePath, statementPath } from '../words/addresses.ts'

/** The limit for statements drawn, the newest first: more would be slow and unreadable. */
export const mostDrawn = 500

/** How many times a trail is followed into another document. */
const mostDocumentsOn = 8

export type Subject = { claimId: number } | { sourceId: number } | { topicId: number }
export type DrawnStatement = Awaited<ReturnType<typeof listDrawn>>[number]

/**
 * The statements of a subject, and the statements they were taken from as far as there is room; `more` if some are left
 * out.
 */
export async function findDrawn(db: Db, viewer: Viewer, subject: Subject) {
  const ids = await listIds(db, viewer, subject)
  const own = await listDrawn(db, viewer, ids.slice(0, mostDrawn))
  const all = new Map(own.map((statement) => [statement.id, statement]))
  let newest = own
  for (let round = 0; round < mostDocumentsOn; round++) {
    const upstream = new Set(newest.flatMap(({ hops }) => hops.flatMap(({ upstreamId }) => upstreamId ?? [])))
    const missing = [...upstream].filter((id) => !all.has(id)).slice(0, mostDrawn - all.size)
    if (missing.length === 0) break
    newest = await listDrawn(db, viewer, missing)
    for (const statement of newest) all.set(statement.id, statement)
  }
  return { statements: own, all, more: ids.length > mostDrawn }
}

/** For a source also what it published. Each is found by an index, however much is stored. */
async function listIds(db: Db, viewer: Viewer, subject: Subject): Promise<number[]> {
  const stands = { statement: standing(viewer) }
  const newest = { orderBy: { statementId: 'desc' }, take: mostDrawn + 1, select: { statementId: true } } as const
  if ('claimId' in subject) {
    const rows = await db.statementClaim.findMany({ where: { ...subject, ...stands }, ...newest })
    return rows.map(({ statementId }) => statementId)
  }
  if ('topicId' in subject) {
    const claims = await db.claimTopic.findMany({
      where: { ...subject, claim: readable.claims(viewer) },
      orderBy: { claimId: 'desc' },
      take: 2 * mostDrawn,
      select: { claimId: true },
    })
    const of = { claimId: { in: claims.map(({ claimId }) => claimId) } }
    const rows = await db.statementClaim.findMany({ where: { ...of, ...stands }, ...newest })
    return [...new Set(rows.map(({ statementId }) => statementId))]
  }
  const { sourceId } = subject
  const [spoken, published] = await Promise.all([
    db.hop.findMany({ where: { sourceId, ...stands, AND: readable.namedSteps(viewer) }, ...newest }),
    db.statement.findMany({
      where: { AND: [standing(viewer), { version: { document: { publisherId: sourceId } } }] },
      orderBy: { id: 'desc' },
      take: mostDrawn + 1,
      select: { id: true },
    }),
  ])
  const ids = new Set([...spoken.map(({ statementId }) => statementId), ...published.map(({ id }) => id)])
  return [...ids].sort((a, b) => b - a)
}

/** Withdrawn things are drawn for nobody. */
function standing(viewer: Viewer) {
  return {
    AND: [readable.statements(viewer), { state: { not: 'withdrawn' } }],
  } satisfies Prisma.StatementWhereInput
}

/**
 * Statements with everything that a picture shows of them. Each table is read once and joined here: nested queries
 * would load the document and all names again for each of five hundred statements.
 */
async function listDrawn(db: Db, viewer: Viewer, ids: number[]) {
  const of = { statementId: { in: ids } }
  const [rows, hops, facts, links] = await Promise.all([
    db.statement.findMany({
      where: { AND: [{ id: { in: ids } }, standing(viewer)] },
      orderBy: { id: 'asc' },
      relationLoadStrategy: 'join',
      select: { id: true, words: true, version: { select: { documentId: true } } },
    }),
    db.hop.findMany({ where: of, orderBy: { position: 'asc' }, select: step }),
    db.statementFacts.findMany({
      where: { ...of, ...readable.facts(viewer) },
      select: { statementId: true, originSourceId: true },
    }),
    db.statementClaim.findMany({
      where: { ...of, claim: readable.claims(viewer) },
      orderBy: { claimId: 'asc' },
      select: { statementId: true, claimId: true, stance: true },
    }),
  ])
  const [documents, claims] = await Promise.all([
    findDocuments(
      db,
      viewer,
      rows.map(({ version }) => version.documentId),
      hops.flatMap(({ mediumDocumentId }) => mediumDocumentId ?? []),
    ),
    findClaims(db, viewer, [...new Set(links.map(({ claimId }) => claimId))]),
  ])
  const sources = await findSources(db, [
    ...hops.flatMap((hop) => [namedBy(hop) ?? [], hop.addresseeSourceId ?? []].flat()),
    ...[...documents.values()].map(({ publisherId }) => publisherId),
    ...facts.flatMap(({ originSourceId }) => originSourceId ?? []),
  ])

  const hopsOf = Map.groupBy(hops, ({ statementId }) => statementId)
  const linksOf = Map.groupBy(links, ({ statementId }) => statementId)
  const originOf = new Map(facts.map(({ statementId, originSourceId }) => [statementId, originSourceId]))
  const sourceOf = (id: number | null) => (id === null ? undefined : sources.get(id)) ?? null
  const documentOf = (id: number | null) => {
    const found = id === null ? undefined : documents.get(id)
    const publisher = sourceOf(found?.publisherId ?? null)
    return found && publisher ? { ...found, publisher } : null
  }
  return rows.flatMap(({ version, ...row }) => {
    const document = documentOf(version.documentId)
    if (!document) return []
    return {
      ...row,
      path: statementPath(row),
      document,
      origin: sourceOf(originOf.get(row.id) ?? null),
      hops: (hopsOf.get(row.id) ?? []).map(({ sourceId, addresseeSourceId, mediumDocumentId, ...hop }) => ({
        ...hop,
        source: sourceOf(namedBy({ ...hop, sourceId })),
        addresseeSource: sourceOf(addresseeSourceId),
        mediumDocument: documentOf(mediumDocumentId),
      })),
      claims: (linksOf.get(row.id) ?? []).flatMap(({ claimId, stance }) => {
        const claim = claims.get(claimId)
        return claim ? { stance, ...claim } : []
      }),
    }
  })
}

const step = {
  statementId: true,
  position: true,
  naming: true,
  sourceId: true,
  description: true,
  cue: true,
  addressee: true,
  addresseeSourceId: true,
  place: true,
  medium: true,
  mediumDocumentId: true,
  saidOn: true,
  saidPrecision: true,
  translated: true,
  upstreamId: true,
} satisfies Prisma.HopSelect

/** A person who is only described appears in no picture. */
function namedBy({ naming, sourceId }: { naming: Naming; sourceId: number | null }): number | null {
  return naming === 'named' ? sourceId : null
}

/** The documents of the statements and, of those that something was said in, the ones that the user may see. */
async function findDocuments(db: Db, viewer: Viewer, own: number[], mentioned: number[]) {
  const seen = { AND: [readable.documents(viewer), { state: { not: 'withdrawn' as const } }] }
  const documents = await db.document.findMany({
    where: { OR: [{ id: { in: unique(own) } }, { id: { in: unique(mentioned) }, ...seen }] },
    select: { id: true, title: true, publisherId: true, publishedOn: true, publishedPrecision: true },
  })
  return new Map(documents.map((document) => [document.id, { ...document, path: documentPath(document) }]))
}

async function findSources(db: Db, ids: number[]) {
  const sources = await db.source.findMany({
    where: { id: { in: unique(ids) } },
    select: { id: true, name: true, kind: true },
  })
  return new Map(sources.map((source) => [source.id, { ...source, path: sourcePath(source) }]))
}

async function findClaims(db: Db, viewer: Viewer, ids: number[]) {
  const claims = await db.claim.findMany({
    where: { id: { in: ids } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      topics: { orderBy: { topicId: 'asc' }, select: { topic: { select: { id: true, name: true } } } },
      facts: { where: readable.facts(viewer), select: { reports: true, origins: true, circularReports: true } },
    },
  })
  return new Map(
    claims.map(({ id, topics, facts: [counts] }) => [
      id,
      { id, topics: topics.map(({ topic }) => topic), counts: counts ?? null },
    ]),
  )
}

function unique(ids: number[]): number[] {
  return [...new Set(ids)]
}

/** The newsroom's verdicts on a claim, and when readers were told; the newsroom also sees drafts. */
export async function findFindings(db: Db, viewer: Viewer, claimId: number) {
  const [claim, verdicts] = await Promise.all([
    db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { id: true, sentence: true } }),
    db.verdict.findMany({
      where: { AND: [readable.verdicts(viewer), { claimId, state: { not: 'withdrawn' } }] },
      orderBy: { id: 'asc' },
      take: 100,
      select: { createdAt: true, publishedAt: true, rating: { select: { label: true, tone: true } } },
    }),
  ])
  return verdicts.map(({ createdAt, publishedAt, rating }) => ({
    on: publishedAt ?? createdAt,
    rating: rating.label,
    tone: rating.tone,
    path: `${claimPath(claim)}#accuracy`,
  }))
}

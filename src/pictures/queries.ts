import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { readable, type Viewer } from '../policy.ts'
import { chainLine } from '../statements/presentation.ts'
import { claimPath, documentPath, sourcePath, statementPath } from '../web/addresses.ts'

/** No more statements than these are drawn, the newest first: more would be neither read nor quick. */
export const mostDrawn = 500

/** Trails are followed into other documents as many times. */
const mostDocumentsOn = 8

export type Subject = { claimId: number } | { sourceId: number } | { topicId: number }
export type DrawnStatement = ReturnType<typeof presentDrawn>

/** The statements of a subject, and those that they were taken from as far as there is room; `more` if some are left out. */
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

/** Of a source also what it published. Each is found by an index, however much is stored. */
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
    db.hop.findMany({ where: { sourceId, ...stands }, ...newest }),
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

/** What was taken back is drawn for nobody. */
function standing(viewer: Viewer) {
  return {
    AND: [readable.statements(viewer), { state: { not: 'withdrawn' } }],
  } satisfies Prisma.StatementWhereInput
}

const named = { select: { id: true, name: true, kind: true } } as const

function drawnFor(viewer: Viewer) {
  const document = { id: true, title: true, state: true, publisher: named } as const
  return {
    id: true,
    words: true,
    act: true,
    hops: {
      orderBy: { position: 'asc' },
      select: {
        position: true,
        naming: true,
        source: named,
        description: true,
        cue: true,
        addressee: true,
        addresseeSource: { select: { name: true } },
        place: true,
        medium: true,
        mediumDocument: { select: document },
        saidOn: true,
        saidPrecision: true,
        translated: true,
        upstreamId: true,
      },
    },
    version: { select: { document: { select: { ...document, publishedOn: true, publishedPrecision: true } } } },
    claims: {
      where: { claim: readable.claims(viewer) },
      select: {
        stance: true,
        claim: {
          select: {
            id: true,
            sentence: true,
            topics: { orderBy: { topicId: 'asc' }, select: { topic: { select: { id: true, name: true } } } },
            facts: { where: readable.facts(viewer), select: { reports: true, origins: true, circularReports: true } },
          },
        },
      },
    },
    facts: { where: readable.facts(viewer), select: { originSourceId: true, distance: true, rootKind: true } },
  } satisfies Prisma.StatementSelect
}

type Row = Prisma.StatementGetPayload<{ select: ReturnType<typeof drawnFor> }>

async function listDrawn(db: Db, viewer: Viewer, ids: number[]) {
  const rows = await db.statement.findMany({
    where: { AND: [{ id: { in: ids } }, standing(viewer)] },
    orderBy: { id: 'asc' },
    select: drawnFor(viewer),
  })
  const shown = await listShown(db, viewer, rows)
  return rows.map((row) => presentDrawn(row, shown))
}

/** Of the documents that steps went through, those that whoever asks may see. */
async function listShown(db: Db, viewer: Viewer, rows: Row[]): Promise<Set<number>> {
  const ids = new Set(rows.flatMap(({ hops }) => hops.flatMap(({ mediumDocument }) => mediumDocument?.id ?? [])))
  if (ids.size === 0) return ids
  const documents = await db.document.findMany({
    where: { AND: [readable.documents(viewer), { id: { in: [...ids] }, state: { not: 'withdrawn' } }] },
    select: { id: true },
  })
  return new Set(documents.map(({ id }) => id))
}

function presentDrawn({ hops, version: { document }, claims, facts: [facts], ...row }: Row, shown: Set<number>) {
  return {
    ...row,
    path: statementPath(row),
    line: chainLine(hops, document.publisher.name),
    hops: hops.map((hop) => ({
      ...hop,
      source: hop.source && placed(hop.source),
      mediumDocument:
        hop.mediumDocument && shown.has(hop.mediumDocument.id) ? presentDocument(hop.mediumDocument) : null,
    })),
    document: { ...document, ...presentDocument(document) },
    claims: claims.map(
      ({
        stance,
        claim: {
          facts: [counts],
          topics,
          ...claim
        },
      }) => ({
        stance,
        ...claim,
        topics: topics.map(({ topic }) => topic),
        path: claimPath(claim),
        counts: counts ?? null,
      }),
    ),
    facts: facts ?? null,
  }
}

function presentDocument<
  T extends { id: number; title: string; publisher: { id: number; name: string; kind: string } },
>(document: T) {
  return { ...document, path: documentPath(document), publisher: placed(document.publisher) }
}

function placed<T extends { id: number; name: string }>(source: T) {
  return { ...source, path: sourcePath(source) }
}

/** What we found about a claim, and when readers were told; who works here sees what is still a draft, too. */
export async function findFindings(db: Db, viewer: Viewer, claimId: number) {
  const [claim, verdicts] = await Promise.all([
    db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { id: true, sentence: true } }),
    db.verdict.findMany({
      where: { AND: [readable.verdicts(viewer), { claimId, state: { not: 'withdrawn' } }] },
      orderBy: { id: 'asc' },
      take: 100,
      select: { createdAt: true, publishedAt: true, rating: { select: { label: true } } },
    }),
  ])
  return verdicts.map(({ createdAt, publishedAt, rating }) => ({
    on: publishedAt ?? createdAt,
    rating: rating.label,
    path: `${claimPath(claim)}#accuracy`,
  }))
}

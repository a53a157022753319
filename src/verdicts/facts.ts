import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { foldName } from '../words/names.ts'
import { type Fact, type Report, whyUnmet, type Witness } from './requirements.ts'

const sourceNames = {
  select: { id: true, name: true, folded: true, aliases: { select: { folded: true } } },
} satisfies Prisma.Hop$sourceArgs

const chain = {
  orderBy: { position: 'asc' },
  select: { position: true, description: true, mediumDocumentId: true, source: sourceNames },
} satisfies Prisma.Statement$hopsArgs

const versionShown = {
  textId: true,
  document: {
    select: {
      id: true,
      url: true,
      state: true,
      textId: true,
      publisherId: true,
      publisher: sourceNames,
      versions: { select: { textId: true } },
    },
  },
} satisfies Prisma.VersionSelect

const onStatement = { select: { id: true, hops: chain, version: { select: versionShown } } }

type VersionShown = Prisma.VersionGetPayload<{ select: typeof versionShown }>
type Relayed = { id: number; hops: Prisma.HopGetPayload<typeof chain>[] }
type Names = Prisma.SourceGetPayload<typeof sourceNames>

/** Why a verdict does not meet the requirements of its rating at present; null if it does. */
export async function findUnmet(tx: Db, verdictId: number): Promise<string | null> {
  const { rating, evidence, statement, hop } = await tx.verdict.findUniqueOrThrow({
    where: { id: verdictId },
    select: {
      rating: { select: { label: true, tone: true, requires: true } },
      statement: onStatement,
      hop: { select: { statement: onStatement } },
      evidence: {
        orderBy: { position: 'asc' },
        select: {
          kind: true,
          stance: true,
          title: true,
          url: true,
          publisher: true,
          start: true,
          end: true,
          versionId: true,
          version: { select: versionShown },
        },
      },
    },
  })
  if (rating.requires === 'none') return null

  const judged = statement ?? hop?.statement
  const comparesReports = rating.requires === 'second_origin' && judged !== undefined
  const ours = comparesReports ? await findReport(tx, judged.version, [judged]) : null
  // Links are compared by their hosts; stored documents by their own details.
  if (ours && judged && evidence.some(({ url }) => url !== null)) ours.hosts = await listHosts(tx, judged.version)
  const facts: Fact[] = []
  for (const { version, versionId, start, end, url, publisher, ...item } of evidence) {
    const report =
      version && versionId !== null && comparesReports
        ? await findReport(tx, version, await listOverlapping(tx, { versionId, start: start ?? 0, end: end ?? 0 }))
        : linked(url, publisher)
    facts.push({ ...item, isWithdrawn: version?.document.state === 'withdrawn', report })
  }
  return whyUnmet(rating, facts, ours)
}

async function findReport(tx: Db, { textId, document }: VersionShown, statements: Relayed[]): Promise<Report> {
  const relays = statements.flatMap(({ hops }) => hops.filter(({ position }) => position > 0))
  return {
    documentId: document.id,
    textIds: [textId, document.textId, ...document.versions.map((version) => version.textId)],
    hosts: [],
    witnesses: [
      named(document.publisher),
      ...relays.flatMap(({ source, description }) => witness(source, description)),
    ],
    takenFrom: [
      ...statements.flatMap(({ hops }) => hops.flatMap(({ mediumDocumentId }) => mediumDocumentId ?? [])),
      ...(await listUpstreamDocuments(
        tx,
        statements.map(({ id }) => id),
      )),
    ],
  }
}

/** Where the publisher's documents here were published: the beginning of each address, once. */
async function listHosts(tx: Db, { document }: VersionShown): Promise<string[]> {
  const rows = await tx.$queryRaw<{ origin: string }[]>`
    SELECT DISTINCT substring("url" FROM '^[A-Za-z]+://[^/?#]+') AS "origin" FROM "Document"
    WHERE "publisherId" = ${document.publisherId} AND "url" IS NOT NULL
    LIMIT 1000`
  return [...new Set(rows.flatMap(({ origin }) => hostOf(origin)))]
}

function linked(url: string | null, publisher: string | null): Report {
  const witnesses = publisher ? [{ sourceId: null, name: publisher, folded: [foldName(publisher)] }] : []
  return { documentId: null, textIds: [], hosts: hostOf(url), witnesses, takenFrom: [] }
}

function listOverlapping(tx: Db, { versionId, start, end }: { versionId: number; start: number; end: number }) {
  return tx.statement.findMany({
    where: { versionId, state: { not: 'withdrawn' }, spans: { some: { start: { lt: end }, end: { gt: start } } } },
    select: { id: true, hops: chain },
  })
}

/** Upstream, step by step; UNION drops repeated rows, so that chains in a circle end. */
async function listUpstreamDocuments(tx: Db, statementIds: number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ documentId: number }[]>`
    WITH RECURSIVE up ("id") AS (
      SELECT h."upstreamId" FROM "Hop" h WHERE h."statementId" = ANY (${statementIds}) AND h."upstreamId" IS NOT NULL
      UNION
      SELECT h."upstreamId" FROM "Hop" h JOIN up ON h."statementId" = up."id" WHERE h."upstreamId" IS NOT NULL
    )
    SELECT DISTINCT v."documentId" FROM up
    JOIN "Statement" s ON s."id" = up."id" JOIN "Version" v ON v."id" = s."versionId"`
  return rows.map(({ documentId }) => documentId)
}

function named({ id, name, folded, aliases }: Names): Witness {
  return { sourceId: id, name, folded: [folded, ...aliases.map((alias) => alias.folded)] }
}

/** Two people described in the same words may be the same; nobody can tell that they are not. */
function witness(source: Names | null, description: string | null): Witness[] {
  if (source) return [named(source)]
  return description === null ? [] : [{ sourceId: null, name: description, folded: [foldName(description)] }]
}

function hostOf(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return []
  return [new URL(url).hostname.replace(/^www\./, '')]
}

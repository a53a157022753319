import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { counted, directionOf, idsInOrder, inOrderOf, sliceOf } from '../visible/in-order.ts'
import { type Told, withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { heldRatingFor, verdictsFor } from '../findings/queries.ts'
import { outlined } from '../documents/parts.ts'
import { documentPath } from '../words/addresses.ts'
import { foldName } from '../words/names.ts'
import type { StatementFilters, StatementSearch } from './schema.ts'
import { findStatementValues } from './values.ts'
import { quoted } from '../words/quoted.ts'

/** A statement with everything that its card shows to this viewer. */
export function statementFor(viewer: Viewer) {
  const verdicts = verdictsFor(viewer)
  const elsewhere = {
    select: {
      id: true,
      words: true,
      state: true,
      version: { select: { document: { select: { id: true, title: true, state: true } } } },
    },
  } satisfies Prisma.Hop$upstreamArgs

  return {
    id: true,
    words: true,
    mode: true,
    act: true,
    polarity: true,
    state: true,
    withdrawnReason: true,
    publishedAt: true,
    revision: true,
    answers: elsewhere,
    spans: { orderBy: { position: 'asc' }, select: { start: true, end: true } },
    hops: {
      orderBy: { position: 'asc' },
      select: {
        id: true,
        naming: true,
        bodyShown: true,
        description: true,
        anonymityReason: true,
        knowledgeBasis: true,
        cue: true,
        addressee: true,
        place: true,
        medium: true,
        saidOn: true,
        saidPrecision: true,
        spokenLanguage: true,
        translated: true,
        translatedBy: true,
        source: { select: { id: true, name: true, kind: true, wikidataId: true } },
        addresseeSource: {
          select: { id: true, name: true, mergedIntoId: true, searchEntry: { select: { isPublic: true } } },
        },
        mediumDocument: { select: { id: true, title: true, state: true } },
        upstream: elsewhere,
        verdicts,
      },
    },
    claims: {
      where: { claim: readable.claims(viewer) },
      orderBy: { claimId: 'asc' },
      select: {
        stance: true,
        claim: { select: { id: true, sentence: true, state: true, mergedIntoId: true, verdicts } },
      },
    },
    verdicts,
  } satisfies Prisma.StatementSelect
}

export type StatementRow = Prisma.StatementGetPayload<{ select: ReturnType<typeof statementFor> }>

/** The same without verdicts, for pages of many statements: the verdicts come with a query of their own. */
export function unjudgedStatementFor(viewer: Viewer) {
  const { verdicts: _ofStatement, hops, claims, ...rest } = statementFor(viewer)
  const { verdicts: _ofHop, ...hop } = hops.select
  const { verdicts: _ofClaim, ...claim } = claims.select.claim.select
  return {
    ...rest,
    hops: { ...hops, select: hop },
    claims: { ...claims, select: { stance: true, claim: { select: claim } } },
  } satisfies Prisma.StatementSelect
}

type UnjudgedRow = Prisma.StatementGetPayload<{ select: ReturnType<typeof unjudgedStatementFor> }>

/** In the main query, joining three lists of verdicts took the database longer to plan than everything took to run. */
export async function withVerdicts(db: Db, viewer: Viewer, rows: UnjudgedRow[]): Promise<StatementRow[]> {
  const { where, orderBy, select } = verdictsFor(viewer)
  const statementIds = rows.map((row) => row.id)
  const hopIds = rows.flatMap((row) => row.hops.map((hop) => hop.id))
  const claimIds = rows.flatMap((row) => row.claims.map(({ claim }) => claim.id))
  const verdicts = await db.verdict.findMany({
    where: {
      AND: [
        where,
        { OR: [{ statementId: { in: statementIds } }, { hopId: { in: hopIds } }, { claimId: { in: claimIds } }] },
      ],
    },
    orderBy,
    relationLoadStrategy: 'join',
    select: { ...select, statementId: true, hopId: true, claimId: true },
  })
  const of = (target: 'statementId' | 'hopId' | 'claimId') => Map.groupBy(verdicts, (verdict) => verdict[target])
  const [ofStatement, ofHop, ofClaim] = [of('statementId'), of('hopId'), of('claimId')]
  return rows.map((row) => ({
    ...row,
    verdicts: ofStatement.get(row.id) ?? [],
    hops: row.hops.map((hop) => ({ ...hop, verdicts: ofHop.get(hop.id) ?? [] })),
    claims: row.claims.map(({ stance, claim }) => ({
      stance,
      claim: { ...claim, verdicts: ofClaim.get(claim.id) ?? [] },
    })),
  }))
}

/** A statement's document, as its page and lists name it. */
export const standsIn = {
  select: {
    number: true,
    fetchedAt: true,
    document: {
      select: {
        id: true,
        title: true,
        kind: true,
        url: true,
        state: true,
        publishedOn: true,
        publishedPrecision: true,
        language: true,
        withdrawnReason: true,
        publisher: { select: { id: true, name: true, kind: true } },
      },
    },
  },
} satisfies { select: Prisma.VersionSelect }

export function findStatement(db: Db, viewer: Viewer, id: number) {
  return db.statement.findFirstOrThrow({
    where: { id, AND: readable.statements(viewer) },
    relationLoadStrategy: 'join',
    select: {
      ...statementFor(viewer),
      version: { select: { id: true, ...standsIn.select, text: { select: outlined } } },
    },
  })
}

/** What readers see of a withdrawn statement: its words, when it was withdrawn, and why. */
const tombstone = {
  id: true,
  words: true,
  withdrawnAt: true,
  withdrawnReason: true,
  version: { select: { document: { select: { id: true, title: true } } } },
} satisfies Prisma.StatementSelect

function wasPublic(viewer: Viewer) {
  return {
    state: 'withdrawn',
    publishedAt: { not: null },
    version: { document: readable.documents(viewer) },
  } satisfies Prisma.StatementWhereInput
}

export async function findOptionalWithdrawnStatement(db: Db, viewer: Viewer, id: number) {
  const found = await db.statement.findFirst({ where: { id, ...wasPublic(viewer) }, select: tombstone })
  if (!found) return undefined
  const { version, ...statement } = found
  return { ...statement, document: { ...version.document, path: documentPath(version.document) } }
}

export function listWithdrawnStatements(db: Db, viewer: Viewer, documentId: number) {
  const { version: _, ...shown } = tombstone
  return db.statement.findMany({
    where: { AND: [wasPublic(viewer), { version: { documentId } }] },
    orderBy: { id: 'asc' },
    take: 100,
    select: shown,
  })
}

/** Everything needed for how a passage stands: the ratings that hold on it, on its steps, and on its claims. */
export function judgedFor(viewer: Viewer) {
  const verdicts = heldRatingFor(viewer)
  return {
    verdicts,
    hops: { orderBy: { position: 'asc' }, select: { id: true, verdicts } },
    claims: {
      where: { claim: readable.claims(viewer) },
      orderBy: { claimId: 'asc' },
      select: { stance: true, claim: { select: { id: true, state: true, verdicts } } },
    },
  } satisfies Prisma.StatementSelect
}

/** What a list shows of a statement: its chain as one sentence, and the ratings that hold. */
export function listedStatementFor(viewer: Viewer) {
  const { verdicts, claims } = judgedFor(viewer)
  return {
    id: true,
    words: true,
    mode: true,
    act: true,
    polarity: true,
    state: true,
    hops: {
      orderBy: { position: 'asc' },
      select: {
        id: true,
        naming: true,
        description: true,
        cue: true,
        addressee: true,
        place: true,
        medium: true,
        saidOn: true,
        saidPrecision: true,
        translated: true,
        source: { select: { id: true, name: true, kind: true, wikidataId: true } },
        addresseeSource: { select: { name: true } },
        verdicts,
      },
    },
    claims,
    verdicts,
    version: standsIn,
  } satisfies Prisma.StatementSelect
}

export type StatementLineRow = Prisma.StatementGetPayload<{ select: ReturnType<typeof listedStatementFor> }>

/** A page of the statements that fit, in the order asked for; the newest first. */
export async function listStatements(
  db: Db,
  viewer: Viewer,
  filters: StatementFilters & { take?: number },
): Promise<(StatementLineRow & Told)[]> {
  const where = wanted(viewer, filters)
  const { by, isFalling } = directionOf(filters.sort ?? 'newest')
  const ids =
    by === 'newest'
      ? undefined
      : await idsInOrder(
          db,
          { table: Prisma.sql`"Statement"`, expression: orders(viewer)[by], isFalling, rows: filters },
          (most) => db.statement.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } }),
        )
  const rows = await db.statement.findMany({
    where: ids ? { AND: [where, { id: { in: ids } }] } : where,
    orderBy: { id: isFalling ? 'asc' : 'desc' },
    ...(!ids && sliceOf(filters)),
    relationLoadStrategy: 'join',
    select: listedStatementFor(viewer),
  })
  return withRechecks(db, 'statement', ids ? inOrderOf(ids, rows) : rows)
}

export function countStatements(db: Db, viewer: Viewer, filters: StatementFilters): Promise<number> {
  return db.statement.count({ where: wanted(viewer, { ...filters, before: undefined }), ...counted })
}

function wanted(viewer: Viewer, { q, mode, act, state, before }: StatementFilters): Prisma.StatementWhereInput {
  return {
    AND: [
      readable.statements(viewer),
      q ? { words: { contains: q, mode: 'insensitive' } } : {},
      mode ? { mode } : {},
      act ? { act } : {},
      state && may(viewer, 'read drafts') ? { state } : {},
      before ? { id: { lt: before } } : {},
    ],
  }
}

/** What a list of statements is sorted by: who is only described stands under the words that describe them. */
function orders(viewer: Viewer) {
  const ofDocument = (column: Prisma.Sql, from = Prisma.empty) => Prisma.sql`(
    SELECT ${column} FROM "Version" v JOIN "Document" d ON d."id" = v."documentId" ${from} WHERE v."id" = x."versionId")`
  return {
    words: Prisma.sql`fold_name(x."words")`,
    speaker: Prisma.sql`coalesce(
      (SELECT CASE h."naming" WHEN 'named' THEN p."folded" ELSE fold_name(coalesce(h."description", '')) END
       FROM "Hop" h LEFT JOIN "Source" p ON p."id" = h."sourceId" WHERE h."statementId" = x."id" AND h."position" = 0),
      ${ofDocument(Prisma.sql`p."folded"`, Prisma.sql`JOIN "Source" p ON p."id" = d."publisherId"`)})`,
    document: ofDocument(Prisma.sql`fold_name(d."title")`),
    date: ofDocument(Prisma.sql`d."publishedOn"`),
    state: may(viewer, 'read drafts') ? Prisma.sql`x."state"` : Prisma.sql`NULL`,
  }
}

/** Statements to choose from while somebody types, by their words, speaker or document: for steps and answers. */
export async function suggestStatements(db: Db, { q, elsewhereThan }: StatementSearch) {
  const like = (word: string) => ({ contains: word, mode: 'insensitive' }) as const
  const rows = await db.statement.findMany({
    where: {
      state: { not: 'withdrawn' },
      ...(elsewhereThan !== undefined && { version: { documentId: { not: elsewhereThan } } }),
      AND: q
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => ({
          OR: [
            { words: like(word) },
            { hops: { some: { source: { folded: { contains: foldName(word) } } } } },
            { version: { document: { title: like(word) } } },
          ],
        })),
    },
    orderBy: { id: 'desc' },
    take: 10,
    select: {
      id: true,
      words: true,
      hops: { orderBy: { position: 'asc' }, take: 1, select: { source: { select: { name: true } } } },
      version: { select: { document: { select: { title: true } } } },
    },
  })
  return rows.map(({ id, words, hops, version }) => {
    const who = hops[0]?.source?.name
    const short = words.length > 100 ? `${words.slice(0, 99)}…` : words
    return { id, words, label: `${id} ${quoted(short)}${who ? `, ${who}` : ''}, in ${version.document.title}` }
  })
}

/** The chain of the statement before a position in the text; without a position, of the last recorded one. */
export async function findChainAbove(db: Db, { documentId, at }: { documentId: number; at: number | undefined }) {
  const statements = await db.statement.findMany({
    where: { version: { documentId }, state: { not: 'withdrawn' }, hops: { some: {} } },
    orderBy: { id: 'desc' },
    select: { id: true, spans: { orderBy: { position: 'asc' }, take: 1, select: { start: true } } },
  })
  const start = (one: (typeof statements)[number]) => one.spans[0]?.start ?? 0
  const above = statements.filter((one) => at === undefined || start(one) < at)
  const [nearest] = at === undefined ? above : above.toSorted((a, b) => start(b) - start(a) || b.id - a.id)
  const hops = nearest ? (await findStatementValues(db, nearest.id)).hops : []
  // Whether readers are told of a body is chosen separately for each step.
  return hops.map(({ bodyShown: _, ...hop }) => hop)
}

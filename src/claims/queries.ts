import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { oneOf } from '../history/actions.ts'
import { may, type Viewer } from '../policy.ts'
import { counted, directionOf, idsInOrder, idsToAddUp, inOrderOf, sliceOf, type Sums } from '../visible/in-order.ts'
import { pageSize } from '../words/paging.ts'
import { withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { presentTold } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import {
  currentVerdict,
  holdingVerdict,
  listWithdrawnVerdicts,
  presentVerdict,
  verdictsFor,
} from '../findings/queries.ts'
import { successionOf } from '../findings/succession.ts'
import { claimPath, topicPath } from '../words/addresses.ts'
import { countOrigins, factsFor, findOrigins } from './origins.ts'
import type { ClaimFilters, ReviewsQuery } from './schema.ts'

const head = {
  id: true,
  sentence: true,
  state: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  mergedIntoId: true,
  revision: true,
} satisfies Prisma.ClaimSelect

/** A claim, where and through whom it was stated, and its verdicts. */
export async function findClaim(db: Db, viewer: Viewer, id: number) {
  const [{ statements, verdicts, topics, facts, ...claim }, withdrawn] = await Promise.all([
    db.claim.findFirstOrThrow({
      where: { id, AND: readable.claims(viewer) },
      relationLoadStrategy: 'join',
      select: {
        ...head,
        topics: { orderBy: { topicId: 'asc' }, select: { topic: { select: { id: true, name: true } } } },
        statements: {
          where: { statement: { AND: [readable.statements(viewer), { state: { not: 'withdrawn' } }] } },
          orderBy: { statementId: 'asc' },
          select: { stance: true, statement: { select: listedStatementFor(viewer) } },
        },
        verdicts: verdictsFor(viewer),
        facts: factsFor(viewer),
      },
    }),
    listWithdrawnVerdicts(db, viewer, { claimId: id }),
  ])
  const found = verdicts.map((verdict) => presentVerdict(verdict))
  const told = await withRechecks(
    db,
    'statement',
    statements.map(({ statement }) => statement),
  )
  const reports = told.map((statement, i) => ({ stance: statements[i]!.stance, ...presentTold(statement) }))
  return {
    ...claim,
    path: claimPath(claim),
    topics: topics.map(({ topic }) => ({ ...topic, path: topicPath(topic) })),
    statements: reports,
    origins: await findOrigins(db, viewer, facts, reports),
    verdict: currentVerdict(found),
    verdicts: found,
    succession: successionOf(found, withdrawn),
  }
}

/**
 * The newest claims with a verdict that readers see, one more than a page shows. Each is read as its page reads it, a few
 * at once: they come from one connection pool.
 */
export async function listReviewed(db: Db, { before, limit = pageSize }: ReviewsQuery) {
  const reader = null
  const ids = await db.claim.findMany({
    where: {
      AND: [readable.claims(reader), { verdicts: { some: readable.verdicts(reader) } }],
      ...(before !== undefined && { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: { id: true },
  })
  const claims: Awaited<ReturnType<typeof findClaim>>[] = []
  for (let at = 0; at < Math.min(ids.length, limit); at += 5) {
    const some = ids.slice(at, Math.min(at + 5, limit))
    claims.push(...(await Promise.all(some.map(({ id }) => findClaim(db, reader, id)))))
  }
  return { claims, next: ids.length > limit ? (ids[limit - 1]?.id ?? null) : null }
}

/**
 * The address to redirect to after a change. Without the words in it, the address would redirect again, which costs a
 * whole page.
 */
export async function findClaimPath(db: Db, id: number): Promise<string> {
  return claimPath(await db.claim.findUniqueOrThrow({ where: { id }, select: { id: true, sentence: true } }))
}

/** What readers see of a withdrawn claim. */
export function findOptionalWithdrawnClaim(db: Db, id: number) {
  return db.claim.findFirst({
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, sentence: true, withdrawnAt: true, withdrawnReason: true },
  })
}

type Wanted = ClaimFilters & { topicId?: number }

/** A page of the claims that fit, in the order asked for; the newest first. */
export async function listClaims(db: Db, viewer: Viewer, filters: Wanted & { take?: number }) {
  const where = wanted(viewer, filters)
  const { by, isFalling } = directionOf(filters.sort ?? 'newest')
  const ids =
    by === 'newest'
      ? undefined
      : await idsInOrder(
          db,
          { table: Prisma.sql`"Claim"`, expression: orders(viewer)[by], isFalling, rows: filters },
          (most) => db.claim.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } }),
        )
  const rows = await db.claim.findMany({
    where: ids ? { AND: [where, { id: { in: ids } }] } : where,
    orderBy: { id: isFalling ? 'asc' : 'desc' },
    ...(!ids && sliceOf(filters)),
    relationLoadStrategy: 'join',
    select: {
      ...head,
      _count: { select: { statements: { where: { statement: readable.statements(viewer) } } } },
      facts: factsFor(viewer),
      verdicts: verdictsFor(viewer),
    },
  })
  const told = await withRechecks(db, 'claim', ids ? inOrderOf(ids, rows) : rows)
  return told.map(({ verdicts, facts, _count, ...claim }) => ({
    ...claim,
    path: claimPath(claim),
    statementCount: _count.statements,
    origins: countOrigins(facts),
    verdict: currentVerdict(verdicts.map(presentVerdict)),
  }))
}

export function countClaims(db: Db, viewer: Viewer, filters: Wanted): Promise<number> {
  return db.claim.count({ where: wanted(viewer, { ...filters, before: undefined }), ...counted })
}

/** How many statements the claims of all pages have; one that makes several claims counts once. */
export async function addUpClaims(db: Db, viewer: Viewer, filters: Wanted): Promise<Sums | undefined> {
  const where = wanted(viewer, { ...filters, before: undefined })
  const ids = await idsToAddUp((take) => db.claim.findMany({ where, take, select: { id: true } }))
  if (!ids) return undefined
  const seen = may(viewer, 'read drafts')
    ? Prisma.empty
    : Prisma.sql`JOIN "public_statement" s ON s."id" = l."statementId"`
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT count(DISTINCT l."statementId")::int AS "statements" FROM "StatementClaim" l ${seen}
    WHERE l."claimId" = ANY (${ids})`
  return sums
}

function wanted(viewer: Viewer, { q, rating, state, before, topicId }: Wanted): Prisma.ClaimWhereInput {
  return {
    AND: [
      readable.claims(viewer),
      q ? { sentence: { contains: q, mode: 'insensitive' } } : {},
      rating ? { verdicts: { some: { AND: holdingVerdict(viewer), rating: { slug: rating } } } } : {},
      state && may(viewer, 'read drafts') ? { state } : {},
      topicId === undefined ? {} : { topics: { some: { topicId } } },
      before ? { id: { lt: before } } : {},
    ],
  }
}

/** What a list of claims is sorted by: for readers only what they see of each. */
function orders(viewer: Viewer) {
  const isAtDesk = may(viewer, 'read drafts')
  const atDesk = (expression: Prisma.Sql) => (isAtDesk ? expression : Prisma.sql`NULL`)
  return {
    claim: Prisma.sql`fold_name(x."sentence")`,
    rating: Prisma.sql`(
      SELECT r."position" FROM "Verdict" v JOIN "Rating" r ON r."id" = v."ratingId"
      WHERE v."claimId" = x."id" AND verdict_stands(v."state", ${!isAtDesk}) ORDER BY v."id" DESC LIMIT 1)`,
    statements: isAtDesk
      ? Prisma.sql`(SELECT count(*) FROM "StatementClaim" l WHERE l."claimId" = x."id")`
      : Prisma.sql`(SELECT count(*) FROM "StatementClaim" l JOIN "public_statement" s ON s."id" = l."statementId"
          WHERE l."claimId" = x."id")`,
    assignee: atDesk(Prisma.sql`(
      SELECT fold_name(a."name") FROM "Work" w JOIN "Account" a ON a."id" = w."assigneeId" WHERE w."claimId" = x."id")`),
    state: atDesk(Prisma.sql`x."state"`),
  }
}

/** Claims to choose from while somebody types: those that contain all the words, the newest first. */
export function suggestClaims(db: Db, q: string) {
  const words = q.split(/\s+/).filter(Boolean)
  return listLinkable(db, { AND: words.map((word) => ({ sentence: { contains: word, mode: 'insensitive' } })) })
}

/** Claims with exactly this sentence, ignoring case. */
export function listNamesakes(db: Db, sentence: string) {
  return listLinkable(db, { sentence: { equals: sentence, mode: 'insensitive' } })
}

function listLinkable(db: Db, where: Prisma.ClaimWhereInput) {
  return db.claim.findMany({
    // Also by the words of claims merged into it.
    where: { mergedIntoId: null, state: { not: 'withdrawn' }, OR: [where, { mergedFrom: { some: where } }] },
    orderBy: { id: 'desc' },
    take: 10,
    select: { id: true, sentence: true },
  })
}

/** The claim to which a merged one redirects; undefined if it was not merged, or the user may not know of it. */
export async function findOptionalSurvivor(db: Db, viewer: Viewer, id: number): Promise<number | undefined> {
  const merged = await db.claim.findFirst({
    where: { id, AND: readable.ledOnClaims(viewer) },
    select: { mergedIntoId: true },
  })
  return merged?.mergedIntoId ?? undefined
}

/** Of these merged claims, those from whose addresses this viewer is led on. */
export async function listLedOn(db: Db, viewer: Viewer, ids: number[]): Promise<number[]> {
  const rows = await db.claim.findMany({
    where: { id: { in: ids }, mergedIntoId: { not: null }, AND: readable.ledOnClaims(viewer) },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/**
 * Every verdict on a claim, and those that stayed with merged claims because another is in force; each with the words
 * that it was given on, if these were another claim's.
 */
export async function listVerdictsOn(
  db: Db,
  viewer: Viewer,
  { id, succession }: { id: number; succession: Succession },
) {
  const left = await listVerdictsLeft(db, viewer, id)
  const words = await findWordsGivenOn(db, viewer, id)
  const withWords = (some: Succession) => some.map((past) => ({ ...past, givenOn: words.get(past.id) ?? null }))
  return {
    succession: withWords(succession),
    left: left.map((other) => ({ ...other, succession: withWords(other.succession) })),
  }
}

type Succession = ReturnType<typeof successionOf>

/** By verdict: merged claims may exchange their verdicts, so the claim of a verdict is not always the one it was given on. */
async function findWordsGivenOn(db: Db, viewer: Viewer, id: number): Promise<Map<number, string>> {
  const given = await db.event.findMany({
    where: {
      action: oneOf('verdict_given'),
      claim: { mergedIntoId: id, AND: readable.mergedClaims(viewer) },
    },
    select: { verdictId: true, claim: { select: { sentence: true } } },
  })
  return new Map(given.flatMap(({ verdictId, claim }) => (verdictId && claim ? [[verdictId, claim.sentence]] : [])))
}

async function listVerdictsLeft(db: Db, viewer: Viewer, id: number) {
  const merged = await db.claim.findMany({
    where: { mergedIntoId: id, AND: readable.mergedClaims(viewer) },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: { id: true, sentence: true, verdicts: verdictsFor(viewer) },
  })
  const left = merged.map(async ({ verdicts, ...claim }) => ({
    ...claim,
    succession: successionOf(
      verdicts.map(presentVerdict),
      await listWithdrawnVerdicts(db, viewer, { claimId: claim.id }),
    ),
  }))
  return (await Promise.all(left)).filter(({ succession }) => succession.length > 0)
}

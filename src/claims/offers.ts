import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { currentVerdict } from '../findings/queries.ts'
import { readable } from '../visible/readable.ts'
import { claimPath } from '../words/addresses.ts'
import { formatCount, formatDate } from '../words/dates.ts'
import { type Alike, findAlike } from './alike.ts'

const most = 10
/** Of so many that were checked, and of so many that were not, the likest are offered. */
const looked = 50
/** Of the places, those that claims which nobody has checked keep beside any number of checked ones. */
const keptForOthers = 3
/** What somebody types is compared with claims from so many words on: before that, only the words themselves count. */
const fewestWords = 4

/**
 * Claims to choose from: while somebody types, those that have all the words, then those that are like them; before
 * that those that are like the statement. Those that were checked come first, and the likest first among them.
 */
export async function offerClaims(db: Db, viewer: Viewer, { q, like = '' }: { q: string; like?: string }) {
  const sentence = q === '' ? like : q.split(/\s+/).length >= fewestWords ? q : ''
  const near = new Map((await findAlike(db, sentence, looked)).map((found) => [found.id, found]))
  const rows = await Promise.all([
    db.claim.findMany({ where: { id: { in: [...near.keys()] } }, select: offered(viewer) }),
    ...(q === '' ? [] : [true, false].map((isJudged) => findHaving(db, viewer, q, isJudged))),
  ])
  const having = new Set(rows.slice(1).flatMap((some) => some.map(({ id }) => id)))
  const all = [...new Map(rows.flat().map((row) => [row.id, row])).values()]
    .map((row) => ({ ...present(row, near.get(row.id)), hasWords: having.has(row.id) }))
    .toSorted((a, b) => likelyFirst(b) - likelyFirst(a) || b.id - a.id)
  const checked = all.filter((one) => one.verdict !== null || isSame(one))
  const others = all.filter((one) => !checked.includes(one))
  const ranked = [...checked.slice(0, Math.max(most - others.length, most - keptForOthers)), ...others]
  return [...ranked.filter((one) => one.hasWords), ...ranked.filter((one) => !one.hasWords)].slice(0, most)
}

/** The newest claims that have all the words, also of a claim that was merged into them. */
function findHaving(db: Db, viewer: Viewer, q: string, isJudged: boolean) {
  const where = havingAllOf(q)
  const judged: Prisma.ClaimWhereInput = { verdicts: { some: { state: { not: 'withdrawn' } } } }
  const standing: Prisma.ClaimWhereInput = {
    mergedIntoId: null,
    state: { not: 'withdrawn' },
    OR: [where, { mergedFrom: { some: where } }],
  }
  return db.claim.findMany({
    where: { AND: [standing, isJudged ? judged : { NOT: judged }] },
    orderBy: { id: 'desc' },
    take: looked,
    relationLoadStrategy: 'join',
    select: offered(viewer),
  })
}

const isSame = ({ alike }: OfferedClaim) => alike?.percent === 100
const likelyFirst = (one: OfferedClaim) => (isSame(one) ? 1000 : 0) + (one.alike?.percent ?? 0)

/** The same of some by their numbers, in this order: what a form was sent with. */
export async function findOffered(db: Db, viewer: Viewer, ids: number[]) {
  if (ids.length === 0) return []
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, select: offered(viewer) })
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).map((row) => present(row))
}

/** By their numbers what some are now, of one that was merged the claim it became part of; none that was withdrawn. */
export async function findStanding(db: Db, viewer: Viewer, ids: number[]) {
  if (ids.length === 0) return new Map<number, never>()
  const given = await db.claim.findMany({ where: { id: { in: ids } }, select: { id: true, mergedIntoId: true } })
  const rows = await db.claim.findMany({
    where: { id: { in: given.map(({ id, mergedIntoId }) => mergedIntoId ?? id) }, state: { not: 'withdrawn' } },
    select: offered(viewer),
  })
  const now = new Map(
    rows.map((row) => {
      const { id, sentence, verdict } = present(row)
      return [id, { id, sentence, verdict, path: claimPath(row) }]
    }),
  )
  return new Map(
    given.flatMap(({ id, mergedIntoId }) => {
      const claim = now.get(mergedIntoId ?? id)
      return claim ? [[id, claim] as const] : []
    }),
  )
}

export type OfferedClaim = ReturnType<typeof present>

function offered(viewer: Viewer) {
  return {
    id: true,
    sentence: true,
    _count: { select: { statements: true } },
    verdicts: {
      where: readable.verdicts(viewer),
      orderBy: { id: 'desc' },
      take: 10,
      select: { id: true, state: true, createdAt: true, rating: { select: { slug: true, label: true, tone: true } } },
    },
  } satisfies Prisma.ClaimSelect
}

type Row = Prisma.ClaimGetPayload<{ select: ReturnType<typeof offered> }>

function present({ id, sentence, verdicts, _count }: Row, found?: Alike) {
  const held = currentVerdict(verdicts)
  const verdict = held ? { ...held.rating, on: formatDate(held.createdAt) } : null
  /** How like it is to what was typed or said, and why; null where it only has the words. */
  const alike = found ? { percent: Math.round(found.score * 100), why: found.why } : null
  return {
    id,
    sentence,
    statementCount: _count.statements,
    alike,
    verdict,
    /** In a line: when it was checked, how often it was said, how like it is. */
    about: [
      ...(verdict ? [`Checked ${verdict.on}`] : []),
      formatCount(_count.statements, 'statement'),
      ...(alike ? [`${alike.percent} % alike: ${alike.why}`] : []),
    ].join(' · '),
    /** What a new verdict would take the place of, be it withdrawn. */
    newestVerdictId: verdicts[0]?.id ?? null,
  }
}

function havingAllOf(q: string): Prisma.ClaimWhereInput {
  const words = q.split(/\s+/).filter(Boolean)
  return { AND: words.map((word) => ({ sentence: { contains: word, mode: 'insensitive' } })) }
}

import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { currentVerdict } from '../findings/queries.ts'
import { readable } from '../visible/readable.ts'
import { formatCount, formatDate } from '../words/dates.ts'
import { type Alike, findAlike } from './alike.ts'

const most = 10
/** Of so many that were checked, and of so many that were not, the likest are offered. */
const looked = 50
/** What somebody types is compared with claims from so many words on: before that, only the words themselves count. */
const fewestWords = 4

/**
 * Claims to choose from: while somebody types, those that have all the words, then those that are like them; before
 * that those that are like the statement. Those that were checked come first, and the likest first among them.
 */
export async function offerClaims(db: Db, viewer: Viewer, { q, like = '' }: { q: string; like?: string }) {
  const sentence = q === '' ? like : q.split(/\s+/).length >= fewestWords ? q : ''
  const near = new Map((await findAlike(db, sentence, looked)).map((found) => [found.id, found]))
  const isNear: Prisma.ClaimWhereInput = { id: { in: [...near.keys()] } }
  const where = q === '' ? isNear : { OR: [havingAllOf(q), isNear] }
  const standing: Prisma.ClaimWhereInput = {
    mergedIntoId: null,
    state: { not: 'withdrawn' },
    // By the words of what was merged into it, too.
    OR: [where, { mergedFrom: { some: where } }],
  }
  const judged: Prisma.ClaimWhereInput = { verdicts: { some: { state: { not: 'withdrawn' } } } }
  const [checked, others] = await Promise.all(
    [judged, { NOT: judged }].map((only) =>
      db.claim.findMany({
        where: { AND: [standing, only] },
        orderBy: { id: 'desc' },
        take: looked,
        relationLoadStrategy: 'join',
        select: { ...offered(viewer), mergedFrom: { select: { id: true, sentence: true } } },
      }),
    ),
  )
  const ranked = [checked, others].flatMap((rows = []) =>
    rows
      .map(({ mergedFrom, ...row }) => {
        const all = [row, ...mergedFrom]
        const [found] = all.flatMap(({ id }) => near.get(id) ?? []).toSorted((a, b) => b.score - a.score)
        const hasWords = q !== '' && all.some((one) => hasAllOf(one.sentence, q))
        return { ...present(row, found), hasWords }
      })
      .toSorted((a, b) => (b.alike?.percent ?? 0) - (a.alike?.percent ?? 0)),
  )
  return ranked.toSorted((a, b) => Number(b.hasWords) - Number(a.hasWords)).slice(0, most)
}

/** The same of some by their numbers, in this order: what a form was sent with. */
export async function findOffered(db: Db, viewer: Viewer, ids: number[]) {
  if (ids.length === 0) return []
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, select: offered(viewer) })
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).map((row) => present(row))
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

function hasAllOf(sentence: string, q: string): boolean {
  const folded = sentence.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

function havingAllOf(q: string): Prisma.ClaimWhereInput {
  const words = q.split(/\s+/).filter(Boolean)
  return { AND: words.map((word) => ({ sentence: { contains: word, mode: 'insensitive' } })) }
}

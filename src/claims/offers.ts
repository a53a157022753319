import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { currentVerdict } from '../findings/queries.ts'
import { readable } from '../visible/readable.ts'
import { wordsOfName } from '../sources/spelling.ts'
import { foldName } from '../words/names.ts'
import { formatDate } from '../words/dates.ts'
import { smallWords } from './likeness.ts'

const most = 10
/** Of so many that were checked, and of so many that were not, the likest are offered. */
const looked = 50

/**
 * Claims to choose from: while somebody types, those that have all the words; before that those that have words of the
 * statement. Those that were checked come first, and the likest first among them.
 */
export async function offerClaims(db: Db, viewer: Viewer, { q, like = '' }: { q: string; like?: string }) {
  const where = q === '' ? await havingSomeOf(db, like) : havingAllOf(q)
  if (where === null) return []
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
        select: offered(viewer),
      }),
    ),
  )
  const alike = (rows: Row[] = []) => rows.toSorted(byLikeness(`${q} ${like}`))
  return [...alike(checked), ...alike(others)].slice(0, most).map(present)
}

/** The same of some by their numbers, in this order: what a form was sent with. */
export async function findOffered(db: Db, viewer: Viewer, ids: number[]) {
  if (ids.length === 0) return []
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, select: offered(viewer) })
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).map(present)
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

function present({ id, sentence, verdicts, _count }: Row) {
  const held = currentVerdict(verdicts)
  return {
    id,
    sentence,
    statementCount: _count.statements,
    verdict: held ? { ...held.rating, on: formatDate(held.createdAt) } : null,
    /** What a new verdict would take the place of, be it withdrawn. */
    newestVerdictId: verdicts[0]?.id ?? null,
  }
}

function havingAllOf(q: string): Prisma.ClaimWhereInput {
  const words = q.split(/\s+/).filter(Boolean)
  return { AND: words.map((word) => ({ sentence: { contains: word, mode: 'insensitive' } })) }
}

/** By the index of search, the longest words of the statement; null where it has none that are long enough. */
async function havingSomeOf(db: Db, words: string): Promise<Prisma.ClaimWhereInput | null> {
  const longest = [...new Set(tellingWords(words))].toSorted((a, b) => b.length - a.length).slice(0, 6)
  const queries = longest.map((word) => Prisma.sql`plainto_tsquery('simple', search_fold(${word}::text))`)
  if (queries.length === 0) return null
  const rows = await db.$queryRaw<{ claimId: number }[]>`
    SELECT "claimId" FROM "SearchEntry"
    WHERE "words" @@ ($$'#kind:claim'$$::tsquery && (${Prisma.join(queries, ' || ')})) LIMIT 200`
  return { id: { in: rows.map(({ claimId }) => claimId) } }
}

function byLikeness(words: string) {
  const wanted = new Set(tellingWords(words))
  const shared = ({ sentence }: Row) => {
    const own = new Set(tellingWords(sentence))
    return [...own].filter((word) => wanted.has(word)).length / Math.sqrt(Math.max(own.size, 1))
  }
  return (a: Row, b: Row) => shared(b) - shared(a)
}

function tellingWords(words: string): string[] {
  return wordsOfName(foldName(words)).filter((word) => word.length > 2 && !smallWords.has(word))
}

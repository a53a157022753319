import type { Db } from '../database/connect.ts'
import { foldWords } from '../anchoring/fold.ts'
import { difference, likeness } from './likeness.ts'

/*
 * Which of very many claims say nearly what a sentence says. Three indexes find some that may: the same words, its
 * rarest words, and a MinHash of all of them. Those are ranked here, by the words that they share.
 */

/** A claim that is like a sentence: how much, from 0 to 1, and in which words; its own, or of one that was merged into it. */
export type Alike = { id: number; sentence: string; score: number; why: string }

/** Letters of a text that are compared: longer than any claim. */
const compared = 2000

/** Claims that the rarest words of a sentence may be expected to find, and the most that are looked at. */
const [budget, mostByStem, mostByBand] = [1500, 4000, 2000]
/** Words to look by where the database has not counted them yet. */
const uncounted = 4
/** Of so many, the words in a row count, too. */
const mostRanked = 200
/** What pairs of words weigh beside single ones. */
const pairWeight = 0.3
/** Less is what unrelated sentences on one subject have in common. */
const leastAlike = 0.2

type Row = { id: number; sentence: string; stems: string[]; isSame: boolean; isMerged: boolean }
type Sign = { stem: string; rows: number | null }
type Signs = { folded: string; bands: number[]; stems: Sign[]; all: number }

/** The likest first, none of them withdrawn; `butNot` is the sentence's own claim. */
export async function findAlike(db: Db, given: string, most: number, butNot = 0): Promise<Alike[]> {
  const text = given.slice(0, compared)
  if (text.trim() === '') return []
  const signs = await readSigns(db, text)
  const rows = await db.$queryRaw<Row[]>`
    SELECT k."id", c."sentence", s."stems", s."folded" = ${signs.folded} AS "isSame", c."id" <> k."id" AS "isMerged"
    FROM (
      (SELECT "claimId" FROM "ClaimSigns" WHERE "folded" = ${signs.folded} LIMIT ${mostByBand})
      UNION (SELECT "claimId" FROM "ClaimSigns" WHERE "stems" && ${rarest(signs)}::text[] LIMIT ${mostByStem})
      UNION (SELECT "claimId" FROM "ClaimSigns" WHERE "bands" && ${signs.bands}::integer[] LIMIT ${mostByBand})
    ) found JOIN "ClaimSigns" s USING ("claimId") JOIN "Claim" c ON c."id" = s."claimId"
      JOIN "Claim" k ON k."id" = coalesce(c."mergedIntoId", c."id")
    WHERE k."id" <> ${butNot} AND k."state" <> 'withdrawn'`
  const rank = ranking(signs)
  const wanted = pairsOf(text)
  const ranked = rows
    .map((row) => ({ ...row, score: rank(row.stems) }))
    .toSorted((a, b) => Number(b.isSame) - Number(a.isSame) || b.score - a.score || a.id - b.id)
    .slice(0, Math.max(most, mostRanked))
    .map((row) => {
      const inARow = [...pairsOf(row.sentence)].filter((pair) => wanted.has(pair)).length / Math.max(1, wanted.size)
      return { ...row, score: row.isSame ? 1 : (row.score + pairWeight * inARow) / (1 + pairWeight) }
    })
    .filter(({ score }) => score >= leastAlike)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
  const likest = new Map(ranked.toReversed().map((row) => [row.id, row]))
  return ranked
    .filter((row) => likest.get(row.id) === row)
    .slice(0, most)
    .map((row) => ({ id: row.id, sentence: row.sentence, score: row.score, why: reason(text, row, signs) }))
}

/** Has the database count in how many claims a word stands, which a server does by itself. */
export async function countWords(db: Db): Promise<void> {
  await db.$executeRaw`ANALYZE "ClaimSigns"`
}

/** Of each word, how many claims have it, as far as the database has counted: what it lists no more is rarer. */
async function readSigns(db: Db, text: string): Promise<Signs> {
  const rows = await db.$queryRaw<
    { folded: string; bands: number[]; all: number; stem: string | null; rows: number | null }[]
  >`
    WITH mine AS (SELECT claim_stems(${text}) AS stems),
    counted AS (
      SELECT c.reltuples AS "all", p.most_common_elems::text::text[] AS stems, p.most_common_elem_freqs AS shares
      FROM pg_class c LEFT JOIN pg_stats p ON p.schemaname = 'public' AND p.tablename = c.relname AND p.attname = 'stems'
      WHERE c.oid = '"ClaimSigns"'::regclass
    ),
    -- The last shares are of no word: the least, the most, that of none.
    known AS (SELECT k.stem, k.share FROM counted, unnest(counted.stems, counted.shares) AS k(stem, share) WHERE k.stem IS NOT NULL),
    rare AS (SELECT min(share) / 2 AS share FROM known)
    SELECT claim_folded(${text}) AS "folded", claim_bands(mine.stems) AS "bands", counted."all", own.stem,
      counted."all" * coalesce(known.share, rare.share) AS "rows"
    FROM mine CROSS JOIN counted CROSS JOIN rare LEFT JOIN LATERAL unnest(mine.stems) AS own(stem) ON true
      LEFT JOIN known ON known.stem = own.stem`
  const [first] = rows
  return {
    folded: first?.folded ?? '',
    bands: first?.bands ?? [],
    all: Math.max(1, first?.all ?? 0),
    stems: rows.flatMap(({ stem, rows: having }) => (stem === null ? [] : [{ stem, rows: having }])),
  }
}

/** The rarest words, as many as find about as many claims as can be ranked at once. */
function rarest({ stems }: Signs): string[] {
  const inOrder = stems.toSorted((a, b) => (a.rows ?? 0) - (b.rows ?? 0) || b.stem.length - a.stem.length)
  const chosen: string[] = []
  let sum = 0
  for (const { stem, rows } of inOrder) {
    sum += rows ?? budget / uncounted
    if (chosen.length >= 2 && sum > budget) break
    chosen.push(stem)
  }
  return chosen
}

/** How much of the words is shared, where a rare word counts more than one that many claims have. */
function ranking({ stems, all }: Signs): (others: readonly string[]) => number {
  const known = new Map(stems.map(({ stem, rows }) => [stem, rows ?? 1]))
  const rare = Math.max(1, Math.min(all, ...known.values()))
  const weight = (stem: string) => Math.log(1 + all / Math.max(1, known.get(stem) ?? rare)) ** 2
  const mass = (of: readonly string[]) => of.reduce((sum, stem) => sum + weight(stem), 0)
  const own = mass([...known.keys()])
  return (others) => mass(others.filter((stem) => known.has(stem))) / Math.sqrt(own * mass(others) || 1)
}

function pairsOf(text: string): Set<string> {
  const words = foldWords(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, 6))
  return new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`))
}

/** In words: why they are probably the same, or how many of the words are, and what speaks against it. */
function reason(text: string, { sentence, stems, isMerged }: Row, signs: Signs): string {
  const own = new Set(signs.stems.map(({ stem }) => stem))
  const shared = stems.filter((stem) => own.has(stem)).length
  const against = difference(text, sentence)
  const so =
    likeness(text, sentence) ?? `${shared} of ${own.size} words${against === undefined ? '' : `, but ${against}`}`
  return isMerged ? `${so}, in a claim merged into it` : so
}

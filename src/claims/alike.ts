import type { Db } from '../database/connect.ts'
import { foldName } from '../words/names.ts'
import { wordsOfName } from '../sources/spelling.ts'
import { difference, likeness, smallWords } from './likeness.ts'

/*
 * Which of very many claims say nearly what a sentence says. Three indexes find some that may: the same words, its
 * rarest words, and a MinHash of all of them. Those are ranked here, by the words that they share.
 */

/** A claim that is like a sentence: how much, from 0 to 1, and in which words. */
export type Alike = { id: number; sentence: string; score: number; why: string }

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

type Sign = { stem: string; rows: number | null }
type Signs = { folded: string; bands: number[]; stems: Sign[]; all: number }

/** The likest first, withdrawn and merged claims among them; `butNot` is the sentence's own claim. */
export async function findAlike(db: Db, text: string, most: number, butNot = 0): Promise<Alike[]> {
  if (text === '') return []
  const signs = await readSigns(db, text)
  const rows = await db.$queryRaw<{ id: number; sentence: string; stems: string[]; isSame: boolean }[]>`
    SELECT c."id", c."sentence", s."stems", s."folded" = ${signs.folded} AS "isSame"
    FROM (
      (SELECT "claimId" FROM "ClaimSigns" WHERE "folded" = ${signs.folded} LIMIT ${most})
      UNION (SELECT "claimId" FROM "ClaimSigns" WHERE "stems" && ${rarest(signs)}::text[] LIMIT ${mostByStem})
      UNION (SELECT "claimId" FROM "ClaimSigns" WHERE "bands" && ${signs.bands}::integer[] LIMIT ${mostByBand})
    ) found JOIN "ClaimSigns" s USING ("claimId") JOIN "Claim" c ON c."id" = s."claimId"
    WHERE c."id" <> ${butNot}`
  const rank = ranking(signs)
  const wanted = pairsOf(text)
  return rows
    .map((row) => ({ ...row, score: rank(row.stems) }))
    .toSorted((a, b) => Number(b.isSame) - Number(a.isSame) || b.score - a.score || a.id - b.id)
    .slice(0, Math.max(most, mostRanked))
    .map(({ id, sentence, isSame, score }) => {
      const inARow = [...pairsOf(sentence)].filter((pair) => wanted.has(pair)).length / Math.max(1, wanted.size)
      return { id, sentence, score: isSame ? 1 : (score + pairWeight * inARow) / (1 + pairWeight) }
    })
    .filter(({ score }) => score >= leastAlike)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, most)
    .map((found) => ({ ...found, why: reason(text, found.sentence) }))
}

/** Of each word, how many claims have it, as far as the database has counted: what it lists no more is rarer. */
async function readSigns(db: Db, text: string): Promise<Signs> {
  const rows = await db.$queryRaw<
    { folded: string; bands: number[]; all: number; stem: string | null; rows: number }[]
  >`
    WITH mine AS (SELECT claim_stems(${text}) AS stems),
    counted AS (
      SELECT c.reltuples AS "all", p.most_common_elems::text::text[] AS stems, p.most_common_elem_freqs AS shares
      FROM pg_class c LEFT JOIN pg_stats p ON p.schemaname = 'public' AND p.tablename = c.relname AND p.attname = 'stems'
      WHERE c.oid = '"ClaimSigns"'::regclass
    ),
    known AS (SELECT k.stem, k.share FROM counted, unnest(counted.stems, counted.shares) AS k(stem, share))
    SELECT claim_folded(${text}) AS "folded", claim_bands(mine.stems) AS "bands", counted."all", stem,
      counted."all" * coalesce(
        (SELECT share FROM known WHERE known.stem = own.stem), (SELECT min(share) / 2 FROM known)) AS "rows"
    FROM mine CROSS JOIN counted LEFT JOIN LATERAL unnest(mine.stems) AS own(stem) ON true`
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
  const words = wordsOfName(foldName(text)).map((word) => word.slice(0, 6))
  return new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`))
}

/** In words: why they are probably the same, or how many of the words are, and what speaks against it. */
function reason(text: string, sentence: string): string {
  const same = likeness(text, sentence)
  if (same !== undefined) return same
  const [own, others] = [tellingWords(text), new Set(tellingWords(sentence))]
  const shared = own.filter((word) => others.has(word)).length
  const against = difference(text, sentence)
  return `${shared} of ${own.length} words${against === undefined ? '' : `, but ${against}`}`
}

function tellingWords(text: string): string[] {
  return [...new Set(wordsOfName(foldName(text)).filter((word) => !smallWords.has(word)))]
}

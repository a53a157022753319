import { LRUCache } from 'lru-cache'
import type { Db } from '../database/connect.ts'
import { foldWords } from '../anchoring/fold.ts'
import { difference, likeness } from './likeness.ts'
import { type ClaimMeanings, matchingInMeaning, meaningsFor } from './meaning.ts'

/*
 * Which of very many claims say nearly what a sentence says. Three indexes find some that may: the same words, its
 * rarest words, and a MinHash of all of them. Those are ranked here, by the words that they share.
 */

/** A claim that is like a sentence: how much, from 0 to 1, and in which words; its own, or of one that was merged into it. */
export type Alike = { id: number; sentence: string; score: number; why: string; isMeant: boolean }

/** Letters of a text that are compared: longer than any claim. */
const compared = 2000

/** Claims that the rarest words of a sentence may be expected to find, and the most that are looked at. */
const [budget, mostByStem, mostByBand] = [1500, 3000, 1500]
/** Words to look by where the database has not counted them yet. */
const uncounted = 4
/** Of so many, the words in a row count, too. */
const mostRanked = 100
/** What pairs of words weigh beside single ones. */
const pairWeight = 0.3
/** So many claims are compared in what they mean, if they are as near as this, and what that weighs beside the words. */
const [mostNear, leastNear, meaningWeight] = [200, 0.5, 0.85]
/** Of how near a claim is in meaning, the part that is told word by word; the rest is told of the whole sentence. */
const matchWeight = 0.35
/** Less is what unrelated sentences on one subject have in common. */
const leastAlike = 0.2
/** The claim that is likest in words keeps a place among the first, if it is as like as this. */
const leastInWords = 0.3

type Row = {
  id: number
  sentence: string
  score: number
  isSame: boolean
  isMerged: boolean
  stems: string[]
  ownId: number
  isMeant: boolean
}
type Ranked = Pick<Row, 'score' | 'isSame' | 'stems'>
type Signs = { folded: string; bands: number[]; stems: string[]; counts: Counts }

/** The likest first, none of them withdrawn; `butNot` is the sentence's own claim. */
export async function findAlike(db: Db, given: string, most: number, butNot = 0): Promise<Alike[]> {
  const text = given.slice(0, compared)
  if (text.trim() === '') return []
  const signs = await readSigns(db, text)
  const ranked = await rank(db, signs)
  const meanings = meaningsFor(db)
  const near = await findNear(db, meanings, text)
  const matching = matchingWith(meanings, near, text)
  const wanted = pairsOf(text)
  const found = (await readClaims(db, signs, ranked, [...near.keys()], Math.max(most, mostRanked), butNot))
    .map((row) => {
      const inARow = [...pairsOf(row.sentence)].filter((pair) => wanted.has(pair)).length / Math.max(1, wanted.size)
      const inWords = row.isSame ? 1 : (row.score + pairWeight * inARow) / (1 + pairWeight)
      const inMeaning = meaningWeight * matching(row.ownId, row.sentence)
      return { ...row, inWords, isMeant: inMeaning > inWords, score: Math.max(inWords, inMeaning) }
    })
    .filter(({ score }) => score >= leastAlike)
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
  const likest = new Map(found.toReversed().map((row) => [row.id, row]))
  return withLikestInWords(
    found.filter((row) => likest.get(row.id) === row),
    most,
  ).map((row) => ({
    id: row.id,
    sentence: row.sentence,
    score: row.score,
    why: reason(text, row, signs),
    /** More by what its words mean than by the words themselves. */
    isMeant: row.isMeant,
  }))
}

/** The first of them; the last gives its place to whatever is likest in words, if only its meaning kept that further back. */
function withLikestInWords<T extends { inWords: number }>(all: T[], most: number): T[] {
  const first = all.slice(0, most)
  const [likest] = all.toSorted((one, other) => other.inWords - one.inWords)
  const isFurther = likest !== undefined && likest.inWords >= leastInWords && !first.includes(likest)
  return isFurther && most > 1 ? [...first.slice(0, -1), likest] : first
}

/** Has the database count in how many claims a word stands, which a server does by itself. */
export async function countWords(db: Db): Promise<void> {
  await db.$executeRaw`ANALYZE "ClaimSigns"`
}

/** Of each claim that may be like it, how many of the words it shares; read from one table alone, since there may be thousands. */
async function rank(db: Db, signs: Signs): Promise<Map<number, Ranked>> {
  // All in one text: rows and arrays take ten times as long to read.
  const [found] = await db.$queryRaw<{ same: number[]; lines: string | null }[]>`
    SELECT ARRAY(SELECT "claimId" FROM "ClaimSigns" WHERE "folded" = ${signs.folded} LIMIT ${mostByBand}) AS "same",
      (SELECT string_agg(concat_ws(' ', "claimId", array_to_string("stems", ' ')), E'\n') FROM (
        (SELECT "claimId", "stems" FROM "ClaimSigns" WHERE "folded" = ${signs.folded} LIMIT ${mostByBand})
        UNION ALL (SELECT "claimId", "stems" FROM "ClaimSigns" WHERE "stems" && ${rarest(signs.stems, signs.counts.stems, 2)}::text[] LIMIT ${mostByStem})
        UNION ALL (SELECT "claimId", "stems" FROM "ClaimSigns" WHERE "bands" && ${rarest(signs.bands, signs.counts.bands, 4)}::integer[] LIMIT ${mostByBand})
      ) found) AS "lines"`
  const score = scoring(signs)
  const same = new Set(found?.same)
  const ranked = new Map<number, Ranked>()
  for (const line of found?.lines?.split('\n') ?? []) {
    const [first = '', ...stems] = line.split(' ')
    const id = Number(first)
    if (!ranked.has(id)) ranked.set(id, { score: score(stems), isSame: same.has(id), stems })
  }
  return ranked
}

/** The claims nearest in meaning with how near they are; none where no vectors are packed. */
async function findNear(db: Db, meanings: ClaimMeanings | undefined, text: string): Promise<Map<number, number>> {
  if (!meanings) return new Map()
  // Where there are very many to read, whoever asks meanwhile gets what is read so far.
  await meanings.readSome(db)
  const near = meanings.nearest(text, mostNear).filter((claim) => claim.near >= leastNear)
  return new Map(near.map(({ id, near: how }) => [id, how]))
}

/** How much a claim that is near in meaning says the same, from 0 to 1: as a whole, and word by word. */
function matchingWith(meanings: ClaimMeanings | undefined, near: Map<number, number>, text: string) {
  const match = meanings && matchingInMeaning(meanings.words, text)
  return (id: number, sentence: string) => {
    const whole = near.get(id)
    return whole === undefined || !match ? 0 : whole + matchWeight * (match(sentence) - whole)
  }
}

/**
 * The claims of the likest and of the nearest in meaning, each with what it is part of now: of more, where many of the
 * likest are withdrawn or one and the same.
 */
async function readClaims(
  db: Db,
  signs: Signs,
  ranked: Map<number, Ranked>,
  near: number[],
  most: number,
  butNot: number,
): Promise<Row[]> {
  const likest = [...ranked]
    .toSorted(([a, one], [b, other]) => Number(other.isSame) - Number(one.isSame) || other.score - one.score || a - b)
    .map(([id]) => id)
  const ids = [...new Set([...likest.slice(0, most), ...near, ...likest])]
  const first = most + near.length
  const rows: Row[] = []
  const countLike = () => new Set(rows.filter(({ ownId }) => ranked.has(ownId)).map(({ id }) => id)).size
  for (let from = 0; from < ids.length && countLike() < most / 2; from = 4 * from + first)
    rows.push(...(await readStanding(db, signs, ranked, ids.slice(from, 4 * from + first), butNot)))
  return rows
}

async function readStanding(
  db: Db,
  signs: Signs,
  ranked: Map<number, Ranked>,
  ids: number[],
  butNot: number,
): Promise<Row[]> {
  const score = scoring(signs)
  const rows = await db.$queryRaw<{ ownId: number; id: number; sentence: string }[]>`
    SELECT c."id" AS "ownId", k."id", c."sentence"
    FROM "Claim" c JOIN "Claim" k ON k."id" = coalesce(c."mergedIntoId", c."id")
    WHERE c."id" = ANY (${ids}::int[]) AND k."id" <> ${butNot} AND k."state" <> 'withdrawn'`
  return rows.map(({ ownId, id, sentence }) => {
    const stems = ranked.get(ownId)?.stems ?? [
      ...new Set(
        foldWords(sentence)
          .split(' ')
          .map((word) => word.slice(0, 6)),
      ),
    ]
    const found = ranked.get(ownId) ?? { score: score(stems), isSame: false, stems }
    return { ...found, ownId, id, sentence, isMerged: ownId !== id, isMeant: false }
  })
}

async function readSigns(db: Db, text: string): Promise<Signs> {
  const rows = await db.$queryRaw<(Omit<Signs, 'counts'> & { all: number; version: string })[]>`
    SELECT claim_folded(${text}) AS "folded", claim_bands(mine.stems) AS "bands", mine.stems, c.reltuples AS "all",
      concat_ws(' ', pg_postmaster_start_time(), current_database(), c.oid, c.reltuples, c.relpages) AS "version"
    FROM (SELECT claim_stems(${text}) AS stems OFFSET 0) mine, pg_class c WHERE c.oid = '"ClaimSigns"'::regclass`
  const { folded = '', bands = [], stems = [], all = 0, version = '' } = rows[0] ?? {}
  return { folded, bands, stems, counts: await readCounts(db, version, Math.max(1, all)) }
}

/** In how many claims a sign is, as far as anything is counted: one that is not listed is rarer than all that are. */
type Count = (sign: string | number) => number | undefined
type Counts = { all: number; stems: Count; bands: Count }

/** The database lists ten thousand words, which take longer to read than to find a claim: kept until it counts anew. */
const counted = new LRUCache<string, Counts>({ max: 4 })

async function readCounts(db: Db, version: string, all: number): Promise<Counts> {
  const known = counted.get(version)
  if (known) return known
  // The shares go on behind those of the signs: the least, the most, that of none.
  const rows = await db.$queryRaw<{ column: string; sign: string; share: number }[]>`
    SELECT p.attname::text AS "column", k.sign, k.share
    FROM pg_stats p, unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) AS k(sign, share)
    WHERE p.schemaname = 'public' AND p.tablename = 'ClaimSigns' AND p.attname IN ('stems', 'bands') AND k.sign IS NOT NULL`
  const countIn = (column: string): Count => {
    const listed = rows.filter((row) => row.column === column)
    const least = listed.reduce((sofar, { share }) => Math.min(sofar, share), 1) / 2
    const counts = new Map(listed.map(({ sign, share }) => [sign, share * all]))
    return (sign) => counts.get(String(sign)) ?? (listed.length === 0 ? undefined : least * all)
  }
  const counts = { all, stems: countIn('stems'), bands: countIn('bands') }
  counted.set(version, counts)
  return counts
}

/** The rarest of these signs, as many as find about as many claims as can be ranked at once, but a few at least. */
function rarest<T extends string | number>(signs: T[], count: Count, few: number): T[] {
  const inOrder = signs
    .map((sign) => ({ sign, rows: count(sign) }))
    .toSorted((a, b) => (a.rows ?? 0) - (b.rows ?? 0) || String(b.sign).length - String(a.sign).length)
  const chosen: T[] = []
  let sum = 0
  for (const { sign, rows } of inOrder) {
    sum += rows ?? budget / uncounted
    if (chosen.length >= few && sum > budget) break
    chosen.push(sign)
  }
  return chosen
}

/** How much of the words is shared, where a rare word counts more than one that many claims have. */
function scoring({ stems, counts }: Signs): (others: readonly string[]) => number {
  const own = new Set(stems)
  const weights = new Map<string, number>()
  const weight = (stem: string) => {
    const known = weights.get(stem)
    if (known !== undefined) return known
    const weighed = Math.log(1 + counts.all / Math.max(1, counts.stems(stem) ?? 1)) ** 2
    weights.set(stem, weighed)
    return weighed
  }
  const mass = (of: readonly string[]) => of.reduce((sum, stem) => sum + weight(stem), 0)
  const all = mass(stems)
  return (others) => mass(others.filter((stem) => own.has(stem))) / Math.sqrt(all * mass(others) || 1)
}

function pairsOf(text: string): Set<string> {
  const words = foldWords(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, 6))
  return new Set(words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`))
}

/** Behind the reason, where the words are those of a claim that is part of another now. */
export const ofMerged = ', in a claim merged into it'

/** In words: why they are probably the same, or how many of the words are, and what speaks against it. */
function reason(text: string, { sentence, stems, isMerged, isMeant }: Row, signs: Signs): string {
  const own = new Set(signs.stems)
  const shared = stems.filter((stem) => own.has(stem)).length
  const against = difference(text, sentence)
  const but = against === undefined ? '' : `, but ${against}`
  const so = likeness(text, sentence) ?? `${isMeant ? 'near in meaning, ' : ''}${shared} of ${own.size} words${but}`
  return isMerged ? `${so}${ofMerged}` : so
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexText } from '../../src/anchoring/code-points.ts'
import { measured } from '../../src/extraction/confidence.ts'
import { extractStatements } from '../../src/extraction/extract.ts'
import type { Hop, Statement } from '../../src/extraction/statement.ts'
import { alsoRight } from './also-right.ts'
import { atFirstSight } from './first-sight.ts'
import { fresh } from './fresh-articles.ts'
import { further } from './further-articles.ts'
import { heard } from './heard-articles.ts'
import { isSame } from './judge.ts'
import { last } from './last-articles.ts'
import { newsday } from './newsday-articles.ts'
import { papers } from './paper-articles.ts'
import { rare } from './rare-articles.ts'
import { siblings } from './siblings.ts'
import { toldAloud } from './told-aloud-articles.ts'
import { voiced } from './voiced-articles.ts'
import type { GoldArticle } from './own-articles.ts'

export type Suggestion = { statement: Statement; content: string; told: string; isRight: boolean }

export type Share = { rule: string; right: number; of: number; share: number }

/** A rule begins with these, so that one seldom seen is not told to be sure. */
const begins = { right: 4, of: 8 }

/** What our own texts show of a rule counts like so many suggestions of texts it had never read. */
const ownCountsLike = 20

/** What `confidence.ts` has of each rule, measured anew. */
export function sharesByRule(suggestions: readonly Suggestion[]): Share[] {
  const byRule = Map.groupBy(suggestions, ({ statement }) => statement.rule)
  for (const rule of Object.keys(measured)) if (!byRule.has(rule)) byRule.set(rule, [])
  return [...byRule]
    .map(([rule, rows]) => {
      const [right, of] = [rows.filter(({ isRight }) => isRight).length, rows.length]
      const own = (right + begins.right) / (of + begins.of)
      return { rule, right, of, share: Math.min(own, withFirstSight(rule, own)) }
    })
    .sort((a, b) => b.of - a.of)
}

/** The rules were corrected for our texts; what they did with unknown ones takes their share down. */
function withFirstSight(rule: string, own: number): number {
  const seen = new Map(Object.entries(atFirstSight)).get(rule) ?? { right: 0, of: 0 }
  return (seen.right + ownCountsLike * own) / (seen.of + ownCountsLike)
}

/** How many of those that are this sure, rounded down to tenths, were right; the surest first. */
export function sharesByConfidence(suggestions: readonly Suggestion[]): { tenth: number; right: number; of: number }[] {
  // Hundredths are whole, so that 0.7 is not 0.6999.
  const byTenth = Map.groupBy(suggestions, ({ statement }) => Math.floor(Math.round(statement.confidence * 100) / 10))
  return [...byTenth]
    .map(([tenth, rows]) => ({
      tenth: tenth / 10,
      right: rows.filter(({ isRight }) => isRight).length,
      of: rows.length,
    }))
    .sort((a, b) => b.tenth - a.tenth)
}

type Gold = { pieces: string[]; isChain: (hops: readonly Hop[]) => boolean }

const directory = join(import.meta.dirname, 'articles')

/** All that is suggested of our own English texts, and whether an editor would accept it as it stands. */
export function* suggestOwn(): Generator<Suggestion> {
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(directory, file), 'utf8')
    const gold = JSON.parse(readFileSync(join(directory, file.replace('.txt', '.json')), 'utf8')) as GoldArticle
    yield* judgeAll(text, gold.publishedOn, gold.statements.map(fromArticle))
  }
  const sets = [...fresh, ...further, ...last, ...newsday, ...voiced, ...papers, ...heard, ...toldAloud].map(
    ([, ...texts]) => texts,
  )
  for (const [text, ...wanted] of [...sets, ...Object.values(siblings).flat(), ...rare])
    yield* judgeAll(text, undefined, wanted.map(fromLine))
}

function fromArticle({ content, chain }: GoldArticle['statements'][number]): Gold {
  return {
    pieces: typeof content === 'string' ? [content] : content,
    isChain: (hops) => told(hops) === chain.map(({ source }) => plain(source)).join(' < '),
  }
}

function fromLine(line: string): Gold {
  const [words = '', chain = ''] = line.replace(/ \[[pd]\]$/, '').split(' <- ')
  const wanted = chain.split(' < ')
  return {
    pieces: words.split(' … '),
    isChain: (hops) => hops.length === wanted.length && hops.every((hop, at) => isSame(hop, wanted[at]!)),
  }
}

/** Right is what shares four fifths of its letters with a statement of the gold and tells its chain. */
function* judgeAll(text: string, publishedOn: string | undefined, golds: readonly Gold[]): Generator<Suggestion> {
  const index = indexText(text)
  const lettersOf = (stretches: readonly (readonly [from: number, to: number])[]) =>
    new Set(
      stretches
        .flatMap(([from, to], at) => {
          const begin = at === 0 && text.startsWith('that ', from) ? from + 5 : from
          return Array.from({ length: Math.max(0, to - begin) }, (_, i) => begin + i)
        })
        .filter((at) => /[\p{L}\p{N}]/u.test(text[at]!)),
    )
  const wanted = golds.map(({ pieces, isChain }) => ({ isChain, letters: lettersOf(placesOf(text, pieces)) }))
  for (const statement of extractStatements(text, publishedOn === undefined ? {} : { publishedOn }).statements) {
    const got = lettersOf(statement.content.map(({ start, end }) => [index.toUnit(start), index.toUnit(end)]))
    const content = statement.content.map(({ start, end }) => index.slice(start, end)).join(' … ')
    const isOfGold = wanted.some(({ letters, isChain }) => {
      const shared = [...letters].filter((at) => got.has(at)).length
      return shared >= 0.8 * (letters.size + got.size - shared) && isChain(statement.hops)
    })
    const told = nameSuggestion(content, statement.hops)
    yield { statement, content, told, isRight: isOfGold || alsoRight.has(told) }
  }
}

function placesOf(text: string, pieces: readonly string[]): [number, number][] {
  let from = 0
  return pieces.map((piece) => {
    const at = text.indexOf(piece, from)
    from = at + piece.length
    return [at, from]
  })
}

/** In the notation of also-right.ts. */
function nameSuggestion(content: string, hops: readonly Hop[]): string {
  const short = content.length > 70 ? `${content.slice(0, 40)} […] ${content.slice(-20)}` : content
  return `${short} <- ${told(hops)}`.replaceAll('\n', ' ')
}

function told(hops: readonly Hop[]): string {
  return hops.map(({ source }) => plain(source.name)).join(' < ')
}

function plain(name: string | null): string {
  return name?.replace(/^(?:the|his|her|its) /i, '') ?? '?'
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractStatements } from '../../src/extraction/extract.ts'
import type { Span, Statement } from '../../src/extraction/statement.ts'

export type GoldStatement = {
  content: string | string[]
  chain: { source: string | null; cue: string }[]
  date?: string
  /** The pronoun that the origin is mentioned by. */
  pronoun?: string
  addressee?: string
  place?: string
  medium?: string
  act?: string
  polarity?: string
  anonymity?: string
  basis?: string
  reason?: string
}

export type GoldArticle = { publishedOn: string; statements: GoldStatement[]; notSuggested?: string[] }

export type Tally = { right: number; of: number; wrong: string[] }

const directory = join(import.meta.dirname, 'articles')

/** How many chains, dates and pronouns of our own articles are told exactly, and what is told of unnamed sources. */
export function scoreOwnArticles(): Record<'chains' | 'dates' | 'pronouns' | 'details' | 'notSuggested', Tally> {
  const tallies = {
    chains: newTally(),
    dates: newTally(),
    pronouns: newTally(),
    details: newTally(),
    notSuggested: newTally(),
  }
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(directory, file), 'utf8')
    const gold = JSON.parse(readFileSync(join(directory, file.replace('.txt', '.json')), 'utf8')) as GoldArticle
    const { statements } = extractStatements(text, { publishedOn: gold.publishedOn })
    for (const wanted of gold.statements) {
      const found = bestMatch(text, wanted, statements)
      const hops = found?.hops.map((hop) => ({ source: hop.source.name, cue: hop.cue?.text ?? '' })) ?? []
      const say = `${file}: ${JSON.stringify(wanted)} ← ${JSON.stringify(hops)} ${found?.hops[0]?.date?.iso ?? ''}`
      add(tallies.chains, JSON.stringify(hops.map(plain)) === JSON.stringify(wanted.chain.map(plain)), say)
      if (wanted.date) add(tallies.dates, !!found?.hops.some((hop) => hop.date?.iso === wanted.date), say)
      if (wanted.pronoun) add(tallies.pronouns, hops[0]?.source === wanted.chain[0]?.source, say)
      for (const [name, value] of Object.entries(detailsOf(found))) {
        const expected = wanted[name as keyof GoldStatement]
        if (expected !== undefined) add(tallies.details, value === expected, `${name} ${value} ${say}`)
      }
    }
    for (const words of gold.notSuggested ?? []) {
      const offered = statements.find((statement) => textOf(text, statement.content).includes(words))
      add(tallies.notSuggested, !offered, `${file}: ${words}`)
    }
  }
  return tallies
}

function newTally(): Tally {
  return { right: 0, of: 0, wrong: [] }
}

function add(tally: Tally, right: boolean, say: string) {
  tally.of++
  if (right) tally.right++
  else tally.wrong.push(say)
}

function plain({ source, cue }: { source: string | null; cue: string }) {
  return { source: source?.replace(/^(?:the|his|her|its) /i, '') ?? null, cue }
}

function detailsOf(statement: Statement | undefined) {
  const hop = statement?.hops[0]
  return {
    addressee: hop?.addressee,
    place: hop?.place,
    medium: hop?.medium,
    act: statement?.act,
    polarity: statement?.polarity,
    anonymity: hop?.source.anonymity,
    basis: hop?.source.basis,
    reason: hop?.source.reason,
  }
}

/** The suggestion that shares most words with the wanted content, where it shares half. */
function bestMatch(text: string, wanted: GoldStatement, statements: readonly Statement[]): Statement | undefined {
  const pieces = typeof wanted.content === 'string' ? [wanted.content] : wanted.content
  const words = wordsOf(pieces.join(' '))
  let best: Statement | undefined
  let likeness = 0.5
  for (const statement of statements) {
    const offered = wordsOf(textOf(text, statement.content))
    const shared = words.filter((word) => offered.includes(word)).length
    const alike = shared / (words.length + offered.length - shared)
    if (alike > likeness) [best, likeness] = [statement, alike]
  }
  return best
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}

function textOf(text: string, spans: readonly Span[]): string {
  const characters = Array.from(text)
  return spans.map(({ start, end }) => characters.slice(start, end).join('')).join(' ')
}

import assert from 'node:assert/strict'
import { extractStatements } from '../../../src/extraction/extract.ts'
import type { Hop, HopSource, Span } from '../../../src/extraction/statement.ts'
import { type Abroad, type Gold, type More, publishedOn } from '../abroad-articles.ts'

export type Score = { f1: number; speakers: number; chains: number; more: number; told: string[] }

export const bare = (words: string) => words.replace(/[\s*«»„“”"’‘'.,:;!?…،؛؟]+/gu, ' ').trim()

/**
 * Exact contents, white space and marks apart; how often their speaker and their whole chain are right; and days,
 * addressees and relays. What is wrong is told in words.
 */
export function score(articles: readonly Abroad[]): Score {
  const sum = { gold: 0, suggested: 0, exact: 0, speakers: 0, chains: 0, more: 0, moreRight: 0 }
  const told: string[] = []
  for (const { language, text, gold } of articles) {
    const extraction = extractStatements(text, { publishedOn })
    assert.equal(extraction.language, language, text)
    const letters = Array.from(text)
    const read = (spans: readonly Span[]) => spans.map(({ start, end }) => letters.slice(start, end).join('')).join(' ')
    const found = extraction.statements.map(({ content, hops }) => ({ words: bare(read(content)), hops }))
    sum.gold += gold.length
    sum.suggested += found.length
    for (const { source } of found.flatMap(({ hops }) => hops)) assertStanding(source, read)
    const used = new Set<unknown>()
    for (const [words, speaker, more = {}] of gold) {
      const one = found.find((each) => !used.has(each) && isOneOf(words, (wanted) => bare(wanted) === each.words))
      sum.more += Object.keys(more).length
      if (!one) {
        told.push(`${language} missed: ${words}`)
        continue
      }
      used.add(one)
      sum.exact++
      sum.moreRight += moreRight(one.hops, more)
      const isRight = isSpeaker(one.hops[0]!.source, speaker)
      const isChain = isRight && isPassedOn(one.hops, more)
      if (isRight) sum.speakers++
      if (isChain) sum.chains++
      if (!isChain) told.push(`${language} by ${one.hops.map(({ source }) => toldOf(source)).join(' < ')}: ${words}`)
    }
    for (const one of found) if (!used.has(one)) told.push(`${language} unwanted: ${one.words}`)
  }
  const { gold, suggested, exact, speakers, chains, more } = sum
  return {
    f1: (2 * exact) / (gold + suggested),
    speakers: speakers / exact,
    chains: chains / gold,
    more: sum.moreRight / (more || 1),
    told,
  }
}

function assertStanding(source: HopSource, read: (spans: readonly Span[]) => string) {
  if (source.start === null) assert.equal(source.mention, null, 'a speaker who is not written stands nowhere')
  else assert.equal(read([{ start: source.start, end: source.end ?? 0 }]), source.mention)
}

const isOneOf = (alternatives: string, isWanted: (one: string) => boolean) =>
  alternatives.split('|').some((one) => isWanted(one.trim()))

const isSpeaker = ({ anonymity, name, mention, description }: HopSource, wanted: Gold[1]) =>
  isOneOf(wanted, (one) => {
    if (one === '?') return anonymity === 'unstated'
    if (!one.startsWith('[')) return anonymity === 'named' && name === one
    const words = bare(one.slice(1, -1))
    return anonymity !== 'unstated' && [mention, description].some((each) => bare(each ?? '').includes(words))
  })

const isPassedOn = ([, outer, further]: readonly Hop[], { through }: More) =>
  through === undefined || (outer !== undefined && further === undefined && passes(outer, through))

const passes = ({ source }: Hop, through: string) =>
  [source.mention, source.name].some((each) => bare(each ?? '').includes(bare(through)))

function moreRight([hop, outer]: readonly Hop[], more: More): number {
  const isDate = more.date !== undefined && hop?.date?.iso === more.date
  const isTo = more.to !== undefined && hop?.addressee?.includes(more.to)
  const isThrough = more.through !== undefined && outer !== undefined && passes(outer, more.through)
  return Number(isDate) + Number(isTo ?? false) + Number(isThrough)
}

const toldOf = ({ name, mention, anonymity }: HopSource) => `${name ?? mention ?? '?'} (${anonymity})`

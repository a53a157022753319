import assert from 'node:assert/strict'
import { indexText } from '../../src/anchoring/code-points.ts'
import type { Hop, Statement } from '../../src/extraction/statement.ts'

/** What should be suggested, in the notation of siblings.ts. */
export type Wanted = { line: string; words: string[]; chain: string[]; mark: string | undefined }

export type Verdict = { found: boolean; origin: boolean; chain: boolean; told: string }

export function readWanted(line: string): Wanted {
  const [words = '', chain = ''] = line.split(' <- ')
  const mark = / \[([pd])\]$/.exec(chain)
  return {
    line,
    words: words.split(' … '),
    chain: chain.slice(0, mark?.index).split(' < '),
    mark: mark?.[1],
  }
}

/** Found where four fifths of the words are covered, by a suggestion at most half as long again and a little. */
export function judge(text: string, wanted: Wanted, statements: readonly Statement[]): Verdict {
  const gold = charactersOf(text, wanted.words)
  const index = indexText(text)
  let best: { statement: Statement; off: number } | undefined
  for (const statement of statements) {
    const got = new Set<number>()
    for (const { start, end } of statement.content)
      for (let at = index.toUnit(start); at < index.toUnit(end); at++) got.add(at)
    const shared = [...gold].filter((at) => got.has(at)).length
    const off = gold.size + got.size - 2 * shared
    if (shared >= 0.8 * gold.size && got.size <= 1.5 * gold.size + 20 && off < (best?.off ?? Infinity))
      best = { statement, off }
  }
  const hops = best?.statement.hops ?? []
  const told = hops.map(({ source }) => `${source.name} (${source.anonymity})`).join(' < ')
  const [first] = hops
  const origin = !!first && isSame(first, wanted.chain[0]!)
  const chain = hops.length === wanted.chain.length && wanted.chain.every((one, at) => isSame(hops[at]!, one))
  return { found: !!best, origin, chain, told: `${wanted.line} ← ${best ? told : 'not found'}` }
}

function charactersOf(text: string, pieces: readonly string[]): Set<number> {
  const found = new Set<number>()
  let from = 0
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    assert.ok(at >= 0, piece)
    for (let place = at; place < at + piece.length; place++) found.add(place)
    from = at + piece.length
  }
  return found
}

export function isSame({ source }: Hop, wanted: string): boolean {
  const told = [source.name, source.mention, source.description, source.role].join(' ')
  switch (wanted.charAt(0)) {
    case '=':
      return source.anonymity === 'named' && holds(source.name ?? '', wanted.slice(1))
    case '~':
      return source.anonymity === 'described' && holds(told, wanted.slice(1))
    case '*':
      return source.anonymity !== 'unstated' && holds(told, wanted.slice(1))
    default:
      return source.anonymity === 'unstated'
  }
}

function holds(told: string, wanted: string): boolean {
  const plain = told.toLowerCase().replaceAll('’', "'")
  return (
    wanted
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\d'-]+/gu) ?? []
  )
    .filter((word) => !/^(?:the|an?|of|in)$/.test(word))
    .every((word) => plain.includes(word))
}

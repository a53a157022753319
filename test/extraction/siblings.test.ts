import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexText } from '../../src/anchoring/code-points.ts'
import { extractStatements } from '../../src/extraction/extract.ts'
import type { Hop, Statement } from '../../src/extraction/statement.ts'
import { siblings } from './siblings.ts'

for (const [kind, texts] of Object.entries(siblings))
  test(`small texts are read as they should be: ${kind}`, () => {
    const wrong = texts.flatMap(([text, ...wanted]) => {
      const { statements } = extractStatements(text, { publishedOn: '2024-03-14' })
      return wanted.flatMap((line) => judge(text, line, statements))
    })
    assert.deepEqual(wrong, [])
  })

/** What is wrong about one wanted statement, in words; nothing where it is right. */
function judge(text: string, line: string, statements: readonly Statement[]): string[] {
  const [words = '', chain = ''] = line.split(' <- ')
  const gold = charactersOf(text, words.split(' … '))
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
  if (!best) return [`not found: ${line}`]
  const hops = best.statement.hops
  const wanted = chain.split(' < ')
  const right = hops.length === wanted.length && wanted.every((one, at) => isSame(hops[at]!, one))
  return right ? [] : [`${line} ← ${hops.map(({ source }) => `${source.name} (${source.anonymity})`).join(' < ')}`]
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

function isSame({ source }: Hop, wanted: string): boolean {
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

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { foldLetters, foldName, foldSigns, foldWords } from '../src/anchoring/fold.ts'
import type { OpenDatabase } from '../src/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { anyText } from './support/texts.ts'

let database: OpenDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

test('names with what is not seen, other accents, signs or letters are one name', () => {
  const same: string[][] = [
    [
      'Lena Okafor',
      'LENA OKAFOR',
      ' Lena  Okafor ',
      'Le\u200bna Okafor',
      'Lena\u00ad Okafor',
      'Lena\u00a0Okafor',
      '\u202aLena Okafor\u202c',
      'Ｌｅｎａ Okafor',
    ],
    ['Zoë', 'Zoe', 'Zoe\u0308', 'ZOË\ufeff'],
    ['Oﬃce of Finance', 'Office of Finance', 'Of\u00adfice of Finance'],
    ["O'Neill", 'O’Neill', 'OʼNeill', 'O´Neill', 'O`Neill', 'O＇Neill'],
    ['Jean-Luc', 'Jean‑Luc', 'Jean–Luc', 'Jean - Luc', 'Jean\u2212Luc'],
    ['Łódź Straße', 'lodz strasse'],
    ['ΟΔΟΣ', 'οδος'],
    ['بيت־ספר', 'بيت-ספר', 'بيـــت-ספר'],
    ['„Wir“ e.V.', '"Wir" e.V.', '“Wir” e.V.'],
    ['СССР', 'ссср'],
  ]
  for (const [first = '', ...others] of same) {
    for (const other of others) assert.equal(foldName(other), foldName(first), `${other} is ${first}`)
  }
  for (const [one, other] of [
    ['Jean Luc', 'Jeanluc'],
    ['Jean-Luc', 'Jean Luc'],
    ['कि', 'की'],
  ] as const)
    assert.notEqual(foldName(one), foldName(other))
  assert.equal(foldName('\u200b \u00ad'), '')
})

test('what is folded stays as it is when it is folded again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const fold of [foldSigns, foldLetters, foldName]) assert.equal(fold(fold(text)), fold(text))
      const words = foldWords(text).replace(/ +/g, ' ').trim()
      assert.equal(foldWords(words).replace(/ +/g, ' ').trim(), words)
    }),
    { numRuns: 500 },
  )
})

/** What the database makes of texts, beside what we make of them. */
async function compare(texts: string[]): Promise<void> {
  const { rows } = await database.pool.query<{ name: string; words: string }>(
    `SELECT fold_name(t) AS name, search_fold(t) AS words FROM unnest($1::text[]) WITH ORDINALITY AS given(t, n) ORDER BY n`,
    [texts],
  )
  for (const [i, text] of texts.entries()) {
    assert.equal(rows[i]?.name, foldName(text), `the name ${JSON.stringify(text)} ${escape(text)}`)
    assert.equal(rows[i]?.words, foldWords(text), `the words ${JSON.stringify(text)} ${escape(text)}`)
  }
}

const escape = (text: string) => Array.from(text, (sign) => sign.codePointAt(0)?.toString(16)).join(' ')

/** What an older or newer Unicode takes apart otherwise than ours: no text of a newsroom has any of it. */
async function takenApartOtherwise(points: number[]): Promise<Set<number>> {
  const { rows } = await database.pool.query<{ p: number; apart: string }>(
    'SELECT p, normalize(chr(p), NFKD) AS apart FROM unnest($1::int[]) AS given(p)',
    [points],
  )
  return new Set(rows.filter(({ p, apart }) => apart !== String.fromCodePoint(p).normalize('NFKD')).map(({ p }) => p))
}

test('the database folds every sign as we do', async () => {
  for (const [from, to] of [
    [0x1, 0x33ff],
    [0xa000, 0xabff],
    [0xac00, 0xac80],
    [0xf900, 0xffff],
    [0x10000, 0x107ff],
    [0x1b000, 0x1b200],
    [0x1bca0, 0x1bca4],
    [0x1d000, 0x1f8ff],
    [0x2f800, 0x2fa1f],
    [0xe0000, 0xe0200],
  ] as const) {
    const points = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    // Between letters, since what is dropped and what becomes a space differ there.
    const others = await takenApartOtherwise(points)
    assert.ok(others.size < 100, `${others.size} are taken apart otherwise`)
    await compare(points.filter((point) => !others.has(point)).map((point) => `a${String.fromCodePoint(point)}b`))
  }
})

test('the database folds any text as we do', async () => {
  const odd = fc.constantFrom(...Array.from('aAéÉ ﬁ…-—­\u200b\u0301“”"\'`´«»\n.½Ως̈שָـ東。🏗İıßẞŁЯЁΆ'), 'ﷺ', '--')
  const texts = fc.oneof(
    anyText,
    fc.array(odd, { maxLength: 30 }).map((signs) => signs.join('')),
  )
  const sample = fc.sample(texts, 2000).map((text) => text.toWellFormed().replaceAll('\0', ''))
  const signs = [...new Set(sample.join(''))].map((sign) => sign.codePointAt(0) ?? 0)
  const others = await takenApartOtherwise(signs)
  await compare(sample.filter((text) => !Array.from(text).some((sign) => others.has(sign.codePointAt(0) ?? 0))))
})

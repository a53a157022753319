import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countCodePoints } from '../../src/anchoring/code-points.ts'
import { extractStatements } from '../../src/extraction/extract.ts'
import { findQuotations } from '../../src/extraction/reading/quotations.ts'
import type { Span } from '../../src/extraction/statement.ts'

const pieces = fc.constantFrom(
  'he said that ', 'Mary Stone told reporters ', '“', '”', '"', "'", '‘', '’', '„', '«', '»', "''", '. ', ', ', ': ', '\n', '\n\n', '— ',
  'according to ', 'two officials ', 'reportedly ', 'the ministry ', 'on Monday ', 'on February 31 ', 'it rained', '😀', 'é', 'e\u0301', 'שלום ', '\u202e', '(', ')', 'MR. X: ', 'asked whether ', 'citing ', 'was expected to ', '\ud800', ' ', 'his claim that ',
) // prettier-ignore
const newsLike = fc.array(pieces, { maxLength: 60 }).map((words) => words.join(''))

function assertInRange(span: Span, length: number) {
  assert.ok(Number.isInteger(span.start) && 0 <= span.start && span.start < span.end && span.end <= length)
}

test('whatever an editor pastes, every place told is inside the text and in order', () => {
  fc.assert(
    fc.property(fc.oneof(newsLike, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const length = countCodePoints(text)
      const { statements } = extractStatements(text, { publishedOn: '2024-02-29' })
      let before = 0
      for (const { content, cue, source, hops, confidence } of statements) {
        for (const span of [...content, ...cue, ...source]) assertInRange(span, length)
        for (let at = 1; at < content.length; at++) assert.ok(content[at - 1]!.end <= content[at]!.start)
        assert.ok(before <= content[0]!.start)
        before = content[0]!.start
        assert.ok(confidence >= 0 && confidence <= 1)
        assert.ok(hops.length > 0)
        for (const { cue, source, date } of hops) {
          if (cue) assertInRange(cue, length)
          if (date) assertInRange(date, length)
          if (source.start !== null && source.end !== null)
            assertInRange({ start: source.start, end: source.end }, length)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('the same text gives the same suggestions', () => {
  fc.assert(
    fc.property(newsLike, (text) => assert.deepEqual(extractStatements(text), extractStatements(text))),
    { numRuns: 60 },
  )
})

test('places are counted in code points, whatever stands before them', () => {
  const sentence = 'The mayor said that it rained.'
  for (const before of ['🎉🎉 ', 'é ', 'שלום ', '👩‍👩‍👧 ']) {
    const text = `${before}is here.\n\n${sentence}`
    const [statement] = extractStatements(text).statements
    const characters = Array.from(text)
    const words = statement!.content.map(({ start, end }) => characters.slice(start, end).join(''))
    assert.deepEqual(words, ['that it rained'])
  }
})

test('quotations lie in the text, in order, and never across each other', () => {
  fc.assert(
    fc.property(newsLike, (text) => {
      let end = 0
      for (const quotation of findQuotations(text)) {
        assert.ok(end <= quotation.start && quotation.start < quotation.end && quotation.end <= text.length)
        end = quotation.end
      }
    }),
  )
})

const hostile: Record<string, (length: number) => string> = {
  'only opening marks': (length) => '“'.repeat(length),
  'only typewriter marks': (length) => '"'.repeat(length),
  'only single marks': (length) => '‘'.repeat(length),
  'a word after each opening mark': (length) => '“a '.repeat(length / 3),
  'saying within saying': (length) => 'Mary Smith said John Jones said '.repeat(length / 32),
  'one line of names': (length) => 'Tom, '.repeat(length / 5),
  'quotes in quotes': (length) => '“a ‘b '.repeat(length / 6),
  commas: (length) => ', '.repeat(length / 2),
  said: (length) => 'said '.repeat(length / 5),
  capitals: (length) => 'Tom Bar '.repeat(length / 8),
  'straight marks that open again': (length) => '"a, said b. '.repeat(length / 12),
  'everyone cites': (length) => 'citing officials, according to him, as reported by '.repeat(length / 51),
  'transcript without end': (length) => 'MR. X: a\n\n'.repeat(length / 10),
  'one word': (length) => 'a'.repeat(length),
  'brackets in brackets': (length) => '('.repeat(length),
  'one line of news': (length) =>
    'The mayor told reporters on Monday that the bridge, which is old, would close. '.repeat(length / 79),
  'paragraphs that never close their quotation': (length) => '“It rains.\n\n'.repeat(length / 12),
}

for (const [name, make] of Object.entries(hostile)) {
  test(`a hostile text is read to its end: ${name}`, () => {
    const text = make(100_000)
    const { statements } = extractStatements(text, { publishedOn: '2024-02-29' })
    assert.ok(statements.length <= text.length / 4)
    assert.ok(statements.every(({ content }) => content.every((span) => span.end <= text.length)))
  })
}

const sayings = 'Mary Smith said John Jones said '.repeat(12)

test('a fuzz of all that hostile texts are made of ends and stays in range', () => {
  const piece = fc.constantFrom(...Object.values(hostile).map((make) => make(400)))
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, newsLike), { maxLength: 12 }), (parts) => {
      const text = parts.join(' ')
      const length = countCodePoints(text)
      for (const { content, hops } of extractStatements(text, { publishedOn: '2024-02-29' }).statements) {
        for (const span of content) assertInRange(span, length)
        assert.ok(hops.length < 10)
      }
    }),
    { numRuns: 150, examples: [[[sayings, '„he said that', sayings]], [[sayings, "''he said that \n„", sayings]]] },
  )
})

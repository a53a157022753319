import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexText } from '../src/anchoring/code-points.ts'
import { findQuote, longestFoundPrefix } from '../src/anchoring/find-quote.ts'
import { anyText } from './support/texts.ts'

function wordsFound(text: string, quote: string): string[] {
  const index = indexText(text)
  return findQuote(text, quote).map(({ start, end }) => index.slice(start, end))
}

test('words pasted as they were published are found where they stand', () => {
  assert.deepEqual(findQuote('The quay is sinking.', 'quay is'), [{ start: 4, end: 11 }])
  assert.deepEqual(findQuote('The quay is sinking.', '  quay is\n'), [{ start: 4, end: 11 }])
})

test('words that are not in the text are not found, nor is nothing', () => {
  assert.deepEqual(findQuote('The quay is sinking.', 'the quay'), [])
  assert.deepEqual(findQuote('The quay is sinking.', ''), [])
  assert.deepEqual(findQuote('The quay is sinking.', ' \n '), [])
  assert.deepEqual(findQuote('', 'quay'), [])
})

test('straight quotation marks find curly ones, and the other way round', () => {
  const curly = 'She said: “It’s over,” and left.'
  const straight = 'She said: "It\'s over," and left.'
  assert.deepEqual(wordsFound(curly, '"It\'s over,"'), ['“It’s over,”'])
  assert.deepEqual(wordsFound(straight, '“It’s over,”'), ['"It\'s over,"'])
  assert.deepEqual(wordsFound('Il a dit « non » hier', '" non "'), ['« non »'])
  assert.deepEqual(wordsFound('„So nicht“, sagte er', '"So nicht"'), ['„So nicht“'])
})

test('dashes of any length are equal', () => {
  assert.deepEqual(wordsFound('the quay—sinking—moved', 'quay-sinking'), ['quay—sinking'])
  assert.deepEqual(wordsFound('2019-2024', '2019–2024'), ['2019-2024'])
})

test('line breaks, tabs and doubled spaces make no difference', () => {
  assert.deepEqual(wordsFound('The quay\nis sinking.\n\nEveryone knows.', 'is   sinking. Everyone'), [
    'is sinking.\n\nEveryone',
  ])
  assert.deepEqual(wordsFound('40\u00A0million', '40 million'), ['40\u00A0million'])
  assert.deepEqual(wordsFound('The quay', 'The\r\nquay'), ['The quay'])
})

test('emoji before and inside the words keep the place right', () => {
  assert.deepEqual(findQuote('🏗️🏗️ The quay 🚢 is', 'quay 🚢 is'), [{ start: 9, end: 18 }])
  assert.deepEqual(findQuote('the family 👨‍👩‍👧 left', '👨‍👩‍👧'), [{ start: 11, end: 16 }])
})

test('an accent typed as two characters finds the one in the text', () => {
  assert.deepEqual(findQuote('Zoë said no', 'Zoe\u0308 said'), [{ start: 0, end: 8 }])
  assert.deepEqual(findQuote('x\u0302 said no', 'x\u0302 said'), [{ start: 0, end: 7 }])
})

test('words written from right to left are found by the order in which they are read', () => {
  const text = 'وكالة: قال المتحدث إن الميناء سيغلق'
  assert.deepEqual(wordsFound(text, 'المتحدث إن'), ['المتحدث إن'])
  assert.deepEqual(findQuote('הנמל ייסגר בדצמבר', 'ייסגר'), [{ start: 5, end: 10 }])
})

test('words that stand in several places are found in each, first to last', () => {
  const text = 'The quay moved. 🏗️ The quay sank. The quay is gone.'
  assert.deepEqual(
    findQuote(text, 'The quay').map(({ start }) => start),
    [0, 19, 34],
  )
})

test('a quote cut out of any text is found again at its place', () => {
  fc.assert(
    fc.property(
      anyText.map((text) => text.normalize('NFC')),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const index = indexText(text)
        const [from = 0, to = 0] = [a % (index.length + 1), b % (index.length + 1)].sort((x, y) => x - y)
        const cut = index.slice(from, to)
        fc.pre(cut.trim() !== '')
        const start = from + (cut.length - cut.trimStart().length)
        const end = to - (cut.length - cut.trimEnd().length)

        // What repeats itself ("ha ha ha") may be found a little earlier instead, never nowhere.
        const found = findQuote(text, cut)
        assert.ok(found.some((place) => place.start <= start && start < place.end))
        if (!found.some((place) => place.start < start && start < place.end)) {
          assert.ok(found.some((place) => place.start === start && place.end === end))
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('what is found holds the words that were looked for, and no two places overlap', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(20), (text, other, length) => {
      const quote = indexText(other).slice(0, length)
      const whole = `${quote} ${text} ${quote}`.normalize('NFC')
      const index = indexText(whole)
      let last = 0
      for (const { start, end } of findQuote(whole, quote)) {
        assert.ok(last <= start && start < end && end <= index.length)
        assert.deepEqual(findQuote(index.slice(start, end), quote), [{ start: 0, end: end - start }])
        last = end
      }
    }),
  )
})

test('a mistaken quote is told how far it goes along with the text', () => {
  const text = 'The quay is sinking, and everyone knows it.'
  assert.equal(longestFoundPrefix(text, 'quay is sinking, and nobody knows it'), 'quay is sinking, and')
  assert.equal(longestFoundPrefix(text, 'Nobody knows'), '')
  assert.equal(longestFoundPrefix(text, 'everyone  knows it.'), 'everyone knows it.')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countCodePoints, indexText } from '../src/anchoring/code-points.ts'
import { paragraphsOf } from '../src/anchoring/paragraphs.ts'
import { countParts, cutParts, mostInPart, partAt, stretchOfPart } from '../src/anchoring/parts.ts'
import { normaliseText } from '../src/documents/text.ts'

const most = { codePoints: 20, paragraphs: 3 }
const words = fc.constantFrom(
  'a',
  'word ',
  'two words. ',
  '\n',
  '\n\n',
  '😀',
  'é',
  '. ',
  ' ',
  'aaaaaaaaaaaaaaaaaaaaaaaaa',
  '\n\nb',
)
/** As they are stored. */
const texts = fc.array(words, { maxLength: 60 }).map((all) => normaliseText(`x${all.join('')}`, 1e6).content)

test('a text is the sum of its parts, and none is longer than a part may be', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const cut = { codePoints: countCodePoints(text), partStarts: cutParts(text, most) }
      const index = indexText(text)
      const starts = new Set(paragraphsOf(text).map(({ start }) => start))
      let whole = ''
      for (let part = 1; part <= countParts(cut); part++) {
        const { start, end } = stretchOfPart(cut, part)
        assert.ok(end > start)
        const shown = index.slice(start, end)
        whole += shown
        assert.ok(countCodePoints(shown.trimEnd()) <= most.codePoints, JSON.stringify(shown))
        assert.ok(paragraphsOf(shown.trimEnd()).length <= most.paragraphs)
        assert.equal(partAt(cut, start), part)
        assert.equal(partAt(cut, end - 1), part)
        // Within a paragraph only where it is longer than a part.
        if (part > 1 && !starts.has(start)) {
          const around = paragraphsOf(text).find((paragraph) => paragraph.start < start && start < paragraph.end)
          assert.ok(around && around.end - around.start > 0)
        }
      }
      assert.equal(whole, text)
    }),
    { numRuns: 500 },
  )
})

test('an article is one part; a long paragraph is cut at a line, a sentence or a word', () => {
  assert.deepEqual(cutParts('x'.repeat(mostInPart.codePoints)), [])
  assert.deepEqual(cutParts(Array.from({ length: mostInPart.paragraphs }, () => 'x').join('\n\n')), [])
  assert.deepEqual(cutParts('One two. Three four five', most), [9])
  assert.deepEqual(cutParts('One two.\nThree. Four five', most), [9])
  assert.deepEqual(cutParts('One two three four five', most), [19])
  assert.deepEqual(cutParts('x'.repeat(45), most), [20, 40])
  assert.deepEqual(cutParts('😀'.repeat(45), most), [20, 40])
  assert.deepEqual(cutParts('a\n\nb\n\nc\n\nd', most), [9])
})

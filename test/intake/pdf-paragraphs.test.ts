import assert from 'node:assert/strict'
import test from 'node:test'
import { joinParagraphs, type Line } from '../../src/intake/pdf-paragraphs.ts'

/** Lines of letters 5 units wide, from the left edge at 50, on pages 595 units wide; the longest of them reaches 500. */
function setLines(pages: string[][]): Line[] {
  return pages.flatMap((lines, page) =>
    lines.map((text, i) => ({
      text,
      x: 50,
      y: 700 - 14 * i,
      right: 50 + 5 * text.length,
      size: 10,
      page: page + 1,
      width: 595,
      height: 842,
    })),
  )
}

const full = 'the inspectors had walked along the quay twice and had seen no crack in any of its walls'
const first = 'A'.padEnd(90, 'b')

test('a sentence that ends a page ends its paragraph only if the next word had room on its line', () => {
  const almost = `${full.slice(0, 78)} ended.`
  const goesOn = joinParagraphs(
    setLines([
      [first, full, almost],
      ['Nevertheless nobody unloaded a ship', full],
    ]),
  )
  assert.equal(goesOn.length, 1)
  assert.match(goesOn[0] ?? '', /ended\. Nevertheless nobody/)
  const ended = joinParagraphs(
    setLines([
      [first, full, almost.slice(8)],
      ['A ship came', full],
    ]),
  )
  assert.equal(ended.length, 2, 'a short word would have stood there')
  const isEarly = joinParagraphs(
    setLines([
      [first, almost],
      ['Nevertheless nobody unloaded a ship', full, full],
    ]),
  )
  assert.equal(isEarly.length, 2, 'the page had room for another line')
})

test('a dialogue stays in lines of its own in a document whose paragraphs stand apart', () => {
  const spoken = ['Did he know it?', 'No, he did not.', 'Who knew it?', 'Nobody did.']
  const apart = Array.from({ length: 10 }, (_, i) => `${full.slice(0, 60)} on day ${i}.`)
  const end = 700 - 28 * apart.length
  const lines = setLines([[...apart, ...spoken]]).map((line, i) => ({
    ...line,
    y: i < apart.length ? 700 - 28 * i : end - 14 * (i - apart.length),
  }))
  assert.deepEqual(joinParagraphs(lines).slice(-4), spoken)
})

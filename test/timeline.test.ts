import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'cheerio'
import { drawTimeline } from '../src/pictures/draw-timeline.ts'
import { inPage } from '../src/pictures/picture.ts'
import { timeScale } from '../src/pictures/time-scale.ts'
import { type Entry, foundRow } from '../src/pictures/timeline.ts'

/* The picture over time, by itself: what stands where. */

function printed(on: string): Entry {
  return {
    ...{ on: new Date(on), precision: 'day', kind: 'printed', row: 'Coast Wire', words: 'The quay sinks' },
    ...{ path: '/statements/1', line: '', document: null, isReport: true, stance: 'asserts', tone: null },
  }
}

function found(on: string, words: string, tone: Entry['tone']): Entry {
  return { ...printed(on), kind: 'found', row: foundRow, words, tone, isReport: false, stance: null }
}

function draw(...entries: Entry[]) {
  const inOrder = entries.toSorted((a, b) => a.on.getTime() - b.on.getTime())
  const $ = load(String(inPage(drawTimeline({ entries: inOrder, undated: [] }, 'Over time', '/claims/1/timeline'))), {
    xml: true,
  })
  const xOf = (d = '') => Number(/^M([\d.]+)/.exec(d)?.[1])
  const diamonds = $('path.picture-at.found').map((_, mark) => xOf($(mark).attr('d')))
  return { $, diamonds: diamonds.get(), width: Number($('svg').attr('width')) }
}

test('the words of the last verdict stand at its own mark, where two were given on one day', () => {
  const { $, diamonds } = draw(
    ...[printed('2024-03-05'), printed('2024-06-30')],
    ...[found('2024-03-06', 'False', 'bad'), found('2024-03-06', 'True', 'good')],
  )
  assert.equal(diamonds.length, 2)
  const words = $('.picture-later')
  assert.match(words.text(), /^✓ True/)
  assert.ok(Number(words.attr('x')) - (diamonds[1] ?? 0) > 0, 'to the right of the last')
  assert.deepEqual(
    $('.picture-sign')
      .map((_, one) => $(one).text())
      .get(),
    ['✕', '✓'],
    'no verdict is told by its colour alone',
  )
})

test('verdicts of one day that come after the end of the axis stand whole within the picture', () => {
  const { $, diamonds, width } = draw(
    ...[printed('2014-03-05'), printed('2014-03-08')],
    ...[
      found('2024-03-06', 'False', 'bad'),
      found('2024-03-06', 'Unproven', 'open'),
      found('2024-03-06', 'True', 'good'),
    ],
  )
  assert.equal(diamonds.length, 3)
  for (const [i, x] of diamonds.entries()) {
    assert.ok(x + 10 <= width, `${x} of ${width}`)
    assert.ok(i === 0 || x - (diamonds[i - 1] ?? x) >= 20, 'side by side')
  }
  const words = $('.picture-later')
  assert.ok(Number(words.attr('x')) >= (diamonds[2] ?? 0), 'above the last, not beside the first')
})

test('thirty stretches of time have room between the edges: the nearest become one', () => {
  const entries = Array.from({ length: 30 }, (_, i) => printed(`${1800 + i * 7 + (i > 20 ? 40 : 0)}-03-05`))
  const { pieces, at } = timeScale(entries, 28, 732)
  assert.ok(pieces.length > 1 && pieces.length <= 8, String(pieces.length))
  for (const { left, right } of pieces) assert.ok(right - left >= 30, `${left}–${right}`)
  const places = entries.map(({ on }) => at(on))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  assert.ok((places[0] ?? 0) >= 28 && (places.at(-1) ?? 999) <= 732)
  const wide = pieces.findIndex(({ from }) => from.getUTCFullYear() >= 1980)
  assert.ok(wide > 0, 'the widest gap is left out')
})

test('a verdict from the years that the axis leaves out has a stretch of its own, and is not drawn on the break', () => {
  const { $, diamonds } = draw(printed('2004-03-05'), printed('2024-03-05'), found('2014-03-06', 'False', 'bad'))
  const breaks = $('.picture-break').map((_, one) => Number(/^M([\d.]+)/.exec($(one).attr('d') ?? '')?.[1]))
  assert.equal(breaks.length, 2)
  for (const x of breaks.get()) assert.ok(Math.abs(x - (diamonds[0] ?? x)) > 30, `a break at ${x}`)
  assert.ok(
    $('.picture-date')
      .map((_, date) => $(date).text())
      .get()
      .includes('2014'),
  )
})

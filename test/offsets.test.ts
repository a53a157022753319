import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countCodePoints, indexText } from '../src/anchoring/code-points.ts'
import { anyString } from './support/texts.ts'

/** Long enough for the index to remember several places in it. */
const longString = fc.tuple(anyString, fc.integer({ min: 1, max: 150 })).map(([text, times]) => text.repeat(times))

test('a text has as many characters as PostgreSQL and the W3C count, whatever it is written in', () => {
  assert.equal(indexText('Kabulov').length, 7)
  assert.equal(indexText('Ω🏗️').length, 3)
  assert.equal(indexText('👩🏽‍🚒').length, 4)
  assert.equal(indexText('').length, 0)
  fc.assert(
    fc.property(longString, (text) => {
      const wanted = Array.from(text).length
      assert.equal(indexText(text).length, wanted)
      assert.equal(countCodePoints(text), wanted)
    }),
  )
})

test('every character is found at its place in the browser’s string, and back', () => {
  fc.assert(
    fc.property(longString, (text) => {
      const index = indexText(text)
      let unit = 0
      for (const [codePoint, character] of Array.from(text).entries()) {
        assert.equal(index.toUnit(codePoint), unit)
        for (let within = 0; within < character.length; within++) {
          assert.equal(index.toCodePoint(unit + within), codePoint, 'also from the middle of a character')
        }
        unit += character.length
      }
      assert.equal(index.toUnit(index.length), text.length)
      assert.equal(index.toCodePoint(text.length), index.length)
    }),
    { numRuns: 50 },
  )
})

test('a passage cut out by its offsets is what stands there', () => {
  assert.equal(indexText('🏗️ The quay, قال, is sinking').slice(3, 11), 'The quay')
  fc.assert(
    fc.property(longString, fc.nat(), fc.nat(), (text, a, b) => {
      const characters = Array.from(text)
      const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y)
      assert.equal(indexText(text).slice(start ?? 0, end), characters.slice(start, end).join(''))
      assert.equal(indexText(text).slice(start ?? 0), characters.slice(start).join(''))
    }),
  )
})

test('offsets outside the text lead to its beginning or its end', () => {
  for (const text of ['The quay', 'The 🏗️ quay']) {
    const index = indexText(text)
    assert.equal(index.toUnit(-3), 0)
    assert.equal(index.toCodePoint(-3), 0)
    assert.equal(index.toUnit(index.length + 5), text.length)
    assert.equal(index.toCodePoint(text.length + 5), index.length)
    assert.equal(index.slice(-3, index.length + 5), text)
    assert.equal(index.slice(5, 2), '')
  }
})

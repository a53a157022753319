import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Covered, segments } from '../src/statements/highlights.ts'

const stretches: fc.Arbitrary<Covered[]> = fc.array(
  fc
    .record({ start: fc.nat(80), length: fc.integer({ min: 1, max: 30 }), statementId: fc.integer({ min: 1, max: 9 }) })
    .map(({ start, length, statementId }) => ({ start, end: start + length, statementId })),
  { maxLength: 12 },
)
const paragraph = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 50 }) })

test('a paragraph that nobody is quoted in stays in one piece', () => {
  assert.deepEqual(segments(10, 50, []), [{ start: 10, end: 50, statementIds: [] }])
})

test('an empty paragraph has no pieces', () => {
  assert.deepEqual(segments(10, 10, [{ start: 0, end: 40, statementId: 1 }]), [])
})

test('two statements that overlap are cut where either begins or ends, the shorter named first', () => {
  const found = segments(0, 30, [
    { start: 5, end: 25, statementId: 1 },
    { start: 10, end: 15, statementId: 2 },
  ])
  assert.deepEqual(found, [
    { start: 0, end: 5, statementIds: [] },
    { start: 5, end: 10, statementIds: [1] },
    { start: 10, end: 15, statementIds: [2, 1] },
    { start: 15, end: 25, statementIds: [1] },
    { start: 25, end: 30, statementIds: [] },
  ])
})

test('a statement that runs over several paragraphs is highlighted in each of them', () => {
  const statement = { start: 5, end: 45, statementId: 1 }
  assert.deepEqual(segments(0, 20, [statement]).at(-1), { start: 5, end: 20, statementIds: [1] })
  assert.deepEqual(segments(22, 40, [statement]), [{ start: 22, end: 40, statementIds: [1] }])
  assert.deepEqual(segments(42, 60, [statement])[0], { start: 42, end: 45, statementIds: [1] })
})

test('a statement that ends where a paragraph begins is not in it', () => {
  assert.deepEqual(segments(20, 30, [{ start: 10, end: 20, statementId: 1 }]), [
    { start: 20, end: 30, statementIds: [] },
  ])
  assert.deepEqual(segments(20, 30, [{ start: 30, end: 40, statementId: 1 }]), [
    { start: 20, end: 30, statementIds: [] },
  ])
})

test('the pieces of any paragraph make up exactly that paragraph', () => {
  fc.assert(
    fc.property(paragraph, stretches, ({ from, length }, covered) => {
      const pieces = segments(from, from + length, covered)
      assert.equal(pieces[0]?.start, from)
      assert.equal(pieces.at(-1)?.end, from + length)
      for (const [i, piece] of pieces.entries()) {
        assert.ok(piece.start < piece.end, 'no piece is empty')
        if (i > 0) assert.equal(piece.start, pieces[i - 1]?.end, 'each begins where the one before it ends')
      }
    }),
  )
})

test('every character of any paragraph tells just the statements that cover it, each once', () => {
  fc.assert(
    fc.property(paragraph, stretches, ({ from, length }, covered) => {
      for (const { start, end, statementIds } of segments(from, from + length, covered)) {
        assert.equal(new Set(statementIds).size, statementIds.length)
        for (let at = start; at < end; at++) {
          const wanted = covered.filter((stretch) => stretch.start <= at && at < stretch.end)
          assert.deepEqual(new Set(statementIds), new Set(wanted.map((stretch) => stretch.statementId)))
        }
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readInner } from '../src/extraction/reading/inner.ts'
import { findQuotations } from '../src/extraction/reading/quotations.ts'
import { readers } from './support/hostile-texts.ts'

for (const { name, texts, longest, isSound } of readers) {
  test(`${name}, whatever it was made of`, () => {
    for (const [of, make] of Object.entries(texts)) assert.ok(isSound(make(longest)), of)
  })
}

test('a quotation is looked through once, however many of its sentences are read', () => {
  const text = 'Berg said “the dam '.repeat(3)
  const [quotation] = findQuotations(text)
  assert.ok(quotation)
  assert.equal(readInner(text, quotation, []).quotations, readInner(text, quotation, []).quotations)
})

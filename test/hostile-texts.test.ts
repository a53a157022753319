import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readers } from './support/hostile-texts.ts'

for (const { name, texts, longest, isSound } of readers) {
  test(`${name}, whatever it was made of`, () => {
    for (const [of, make] of Object.entries(texts)) assert.ok(isSound(make(longest)), of)
  })
}

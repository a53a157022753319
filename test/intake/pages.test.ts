import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPage } from '../../src/intake/page.ts'
import { shapes } from './shapes.ts'

for (const { name, html, mediaType, keep, facts } of shapes) {
  test(`the article is found in ${name}`, () => {
    const bytes = typeof html === 'string' ? Buffer.from(html) : html
    const taken = readPage({
      bytes,
      name: 'page.html',
      url: 'https://port.example/news/1',
      ...(mediaType !== undefined && { mediaType }),
    })
    const blocks = taken.text.split(/\n+/)
    for (const paragraph of keep) assert.ok(blocks.includes(paragraph), `${paragraph}\n is not in\n${taken.text}`)
    assert.deepEqual(taken.text.match(/NOISE-\w+/g) ?? [], [])
    for (const [key, value] of Object.entries(facts))
      assert.deepEqual(taken.facts[key as keyof typeof facts], value, key)
  })
}

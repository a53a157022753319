import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseQuery, writeQuery } from '../src/search/query.ts'

const read = (q: string) => parseQuery(q).terms.map(({ kind, text, not }) => `${not ? 'not ' : ''}${kind} ${text}`)

test('words, exact phrases and what is not to occur are told apart', () => {
  assert.deepEqual(read('harbour "old quay" -freight -"by sea"'), [
    'word harbour',
    'phrase old quay',
    'not word freight',
    'not phrase by sea',
  ])
  assert.deepEqual(read('“old quay„ closed'), ['phrase old quay', 'word closed'], 'whatever quotes a newsroom types')
  assert.deepEqual(read('foo"bar baz'), ['word foo', 'phrase bar baz'], 'quotes that nobody closes go on to the end')
})

test('who, where, when, what was found and what it is about stand behind a colon', () => {
  assert.deepEqual(read('by:"Zamir Kabulov" via:TASS in:Wire said:2021-10 rating:false topic:"Humanitarian aid"'), [
    'by Zamir Kabulov',
    'via TASS',
    'in Wire',
    'said 2021-10',
    'rating false',
    'topic Humanitarian aid',
  ])
  assert.deepEqual(read('-by:Okafor By:Holm'), ['not by Okafor', 'by Holm'])
})

test('what cannot be understood is told in a sentence, and the rest is searched for', () => {
  const { terms, problems } = parseQuery('author:Kabulov said:soon by: harbour')
  assert.deepEqual(
    terms.map(({ text }) => text),
    ['author:Kabulov', 'harbour'],
  )
  assert.match(problems[0] ?? '', /no “author:”.*by:.*via:.*topic:/)
  assert.match(problems[1] ?? '', /no date “soon”.*said:2021-10/)
  assert.match(problems[2] ?? '', /After “by:” comes who said it first/)
})

test('an address, a time of day and signs alone are no operators', () => {
  assert.deepEqual(parseQuery('https://coastwire.example/harbour 10:30').problems, [])
  assert.deepEqual(parseQuery('- -- "" ! && | "').terms, [])
})

test('no text makes it fail, and what it understood reads the same when it is written out', () => {
  const piece = fc.oneof(
    fc.constantFrom('by:', 'said:', '-', '"', '“', ' ', ':', 'in:"', 'rating:', 'x:', '2021-10', '\u202e', "'; DROP"),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { terms } = parseQuery(pieces.join(''))
      assert.deepEqual(parseQuery(writeQuery(terms)).terms, terms)
    }),
    { numRuns: 2000 },
  )
})

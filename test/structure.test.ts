import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floors } from '../eslint.config.ts'
import { findCircles, floorsOf, mayImport, readImports, roomOf } from '../lint/structure.ts'

const house = floorsOf([['app.ts'], ['claims', 'topics'], ['words']])

test('a room imports from lower floors only, and not from its neighbours', () => {
  assert.ok(mayImport(house, 'src/app.ts', 'src/claims/claims.ts'))
  assert.ok(mayImport(house, 'src/claims/claims.ts', 'src/claims/queries.ts'))
  assert.ok(!mayImport(house, 'src/words/labels.ts', 'src/claims/queries.ts'))
  assert.ok(!mayImport(house, 'src/claims/claims.ts', 'src/topics/topics.ts'))
  assert.ok(!mayImport(house, 'src/attic/boxes.ts', 'src/words/labels.ts'), 'a room on no floor')
})

test('a circle of files is found, however long it is', () => {
  const imports = new Map([
    ['src/a/1.ts', ['src/a/2.ts']],
    ['src/a/2.ts', ['src/a/3.ts', 'src/b/1.ts']],
    ['src/a/3.ts', ['src/a/1.ts']],
    ['src/b/1.ts', []],
  ])
  assert.deepEqual(findCircles(imports), [['src/a/1.ts', 'src/a/2.ts', 'src/a/3.ts']])
})

test('no import of this project leads upwards, and no files import each other in a circle', () => {
  const imports = readImports()
  const known = floorsOf(floors)
  const all = [...imports].flatMap(([from, others]) => others.map((to) => [from, to] as const))
  assert.ok(all.length > 1000, `only ${all.length} imports were found`)
  assert.deepEqual(
    all.filter(([from, to]) => !mayImport(known, from, to)),
    [],
  )
  assert.deepEqual(findCircles(imports), [])
  const rooms = new Set([...imports.keys()].map(roomOf))
  assert.deepEqual(
    [...known.keys()].filter((room) => !rooms.has(room)),
    [],
    'floors for rooms that are not there',
  )
})

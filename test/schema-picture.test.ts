import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { drawSchema, readSchema } from '../tools/schema-drawing.ts'

const root = path.join(import.meta.dirname, '..')
const schema = fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')

test('the picture of the schema shows the schema as it is', () => {
  const stored = fs.readFileSync(path.join(root, 'docs/schema.svg'), 'utf8')
  assert.ok(stored === drawSchema(schema), 'docs/schema.svg is out of date: run `npm run schema-picture`')
})

test('every table is in the picture, with a line to each that it refers to', () => {
  const { tables, references } = readSchema(schema)
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name)
  assert.deepEqual(
    tables.map(({ name }) => name),
    models,
  )
  assert.ok(references.some(({ from, to }) => from === 'Statement' && to === 'Version'))
  assert.ok(references.some(({ from, to, isOptional }) => from === 'Hop' && to === 'Source' && isOptional))
  const document = tables.find(({ name }) => name === 'Document')
  assert.ok(document?.fields.includes('title') && !document.fields.some((told) => /^(versions|work)/.test(told)))
})

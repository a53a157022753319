import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameStatements } from '../src/database/statement-names.ts'

const args = [1]

test('a statement that comes again has a name from then on, the same on every desk', () => {
  const [one, other] = [nameStatements(), nameStatements()]
  const sql = 'SELECT $1::int'
  assert.equal(one({ sql, args }), '', 'what comes once is not kept')
  const name = one({ sql, args })
  assert.match(name, /^on_record_\w{40}$/)
  assert.equal(one({ sql, args }), name)
  other({ sql, args })
  assert.equal(other({ sql, args }), name)
  one({ sql: `${sql} + 1`, args })
  assert.notEqual(one({ sql: `${sql} + 1`, args }), name)
})

test('what asks for nothing, such as COMMIT, has no name; nor has what comes when there are many names', () => {
  const nameOf = nameStatements()
  const twice = (sql: string, given: unknown[]) => [nameOf({ sql, args: given }), nameOf({ sql, args: given })][1]
  assert.equal(twice('COMMIT', []), '')
  for (let n = 0; n < 300; n++) assert.notEqual(twice(`SELECT $1::int + ${n}`, args), '')
  assert.equal(twice('SELECT $1::text', args), '')
  assert.notEqual(twice('SELECT $1::int + 7', args), '', 'those that have one keep it')
})

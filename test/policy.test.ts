import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Action, may, policy, type Viewer } from '../src/policy.ts'

type Row = Record<'reader' | 'editor' | 'reviewer' | 'admin', boolean>
const yes = true
const no = false

/** What a newsroom expects, written out: a change of src/policy.ts is a change of this table, and both are read. */
const table: Record<Action, Row> = {
  'read drafts': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'read activity': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'read activity of accounts': { reader: no, editor: no, reviewer: no, admin: yes },
  'own account': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'manage accounts': { reader: no, editor: no, reviewer: no, admin: yes },
  'import documents': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'see originals': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'watch feeds': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'look after the queue': { reader: no, editor: no, reviewer: no, admin: yes },
  'edit documents': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'ask for review': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'publish documents': { reader: no, editor: no, reviewer: yes, admin: yes },
  'correct what is published': { reader: no, editor: no, reviewer: yes, admin: yes },
  'withdraw documents': { reader: no, editor: no, reviewer: yes, admin: yes },
  'record statements': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'edit statements': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'withdraw statements': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'withdraw published statements': { reader: no, editor: no, reviewer: yes, admin: yes },
  'state claims': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'edit claims': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'publish claims': { reader: no, editor: no, reviewer: yes, admin: yes },
  'withdraw claims': { reader: no, editor: no, reviewer: yes, admin: yes },
  'merge published claims': { reader: no, editor: no, reviewer: yes, admin: yes },
  'give verdicts': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'publish verdicts': { reader: no, editor: no, reviewer: yes, admin: yes },
  'read how suggestions do': { reader: no, editor: no, reviewer: no, admin: yes },
  'edit ratings': { reader: no, editor: no, reviewer: no, admin: yes },
  'take work': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'change many at once': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'undo what others changed at once': { reader: no, editor: no, reviewer: no, admin: yes },
  'save filters': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'edit sources': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'merge published sources': { reader: no, editor: no, reviewer: yes, admin: yes },
  'edit topics': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'merge published topics': { reader: no, editor: no, reviewer: yes, admin: yes },
  'keep drafts': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'read notes': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'write notes': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'publish notes': { reader: no, editor: no, reviewer: yes, admin: yes },
  'edit published notes': { reader: no, editor: no, reviewer: yes, admin: yes },
  'withdraw published notes': { reader: no, editor: no, reviewer: yes, admin: yes },
  'write annotations': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'publish annotations': { reader: no, editor: no, reviewer: yes, admin: yes },
  'change published annotations': { reader: no, editor: no, reviewer: yes, admin: yes },
  'look at challenges': { reader: no, editor: yes, reviewer: yes, admin: yes },
  'resolve challenges': { reader: no, editor: no, reviewer: yes, admin: yes },
  'redact challenges': { reader: no, editor: no, reviewer: no, admin: yes },
}

const viewers: Record<keyof Row, Viewer> = {
  reader: null,
  editor: { id: 1, role: 'editor', name: 'Edda Nowak' },
  reviewer: { id: 2, role: 'reviewer', name: 'Ravi Sol' },
  admin: { id: 3, role: 'admin', name: 'Ada Brandt' },
}

test('everything that someone may do is in the table, and nothing else is', () => {
  assert.deepEqual(Object.keys(policy).sort(), Object.keys(table).sort())
})

for (const [action, row] of Object.entries(table) as [Action, Row][]) {
  for (const [who, allowed] of Object.entries(row) as [keyof Row, boolean][]) {
    test(`${who} ${allowed ? 'may' : 'may not'} ${action}`, () => assert.equal(may(viewers[who], action), allowed))
  }
}

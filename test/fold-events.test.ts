import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldEvents } from '../src/history/fold.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 14, 12, 0, seconds))
const event = (id: number, action: string, seconds: number, more: { who?: string; detail?: string } = {}) => ({
  ...{ id, action, at: at(seconds), who: 'Ravi Sol', detail: null },
  ...more,
})
const tell = (events: ReturnType<typeof event>[], isWhole?: boolean) =>
  foldEvents(events, isWhole).map(({ event, folded }) => folded?.did ?? event.action)

test('publishing a document with all that hangs on it is one line of its history', () => {
  const statements = Array.from({ length: 15 }, (_, i) => event(10 + i, 'statement_published', 2))
  const verdicts = Array.from({ length: 6 }, (_, i) => event(30 + i, 'verdict_published', 3))
  const all = [...verdicts, ...statements, event(9, 'document_published', 1), event(8, 'document_sent_to_review', 0)]
  assert.deepEqual(tell(all), ['published the document with 15 statements and 6 verdicts', 'document_sent_to_review'])
  assert.equal(foldEvents(all)[0]?.folded?.events.length, 22, 'and each of them is still there')
  assert.equal(tell(all, true).length, all.length, 'but in the newsroom’s own list of what was done')
})

test('what somebody else did, at another time, or with a reason stays a line of its own', () => {
  const one = event(5, 'verdict_published', 30)
  assert.deepEqual(tell([one, event(4, 'verdict_published', 29, { who: 'Edda Lund' })]), [one.action, one.action])
  assert.deepEqual(tell([event(6, one.action, 3600), one]), [one.action, one.action])
  assert.deepEqual(tell([one, event(4, one.action, 29, { detail: 'Because: …' })]), [one.action, one.action])
  assert.deepEqual(tell([one, event(4, one.action, 29)]), ['published 2 verdicts'])
  assert.deepEqual(tell([event(4, 'claim_published', 29), one]), ['published 1 claim and 1 verdict'])
})

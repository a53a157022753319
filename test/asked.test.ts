import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Db } from '../src/database/connect.ts'
import { actions, type EventAction } from '../src/history/actions.ts'
import { writeEvent } from '../src/history/events.ts'
import type { EventRow } from '../src/history/queries.ts'
import { presentEvent } from '../src/history/words.ts'

/* What the compiler asks of whoever adds something: each line below that it is told to expect as an error must be one. */

/** Never called: it is compiled. */
export async function whatDoesNotCompile(tx: Db) {
  await writeEvent(tx, 'document_withdrawn', { by: 1, documentId: 1, after: { reason: 'It was a rehearsal' } })
  // @ts-expect-error: its sentence ends with the document
  await writeEvent(tx, 'document_withdrawn', { by: 1, claimId: 1, after: { reason: 'It was a rehearsal' } })
  // @ts-expect-error: its sentence tells why
  await writeEvent(tx, 'document_withdrawn', { by: 1, documentId: 1 })
  // @ts-expect-error: with a reason and nothing else
  await writeEvent(tx, 'document_withdrawn', { by: 1, documentId: 1, after: { told: 'It was a rehearsal' } })
  // @ts-expect-error: no such thing happens
  await writeEvent(tx, 'document_burnt', { by: 1, documentId: 1 })
  await writeEvent(tx, 'work_changed', { by: 1, claimId: 1 })
  // @ts-expect-error: work is on a document or a claim
  await writeEvent(tx, 'work_changed', { by: 1, statementId: 1 })
}

const whole = {
  reason: 'It was a rehearsal',
  rating: 'Mostly true',
  body: 'Not so',
  ...{ email: 'ana@example.org', role: 'editor' },
  ...{ name: 'Script', scopes: ['read'], expires: '2027-01-01' },
  ...{ browser: 'Firefox', told: '“A” (source 1)', other: 'B', otherId: 2 },
}

test('every event is told in a sentence, with the detail that it needs where another version wrote it or left it out', () => {
  for (const action of Object.keys(actions) as EventAction[]) {
    const told: { did: string; needs?: string; mayTell?: string } = actions[action]
    const isDetailed = told.needs !== undefined || told.mayTell !== undefined
    const full = presentEvent(eventOf(action, whole))
    assert.equal(full.did, told.did)
    assert.equal(full.detail !== null, isDetailed, `${action}: ${full.detail}`)
    assert.doesNotMatch(full.detail ?? '', /undefined|null|object/, action)
    assert.equal(presentEvent(eventOf(action, {})).detail, null, action)
  }
  assert.equal(presentEvent(eventOf('document_burnt', whole)).did, 'document_burnt')
})

function eventOf(action: string, after: object): EventRow {
  const none = { account: null, subject: null, document: null, statement: null, claim: null, verdict: null }
  return {
    ...none,
    ...{ challenge: null, source: null, topic: null, documentId: null, statementId: null, claimId: null },
    ...{ verdictId: null, challengeId: null, sourceId: null, topicId: null, noteId: null, subjectId: null },
    ...{ id: 1, action, before: null, after: { ...after }, createdAt: new Date() },
  }
}

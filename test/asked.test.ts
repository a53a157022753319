import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Db } from '../src/database/connect.ts'
import { actions, type EventAction } from '../src/history/actions.ts'
import { writeEvent } from '../src/history/events.ts'
import type { EventRow } from '../src/history/rows.ts'
import { presentEvent } from '../src/history/words.ts'
import { isValueOf, labels, type List, offer, say } from '../src/words/labels.ts'

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

  say('SourceKind', 'document')
  // @ts-expect-error: this is a kind of source, and none of documents
  say('DocumentKind', 'document')
  // @ts-expect-error: there is no such list
  say('DocumentKinds', 'article')
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

const folder = path.join(import.meta.dirname, '../views')
const views = fs.globSync('**/*.ejs', { cwd: folder })

test('every list that a view takes words from is there, and each of its values has one', () => {
  const called = views.flatMap((view) => {
    const code = fs.readFileSync(path.join(folder, view), 'utf8')
    return [...code.matchAll(/(?<![\w.])(?:say|offer)\(\s*([^,)]*)/g)].map(([, list = '']) => ({ view, list }))
  })
  assert.ok(called.length > 60)
  for (const { view, list } of called) {
    assert.ok(/^'\w+'$/.test(list) && Object.hasOwn(labels, list.slice(1, -1)), `${view} takes words from ${list}`)
  }
  for (const list of Object.keys(labels) as List[]) {
    for (const { value, label } of offer(list)) assert.match(label, /\S/, `${list}: ${value}`)
  }
})

test('no view lists the values of the data itself: a new one would not be offered there', () => {
  for (const view of views) {
    const code = fs.readFileSync(path.join(folder, view), 'utf8')
    for (const [all] of code.matchAll(/\[\s*'\w+'(?:,\s*'\w+')+\s*\]/g)) {
      const values = [...all.matchAll(/\w+/g)].map(String)
      const list = (Object.keys(labels) as List[]).find((one) => values.every((value) => isValueOf(one, value)))
      const isAllOfIt = list !== undefined && values.length === offer(list).length
      assert.ok(!isAllOfIt, `${view} lists ${all}: that is offer('${list}')`)
    }
  }
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

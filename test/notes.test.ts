import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import express from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { listHandles } from '../src/notes/markdown.ts'
import { editNote, publishNote, resolveThread, withdrawNote } from '../src/notes/notes.ts'
import { mayEdit, mayResolve, mayWithdraw } from '../src/notes/rights.ts'
import { showError } from '../src/web/errors.ts'
import { openTestDesk } from './support/desk.ts'
import {
  harbourStory,
  makeAccount,
  makeDocument,
  noteOn,
  publish,
  recordOn,
  replyOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const accounts = {
  editor: await makeAccount(db, 'editor'),
  other: await makeAccount(db, 'editor', { name: 'Ola Brink', email: 'ola@coastwire.example' }),
  reviewer: await makeAccount(db, 'reviewer'),
}
const editor = await signIn(app, accounts.editor)
const other = await signIn(app, accounts.other)
const reviewer = await signIn(app, accounts.reviewer)
const reader = visitor(app)
const json = { Accept: 'application/json' }

type Browser = typeof reader
type Problem = { detail: string; errors: Record<string, string[]>; stored?: Record<string, unknown> }

/** A published document with a statement of two steps and a claim, all public. */
async function makePublished() {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id, {
    hops: [{ source: 'Lena Okafor', cue: 'told' }, { naming: 'unstated' }],
  })
  const claim = await stateClaim(db, statement.id)
  await publish(db, document.id, { claimIds: [claim.id] })
  return { document, statement, claim }
}

async function write(browser: Browser, path: string, note: object): Promise<number> {
  const { body } = await browser.post(path).set(json).send(note).expect(201)
  return (body as { id: number }).id
}

async function refused(browser: Browser, path: string, sent: object, status = 422): Promise<Problem> {
  const { body } = await browser.post(path).set(json).send(sent).expect(status)
  return body as Problem
}

const open = async (browser: Browser, path: string) => load((await browser.get(path).redirects(2).expect(200)).text)
const eventsOf = async (noteId: number) =>
  (await db.event.findMany({ where: { noteId }, orderBy: { id: 'asc' } })).map(({ action }) => action)

test('an editor asks a question about a statement, a reviewer answers, and the thread is resolved and reopened', async () => {
  const { statement } = await makePublished()
  const asked = await editor
    .post(`/statements/${statement.id}/notes`)
    .type('form')
    .send({ kind: 'question', body: 'Who else was *there*?' })
    .expect(303)
  assert.match(asked.headers['location'] as string, /^\/statements\/.*#note-\d+$/)
  const { id } = await db.note.findFirstOrThrow({ where: { statementId: statement.id } })
  await reviewer.post(`/notes/${id}/replies`).type('form').send({ body: 'Two of ours.' }).expect(303)

  let $ = await open(editor, `/statements/${statement.id}`)
  assert.equal($(`#note-${id} .body em`).text(), 'there')
  assert.match($(`#note-${id} .by`).first().text(), /Question\s+by\s+Edda Nowak.*Only the newsroom sees it/s)
  assert.match($('.replies').text(), /Ravi Sol.*Two of ours\./s)

  await other.post(`/notes/${id}/resolution`).type('form').expect(303)
  await other.post(`/notes/${id}/resolution`).type('form').expect(303)
  $ = await open(editor, `/statements/${statement.id}`)
  assert.match(
    $('details.resolved > summary').text(),
    /Resolved: question by Edda Nowak, “Who else was there\?” \(1 reply\)/,
  )
  await editor.post(`/notes/${id}/reopening`).type('form').expect(303)
  await editor.post(`/notes/${id}/reopening`).type('form').expect(303)
  $ = await open(editor, `/statements/${statement.id}`)
  assert.equal($('details.resolved').length, 0)
  assert.deepEqual(await eventsOf(id), ['note_written', 'note_resolved', 'note_reopened'])
  assert.match($('.events').text(), /Ravi Sol\s+replied to a note on/)
})

test('a note may stand on a document, a passage, a statement, a step, a claim or a source, each on exactly one', async () => {
  const { document, statement, claim } = await makePublished()
  const hop = statement.hops[1]
  assert.ok(hop)
  const paths: [string, object, Record<string, unknown>][] = [
    [`/documents/${document.id}`, {}, { documentId: document.id }],
    [`/documents/${document.id}`, { quote: 'The quay is sinking' }, { words: 'The quay is sinking' }],
    [`/statements/${statement.id}`, {}, { statementId: statement.id }],
    [`/statements/${statement.id}`, { hopId: hop.id }, { hopId: hop.id, statementId: null }],
    [`/claims/${claim.id}`, {}, { claimId: claim.id }],
    [`/sources/${document.publisherId}`, {}, { sourceId: document.publisherId }],
  ]
  for (const [path, which, stored] of paths) {
    const id = await write(editor, `${path}/notes`, { body: 'Look at this', ...which })
    const note = await db.note.findUniqueOrThrow({ where: { id } })
    for (const [name, value] of Object.entries(stored)) assert.equal(note[name as keyof typeof note], value)

    const stands = await editor.get(`/notes/${id}`).expect(302)
    const [page = '', fragment] = (stands.headers['location'] as string).split('#')
    const $ = await open(editor, page)
    assert.equal($(`#${fragment} .body`).text().trim(), 'Look at this', page)
  }
})

test('a passage keeps its words and places, and its note leads to where they stand', async () => {
  const document = await makeDocument(db, { text: `😀 ${harbourStory.text}\n\nThe quay is sinking, they say.` })
  const path = `/documents/${document.id}/notes`
  const twice = await editor
    .post(path)
    .type('form')
    .send({ passage: 'true', quote: 'The quay is sinking', body: 'Twice?' })
    .expect(422)
  const $form = load(twice.text)
  const choices = $form('.new-note[open] input[type=radio][name=at]')
  assert.equal(choices.length, 2)
  assert.equal($form('#passage-body').val(), 'Twice?')
  assert.equal($form('#record textarea[name=quote]').val(), '', 'the form to record a statement is left alone')

  const at = choices.last().val()
  await editor
    .post(path)
    .type('form')
    .send({ passage: 'true', quote: 'The quay is sinking', at, body: 'Here' })
    .expect(303)
  const note = await db.note.findFirstOrThrow({
    where: { version: { documentId: document.id } },
    include: { spans: true },
  })
  const [span] = note.spans
  assert.ok(span)
  assert.equal([...document.text.content].slice(span.start, span.end).join(''), 'The quay is sinking')

  const $ = await open(editor, `/documents/${document.id}/desk`)
  const link = $('.thread .meta a').attr('href') ?? ''
  assert.match($(link).text(), /^The quay is sinking, they say/)
  assert.equal($('.thread blockquote.passage').text().trim(), 'The quay is sinking')

  const pieces = { quote: 'Not one container ship […] after December', body: 'Two pieces' }
  const two = await write(editor, path, pieces)
  assert.equal(await db.noteSpan.count({ where: { noteId: two } }), 2)
  for (const bad of [{ quote: 'The quay is floating' }, { passage: true }, { spans: [{ start: 5, end: 999_999 }] }]) {
    assert.ok((await refused(editor, path, { body: 'No', ...bad })).errors['quote'])
  }
})

test('what cannot be a note gets a sentence, and nothing is stored', async () => {
  const { document, statement, claim } = await makePublished()
  const elsewhere = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const [foreign] = elsewhere.hops
  const [own] = statement.hops
  assert.ok(foreign && own)
  const before = await db.note.count()
  const path = `/statements/${statement.id}/notes`
  const bad: [string, object, string, RegExp][] = [
    [path, { body: '' }, 'body', /Write the note/],
    [path, { body: ' \n ' }, 'body', /Write the note/],
    [path, { body: 'a\u0000b' }, 'body', /a character in it \(NUL\)/],
    [path, {}, 'body', /needed/],
    [path, { body: 'x'.repeat(10_001) }, 'body', /At most 10,000/],
    [path, { body: 'x', kind: 'praise' }, 'kind', /Choose one/],
    [path, { body: 'x', hopId: foreign.id }, 'hopId', /no longer part of the statement/],
    [path, { body: 'x', hopId: own.id, quote: 'The quay' }, 'hopId', /not on both/],
    [path, { body: 'x', quote: 'The quay' }, 'quote', /Passages belong to documents/],
    [`/documents/${document.id}/notes`, { body: 'x', hopId: own.id }, 'hopId', /Steps belong to statements/],
    [`/documents/${document.id}/notes`, { body: 'x', hopId: own.id, passage: true }, 'hopId', /not on both/],
    [`/claims/${claim.id}/notes`, { body: 'x', hopId: own.id }, 'hopId', /Steps belong/],
    [`/sources/${document.publisherId}/notes`, { body: 'x', quote: 'The quay' }, 'quote', /Passages belong/],
  ]
  for (const [to, sent, field, sentence] of bad) {
    assert.match(
      (await refused(editor, to, sent)).errors[field]?.join() ?? '',
      sentence,
      JSON.stringify(sent).slice(0, 80),
    )
    await editor.post(to).type('form').send(sent).expect(422)
  }
  for (const room of ['documents', 'statements', 'claims', 'sources']) {
    await refused(editor, `/${room}/999999/notes`, { body: 'x' }, 404)
  }
  assert.equal(await db.note.count(), before)
  await write(editor, path, { body: '😀'.repeat(10_000) })
})

test('a reply hangs on the first note of its thread, and on no other', async () => {
  const { statement } = await makePublished()
  const first = await noteOn(db, { statementId: statement.id }, { by: accounts.editor.id })
  const reply = await replyOn(db, first.id, { by: accounts.other.id })
  assert.match(
    (await refused(editor, `/notes/${reply.id}/replies`, { body: 'x' })).detail,
    new RegExp(`note ${first.id}`),
  )
  assert.match((await refused(editor, `/notes/${reply.id}/resolution`, {})).detail, /resolved as a whole/)
  assert.match((await refused(editor, `/notes/${reply.id}/reopening`, {})).detail, /as a whole/)
  await refused(editor, '/notes/999999/replies', { body: 'x' }, 404)
  const long = await editor
    .post(`/notes/${first.id}/replies`)
    .type('form')
    .send({ body: 'y'.repeat(10_001) })
    .expect(422)
  const $ = load(long.text)
  assert.match($(`#reply-${first.id}-body-error`).text(), /At most 10,000/)
  assert.equal($(`#note-body`).val(), '', 'the form for a new note is left alone')

  await editor.post(`/notes/${first.id}/withdrawal`).type('form').expect(303)
  assert.match((await refused(other, `/notes/${first.id}/replies`, { body: 'x' })).detail, /was withdrawn/)
  assert.match((await refused(other, `/notes/${first.id}/resolution`, {})).detail, /was withdrawn/)
  assert.match((await refused(editor, `/notes/${first.id}/withdrawal`, {})).detail, /withdrawn already/)
})

test('two people who edit one note at once lose neither text', async () => {
  const { statement } = await makePublished()
  const { id } = await noteOn(db, { statementId: statement.id }, { by: accounts.editor.id, body: 'As it was' })
  const $ = await open(editor, `/notes/${id}/edit`)
  assert.equal($('textarea[name=body]').val(), 'As it was')
  const revision = $('input[name=revision]').val()
  const edited = { kind: 'context', body: 'As it is now', revision }
  await editor.post(`/notes/${id}`).type('form').send(edited).expect(303)

  const late = await editor
    .post(`/notes/${id}`)
    .type('form')
    .send({ ...edited, body: 'In another window' })
    .expect(409)
  assert.match(load(late.text)('.conflict').text(), /As it is now/)
  assert.equal(load(late.text)('textarea[name=body]').val(), 'In another window')
  const problem = await refused(editor, `/notes/${id}`, { ...edited, body: 'Again' }, 409)
  assert.equal(problem.stored?.['body'], 'As it is now')

  const event = await db.event.findFirstOrThrow({ where: { noteId: id, action: 'note_edited' } })
  assert.deepEqual(event.before, { kind: 'comment', body: 'As it was' })
  assert.deepEqual(event.after, { kind: 'context', body: 'As it is now' })
  assert.match((await open(editor, `/statements/${statement.id}`))(`#note-${id}`).text(), /Edited by Edda Nowak/)
  for (const bad of [{ body: '' }, { kind: 'praise' }, { revision: 'x' }, { revision: undefined }]) {
    await refused(editor, `/notes/${id}`, { ...edited, ...bad })
  }
})

test('nobody edits, withdraws or publishes a colleague’s note but who may', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id })
  const sent = { kind: 'comment', body: 'Mine now', revision: 1 }
  for (const [browser, status] of [
    [other, 403],
    [reviewer, 403],
    [reader, 401],
  ] as const) {
    await browser.get(`/notes/${id}/edit`).set(json).expect(status)
    await refused(browser, `/notes/${id}`, sent, status)
    await refused(browser, `/notes/${id}/withdrawal`, { reason: 'No' }, status)
  }
  await refused(editor, `/notes/${id}/publication`, {}, 403)
  const about = await open(other, `/claims/${claim.id}`)
  assert.equal(about(`#note-${id} a[href="/notes/${id}/edit"]`).length, 0)

  await reviewer.post(`/notes/${id}/publication`).type('form').expect(303)
  await reviewer.post(`/notes/${id}/publication`).type('form').expect(303)
  await refused(editor, `/notes/${id}`, { ...sent, revision: 2 }, 403)
  await refused(editor, `/notes/${id}/withdrawal`, { reason: 'No' }, 403)
  await refused(editor, `/notes/${id}/resolution`, {}, 403)
  assert.deepEqual(await eventsOf(id), ['note_written', 'note_published'])
})

test('whoever may change a note is asked again when nobody else can change it any more', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id })
  // Published between the look at the note and the change of it.
  const viewer = { id: accounts.editor.id, role: 'editor', name: 'Edda' } as const
  const asEditor = (isAllowed: typeof mayEdit) => (note: Parameters<typeof mayEdit>[1]) => {
    if (!isAllowed(viewer, note)) throw new Error('not yours')
  }
  await publishNote(db, id, { by: accounts.reviewer.id })
  const withdrawal = { reason: 'Mine', by: viewer.id, allow: asEditor(mayWithdraw) }
  await assert.rejects(withdrawNote(db, id, withdrawal), /not yours/)
  const edited = { kind: 'comment', body: 'Mine', revision: 2, by: viewer.id, allow: asEditor(mayEdit) } as const
  await assert.rejects(editNote(db, id, edited), /not yours/)
  await assert.rejects(resolveThread(db, id, { by: viewer.id, allow: asEditor(mayResolve) }), /not yours/)
  assert.deepEqual(await eventsOf(id), ['note_written', 'note_published'])
})

test('a note on a source that was merged a moment ago stands on what it is now', async () => {
  const [one, two] = [
    await makeDocument(db, { publisher: 'Quay News' }),
    await makeDocument(db, { publisher: 'Pier News' }),
  ]
  const merge = { survivorId: two.publisherId, revision: 1, survivorRevision: 1 }
  await editor.post(`/sources/${one.publisherId}/merge`).set(json).send(merge).expect(201)
  const note = await noteOn(db, { sourceId: one.publisherId }, { by: accounts.editor.id })
  assert.equal(note.sourceId, two.publisherId)
  const event = await db.event.findFirstOrThrow({ where: { noteId: note.id } })
  assert.equal(event.sourceId, two.publisherId)
})

test('a note whose thing is gone is told so, and not that something is wrong on our side', async () => {
  const broken = express()
  broken.use((req, _res, next) => {
    req.log = pino({ level: 'silent' })
    next()
  })
  broken.get('/', async () => {
    await db.note.create({ data: { kind: 'comment', body: 'x', accountId: accounts.editor.id, hopId: 4711 } })
  })
  broken.use(showError)
  const { body } = await request(broken).get('/').set(json).expect(409)
  assert.match((body as Problem).detail, /not there any more/)
})

test('an edit that was begun before a note was published takes another look', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.reviewer.id })
  await reviewer.post(`/notes/${id}/publication`).type('form').expect(303)
  await refused(reviewer, `/notes/${id}`, { kind: 'comment', body: 'Late', revision: 1 }, 409)
})

test('a public note that is edited or withdrawn says so to readers, with the date, for ever', async () => {
  const { claim } = await makePublished()
  const note = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id, body: 'An EARLY-SLIP' })
  await editor
    .post(`/notes/${note.id}`)
    .type('form')
    .send({ kind: 'comment', body: 'First words', revision: 1 })
    .expect(303)
  await reviewer.post(`/notes/${note.id}/publication`).type('form').expect(303)
  let $ = await open(reader, `/claims/${claim.id}`)
  assert.match($(`#note-${note.id}`).text(), /First words/)
  assert.doesNotMatch($(`#note-${note.id}`).text(), /Edited/, 'readers are not told of changes before they saw it')

  await reviewer
    .post(`/notes/${note.id}`)
    .type('form')
    .send({ kind: 'comment', body: 'Better words', revision: 3 })
    .expect(303)
  $ = await open(reader, `/claims/${claim.id}`)
  assert.match($(`#note-${note.id}`).text(), /Better words\s+Edited by Ravi Sol, \d/)
  assert.doesNotMatch($.html(), /EARLY-SLIP|First words/)

  const blank = await reviewer.post(`/notes/${note.id}/withdrawal`).type('form').send({ reason: ' ' }).expect(422)
  assert.match(load(blank.text)('#withdrawal-reason-error').text(), /Say why, for readers/)
  await reviewer
    .post(`/notes/${note.id}/withdrawal`)
    .type('form')
    .send({ reason: 'It was about another quay' })
    .expect(303)
  $ = await open(reader, `/claims/${claim.id}`)
  assert.match($(`#note-${note.id}`).text(), /Withdrawn by Ravi Sol, \d.*Because: It was about another quay/s)
  assert.doesNotMatch($.html(), /Better words/)
  const { body } = await reader.get(`/notes/${note.id}`).set(json).expect(200)
  assert.equal((body as { note: { body: null } }).note.body, null)
  const again = await refused(reviewer, `/notes/${note.id}/withdrawal`, { reason: 'Again' })
  assert.match(again.detail, /withdrawn already/)
})

test('an internal note is withdrawn by its author without a reason, and cannot come back for readers', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id, body: 'A slip of mine' })
  await editor.post(`/notes/${id}/withdrawal`).type('form').expect(303)
  const $ = await open(other, `/claims/${claim.id}`)
  assert.match($(`#note-${id}`).text(), /Withdrawn by Edda Nowak/)
  assert.doesNotMatch($(`#note-${id}`).text(), /A slip of mine/)
  assert.match((await refused(reviewer, `/notes/${id}/publication`, {})).detail, /was withdrawn/)
  assert.deepEqual(await eventsOf(id), ['note_written', 'note_withdrawn'])
})

test('a reply is at most as public as the first note of its thread', async () => {
  const { claim } = await makePublished()
  const first = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id })
  const early = await refused(reviewer, `/notes/${first.id}/replies`, { body: 'For all', visibility: 'public' })
  assert.match(early.errors['visibility']?.join() ?? '', /Publish that one first/)
  const reply = await write(reviewer, `/notes/${first.id}/replies`, { body: 'For us' })
  assert.match((await refused(reviewer, `/notes/${reply}/publication`, {})).detail, /Publish that one first/)
  await refused(editor, `/notes/${first.id}/replies`, { body: 'x', visibility: 'public' }, 403)

  await reviewer.post(`/notes/${first.id}/publication`).type('form').expect(303)
  let $ = await open(reader, `/claims/${claim.id}`)
  assert.doesNotMatch($.html(), /For us/)
  await reviewer.post(`/notes/${reply}/publication`).type('form').expect(303)
  $ = await open(reader, `/claims/${claim.id}`)
  assert.match($('.replies').text(), /For us/)
  await reviewer.post(`/notes/${first.id}/resolution`).type('form').expect(303)
  $ = await open(reader, `/claims/${claim.id}`)
  assert.equal($('details.resolved[open]').length, 1)
  assert.match($('details.resolved').text(), /Resolved.*For us/s)
})

test('readers find public notes on public things, and nothing of any other, on any page, as HTML or JSON', async () => {
  const { document, statement, claim } = await makePublished()
  const [hop] = statement.hops
  assert.ok(hop?.sourceId)
  const by = accounts.editor.id
  const targets = [
    { documentId: document.id },
    { statementId: statement.id },
    { claimId: claim.id },
    { sourceId: hop.sourceId },
  ]
  const hidden: number[] = []
  const shown: number[] = []
  const places = [
    ...targets.map((target) => ({ target, which: {} })),
    { target: { documentId: document.id }, which: { quote: 'The quay is sinking', passage: true } },
    { target: { statementId: statement.id }, which: { hopId: hop.id } },
  ]
  for (const { target, which } of places) {
    hidden.push((await noteOn(db, target, { by, body: 'SECRET-NOTE @ravi-sol', ...which })).id)
    const first = await noteOn(db, target, { by, body: 'SHOWN-NOTE', visibility: 'public', ...which })
    shown.push(first.id)
    hidden.push((await replyOn(db, first.id, { by, body: 'SECRET-REPLY' })).id)
  }
  const pages = [
    `/documents/${document.id}`,
    `/statements/${statement.id}`,
    `/claims/${claim.id}`,
    `/sources/${hop.sourceId}`,
  ]
  const lists = ['/', '/documents', '/statements', '/claims', '/sources', `/claims/${claim.id}/verdicts`]
  for (const path of [...pages, ...lists]) {
    for (const headers of [{}, json]) {
      const { text } = await reader.get(path).set(headers).redirects(1).expect(200)
      assert.doesNotMatch(text, /SECRET|mayEdit|mayResolve|isUnread|wrote a note/, path)
      for (const id of hidden) assert.doesNotMatch(text, new RegExp(`note-${id}\\b|"id":${id},"kind":"comment"`), path)
      if (pages.includes(path)) assert.match(text, /SHOWN-NOTE/, path)
    }
  }
  for (const id of shown) await reader.get(`/notes/${id}`).expect(302)
  for (const id of hidden) await reader.get(`/notes/${id}`).set(json).expect(404)
  const { body } = await reader.get(`/documents/${document.id}`).set(json).expect(200)
  const { notes } = (body as { document: { notes: { body: string; html: string; replies: unknown[] }[] } }).document
  assert.equal(notes.length, 2)
  assert.deepEqual([notes[0]?.body, notes[0]?.html, notes[0]?.replies], ['SHOWN-NOTE', '<p>SHOWN-NOTE</p>', []])
  for (const path of ['/notes', '/notes/colleagues']) await reader.get(path).set(json).expect(401)
})

test('a public note on what is no longer, or not yet, public is not found by readers', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const [hop] = statement.hops
  assert.ok(hop)
  const by = accounts.reviewer.id
  const target = { statementId: statement.id }
  const ids = [
    (await noteOn(db, { documentId: document.id }, { by, visibility: 'public' })).id,
    (await noteOn(db, { documentId: document.id }, { by, visibility: 'public', quote: 'The quay is sinking' })).id,
    (await noteOn(db, target, { by, visibility: 'public' })).id,
    (await noteOn(db, target, { by, visibility: 'public', hopId: hop.id })).id,
    (await noteOn(db, { claimId: claim.id }, { by, visibility: 'public' })).id,
  ]
  for (const id of ids) await reader.get(`/notes/${id}`).expect(404)
  await publish(db, document.id, { claimIds: [claim.id] })
  for (const id of ids) await reader.get(`/notes/${id}`).expect(302)
  await reviewer.post(`/documents/${document.id}/withdrawal`).type('form').send({ reason: 'Wrong' }).expect(303)
  for (const id of ids.slice(0, 4)) await reader.get(`/notes/${id}`).expect(404)
})

test('a mention counts in the navigation until it is marked as read, and opening the page marks nothing', async () => {
  const { statement } = await makePublished()
  const mentioned = await makeAccount(db, 'editor', { name: 'Søren Öst', email: 'soren@coastwire.example' })
  const browser = await signIn(app, mentioned)
  const { handle } = await db.account.findUniqueOrThrow({ where: { id: mentioned.id } })
  assert.deepEqual(listHandles(`@${handle}`), [handle])
  const gone = await makeAccount(db, 'editor', { name: 'Gone Away', email: 'gone@coastwire.example' })
  await db.account.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })

  const body = `@${handle}, @nobody-here, @gone-away: can you call them?`
  const ids: number[] = []
  for (let n = 0; n < 3; n++) ids.push(await write(editor, `/statements/${statement.id}/notes`, { body }))
  const [first = 0, second = 0, third = 0] = ids
  assert.equal(await db.noteMention.count({ where: { accountId: gone.id } }), 0)

  const count = async () => (await open(browser, '/sources'))('nav').text().replace(/\s+/g, ' ')
  assert.match(await count(), /Notes \(3 unread mentions\)/)
  const $ = await open(browser, `/statements/${statement.id}`)
  assert.equal($(`#note-${first} .body strong`).text(), 'Søren Öst')
  assert.match($(`#note-${first} .body`).text(), /@nobody-here, @gone-away/)
  assert.match(await count(), /Notes \(3/)

  await browser.post(`/notes/${first}/acknowledgement`).type('form').expect(303)
  assert.match(await count(), /Notes \(2/)
  await browser.post(`/notes/${second}/replies`).type('form').send({ body: 'I will' }).expect(303)
  assert.match(await count(), /Notes \(1/)
  await editor.post(`/notes/${third}/withdrawal`).type('form').expect(303)
  assert.doesNotMatch(await count(), /Notes \(/)

  await write(editor, `/statements/${statement.id}/notes`, { body })
  const list = await open(browser, '/notes')
  assert.match(list('#mentions').parent().text(), /can you call them/)
  await browser.post('/notes/acknowledgements').type('form').expect(303)
  assert.match((await open(browser, '/notes'))('#mentions').parent().text(), /You have read every mention/)
  await refused(other, `/notes/${first}/acknowledgement`, {}, 404)
  assert.doesNotMatch((await open(editor, '/sources'))('nav').text(), /Notes \(/, 'nobody is told of their own words')
})

test('a colleague’s whole name behind an @ mentions them; what mentions nobody says so', async () => {
  const { statement } = await makePublished()
  const rita = await makeAccount(db, 'reviewer', { name: 'Rita Reviewer', email: 'rita@coastwire.example' })
  await makeAccount(db, 'editor', { name: 'Rita', email: 'rita-too@coastwire.example' })
  const send = async (body: string) => {
    const page = `/statements/${statement.id}/notes`
    const sent = { kind: 'comment', visibility: 'internal', body }
    return (await editor.post(page).set(json).send(sent).expect(201)).body as { id: number; notice: string }
  }
  const { id, notice } = await send('@Rita Reviewer, is this (`@Rita`) the right quay?')
  assert.equal(notice, 'The note is written. Rita Reviewer gets a notice.')
  const mentions = await db.noteMention.findMany({ where: { noteId: id } })
  assert.deepEqual(
    mentions.map(({ accountId }) => accountId),
    [rita.id],
  )
  const page = await open(await signIn(app, rita), '/notes')
  assert.match(page('#mentions').parent().text(), /is this \(@Rita\) the right quay\?/)
  assert.match((await send('@Rota Reviewer?')).notice, /There is no notice for “@rota”: no colleague has that name/)
  assert.equal((await send('No @ here')).notice, 'The note is written.')
})

test('a mention that is taken out of a note is no longer one, and one that is added counts', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id, body: '@ola-brink' })
  await editor.post(`/notes/${id}`).type('form').send({ kind: 'comment', body: '@ravi-sol', revision: 1 }).expect(303)
  const mentions = await db.noteMention.findMany({ where: { noteId: id } })
  assert.deepEqual(
    mentions.map(({ accountId }) => accountId),
    [accounts.reviewer.id],
  )
})

test('the newsroom’s threads are listed by state, kind, place and who takes part', async () => {
  const { document, statement } = await makePublished()
  const by = accounts.other.id
  const first = await noteOn(db, { documentId: document.id }, { by, kind: 'correction', body: 'LISTED-ONE' })
  const second = await noteOn(db, { statementId: statement.id }, { by, kind: 'question', body: 'LISTED-TWO' })
  await replyOn(db, first.id, { by: accounts.reviewer.id })
  await other.post(`/notes/${second.id}/resolution`).type('form').expect(303)

  const listed = async (query: string) => {
    const { body } = await editor.get(`/notes?${query}`).set(json).expect(200)
    return (body as { threads: { id: number }[] }).threads.map(({ id }) => id)
  }
  assert.ok((await listed('')).includes(first.id))
  assert.ok(!(await listed('')).includes(second.id))
  assert.ok((await listed('state=resolved')).includes(second.id))
  const both = [second.id, first.id]
  assert.deepEqual(
    (await listed('state=all')).filter((id) => both.includes(id)),
    both,
  )
  assert.deepEqual(await listed(`state=all&kind=correction&by=${by}`), [first.id])
  assert.ok((await listed(`by=${accounts.reviewer.id}`)).includes(first.id))
  assert.ok(!(await listed('on=claim&state=all')).includes(first.id))
  assert.ok((await listed('on=document')).includes(first.id))
  for (const on of ['passage', 'step', 'source', 'statement']) await listed(`on=${on}&mine=true&kind=`)
  assert.match((await editor.get('/notes?on=nonsense').set(json).expect(400)).text, /on: It is one of .*passage/)
  const $ = await open(editor, '/notes?kind=context&on=step&mine=true')
  assert.match($('.empty').text(), /No thread fits/)
  await editor.get('/notes?before=x').set(json).expect(400)
  await editor.get('/notes?by=x').set(json).expect(400)
})

test('threads are shown a page at a time', async () => {
  const { id: claimId } = (await makePublished()).claim
  const writer = await makeAccount(db, 'editor')
  for (let n = 0; n < 27; n++) await noteOn(db, { claimId }, { by: writer.id, body: `Note ${n}` })
  const $ = await open(editor, `/notes?by=${writer.id}`)
  assert.equal($('#threads').parent().find('.list > li').length, 25)
  const next = $('.pager a').attr('href')
  assert.ok(next)
  assert.equal((await open(editor, next))('#threads').parent().find('.list > li').length, 2)
})

test('a step with notes is not dropped silently, and keeps them where it moves', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id, {
    hops: [
      { source: 'Lena Okafor', cue: 'told' },
      { naming: 'unstated', cue: 'reportedly' },
    ],
  })
  const [origin, relay] = statement.hops
  assert.ok(origin && relay)
  const note = await noteOn(db, { statementId: statement.id }, { by: accounts.editor.id, hopId: relay.id })
  const { body } = await editor.get(`/statements/${statement.id}/edit`).set(json).expect(200)
  const values = (body as { form: { values: { hops: object[] } } }).form.values
  const [one, two] = values.hops
  const dropped = await refused(editor, `/statements/${statement.id}`, { ...values, hops: [one] })
  assert.match(dropped.errors['hops']?.join() ?? '', /Step 2 has notes.*Keep the step/)
  await editor
    .post(`/statements/${statement.id}`)
    .set(json)
    .send({ ...values, hops: [two, one] })
    .expect(200)
  const $ = await open(editor, `/statements/${statement.id}`)
  assert.match($(`#note-${note.id}`).parent().text(), /On step 1 of the chain/)
})

test('HTML in a note and in the name of a colleague is shown as words', async () => {
  const { claim } = await makePublished()
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))'
  const named = await makeAccount(db, 'editor', { name: '<b>Bo</b> Evil', email: 'bo@coastwire.example' })
  const { handle } = await db.account.findUniqueOrThrow({ where: { id: named.id } })
  const id = await write(editor, `/claims/${claim.id}/notes`, { body: `${evil} @${handle}` })
  for (const path of [`/claims/${claim.id}`, '/notes', '/activity', `/notes/${id}/edit`]) {
    const { text } = await editor.get(path).redirects(1).expect(200)
    assert.doesNotMatch(text, /<script>alert|<img src=x|href="javascript|<b>Bo/, path)
  }
  const $ = await open(editor, `/claims/${claim.id}`)
  assert.equal($(`#note-${id} .body strong`).text(), '<b>Bo</b> Evil')
  assert.match($(`#note-${id} .body`).text(), /<script>alert\(1\)<\/script>/)
})

test('the form tells whom one can mention, and behind an @ the colleagues are offered', async () => {
  const { claim } = await makePublished()
  const $ = await open(editor, `/claims/${claim.id}`)
  assert.match($('#note-body-hint').text(), /@ola-brink/)
  const { body } = await editor.get('/notes/colleagues').expect(200)
  const colleagues = body as { name: string; handle: string }[]
  assert.ok(colleagues.some(({ handle }) => handle === 'ola-brink'))
  assert.ok(colleagues.every((one) => Object.keys(one).sort().join() === 'handle,name'))
  assert.ok(colleagues.every(({ handle }) => handle !== 'gone-away'))
})

test('two answers to one thread at once are both kept', async () => {
  const { claim } = await makePublished()
  const { id } = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id })
  await Promise.all([editor, other, reviewer].map((browser) => write(browser, `/notes/${id}/replies`, { body: 'Me' })))
  assert.equal(await db.note.count({ where: { parentId: id } }), 3)
  await Promise.all([editor, other].map((browser) => browser.post(`/notes/${id}/resolution`).type('form').expect(303)))
  assert.equal(await db.event.count({ where: { noteId: id, action: 'note_resolved' } }), 1)
})

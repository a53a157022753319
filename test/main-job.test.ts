import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { createSource } from '../src/sources/sources.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  harbourStory,
  makeAccount,
  makeDocument,
  next,
  noteOn,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)

const editorAccount = await makeAccount(db, 'editor')
const editor = await signIn(app, editorAccount)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)

test('an editor pastes a text and is led to its desk', async () => {
  const { text, ...story } = harbourStory
  const sent = { ...story, url: 'https://coastwire.example/pasted', title: 'A <pasted> story', text: `${text} Pasted.` }
  const posted = await editor.post('/documents').type('form').send(sent).expect(303)
  const desk = await editor.get(posted.headers['location'] as string).expect(200)
  const $ = load(desk.text)
  assert.equal($('h1').text().trim(), 'A <pasted> story')
  assert.match($('[role=status]').text(), /^\s*Imported\. Select the first statement/)
})

test('the same text twice is one document, and from another publisher shares the stored text', async () => {
  const story = { ...harbourStory, url: '', text: `${harbourStory.text} Twice ${next()}.` }
  const first = await editor.post('/documents').set('Accept', 'application/json').send(story).expect(201)
  const again = await editor.post('/documents').set('Accept', 'application/json').send(story).expect(201)
  const other = await editor
    .post('/documents')
    .set('Accept', 'application/json')
    .send({ ...story, publisher: 'Other Wire' })
    .expect(201)
  assert.deepEqual(
    [first, again, other].map(({ body }) => (body as { outcome: string }).outcome),
    ['new', 'known', 'shared'],
  )
  const ids = [first, again, other].map(({ body }) => (body as { id: number }).id)
  assert.equal(ids[0], ids[1])
  const [one, two] = await Promise.all(
    [ids[0], ids[2]].map((id) => db.document.findUniqueOrThrow({ where: { id: id ?? 0 } })),
  )
  assert.equal(one?.textId, two?.textId)
})

test('a publisher’s name that two sources have is asked about, and the answer is taken', async () => {
  const twin = () => createSource(db, { name: 'Twin Wire', kind: 'outlet', by: null })
  const [, second] = [await twin(), await twin()]
  const story = {
    ...harbourStory,
    url: '',
    publisher: 'Twin Wire',
    text: 'The ferry to the islands stays in its berth until Friday.',
  }
  const asked = load((await editor.post('/documents').type('form').send(story).expect(422)).text)
  assert.equal(asked('input[name=publisher]').val(), 'Twin Wire')
  assert.equal(asked('input[type=radio][name=publisherId]').length, 2)
  await editor
    .post('/documents')
    .type('form')
    .send({ ...story, publisherId: second.id })
    .expect(303)
  assert.equal(await db.document.count({ where: { publisherId: second.id } }), 1)
})

test('an editor records a statement in several passages with a chain of sources made on the spot', async () => {
  const document = await makeDocument(db)
  const form = {
    quote: 'Not one container ship will dock here after December […] The quay is sinking, and everyone knows it.',
    mode: 'direct',
    'hops[0][source]': 'Lena Okafor',
    'hops[0][cue]': 'told',
    'hops[0][addressee]': 'reporters',
    'hops[0][said]': '2024-03',
    'hops[1][naming]': 'described',
    'hops[1][description]': 'local media',
    'hops[1][cue]': 'report',
    'hops[2][naming]': 'unstated',
    'hops[2][cue]': 'reportedly',
    claim: 'No container ship will dock in Port Ansel after December',
  }
  await editor.post(`/documents/${document.id}/statements`).type('form').send(form).expect(303)
  const statement = await db.statement.findFirstOrThrow({
    where: { version: { documentId: document.id } },
    include: {
      spans: { orderBy: { position: 'asc' } },
      hops: { orderBy: { position: 'asc' }, include: { source: true } },
      claims: true,
    },
  })
  const text = document.text.content
  assert.deepEqual(
    statement.spans.map(({ start, end }) => [...text].slice(start, end).join('')),
    ['Not one container ship will dock here after December', 'The quay is sinking, and everyone knows it.'],
  )
  assert.deepEqual(
    statement.hops.map((hop) => hop.naming),
    ['named', 'described', 'unstated'],
  )
  assert.equal(statement.hops[0]?.saidPrecision, 'month')
  assert.equal(statement.claims.length, 1)

  const desk = load((await editor.get(`/documents/${document.id}/desk`).expect(200)).text)
  const card = desk(`#statement-${statement.id}`).text()
  assert.match(card, /Lena Okafor told reporters in March 2024 → passed on by local media/)
  assert.equal(desk(`[data-statement="${statement.id}"]`).length, 2)
})

test('words that stand in the text several times are asked about, and the answer is taken', async () => {
  const document = await makeDocument(db)
  const path = `/documents/${document.id}/statements`
  const asked = await editor.post(path).type('form').send({ quote: 'Okafor', mode: 'indirect' }).expect(422)
  const offered = load(asked.text)('input[type=radio][name=at]')
    .map((_, radio) => load(asked.text)(radio).attr('value'))
    .get()
  assert.ok(offered.length >= 3, 'every occurrence is offered')
  const second = String(offered[1])
  await editor.post(path).type('form').send({ quote: 'Okafor', mode: 'indirect', at: second }).expect(303)
  const span = await db.span.findFirstOrThrow({ where: { statement: { version: { documentId: document.id } } } })
  assert.equal(String(span.start), second)
})

test('an edited statement keeps what it was in its history, and a stale form overwrites nothing', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const edited = {
    quote: statement.words,
    mode: 'mixed',
    revision: '1',
    'hops[0][id]': String(statement.hops[0]?.id),
    'hops[0][source]': 'Lena Okafor',
    'hops[0][cue]': 'shouted',
  }
  await editor.post(`/statements/${statement.id}`).type('form').send(edited).expect(303)

  const stale = await editor
    .post(`/statements/${statement.id}`)
    .type('form')
    .send({ ...edited, 'hops[0][cue]': 'whispered' })
    .expect(409)
  assert.match(stale.text, /shouted/, 'what stands there now is shown')
  assert.match(stale.text, /whispered/, 'the person’s words are kept')

  const hop = await db.hop.findFirstOrThrow({ where: { statementId: statement.id } })
  assert.equal(hop.cue, 'shouted')
  assert.equal(hop.id, statement.hops[0]?.id, 'the step keeps its row')
  const event = await db.event.findFirstOrThrow({ where: { statementId: statement.id, action: 'statement_edited' } })
  assert.equal((event.before as { mode: string }).mode, 'direct')
})

test('a statement is withdrawn with a reason, and the withdrawal taken back', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  await editor.post(`/statements/${statement.id}/withdrawal`).type('form').send({ reason: '' }).expect(422)
  await editor
    .post(`/statements/${statement.id}/withdrawal`)
    .type('form')
    .send({ reason: 'Recorded twice' })
    .expect(303)
  assert.equal((await db.statement.findUniqueOrThrow({ where: { id: statement.id } })).state, 'withdrawn')
  await editor.post(`/statements/${statement.id}/restoration`).expect(303)
  assert.equal((await db.statement.findUniqueOrThrow({ where: { id: statement.id } })).state, 'draft')
})

test('a verdict on a statement, one of its steps or a claim supersedes the one that was shown, and no other', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const rating = await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis: 'attribution', slug: 'confirmed' } } })
  const path = `/statements/${statement.id}/verdicts`
  const form = {
    ratingId: rating.id,
    reasons: 'Heard on the recording',
    'evidence[0][kind]': 'recording',
    'evidence[0][documentId]': document.id,
    'evidence[0][quote]': 'everyone knows it',
  }
  await editor.post(path).type('form').send(form).expect(303)
  await editor
    .post(path)
    .type('form')
    .send({ ...form, reasons: 'Did not look' })
    .expect(409)
  const first = await db.verdict.findFirstOrThrow({ where: { statementId: statement.id }, include: { evidence: true } })
  assert.equal(first.evidence[0]?.quote, 'everyone knows it')
  await editor
    .post(path)
    .type('form')
    .send({ ...form, supersedesId: first.id, reasons: 'Heard again' })
    .expect(303)
  await editor
    .post(path)
    .type('form')
    .send({ ...form, hopId: statement.hops[0]?.id })
    .expect(303)
  assert.equal(await db.verdict.count({ where: { hopId: statement.hops[0]?.id ?? 0 } }), 1)

  const wrongScale = await editor
    .post(`/claims/${claim.id}/verdicts`)
    .type('form')
    .send({ ...form })
    .expect(422)
  assert.match(wrongScale.text, /Choose a rating/)
})

test('publishing shows readers what is ready, names what is not, and offers claims and verdicts with it', async () => {
  const document = await makeDocument(db)
  const ready = await recordOn(db, document.id)
  const unfinished = await recordOn(db, document.id, { quote: 'The quay is sinking', unfinished: true })
  const claim = await stateClaim(db, ready.id)
  const verdict = await giveVerdictOn(db, { statementId: ready.id }, { by: editorAccount.id, rating: 'relayed-only' })
  await noteOn(db, { statementId: ready.id }, { by: editorAccount.id, body: 'INTERNAL-SECRET' })
  await noteOn(db, { statementId: ready.id }, { by: editorAccount.id, body: 'A public note', visibility: 'public' })
  await reader.get(`/documents/${document.id}`).expect(404)
  await reader.get(`/statements/${ready.id}`).expect(404)
  await reader.get(`/claims/${claim.id}`).expect(404)

  const plan = load((await reviewer.get(`/documents/${document.id}/publication`).expect(200)).text)
  assert.match(plan('main').text(), /The quay is sinking/)
  const revision = plan('input[name=revision]').val()
  await reviewer
    .post(`/documents/${document.id}/publication`)
    .type('form')
    .send({ revision, claimIds: claim.id, verdictIds: verdict.id })
    .expect(303)

  const page = await reader.get(`/documents/${document.id}`).redirects(1).expect(200)
  const $ = load(page.text)
  assert.equal($(`#statement-${ready.id}`).length, 1)
  assert.equal($(`#statement-${unfinished.id}`).length, 0)
  assert.match($(`#statement-${ready.id}`).text(), /Relayed only/)
  assert.match($(`#statement-${ready.id}`).text(), /A public note/)
  assert.doesNotMatch(page.text, /INTERNAL-SECRET/)
  assert.equal($(`a.mark[href="#statement-${ready.id}"]`).length, 1)
  for (const path of [`/statements/${ready.id}`, `/claims/${claim.id}`, `/sources/${document.publisherId}`]) {
    await reader.get(path).redirects(1).expect(200)
  }
  await reader.get(`/statements/${unfinished.id}`).expect(404)
})

test('each card leads back to the first mark of its statement, also where shorter statements cover all its words', async () => {
  const document = await makeDocument(db)
  const quote = 'Not one container ship will dock here after December'
  const whole = await recordOn(db, document.id, { quote })
  const first = await recordOn(db, document.id, { quote: 'Not one container ship ' })
  const second = await recordOn(db, document.id, { quote: 'will dock here after December' })
  for (const path of [`/documents/${document.id}/desk`, `/documents/${document.id}`]) {
    const $ = load((await editor.get(path).redirects(1).expect(200)).text)
    for (const { id } of [whole, first, second]) {
      assert.ok($(`#statement-${id} a[href="#at-${id}"]`).length >= 1, `${path}: the card of ${id} leads back`)
      assert.equal($(`[data-quotable] #at-${id}`).length, 1, `${path}: to one place in the text`)
    }
    assert.match($(`#at-${second.id}`).attr('href') ?? '', new RegExp(`#statement-${second.id}$`))
  }
})

test('a withdrawn document leaves its reason and nothing else to readers', async () => {
  const document = await makeDocument(db)
  await recordOn(db, document.id)
  await publish(db, document.id)
  await reviewer
    .post(`/documents/${document.id}/withdrawal`)
    .type('form')
    .send({ reason: 'The agency took it back' })
    .expect(303)
  const page = await reader.get(`/documents/${document.id}`).expect(410)
  assert.match(page.text, /The agency took it back/)
  assert.doesNotMatch(page.text, /container ship/)
})

test('each thing’s page tells its history in words, and /activity tells everything', async () => {
  const document = await makeDocument(db, { title: 'A story with a history' })
  const activity = load((await editor.get('/activity').expect(200)).text)('main').text()
  assert.match(activity, /imported the document/)
  const desk = load((await editor.get(`/documents/${document.id}/desk`).expect(200)).text)('main').text()
  assert.match(desk, /imported the document/)
})

test('every page has a JSON form at the same address, and errors are problems', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const paths = [
    '/',
    '/documents',
    '/statements',
    '/claims',
    '/sources',
    '/activity',
    '/about/method',
    '/documents/new',
    '/session',
    `/documents/${document.id}`,
    `/documents/${document.id}/desk`,
    `/documents/${document.id}/edit`,
    `/documents/${document.id}/versions/1`,
    `/statements/${statement.id}`,
    `/statements/${statement.id}/edit`,
    `/claims/${claim.id}`,
    `/claims/${claim.id}/verdicts`,
    `/claims/${claim.id}/edit`,
    `/sources/${document.publisherId}`,
    `/sources/${document.publisherId}/edit`,
  ]
  for (const path of paths) {
    const json = await editor.get(path).set('Accept', 'application/json').expect(200)
    assert.match(json.headers['content-type'] as string, /^application\/json/, path)
    const html = await editor.get(path).set('Accept', 'text/html').redirects(1).expect(200)
    assert.match(html.headers['content-type'] as string, /^text\/html/, path)
    assert.equal(load(html.text)('h1').length, 1, `${path} has one heading`)
  }
  const missing = await reader.get('/documents/99999').set('Accept', 'application/json').expect(404)
  assert.match(missing.headers['content-type'] as string, /^application\/problem\+json/)
})

test('a page leads to its own data, with the filters that it was asked with', async () => {
  const document = await makeDocument(db, { title: 'Found & kept' })
  await makeDocument(db, { title: 'Left out' })
  const list = new URL('/documents?q=found+%26+kept&kind=article', 'http://desk.example.org')
  const alternate = async (path: string) => {
    const { text } = await editor.get(path).expect(200)
    return new URL(load(text)('link[rel=alternate]').attr('href') ?? '', new URL(path, list))
  }
  assert.equal((await alternate('/about/method')).pathname, '/about/method')
  const { pathname, search } = await alternate(list.pathname + list.search)
  assert.equal(pathname + search, list.pathname + list.search)
  const { body } = await editor
    .get(pathname + search)
    .set('Accept', 'application/json')
    .expect(200)
  assert.deepEqual(
    (body as { documents: { id: number }[] }).documents.map(({ id }) => id),
    [document.id],
  )
})

test('lists are filtered and paged by a cursor that stays put', async () => {
  const document = await makeDocument(db)
  for (let i = 0; i < 27; i++) await recordOn(db, document.id, { quote: 'Port Ansel', at: '0' })
  const first = await editor.get('/statements?q=Port+Ansel').set('Accept', 'application/json').expect(200)
  const { statements, next: older } = first.body as { statements: { id: number }[]; next: string }
  assert.equal(statements.length, 25)
  await recordOn(db, document.id, { quote: 'Port Ansel', at: '0' })
  const second = await editor.get(older).set('Accept', 'application/json').expect(200)
  const ids = (second.body as { statements: { id: number }[] }).statements.map(({ id }) => id)
  assert.equal(ids[0], (statements.at(-1)?.id ?? 0) - 1)
})

test('a wrong slug leads to the address as it is now', async () => {
  const document = await makeDocument(db, { title: 'Slugs' })
  const moved = await editor.get(`/documents/${document.id}-wrong?part=1`).expect(301)
  assert.equal(moved.headers['location'], `/documents/${document.id}-slugs?part=1`)
})

test('sources are found as one types, without accents and case', async () => {
  const document = await makeDocument(db)
  await recordOn(db, document.id, { hops: [{ source: 'Élodie Müller', cue: 'said' }] })
  const found = await editor.get('/sources?q=elodie+MULL').set('Accept', 'application/json').expect(200)
  assert.equal((found.body as { sources: { name: string }[] }).sources[0]?.name, 'Élodie Müller')
})

import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { handlersFor } from '../src/background.ts'
import { endThread } from '../src/intake/thread.ts'
import { runNext } from '../src/queue/queue.ts'
import { beginFetchingAgain } from '../src/versions/refetch.ts'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
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

let served = ''
let status = 200
const site = http.createServer((req, res) => {
  const etag = `"${served.length}"`
  const isKnown = req.headers['if-none-match'] === etag
  asked.push(isKnown ? `${req.url} 304` : String(req.url))
  if (isKnown) return res.writeHead(304).end()
  res.writeHead(status, { 'Content-Type': 'text/plain', ETag: etag }).end(req.url === '/robots.txt' ? '' : served)
})
const asked: string[] = []
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
const { app, db, config, close } = await openTestDesk({ environment: { FETCH_ALLOW: '127.0.0.0/8' } })
after(async () => {
  site.closeAllConnections()
  site.close()
  await endThread()
  await close()
})
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const json = { Accept: 'application/json' }

const docked = 'Not one container ship will dock here after December'
const told = 'told a month ago'
const moved = 'the quay had moved four centimetres since 2019'
const mayor = { naming: 'named', source: 'Lena Okafor', cue: 'said' } as const

/** A published document with three statements, a claim with a verdict on one, a note, and evidence elsewhere. */
async function makePublished(given: { url?: string } = {}) {
  const text = `${harbourStory.text}\n\nThis is edition ${next()} of the evening.`
  const document = await makeDocument(db, { title: `Harbour ${next()}`, text, ...given })
  const said = await recordOn(db, document.id)
  const union = await recordOn(db, document.id, { quote: told, mode: 'indirect', hops: [mayor] })
  const measured = await recordOn(db, document.id, { quote: moved, mode: 'indirect', hops: [mayor] })
  const draft = await recordOn(db, document.id, { quote: 'everyone knows it', hops: [mayor], unfinished: true })
  const claim = await stateClaim(db, said.id, { sentence: `No ship will dock, report ${next()}` })
  await giveVerdictOn(db, { statementId: said.id }, { by: account.id })
  const other = await makeDocument(db)
  const elsewhere = await recordOn(db, other.id)
  await giveVerdictOn(
    db,
    { statementId: elsewhere.id },
    { by: account.id, evidence: [{ kind: 'transcript', stance: 'supports', documentId: document.id, quote: moved }] },
  )
  await noteOn(db, { documentId: document.id }, { by: account.id, quote: 'The quay is sinking' })
  await publish(db, document.id, { claimIds: [claim.id] })
  return { document, text, said, union, measured, draft, claim, other, elsewhere }
}

const later = (text: string) =>
  [
    ...text
      .replace('after December', 'after January')
      .replace(/The Harbour Authority[^\n]+\n\n/, '')
      .split('\n\n')
      .slice(1),
    text.split('\n\n')[0],
  ].join('\n\n')

async function store(documentId: number, text: string): Promise<string> {
  const path = `/documents/${documentId}/versions`
  const form = await openForm(editor, path, path)
  const { headers } = await editor
    .post(path)
    .type('form')
    .send({ ...form, text })
    .expect(303)
  return headers['location'] ?? ''
}

test('a later text is compared, each passage placed, and nothing moved; an editor decides and readers see both wordings', async () => {
  const { document, text, said, union, measured, draft, elsewhere } = await makePublished()
  const changes = await store(document.id, later(text))
  assert.equal(changes, `/documents/${document.id}/versions/2/changes`)

  // What was recorded stays where it was.
  assert.deepEqual((await db.document.findUniqueOrThrow({ where: { id: document.id } })).textId, document.textId)
  const page = load((await reader.get(`/documents/${document.id}`).redirects(1).expect(200)).text)
  assert.match(page('#text').text(), /after December/)
  assert.match(page(`#statement-${said.id}`).text(), /The outlet changed these words after we recorded them/)
  assert.match(page(`#statement-${measured.id}`).text(), /The outlet removed these words/)
  assert.doesNotMatch(page(`#statement-${union.id}`).text(), /after we recorded/)

  const folded = load((await editor.get(changes).expect(200)).text)('main details > summary')
  assert.match(folded.text(), /3 passages with the same words/)
  const { body } = await editor.get(changes).set(json).expect(200)
  const kinds = (passages: unknown) =>
    Object.fromEntries(
      (passages as { of: { what: string; id: number }; kind: string }[]).map(({ of, kind }) => [
        `${of.what} ${of.id}`,
        kind,
      ]),
    )
  const [note] = await db.note.findMany({ orderBy: { id: 'desc' }, take: 1 })
  const [evidence] = await db.evidence.findMany({
    where: { versionId: { not: null } },
    orderBy: { id: 'desc' },
    take: 1,
  })
  assert.deepEqual(kinds(body.passages), {
    [`Statement ${said.id}`]: 'changed',
    [`Statement ${union.id}`]: 'exact',
    [`Statement ${measured.id}`]: 'gone',
    [`Statement ${draft.id}`]: 'exact',
    [`Evidence ${evidence?.id}`]: 'gone',
    [`Note ${note?.id}`]: 'exact',
  })
  const changed = body.passages.find(({ kind }: { kind: string }) => kind === 'changed')
  assert.deepEqual(
    changed.pieces.filter(({ kind }: { kind: string }) => kind !== 'same').map(({ words }: { words: string }) => words),
    ['December', 'January'],
  )
  assert.ok(changed.score > 0.7 && changed.score < 1)

  // Readers see what they may see of it: no draft, no note, no evidence, nobody's name.
  const seen = (await reader.get(changes).set(json).expect(200)).body
  assert.deepEqual(
    Object.keys(kinds(seen.passages)).sort(),
    [said, union, measured].map(({ id }) => `Statement ${id}`).sort(),
  )
  await reader
    .post(`${changes.replace('changes', 'passages')}/${changed.id}`)
    .set(json)
    .send({ settlement: 'kept' })
    .expect(401)

  // What rests on it needs a second look, with the reason.
  const work = await db.work.findUniqueOrThrow({ where: { documentId: document.id } })
  assert.match(work.recheckReason ?? '', new RegExp(`Statement ${said.id} was changed by its publisher`))
  assert.deepEqual(
    work.recheckStatements.toSorted((a, b) => a - b),
    [said.id, measured.id],
  )
  const upon = await db.work.findFirstOrThrow({ where: { recheckStatements: { has: elsewhere.id } } })
  assert.match(upon.recheckReason ?? '', /evidence here was changed by its publisher/)

  // An editor decides by the page's forms, and undoes it.
  const passage = `/documents/${document.id}/versions/2/passages/${changed.id}`
  const form = await openForm(editor, changes, passage)
  await editor
    .post(passage)
    .type('form')
    .send({ ...form, settlement: 'accepted' })
    .expect(303)
  const own = load((await reader.get(`/statements/${said.id}`).redirects(1).expect(200)).text)
  assert.match(
    own('.new-wording').text().replace(/\s+/g, ' '),
    /changed these words after we recorded them.*As recorded.*after December.*Since then.*after January/,
  )
  assert.doesNotMatch(own('.new-wording').text(), /no editor has checked/)
  await editor.post(passage).set(json).send({ settlement: 'kept' }).expect(422)
  await editor.post(`${passage}/reopening`).set(json).send({}).expect(200)
  assert.match((await reader.get(`/statements/${said.id}`).redirects(1)).text, /no editor has checked it yet/)
  await editor.post(passage).set(json).send({ settlement: 'kept' }).expect(200)
  assert.doesNotMatch((await reader.get(`/statements/${said.id}`).redirects(1)).text, /after January/)
  const unchanged = body.passages.find(({ kind }: { kind: string }) => kind === 'exact')
  await editor
    .post(passage.replace(/\d+$/, String(unchanged.id)))
    .set(json)
    .send({ settlement: 'kept' })
    .expect(422)

  // Only a reviewer withdraws what readers see; a document with every place decided waits for its verdicts alone.
  const gone = body.passages.find(
    ({ kind, of }: { kind: string; of: { what: string } }) => kind === 'gone' && of.what === 'Statement',
  )
  const goneAt = passage.replace(/\d+$/, String(gone.id))
  const why = { settlement: 'withdrawn', reason: 'The paper took it out' }
  await editor.post(goneAt).set(json).send(why).expect(403)
  await reviewer.post(goneAt).set(json).send({ settlement: 'withdrawn' }).expect(422)
  await reviewer.post(goneAt).set(json).send(why).expect(200)
  assert.equal((await db.statement.findUniqueOrThrow({ where: { id: measured.id } })).state, 'withdrawn')
  const after = await db.work.findUniqueOrThrow({ where: { documentId: document.id } })
  assert.deepEqual(after.recheckStatements, [said.id])

  const actions = await db.event.findMany({
    where: { documentId: document.id },
    orderBy: { id: 'asc' },
    select: { action: true },
  })
  const names = actions.map(({ action }) => action).filter((name) => /^(?:version|passage)_/.test(name))
  assert.deepEqual(names, [
    'version_stored',
    'passage_settled',
    'passage_reopened',
    'passage_settled',
    'passage_settled',
  ])
})

test('a text is fetched again from its address; the same text stores nothing, and a version is taken back', async () => {
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/story`
  const { document, text, said } = await makePublished({ url })
  served = text
  assert.equal(await store(document.id, ''), `/documents/${document.id}/versions`)
  assert.equal(await db.version.count({ where: { documentId: document.id } }), 1)
  served = later(text)
  assert.equal(await store(document.id, ''), `/documents/${document.id}/versions/2/changes`)
  const removal = `/documents/${document.id}/versions/2/removal`
  assert.equal(
    (await db.version.findFirstOrThrow({ where: { documentId: document.id, isLater: true } })).method,
    'fetched',
  )
  const form = await openForm(editor, `/documents/${document.id}/versions/2/changes`, removal)
  await editor.post(removal).type('form').send(form).expect(303)
  assert.equal(await db.version.count({ where: { documentId: document.id } }), 1)
  assert.doesNotMatch((await reader.get(`/statements/${said.id}`).redirects(1)).text, /after we recorded/)

  const { id } = await makeDocument(db, { url: '' })
  await editor.post(`/documents/${id}/versions`).set(json).send({ text: '' }).expect(422)
  await editor.post(`/documents/${id}/versions`).set(json).send({ text: 'a\u0000b' }).expect(422)
  await reader.get(`/documents/${id}/versions`).expect(404)
})

test('a quotation is compared with the statement it was taken from, and looked for in a document that a step names', async () => {
  const source = await makeDocument(db)
  const original = await recordOn(db, source.id, { quote: docked })
  const text = `Not one ship will ever dock here after January, Okafor said. ${next()}`
  const copied = await makeDocument(db, { title: 'What others said', text, url: `https://else.example/${next()}` })
  const quote = text.slice(0, text.indexOf(','))
  const taken = await recordOn(db, copied.id, { quote, hops: [{ ...mayor, upstreamId: original.id }] })
  const [compared] = (await editor.get(`/statements/${taken.id}`).redirects(1).set(json).expect(200)).body.comparisons
  assert.deepEqual(compared.kinds, ['left_out', 'changed', 'added'])
  const check = load((await editor.get(`/statements/${taken.id}/check`).expect(200)).text)
  assert.match(check(`#compared-${compared.id}`).text(), /Words left out, not marked · Words changed · Words added/)
  // Readers see it only together with what it is compared with.
  await publish(db, copied.id)
  assert.equal(load((await reader.get(`/statements/${taken.id}`).redirects(1).expect(200)).text)('.compared').length, 0)
  await publish(db, source.id)
  assert.equal(load((await reader.get(`/statements/${taken.id}`).redirects(1).expect(200)).text)('.compared').length, 1)

  const through = { ...mayor, medium: 'a report', mediumDocumentId: source.id }
  const unlinked = await recordOn(db, copied.id, { quote, hops: [through], again: true })
  const page = `/statements/${unlinked.id}`
  const [passage] = (await editor.get(page).redirects(1).set(json).expect(200)).body.likely
  assert.equal(passage.words, docked)
  assert.match(
    (await editor.get(page).redirects(1)).text,
    new RegExp(`/documents/${source.id}/desk\\?at=${passage.start}`),
  )
})

test('a document is fetched again by itself, the older the less often, and another text waits for an editor', async () => {
  const hour = 60 * 60 * 1000
  const port = (site.address() as AddressInfo).port
  served = ''
  const { document, text, said } = await makePublished({ url: `http://127.0.0.1:${port}/again` })
  const { id: documentId } = document
  const path = `/documents/${documentId}/versions`
  await beginFetchingAgain(db)
  await beginFetchingAgain(db)
  const job = await db.job.findFirstOrThrow({ where: { kind: 'fetch_again' } })
  assert.equal(await db.job.count({ where: { kind: 'fetch_again' } }), 1, 'one for all, however often the desk starts')
  const look = async (fetchesAgain = true) => {
    await db.refetch.updateMany({ data: { dueAt: new Date(Date.now() + hour) } })
    await db.refetch.updateMany({ where: { documentId }, data: { dueAt: new Date(0) } })
    await db.job.update({ where: { id: job.id }, data: { dueAt: new Date(0) } })
    assert.ok(await runNext(db, handlersFor(db, { ...config, fetchesAgain })))
    return db.refetch.findUniqueOrThrow({ where: { documentId } })
  }
  served = text
  const entered = await look()
  assert.equal(entered.fetchedAt, null, 'a new document is not fetched at once')
  const first = await look()
  assert.deepEqual([first.found, first.problem, asked.includes('/again')], [null, null, true])
  const waits = async () => {
    const { dueAt, fetchedAt } = await look()
    return Math.round((dueAt.getTime() - (fetchedAt?.getTime() ?? 0)) / hour)
  }
  await db.document.update({ where: { id: documentId }, data: { publishedOn: new Date() } })
  assert.equal(await waits(), 6)
  assert.equal(asked.at(-1), '/again 304', 'only what changed is asked for')
  await db.document.update({ where: { id: documentId }, data: { publishedOn: new Date('2001-01-01') } })
  assert.equal(await waits(), 30 * 24)

  served = later(text)
  const { found } = await look()
  assert.ok(found)
  assert.equal(await db.version.count({ where: { documentId } }), 1, 'nothing is stored by itself')
  const shown = await reader.get(path).expect(200)
  assert.doesNotMatch(shown.text, /after January|Another text/)
  assert.equal(((await reader.get(path).set(json)).body as { again: unknown }).again, null)
  assert.match((await editor.get('/desk').set('Accept', 'text/html').expect(200)).text, /Changed by their publishers/)
  const page = load((await editor.get(path).expect(200)).text)
  assert.match(page('[aria-labelledby=found] ins').text(), /January/)
  const decide = async (decision: string) =>
    editor
      .post(`/documents/${documentId}/found-text`)
      .type('form')
      .send({ ...(await openForm(editor, path, `/documents/${documentId}/found-text`)), decision })
  await reader.post(`/documents/${documentId}/found-text`).set(json).send({ decision: 'store', found }).expect(401)
  assert.equal((await decide('decline')).headers['location'], path)
  assert.equal(await db.event.count({ where: { documentId, action: 'version_declined' } }), 1)
  await db.refetch.updateMany({ where: { documentId }, data: { etag: null } })
  assert.equal((await look()).found, null, 'what was declined is not offered again')
  await editor.post(`/documents/${documentId}/found-text`).set(json).send({ decision: 'store', found }).expect(422)

  served = `${later(text)}\n\nOne more line.`
  assert.ok((await look()).found)
  // A desk that dies between the version and the end of the question has done neither.
  await db.$executeRaw`ALTER TABLE "Refetch" ADD CONSTRAINT "dies" CHECK ("found" IS NOT NULL) NOT VALID`
  assert.equal((await decide('store')).status, 500)
  await db.$executeRaw`ALTER TABLE "Refetch" DROP CONSTRAINT "dies"`
  assert.equal(await db.version.count({ where: { documentId } }), 1, 'nothing half stored')
  assert.equal((await decide('store')).headers['location'], `${path}/2/changes`)
  const stored = await db.version.findFirstOrThrow({ where: { documentId, number: 2 }, include: { text: true } })
  assert.deepEqual([stored.method, stored.isLater, stored.text.content], ['fetched', true, served])
  assert.match((await reader.get(`/statements/${said.id}`).redirects(1)).text, /after we recorded/)
  assert.equal((await look()).found, null)

  status = 404
  served = ''
  const missing = await look()
  status = 200
  assert.deepEqual([missing.failures, missing.found], [1, null])
  assert.ok(
    load((await editor.get(path).expect(200)).text)('main')
      .text()
      .includes(missing.problem ?? 'no problem'),
  )
  served = text
  const none = Symbol('no number') as never
  await db.refetch.updateMany({ where: { documentId }, data: { dueAt: new Date(0), etag: null } })
  await db.job.update({ where: { id: job.id }, data: { dueAt: new Date(0) } })
  assert.ok(await runNext(db, handlersFor(db, { ...config, fetchesAgain: true, maxTextBytes: none })))
  const skipped = await db.refetch.findUniqueOrThrow({ where: { documentId } })
  assert.equal(skipped.failures, 2)
  assert.ok(skipped.dueAt > new Date(), 'a page that breaks its reader keeps no other waiting')

  await look(false)
  assert.equal((await db.job.findUniqueOrThrow({ where: { id: job.id } })).state, 'done', 'a desk can leave it off')
  await beginFetchingAgain(db)
  assert.equal(await db.job.count({ where: { kind: 'fetch_again', state: 'waiting' } }), 1)
})

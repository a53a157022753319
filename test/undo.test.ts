import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { replay } from '../src/undo/steps.ts'
import { readingThread, readNext } from '../src/suggestions/reader.ts'
import { askForReading } from '../src/documents/readings.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, publish, recordOn, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
const thread = readingThread()
after(async () => {
  await thread.end()
  await close()
})
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const colleague = await makeAccount(db, 'editor')
const other = await signIn(app, colleague)
const json = { Accept: 'application/json' }

async function makeRead() {
  const { id } = await makeDocument(db)
  await askForReading(db, { documentId: id, by: account.id })
  await readNext(db, thread, undefined, id)
  const suggestions = await db.suggestion.findMany({
    where: { version: { documentId: id } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
  })
  return { id, suggestions }
}

type Agent = typeof editor
const undo = (id: number, who: Agent = editor) => who.post(`/documents/${id}/undo`).set(json)
const redo = (id: number, who: Agent = editor) => who.post(`/documents/${id}/redo`).set(json)
const stateOf = async (id: number) => (await db.statement.findUniqueOrThrow({ where: { id } })).state
const title = ({ body }: { body: unknown }) => (body as { detail: string }).detail
const notice = ({ body }: { body: unknown }) => (body as { notice: string }).notice

test('every step at the desk is undone and done again, one by one', async () => {
  const { id, suggestions } = await makeRead()
  const [first, second] = suggestions
  assert.ok(first && second)
  const decided = async (which: { id: number }) =>
    (await db.suggestion.findUniqueOrThrow({ where: { id: which.id } })).state
  const accepted = await editor.post(`/suggestions/${first.id}/acceptance`).set(json).expect(201)
  const statementId = (accepted.body as { id: number }).id
  await editor.post(`/suggestions/${second.id}/dismissal`).set(json).expect(200)

  assert.match(notice(await undo(id).expect(200)), /^Undone: dismissing “/)
  assert.equal(await decided(second), 'open')
  assert.match(notice(await undo(id).expect(200)), /^Undone: recording “/)
  assert.equal(await decided(first), 'open')
  assert.equal(await stateOf(statementId), 'withdrawn')
  assert.match(title(await undo(id).expect(422)), /nothing of yours to undo/)

  assert.match(notice(await redo(id).expect(200)), /^Done again: recording “/)
  assert.equal(await stateOf(statementId), 'ready', 'the same statement, as ready as it was')
  assert.equal(await decided(first), 'accepted')
  assert.match(notice(await redo(id).expect(200)), /^Done again: dismissing “/)
  assert.equal(await decided(second), 'dismissed')
  assert.match(title(await redo(id).expect(422)), /nothing to redo/)

  await undo(id).expect(200)
  await undo(id).expect(200)
  await redo(id).expect(200)
  await editor.post(`/suggestions/${second.id}/dismissal`).set(json).expect(200)
  await redo(id).expect(422)
})

test('what was accepted at once is undone and done again at once', async () => {
  const { id, suggestions } = await makeRead()
  await editor.post(`/documents/${id}/acceptances`).set(json).send({ confidence: 0 }).expect(200)
  assert.match(notice(await undo(id).expect(200)), new RegExp(`accepting ${suggestions.length} suggestions`))
  assert.equal(await db.suggestion.count({ where: { version: { documentId: id }, state: 'open' } }), suggestions.length)
  await redo(id).expect(200)
  assert.equal(await db.suggestion.count({ where: { version: { documentId: id }, state: 'open' } }), 0)
})

test('a changed statement gets its words and chain back, and the change again', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id, { by: account.id })
  const { body } = await editor.get(`/statements/${statement.id}/edit`).set(json).expect(200)
  const { values } = (body as { form: { values: { hops: object[] } } }).form
  const hops = [...values.hops, { naming: 'named', source: 'Coast Radio', sourceKind: 'outlet', cue: 'reported' }]
  const change = { ...values, quote: 'The quay is sinking', at: '', spans: undefined, hops }
  await editor.post(`/statements/${statement.id}`).set(json).send(change).expect(200)

  const words = async () =>
    (await db.statement.findUniqueOrThrow({ where: { id: statement.id }, include: { hops: true } })).words
  const steps = () => db.hop.count({ where: { statementId: statement.id } })
  assert.equal(await words(), 'The quay is sinking')
  await undo(id).expect(200)
  assert.match(await words(), /^Not one container ship/)
  assert.equal(await steps(), 1)
  await redo(id).expect(200)
  assert.equal(await words(), 'The quay is sinking')
  assert.equal(await steps(), 2)
})

test('a withdrawal is taken back by undo, and done again for the reason that was given', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id)
  const reasonOf = async () => (await db.statement.findUniqueOrThrow({ where: { id: statement.id } })).withdrawnReason
  await editor.post(`/statements/${statement.id}/withdrawal`).set(json).send({ reason: 'A slip' }).expect(200)
  await undo(id).expect(200)
  assert.equal(await stateOf(statement.id), 'ready')
  await redo(id).expect(200)
  assert.equal(await reasonOf(), 'A slip')

  await editor.post(`/statements/${statement.id}/restoration`).set(json).expect(200)
  await undo(id).expect(200)
  assert.equal(await reasonOf(), 'A slip')
})

test('what another has decided on a suggestion since stays decided', async () => {
  const { id, suggestions } = await makeRead()
  const [first, second] = suggestions
  assert.ok(first && second)
  await editor.post(`/suggestions/${first.id}/dismissal`).set(json).expect(200)
  await other.post(`/suggestions/${first.id}/reopening`).set(json).expect(200)
  const accepted = await other.post(`/suggestions/${first.id}/acceptance`).set(json).expect(201)
  assert.match(title(await undo(id).expect(422)), new RegExp(`${colleague.name} has accepted this suggestion already`))
  assert.equal(await stateOf((accepted.body as { id: number }).id), 'ready')

  const fresh = await makeRead()
  const [passage] = fresh.suggestions
  assert.ok(passage)
  const mine = await editor.post(`/suggestions/${passage.id}/acceptance`).set(json).expect(201)
  await undo(fresh.id).expect(200)
  await other.post(`/suggestions/${passage.id}/acceptance`).set(json).expect(201)
  assert.match(title(await redo(fresh.id).expect(422)), /has accepted this suggestion already/)
  assert.equal(await stateOf((mine.body as { id: number }).id), 'withdrawn', 'no passage is a statement twice')
})

test('nobody undoes what another did, or what another has built on since', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id, { by: account.id })
  await undo(id, other).expect(422)
  await other.post(`/statements/${statement.id}/claims`).set(json).send({ sentence: 'The quay moves' }).expect(201)
  assert.match(
    title(await undo(id).expect(422)),
    new RegExp(`${colleague.name} has worked on statement ${statement.id} since`),
  )
  assert.equal(await stateOf(statement.id), 'ready')
  await visitor(app).post(`/documents/${id}/undo`).set(json).expect(401)
})

test('what readers see is not undone but withdrawn, with a reason', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id, { by: account.id })
  await publish(db, id, { by: account.id })
  assert.match(title(await undo(id).expect(422)), /Readers see this statement by now/)
  assert.equal(await stateOf(statement.id), 'published')
})

test('two presses of the key at once are two steps', async () => {
  const { id } = await makeDocument(db)
  const one = await recordOn(db, id, { by: account.id })
  const two = await recordOn(db, id, { by: account.id, quote: 'The quay is sinking' })
  await Promise.all([undo(id).expect(200), undo(id).expect(200)])
  assert.deepEqual([await stateOf(one.id), await stateOf(two.id)], ['withdrawn', 'withdrawn'])
})

test('the desk has a button for each, which says what it does, and works without JavaScript', async () => {
  const { id } = await makeDocument(db)
  await recordOn(db, id, { by: account.id })
  const page = async () => load((await editor.get(`/documents/${id}/desk`).expect(200)).text)
  const before = await page()
  assert.match(before(`form[action="/documents/${id}/undo"]`).text(), /Undo\s+recording “Not one container ship/)
  assert.equal(before(`form[action="/documents/${id}/redo"]`).length, 0)
  await editor.post(`/documents/${id}/undo`).type('form').expect(303)
  const after = await page()
  assert.match(after('.notice').text(), /Undone: recording/)
  assert.match(after(`form[action="/documents/${id}/redo"]`).text(), /Redo\s+recording/)
})

test('history is replayed as one would tell it', () => {
  const event = (id: number, undoesId: number | null = null) => ({ id, undoesId })
  const ids = ({ done, undone }: ReturnType<typeof replay>) => [done.map(({ id }) => id), undone.map(({ id }) => id)]
  assert.deepEqual(ids(replay([event(1), event(2)])), [[1, 2], []])
  assert.deepEqual(ids(replay([event(1), event(2), event(3, 2)])), [[1], [3]])
  assert.deepEqual(ids(replay([event(1), event(2), event(3, 2), event(4, 2)])), [[1], [3]], 'two events, one undoing')
  assert.deepEqual(ids(replay([event(1), event(2, 1), event(3, 2)])), [[3], []], 'done again')
  assert.deepEqual(ids(replay([event(1), event(2, 1), event(3)])), [[3], []], 'a new step leaves nothing to redo')
})

test('undo takes back a source that only that step made; another use, an edit or a colleague keeps it, and redo brings it back', async () => {
  const { id } = await makeDocument(db)
  const offered = async (q: string) => {
    const { body } = await editor.get('/sources/suggestions').query({ q }).set(json).expect(200)
    return (body as { name: string; about: string }[]).map(({ name, about }) => `${name}: ${about}`)
  }
  const listed = async (q: string) => load((await editor.get('/sources').query({ q }).expect(200)).text)('main').text()
  const record = (source: string, quote: string) =>
    recordOn(db, id, { quote, by: account.id, hops: [{ naming: 'named', source, cue: 'said' }] })

  await record('Russian For', 'The quay is sinking')
  assert.deepEqual(await offered('Russian For'), ['Russian For: Person · 1 statement'])
  await undo(id).expect(200)
  assert.deepEqual(await offered('Russian For'), [])
  assert.doesNotMatch(await listed('Russian For'), /Russian For.*Person/s)
  await redo(id).expect(200)
  assert.deepEqual(await offered('Russian For'), ['Russian For: Person · 1 statement'])

  // Named again it is the same one, and what stands is counted.
  await undo(id).expect(200)
  await record('Russian For', 'Not one container ship')
  assert.equal(await db.source.count({ where: { name: 'Russian For' } }), 1)
  assert.deepEqual(await offered('Russian For'), ['Russian For: Person · 1 statement'])
  await record('Russian For', 'the quay had moved four centimetres since 2019')
  await undo(id).expect(200)
  assert.deepEqual(await offered('Russian For'), ['Russian For: Person · 1 statement'])
  const { id: sourceId, revision } = await db.source.findFirstOrThrow({ where: { name: 'Russian For' } })
  await other.post(`/sources/${sourceId}`).set(json).send({ revision, name: 'Russian For', kind: 'group' }).expect(200)
  await undo(id).expect(200)
  assert.deepEqual(await offered('Russian For'), ['Russian For: Group · 0 statements'])
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import pg from 'pg'
import { editSource, findSourceToEdit, sourceValues } from '../src/sources/edit.ts'
import { EditedSource } from '../src/sources/schema.ts'
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
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const json = { Accept: 'application/json' }

async function know(name: string, given: object = {}) {
  const { id } = await createSource(db, { name, kind: 'person', by: null })
  if (Object.keys(given).length > 0) await change(id, given)
  return id
}

async function change(id: number, given: object) {
  const source = await findSourceToEdit(db, id)
  const values = { ...sourceValues(source), revision: source.revision, ...given }
  await editSource(db, id, { ...EditedSource.parse(values), by: null })
}

/** What the preview's form holds, as a browser would send it. */
async function previewed(id: number, into: number | string, who = editor) {
  const page = load((await who.get(`/sources/${id}/merge`).query({ into }).expect(200)).text)
  const value = (name: string) => page(`form[method=post] input[name=${name}]`).attr('value')
  return {
    page,
    form: {
      survivorId: value('survivorId'),
      revision: value('revision'),
      survivorRevision: value('survivorRevision'),
    },
  }
}

async function merge(id: number, into: number, given: object = {}, who = editor) {
  const { form } = await previewed(id, into, who)
  const { body } = await who
    .post(`/sources/${id}/merge`)
    .set(json)
    .send({ ...form, ...given })
    .expect(201)
  return (body as { id: number }).id
}

async function refusal(id: number, sent: object) {
  const { body } = await editor.post(`/sources/${id}/merge`).set(json).send(sent).expect(422)
  return (body as { detail: string }).detail
}

/** Two sources with something of every kind on the one that goes, and as much on the other. */
async function makeTwo() {
  const n = next()
  const office = await know(`Office ${n}`)
  const going = await know(`Z. Kabul ${n}`, {
    aliases: `Zed ${n}\nShared ${n}`,
    roles: [
      { title: 'envoy', since: '2011' },
      { title: 'ambassador', since: '2004' },
    ],
    affiliations: [{ body: `Office ${n}`, since: '2011' }],
    wikidataId: `Q${n}00`,
  })
  const staying = await know(`Zamir Kabul ${n}`, { aliases: `shared ${n}`, roles: [{ title: 'Envoy', since: '2011' }] })
  const aide = await know(`Aide ${n}`, { affiliations: [{ bodyId: going }] })
  const document = await makeDocument(db, { publisher: `Z. Kabul ${n}` })
  const statement = await recordOn(db, document.id, {
    hops: [{ source: `Z. Kabul ${n}`, cue: 'said', addressee: 'them', addresseeSourceId: going }],
  })
  const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: account.id, askedOn: '2024-03-13' })
  await db.reply.update({ where: { verdictId: verdict.id }, data: { sourceId: going } })
  const note = await noteOn(db, { sourceId: going }, { by: account.id })
  return { n, office, going, staying, aide, document, statement, note, verdict }
}

/** Everything that hangs on a source, by kind. */
async function hangingOn(id: number) {
  const order = { orderBy: { id: 'asc' }, select: { id: true } } as const
  const source = await db.source.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      wikidataId: true,
      mergedIntoId: true,
      aliases: { orderBy: { id: 'asc' }, select: { id: true, name: true } },
      roles: order,
      affiliations: order,
      people: order,
      documents: order,
      hops: order,
      addressed: order,
      replies: order,
      notes: order,
    },
  })
  return source
}

test('an editor sees what a merge would move, merges, and everything hangs on the one that stays', async () => {
  const { n, going, staying, statement, document } = await makeTwo()
  const started = load((await editor.get(`/sources/${going}/merge`).expect(200)).text)
  assert.equal(started('input[name=into]').attr('data-suggest'), '/sources/suggestions')
  const { page, form } = await previewed(going, `zamir KABUL ${n}`)
  const moves = page('h2:contains("What moves") + ul').text()
  for (const line of [
    /1 step in which they speak/,
    /1 step in which they are spoken to/,
    /1 document they published/,
    /1 reply/,
    /2 other names/,
    /2 roles/,
    /1 body they work for/,
    /1 person who works for them/,
    /1 note/,
    /Wikidata id Q/,
  ]) {
    assert.match(moves, line)
  }
  const names = page('input[name=aliases][type=checkbox]').map((_, box) => page(box).attr('value'))
  assert.deepEqual(names.get(), [`Z. Kabul ${n}`, `Shared ${n}`, `Zed ${n}`, `Zamir Kabul ${n}`].with(1, `shared ${n}`))

  const sent = { ...form, keep: 'survivor', aliases: ['', ...names.get()] }
  const done = await editor.post(`/sources/${going}/merge`).type('form').send(sent).expect(303)
  assert.equal(done.headers['location'], `/sources/${staying}`)
  const own = load((await editor.get(`/sources/${staying}`).redirects(1).expect(200)).text)
  assert.match(own('.notice').text(), /from now on/)
  assert.match(own('section[aria-labelledby=merged]').text(), new RegExp(`Z\\. Kabul ${n}.*Undo the merge`, 's'))

  const stays = await hangingOn(staying)
  assert.deepEqual(
    stays.aliases.map(({ name }) => name).sort(),
    [`Z. Kabul ${n}`, `Zed ${n}`, `shared ${n}`].sort(),
    'the old name and its other names, each once',
  )
  const { roles, affiliations, people, documents, hops, addressed, replies, notes } = stays
  assert.deepEqual(
    [roles, affiliations, people, documents, hops, addressed, replies, notes].map((rows) => rows.length),
    [2, 1, 1, 1, 1, 1, 1, 1],
    'a role in the same years is there once',
  )
  assert.equal(stays.wikidataId, `Q${n}00`)
  const gone = await hangingOn(going)
  assert.deepEqual([gone.mergedIntoId, gone.hops.length, gone.documents.length], [staying, 0, 0])

  const line = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  assert.match(line('main').text(), new RegExp(`Zamir Kabul ${n}`))
  assert.match(own('.events').text(), new RegExp(`merged another source into.*Z\\. Kabul ${n}.*1 document`, 's'))
  assert.match(own('.events').text(), /added the source.*added the source/s, 'the history of both')
  assert.equal((await db.document.findUniqueOrThrow({ where: { id: document.id } })).publisherId, staying)
})

test('the old address leads on for ever, for people and programs, over any number of merges', async () => {
  const n = next()
  const [a, b, c] = [await know(`Ann Lo ${n}`), await know(`Bea Lo ${n}`), await know(`Cyd Lo ${n}`)]
  await merge(a, b)
  await merge(b, c)
  for (const old of [a, b]) {
    for (const accept of ['text/html', 'application/json']) {
      const led = await editor.get(`/sources/${old}-any-words?before=900`).set('Accept', accept).expect(301)
      assert.equal(led.headers['location'], `/sources/${c}-cyd-lo-${n}?before=900`)
    }
    assert.equal((await editor.get(`/sources/${old}/edit`).expect(301)).headers['location'], `/sources/${c}/edit`)
    assert.equal((await editor.get(`/sources/${old}/merge`).expect(301)).headers['location'], `/sources/${c}/merge`)
  }
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', bodyValue: 'Still here' }
  const about = JSON.stringify({ ...annotation, target: `http://desk.example.org/sources/${a}-ann-lo-${n}` })
  await editor.post('/annotations/').set('Content-Type', 'application/ld+json').send(about).expect(201)
  assert.match((await editor.get(`/sources/${c}`).redirects(1).expect(200)).text, /Still here/)
  const listed = await editor
    .get('/sources')
    .query({ q: `lo ${n}` })
    .set(json)
  assert.deepEqual(
    (listed.body as { sources: { id: number }[] }).sources.map(({ id }) => id),
    [c],
  )
  const suggested = await editor.get('/sources/suggestions').query({ q: `ann lo ${n}` })
  assert.deepEqual(
    (suggested.body as { id: number; why: string }[]).map(({ id, why }) => [id, why]),
    [[c, `also called Ann Lo ${n}`]],
  )
  const { id } = await makeDocument(db)
  const recorded = await recordOn(db, id, { hops: [{ source: `Ann Lo ${n}`, cue: 'said' }] })
  assert.equal(recorded.hops[0]?.sourceId, c, 'the old name finds it')
  const numbered = await recordOn(db, id, {
    hops: [{ source: 'x', sourceId: a, addresseeSourceId: b }],
    quote: 'The quay',
  })
  assert.deepEqual([numbered.hops[0]?.sourceId, numbered.hops[0]?.addresseeSourceId], [c, c], 'so does the old number')
  await editor.post(`/sources/${a}/notes`).type('form').send({ body: 'A note' }).expect(303)
  assert.equal(await db.note.count({ where: { sourceId: c } }), 1)
})

test('undoing a merge puts back just what it moved', async () => {
  const { going, staying } = await makeTwo()
  const [before, other] = [await hangingOn(going), await hangingOn(staying)]
  const { name } = before
  const mergeId = await merge(going, staying, { keep: 'merged' })
  assert.equal((await hangingOn(staying)).name, name, 'the other name was kept')
  const { body } = await editor.post(`/merges/${mergeId}/undo`).set(json).expect(200)
  assert.match((body as { notice: string }).notice, /^Undone: they are two sources again\.$/)
  assert.deepEqual(await hangingOn(going), before)
  assert.deepEqual(await hangingOn(staying), other)
  await editor.get(`/sources/${going}`).redirects(1).expect(200)
  assert.equal(await db.event.count({ where: { action: 'merge_undone', sourceId: { in: [going, staying] } } }), 2)

  const again = await editor.post(`/merges/${mergeId}/undo`).set(json).expect(422)
  assert.match((again.body as { detail: string }).detail, /undone already/)
  await merge(going, staying)
})

test('what was changed since stays as it is, and it is said what', async () => {
  const { n, going, staying, document, statement } = await makeTwo()
  const mergeId = await merge(going, staying, { keep: 'merged' })
  const third = await know(`Somebody Else ${n}`)
  await db.hop.updateMany({ where: { statementId: statement.id }, data: { sourceId: third } })
  await change(staying, { name: `Renamed ${n}`, roles: [], wikidataId: '' })
  const { body } = await editor.post(`/merges/${mergeId}/undo`).set(json).expect(200)
  const { notice } = body as { notice: string }
  for (const sentence of [
    /1 step in which they spoke could not be put back/,
    /1 role could not be put back/,
    new RegExp(`“Zamir Kabul ${n}” could not be put back: it was changed to “Renamed ${n}”`),
    /Wikidata id .* could not be put back/,
  ]) {
    assert.match(notice, sentence)
  }
  const back = await hangingOn(going)
  assert.deepEqual([back.hops.length, back.documents[0]?.id, back.aliases.length], [0, document.id, 2])
  assert.equal((await db.hop.findFirstOrThrow({ where: { statementId: statement.id } })).sourceId, third)
})

test('other names that an editor left as they were are found again by an undo', async () => {
  const { n, going, staying } = await makeTwo()
  const before = await hangingOn(going)
  const mergeId = await merge(going, staying)
  await change(staying, { description: 'an envoy' })
  await editor.post(`/merges/${mergeId}/undo`).expect(303)
  assert.deepEqual(await hangingOn(going), before)
  assert.deepEqual(
    (await hangingOn(staying)).aliases.map(({ name }) => name),
    [`shared ${n}`],
  )
})

test('a name that another merged source has too stays with the survivor, until that merge is undone as well', async () => {
  const n = next()
  const [one, other, staying] = [await know(`Twin ${n}`), await know(`Twin ${n}`), await know(`Survivor ${n}`)]
  const [first, second] = [await merge(one, staying), await merge(other, staying)]
  const names = async () => (await hangingOn(staying)).aliases.map(({ name }) => name)
  assert.deepEqual(await names(), [`Twin ${n}`])
  await editor.post(`/merges/${first}/undo`).expect(303)
  assert.deepEqual(await names(), [`Twin ${n}`], 'it is what the second is still found by')
  await editor.post(`/merges/${second}/undo`).expect(303)
  assert.deepEqual(await names(), [])
})

test('a source that was merged further is put back in order', async () => {
  const [a, b, c] = [await know(`Order A ${next()}`), await know(`Order B ${next()}`), await know(`Order C ${next()}`)]
  const first = await merge(a, b)
  const second = await merge(b, c)
  const refused = await editor.post(`/merges/${first}/undo`).expect(422)
  assert.match(refused.text, /was itself merged into “Order C.*Undo that merge first/)
  assert.equal((await db.sourceMerge.findUniqueOrThrow({ where: { id: first } })).undoneAt, null)
  await editor.post(`/merges/${second}/undo`).expect(303)
  await editor.post(`/merges/${first}/undo`).expect(303)
  assert.equal(await db.source.count({ where: { id: { in: [a, b, c] }, mergedIntoId: null } }), 3)
  await editor.post('/merges/999999/undo').expect(404)
})

test('itself, a circle, nobody and several of one name are refused with what to do; a merged one leads to its survivor', async () => {
  const n = next()
  const [a, b, c] = [await know(`Circle A ${n}`), await know(`Circle B ${n}`), await know(`Circle C ${n}`)]
  const ask = async (id: number, query: object) => {
    const page = load((await editor.get(`/sources/${id}/merge`).query(query).expect(422)).text)
    return { text: page('#into-error').text(), radios: page('input[type=radio]').length }
  }
  assert.match((await ask(a, { into: a })).text, /can’t be merged into itself/)
  assert.match((await ask(a, { into: ' ' })).text, /Say into which source/)
  assert.match((await ask(a, { intoId: 999_999 })).text, /There is no source 999999/)
  assert.match((await ask(a, { into: 'Xyzzy Quuxington' })).text, /No source is called/)
  await know(`Circle B ${n}`)
  const several = await ask(a, { into: `circle b ${n}` })
  assert.deepEqual([/choose which/.test(several.text), several.radios], [true, 2])
  assert.ok((await ask(a, { into: `Circel B ${n}` })).radios > 0, 'a slip offers those that may be meant')

  await merge(a, b)
  assert.match((await ask(b, { into: a })).text, /merged into this very source/)
  const { page, form } = await previewed(c, a)
  assert.match(page('[role=note]').text(), /“Circle A.*” was merged into “Circle B.*”, so this leads there/)
  assert.equal(form.survivorId, String(b))

  const revisions = { revision: 1, survivorRevision: 1 }
  assert.match(await refusal(c, { survivorId: c, ...revisions }), /can’t be merged into itself/)
  assert.match(await refusal(c, { survivorId: a, ...revisions }), /merged into another source meanwhile/)
  assert.match(await refusal(a, { survivorId: c, ...revisions }), /merged into another source meanwhile/)
})

test('two Wikidata ids, one text under both and one who works for the other are named, and refused', async () => {
  const n = next()
  const a = await know(`Conflict A ${n}`, { wikidataId: `Q9${n}1` })
  const b = await know(`Conflict B ${n}`, { wikidataId: `Q9${n}2`, affiliations: [{ bodyId: a }] })
  const text = `${harbourStory.text}\n\nTold twice, ${n}.`
  const one = await makeDocument(db, { publisher: `Conflict A ${n}`, text, title: 'First print' })
  const other = await makeDocument(db, { publisher: `Conflict B ${n}`, text, title: 'Second print' })
  const page = load((await editor.get(`/sources/${a}/merge`).query({ intoId: b }).expect(200)).text)
  const said = page('[role=note]').text()
  for (const sentence of [
    new RegExp(`Q9${n}1 at Wikidata and .* Q9${n}2`),
    new RegExp(`document ${one.id}, “First print”, and document ${other.id}, “Second print”`),
    new RegExp(`“Conflict B ${n}” works for “Conflict A ${n}”`),
  ]) {
    assert.match(said, sentence)
  }
  assert.equal(page('form[method=post][action$="/merge"]').length, 0)
  const { revision } = await db.source.findUniqueOrThrow({ where: { id: a } })
  const { revision: survivorRevision } = await db.source.findUniqueOrThrow({ where: { id: b } })
  assert.match(await refusal(a, { survivorId: b, revision, survivorRevision }), /Wikidata.*one text.*works for/)
  assert.equal((await db.source.findUniqueOrThrow({ where: { id: a } })).mergedIntoId, null)
  assert.equal(await db.document.count({ where: { publisherId: a } }), 1, 'nothing is half moved')
})

test('a merge that would let somebody work for themselves by way of others is refused', async () => {
  const n = next()
  const [a, b, c] = [await know(`Loop A ${n}`), await know(`Loop B ${n}`), await know(`Loop C ${n}`)]
  await change(a, { affiliations: [{ bodyId: b }] })
  await change(b, { affiliations: [{ bodyId: c }] })
  const { form } = await previewed(c, a)
  assert.match(await refusal(c, form), /would work for itself/)
  assert.equal((await db.source.findUniqueOrThrow({ where: { id: c } })).mergedIntoId, null)
})

test('a preview that is out of date is a 409 that shows what stands there now, and a fresh one', async () => {
  const n = next()
  const [a, b] = [await know(`Stale A ${n}`), await know(`Stale B ${n}`)]
  const { form } = await previewed(a, b)
  await change(b, { description: 'a pilot of the harbour', aliases: 'Newly called' })
  const page = load((await editor.post(`/sources/${a}/merge`).type('form').send(form).expect(409)).text)
  assert.match(page('.errors').text(), /Somebody changed this/)
  assert.match(page('main').text(), /Newly called/)
  assert.equal(page('input[name=survivorRevision]').attr('value'), '2')
  assert.equal((await db.source.findUniqueOrThrow({ where: { id: a } })).mergedIntoId, null)
})

test('of two who merge the same two at once, either way round, one wins', async () => {
  for (const isCrossed of [false, true]) {
    const [a, b] = [await know(`Race A ${next()}`), await know(`Race B ${next()}`)]
    const send = (from: number, survivorId: number) =>
      editor.post(`/sources/${from}/merge`).set(json).send({ survivorId, revision: 1, survivorRevision: 1 })
    const answers = await Promise.all([send(a, b), isCrossed ? send(b, a) : send(a, b)])
    const statuses = answers.map(({ status }) => status).sort()
    assert.equal(statuses[0], 201)
    assert.ok([409, 422].includes(statuses[1] ?? 0), `the other is told: ${statuses.join()}`)
    assert.equal(await db.sourceMerge.count({ where: { mergedId: { in: [a, b] } } }), 1)
  }
})

test('a name that was a mistake does not lead to the survivor, and its rows can still be put back', async () => {
  const n = next()
  const a = await know(`Misteak ${n}`, { aliases: `Good ${n}; Bad ${n}` })
  const b = await know(`Mistake ${n}`)
  const mergeId = await merge(a, b, { aliases: ['', `Good ${n}`] })
  assert.deepEqual(
    (await hangingOn(b)).aliases.map(({ name }) => name),
    [`Good ${n}`],
  )
  const found = await editor.get('/sources/suggestions').query({ q: `bad ${n}` })
  assert.ok((found.body as { id: number }[]).every(({ id }) => id !== a && id !== b))
  await editor.post(`/merges/${mergeId}/undo`).expect(303)
  assert.equal((await hangingOn(a)).aliases.length, 2)
})

test('what readers see is merged, and put back, by who publishes; drafts by any editor', async () => {
  const n = next()
  const document = await makeDocument(db, { publisher: `Shown Wire ${n}` })
  await recordOn(db, document.id, { hops: [{ source: `Shown Speaker ${n}`, cue: 'said' }] })
  await publish(db, document.id)
  const { id: shown } = await db.source.findFirstOrThrow({ where: { name: `Shown Speaker ${n}` } })
  const draft = await know(`Shwon Speaker ${n}`)
  const { form } = await previewed(shown, draft)
  await editor.post(`/sources/${shown}/merge`).set(json).send(form).expect(403)
  const renaming = (await previewed(draft, shown)).form
  await editor
    .post(`/sources/${draft}/merge`)
    .set(json)
    .send({ ...renaming, keep: 'merged' })
    .expect(403)
  await merge(draft, shown)
  const other = await know(`Speaker ${n} Elsewhere`)
  const mergeId = await merge(shown, other, {}, reviewer)
  const led = await reader.get(`/sources/${shown}`).expect(301)
  assert.match(led.headers['location'] ?? '', new RegExp(`^/sources/${other}-`))
  await reader.get(`/sources/${other}`).redirects(1).expect(200)
  await editor.post(`/merges/${mergeId}/undo`).set(json).expect(403)
  await reviewer.post(`/merges/${mergeId}/undo`).set(json).expect(200)
  await reader.get(`/sources/${other}`).set(json).expect(404)
})

test('a name that readers see is put back by nobody who may not change it, though nothing else would move', async () => {
  const n = next()
  const document = await makeDocument(db, { publisher: `Seen Wire ${n}` })
  await recordOn(db, document.id, { hops: [{ source: `Seen Speaker ${n}`, cue: 'said' }] })
  await publish(db, document.id)
  const { id: shown } = await db.source.findFirstOrThrow({ where: { name: `Seen Speaker ${n}` } })
  const draft = await know(`Sean Speaker ${n}`)
  const mergeId = await merge(draft, shown, { keep: 'merged' }, reviewer)
  const nameOf = async () => (await db.source.findUniqueOrThrow({ where: { id: shown } })).name
  assert.equal(await nameOf(), `Sean Speaker ${n}`)
  await editor.post(`/merges/${mergeId}/undo`).set(json).expect(403)
  assert.equal(await nameOf(), `Sean Speaker ${n}`)
  await reviewer.post(`/merges/${mergeId}/undo`).set(json).expect(200)
  assert.equal(await nameOf(), `Seen Speaker ${n}`)
})

test('readers come by what was merged only where they had seen it, and by its name only where the survivor has it as another', async () => {
  const n = next()
  const document = await makeDocument(db)
  await recordOn(db, document.id, { hops: [{ source: `Public Face ${n}`, cue: 'said' }] })
  await publish(db, document.id)
  const { id: face } = await db.source.findFirstOrThrow({ where: { name: `Public Face ${n}` } })
  const secret = await know(`Secret Informant ${n}`)
  const hidden = await know(`Hidden One ${n}`)
  const alsoHidden = await know(`Hidden Two ${n}`)
  await merge(secret, face, { aliases: [''] })
  await merge(hidden, alsoHidden)
  await reader.get(`/sources/${hidden}`).set(json).expect(404)
  await reader.get(`/sources/${hidden}`).expect(404)
  // That it was merged would tell that the desk knows it, and who it is.
  await reader.get(`/sources/${secret}`).set(json).expect(404)
  await reader.get(`/sources/${secret}`).expect(404)
  await reader.get(`/sources/${secret}/feed.atom`).expect(404)
  const found = await reader.get(`/search?q=by:${secret}`).set(json).expect(200)
  assert.deepEqual((found.body as { hits: unknown[] }).hits, [])
  await editor.get(`/sources/${secret}`).expect(301)
  for (const path of [
    `/sources/${face}`,
    '/sources',
    `/sources?q=informant`,
    `/sources?q=hidden+one`,
    `/documents/${document.id}`,
  ]) {
    for (const accept of ['text/html', 'application/json']) {
      const page = await reader.get(path).set('Accept', accept).redirects(1)
      assert.doesNotMatch(page.text, /Secret Informant|Hidden One|Hidden Two/, path)
    }
  }
  assert.doesNotMatch((await reader.get(`/sources/${face}`).redirects(1)).text, /Undo the merge|Probably the same/)
})

test('forms with missing or hostile fields are refused with a sentence, and move nothing', async () => {
  const n = next()
  const [a, b] = [await know(`Bad A ${n}`), await know(`<b>مرحبا</b> 🦭 ${n}`)]
  for (const sent of [
    {},
    { survivorId: 'x' },
    { survivorId: -1, revision: 1, survivorRevision: 1 },
    { survivorId: 9_999_999_999, revision: 1, survivorRevision: 1 },
    { survivorId: b },
    { survivorId: b, revision: 1, survivorRevision: 1, keep: 'neither' },
    { survivorId: b, revision: 1, survivorRevision: 1, aliases: Array.from({ length: 9_000 }, (_, i) => `n${i}`) },
    { survivorId: b, revision: 1, survivorRevision: 1, aliases: { a: 1 } },
  ]) {
    assert.ok((await refusal(a, sent)).length > 5, JSON.stringify(sent).slice(0, 80))
    if (!('aliases' in sent)) await editor.post(`/sources/${a}/merge`).type('form').send(sent).expect(422)
  }
  await editor
    .post(`/sources/${a}/merge`)
    .set(json)
    .send({ survivorId: 999_999, revision: 1, survivorRevision: 1 })
    .expect(404)
  await editor.get(`/sources/${a}/merge?intoId=abc`).expect(422)
  await editor.get(`/sources/${a}/merge?into[x]=abc`).expect(422)
  await editor
    .get(`/sources/${a}/merge`)
    .query({ into: 'x'.repeat(300) })
    .expect(422)
  const { page } = await previewed(a, b)
  assert.equal(page('main b').length, 0, 'names are text')
  assert.equal((await db.source.findUniqueOrThrow({ where: { id: a } })).mergedIntoId, null)
  await merge(a, b)
})

test('a page asks no more of the database for many merged sources and topics than for one', async (t) => {
  const { id: documentId } = await makeDocument(db, { publisher: `Ledger ${next()}` })
  await publish(db, documentId)
  const { publisherId: survivor } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  const topic = await db.topic.create({ data: { name: `Fish ${next()}`, folded: `fish ${next()}` } })
  const query = t.mock.method(pg.Client.prototype, 'query')
  const asks = async (path: string, about: RegExp) => {
    query.mock.resetCalls()
    await reader.get(path).redirects(1)
    await editor.get(path).redirects(1).expect(200)
    return query.mock.calls.filter(({ arguments: [asked] }) => about.test(JSON.stringify(asked))).length
  }
  const counts: number[][] = []
  for (let merged = 1; merged <= 4; merged++) {
    await merge(await know(`Tide Tables ${next()}`), survivor)
    const name = `herring ${next()}`
    await db.topic.create({ data: { name, folded: name, mergedIntoId: topic.id } })
    counts.push([
      await asks(`/sources/${survivor}?limit=${merged}`, /FROM ..SourceMerge.. m.*public_named_step/s),
      await asks(`/topics/${topic.id}`, /= .1 AND ..mergedIntoId.. IS NOT NULL/),
    ])
  }
  // A reader's page may have been kept.
  assert.ok(Math.max(...counts.flat()) <= 1, JSON.stringify(counts))
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import { findSourceOutline, findSource } from '../src/pages/source-page.ts'
import { EditedStatement } from '../src/statements/schema.ts'
import { editStatement, restoreStatement, withdrawStatement } from '../src/statements/statements.ts'
import { findStatementValues } from '../src/statements/values.ts'
import { formsOf, readersAddresses } from './support/addresses.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, next, publish, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

/*
 * A source that is described and not named is one that the desk promised not to name. Whoever it is, or of which body, is the
 * newsroom's own, unless an editor chose that readers are told of the body.
 */
let desk: TestDesk
before(async () => {
  desk = await openTestDesk()
})
after(() => desk.close())

const official = { naming: 'described', description: 'a senior official', cue: 'said' } as const

/** A published statement whose one step describes somebody. */
async function publishDescribed(step: object = {}, { publisher = `Paper ${next()}` } = {}) {
  const document = await makeDocument(desk.db, { publisher })
  const statement = await recordOn(desk.db, document.id, {
    quote: 'the decision had been taken in January',
    hops: [{ ...official, ...step }],
  })
  await publish(desk.db, document.id)
  return { document, statement }
}

const findNamed = (name: string) => desk.db.source.findFirstOrThrow({ where: { name } })

test('readers get the very same everywhere, whether the desk knows who is described or not', async () => {
  const document = await makeDocument(desk.db, { publisher: 'Coast Wire' })
  await recordOn(desk.db, document.id)
  const { id } = await recordOn(desk.db, document.id, {
    quote: 'the decision had been taken in January',
    hops: [
      { ...official, source: 'Nurse Ada Quill' },
      { naming: 'named', source: 'Lena Okafor', cue: 'passed on' },
      { naming: 'described', description: 'a ministry aide', source: 'Ministry of Tides', sourceKind: 'government' },
    ],
  })
  const claim = await stateClaim(desk.db, id, { sentence: 'It was decided in January', topics: ['Harbour'] })
  await publish(desk.db, document.id, { claimIds: [claim.id] })
  const hidden = await desk.db.source.findMany({ where: { name: { in: ['Nurse Ada Quill', 'Ministry of Tides'] } } })
  assert.equal(hidden.length, 2)

  const known = await everything(hidden.map((source) => source.id))
  await desk.pool.query(`UPDATE "Hop" SET "sourceId" = NULL WHERE "naming" = 'described'`)
  const unknown = await everything(hidden.map((source) => source.id))
  for (const [address, answer] of known) assert.deepEqual(answer, unknown.get(address), address)
  assert.ok(known.size > 300, `${known.size} answers were compared`)
})

/** All that a reader can ask for, and what is said of each hidden source to whoever guesses its number. */
async function everything(hidden: number[]): Promise<Map<string, object>> {
  const reader = visitor(desk.app)
  const answers = new Map<string, object>()
  const searches = ['quill', 'tides', 'okafor', 'january', 'kind:source', 'official'].flatMap((q) =>
    ['/search', '/search.atom', '/search.csv', '/search.jsonl', '/sources', '/statements'].map((at) => `${at}?q=${q}`),
  )
  for (const address of [...(await readersAddresses(desk)), ...searches]) {
    for (const accept of formsOf(address)) {
      const { status, headers, text, body } = await reader.get(address).set('Accept', accept).redirects(0).buffer(true)
      const said = text === undefined ? Buffer.from(body as Buffer).toString() : text
      const steady = said.replace(/(name="stamp" value="|"stamp":")[^"]+/, '$1')
      const etag = steady === said ? headers['etag'] : undefined
      answers.set(`${address} as ${accept}`, { status, etag, location: headers['location'], said: steady })
    }
  }
  for (const id of hidden) {
    for (const path of [`/sources/${id}`, `/sources/${id}/merge`, `/sources/${id}/notes`]) {
      const { status, text } = await reader.post(path).type('form').send({})
      answers.set(`POST ${path}`, { status, text: text.replaceAll(String(id), 'N') })
    }
  }
  return answers
}

test('a described source has no page, and is in no list, search, facet, sitemap, feed or picture', async () => {
  const { statement } = await publishDescribed({ source: 'Nurse Berta Moor' })
  const nurse = await findNamed('Nurse Berta Moor')
  const reader = visitor(desk.app)
  for (const end of ['', '/graph', '/timeline', '/graph.svg', '/feed.atom'])
    await reader.get(`/sources/${nurse.id}${end}`).redirects(1).expect(404)
  const page = await reader.get(`/statements/${statement.id}`).redirects(1).expect(200)
  assert.doesNotMatch(page.text, /Moor/)
  const data = await reader
    .get(`/statements/${statement.id}`)
    .redirects(1)
    .set('Accept', 'application/json')
    .expect(200)
  const { steps } = (data.body as { statement: { steps: object[] } }).statement
  assert.partialDeepStrictEqual(steps[0], { who: 'a senior official', kind: null, sourcePath: null, body: null })
  for (const address of [
    '/sources',
    '/sources?q=moor',
    '/search?q=moor',
    '/search?q=by:moor',
    '/sitemaps/sources/1.xml',
  ])
    assert.doesNotMatch((await reader.get(address)).text, /Moor|sources\/\d+-nurse/, address)
})

test('who is public for another reason is quoted for their own words alone', async () => {
  const { document, statement } = await publishDescribed({ source: 'Ida Tern' })
  await recordOn(desk.db, document.id, { hops: [{ naming: 'named', source: 'Ida Tern', cue: 'said' }] })
  await publish(desk.db, document.id)
  const ida = await findNamed('Ida Tern')
  const reader = visitor(desk.app)
  const page = await reader.get(`/sources/${ida.id}-ida-tern`).redirects(1).expect(200)
  assert.doesNotMatch(page.text, new RegExp(`/statements/${statement.id}\\b`))
  for (const end of ['/graph', '/timeline', '/feed.atom'])
    assert.doesNotMatch((await reader.get(`/sources/${ida.id}${end}`).redirects(1).expect(200)).text, /January/, end)
  const found = await reader.get(`/search?q=${encodeURIComponent('by:"Ida Tern"')}`).set('Accept', 'application/json')
  assert.doesNotMatch(JSON.stringify((found.body as { hits: object[] }).hits), /January/)
  const list = await reader.get('/sources?q=tern').set('Accept', 'application/json').expect(200)
  assert.deepEqual(
    (list.body as { sources: { statementCount: number }[] }).sources.map((it) => it.statementCount),
    [1],
  )
})

test('where an editor chose so, readers are told of which body they are, and never that the body said it', async () => {
  const { statement } = await publishDescribed({
    source: 'Harbour Board',
    sourceKind: 'organisation',
    bodyShown: 'true',
  })
  const board = await findNamed('Harbour Board')
  const reader = visitor(desk.app)
  const $ = load((await reader.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  assert.match($('.chain .step').first().text(), /Of which body: Harbour Board/)
  assert.equal($('.chain .step .who').first().text(), 'a senior official')
  const body = load((await reader.get(`/sources/${board.id}-harbour-board`).redirects(1).expect(200)).text)
  assert.equal(body('section[aria-labelledby=unnamed] .words').length, 1)
  assert.match(body('section[aria-labelledby=unnamed]').text(), /Said by unnamed people of it/)
  assert.equal(body('section[aria-labelledby=said] .words').length, 0)
  assert.match(body('#numbers').parent().text(), /Nothing they said is counted yet/)
})

test('it is chosen for each step by itself: another step of the same body stays inside', async () => {
  await publishDescribed({ source: 'Pilots’ Office', sourceKind: 'organisation', bodyShown: 'true' })
  const { statement: inside } = await publishDescribed({ source: 'Pilots’ Office', sourceKind: 'organisation' })
  const office = await findNamed('Pilots’ Office')
  const seenBy = async (viewer: Parameters<typeof findSource>[1]) => {
    const outline = findSourceOutline(desk.db, viewer, office.id)
    return (await findSource(desk.db, viewer, office.id, { outline })).saidByUnnamed
  }
  assert.equal(
    (await seenBy(null)).some(({ id }) => id === inside.id),
    false,
  )
  const atTheDesk = await seenBy({ id: 1, role: 'editor', name: 'Edda Nowak' })
  assert.deepEqual(
    atTheDesk.map(({ id, isTold }) => [id === inside.id, isTold]),
    [
      [true, false],
      [false, true],
    ],
  )
  const page = await visitor(desk.app).get(`/statements/${inside.id}`).redirects(1)
  assert.doesNotMatch(page.text, /Pilots/)
})

test('beside the body of a step an editor reads whether readers see it', async () => {
  const { statement: told } = await publishDescribed({ source: 'Tug Crews', sourceKind: 'group', bodyShown: 'true' })
  const { statement: inside } = await publishDescribed({ source: 'Tug Crews', sourceKind: 'group' })
  const editor = await signIn(desk.app, await makeAccount(desk.db, 'editor'))
  const bodyOf = async (id: number) => {
    const page = load((await editor.get(`/statements/${id}`).redirects(1).expect(200)).text)
    return /Of which body: Tug Crews(?: \([^)]*\))?/.exec(page('.chain .step').first().text().replace(/\s+/g, ' '))?.[0]
  }
  assert.equal(await bodyOf(told.id), 'Of which body: Tug Crews')
  assert.match((await bodyOf(inside.id)) ?? '', /Tug Crews \(.*\breaders\b.*\)/)
})

test('nobody can tell readers that somebody is “of” a person, or of nothing', async () => {
  const { id } = await makeDocument(desk.db)
  const editor = await signIn(desk.app, await makeAccount(desk.db, 'editor'))
  const send = (step: Record<string, string>) =>
    editor
      .post(`/documents/${id}/statements`)
      .set('Accept', 'application/json')
      .send({
        quote: 'the decision had been taken in January',
        mode: 'indirect',
        hops: [{ ...official, bodyShown: 'true', ...step }],
      })
  const person = await send({ source: 'Nurse Cleo Finn' })
  assert.equal(person.status, 422)
  assert.match(person.text, /would tell readers who the source is/)
  const nothing = await send({})
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Say which organisation they belong to/)
  assert.equal(await desk.db.hop.count({ where: { bodyShown: true, statement: { version: { documentId: id } } } }), 0)
})

test('a body that turns out to be a person is told of to no reader', async () => {
  const { statement } = await publishDescribed({ source: 'Quay Group', sourceKind: 'group', bodyShown: 'true' })
  const group = await findNamed('Quay Group')
  await visitor(desk.app).get(`/sources/${group.id}-quay-group`).redirects(1).expect(200)
  await desk.db.source.update({ where: { id: group.id }, data: { kind: 'person' } })
  await visitor(desk.app).get(`/sources/${group.id}-quay-group`).redirects(1).expect(404)
  assert.doesNotMatch((await visitor(desk.app).get(`/statements/${statement.id}`).redirects(1)).text, /Quay Group/)
})

test('the form says that it stays inside, and that telling readers is not chosen', async () => {
  const { id } = await makeDocument(desk.db)
  const editor = await signIn(desk.app, await makeAccount(desk.db, 'editor'))
  const $ = load((await editor.get(`/documents/${id}/desk`).expect(200)).text)
  assert.match($('label[for=hops-0-source]').text(), /stays inside: readers see the description only/)
  const box = $('input[name="hops[0][bodyShown]"]')
  assert.equal(box.length, 1)
  assert.equal(box.attr('checked'), undefined)
})

test('a correction that takes a name away does not keep it for readers', async () => {
  const document = await makeDocument(desk.db)
  const { id } = await recordOn(desk.db, document.id, {
    quote: 'the decision had been taken in January',
    hops: [{ naming: 'named', source: 'Nurse Dora Wells', cue: 'said' }],
  })
  await publish(desk.db, document.id)
  const reader = visitor(desk.app)
  assert.match((await reader.get(`/statements/${id}`).redirects(1)).text, /Dora Wells/)

  const { hops, spans: _, ...values } = await findStatementValues(desk.db, id)
  const { revision } = await desk.db.statement.findUniqueOrThrow({ where: { id } })
  const given = EditedStatement.parse({
    ...values,
    ...{ revision, correction: 'The source was not to be named.' },
    hops: hops.map((hop) => ({ ...hop, naming: 'described', description: 'a nurse' })),
  })
  await editStatement(desk.db, id, { ...given, by: null })
  const page = await reader.get(`/statements/${id}`).redirects(1).expect(200)
  assert.match(page.text, /The source was not to be named/)
  assert.match(page.text, /somebody who was named here then/)
  for (const accept of ['text/html', 'application/json', 'application/ld+json'])
    assert.doesNotMatch((await reader.get(`/statements/${id}`).redirects(1).set('Accept', accept)).text, /Dora|Wells/)
})

/** A published statement of Nurse Dora Wells', by name unless told otherwise. */
async function publishNamed(step: object = {}) {
  const document = await makeDocument(desk.db)
  const statement = await recordOn(desk.db, document.id, {
    quote: 'the decision had been taken in January',
    hops: [{ naming: 'named', source: 'Nurse Dora Wells', cue: 'said', ...step }],
  })
  await publish(desk.db, document.id)
  return { documentId: document.id, id: statement.id }
}

type Hops = Awaited<ReturnType<typeof findStatementValues>>['hops']

async function correct(id: number, change: (hops: Hops) => object[]) {
  const { hops, spans: _, ...values } = await findStatementValues(desk.db, id)
  const { revision } = await desk.db.statement.findUniqueOrThrow({ where: { id } })
  const given = { ...values, revision, correction: 'It was put wrongly.', hops: change(hops) }
  await editStatement(desk.db, id, { ...EditedStatement.parse(given), by: null })
}

const describe = (hops: Hops) => hops.map((hop) => ({ ...hop, naming: 'described', description: 'a nurse' }))

async function assertUntold({ documentId, id }: { documentId: number; id: number }, names: RegExp) {
  for (const address of [`/statements/${id}`, `/documents/${documentId}`]) {
    for (const accept of ['text/html', 'application/json', 'application/ld+json']) {
      const { text } = await visitor(desk.app).get(address).redirects(1).set('Accept', accept).expect(200)
      assert.doesNotMatch(text, names, `${address} as ${accept}`)
    }
  }
}

test('nor do the corrections before it, whatever they were about', async () => {
  const published = await publishNamed()
  await correct(published.id, (hops) => hops.map((hop) => ({ ...hop, cue: 'whispered' })))
  await correct(published.id, (hops) => hops.map((hop) => ({ ...hop, source: 'Nurse Dora Welles', sourceId: '' })))
  await correct(published.id, describe)
  await correct(published.id, (hops) => hops.map((hop) => ({ ...hop, sourceId: '', source: '' })))
  await assertUntold(published, /Dora/)
  const { text } = await visitor(desk.app).get(`/statements/${published.id}`).redirects(1)
  assert.match(text, /somebody who was named here then said/, 'what else was corrected is told')
  assert.match(text, /somebody who was named here then whispered/)
})

test('nor does one that takes the step away and writes it anew', async () => {
  const published = await publishNamed()
  await correct(published.id, () => [{ ...official, description: 'a nurse' }])
  await assertUntold(published, /Dora/)
})

test('nor does one that was published again after it had been withdrawn', async () => {
  const published = await publishNamed()
  await correct(published.id, (hops) => hops.map((hop) => ({ ...hop, cue: 'whispered' })))
  const editor = await makeAccount(desk.db, 'admin')
  const { id, documentId } = published
  await desk.db.$transaction((tx) => withdrawStatement(tx, id, { reason: 'Not to be named', by: editor.id }))
  await desk.db.$transaction((tx) => restoreStatement(tx, id, { state: 'ready', by: editor.id }))
  await correct(id, describe)
  await publish(desk.db, documentId)
  await assertUntold(published, /Dora/)
})

test('a correction that no longer tells of which body somebody is does not keep the body for readers', async () => {
  const published = await publishNamed({
    ...{ naming: 'described', description: 'an official', bodyShown: 'true' },
    ...{ source: 'Quiet Board', sourceKind: 'organisation' },
  })
  await correct(published.id, (hops) => hops.map((hop) => ({ ...hop, bodyShown: '' })))
  await assertUntold(published, /Quiet Board/)
})

test('who was put right and is still named is told as before', async () => {
  const { id } = await publishNamed()
  await correct(id, (hops) => hops.map((hop) => ({ ...hop, source: 'Ida Cole', sourceId: '' })))
  const { text } = await visitor(desk.app).get(`/statements/${id}`).redirects(1)
  assert.match(text, /<del>Nurse Dora Wells said/)
})

test('whom the desk may not name takes no place, and no turn, among those whom a misspelt name may mean', async () => {
  const document = await makeDocument(desk.db)
  const record = (step: object) =>
    recordOn(desk.db, document.id, { quote: 'Local media report', hops: [step as never] })
  const says = { naming: 'named', cue: 'said' }
  await record({ ...says, source: 'Vasterlund Tom' })
  await record({ ...says, source: 'Vasterlunk Tim' })
  await publish(desk.db, document.id)
  const reader = visitor(desk.app)
  const ask = async () =>
    Promise.all(
      ['/search?q=vasterlunt', '/search?q=by:vasterlunt', '/sources?q=vasterlunt', '/sources?q=vasterlun'].map(
        async (address) => (await reader.get(address).set('Accept', 'application/json')).text,
      ),
    )
  const without = await ask()
  assert.match(without[0] ?? '', /Vasterlund.*Vasterlunk/)

  for (let i = 0; i < 3; i++) await record({ ...official, source: 'Vasterlunk Tim' })
  for (const letter of 'abcdefghijkl') await record({ ...official, source: `Vasterlund ${letter}` })
  await publish(desk.db, document.id)
  assert.deepEqual(await ask(), without)
})

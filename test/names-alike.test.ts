import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { foldWords } from '../src/anchoring/fold.ts'
import { cutPassage, needlesIn } from '../src/search/passage.ts'
import { parseQuery } from '../src/search/query.ts'
import { openTestDesk } from './support/desk.ts'
import { harbourStory, makeAccount, makeDocument, recordOn, signIn, stateClaim } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const json = { Accept: 'application/json' }

/** One name, written in ways that people take for the same. */
const written = [
  'Lena Okafor',
  'Le\u200bna Okafor',
  '\u200eLena\u00a0Okafor\ufeff',
  'LENA O\u00adKAFOR',
  'Ｌena Okafor',
]

test('a name with what nobody sees in it is the same source, wherever it is given', async () => {
  const { id } = await makeDocument(db)
  for (const source of written) {
    const sent = { quote: 'The quay is sinking', mode: 'direct', again: true, hops: [{ source, cue: 'said' }] }
    await editor.post(`/documents/${id}/statements`).set(json).send(sent).expect(201)
  }
  const sources = await db.source.findMany({ where: { name: { contains: 'kafor', mode: 'insensitive' } } })
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['Lena Okafor'],
  )

  const wires = ['Coast\u200b Wire', 'ＣＯＡＳＴ WIRE']
  for (const [i, publisher] of wires.entries())
    await makeDocument(db, { publisher, text: `Another text, ${i}`, url: '' })
  assert.equal(await db.source.count({ where: { folded: 'coast wire' } }), 1)

  const typed = await editor.get('/sources/suggestions').query({ q: 'le\u200bna o' }).set(json).expect(200)
  assert.match(JSON.stringify(typed.body), /Lena Okafor/)
  const found = await editor.get('/search').query({ q: 'by:"Le\u200bna Okafor" quay' }).set(json).expect(200)
  assert.match(JSON.stringify(found.body), /The quay is sinking/)
})

test('another name that is read like one that is there is stored once', async () => {
  const { id } = await makeDocument(db)
  const { hops } = await recordOn(db, id, { hops: [{ naming: 'named', source: 'Harbour Authority', cue: 'said' }] })
  const sourceId = hops[0]?.sourceId
  const { revision } = await db.source.findUniqueOrThrow({ where: { id: sourceId ?? 0 } })
  const aliases = 'Port Office\nPort\u200b Office\nPort Oﬃce\n\u200b'
  const form = { name: 'Harbour Authority', kind: 'organisation', aliases, revision }
  await editor.post(`/sources/${sourceId}`).type('form').send(form).expect(303)
  assert.equal(await db.sourceAlias.count({ where: { sourceId: sourceId ?? 0 } }), 1)
})

test('a topic is one, however what nobody sees is spread over its name', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id)
  await stateClaim(db, statement.id, { topics: 'Old harbour, Old\u00a0har\u200bbour, OLD HARBOUR\ufe0f, \u200b' })
  assert.deepEqual((await db.topic.findMany()).map(({ name }) => name).length, 1)
  await assert.rejects(db.topic.create({ data: { name: 'Old harbour', folded: 'old harbour' } }), /Unique constraint/)
})

test('a name of which nothing is seen is none', async () => {
  const story = { ...harbourStory, url: '', text: 'One more text' }
  for (const sent of [{ publisher: '\u200b' }, { publisher: '\u00ad \ufeff' }])
    await editor
      .post('/documents')
      .set(json)
      .send({ ...story, ...sent })
      .expect(422)
  const named = await editor
    .post('/documents')
    .set(json)
    .send({ ...story, title: '\u200e' })
    .expect(201)
  const { title } = await db.document.findUniqueOrThrow({ where: { id: (named.body as { id: number }).id } })
  assert.equal(title, 'One more text', 'as for a title that is left empty')
  const { id } = await makeDocument(db)
  const sent = { quote: 'The quay is sinking', mode: 'direct', hops: [{ source: '\u200b', cue: 'said' }] }
  await editor.post(`/documents/${id}/statements`).set(json).send(sent).expect(422)
  assert.equal(await db.source.count({ where: { folded: '' } }), 0)
})

test('a hit of a search is marked where the search found it', () => {
  for (const [text, query] of [
    ['The qu\u034fay is sinking', 'quay'],
    ['Die Straße hinab', 'strasse'],
    ['The oﬃce of it', 'office'],
    ['בית־ספר חדש', 'ספר'],
    ['كتـــاب جديد', 'كتاب'],
    ['in CO₂ and', 'co2'],
    ['Пресс-служба', 'служба'],
  ] as const) {
    const pieces = cutPassage(text, needlesIn(parseQuery(query).terms))
    const hits = pieces.filter(({ isHit }) => isHit)
    assert.equal(hits.length, 1, `${query} in ${text}`)
    assert.equal(foldWords(hits[0]?.text ?? '').trim(), foldWords(query).trim())
  }
})

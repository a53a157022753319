import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, signIn } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const json = { Accept: 'application/json' }

type Problem = {
  detail: string
  errors: Record<string, string[]>
  choices: Record<string, { value: string; label: string; path?: string }[]>
}

const documentOf = async (text: string) => (await makeDocument(db, { title: 'A text', text })).id
const record = (documentId: number, sent: object) =>
  editor
    .post(`/documents/${documentId}/statements`)
    .set(json)
    .send({ mode: 'direct', ...sent })

/** Where a new statement stands: "15-20", "4-6,9-11". */
async function recordedAt(documentId: number, sent: object): Promise<string> {
  const { body } = await record(documentId, sent).expect(201)
  const spans = await db.span.findMany({
    where: { statementId: (body as { id: number }).id },
    orderBy: { position: 'asc' },
  })
  return spans.map(({ start, end }) => `${start}-${end}`).join(',')
}

async function refusedWith(documentId: number, sent: object): Promise<Problem> {
  return (await record(documentId, sent).expect(422)).body as Problem
}

const laughing = 'They cried “ha ha ha” at him.'
const never = 'It will be never again never again never again never again, they said.'

test('repeated words are recorded at the place that was given, also where places overlap', async () => {
  const id = await documentOf(laughing)
  assert.equal(await recordedAt(id, { quote: 'ha ha', at: '15' }), '15-20')
  assert.equal(await recordedAt(id, { quote: 'ha ha', at: '12' }), '12-17')
  const other = await documentOf(never)
  for (const at of [11, 23, 35, 47]) {
    assert.equal(await recordedAt(other, { quote: 'never again', at: String(at) }), `${at}-${at + 11}`)
  }
  assert.equal(await recordedAt(other, { quote: 'never again never again', at: '23' }), '23-46')
})

test('where nobody said which place is meant, all are offered, also those that overlap', async () => {
  const { errors, choices } = await refusedWith(await documentOf(laughing), { quote: 'ha ha' })
  assert.match(errors['quote']?.join() ?? '', /stands 2 times/)
  assert.deepEqual(
    choices['at']?.map(({ value }) => value),
    ['12', '15'],
  )
})

test('nothing is moved: where the words do not stand at the place that was given, the desk asks', async () => {
  const id = await documentOf('The quay is sinking. The crane 🏗️ stands.')
  const { errors, choices } = await refusedWith(id, { quote: 'The quay', at: '5' })
  assert.match(errors['quote']?.join() ?? '', /is not at the place that was given/)
  assert.deepEqual(
    choices['at']?.map(({ value }) => value),
    ['0'],
  )
  assert.equal(await recordedAt(id, { quote: 'The quay', at: choices['at']?.[0]?.value }), '0-8')
  assert.match((await refusedWith(id, { quote: 'The', at: '9' })).errors['quote']?.join() ?? '', /2 times elsewhere/)
  assert.equal(await recordedAt(id, { quote: 'stands', at: '34' }), '34-40', 'counted in code points')
})

test('a hundred places are enough to ask', async () => {
  const { errors, choices } = await refusedWith(await documentOf('ha '.repeat(5000)), { quote: 'ha' })
  assert.match(errors['quote']?.join() ?? '', /100 times or more/)
  assert.equal(choices['at']?.length, 100)
})

test('a piece that stands several times is asked for like a passage, and the choice keeps the pieces before it', async () => {
  const id = await documentOf('He said no. She said ha, then ha, then yes.')
  const quote = 'He said […] ha […] yes'
  const { choices } = await refusedWith(id, { quote })
  assert.deepEqual(
    choices['at']?.map(({ value }) => value),
    ['0,21', '0,30'],
  )
  assert.equal(await recordedAt(id, { quote, at: '0,30' }), '0-7,30-32,39-42')
  assert.equal(await recordedAt(id, { quote: 'ha […] ha', at: '21,30' }), '21-23,30-32')
})

test('pieces in another order than the text’s are found, and stand in its order', async () => {
  const id = await documentOf('First the quay, then the crane, at last the ship.')
  assert.equal(await recordedAt(id, { quote: 'the ship […] the quay' }), '6-14,40-48')
  const { words } = await db.statement.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.equal(words, 'the quay […] the ship')
  const { errors } = await refusedWith(id, { quote: 'the quay […] quay' })
  assert.match(errors['quote']?.join() ?? '', /overlaps another piece of this passage/)
})

test('a text that leaves out words itself is quoted with its own […]', async () => {
  const id = await documentOf('The letter says: “We will […] leave soon.”')
  assert.equal(await recordedAt(id, { quote: 'We will [...] leave soon', at: '18' }), '18-40')
  assert.equal(await recordedAt(id, { quote: 'letter […] leave' }), '4-10,30-35')
})

test('a passage has words: […] alone, spaces and what is not seen are refused everywhere', async () => {
  const id = await documentOf('He said […] and \u200b left.')
  const none = ['[…]', '[...]', '[…] […]', ' [ … ] [. . .]', '\u200b', '[…] \u200b […]']
  const { id: statementId } = await recordOn(db, id, { quote: 'He said' })
  const rating = await db.rating.findFirstOrThrow({ where: { axis: 'attribution', slug: 'unverified' } })
  const before = [await db.statement.count(), await db.note.count(), await db.evidence.count()]
  for (const quote of none) {
    assert.ok((await refusedWith(id, { quote })).errors['quote'], quote)
    const note = { body: 'On nothing', passage: true, quote }
    assert.ok(((await editor.post(`/documents/${id}/notes`).set(json).send(note).expect(422)).body as Problem).errors)
    const evidence = [{ documentId: id, quote }]
    await editor
      .post(`/statements/${statementId}/verdicts`)
      .set(json)
      .send({ ratingId: rating.id, reasons: 'Heard', evidence })
      .expect(422)
  }
  for (const spans of [[{ start: 8, end: 11 }], [{ start: 7, end: 8 }], [{ start: 15, end: 18 }]]) {
    assert.ok((await refusedWith(id, { spans })).errors['quote'])
    await editor.post(`/documents/${id}/notes`).set(json).send({ body: 'On nothing', spans }).expect(422)
  }
  assert.deepEqual([await db.statement.count(), await db.note.count(), await db.evidence.count()], before)
})

test('an annotation that quotes no words is refused with where they are missing', async () => {
  const target = { source: 'https://example.org/page', selector: { type: 'TextQuoteSelector', exact: ' \u200b' } }
  const sent = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target }
  const { text } = await editor
    .post('/annotations/')
    .set('Content-Type', 'application/ld+json')
    .send(JSON.stringify(sent))
  assert.match(text, /target\.selector\.exact/)
})

test('the same passage with the same chain is offered and not recorded twice, unless it is meant', async () => {
  const id = await documentOf('The quay is sinking, Okafor said. The quay is old.')
  const hops = [{ source: 'Lena Okafor', cue: 'said' }]
  const sent = { quote: 'The quay is sinking', hops }
  const first = await recordOn(db, id, { ...sent, mode: 'direct' })
  const { errors, choices } = await refusedWith(id, { ...sent, hops: [{ source: 'LENA\u200b okafor', cue: 'told' }] })
  assert.match(errors['again']?.join() ?? '', new RegExp(`Statement ${first.id} has this passage`))
  assert.match(choices['again']?.[0]?.path ?? '', new RegExp(`^/statements/${first.id}-`))

  const form = { quote: sent.quote, mode: 'direct', 'hops[0][source]': 'Lena Okafor', 'hops[0][cue]': 'said' }
  const page = load((await editor.post(`/documents/${id}/statements`).type('form').send(form).expect(422)).text)
  assert.equal(page(`.choices a[href^="/statements/${first.id}-"]`).length, 1, 'the one that is there is linked')
  const box = page('.choices input[name=again]')
  assert.equal(box.attr('type'), 'radio')

  await record(id, { ...sent, hops: [{ source: 'Tomas Reyes' }] }).expect(201)
  await record(id, { quote: 'The quay', at: '34', hops }).expect(201)
  await record(id, { ...sent, again: box.val() }).expect(201)
  assert.equal(await db.statement.count({ where: { version: { documentId: id }, words: sent.quote } }), 3)
})

test('a change that makes a statement the same as another is asked about; any other change is not', async () => {
  const id = await documentOf('The quay is sinking, Okafor said. The quay is older.')
  const hops = [{ naming: 'named' as const, source: 'Lena Okafor', cue: 'said' }]
  const one = await recordOn(db, id, { quote: 'The quay is sinking', hops })
  const other = await recordOn(db, id, { quote: 'The quay is old', hops })
  const change = (sent: object) =>
    editor
      .post(`/statements/${other.id}`)
      .set(json)
      .send({ mode: 'direct', hops, ...sent })
  const refused = await change({ quote: 'The quay is sinking', revision: 1 }).expect(422)
  assert.match((refused.body as Problem).detail, new RegExp(`Statement ${one.id} `))
  await change({ quote: 'The quay is sinking', revision: 1, again: true }).expect(200)
  await change({ quote: 'The quay is sinking', revision: 2, act: 'warns' }).expect(200)
})

test('evidence and notes are at the place that was given, too', async () => {
  const id = await documentOf(laughing)
  const { id: statementId } = await recordOn(db, id, { quote: 'They cried' })
  const note = { body: 'The second', passage: true, quote: 'ha ha', at: '15' }
  await editor.post(`/documents/${id}/notes`).set(json).send(note).expect(201)
  const noted = await db.noteSpan.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.deepEqual([noted.start, noted.end], [15, 20])
  const elsewhere = await editor
    .post(`/documents/${id}/notes`)
    .set(json)
    .send({ ...note, at: '16' })
    .expect(422)
  assert.equal((elsewhere.body as Problem).choices['at']?.length, 2)

  const account = await makeAccount(db, 'editor')
  const evidence = [{ documentId: id, quote: 'ha ha', at: '15', kind: 'transcript', stance: 'supports' }] as const
  await giveVerdictOn(db, { statementId }, { by: account.id, evidence: [...evidence] })
  const proof = await db.evidence.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.deepEqual([proof.start, proof.end], [15, 20])
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { sayChain } from '../src/statements/form-chain.ts'
import { arrangeHops } from '../src/statements/arrange.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, recordOn, signIn } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const json = { Accept: 'application/json' }
const document = await makeDocument(db)

const mayor = { naming: 'named', source: 'Lena Okafor', cue: 'told', addressee: 'reporters', said: '2024-03-12' }
const radio = { naming: 'described', description: 'local media', cue: 'report' }
const form = { quote: 'The quay is sinking', at: '', mode: 'direct', act: 'says' }

/** As a browser names the fields of several steps. */
function fields(body: object): string {
  const sent = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(value)) sent.append(name, String(value))
    else
      for (const [i, hop] of (value as object[]).entries())
        for (const [field, it] of Object.entries(hop)) sent.append(`${name}[${i}][${field}]`, String(it))
  }
  return sent.toString()
}

async function arrange(arrange: string, body: object) {
  const page = await editor
    .post(`/documents/${document.id}/arrangement`)
    .type('form')
    .send(fields({ ...form, ...body, arrange }))
    .expect(200)
  return load(page.text)
}
const namesIn = ($: ReturnType<typeof load>) =>
  $('input[name$="[source]"]')
    .toArray()
    .map((field) => $(field).val())

test('steps are added, moved and removed by the form’s own buttons, and nothing typed is lost', async () => {
  const hops = [mayor, { ...mayor, source: 'Coast Radio', cue: 'reports' }]
  const added = await arrange('add', { hops, claim: 'It sinks' })
  assert.deepEqual(namesIn(added), ['Lena Okafor', 'Coast Radio', ''])
  assert.equal(added('#quote').text().trim(), form.quote)
  assert.equal(added('[name=claim]').text().trim(), 'It sinks')
  assert.deepEqual(namesIn(await arrange('up.1', { hops })), ['Coast Radio', 'Lena Okafor'])
  assert.deepEqual(namesIn(await arrange('down.0', { hops })), ['Coast Radio', 'Lena Okafor'])
  assert.deepEqual(namesIn(await arrange('remove.0', { hops })), ['Coast Radio'])
  assert.deepEqual(namesIn(await arrange('up.0', { hops })), ['Lena Okafor', 'Coast Radio'], 'there is none before')
  assert.equal(await db.statement.count({ where: { words: form.quote } }), 0)
})

test('the steps of a statement that is edited are arranged in the same way, and nothing is stored by it', async () => {
  const { id } = await recordOn(db, document.id, { quote: 'the quay had moved four centimetres' })
  const page = await editor
    .post(`/statements/${id}/arrangement`)
    .type('form')
    .send(fields({ ...form, revision: 1, hops: [mayor], arrange: 'add' }))
    .expect(200)
  assert.deepEqual(namesIn(load(page.text)), ['Lena Okafor', ''])
  assert.equal(await db.hop.count({ where: { statementId: id } }), 1)
})

test('Enter in a field saves, and does not press a button that moves a step', async () => {
  const $ = await arrange('add', { hops: [mayor] })
  const first = $('[data-statement-form] button').first()
  assert.equal(first.attr('formaction'), undefined)
  assert.equal(first.attr('name'), undefined)
})

test('while it is edited the chain reads as one sentence', async () => {
  const $ = await arrange('add', { hops: [mayor, radio] })
  assert.equal(
    $('[data-chain-line]').text(),
    'Lena Okafor told reporters on 12 March 2024 → passed on by local media (“report”) → published by Coast Wire',
  )
  assert.equal(sayChain([{}]), 'The text says so in its own words')
  assert.equal(sayChain([{ naming: 'unstated', cue: 'reportedly' }]), 'someone not named reportedly')
  assert.match(sayChain([{ source: 'Okafor', said: '2024-03' }]), /in March 2024$/)
  assert.match(sayChain([{ source: 'Okafor', said: '2024-99' }]), /^Okafor said$/)
})

test('the chain of the statement above is taken over, as steps of its own', async () => {
  const text = await db.version.findFirstOrThrow({ where: { documentId: document.id }, include: { text: true } })
  const content = text.text.content
  const at = (words: string) => String(content.indexOf(words))
  await recordOn(db, document.id, { quote: 'the quay had moved four centimetres since 2019', hops: [radio] })
  await recordOn(db, document.id, { quote: 'the dockers’ union was told a month ago', hops: [mayor, radio] })

  const below = await arrange('same', { at: at('said the decision'), hops: [{ source: 'Wrong One' }] })
  assert.deepEqual(namesIn(below), ['Lena Okafor', ''])
  assert.deepEqual(
    below('input[name$="[id]"]')
      .toArray()
      .map((field) => below(field).val()),
    ['', ''],
  )
  const between = await arrange('same', { at: at('Local media report') })
  assert.equal(between('[name="hops[0][description]"]').val(), 'local media')
  const top = await arrange('same', { at: '0' })
  assert.deepEqual(namesIn(top), [''])
})

test('a button that is not there is a sentence, not a fault', async () => {
  for (const wrong of ['', 'up', 'up.-1', 'explode', 'remove.999']) {
    const { body } = await editor
      .post(`/documents/${document.id}/arrangement`)
      .set(json)
      .send({ ...form, arrange: wrong })
      .expect(400)
    assert.match((body as { detail: string }).detail, /There is no such button/)
  }
  await editor.post('/documents/99999/arrangement').set(json).send({ arrange: 'add' }).expect(404)
  assert.deepEqual(arrangeHops({ hops: 'hostile' }, 'remove.3', []), { hops: [] })
})

test('a step is linked to the statement elsewhere that it was taken from, by words or number', async () => {
  const elsewhere = await makeDocument(db, { title: 'Harbour Authority communiqué' })
  const upstream = await recordOn(db, elsewhere.id, { quote: 'The quay is sinking', hops: [mayor] })
  const record = (upstream: string, more = {}) =>
    editor
      .post(`/documents/${document.id}/statements`)
      .set(json)
      .send({ ...form, again: true, hops: [{ ...mayor, upstream, ...more }] })
  const linkOf = async (id: number) => (await db.hop.findFirstOrThrow({ where: { statementId: id } })).upstreamId

  const byWords = await record('quay sinking').expect(201)
  assert.equal(await linkOf((byWords.body as { id: number }).id), upstream.id)
  const byNumber = await record(`${upstream.id} “The quay is sinking”`).expect(201)
  assert.equal(await linkOf((byNumber.body as { id: number }).id), upstream.id)

  const second = await recordOn(db, elsewhere.id, { quote: 'everyone knows it', hops: [mayor] })
  const several = await record('Okafor').expect(422)
  const { choices } = several.body as { choices: Record<string, { value: string; label: string }[]> }
  assert.deepEqual(
    choices['hops.0.upstream']?.map(({ value }) => Number(value)).sort((a, b) => a - b),
    [upstream.id, second.id],
  )
  const chosen = await record('Okafor', { upstreamId: second.id }).expect(201)
  assert.equal(await linkOf((chosen.body as { id: number }).id), second.id)

  const none = await record('no such words anywhere').expect(422)
  assert.match((none.body as { detail: string }).detail, /No statement in another document has these words/)
  await record('99999').expect(422)

  const { body } = await editor
    .get(`/statements/suggestions?q=sinking&elsewhereThan=${document.id}`)
    .set(json)
    .expect(200)
  assert.deepEqual(
    (body as { id: number }[]).map(({ id }) => id),
    [upstream.id],
  )
})

test('a recorded statement is changed beside its text, and keeps where it was taken from', async () => {
  const elsewhere = await makeDocument(db)
  const upstream = await recordOn(db, elsewhere.id, { hops: [mayor] })
  const statement = await recordOn(db, document.id, { hops: [{ ...mayor, upstreamId: upstream.id }] })
  const page = load((await editor.get(`/statements/${statement.id}/edit`).expect(200)).text)
  assert.ok(page('[data-quotable]').text().includes(statement.words))
  assert.equal(page('[name="hops[0][upstream]"]').val(), `${upstream.id} “${upstream.words}”`)
  const { body } = await editor.get(`/statements/${statement.id}/edit`).set(json).expect(200)
  const { values } = (body as { form: { values: { hops: { upstreamId: unknown }[] } } }).form
  const hops = values.hops.map(({ upstreamId: _, ...hop }) => hop)
  await editor
    .post(`/statements/${statement.id}`)
    .set(json)
    .send({ ...values, hops })
    .expect(200)
  assert.equal((await db.hop.findFirstOrThrow({ where: { statementId: statement.id } })).upstreamId, upstream.id)
})

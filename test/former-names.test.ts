import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { makeAccount, makeDocument, next, publish, recordOn, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const json = { Accept: 'application/json' }

type Hops = NonNullable<Parameters<typeof recordOn>[2]>['hops']

/** A statement that readers see, unless told that it is a draft. */
async function makeStatement(hops: Hops, { publisher = 'The Ansel Post', isDraft = false } = {}) {
  const document = await makeDocument(db, { publisher })
  const { id } = await recordOn(db, document.id, { hops })
  if (!isDraft) await publish(db, document.id)
  return { id, documentId: document.id }
}

const named = (source: string, given: object = {}) => ({ naming: 'named' as const, source, cue: 'said', ...given })
const findSource = async (name: string) => (await db.source.findFirstOrThrow({ where: { name } })).id

async function rename(from: string, name: string) {
  const id = await findSource(from)
  const form = await openForm(reviewer, `/sources/${id}/edit`, `/sources/${id}`)
  await reviewer
    .post(`/sources/${id}`)
    .type('form')
    .send({ ...form, name })
    .expect(303)
}

async function merge(from: string, into: string, given: object = {}): Promise<number> {
  const [id, survivorId] = [await findSource(from), await findSource(into)]
  const revisionOf = async (id: number) => (await db.source.findUniqueOrThrow({ where: { id } })).revision
  const seen = { survivorId, revision: await revisionOf(id), survivorRevision: await revisionOf(survivorId) }
  const sent = { ...seen, ...given }
  const { body } = await reviewer.post(`/sources/${id}/merge`).set(json).send(sent).expect(201)
  return (body as { id: number }).id
}

const undo = (mergeId: number) => reviewer.post(`/merges/${mergeId}/undo`).set(json).expect(200)

/** The lines of a statement's page that tell of names, without their dates. */
async function linesFor(who: typeof reader, id: number): Promise<string[]> {
  const page = load((await who.get(`/statements/${id}`).redirects(1).expect(200)).text)
  const lines = page('.former-name').map((_, line) => page(line).text().trim())
  return lines.get().map((line) => line.replace(/ until \d{1,2} \w+ \d{4}\.$/, ' until DATE'))
}
const linesOf = (id: number) => linesFor(reader, id)

test('readers are told by which name a source stood on a published statement until it was renamed, and no more', async () => {
  const n = next()
  const { id } = await makeStatement([named(`L. Okafo ${n}`), named(`Radio <b>${n}</b>`)])
  assert.deepEqual(await linesOf(id), [])
  await rename(`L. Okafo ${n}`, `Lena Okafor ${n}`)
  assert.deepEqual(await linesOf(id), [`Lena Okafor ${n} was named “L. Okafo ${n}” here until DATE`])
  await rename(`Radio <b>${n}</b>`, `Radio Ansel ${n}`)
  const { text } = await reader.get(`/statements/${id}`).redirects(1).expect(200)
  const line = load(text)('.former-name').first()
  assert.match(line.text(), new RegExp(`^Radio Ansel ${n} was named “Radio <b>${n}</b>” here until`))
  assert.ok(Math.abs(Date.now() - Date.parse(line.find('time').attr('datetime') ?? '')) < 60 * 60_000)
  assert.doesNotMatch(load(text)('main').text(), /Samuel|changed the source/, 'who did it stays in the house')

  const { body } = await reader.get(`/statements/${id}`).set(json).expect(200)
  const { formerNames } = body as { formerNames: object[] }
  assert.deepEqual(
    formerNames.map((former) => Object.keys(former)),
    [
      ['name', 'now', 'until'],
      ['name', 'now', 'until'],
    ],
  )
  assert.deepEqual(await linesFor(reviewer, id), await linesOf(id))
})

test('whoever is renamed back is told to have had the other name in between', async () => {
  const n = next()
  const { id } = await makeStatement([named(`Ines ${n}`)])
  await rename(`Ines ${n}`, `Inez ${n}`)
  await rename(`Inez ${n}`, `Ines ${n}`)
  assert.deepEqual(await linesOf(id), [`Ines ${n} was named “Inez ${n}” here until DATE`])
})

test('what was merged had its own name on the page, as a speaker, as who was spoken to and as a publisher', async () => {
  const n = next()
  const { id } = await makeStatement([named(`Envoy ${n}`), named(`Aide ${n}`)], { publisher: `Post ${n}` })
  const going = await makeStatement([named(`Z. Kabul ${n}`, { addresseeSourceId: await findSource(`Envoy ${n}`) })], {
    publisher: `The Post ${n}`,
  })
  await makeStatement([named(`Zamir Kabul ${n}`)])
  await makeStatement([named(`The Envoy ${n}`)])
  await merge(`Z. Kabul ${n}`, `Zamir Kabul ${n}`)
  await merge(`Envoy ${n}`, `The Envoy ${n}`)
  await merge(`The Post ${n}`, `Post ${n}`, { keep: 'merged' })
  assert.deepEqual((await linesOf(going.id)).toSorted(), [
    `The Envoy ${n} was named “Envoy ${n}” here until DATE`,
    `Zamir Kabul ${n} was named “Z. Kabul ${n}” here until DATE`,
  ])
  assert.deepEqual((await linesOf(id)).toSorted(), [
    `The Envoy ${n} was named “Envoy ${n}” here until DATE`,
    `The Post ${n} was named “Post ${n}” here until DATE`,
  ])
})

test('a merge that was undone was on the page while it stood; so was the name that it gave the other one', async () => {
  const n = next()
  const one = await makeStatement([named(`Half ${n}`)])
  const other = await makeStatement([named(`Whole ${n}`)])
  const mergeId = await merge(`Half ${n}`, `Whole ${n}`, { keep: 'merged' })
  await undo(mergeId)
  assert.deepEqual(await linesOf(one.id), [], 'it had this name all the time')
  assert.deepEqual(await linesOf(other.id), [`Whole ${n} was named “Half ${n}” here until DATE`])

  await undo(await merge(`Half ${n}`, `Whole ${n}`))
  assert.deepEqual(await linesOf(one.id), [`Half ${n} was named “Whole ${n}” here until DATE`])
})

test('readers are told no name that was never on the page: a draft’s, a hidden source’s, of who is only described', async () => {
  const n = next()
  const { id, documentId } = await makeStatement([named(`Draft Name ${n}`)], { isDraft: true })
  await rename(`Draft Name ${n}`, `Final Name ${n}`)
  await publish(db, documentId)
  assert.deepEqual(await linesOf(id), [])

  await makeStatement([named(`Secret Informant ${n}`)], { isDraft: true })
  await merge(`Secret Informant ${n}`, `Final Name ${n}`)
  assert.deepEqual(await linesOf(id), [])

  const nurse = { naming: 'described' as const, description: 'a nurse', source: `Secret Nurse ${n}`, cue: 'said' }
  const described = await makeStatement([nurse])
  await rename(`Secret Nurse ${n}`, `Secret Sister ${n}`)
  assert.deepEqual(await linesOf(described.id), [])
  for (const path of [`/statements/${id}`, `/statements/${described.id}`]) {
    for (const accept of ['text/html', 'application/json']) {
      const { text } = await reader.get(path).set('Accept', accept).redirects(1).expect(200)
      assert.doesNotMatch(text, /Draft Name|Secret Informant|Secret Nurse/, `${path} as ${accept}`)
    }
  }
})

test('the name of a source that readers may not see any more is told to the desk alone', async () => {
  const n = next()
  const { id } = await makeStatement([named(`Seen ${n}`)])
  await makeStatement([named(`Unseen ${n}`)], { isDraft: true })
  await undo(await merge(`Seen ${n}`, `Unseen ${n}`))
  assert.deepEqual(await linesOf(id), [])
  assert.deepEqual(await linesFor(reviewer, id), [`Seen ${n} was named “Unseen ${n}” here until DATE`])
})

test('what somebody else was called before they were put in this place is not told', async () => {
  const n = next()
  const { id } = await makeStatement([named(`Wrong One ${n}`)])
  await makeStatement([named(`Rigt One ${n}`)])
  await rename(`Rigt One ${n}`, `Right One ${n}`)
  const form = await openForm(reviewer, `/statements/${id}/edit`, `/statements/${id}`)
  const right = { 'hops[0][source]': `Right One ${n}`, 'hops[0][sourceId]': String(await findSource(`Right One ${n}`)) }
  const correction = 'It was somebody else who said it'
  await reviewer
    .post(`/statements/${id}`)
    .type('form')
    .send({ ...form, ...right, correction })
    .expect(303)
  assert.deepEqual(await linesOf(id), [])
  await rename(`Right One ${n}`, `The Right One ${n}`)
  assert.deepEqual(await linesOf(id), [`The Right One ${n} was named “Right One ${n}” here until DATE`])
})

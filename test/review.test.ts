import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const accounts = { editor: await makeAccount(db, 'editor'), reviewer: await makeAccount(db, 'reviewer') }
const editor = await signIn(app, accounts.editor)
const reviewer = await signIn(app, accounts.reviewer)
const reader = visitor(app)
const json = { Accept: 'application/json' }

/** A document, a statement on it and its claim, that readers see. */
async function makePublished() {
  const document = await makeDocument(db, { title: `Harbour ${next()}` })
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id, { sentence: `The quay is closed, report ${next()}` })
  await publish(db, document.id, { claimIds: [claim.id] })
  return { document, statement, claim }
}

async function valuesOf(path: string): Promise<Record<string, unknown>> {
  const { body } = await reviewer.get(`${path}/edit`).set(json).expect(200)
  return (body as { form: { values: Record<string, unknown> } }).form.values
}

test('a reviewer sends a document back with a reason, which its editor reads at the desk', async () => {
  const { id } = await makeDocument(db)
  await editor.post(`/documents/${id}/review`).expect(303)
  await editor.post(`/documents/${id}/return`).send({ reason: 'No' }).set(json).expect(403)
  const blank = await reviewer.post(`/documents/${id}/return`).type('form').send({ reason: ' ' }).expect(422)
  assert.match(blank.text, /Say what is to be mended/)
  await reviewer.post(`/documents/${id}/return`).type('form').send({ reason: 'Who is “the official”?' }).expect(303)

  const $ = load((await editor.get(`/documents/${id}/desk`).expect(200)).text)
  assert.match($('.errors[role=note]').text(), /Ravi Sol sent it back\.\s*Because: Who is “the official”\?/)
  await reviewer.post(`/documents/${id}/return`).type('form').send({ reason: 'Again' }).expect(422)
  await editor.post(`/documents/${id}/review`).expect(303)
})

test('nobody publishes their own verdict: not by itself, and not with its document', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const own = await giveVerdictOn(db, { statementId: statement.id }, { by: accounts.reviewer.id })
  const refused = await reviewer.post(`/verdicts/${own.id}/publication`).set(json).expect(422)
  assert.match((refused.body as { title: string }).title, /You gave this verdict yourself/)

  const page = load((await reviewer.get(`/documents/${document.id}/publication`).expect(200)).text)
  const box = page(`input[name=verdictIds][value=${own.id}]`)
  assert.ok(box.is('[disabled]'))
  assert.match(box.parent().text(), /Yours: somebody else publishes it/)
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: document.id } })
  await reviewer
    .post(`/documents/${document.id}/publication`)
    .type('form')
    .send({ revision, verdictIds: own.id })
    .expect(422)
  assert.equal((await db.document.findUniqueOrThrow({ where: { id: document.id } })).state, 'draft', 'all or nothing')

  const other = await signIn(app, await makeAccount(db, 'reviewer'))
  await other.post(`/verdicts/${own.id}/publication`).set(json).expect(200)
})

test('a newsroom of one may allow it', async () => {
  const alone = await openTestDesk({ environment: { PUBLISH_OWN_VERDICTS: 'true' } })
  try {
    const account = await makeAccount(alone.db, 'reviewer')
    const browser = await signIn(alone.app, account)
    const statement = await recordOn(alone.db, (await makeDocument(alone.db)).id)
    const own = await giveVerdictOn(alone.db, { statementId: statement.id }, { by: account.id })
    await browser.post(`/verdicts/${own.id}/publication`).set(json).expect(200)
  } finally {
    await alone.close()
  }
})

test('what readers have seen is changed only by who publishes, with a reason that they are shown for ever', async () => {
  const { document, statement, claim } = await makePublished()
  const other = { quote: 'The quay is sinking', at: '', spans: undefined }
  const changes: [path: string, change: object, correction: string][] = [
    [`/documents/${document.id}`, { title: 'Harbour, corrected' }, 'We had the title wrong'],
    [`/statements/${statement.id}`, other, 'We quoted the wrong sentence'],
    [`/claims/${claim.id}`, { sentence: 'The quay will be closed' }, 'It is not closed yet'],
  ]
  for (const [path, change, correction] of changes) {
    const values = { ...(await valuesOf(path)), ...change }
    await editor
      .post(path)
      .set(json)
      .send({ ...values, correction })
      .expect(403)
    const asked = await reviewer.post(path).set(json).send(values).expect(422)
    assert.ok((asked.body as { errors: { correction?: string[] } }).errors.correction)
    await reviewer
      .post(path)
      .set(json)
      .send({ ...values, correction })
      .expect(200)

    const $ = load((await reader.get(path).redirects(1).expect(200)).text)
    assert.match($('.corrections').text(), new RegExp(correction))
  }
  const $ = load((await reader.get(`/documents/${document.id}`).redirects(1).expect(200)).text)
  assert.match($('.state').first().text(), /Corrected/)
  assert.match($('.corrections').text(), /We quoted the wrong sentence/)
  await assert.rejects(db.correction.deleteMany(), /never changed or deleted/)
})

test('what is still a draft is changed without a reason, by any editor', async () => {
  const { id } = await makeDocument(db)
  const statement = await recordOn(db, id)
  const values = await valuesOf(`/statements/${statement.id}`)
  await editor.post(`/statements/${statement.id}`).set(json).send(values).expect(200)
  assert.equal(await db.correction.count({ where: { statementId: statement.id } }), 0)
})

test('a published statement that is withdrawn says so on its own page and on its document’s', async () => {
  const { document, statement } = await makePublished()
  await reviewer
    .post(`/statements/${statement.id}/withdrawal`)
    .type('form')
    .send({ reason: 'She never said it' })
    .expect(303)
  const gone = await reader.get(`/statements/${statement.id}`).expect(410)
  assert.match(gone.text, /She never said it/)
  const $ = load((await reader.get(`/documents/${document.id}`).redirects(1).expect(200)).text)
  assert.match($('main').text(), /Withdrawn statements\s+.*She never said it/s)
})

test('a statement that was withdrawn before readers saw it leaves nothing for them', async () => {
  const document = await makeDocument(db)
  await publish(db, document.id)
  const statement = await recordOn(db, document.id)
  await editor.post(`/statements/${statement.id}/withdrawal`).type('form').send({ reason: 'A slip' }).expect(303)
  await reader.get(`/statements/${statement.id}`).expect(404)
  assert.doesNotMatch((await reader.get(`/documents/${document.id}`).redirects(1)).text, /A slip/)
})

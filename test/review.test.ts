import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { openForm, readForm } from './support/forms.ts'
import {
  giveVerdictOn,
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

test('a reviewer sends a claim back with a reason, which its page tells the desk', async () => {
  const document = await makeDocument(db)
  const { id } = await stateClaim(db, (await recordOn(db, document.id)).id, { sentence: 'The quay tilts' })
  await editor.post(`/claims/${id}/review`).set(json).send({}).expect(200)
  await reviewer.post(`/claims/${id}/return`).type('form').send({ reason: 'Which quay?' }).expect(303)
  assert.equal((await db.claim.findUniqueOrThrow({ where: { id } })).state, 'draft')
  assert.match((await editor.get(`/claims/${id}`).redirects(1).expect(200)).text, /Which quay\?/)
  const told = await db.event.findFirstOrThrow({ where: { claimId: id }, orderBy: { id: 'desc' } })
  assert.equal(told.action, 'claim_sent_back')
})

test('a reviewer sends a document back with a reason, which its editor reads at the desk', async () => {
  const { id } = await makeDocument(db)
  await editor.post(`/documents/${id}/review`).expect(303)
  await editor.post(`/documents/${id}/return`).send({ reason: 'No' }).set(json).expect(403)
  const blank = await reviewer.post(`/documents/${id}/return`).type('form').send({ reason: ' ' }).expect(422)
  assert.match(blank.text, /Say what needs to be changed/)
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
  assert.match((refused.body as { detail: string }).detail, /You gave this verdict yourself/)

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

  const second = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const theirs = await giveVerdictOn(db, { statementId: second.id }, { by: accounts.editor.id })
  const many = { revision, verdictIds: [theirs.id, own.id] }
  await reviewer.post(`/documents/${document.id}/publication`).set(json).send(many).expect(422)
  assert.equal(await db.verdict.count({ where: { id: theirs.id, state: 'draft' } }), 1, 'nor do those of others go')

  const other = await signIn(app, await makeAccount(db, 'reviewer'))
  await other.post(`/verdicts/${own.id}/publication`).set(json).expect(200)
})

test('a reviewer finds nothing ticked, what is asked named, and what has changed since it was published', async () => {
  const document = await makeDocument(db)
  const by = accounts.editor.id
  const settled = await recordOn(db, document.id)
  const asked = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const unfound = await recordOn(db, document.id, { quote: 'everyone knows it' })
  await publish(db, document.id)
  const claim = await stateClaim(db, settled.id, { sentence: `The quay is closed, report ${next()}` })
  await stateClaim(db, asked.id, { claimId: claim.id })
  const relayed = { by, rating: 'relayed-only' }
  const { checklist } = await db.rating.findFirstOrThrow({ where: { slug: 'relayed-only' } })
  const found = await giveVerdictOn(db, { statementId: settled.id }, { ...relayed, checked: checklist })
  const doubted = await giveVerdictOn(db, { statementId: asked.id }, relayed)
  await noteOn(db, { statementId: asked.id }, { by, kind: 'question', body: 'Which of the two quays?' })
  await noteOn(db, { statementId: settled.id }, { by, kind: 'context', body: 'There are two.' })
  const challenge = `/statements/${asked.id}/challenge`
  const fields = await openForm(reader, challenge, `${challenge}s`)
  const sent = { ...fields, kind: 'wording', body: 'She said “may be sinking”.' }
  await reader.post(`${challenge}s`).type('form').send(sent).expect(201)

  const path = `/documents/${document.id}/publication`
  const page = load((await reviewer.get(path).expect(200)).text)
  assert.equal(page('.ticks input').length, 3, 'two verdicts, and once the claim that both statements make')
  assert.equal(page('.ticks [checked], [autofocus]').length, 0, 'so that Enter publishes nothing that nobody read')
  assert.equal(page(`[data-quotable] a.mark[href$="#statement-${asked.id}"]`).length, 1)
  const card = page(`#statement-${asked.id}`)
  assert.match(card.find('.needs').text(), /Which of the two quays\?/)
  assert.match(card.find('.needs').text(), /Challenge \d+ by a reader/)
  assert.equal(page(`#statement-${settled.id} .needs`).length, 0)
  assert.match(card.text(), /We heard the recording/)
  assert.match(card.find('.evidence').text(), /The recording of the press conference/)
  assert.match(page('#unchecked').parent().text(), /everyone knows it/)
  assert.equal(page(`#unchecked ~ ul #statement-${unfound.id}`).length, 1)
  const changes = page('#changes').parent().text()
  assert.match(changes, /Changed since something of it was last published/)
  assert.match(changes, /gave/)
  assert.doesNotMatch(changes, /recorded the statement|imported/, 'what came before is no news')

  const ticked = load((await reviewer.get(`${path}?tick=settled`).expect(200)).text)
  const boxes = ticked('.ticks [checked]').map((_, box) => ticked(box).attr('value'))
  assert.deepEqual(boxes.get(), [String(found.id), String(claim.id)])
  assert.equal(ticked(`.ticks [value="${doubted.id}"]`).is('[checked]'), false)
})

test('what goes out is what the reviewer was shown: the page counts it, and if it changes meanwhile it is shown again', async () => {
  const document = await makeDocument(db)
  const by = accounts.editor.id
  const first = await recordOn(db, document.id)
  await publish(db, document.id)
  const path = `/documents/${document.id}/publication`
  const open = async () => load((await reviewer.get(path).expect(200)).text)
  const told = (page: ReturnType<typeof load>) => page('#to-publish').text().replace(/\s+/g, ' ')
  assert.match(told(await open()), /No new statement No claims/, 'what is published already does not go out')
  assert.doesNotMatch(told(await open()), /open questions/i)

  const second = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const claim = await stateClaim(db, second.id, { sentence: `The quay sinks, report ${next()}` })
  const quotes = ['everyone knows it', 'The closure reportedly costs 40 million', 'The Harbour Authority']
  const third = await recordOn(db, document.id, { quote: quotes[0] })
  const { slug: rating, checklist: checked } = await db.rating.findFirstOrThrow({ where: { slug: 'relayed-only' } })
  await giveVerdictOn(db, { statementId: third.id }, { by, rating, checked })
  const note = { by, kind: 'correction' as const, body: 'That was somebody else' }
  await noteOn(db, { statementId: first.id }, note)
  assert.match(told(await open()), /2 new statements: Did they say it\? 1 of 2 checked Is it true\? 0 of 2 checked/)
  assert.doesNotMatch(told(await open()), /open questions/i)
  const fourth = await recordOn(db, document.id, { quote: quotes[1] })
  await noteOn(db, { statementId: fourth.id }, note)
  const page = await open()
  assert.match(
    told(page),
    /3 new statements: Did they say it\? 1 of 3 .*Open questions: on 1 new statement with nothing to tick\./,
  )
  assert.match(page('.settled').text(), /all without open questions$/, 'it has nothing to tick')

  const fields: Record<string, string> = { ...readForm(page, path), claimIds: String(claim.id) }
  const { body } = await reviewer.get(path).set(json).expect(200)
  const { digest } = body as { digest: string }
  assert.equal(fields['digest'], digest)
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: document.id } })
  let last = digest
  const edited = await valuesOf(`/claims/${claim.id}`)
  for (const change of [
    () => recordOn(db, document.id, { quote: quotes[2], by }),
    () => noteOn(db, { statementId: third.id }, note),
    () =>
      editor
        .post(`/claims/${claim.id}`)
        .set(json)
        .send({ ...edited, sentence: 'It sank' })
        .expect(200),
  ]) {
    await change()
    const stale = await reviewer
      .post(path)
      .set(json)
      .send({ revision, digest: last, claimIds: [claim.id] })
      .expect(409)
    assert.match((stale.body as { detail: string }).detail, /Somebody changed this after you opened it/)
    last = ((await reviewer.get(path).set(json)).body as { digest: string }).digest
    assert.notEqual(last, digest)
  }
  await giveVerdictOn(db, { claimId: claim.id }, { by })
  const again = load((await reviewer.post(path).type('form').send(fields).expect(409)).text)
  assert.match(again('#publication .conflict').text(), /The page shows it as it is now: look at it, then send it again/)
  assert.ok(again(`[name=claimIds][value=${claim.id}]`).is('[checked]'), 'ticks are kept')
  assert.match(
    told(again),
    /4 new statements: Did they say it\? 1 of 4 checked Is it true\? 1 of 4 checked.*Open questions: on 2 statements with something to tick, on 1 new statement with nothing to tick\./,
  )
  assert.match(again('.settled').text(), /2 of these statements have open questions: tick those one by one\.$/)
  assert.equal(await db.statement.count({ where: { version: { documentId: document.id }, state: 'published' } }), 1)
  await reviewer.post(path).type('form').send(readForm(again, path)).expect(303)
  assert.equal(await db.statement.count({ where: { version: { documentId: document.id }, state: 'published' } }), 5)
  assert.equal((await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).state, 'published')

  await recordOn(db, document.id, { quote: 'Local media report' })
  const now = await db.document.findUniqueOrThrow({ where: { id: document.id } })
  await reviewer.post(path).set(json).send({ revision: now.revision }).expect(200)
  assert.equal(await db.statement.count({ where: { version: { documentId: document.id }, state: 'published' } }), 6)
})

test('a newsroom of one may allow it', async () => {
  const alone = await openTestDesk({ environment: { PUBLISH_OWN_VERDICTS: 'true' } })
  try {
    const account = await makeAccount(alone.db, 'reviewer')
    const browser = await signIn(alone.app, account)
    const statement = await recordOn(alone.db, (await makeDocument(alone.db)).id)
    const own = await giveVerdictOn(alone.db, { statementId: statement.id }, { by: account.id })
    await browser.post(`/verdicts/${own.id}/publication`).set(json).expect(200)
    const document = await makeDocument(alone.db)
    const another = await recordOn(alone.db, document.id)
    const { id } = await giveVerdictOn(alone.db, { statementId: another.id }, { by: account.id })
    const page = load((await browser.get(`/documents/${document.id}/publication`).expect(200)).text)
    assert.equal(page('input[name=verdictIds][disabled]').length, 0)
    const { revision } = document
    await browser
      .post(`/documents/${document.id}/publication`)
      .set(json)
      .send({ revision, verdictIds: [id] })
      .expect(200)
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

test('a correction shows readers what it was, struck, and what it is now; of what they may see alone', async () => {
  const { document, statement, claim } = await makePublished()
  const hidden = await recordOn(db, (await makeDocument(db, { title: 'HIDDEN' })).id, { quote: 'Port Ansel', at: '0' })
  const values = await valuesOf(`/statements/${statement.id}`)
  const hops = [
    { ...(values['hops'] as object[])[0], cue: 'shouted', upstreamId: hidden.id },
    { naming: 'named', source: 'Ansel Radio', sourceKind: 'outlet', cue: 'reported' },
  ]
  const correct = async (path: string, change: object) => {
    const correction = `Mended ${next()}`
    await reviewer
      .post(path)
      .set(json)
      .send({ ...(await valuesOf(path)), ...change, correction })
      .expect(200)
    return correction
  }
  await correct(`/statements/${statement.id}`, { mode: 'mixed', hops })
  await correct(`/documents/${document.id}`, { authors: 'Ida Holm', language: 'fr' })
  await correct(`/claims/${claim.id}`, { sentence: 'The quay is half closed', topics: 'Harbour' })

  const struck = async (path: string) => {
    const $ = load((await reader.get(path).redirects(1).expect(200)).text)
    assert.doesNotMatch($('main').text(), /HIDDEN|upstreamId/)
    assert.match($('.corrections .change .visually-hidden').first().text(), /it was/)
    return $('.corrections .change')
      .toArray()
      .map((change) => [$(change).find('del').text(), $(change).find('ins').text()])
  }
  const ofStatement = (await struck(`/statements/${statement.id}`)).flat().join(' | ')
  assert.match(ofStatement, /In their own words \| Partly in their own words/)
  assert.match(ofStatement, /Lena Okafor said to reporters.* \| Lena Okafor shouted.*passed on by Ansel Radio/)
  const ofDocument = (await struck(`/documents/${document.id}`)).flat().join(' | ')
  assert.match(ofDocument, /Ida Holm, Tomas Reyes \| Ida Holm/)
  assert.match(ofDocument, /English \| French/)
  assert.match(ofDocument, /shouted/, 'a document’s page has its statements’ corrections, too')
  const ofClaim = (await struck(`/claims/${claim.id}`)).flat().join(' | ')
  assert.match(ofClaim, /The quay is closed, report \d+ \| The quay is half closed/)
  assert.match(ofClaim, /nothing \| Harbour/)
})

test('a claim’s review is asked for, sent back with a reason, asked for again and ends with its publication', async () => {
  const { id: documentId } = await makeDocument(db)
  const statement = await recordOn(db, documentId)
  const claim = await stateClaim(db, statement.id, { sentence: `The cranes are sold, report ${next()}` })
  const path = `/claims/${claim.id}`
  const page = async () => load((await editor.get(path).redirects(1).expect(200)).text)
  await reader.post(`${path}/review`).set(json).expect(401)
  await editor.post(`${path}/return`).set(json).send({ reason: 'No' }).expect(403)
  await reviewer.post(`${path}/return`).set(json).send({ reason: 'Not asked for yet' }).expect(422)

  await editor.post(`${path}/review`).expect(303)
  await editor.post(`${path}/review`).set(json).expect(422)
  assert.match((await page())('main').text(), /In review\s+Edda Nowak asked for a review/)
  const blank = load((await reviewer.post(`${path}/return`).type('form').send({ reason: ' ' }).expect(422)).text)
  assert.match(blank(`form[action="${path}/return"] .error`).text(), /Say what needs to be changed/)
  assert.equal(blank('main .field .error').length, 1, 'no other form is blamed')
  const answers = await Promise.all([
    reviewer.post(`${path}/return`).set(json).send({ reason: 'Which cranes?' }),
    reviewer.post(`${path}/return`).set(json).send({ reason: 'Sold to whom?' }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422], 'of two at once one is told')
  assert.match((await page())('main .errors').text(), /Ravi Sol sent it back.*Because: (Which cranes|Sold to whom)\?/s)

  await editor.post(`${path}/review`).expect(303)
  await reviewer.post(`${path}/publication`).expect(303)
  for (const accept of ['text/html', 'application/json']) {
    const { text } = await reader.get(path).redirects(1).set('Accept', accept).expect(200)
    assert.doesNotMatch(text, /Which cranes|Sold to whom|asked for a review/)
  }
  await reviewer.post(`${path}/withdrawal`).type('form').send({ reason: 'They are not sold' }).expect(303)
  assert.match(
    (await reader.get(path).set('Accept', 'text/html').expect(410)).text,
    /Withdrawn on .*They are not sold/s,
  )
})

test('a claim that was withdrawn before readers saw it leaves nothing for them', async () => {
  const statement = await recordOn(db, (await makeDocument(db)).id)
  const claim = await stateClaim(db, statement.id, { sentence: `The cranes are red, report ${next()}` })
  await reviewer.post(`/claims/${claim.id}/withdrawal`).type('form').send({ reason: 'A slip' }).expect(303)
  await reader.get(`/claims/${claim.id}`).expect(404)
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

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { withdrawDocument } from '../src/review/publishing.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  pressRecording,
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
const by = accounts.editor.id

const ratingOf = async (slug: string, axis: 'attribution' | 'accuracy' = 'attribution') =>
  (await db.rating.findUniqueOrThrow({ where: { axis_slug: { axis, slug } } })).id
const confirmed = await ratingOf('confirmed')
const corroborated = await ratingOf('corroborated')
const relayed = await ratingOf('relayed-only')
const reasons = 'We looked into it.'
const tape = { kind: 'recording', url: 'https://portansel.example/tape' }

/** A statement in a document of its own house, with the address where its verdicts are sent. */
async function makeStatement(hops: object[] = [{ source: 'Lena Okafor', cue: 'said' }]) {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id, { hops })
  return { document, statement, path: `/statements/${statement.id}/verdicts` }
}

/** Another house's report of the same words. */
async function makeSecond(given: object = {}, hops: object[] = [{ source: 'Lena Okafor', cue: 'said' }]) {
  const document = await makeDocument(db, { publisher: `House ${next()}`, ...given })
  await recordOn(db, document.id, { hops })
  const quote = 'Not one container ship will dock here'
  return { document, evidence: { kind: 'second_report', documentId: document.id, quote } }
}

function errorsOf({ body }: { body: unknown }): Record<string, string[]> {
  return (body as { errors: Record<string, string[]> }).errors
}

test('confirmed is refused without a primary source, with what is missing and the words kept', async () => {
  const { path, statement } = await makeStatement()
  const sent = {
    ratingId: confirmed,
    reasons,
    'evidence[0][kind]': 'second_report',
    'evidence[0][url]': 'https://radio.example/news',
    'evidence[0][publisher]': 'Ansel Radio',
  }
  const $ = load((await editor.post(path).type('form').send(sent).expect(422)).text)
  assert.match($('#verdict-evidence-error').text(), /“Confirmed” needs a primary source.*is a second report/)
  assert.ok($('details#verdict').is('[open]'))
  assert.equal($('textarea[name=reasons]').val(), reasons)
  assert.equal($('input[name="evidence[0][publisher]"]').val(), 'Ansel Radio')
  assert.ok($(`input[name=ratingId][value=${confirmed}]`).is('[checked]'))
  assert.equal(await db.verdict.count({ where: { statementId: statement.id } }), 0, 'nothing is half stored')
  await editor
    .post(path)
    .set(json)
    .send({ ratingId: confirmed, reasons, evidence: [tape] })
    .expect(201)
})

test('corroborated takes a stored report that reached its readers another way', async () => {
  const { path } = await makeStatement()
  const { evidence } = await makeSecond()
  await editor
    .post(path)
    .set(json)
    .send({ ratingId: corroborated, reasons, evidence: [evidence] })
    .expect(201)
})

for (const [what, make, said] of [
  ['of the same publisher', () => makeSecond({ publisher: 'Coast Wire' }), /Coast Wire is on the way of both/],
  [
    'that has the words through a relay which ours has, too',
    () => makeSecond({}, [{ source: 'Lena Okafor' }, { source: 'Ansel Radio', sourceKind: 'outlet', cue: 'reports' }]),
    /Ansel Radio is on the way of both/,
  ],
  [
    'published by who relayed the words to ours',
    () => makeSecond({ publisher: 'Ansel Radio' }),
    /Ansel Radio is on the way of both/,
  ],
] as const) {
  test(`corroborated is refused on a report ${what}`, async () => {
    const { path } = await makeStatement([
      { source: 'Lena Okafor', cue: 'told' },
      { source: 'Ansel Radio', sourceKind: 'outlet', cue: 'reports' },
    ])
    const { evidence } = await make()
    const refused = await editor
      .post(path)
      .set(json)
      .send({ ratingId: corroborated, reasons, evidence: [evidence] })
    assert.equal(refused.status, 422)
    assert.match(errorsOf(refused)['evidence']?.[0] ?? '', said)
  })
}

test('corroborated is refused on the same stored text, on what ours was taken from, and on what was taken from ours', async () => {
  const { document, statement, path } = await makeStatement()
  const quote = 'Not one container ship will dock here'
  const give = async (to: string, documentId: number) => {
    const evidence = [{ kind: 'second_report', documentId, quote }]
    const refused = await editor.post(to).set(json).send({ ratingId: corroborated, reasons, evidence }).expect(422)
    return errorsOf(refused)['evidence']?.[0] ?? ''
  }
  const twin = await makeDocument(db, { publisher: `House ${next()}`, text: document.text.content })
  assert.match(await give(path, twin.id), /prints the same text, word for word/)
  assert.match(await give(path, document.id), /the document that the statement stands in/)

  const follower = await makeDocument(db, { publisher: `House ${next()}` })
  const middle = await recordOn(db, follower.id, { hops: [{ source: 'Lena Okafor', upstreamId: statement.id }] })
  const far = await makeDocument(db, { publisher: `House ${next()}` })
  const last = await recordOn(db, far.id, { hops: [{ source: 'Lena Okafor', upstreamId: middle.id }] })
  assert.match(await give(path, far.id), /it took the words from ours/)
  assert.match(await give(`/statements/${last.id}/verdicts`, document.id), /ours took the words from it/)
})

test('a link corroborates only where it is said who published it, somewhere else than ours', async () => {
  const { path } = await makeStatement()
  const give = (link: object) =>
    editor
      .post(path)
      .set(json)
      .send({ ratingId: corroborated, reasons, evidence: [{ kind: 'second_report', ...link }] })
  const nobody = await give({ url: 'https://radio.example/1' }).expect(422)
  assert.match(errorsOf(nobody)['evidence.0.publisher']?.[0] ?? '', /Say who published this report/)
  const atOurs = await give({ url: 'https://www.coastwire.example/2', publisher: 'Ansel Radio' }).expect(422)
  assert.match(errorsOf(atOurs)['evidence']?.[0] ?? '', /coastwire\.example is where our document’s publisher/)
  const byOurs = await give({ url: 'https://radio.example/2', publisher: 'COAST WIRE' }).expect(422)
  assert.match(errorsOf(byOurs)['evidence']?.[0] ?? '', /is on the way of both/)
  await give({ url: 'https://radio.example/3', publisher: 'Ansel Radio' }).expect(201)
})

test('what a verdict rests on is looked at again when it is published, by itself and with its document', async () => {
  const { statement, document, path } = await makeStatement()
  const second = await makeSecond()
  const given = await editor
    .post(path)
    .set(json)
    .send({ ratingId: corroborated, reasons, evidence: [second.evidence] })
  const { id } = given.body as { id: number }
  await withdrawDocument(db, { documentId: second.document.id, reason: 'It was made up', by: accounts.reviewer.id })

  const $ = load((await reviewer.post(`/verdicts/${id}/publication`).type('form').send({}).expect(422)).text)
  assert.match($('[role=alert]').text(), /“Corroborated” needs a second report.*was withdrawn/)
  assert.equal($('h1').length, 1, 'the statement’s page is shown')
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: document.id } })
  const bulk = await reviewer
    .post(`/documents/${document.id}/publication`)
    .set(json)
    .send({ revision, verdictIds: [id] })
    .expect(422)
  assert.match((bulk.body as { detail: string }).detail, /was withdrawn/)
  assert.equal((await db.verdict.findUniqueOrThrow({ where: { id } })).state, 'draft')
  assert.equal((await db.statement.findUniqueOrThrow({ where: { id: statement.id } })).state, 'ready', 'all or nothing')
})

test('a step is checked by itself: the form names it, and supersedes that step’s verdict and no other', async () => {
  const { statement, path } = await makeStatement([
    { source: 'Lena Okafor', cue: 'told' },
    { source: 'Ansel Radio', sourceKind: 'outlet', cue: 'reports' },
  ])
  const [first, relay] = statement.hops
  assert.ok(first && relay)
  await giveVerdictOn(db, { statementId: statement.id }, { by, reasons: 'Of the whole' })
  const onRelay = await giveVerdictOn(db, { hopId: relay.id }, { by, rating: 'unverified', reasons: 'Of the relay' })

  const page = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  const links = page('.chain a:contains("Check this step")').map((_, a) => page(a).attr('href'))
  assert.deepEqual(
    links.get().map((href) => /\?step=(\d+)#verdict$/.exec(href)?.[1]),
    [String(first.id), String(relay.id)],
  )
  const asked = load((await editor.get(`/statements/${statement.id}?step=${relay.id}`).redirects(1).expect(200)).text)
  const form = asked('form.verdict-form')
  assert.equal(form.length, 1)
  assert.ok(form.closest('details').is('[open]'))
  assert.match(form.closest('details').children('summary').text(), /Check step 2: Ansel Radio/)
  assert.equal(form.find('input[name=hopId]').val(), String(relay.id))
  assert.equal(form.find('input[name=supersedesId]').val(), String(onRelay.id))
  assert.match(form.find('.supersedes').text(), /Unverified.*Of the relay/s)

  const send = { ratingId: relayed, reasons, hopId: relay.id, supersedesId: onRelay.id, evidence: [tape] }
  await editor.post(path).set(json).send(send).expect(201)
  const after = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  assert.match(
    after('.chain .step').eq(1).text(),
    /portansel\.example \(Supports it\)/,
    'its evidence stands at the step',
  )
  const foreign = await makeStatement()
  const refused = await editor
    .post(path)
    .set(json)
    .send({ ratingId: relayed, reasons, hopId: foreign.statement.hops[0]?.id })
    .expect(422)
  assert.ok(errorsOf(refused)['hopId'])
})

test('a statement’s verdict comes before those of its steps, and a step shows its own only where that differs', async () => {
  const { statement } = await makeStatement([
    { source: 'Lena Okafor', cue: 'told' },
    { source: 'Ansel Radio', sourceKind: 'outlet', cue: 'reports' },
  ])
  const [first, relay] = statement.hops
  assert.ok(first && relay)
  const shown = async () => {
    const page = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
    return page('main .rating')
      .map((_, one) => page(one).text().replace(/\s+/g, ' ').trim())
      .get()
  }
  assert.deepEqual(
    (await shown()).filter((one) => one.startsWith('This step')),
    [],
    'nobody checked anything',
  )
  await giveVerdictOn(db, { statementId: statement.id }, { by })
  await giveVerdictOn(db, { hopId: first.id }, { by })
  const [whole, ...others] = await shown()
  assert.equal(whole, 'Said? ✓ Confirmed')
  assert.equal(others[0], 'This step: ? Not checked yet', 'of the relay alone: the first was found the same')
  assert.equal(others.filter((one) => one.startsWith('This step')).length, 1)
})

test('of a chain of one step the statement’s verdict is the answer: nothing beside it says “not checked”', async () => {
  const { statement } = await makeStatement()
  await giveVerdictOn(db, { statementId: statement.id }, { by })
  const page = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  const way = page('section[aria-labelledby=way]').text()
  assert.match(way, /One step from Lena Okafor\./)
  assert.doesNotMatch(way, /not checked/i)
})

test('a verdict that was given meanwhile is shown beside one’s own, and is not superseded unseen', async () => {
  const { statement, path } = await makeStatement()
  await giveVerdictOn(db, { statementId: statement.id }, { by: accounts.reviewer.id, reasons: 'Heard by Ravi' })
  const mine = { ratingId: relayed, reasons: 'Not found by Edda', supersedesId: '' }
  const $ = load((await editor.post(path).type('form').send(mine).expect(409)).text)
  const both = $('.verdict-form .conflict')
  assert.match(both.text(), /Ravi Sol changed this/)
  for (const said of [/Relayed only.*Confirmed/s, /Not found by Edda.*Heard by Ravi/s]) assert.match(both.text(), said)
  assert.match($('.verdict-form').text(), /Evidence of the current verdict: The recording/)
  assert.equal($('textarea[name=reasons]').val(), 'Not found by Edda')
  const supersedesId = $('.verdict-form input[name=supersedesId]').val()
  await editor
    .post(path)
    .type('form')
    .send({ ...mine, supersedesId })
    .expect(303)

  const other = await makeStatement()
  const theirs = await giveVerdictOn(db, { statementId: other.statement.id }, { by })
  await editor.post(path).set(json).send({ ratingId: relayed, reasons, supersedesId: theirs.id }).expect(409)
})

test('of two who judge one thing at once, one is shown what the other gave', async () => {
  const { path, statement } = await makeStatement()
  const send = { ratingId: relayed, reasons }
  const answers = await Promise.all([editor.post(path).set(json).send(send), reviewer.post(path).set(json).send(send)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
  assert.equal(await db.verdict.count({ where: { statementId: statement.id } }), 1)
})

test('words that stand in a document several times are asked about, and the answer is kept', async () => {
  const { document, path, statement } = await makeStatement()
  const sent = {
    ratingId: confirmed,
    reasons,
    'evidence[0][kind]': 'transcript',
    'evidence[0][documentId]': document.id,
    'evidence[0][quote]': 'Okafor',
  }
  const $ = load((await editor.post(path).type('form').send(sent).expect(422)).text)
  const offered = $('input[type=radio][name="evidence[0][at]"]').map((_, radio) => $(radio).attr('value'))
  assert.ok(offered.length >= 3, 'every place is offered')
  assert.equal($('input[name="evidence[0][documentId]"]').val(), String(document.id))
  const third = String(offered.get()[2])
  await editor
    .post(path)
    .type('form')
    .send({ ...sent, 'evidence[0][at]': third })
    .expect(303)
  const evidence = await db.evidence.findFirstOrThrow({ where: { verdict: { statementId: statement.id } } })
  assert.equal(String(evidence.start), third)
})

test('who has no script asks for room for more evidence, and loses nothing', async () => {
  const { path, statement } = await makeStatement()
  const sent = { ratingId: confirmed, reasons: 'Half written', 'evidence[0][title]': 'The tape', more: 'evidence' }
  const $ = load((await editor.post(path).type('form').send(sent).expect(200)).text)
  assert.equal($('.evidence-card').length, 2)
  assert.equal($('input[name="evidence[0][title]"]').val(), 'The tape')
  assert.equal($('textarea[name=reasons]').val(), 'Half written')
  assert.ok($('details#verdict').is('[open]'))
  assert.equal($('[role=alert]').length, 0)
  assert.equal(await db.verdict.count({ where: { statementId: statement.id } }), 0)
})

test('the questions of a rating are kept as they were ticked; what is open is shown to the reviewer, and stops nobody', async () => {
  const { path, statement } = await makeStatement()
  const { checklist } = await db.rating.findUniqueOrThrow({ where: { id: confirmed } })
  const [first, ...others] = checklist
  assert.ok(first && others.length > 0)
  await editor
    .post(path)
    .set(json)
    .send({ ratingId: confirmed, reasons, checked: [first, 'Of another rating?'], evidence: [tape] })
    .expect(201)
  const verdict = await db.verdict.findFirstOrThrow({ where: { statementId: statement.id } })
  assert.deepEqual([verdict.checked, verdict.leftOpen], [[first], others])
  const page = load((await reviewer.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  assert.match(page('.left-open').text(), new RegExp(others[0]?.replace('?', '\\?') ?? ''))
  await reviewer.post(`/verdicts/${verdict.id}/publication`).set(json).expect(200)
})

test('ratings of the other scale, retired ones and bad evidence are refused beside their field', async () => {
  const { document, path } = await makeStatement()
  const retired = await db.rating.create({
    data: { axis: 'attribution', slug: 'old', label: 'Old', meaning: 'Old', tone: 'open', position: 99, retired: true },
  })
  const link = { url: 'https://portansel.example' }
  const inTwoDays = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const passage = { documentId: document.id, quote: 'The quay is sinking' }
  const bad: [form: object, field: string, said: RegExp][] = [
    [{ ratingId: await ratingOf('true', 'accuracy') }, 'ratingId', /Choose a rating from the list/],
    [{ ratingId: retired.id }, 'ratingId', /“Old” is no longer given/],
    [{ ratingId: '' }, 'ratingId', /Choose a rating/],
    [{ ratingId: 2 ** 31 }, 'ratingId', /Choose a rating from the list/],
    [{ ratingId: '99999999999999999999' }, 'ratingId', /Choose a rating from the list/],
    [{ ratingId: relayed, reasons: ' ' }, 'reasons', /Give the reasons/],
    [{ evidence: Array.from({ length: 51 }, () => link) }, 'evidence', /At most 50/],
    [{ evidence: [{ ...link, ...passage }] }, 'evidence.0.url', /a passage of a document or a link, not both/],
    [{ evidence: [{ ...passage, quote: 'The quay is floating' }] }, 'evidence.0.quote', /not in the text/],
    [{ evidence: [{ ...passage, quote: 'The quay […] sinking' }] }, 'evidence.0.quote', /as evidence of its own/],
    [{ evidence: [{ ...passage, quote: '' }] }, 'evidence.0.quote', /in document/],
    [{ evidence: [{ ...passage, documentId: 99_999 }] }, 'evidence.0.documentId', /There is no document 99999/],
    [{ evidence: [{ title: 'Something' }] }, 'evidence.0.url', /Give the address/],
    [{ evidence: [link, { publisher: 'Le Quai' }] }, 'evidence.1.url', /Give the address/],
    [{ evidence: [{ archiveUrl: 'https://archive.example/1' }] }, 'evidence.0.url', /Give the address/],
    [{ evidence: [{ reliability: 'A good microphone' }] }, 'evidence.0.url', /Give the address/],
    [{ evidence: [{ seen: '2024-03-13' }] }, 'evidence.0.url', /Give the address/],
    [{ evidence: [{ ...passage, publisher: 'Le Quai' }] }, 'evidence.0.publisher', /not both/],
    [{ evidence: [{ ...passage, archiveUrl: 'https://archive.example/1' }] }, 'evidence.0.archiveUrl', /not both/],
    [{ evidence: [{ ...link, seen: '2024-03' }] }, 'evidence.0.seen', /“2024-03” is no day. Write it as/],
    [{ evidence: [{ ...link, seen: inTwoDays }] }, 'evidence.0.seen', /is yet to come/],
    [{ askedOn: '2024' }, 'askedOn', /“2024” is no day/],
    [{ askedOn: inTwoDays }, 'askedOn', /is yet to come/],
    [{ askedOn: '2024-03-12', answeredOn: inTwoDays, reply: 'Soon' }, 'answeredOn', /is yet to come/],
    [{ askedOn: '2024-03-12', answeredOn: '2024-03-11', reply: 'No' }, 'answeredOn', /before they were asked/],
    [{ evidence: [{ url: 'javascript:alert(1)' }] }, 'evidence.0.url', /beginning with https/],
    [{ evidence: [{ ...link, archiveUrl: 'data:text/html,x' }] }, 'evidence.0.archiveUrl', /beginning with https/],
    [{ evidence: [{ ...link, kind: 'rumour' }] }, 'evidence.0.kind', /Choose one of the list/],
    [{ evidence: [{ ...passage, at: '-1' }] }, 'evidence.0.at', /number/],
    [{ reasons: 'Heard\u0000' }, 'reasons', /a character in it/],
    [{ evidence: [{ ...link, title: 'a\u0000b' }] }, 'evidence.0.title', /a character in it/],
    [{ answeredOn: '2024-03-13' }, 'askedOn', /Say when they were asked/],
  ]
  for (const [form, field, said] of bad) {
    const answer = await editor
      .post(path)
      .set(json)
      .send({ ratingId: relayed, reasons, ...form })
    assert.equal(answer.status, 422, `${field}: ${JSON.stringify(form).slice(0, 80)}`)
    assert.match(errorsOf(answer)[field]?.join() ?? `no word on ${field}`, said)
  }
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`evidence[${i}][url]`, link.url]))
  await editor
    .post(path)
    .type('form')
    .send({ ratingId: relayed, reasons, ...many })
    .expect(422)
  await editor.post('/statements/99999/verdicts').set(json).send({ ratingId: relayed, reasons }).expect(404)
})

test('days are days, and today is one wherever in the world it is', async () => {
  const { statement, path } = await makeStatement()
  const today = new Date(Date.now() + 13 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const days = { askedOn: today, answeredOn: today, reply: 'I said so' }
  const sent = { ratingId: relayed, reasons, ...days, evidence: [{ ...tape, seen: today }] }
  await editor.post(path).set(json).send(sent).expect(201)
  const verdict = await db.verdict.findFirstOrThrow({
    where: { statementId: statement.id },
    include: { reply: true, evidence: true },
  })
  const stored = [verdict.reply?.askedOn, verdict.reply?.answeredOn, verdict.evidence[0]?.seenOn]
  for (const on of stored) assert.equal(on?.toISOString(), `${today}T00:00:00.000Z`)
})

test('who would publish what another was quicker with is told so, and nothing is published twice', async () => {
  const { document, statement } = await makeStatement()
  const give = (more: object = {}) =>
    giveVerdictOn(db, { hopId: statement.hops[0]?.id ?? 0 }, { by, reasons: 'Of the step', ...more })
  const first = await give()
  const publishIt = (id: number) => reviewer.post(`/verdicts/${id}/publication`).set(json).send({})
  const tried = await Promise.all([publishIt(first.id), publishIt(first.id)])
  assert.deepEqual(tried.map(({ status }) => status).sort(), [200, 422])
  const events = await db.event.findMany({ where: { action: 'verdict_published', verdictId: first.id } })
  assert.equal(events.length, 1)
  assert.equal(events[0]?.documentId, document.id, 'a step’s verdict is in the history of its document')
  const again = await publishIt(first.id).expect(422)
  assert.match((again.body as { detail: string }).detail, /^verdictIds: It is published already/)

  const second = await give({ supersedesId: first.id })
  await reviewer.post(`/verdicts/${second.id}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  const withdrawn = await publishIt(second.id).expect(422)
  assert.match((withdrawn.body as { detail: string }).detail, /was withdrawn/)
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: document.id } })
  await reviewer
    .post(`/documents/${document.id}/publication`)
    .set(json)
    .send({ revision, verdictIds: [second.id] })
    .expect(422)
  assert.equal((await db.document.findUniqueOrThrow({ where: { id: document.id } })).state, 'draft')
})

test('stored documents are found by their title as one types, without accents and case, by the newsroom alone', async () => {
  const made = await makeDocument(db, { title: 'L’Élan du Port: 100 % sûr', publisher: 'Le Quai' })
  for (const q of ['elan du PORT', '100 % sur', "l'elan"]) {
    const { body } = await editor.get('/documents/suggestions').query({ q }).set(json).expect(200)
    assert.deepEqual(body, [{ id: made.id, title: made.title, publisher: 'Le Quai', date: '2024-03-12' }])
  }
  const { body } = await editor.get('/documents/suggestions').query({ q: '%%' }).set(json).expect(200)
  assert.deepEqual(body, [])
  await editor.get('/documents/suggestions?q=%00').set(json).expect(400)
  await reader.get('/documents/suggestions?q=elan').set(json).expect(401)
})

test('a reviewer sends a draft verdict back with a reason; a better one takes its place', async () => {
  const { statement, path, document } = await makeStatement()
  const draft = await giveVerdictOn(db, { statementId: statement.id }, { by })
  const back = `/verdicts/${draft.id}/return`
  await editor.post(back).set(json).send({ reason: 'No' }).expect(403)
  await reader.post(back).set(json).send({ reason: 'No' }).expect(401)
  const asked = load((await reviewer.post(back).type('form').send({ reason: ' ' }).expect(422)).text)
  assert.match(asked(`form[action="${back}"] .error`).text(), /Say what needs to be changed/)
  assert.equal(asked('main .field .error').length, 1, 'no other form is blamed')
  await reviewer.post(back).type('form').send({ reason: 'Which minute of the tape?' }).expect(303)
  await reviewer.post(back).set(json).send({ reason: 'Again' }).expect(422)

  const page = load((await editor.get(`/statements/${statement.id}`).redirects(1).expect(200)).text)
  assert.match(page('main .verdict .errors').text(), /Ravi Sol sent it back on .*Which minute of the tape\?/s)
  const refused = await reviewer.post(`/verdicts/${draft.id}/publication`).set(json).expect(422)
  assert.match((refused.body as { detail: string }).detail, /It was sent back: Which minute of the tape\?/)
  const plan = load((await reviewer.get(`/documents/${document.id}/publication`).expect(200)).text)
  assert.equal(plan('input[name=verdictIds]').length, 0, 'it is not offered')
  const event = await db.event.findFirstOrThrow({ where: { verdictId: draft.id, action: 'verdict_sent_back' } })
  assert.deepEqual(event.after, { reason: 'Which minute of the tape?' })

  const better = { ratingId: confirmed, reasons: 'Minute 11', supersedesId: draft.id, evidence: [tape] }
  const given = await editor.post(path).set(json).send(better).expect(201)
  await reviewer
    .post(`/verdicts/${(given.body as { id: number }).id}/publication`)
    .set(json)
    .expect(200)
  await publish(db, document.id)
  for (const accept of ['text/html', 'application/json']) {
    const { text } = await reader.get(`/statements/${statement.id}`).redirects(1).set('Accept', accept).expect(200)
    assert.doesNotMatch(text, /Which minute/)
  }
})

test('a draft that would supersede a published verdict shows readers nothing, and an older draft is not published any more', async () => {
  const { statement, document } = await makeStatement()
  const claim = await stateClaim(db, statement.id, { sentence: `The quay closes, report ${next()}` })
  const first = await giveVerdictOn(db, { claimId: claim.id }, { by, reasons: 'FIRST-REASONS' })
  await publish(db, document.id, { claimIds: [claim.id], verdictIds: [first.id] })
  const second = await giveVerdictOn(
    db,
    { claimId: claim.id },
    { by, rating: 'false', reasons: 'SECRET-DRAFT', supersedesId: first.id },
  )
  const third = await giveVerdictOn(
    db,
    { claimId: claim.id },
    { by, rating: 'mostly-false', reasons: 'THIRD-REASONS', supersedesId: second.id },
  )
  for (const path of [`/claims/${claim.id}`, `/claims/${claim.id}/verdicts`, `/documents/${document.id}`]) {
    for (const accept of ['text/html', 'application/json']) {
      const { text } = await reader.get(path).redirects(1).set('Accept', accept).expect(200)
      assert.match(text, /FIRST-REASONS/, path)
      assert.doesNotMatch(text, /SECRET-DRAFT|THIRD-REASONS|Superseded|supersedesId/, path)
    }
  }
  const found = async (rating: string) => {
    const { body } = await reader.get(`/claims?rating=${rating}`).set(json).expect(200)
    return (body as { claims: { id: number }[] }).claims.some(({ id }) => id === claim.id)
  }
  assert.deepEqual([await found('true'), await found('mostly-false')], [true, false])
  const refused = await reviewer.post(`/verdicts/${second.id}/publication`).set(json).expect(422)
  assert.match((refused.body as { detail: string }).detail, /A newer verdict took its place/)

  await reviewer.post(`/verdicts/${third.id}/publication`).set(json).expect(200)
  assert.deepEqual([await found('true'), await found('mostly-false')], [false, true])
  const $ = load((await reader.get(`/claims/${claim.id}/verdicts`).expect(200)).text)
  assert.match($('.verdict-succession > li').last().text(), /True\s+Superseded on .* Mostly false/s)
  assert.doesNotMatch($('main').text(), /SECRET-DRAFT/)
})

for (const [where, target] of [
  ['a claim', 'claim'],
  ['a statement', 'statement'],
  ['a step', 'hop'],
] as const) {
  test(`a published verdict on ${where} that is withdrawn says so for ever: its rating, date and reason, not its words`, async () => {
    const { statement, document } = await makeStatement()
    const claim = await stateClaim(db, statement.id, { sentence: `The quay closes, report ${next()}` })
    const on =
      target === 'claim'
        ? { claimId: claim.id }
        : target === 'hop'
          ? { hopId: statement.hops[0]?.id ?? 0 }
          : { statementId: statement.id }
    const verdict = await giveVerdictOn(db, on, {
      by,
      reasons: 'WRONG-WORDS',
      evidence: [{ ...pressRecording, title: 'WRONG-TAPE' }],
    })
    await publish(db, document.id, { claimIds: [claim.id], verdictIds: [verdict.id] })
    const hidden = await giveVerdictOn(db, on, { by, reasons: 'NEVER-SEEN', supersedesId: verdict.id })
    for (const { id } of [verdict, hidden]) {
      await reviewer
        .post(`/verdicts/${id}/withdrawal`)
        .type('form')
        .send({ reason: `Of another day (${id})` })
        .expect(303)
    }
    assert.ok((await db.verdict.findUniqueOrThrow({ where: { id: verdict.id } })).withdrawnAt)
    await reviewer.post(`/verdicts/${verdict.id}/withdrawal`).set(json).send({ reason: 'Twice' }).expect(422)

    const pages =
      target === 'claim' ? [`/claims/${claim.id}`, `/claims/${claim.id}/verdicts`] : [`/statements/${statement.id}`]
    for (const path of pages) {
      const $ = load((await reader.get(path).redirects(1).expect(200)).text)
      const said = new RegExp(`withdrawn on \\d+ \\w+ \\d{4}, because: Of another day \\(${verdict.id}\\)`, 'i')
      assert.match($('main').text().replace(/\s+/g, ' '), said, path)
      const { text } = await reader.get(path).set(json).expect(200)
      assert.doesNotMatch($.html() + text, /WRONG-WORDS|WRONG-TAPE|NEVER-SEEN/, path)
      assert.doesNotMatch($.html() + text, new RegExp(`Of another day \\(${hidden.id}\\)`), 'readers never saw it')
    }
  })
}

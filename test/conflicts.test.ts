import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { readingThread, readNext } from '../src/suggestions/reader.ts'
import { askForReading } from '../src/documents/readings.ts'
import { openTestDesk } from './support/desk.ts'
import { type Fields, openForm, readForm } from './support/forms.ts'
import { giveVerdictOn, makeAccount, makeDocument, next, recordOn, signIn, stateClaim } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const accounts = [await makeAccount(db, 'editor'), await makeAccount(db, 'reviewer')] as const
const edda = await signIn(app, accounts[0])
const ravi = await signIn(app, accounts[1])
const json = { Accept: 'application/json' }

/** Both open the form; Ravi saves his words first, then Edda sends hers. */
async function bothEdit(page: string, action: string, his: Fields, hers: Fields) {
  const [first, second] = [await openForm(ravi, page, action), await openForm(edda, page, action)]
  await ravi
    .post(action)
    .type('form')
    .send({ ...first, ...his })
    .expect(303)
  const { text } = await edda
    .post(action)
    .type('form')
    .send({ ...second, ...hers })
    .expect(409)
  return load(text)
}

/** The fields that are compared, each with both texts. */
function comparison($: CheerioAPI): Record<string, [yours: string, theirs: string]> {
  const fields = $('.conflict fieldset').map((_, field) => {
    const texts = $(field)
      .find('.side > p')
      .map((_, p) => $(p).text().trim())
      .get()
    return [[$(field).find('legend').text(), texts]]
  })
  return Object.fromEntries(fields.get() as [string, [string, string]][])
}

const sendBack = (action: string, form: Fields, status: number) =>
  edda.post(action).type('form').send(form).expect(status)

test('two people edit one document: each sees only what differs, both ways, and chooses field by field', async () => {
  const { id } = await makeDocument(db)
  const action = `/documents/${id}`
  const his = { title: 'Port Ansel closes its harbour', authors: 'Ida Holm' }
  const hers = { title: 'Port Ansel to close the old harbour', authors: 'Tomas Reyes', language: 'de' }
  const $ = await bothEdit(`${action}/edit`, action, his, hers)

  assert.deepEqual(comparison($), {
    Title: [hers.title, his.title],
    Authors: ['Tomas Reyes', 'Ida Holm'],
    Language: ['de', 'en'],
  })
  assert.match($('.conflict').text(), /Ravi Sol changed this on \d+ \w+ \d{4}, \d\d:\d\d UTC/)
  const marked = $('.conflict fieldset')
    .first()
    .find('mark')
    .map((_, mark) => $(mark).text().trim())
    .get()
  assert.ok(marked.includes('closes') && !marked.some((words) => words.includes('Port Ansel')), marked.join('|'))
  assert.equal($('.conflict fieldset legend').length, $('.conflict fieldset').length)
  assert.equal($('.conflict .side h3').length, 6)

  const form = readForm($, action)
  assert.equal(form['choose[title]'], 'mine')
  assert.equal(form['title'], hers.title, 'her words stand in the form')
  await sendBack(action, { ...form, 'choose[authors]': 'theirs' }, 303)
  const saved = await db.document.findUniqueOrThrow({ where: { id } })
  assert.deepEqual([saved.title, saved.authors, saved.language], [hers.title, ['Ida Holm'], 'de'])
})

test('where somebody is quicker once more, both texts are shown once more', async () => {
  const { id } = await makeDocument(db)
  const action = `/documents/${id}`
  const $ = await bothEdit(`${action}/edit`, action, { title: 'His' }, { title: 'Hers' })
  const again = { ...(await openForm(ravi, `${action}/edit`, action)), title: 'His again' }
  await ravi.post(action).type('form').send(again).expect(303)
  const second = load((await sendBack(action, readForm($, action), 409)).text)
  assert.deepEqual(comparison(second), { Title: ['Hers', 'His again'] })
  await sendBack(action, { ...readForm(second, action), 'choose[title]': 'theirs' }, 303)
  assert.equal((await db.document.findUniqueOrThrow({ where: { id } })).title, 'His again')
})

test('two chains are compared as sentences, and taken as one', async () => {
  const document = await makeDocument(db)
  const { id } = await recordOn(db, document.id)
  const action = `/statements/${id}`
  const his = { 'hops[0][cue]': 'told', quote: 'The quay is sinking', at: '' }
  const hers = { 'hops[0][cue]': 'whispered', 'hops[1][naming]': 'unstated', unfinished: 'true' }
  const $ = await bothEdit(`${action}/edit`, action, his, hers)
  const both = comparison($)
  assert.deepEqual(Object.keys(both).sort(), ['How it reached this page', 'Not finished', 'Words'])
  assert.match(
    both['How it reached this page']?.[0] ?? '',
    /^Lena Okafor whispered to reporters in Port Ansel → passed on/,
  )
  assert.equal(both['How it reached this page']?.[1], 'Lena Okafor told reporters in Port Ansel')

  const chosen = { ...readForm($, action), 'choose[hops]': 'theirs', 'choose[quote]': 'theirs' }
  await sendBack(action, chosen, 303)
  const saved = await db.statement.findUniqueOrThrow({ where: { id }, include: { hops: true, spans: true } })
  assert.deepEqual(
    saved.hops.map(({ cue }) => cue),
    ['told'],
  )
  assert.equal(saved.words, 'The quay is sinking')
  assert.equal(saved.state, 'draft', 'what was hers is kept')
})

test('a claim, a source and a verdict are compared in the same way', async () => {
  const statement = await recordOn(db, (await makeDocument(db)).id)
  const { id: claimId } = await stateClaim(db, statement.id, { sentence: `The quay sinks, says report ${next()}` })
  const claim = `/claims/${claimId}`
  const onClaim = await bothEdit(`${claim}/edit`, claim, { topics: 'Harbour' }, { sentence: 'The quay has sunk' })
  assert.equal(comparison(onClaim)['Topics']?.[1], 'Harbour')
  assert.equal(comparison(onClaim)['What is claimed']?.[0], 'The quay has sunk')
  await sendBack(claim, { ...readForm(onClaim, claim), 'choose[topics]': 'theirs' }, 303)
  assert.equal(await db.claimTopic.count({ where: { claimId } }), 1)

  const { id: sourceId } = await db.source.findFirstOrThrow({ where: { name: 'Lena Okafor' } })
  const source = `/sources/${sourceId}`
  const his = { 'roles[0][title]': 'Mayor of Port Ansel', 'roles[0][since]': '2019' }
  const onSource = await bothEdit(`${source}/edit`, source, his, { description: 'The mayor', aliases: 'L. Okafor' })
  assert.deepEqual(comparison(onSource)['Roles'], ['Nothing', 'Mayor of Port Ansel, 2019'])
  await sendBack(source, { ...readForm(onSource, source), 'choose[roles]': 'theirs' }, 303)
  const saved = await db.source.findUniqueOrThrow({ where: { id: sourceId }, include: { roles: true } })
  assert.deepEqual([saved.description, saved.roles[0]?.title], ['The mayor', 'Mayor of Port Ansel'])

  const action = `${claim}/verdicts`
  const rating = (slug: string) =>
    db.rating.findUniqueOrThrow({ where: { axis_slug: { axis: 'accuracy', slug } } }).then(({ id }) => String(id))
  const yes = { ratingId: await rating('not-checkable'), reasons: 'It is a forecast.' }
  const no = { ratingId: await rating('unproven'), reasons: 'We could not find it.' }
  const onVerdict = await bothEdit(claim, action, yes, no)
  assert.deepEqual(comparison(onVerdict)['Reasons'], [no.reasons, yes.reasons])
  assert.deepEqual(comparison(onVerdict)['Rating'], ['Unproven', 'Not checkable'])
  assert.match(onVerdict('.conflict').text(), /Ravi Sol changed this/)
  assert.ok(onVerdict('.conflict').closest('details').is('[open]'))
  await sendBack(action, readForm(onVerdict, action), 303)
  assert.equal(await db.verdict.count({ where: { claimId } }), 2)
})

test('a program is told both texts and the revision that it has to bring', async () => {
  const { id } = await makeDocument(db)
  const { id: statementId } = await recordOn(db, id)
  await giveVerdictOn(db, { statementId }, { by: accounts[0].id })
  const { body } = await edda.get(`/documents/${id}/edit`).set(json).expect(200)
  const { values } = (body as { form: { values: Record<string, unknown> } }).form
  const send = (more: object) =>
    edda
      .post(`/documents/${id}`)
      .set(json)
      .send({ ...values, ...more })
  await send({ title: 'One' }).expect(200)
  const refused = await send({ title: 'Two' }).expect(409)
  assert.match(String(refused.headers['content-type']), /problem\+json/)
  const { stored, yours, revision } = refused.body as { stored: Fields; yours: Fields; revision: number }
  assert.deepEqual([stored['title'], yours['title'], revision], ['One', 'Two', 2])
  await send({ title: 'Two', revision }).expect(200)
})

test('choices that make no sense are left aside', async () => {
  const { id } = await makeDocument(db)
  const action = `/documents/${id}`
  for (const theirs of ['{', '[]', 'null', '{"title":5}', '{"title":{"constructor":{"x":1}}}', '"title"']) {
    const form = await openForm(edda, `${action}/edit`, action)
    const sent = { ...form, title: `Kept ${next()}`, 'choose[title]': 'theirs', 'choose[__proto__]': 'theirs', theirs }
    await sendBack(action, sent, 303)
    assert.equal((await db.document.findUniqueOrThrow({ where: { id } })).title, sent.title)
  }
})

test('fifty editors at one document: each edit is saved or comes back with its words, nothing is done twice', async () => {
  const thread = readingThread()
  const document = await makeDocument(db)
  await askForReading(db, { documentId: document.id, by: accounts[0].id })
  await readNext(db, thread, undefined, document.id)
  await thread.end()
  const suggestions = await db.suggestion.findMany({ where: { version: { documentId: document.id } } })
  const statement = await recordOn(db, document.id)
  const [page, action] = [`/statements/${statement.id}/edit`, `/statements/${statement.id}`]

  const sessions: { browser: typeof edda; form: Fields; cue: string }[] = []
  for (let n = 0; n < 50; n++) {
    const browser = await signIn(app, accounts[n % 2] ?? accounts[0])
    sessions.push({ browser, form: await openForm(browser, page, action), cue: `cue-${n}` })
  }
  const quotes = ['The quay is sinking', 'everyone knows it', 'Local media report']
  const statuses = await Promise.all(
    sessions.map(async ({ browser, form, cue }, n) => {
      const suggestion = suggestions[n % suggestions.length]
      const decision = n % 3 === 0 ? 'dismissal' : 'acceptance'
      const quote = quotes[n % quotes.length]
      const [edited, decided, recorded] = await Promise.all([
        browser
          .post(action)
          .type('form')
          .send({ ...form, 'hops[0][cue]': cue }),
        browser.post(`/suggestions/${suggestion?.id}/${decision}`).set(json),
        browser
          .post(`/documents/${document.id}/statements`)
          .set(json)
          .send({ quote, mode: 'direct', hops: [], again: true }),
      ])
      if (edited.status === 409) assert.equal(readForm(load(edited.text), action)['hops[0][cue]'], cue)
      return [edited.status, decided.status, recorded.status]
    }),
  )

  const column = (n: number) => statuses.map((row) => row[n])
  assert.deepEqual([...new Set(column(0))].sort(), [303, 409])
  assert.equal(column(0).filter((status) => status === 303).length, 1, 'of those who saw one revision, one saves')
  assert.ok(
    column(1).every((status) => [200, 201, 422].includes(status ?? 0)),
    String(column(1)),
  )
  assert.ok(
    column(2).every((status) => status === 201),
    String(column(2)),
  )

  const decided = await db.suggestion.findMany({ where: { version: { documentId: document.id } } })
  assert.equal(column(1).filter((status) => status !== 422).length, decided.length, 'each is decided once')
  assert.ok(decided.every(({ state }) => state !== 'open'))
  const of = { documentId: document.id }
  const accepted = decided.filter(({ state }) => state === 'accepted').length
  const count = await db.statement.count({ where: { version: of } })
  assert.equal(count, 1 + 50 + accepted)
  assert.equal(await db.event.count({ where: { ...of, action: 'statement_recorded' } }), count)
  assert.equal(await db.event.count({ where: { ...of, action: 'statement_edited' } }), 1)
  const dismissals = await db.event.count({ where: { ...of, action: 'suggestion_dismissed' } })
  assert.equal(dismissals, decided.length - accepted)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import type { Express } from 'express'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const json = { Accept: 'application/json' }
const wrong = 'She said “large ships”, not “container ships”: I was there'
const shows = 'https://portansel.example/recordings/2024-03-12'

let desk: TestDesk
let browsers: Record<'editor' | 'reviewer' | 'admin', Awaited<ReturnType<typeof signIn>>>
/** What is published of the harbour story, and what of it is still a draft. */
let world: { document: number; statement: number; claim: number; verdict: number; draft: number; draftVerdict: number }
let at: { statement: string; claim: string; verdict: string }

before(async () => {
  desk = await openTestDesk({ challenging: { hour: 1000, day: 1000 } })
  const { app, db } = desk
  const editor = await makeAccount(db, 'editor')
  browsers = {
    editor: await signIn(app, editor),
    reviewer: await signIn(app, await makeAccount(db, 'reviewer')),
    admin: await signIn(app, await makeAccount(db, 'admin')),
  }
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const verdict = await giveVerdictOn(db, { claimId: claim.id }, { by: editor.id })
  await publish(db, document.id, { claimIds: [claim.id], verdictIds: [verdict.id] })
  const draft = await recordOn(db, (await makeDocument(db)).id)
  const draftVerdict = await giveVerdictOn(db, { statementId: statement.id }, { by: editor.id })
  world = {
    document: document.id,
    statement: statement.id,
    claim: claim.id,
    verdict: verdict.id,
    draft: draft.id,
    draftVerdict: draftVerdict.id,
  }
  at = {
    statement: `/statements/${statement.id}`,
    claim: `/claims/${claim.id}`,
    verdict: `/verdicts/${verdict.id}`,
  }
})
after(() => desk.close())

type Words = Record<string, string>

/** What a reader's browser sends of the form on the page of what they challenge. */
async function fillIn(path: string, words: Words = {}): Promise<Words> {
  const form = await openForm(visitor(desk.app), `${path}/challenge`, `${path}/challenges`)
  return { ...form, ...(path.startsWith('/statements') && { kind: 'wording' }), body: wrong, ...words }
}

/** A challenge as a reader sends it: its number, and the secret part of its address. */
async function challenge(path: string, words: Words = {}) {
  const form = await fillIn(path, words)
  const answer = await visitor(desk.app).post(`${path}/challenges`).type('form').send(form).expect(201)
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const follow = String(load(answer.text)('textarea.secret').val()).replace(desk.config.baseUrl, '')
  const [, id = ''] = /^\/challenges\/(\d+)\/follow\/[\w-]{43}$/.exec(follow) ?? assert.fail(follow)
  return { id: Number(id), follow, page: `/challenges/${id}` }
}

async function revisionOf(id: number): Promise<number> {
  return (await desk.db.challenge.findUniqueOrThrow({ where: { id } })).revision
}

/** What somebody at the desk sends of a form of the challenge's page, as they have it before them. */
async function decide(who: keyof typeof browsers, id: number, what: string, words: Words, status = 303) {
  const revision = await revisionOf(id)
  const sent = { revision: String(revision), ...words }
  return browsers[who].post(`/challenges/${id}/${what}`).type('form').send(sent).expect(status)
}

const open = (id: number) => decide('editor', id, 'first-look', { decision: 'open' })
const uphold = { outcome: 'upheld', reason: 'The recording has it so', changed: 'We corrected the words' }

async function readPage(path: string, status = 200): Promise<string> {
  const answer = await visitor(desk.app).get(path).set('Accept', 'text/html').redirects(1).expect(status)
  assert.equal(answer.headers['set-cookie'], undefined, `${path} sets a cookie`)
  return load(answer.text)('main').text().replace(/\s+/g, ' ')
}

test('a reader challenges a statement, the newsroom looks at it and upholds it, and all of that can be followed', async () => {
  const page = await readPage(at.statement)
  assert.match(page, /Challenge this statement/)
  const { id, follow, page: path } = await challenge(at.statement, { name: 'Ines Falk', shows })
  assert.match(await readPage(follow), /Waiting for a first look.*Ines Falk.*I was there/)

  assert.match((await browsers.editor.get('/desk').expect(200)).text, /1 challenge by readers/)
  assert.match((await browsers.editor.get('/challenges').expect(200)).text, /I was there/)
  await open(id)
  assert.match(await readPage(path), /Open since.*Not one container ship.*Ines Falk.*I was there/)
  assert.equal(
    load((await visitor(desk.app).get(path)).text)(`main a[href="${shows}"]`)
      .attr('rel')
      ?.includes('nofollow'),
    true,
  )

  await decide('reviewer', id, 'resolution', uphold)
  const told = /Upheld on .*ecause: The recording has it so/
  assert.match(await readPage(path), told)
  assert.match(await readPage(path), /What was changed: We corrected the words/)
  assert.match(await readPage(follow), told)
  assert.match(await readPage(at.statement), new RegExp(`Challenged: no. ${id}.*${told.source}`))
  assert.match(await readPage('/challenges?state=upheld'), /The recording has it so/)
  const events = await desk.db.event.findMany({ where: { challengeId: id }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    events.map(({ action, statementId }) => [action, statementId]),
    ['challenge_received', 'challenge_opened', 'challenge_upheld'].map((action) => [action, world.statement]),
  )
  assert.ok(!JSON.stringify(events).includes('I was there'), 'what was written can be removed, what happened cannot')
})

test('nobody but the newsroom and its sender sees a word of a challenge before the first look', async () => {
  const words = { kind: 'addressee', body: 'Zwieback is what I wrote', shows: 'Zwieback shows it', name: 'Zwieback Z' }
  const { id, page, follow } = await challenge(at.statement, words)
  const pages = [page, '/challenges', '/challenges?state=waiting', `${at.statement}`, '/statements', '/', at.claim]
  for (const path of [...pages, `/documents/${world.document}`]) {
    for (const accept of ['text/html', 'application/json', 'application/ld+json']) {
      const { text } = await visitor(desk.app).get(path).redirects(1).set('Accept', accept)
      assert.doesNotMatch(text, /Zwieback|They did not say it to those/, `${path} as ${accept}`)
      if (path !== page) assert.ok(!text.includes(`/challenges/${id}`), `${path} as ${accept} leads to it`)
    }
  }
  assert.match(await readPage(page), new RegExp(`no. ${id} .*waits for a first look`, 'i'))
  const { body } = await visitor(desk.app).get(page).set(json).expect(200)
  assert.deepEqual(Object.keys((body as { unseen: object }).unseen), ['id', 'state', 'stateInWords', 'path'])
  assert.equal((body as { challenge: null }).challenge, null)
  assert.match(await readPage(follow), /Zwieback shows it/)
})

test('why a challenge was not published is told to its sender alone, and can be thought over', async () => {
  const { id, page, follow } = await challenge(at.claim, { body: 'Buy cheap containers' })
  await decide('editor', id, 'first-look', { decision: 'refuse' }, 422)
  await decide('editor', id, 'first-look', { decision: 'refuse', reason: 'It is advertising' })
  assert.match(await readPage(follow), /did not publish it\. Because: It is advertising/)
  const public_ = await readPage(page)
  assert.match(public_, /was not published.*got the reason/)
  assert.doesNotMatch(public_, /advertising|cheap/)
  const { text } = await visitor(desk.app).get(page).set(json).expect(200)
  assert.doesNotMatch(text, /advertising|cheap/)

  await decide('editor', id, 'reopening', { reason: 'Perhaps it is not' }, 403)
  await decide('reviewer', id, 'reopening', { reason: 'Perhaps it is not' })
  assert.match(await readPage(page), /waits for a first look/)
  await open(id)
  assert.match(await readPage(page), /cheap containers/)
})

test('a claim and a verdict are challenged as statements are, and show it where they stand', async () => {
  const onClaim = await challenge(at.claim, { body: 'Say which December' })
  const onVerdict = await challenge(at.verdict, { body: 'The recording is of another day' })
  await open(onClaim.id)
  await open(onVerdict.id)
  await decide('reviewer', onVerdict.id, 'resolution', { outcome: 'not_upheld', reason: 'It is of that day' })
  const page = await readPage(at.claim)
  assert.match(page, new RegExp(`no. ${onClaim.id}, the claim is worded wrongly · . Open since`))
  assert.match(
    page,
    new RegExp(`no. ${onVerdict.id}, the verdict is wrong · . Not upheld on .*because: It is of that day`),
  )
  assert.match(page, /Challenge this verdict: True/)
  assert.match(await readPage(onVerdict.page), /Our verdict “True” on: No container ship/)
})

test('nobody decides on a challenge to a verdict of their own, unless the newsroom allows it', async () => {
  const account = await makeAccount(desk.db, 'reviewer')
  const document = await makeDocument(desk.db)
  const claim = await stateClaim(desk.db, (await recordOn(desk.db, document.id)).id)
  const verdict = await giveVerdictOn(desk.db, { claimId: claim.id }, { by: account.id })
  await publish(desk.db, document.id, { claimIds: [claim.id], verdictIds: [verdict.id] })
  const { id, page } = await challenge(`/verdicts/${verdict.id}`, { body: 'The recording is of another day' })
  await open(id)

  const own = await signIn(desk.app, account)
  assert.match(load((await own.get(page)).text)('main').text(), /You gave this verdict yourself/)
  assert.equal(load((await own.get(page)).text)('form[action$="/resolution"]').length, 0)
  const sent = { revision: String(await revisionOf(id)), ...uphold }
  const refused = await own.post(`${page}/resolution`).type('form').send(sent).expect(422)
  assert.match(refused.text, /Somebody else who publishes decides/)
  assert.equal((await desk.db.challenge.findUniqueOrThrow({ where: { id } })).state, 'open')

  const { config, database } = desk
  const allowing = createApp({ config: { ...config, ownVerdicts: true }, database, log: pino({ level: 'silent' }) })
  const allowed = await signIn(allowing, account)
  await allowed.post(`${page}/resolution`).type('form').send(sent).expect(303)
})

test('what is not public is not challenged, whoever asks', async () => {
  const hidden = [`/statements/${world.draft}`, `/verdicts/${world.draftVerdict}`, '/claims/999', '/statements/x']
  for (const path of hidden) {
    for (const browser of [visitor(desk.app), browsers.admin]) {
      await browser.get(`${path}/challenge`).set(json).expect(404)
      await browser.post(`${path}/challenges`).set(json).send({ body: wrong }).expect(404)
    }
  }
  assert.doesNotMatch((await browsers.admin.get(at.statement).redirects(1)).text, /\/challenge".*Unchecked/)
})

test('only who may decides: editors look first, reviewers decide, admins remove words', async () => {
  const { id } = await challenge(at.claim)
  for (const what of ['first-look', 'resolution', 'reopening', 'redaction', 'words/1/first-look']) {
    await visitor(desk.app).post(`/challenges/${id}/${what}`).set(json).send({}).expect(401)
  }
  await open(id)
  await decide('editor', id, 'resolution', uphold, 403)
  await decide('reviewer', id, 'redaction', { reason: 'It names a child' }, 403)
  const { text } = await browsers.editor.get(`/challenges/${id}`).expect(200)
  assert.doesNotMatch(text, /resolution|redaction/)
})

test('a challenge is followed by its own secret only, of which the desk has no more than a hash', async () => {
  const one = await challenge(at.claim, { body: 'The first of two' })
  const other = await challenge(at.claim, { body: 'The second of two' })
  const secret = one.follow.split('/').at(-1) ?? ''
  for (const wrongly of [`${one.page}/follow/x`, `${other.page}/follow/${secret}`, `${one.page}/follow/${secret}x`]) {
    await visitor(desk.app).get(wrongly).expect(404)
    await visitor(desk.app).post(`${wrongly}/words`).type('form').send({ body: 'I am somebody else' }).expect(404)
    await visitor(desk.app).post(`${wrongly}/withdrawal`).type('form').send({}).expect(404)
  }
  const answer = await visitor(desk.app).get(one.follow).expect(200)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.match(answer.headers['x-robots-tag'] as string, /noindex/)
  assert.doesNotMatch(answer.text, /rel="canonical"/)
  const rows = await desk.db.challenge.findMany()
  assert.ok(!JSON.stringify(rows).includes(secret))
  assert.equal((await browsers.admin.get(one.page).expect(200)).text.includes(secret), false)
})

test('what a challenger adds waits for a look of its own, and a click twice adds it once', async () => {
  const { id, page, follow } = await challenge(at.claim, { body: 'See what I add' })
  await open(id)
  for (const _ of [1, 2]) {
    const added = await visitor(desk.app).post(`${follow}/words`).type('form').send({ body: 'Kumquat' }).expect(303)
    assert.equal(added.headers['location'], follow)
    assert.equal(added.headers['set-cookie'], undefined)
  }
  assert.match(await readPage(follow), /Kumquat/)
  assert.doesNotMatch(await readPage(page), /Kumquat/)
  assert.doesNotMatch((await visitor(desk.app).get(page).set(json)).text, /Kumquat/)
  const [word, ...more] = await desk.db.challengeWord.findMany({ where: { challengeId: id } })
  assert.equal(more.length, 0)
  assert.match((await browsers.editor.get('/challenges').expect(200)).text, /See what I add/)
  await decide('editor', id, `words/${word?.id}/first-look`, { decision: 'show' })
  assert.match(await readPage(page), /Added.*Kumquat/)
  await decide('editor', id, `words/${word?.id}/first-look`, { decision: 'keep_back' }, 422)

  for (const n of [1, 2, 3, 4, 5])
    await visitor(desk.app)
      .post(`${follow}/words`)
      .type('form')
      .send({ body: `More ${n}` })
      .expect(303)
  const sixth = await visitor(desk.app).post(`${follow}/words`).type('form').send({ body: 'More 6' }).expect(422)
  assert.match(sixth.text, /We have not read your last words yet/)
  assert.match(sixth.text, /More 6<\/textarea>/)
})

test('a challenger takes a challenge back: unseen it stays unseen, seen it stays public', async () => {
  const unseen = await challenge(at.claim, { body: 'Never mind this' })
  for (const _ of [1, 2]) await visitor(desk.app).post(`${unseen.follow}/withdrawal`).type('form').send({}).expect(303)
  assert.match(await readPage(unseen.page), /withdrew it before we published it/)
  await decide('editor', unseen.id, 'first-look', { decision: 'open' }, 422)
  assert.doesNotMatch(await readPage('/challenges'), /Never mind this/)

  const seen = await challenge(at.claim, { body: 'Mind this instead' })
  await open(seen.id)
  await visitor(desk.app).post(`${seen.follow}/withdrawal`).type('form').send({}).expect(303)
  assert.match(await readPage(seen.page), /Withdrawn.*Mind this instead.*withdrew it on/)
  assert.doesNotMatch(await readPage(at.claim), new RegExp(`no. ${seen.id}\\b.*claim is put`))
  await decide('reviewer', seen.id, 'resolution', uphold, 422)
  await visitor(desk.app).post(`${seen.follow}/words`).type('form').send({ body: 'Wait' }).expect(422)
})

test('nobody decides on what they have not seen', async () => {
  const { id, follow, page } = await challenge(at.claim, { body: 'Two may look at this' })
  const before = String(await revisionOf(id))
  await visitor(desk.app).post(`${follow}/words`).type('form').send({ body: 'And now a libel' }).expect(303)
  const early = await decide('editor', id, 'first-look', { decision: 'open', revision: before }, 409)
  assert.match(early.text, /The page shows it as it is now: look at it, then send it again/)
  assert.match(await readPage(page), /waits for a first look/)
  await open(id)

  const seen = String(await revisionOf(id))
  await decide('reviewer', id, 'resolution', uphold)
  const late = await decide(
    'admin',
    id,
    'resolution',
    { outcome: 'not_upheld', reason: 'It is fine as it is', revision: seen },
    409,
  )
  assert.match(late.text, /Somebody changed this after you opened it/)
  assert.match(late.text, /What you had written[^]*It is fine as it is/)
  assert.doesNotMatch(late.text, /side by side/, 'there is no form any more to compare in')
  assert.match(await readPage(page), /The recording has it so/)
})

test('a challenge that is upheld says what was changed, and a reviewer takes a decision back', async () => {
  const { id, page } = await challenge(at.claim, { body: 'Decide this twice' })
  await open(id)
  const bare = await decide('reviewer', id, 'resolution', { outcome: 'partly_upheld', reason: 'In part' }, 422)
  assert.match(bare.text, /Say for readers what was changed/)
  await decide('reviewer', id, 'resolution', { outcome: 'not_upheld', reason: 'We saw nothing in it' })
  await decide('editor', id, 'reopening', { reason: 'There is a recording' }, 403)
  await decide('reviewer', id, 'reopening', { reason: 'There is a recording' })
  const text = await readPage(page)
  assert.match(text, /Open since/)
  assert.match(text, /reopened the challenge.*There is a recording.*did not uphold.*We saw nothing in it/)
  await decide('reviewer', id, 'resolution', uphold)
})

test('a challenge that is right in part is upheld in part, and readers are told what was changed', async () => {
  const { id, page } = await challenge(at.claim, { body: 'Half of this is wrong' })
  await open(id)
  const inPart = { outcome: 'partly_upheld', reason: 'The date was wrong', changed: 'We corrected the date' }
  await decide('reviewer', id, 'resolution', inPart)
  assert.match(await readPage(page), /Partly upheld.*The date was wrong.*We corrected the date/)
  assert.equal(await desk.db.event.count({ where: { challengeId: id, action: 'challenge_partly_upheld' } }), 1)
})

test('words that a challenger added are kept from readers where the newsroom decides so', async () => {
  const { id, page, follow } = await challenge(at.claim, { body: 'See what I add to this' })
  await open(id)
  await visitor(desk.app).post(`${follow}/words`).type('form').send({ body: 'Persimmon' }).expect(303)
  const word = await desk.db.challengeWord.findFirstOrThrow({ where: { challengeId: id } })
  await decide('editor', id, `words/${word.id}/first-look`, { decision: 'keep_back' })
  assert.doesNotMatch(await readPage(page), /Persimmon/)
  assert.equal(await desk.db.event.count({ where: { challengeId: id, action: 'challenge_words_kept_back' } }), 1)
})

test('a form that is sent twice, also at once, is one challenge with one address', async () => {
  const form = await fillIn(at.claim, { body: 'My finger slipped' })
  const send = () => visitor(desk.app).post(`${at.claim}/challenges`).type('form').send(form).expect(201)
  const answers = [...(await Promise.all([send(), send(), send()])), await send()]
  const links = new Set(answers.map(({ text }) => load(text)('textarea.secret').val()))
  assert.equal(links.size, 1)
  assert.equal(await desk.db.challenge.count({ where: { body: 'My finger slipped' } }), 1)
})

test('whoever fills in what nobody sees is answered like others, and nothing is kept', async () => {
  const before = await desk.db.challenge.count()
  const { page, follow } = await challenge(at.claim, { subject: 'Cheap containers' })
  assert.equal(await desk.db.challenge.count(), before)
  await visitor(desk.app).get(page).expect(404)
  await visitor(desk.app).get(follow).expect(404)
  const $ = load((await visitor(desk.app).get(`${at.claim}/challenge`).expect(200)).text)
  const trap = $('input[name=subject]')
  assert.equal(trap.attr('tabindex'), '-1')
  assert.equal(trap.attr('autocomplete'), 'off')
  assert.equal(trap.closest('[aria-hidden=true]').length, 1)
})

test('a form that lacks something comes back with the words in it and can be sent again', async () => {
  const send = (form: Words, path = at.statement) =>
    visitor(desk.app).post(`${path}/challenges`).type('form').send(form)
  const form = await fillIn(at.statement)
  assert.match((await send({ ...form, body: '  ' }).expect(422)).text, /Say what is wrong/)
  assert.match((await send({ ...form, kind: 'verdict' }).expect(422)).text, /Choose one of the list/)
  assert.match((await send({ ...form, body: 'x'.repeat(5001) }).expect(422)).text, /At most 5,000 characters/)
  const elsewhere = await fillIn(at.claim)
  for (const stamp of ['', 'none', elsewhere['stamp'] ?? '', `${form['stamp']}x`]) {
    const { text } = await send({ ...form, body: 'Keep these words', stamp }).expect(422)
    assert.match(text, /Your words are still below/)
    const $ = load(text)
    assert.match(String($('textarea[name=body]').val()), /Keep these words/)
    assert.notEqual($('input[name=stamp]').val(), stamp)
  }
  await send({ ...form, body: 'From another site' })
    .set({ 'Sec-Fetch-Site': 'cross-site' })
    .expect(403)
  const first = await visitor(desk.app).get(`${at.claim}/challenge`).expect(200)
  assert.equal(first.headers['cache-control'], 'no-store')
})

test('a program challenges with the stamp of the form that it was given', async () => {
  const { body: given } = await visitor(desk.app).get(`${at.claim}/challenge`).set(json).expect(200)
  const { stamp } = (given as { form: { values: { stamp: string } } }).form.values
  const { body } = await visitor(desk.app)
    .post(`${at.claim}/challenges`)
    .set(json)
    .send({ stamp, body: 'Sent by a program' })
    .expect(201)
  const { id, link } = body as { id: number; link: string }
  assert.equal((await desk.db.challenge.findUniqueOrThrow({ where: { id } })).body, 'Sent by a program')
  await visitor(desk.app).get(link.replace(desk.config.baseUrl, '')).set(json).expect(200)
})

/** The same desk behind a proxy, with limits that a test can reach. */
function limitedDesk(limits: { hour?: number; day?: number; waiting?: number }): Express {
  const environment = { NODE_ENV: 'test', BASE_URL: desk.config.baseUrl, TRUST_PROXY: '1', LOG_LEVEL: 'silent' }
  const config = readConfig({ ...environment, SESSION_SECRET: 'x'.repeat(32) }, '/dev/null')
  const { database } = desk
  return createApp({ config, database, log: pino({ level: 'silent' }), secret: 'limited', challenging: limits })
}

async function sendFrom(app: Express, address: string, body: string) {
  const browser = visitor(app)
  const form = await openForm(browser, `${at.claim}/challenge`, `${at.claim}/challenges`)
  return browser
    .post(`${at.claim}/challenges`)
    .set('X-Forwarded-For', address)
    .type('form')
    .send({ ...form, body })
}

test('from one network only so many are taken in, and which network that was is not kept', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  const app = limitedDesk({ hour: 2 })
  const statuses = []
  for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.7', '203.0.113.8']) {
    statuses.push((await sendFrom(app, address, `From ${statuses.length}`)).status)
  }
  assert.deepEqual(statuses, [201, 201, 429, 201])
  const subscriber = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::1', '2001:db8:1:2:3::9', '2001:db8:1:3::1']
  const answers = []
  for (const [i, address] of subscriber.entries()) answers.push(await sendFrom(app, address, `Six ${i}`))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 429, 201],
  )
  const refused = answers[2] ?? assert.fail()
  assert.match(refused.text, /Six 2<\/textarea>/)
  assert.match(refused.text, /Too many challenges came from where you are. Try again in 60 minutes/)
  assert.ok(Number(refused.headers['retry-after']) > 3000)
  assert.equal(await desk.db.challenge.count({ where: { body: 'Six 2' } }), 0)
  const kept = JSON.stringify(
    await desk.db.$queryRaw`SELECT "key", "points" FROM "Guess" WHERE "key" LIKE 'challenge%'`,
  )
  assert.doesNotMatch(kept, /203\.0\.113|2001:db8/)

  const byDay = limitedDesk({ hour: 1000, day: 1 })
  assert.equal((await sendFrom(byDay, '203.0.113.20', 'Day 1')).status, 201)
  const second = await sendFrom(byDay, '203.0.113.20', 'Day 2')
  assert.equal(second.status, 429)
  assert.match(second.text, /Try again in 24 hours/)
  assert.ok(Number(second.headers['retry-after']) > 86_000)
})

test('where as many wait as can be read, no more are taken in, and the words are given back', async () => {
  const app = limitedDesk({ waiting: await desk.db.challenge.count({ where: { state: 'waiting' } }) })
  const { status, text, headers } = await sendFrom(app, '203.0.113.30', 'One too many')
  assert.equal(status, 503)
  assert.equal(headers['retry-after'], '3600')
  assert.match(text, /More challenges are waiting than we can read/)
  assert.match(text, /One too many<\/textarea>/)
})

test('an admin removes a challenger’s words for good, and readers are told that and why', async () => {
  const { id, page, follow } = await challenge(at.claim, {
    body: 'Her son Aron did it',
    shows: 'Aron',
    name: 'Aronson',
  })
  await visitor(desk.app).post(`${follow}/words`).type('form').send({ body: 'Aron, I said' }).expect(303)
  await open(id)
  await decide('admin', id, 'redaction', { reason: '' }, 422)
  await decide('admin', id, 'redaction', { reason: 'It names a child' })
  for (const path of [page, follow, '/challenges', at.claim]) {
    const { text } = await browsers.admin.get(path).redirects(1).expect(200)
    assert.doesNotMatch(text, /Aron/, path)
  }
  assert.match(await readPage(page), /words of this challenge were removed on .* because: It names a child/)
  const kept = [await desk.db.challenge.findMany({ where: { id } }), await desk.db.challengeWord.findMany()]
  assert.doesNotMatch(JSON.stringify(kept), /Aron/)
  await decide('reviewer', id, 'resolution', uphold)
})

test('what was said of a thing stays when it is withdrawn, without the words that are not public any more', async () => {
  const other = await makeDocument(desk.db)
  const statement = await recordOn(desk.db, other.id, { quote: 'The quay is sinking' })
  await publish(desk.db, other.id)
  const path = `/statements/${statement.id}`
  const { id, page } = await challenge(path, { kind: 'speaker', body: 'It was her deputy' })
  await open(id)
  assert.match(await readPage(page), /The quay is sinking/)
  await decide('reviewer', id, 'resolution', uphold)
  await browsers.reviewer.post(`${path}/withdrawal`).type('form').send({ reason: 'It was her deputy' }).expect(303)
  assert.match(await readPage(path, 410), new RegExp(`Challenged: no. ${id}`))
  const rest = await readPage(page)
  assert.match(rest, /statement that it is about is not published any more.*It was her deputy.*Upheld/)
  assert.doesNotMatch(rest, /quay is sinking/)
  for (const [where, accept] of [
    [page, 'application/json'],
    ['/challenges', 'application/json'],
    ['/challenges', 'text/html'],
  ] as const) {
    const { text } = await visitor(desk.app).get(where).set('Accept', accept).expect(200)
    assert.doesNotMatch(text, /quay is sinking|quay-is-sinking/, `${where} as ${accept}`)
  }
  await visitor(desk.app).get(`${path}/challenge`).expect(410)
})

import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import { formatShortDate } from '../src/words/dates.ts'
import { openNewsroomAtWork } from './support/at-work.ts'
import { giveVerdictOn, makeAccount, makeDocument, publish, recordOn, signIn, visitor } from './support/world.ts'

const { app, db, accounts, browsers, workOf, actionsOn, makeClaim, desk, titlesAt, close } = await openNewsroomAtWork()
after(close)
const json = { Accept: 'application/json' }
/** So that no day ends between what a test says of tomorrow and what the desk says of it. */
const holdClock = ({ mock }: TestContext) => mock.timers.enable({ apis: ['Date'], now: Date.now() })
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('whoever signs in comes to the desk, where nothing waits for them yet', async () => {
  const { email, password } = await makeAccount(db, 'editor', { name: 'Nora New', email: 'nora@coastwire.example' })
  const browser = visitor(app)
  const done = await browser.post('/session').type('form').send({ email, password }).expect(303)
  assert.equal(done.headers['location'], '/desk')
  const $ = load((await browser.get('/desk').expect(200)).text)
  assert.equal($('h1').text(), 'Desk')
  assert.match($('.empty').text(), /Nothing is assigned to you.*Unassigned/s)
  assert.equal($('nav[aria-label=Main] a').first().attr('href'), '/desk')
  assert.equal($('.tabs [aria-current]').text().trim(), 'Assigned to me 0')
})

test('the desk opens with what waits for this person: reviews asked by others, what came back and why, what was published', async () => {
  const nora = await makeAccount(db, 'editor', { name: 'Nora Vik', email: 'nora.vik@coastwire.example' })
  const rolf = await makeAccount(db, 'reviewer', { name: 'Rolf Dahl', email: 'rolf@coastwire.example' })
  const [editor, reviewer] = [await signIn(app, nora), await signIn(app, rolf)]
  const bring = async (title: string, as = editor) => {
    const sent = { title, publisher: 'Coast Wire', text: `${title}: the quay of Port Ansel is sinking.` }
    return ((await as.post('/documents').set(json).send(sent).expect(201)).body as { id: number }).id
  }
  const act = (as: typeof editor, path: string, sent: object = {}) => as.post(path).set(json).send(sent).expect(200)
  const waiting = async (as: typeof editor) => {
    const $ = load((await as.get('/desk').expect(200)).text)
    return $('.waiting .columns > section')
      .map((_, part) => $(part).text().replace(/\s+/g, ' ').trim())
      .get()
      .join('\n')
  }
  const [asked, back, shown] = [await bring('Asked for'), await bring('To be mended'), await bring('Shown to all')]
  assert.equal((await workOf({ documentId: asked })).assigneeId, nora.id, 'who imports has it')
  for (const id of [asked, back]) await act(editor, `/documents/${id}/review`)
  const own = await bring('A reviewer’s own', reviewer)
  await act(reviewer, `/documents/${own}/review`)
  assert.match(await waiting(reviewer), /To review.*Asked for Asked for by Nora Vik.*To be mended/)
  assert.doesNotMatch(await waiting(reviewer), /A reviewer’s own/, 'somebody else has to look at it')
  assert.match(await waiting(browsers.reviewer), /A reviewer’s own/)

  await act(reviewer, `/documents/${back}/return`, { reason: 'Which quay is meant?' })
  const statement = await recordOn(db, shown, { quote: 'is sinking' })
  const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: nora.id })
  assert.doesNotMatch(await waiting(reviewer), /Verdicts to publish/, 'it goes with its document')
  await publish(db, shown, { by: rolf.id })
  const told = await waiting(editor)
  assert.match(told, /Came back to you Document: To be mended Sent back by Rolf Dahl, .*: Which quay is meant\?/)
  assert.match(told, /Published since .* Document: Shown to all Published by Rolf Dahl/)
  assert.doesNotMatch(told, /To review/, 'an editor reviews nothing')
  assert.match(await waiting(reviewer), /Verdicts to publish Document: Shown to all 1 verdict by others/)
  assert.doesNotMatch(await waiting(browsers.colleague), /Shown to all|To be mended/, 'nor do others have it')

  await act(reviewer, `/verdicts/${verdict.id}/return`, { reason: 'Which minute?' })
  assert.match(await waiting(editor), /Verdicts that came back to you.*is sinking.*Rolf Dahl.*: Which minute\?/)
  assert.doesNotMatch(await waiting(reviewer), /Verdicts to publish/)
})

test('a document and a claim are on the desk from the moment they are made, and follow what becomes of them', async () => {
  const { documentId, claimId } = await makeClaim({ title: 'Ferry to close', sentence: 'The ferry will close' })
  assert.deepEqual((await titlesAt('view=unassigned&q=ferry')).toSorted(), ['Ferry to close', 'The ferry will close'])
  await publish(db, documentId, { claimIds: [claimId] })
  assert.deepEqual(await titlesAt('view=open&q=ferry'), [], 'what is published is done')
  assert.deepEqual((await titlesAt('view=open&q=ferry&state=published')).length, 2)
  assert.equal((await workOf({ documentId })).isOpen, false)
})

test('an editor takes something, sets a day and a priority, and everybody sees that', async (t) => {
  holdClock(t)
  const { documentId } = await makeClaim({ title: 'Night buses' })
  const work = await workOf({ documentId })
  const list = load((await browsers.editor.get('/desk?view=unassigned&q=night+buses').expect(200)).text)
  const form = list(`form.take-it[action="/work/${work.id}"]`)
  assert.equal(form.length, 1)
  const taken = Object.fromEntries(
    form
      .find('input')
      .map((_, input) => [[list(input).attr('name'), list(input).val()]])
      .get(),
  )
  const back = await browsers.editor.post(`/work/${work.id}`).type('form').send(taken).expect(303)
  assert.match(back.headers['location'] as string, /^\/desk\?view=unassigned/)

  const sent = { revision: work.revision + 1, due: day(1), priority: 'urgent', back: `/documents/${documentId}/desk` }
  await browsers.editor.post(`/work/${work.id}`).type('form').send(sent).expect(303)
  const own = load((await browsers.editor.get(`/documents/${documentId}/desk`).expect(200)).text)
  assert.match(own('.work .work-line').text(), /Yours, due tomorrow, urgent\./)
  const others = load((await browsers.colleague.get('/desk?view=open&q=night+buses').expect(200)).text)
  const row = others('.worklist tbody tr').text().replace(/\s+/g, ' ')
  assert.match(row, new RegExp(`Edda Nowak ${formatShortDate(new Date(day(1)))} urgent`, 'i'))
  assert.deepEqual(await titlesAt('view=mine&q=night+buses'), ['Night buses'])

  const events = await db.event.findMany({ where: { documentId, action: 'work_changed' }, orderBy: { id: 'asc' } })
  assert.deepEqual(events[0]?.after, { assignee: 'Edda Nowak', due: '', priority: 'normal priority' })
  assert.equal(events[1]?.accountId, accounts.editor.id)
  const activity = load((await browsers.reviewer.get('/activity').expect(200)).text)
  assert.match(activity('.events').text(), /changed the assignee, due date or priority of Night buses/)
})

test('whoever changes what somebody else has just changed is shown what stands there now, and loses nothing', async (t) => {
  holdClock(t)
  const { claimId } = await makeClaim({ sentence: 'The mole is safe' })
  const work = await workOf({ claimId })
  const path = `/work/${work.id}`
  await browsers.colleague.post(path).type('form').send({ revision: 1, assignee: 'me' }).expect(303)
  const late = { revision: 1, assignee: '@edda-nowak', due: day(3), priority: 'high' }
  const page = load((await browsers.editor.post(path).type('form').send(late).expect(409)).text)
  assert.match(page('[role=alert]').text(), /Somebody changed this after you opened it/)
  assert.match(
    page('.conflict').text(),
    /Ines Vidal changed this.*Assignee.*Edda Nowak.*The text as it is now.*Ines Vidal/s,
  )
  assert.equal(page(`#work-${work.id}-due`).val(), late.due)
  assert.equal((await workOf({ claimId })).assigneeId, accounts.colleague.id, 'nothing is overwritten')

  const again = Object.fromEntries(
    page('form.work-form')
      .find('input:not([type=radio]), input[checked], select')
      .map((_, field) => [[page(field).attr('name'), page(field).val()]])
      .get(),
  )
  await browsers.editor.post(path).type('form').send(again).expect(303)
  assert.equal((await workOf({ claimId })).assigneeId, accounts.editor.id)
})

test('days that no calendar has, unknown priorities and people who are not here are refused in words', async () => {
  const { claimId } = await makeClaim({ sentence: 'The lock is old' })
  const { id } = await workOf({ claimId })
  const leaving = await makeAccount(db, 'editor', { name: 'Leo Gone', email: 'leo@coastwire.example' })
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  const refused = async (sent: object, said: RegExp) => {
    const { body } = await browsers.editor
      .post(`/work/${id}`)
      .set(json)
      .send({ revision: 1, ...sent })
      .expect(422)
    assert.match((body as { detail: string }).detail, said)
  }
  await refused({ due: '2026-02-31' }, /no date “2026-02-31”/)
  await refused({ due: '2026-02' }, /Write it as 7 October 2021/)
  await refused({ due: '\0' }, /no text/)
  await refused({ priority: 'very' }, /Choose one/)
  await refused({ assignee: 'Leo Gone' }, /can no longer sign in/)
  await refused({ assignee: '@leo-gone' }, /can no longer sign in/)
  await refused({ assignee: '<script>alert(1)</script>' }, /Nobody here is called/)
  await refused({ assignee: '%' }, /Nobody here is called/)
  await refused({ assignee: 'x'.repeat(300) }, /At most/)
  await refused({ revision: 'x' }, /./)
  assert.equal((await workOf({ claimId })).revision, 1)
  assert.deepEqual(await actionsOn({ claimId }).then((all) => all.filter((one) => one === 'work_changed')), [])
})

test('two colleagues of one name are told apart by what mentions call them', async () => {
  const { claimId } = await makeClaim({ sentence: 'The crane is new' })
  const { id } = await workOf({ claimId })
  for (const n of [1, 2]) await makeAccount(db, 'editor', { name: 'Kim Lee', email: `kim${n}@coastwire.example` })
  const { body } = await browsers.editor
    .post(`/work/${id}`)
    .set(json)
    .send({ revision: 1, assignee: 'kim lee' })
    .expect(422)
  assert.match((body as { detail: string }).detail, /@kim-lee or @kim-lee-2/)
  await browsers.editor.post(`/work/${id}`).set(json).send({ revision: 1, assignee: '@kim-lee-2' }).expect(200)
})

test('a day that is past is taken, and said to be past', async (t) => {
  holdClock(t)
  const { claimId } = await makeClaim({ sentence: 'The tide table is wrong' })
  const { id } = await workOf({ claimId })
  const { body } = await browsers.editor
    .post(`/work/${id}`)
    .set(json)
    .send({ revision: 1, due: day(-1) })
    .expect(200)
  assert.match((body as { notice: string }).notice, /past already.*overdue since yesterday/)
  const page = load((await browsers.editor.get('/desk?view=open&due=overdue&q=tide').expect(200)).text)
  assert.match(page('.worklist .due').text(), /Overdue/)
  assert.equal(page('.worklist .due time').attr('title'), 'overdue since yesterday')
})

test('someone who has left keeps what they had until it is given to another, and the rest of it can be changed', async () => {
  const { claimId } = await makeClaim({ sentence: 'The harbour master resigned' })
  const work = await workOf({ claimId })
  const leaving = await makeAccount(db, 'editor', { name: 'Pia Left', email: 'pia@coastwire.example' })
  await db.work.update({ where: { id: work.id }, data: { assigneeId: leaving.id } })
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  const page = load((await browsers.editor.get(`/work/${work.id}`).expect(200)).text)
  assert.match(page('.work-line').text(), /Pia Left, who can no longer sign in/)
  const sent = { revision: 1, assignee: page('select[name=assignee]').val(), priority: 'high' }
  await browsers.editor.post(`/work/${work.id}`).set(json).send(sent).expect(200)
  assert.equal((await workOf({ claimId })).priority, 'high')
})

test('each filter finds what it says, together with the others, and a filter that is none is told so', async (t) => {
  holdClock(t)
  const bridge = await makeClaim({
    title: 'Bridge report',
    sentence: 'The bridge sways',
    topics: 'Bridges',
    publisher: 'River Post',
  })
  const claim = await workOf({ claimId: bridge.claimId })
  const doc = await workOf({ documentId: bridge.documentId })
  await db.work.update({
    where: { id: claim.id },
    data: { assigneeId: accounts.colleague.id, dueOn: new Date(day(3)), priority: 'high' },
  })
  await db.work.update({ where: { id: doc.id }, data: { dueOn: new Date(day(-3)) } })
  const finds = async (query: string, ids: number[]) =>
    assert.deepEqual((await desk(query)).works.map(({ id }) => id).toSorted(), ids.toSorted(), query)
  const both = [doc.id, claim.id]
  await finds('view=open&q=BRIDGE', both)
  await finds('view=open&q=bridge+sways', [claim.id])
  await finds('view=open&q=bridge&kind=document', [doc.id])
  await finds('view=open&q=bridge&kind=claim', [claim.id])
  await finds(`view=open&q=bridge&assignee=${accounts.colleague.id}`, [claim.id])
  await finds('view=open&q=bridge&assignee=me', [])
  await finds('view=open&q=bridge&assignee=nobody', [doc.id])
  await finds('view=open&q=bridge&due=week', [claim.id])
  await finds('view=open&q=bridge&due=overdue', [doc.id])
  await finds('view=open&q=bridge&due=none', [])
  await finds('view=open&priority=high&q=bridge', [claim.id])
  await finds('view=open&topic=bridges', [claim.id])
  await finds('view=open&publisher=river', [doc.id])
  await finds('view=open&q=%25bridge', [])
  await finds('view=open&q=bridge&state=in_review', [])
  await finds('view=open&q=bridge&sort=due', both)
  assert.deepEqual(
    (await desk('view=open&q=bridge&sort=due')).works.map(({ id }) => id),
    [doc.id, claim.id],
  )
  assert.deepEqual(
    (await desk('view=open&q=bridge')).works.map(({ id }) => id),
    [claim.id, doc.id],
  )

  for (const bad of [
    'due=soon',
    'view=every',
    'priority=1',
    'assignee=x',
    'kind=note',
    'sort=up',
    'state=gone',
    'after=1',
    'after=low.2026-02-31.1',
    `q=${'x'.repeat(201)}`,
    'q=%00',
  ])
    await browsers.editor.get(`/desk?${bad}`).expect(400)
})

test('a long list goes on from page to page, each thing once, whatever is added meanwhile', async () => {
  for (let n = 0; n < 60; n++) await db.claim.create({ data: { sentence: `Paged claim ${n}` } })
  for (const sort of ['priority', 'due', 'age']) {
    const seen: number[] = []
    let at: string | null = `/desk?view=unassigned&q=paged&sort=${sort}`
    while (at) {
      const page = (await browsers.editor.get(at).set(json).expect(200)).body as {
        works: { id: number }[]
        next: string | null
      }
      seen.push(...page.works.map(({ id }) => id))
      at = page.next
      if (seen.length === 25) await db.claim.create({ data: { sentence: `Another paged one, ${sort}` } })
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.ok(seen.length >= 60)
  }
  const page = load((await browsers.editor.get('/desk?view=unassigned&q=paged').expect(200)).text)
  assert.equal(page('.worklist tbody tr').length, 25)
  assert.equal(page('.worklist select[name=assignee]').length, 0)
  assert.match(page('h2').first().text(), /^Unassigned \(6\d\)$/)
})

test('counts stop at 999', async () => {
  await db.claim.createMany({ data: Array.from({ length: 1100 }, (_, n) => ({ sentence: `Counted ${n}` })) })
  const page = load((await browsers.editor.get('/desk').expect(200)).text)
  assert.match(page('.tabs').text(), /Unassigned 999\+/)
  await db.claim.updateMany({
    where: { sentence: { startsWith: 'Counted' } },
    data: { state: 'withdrawn', withdrawnReason: 'Only counted', withdrawnAt: new Date() },
  })
})

test('a document says how much of it is decided, checked and waiting', async () => {
  const document = await makeDocument(db, { title: 'Progress of a report' })
  const version = await db.version.findFirstOrThrow({ where: { documentId: document.id } })
  const found = {
    content: [{ start: 0, end: 4 }],
    hops: [],
    mode: 'direct',
    act: 'says',
    polarity: 'positive',
    rule: 'x',
    reason: 'x',
  }
  const common = { versionId: version.id, found, confidence: 0.5 }
  await db.suggestion.createMany({
    data: [
      { ...common, start: 0, place: '0-4' },
      { ...common, start: 9, place: '9-14', state: 'dismissed', decidedAt: new Date() },
    ],
  })
  const checked = await recordOn(db, document.id)
  await recordOn(db, document.id, {
    quote: 'The quay is sinking',
    hops: [{ source: 'Lena Okafor' }, { naming: 'unstated' }],
    unfinished: true,
  })
  await giveVerdictOn(db, { statementId: checked.id }, { by: accounts.editor.id })

  const line =
    '1 of 2 suggestions decided, 2 attributions to check, 1 verdict waiting for a reviewer, 1 statement still in draft.'
  const list = load((await browsers.editor.get('/desk?view=open&q=progress').expect(200)).text)
  assert.equal(list('.worklist .meta').first().text(), line)
  const own = load((await browsers.reviewer.get(`/documents/${document.id}/desk`).expect(200)).text)
  const links = own('.progress-line a')
    .map((_, a) => [[own(a).text(), own(a).attr('href')]])
    .get()
  assert.deepEqual(links, [
    ['1 of 2 suggestions decided', '#suggestions'],
    ['2 attributions to check', '#statements'],
    ['1 verdict waiting for a reviewer', `/documents/${document.id}/publication`],
    ['1 statement still in draft', '#statements'],
  ])
})

test('a verdict that a reviewer sent back waits for a reviewer no more', async () => {
  const document = await makeDocument(db, { title: 'Sent back to its writer' })
  const { id: statementId } = await recordOn(db, document.id)
  const verdict = await giveVerdictOn(db, { statementId }, { by: accounts.editor.id })
  const line = async () =>
    load((await browsers.editor.get(`/documents/${document.id}/desk`).expect(200)).text)('.progress-line').text()
  assert.match(await line(), /1 verdict waiting for a reviewer/)
  await browsers.reviewer.post(`/verdicts/${verdict.id}/return`).set(json).send({ reason: 'Ask again' }).expect(200)
  assert.doesNotMatch(await line(), /waiting for a reviewer/)
})

test('a verdict of “unverified” checks nothing', async () => {
  const { documentId, statementId } = await makeClaim({ title: 'Unverified verdicts' })
  await giveVerdictOn(db, { statementId }, { by: accounts.editor.id, rating: 'unverified' })
  const page = load((await browsers.editor.get(`/documents/${documentId}/desk`).expect(200)).text)
  assert.match(page('.progress-line').text(), /1 attribution to check/)
})

test('nothing is left to do on what was withdrawn', async () => {
  const { claimId } = await makeClaim({ sentence: 'Withdrawn work' })
  const { id } = await workOf({ claimId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'Doubtful' }).expect(200)
  await browsers.reviewer.post(`/claims/${claimId}/withdrawal`).set(json).send({ reason: 'Wrong' }).expect(200)
  const work = await workOf({ claimId })
  assert.equal(work.isOpen, false)
  assert.equal(work.recheckReason, null)
  await browsers.editor.post(`/work/${id}`).set(json).send({ revision: 1, assignee: 'me' }).expect(422)
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'Still' }).expect(422)
  load((await browsers.editor.get(`/work/${id}`).expect(200)).text)
})

test('somebody keeps a list by name, renames it, replaces it, deletes it and brings it back', async () => {
  const save = (sent: object) => browsers.editor.post('/desk/filters').type('form').send(sent)
  const page = load((await browsers.editor.get('/desk?view=open&due=overdue&kind=claim').expect(200)).text)
  const link = page('a[href^="/desk/filters?query="]').attr('href') ?? ''
  const form = load((await browsers.editor.get(link).expect(200)).text)
  const query = form('input[name=query]').val()
  assert.equal(query, 'view=open&kind=claim&due=overdue')
  const evil = '<img src=x onerror=alert(1)>'
  const saved = await save({ name: evil, query }).expect(303)
  assert.equal(saved.headers['location'], '/desk?view=open&kind=claim&due=overdue')
  const list = load((await browsers.editor.get('/desk').expect(200)).text)
  assert.equal(list('.saved a').text(), evil)
  assert.equal(list('.saved img').length, 0)
  assert.equal(
    load((await browsers.colleague.get('/desk').expect(200)).text)('.saved a').length,
    0,
    'they are one’s own',
  )

  const { id } = await db.savedFilter.findFirstOrThrow({ where: { name: evil } })
  await browsers.editor.post(`/desk/filters/${id}`).type('form').send({ name: 'Overdue' }).expect(303)
  const again = load((await save({ name: 'OVERDUE', query: 'view=mine' }).expect(422)).text)
  assert.match(again('[role=alert]').text(), /Tick the box/)
  assert.equal(again('input[name=overwrite]').length, 1)
  await save({ name: 'OVERDUE', query: 'view=mine', overwrite: 'true' }).expect(303)
  assert.equal((await db.savedFilter.findUniqueOrThrow({ where: { id } })).query, 'view=mine')

  await save({ name: 'Second', query: 'view=review' }).expect(303)
  const taken = load(
    (await browsers.editor.post(`/desk/filters/${id}`).type('form').send({ name: 'second' }).expect(422)).text,
  )
  assert.match(taken('.error').text(), /named “Second” already/)

  await browsers.editor.post(`/desk/filters/${id}/removal`).type('form').send({}).expect(303)
  const gone = load((await browsers.editor.get('/desk/filters').expect(200)).text)
  assert.match(gone('form.undo').text(), /Deleted last: “OVERDUE”/)
  assert.equal(load((await browsers.editor.get('/desk').expect(200)).text)('.saved a').length, 1)
  await browsers.editor.post(`/desk/filters/${id}/restoration`).type('form').send({}).expect(303)
  assert.equal(load((await browsers.editor.get('/desk').expect(200)).text)('.saved a').length, 2)
})

test('nobody touches another’s lists, keeps more than fifty, or keeps what is no list', async () => {
  const { id: accountId } = accounts.colleague
  const { id } = await db.savedFilter.create({ data: { accountId, name: 'Hers', query: 'view=mine' } })
  for (const path of [`/desk/filters/${id}`, `/desk/filters/${id}/removal`, `/desk/filters/${id}/restoration`])
    await browsers.editor.post(path).set(json).send({ name: 'Mine now' }).expect(404)
  await db.savedFilter.createMany({
    data: Array.from({ length: 49 }, (_, n) => ({ accountId, name: `List ${n}`, query: '' })),
  })
  const save = (sent: object) => browsers.colleague.post('/desk/filters').set(json).send(sent).expect(422)
  assert.match(((await save({ name: 'One more', query: '' })).body as { detail: string }).detail, /at most \d+ lists/)
  await save({ name: '', query: '' })
  await save({ name: 'x'.repeat(61), query: '' })
  await save({ name: 'a\0b', query: '' })
  await save({ name: 'Hers', query: 'view=everything' })
  assert.equal(await db.savedFilter.count({ where: { accountId } }), 50)
})

test('readers have no desk, and a claim’s page shows them nothing of who works on it', async () => {
  const { documentId, claimId } = await makeClaim({ sentence: 'Readers see only this' })
  await publish(db, documentId, { claimIds: [claimId] })
  const { id } = await workOf({ claimId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'A secret doubt' }).expect(200)
  const reader = visitor(app)
  for (const path of ['/desk', `/work/${id}`, '/desk/bulk', '/desk/filters'])
    await reader.get(path).set(json).expect(401)
  const page = await reader.get(`/claims/${claimId}`).redirects(1).expect(200)
  assert.doesNotMatch(page.text, /secret doubt|who has it/i)
  const { body } = await reader.get(`/claims/${claimId}`).set(json).expect(200)
  assert.equal((body as { work: unknown }).work, null)
})

test('someone whose account is disabled while at work changes nothing more', async () => {
  const leaving = await makeAccount(db, 'editor', { name: 'Ola Out', email: 'ola@coastwire.example' })
  const browser = await signIn(app, leaving)
  const { claimId } = await makeClaim({ sentence: 'The last claim' })
  const { id } = await workOf({ claimId })
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  await browser.post(`/work/${id}`).set(json).send({ revision: 1, assignee: 'me' }).expect(401)
  assert.equal((await workOf({ claimId })).assigneeId, null)
})

test('the desk says nothing of what is not there', async () => {
  await browsers.editor.get('/work/999999').set(json).expect(404)
  await browsers.editor.post('/work/999999').set(json).send({ revision: 1 }).expect(404)
  await browsers.editor.post('/work/999999/recheck').set(json).send({ reason: 'x' }).expect(404)
  await browsers.editor.post('/work/999999/settlement').set(json).send({}).expect(404)
})

test('whoever is led on after a change is led to an address of ours', async () => {
  const { claimId } = await makeClaim({ sentence: 'Led away' })
  const { id } = await workOf({ claimId })
  for (const [n, back] of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example'].entries()) {
    const done = await browsers.editor
      .post(`/work/${id}`)
      .type('form')
      .send({ revision: n + 1, back })
      .expect(303)
    assert.equal(done.headers['location'], '/desk')
  }
})

import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import { askRecheck } from '../src/recheck/recheck.ts'
import { formatShortDate } from '../src/words/dates.ts'
import { openTestDesk } from './support/desk.ts'
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

const { app, db, close } = await openTestDesk()
after(close)
const accounts = {
  editor: await makeAccount(db, 'editor'),
  colleague: await makeAccount(db, 'editor', { name: 'Ines Vidal', email: 'ines@coastwire.example' }),
  reviewer: await makeAccount(db, 'reviewer'),
}
const browsers = {
  editor: await signIn(app, accounts.editor),
  colleague: await signIn(app, accounts.colleague),
  reviewer: await signIn(app, accounts.reviewer),
}
const json = { Accept: 'application/json' }
/** So that no day ends between what a test says of tomorrow and what the desk says of it. */
const holdClock = ({ mock }: TestContext) => mock.timers.enable({ apis: ['Date'], now: Date.now() })
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const workOf = (of: { documentId: number } | { claimId: number }) => db.work.findFirstOrThrow({ where: of })
const recheckOf = async (of: { documentId: number } | { claimId: number }) => (await workOf(of)).recheckReason
const actionsOn = async (of: { documentId: number } | { claimId: number }) =>
  (await db.event.findMany({ where: of, orderBy: { id: 'asc' } })).map(({ action }) => action)

/** A document with one statement that makes one claim. */
async function makeClaim(given: { topics?: string; sentence?: string; title?: string; publisher?: string } = {}) {
  const { topics, sentence, ...document } = given
  const { id: documentId } = await makeDocument(db, document)
  const statement = await recordOn(db, documentId)
  const { id: claimId } = await stateClaim(db, statement.id, {
    ...(topics && { topics }),
    ...(sentence && { sentence }),
  })
  return { documentId, statementId: statement.id, hopId: statement.hops[0]?.id ?? 0, claimId }
}

async function desk(query: string, browser = browsers.editor) {
  const { body } = await browser.get(`/desk?${query}`).set(json).expect(200)
  return body as {
    works: { id: number; title: string; path: string; documentId: number | null }[]
    total: string
    next: string | null
  }
}
const titlesAt = async (query: string, browser = browsers.editor) =>
  (await desk(query, browser)).works.map(({ title }) => title)

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

test('a statement that is restored asks for a second look at what rests on it, as its withdrawal did', async () => {
  const { statementId, claimId } = await makeClaim()
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await browsers.editor.post(`/statements/${statementId}/withdrawal`).set(json).send({ reason: 'Misread' }).expect(200)
  await browsers.editor.post(`/statements/${statementId}/restoration`).set(json).send({}).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', new RegExp(`Statement ${statementId} was restored`))
})

test('a verdict of “unverified” checks nothing', async () => {
  const { documentId, statementId } = await makeClaim({ title: 'Unverified verdicts' })
  await giveVerdictOn(db, { statementId }, { by: accounts.editor.id, rating: 'unverified' })
  const page = load((await browsers.editor.get(`/documents/${documentId}/desk`).expect(200)).text)
  assert.match(page('.progress-line').text(), /1 attribution to check/)
})

test('when a statement is changed or withdrawn, the claims judged by it need a second look, until a new verdict', async () => {
  const { statementId, claimId, documentId } = await makeClaim()
  const edit = (quote: string, revision: number) =>
    browsers.editor.post(`/statements/${statementId}`).set(json).send({ quote, mode: 'direct', hops: [], revision })
  await edit('The quay is sinking', 1).expect(200)
  assert.equal(await recheckOf({ claimId }), null, 'nothing was judged')

  const first = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await edit('The quay is sinking', 2).expect(200)
  assert.equal(await recheckOf({ claimId }), null, 'saving without a change is none')
  await edit('everyone knows it', 3).expect(200)
  assert.equal(await recheckOf({ claimId }), `Statement ${statementId} was changed`)
  const page = load((await browsers.editor.get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.match(page('.recheck').text(), /Needs a second look.*Statement \d+ was changed/s)
  const list = load((await browsers.editor.get('/desk?view=recheck').expect(200)).text)
  assert.match(list('.worklist').text(), /was changed/)

  await browsers.editor.post(`/statements/${statementId}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', /was changed\nStatement \d+ was withdrawn/)
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id, supersedesId: first.id })
  assert.equal(await recheckOf({ claimId }), null)
  assert.deepEqual(
    (await actionsOn({ claimId })).filter((action) => action.startsWith('work')),
    ['work_recheck_asked', 'work_recheck_asked', 'work_recheck_settled'],
  )
  assert.equal(await recheckOf({ documentId }), null)
})

test('when the words of a statement change, a verdict on who said them needs a second look too', async () => {
  const { statementId, documentId, hopId } = await makeClaim()
  const onStatement = await giveVerdictOn(db, { statementId }, { by: accounts.editor.id })
  const sent = {
    quote: 'The quay is sinking',
    mode: 'direct',
    revision: 1,
    hops: [{ id: hopId, source: 'Lena Okafor', cue: 'said' }],
  }
  await browsers.editor.post(`/statements/${statementId}`).set(json).send(sent).expect(200)
  assert.equal(await recheckOf({ documentId }), `Statement ${statementId} was changed`)
  assert.deepEqual((await workOf({ documentId })).recheckStatements, [statementId])
  await giveVerdictOn(db, { statementId }, { by: accounts.editor.id, supersedesId: onStatement.id })
  assert.equal(await recheckOf({ documentId }), null)
})

test('a statement settled by a new verdict is asked for again when what it rests on changes once more', async () => {
  const origin = await makeDocument(db, { title: 'What both rest on' })
  const said = await recordOn(db, origin.id)
  const { id: documentId } = await makeDocument(db, { title: 'Two that rest on it' })
  const resting = async (quote: string) => {
    const hops = [{ source: 'Lena Okafor', cue: 'said', upstreamId: said.id }]
    const { id } = await recordOn(db, documentId, { quote, hops })
    return { id, verdict: await giveVerdictOn(db, { statementId: id }, { by: accounts.editor.id }) }
  }
  const [one, other] = [await resting('The quay is sinking'), await resting('everyone knows it')]
  const edit = (quote: string, revision: number) =>
    browsers.editor
      .post(`/statements/${said.id}`)
      .set(json)
      .send({ quote, mode: 'direct', hops: [], revision })
      .expect(200)
  const asked = async () => (await workOf({ documentId })).recheckStatements.toSorted((a, b) => a - b)
  const times = async () => (await actionsOn({ documentId })).filter((one) => one === 'work_recheck_asked').length

  await edit('The quay is sinking', 1)
  assert.deepEqual(await asked(), [one.id, other.id])
  await giveVerdictOn(db, { statementId: one.id }, { by: accounts.editor.id, supersedesId: one.verdict.id })
  assert.deepEqual(await asked(), [other.id])
  await edit('everyone knows it', 2)
  assert.deepEqual(await asked(), [one.id, other.id])
  assert.equal(await recheckOf({ documentId }), `Statement ${said.id} was changed`, 'said once')
  assert.equal(await times(), 2)
  await edit('The quay is sinking', 3)
  assert.equal(await times(), 2, 'both are asked for already')
})

test('a statement newly linked to a claim whose verdict readers see may change it; with a draft verdict it does not', async () => {
  const { claimId } = await makeClaim()
  const { id: draft } = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  const link = async () => {
    const other = await makeDocument(db)
    const statement = await recordOn(db, other.id)
    await stateClaim(db, statement.id, { claimId })
    return statement.id
  }
  await link()
  assert.equal(await recheckOf({ claimId }), null)
  await browsers.reviewer.post(`/verdicts/${draft}/publication`).set(json).send({}).expect(200)
  const linked = await link()
  assert.equal(await recheckOf({ claimId }), `Statement ${linked} was linked to it`)
})

test('when a document is corrected or withdrawn, whatever was judged with it as evidence or upstream is looked at again', async () => {
  const origin = await makeDocument(db, { title: 'Recording of the mayor' })
  const said = await recordOn(db, origin.id)
  await publish(db, origin.id)
  const evidence = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay sinks' })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by: accounts.editor.id, evidence })
  const quoting = await makeDocument(db, { title: 'Quoting the mayor' })
  const passedOn = await recordOn(db, quoting.id, {
    hops: [{ source: 'Lena Okafor', cue: 'said', upstreamId: said.id }],
  })
  const hop = passedOn.hops[0]
  await giveVerdictOn(db, { hopId: hop?.id ?? 0 }, { by: accounts.editor.id })
  const unjudged = await makeClaim({ sentence: 'Nobody judged this' })

  const { revision } = await db.document.findUniqueOrThrow({ where: { id: origin.id } })
  const edited = {
    title: 'Transcript of the mayor',
    publisher: 'Coast Wire',
    correction: 'It is a transcript',
    revision,
  }
  await browsers.reviewer.post(`/documents/${origin.id}`).set(json).send(edited).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), `Document ${origin.id} was corrected`)
  assert.equal(await recheckOf({ documentId: quoting.id }), `Document ${origin.id} was corrected`)

  await browsers.reviewer.post(`/documents/${origin.id}/withdrawal`).set(json).send({ reason: 'Forged' }).expect(200)
  assert.match((await recheckOf({ claimId: shown.claimId })) ?? '', /was corrected\nDocument \d+ was withdrawn/)
  assert.equal(await recheckOf({ claimId: unjudged.claimId }), null)
  assert.equal(await recheckOf({ documentId: origin.id }), null, 'what was withdrawn itself needs none')
})

test('when a statement is changed or withdrawn, what was judged by a passage that it stands in is looked at again', async () => {
  const origin = await makeDocument(db, { title: 'The mayor at the quay' })
  const said = await recordOn(db, origin.id, { quote: 'The quay is sinking, and everyone knows it' })
  const apart = await recordOn(db, origin.id)
  const evidence = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay of Port Ansel sinks' })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by: accounts.editor.id, evidence })
  const quoting = await makeDocument(db, { title: 'The quay, quoted' })
  const judged = await recordOn(db, quoting.id)
  await giveVerdictOn(db, { statementId: judged.id }, { by: accounts.editor.id, evidence })

  const change = async ({ id }: { id: number }, given: object) => {
    const { revision } = await db.statement.findUniqueOrThrow({ where: { id } })
    const sent = { mode: 'direct', hops: [{ source: 'Ida Holm', cue: 'wrote' }], ...given, revision }
    await browsers.editor.post(`/statements/${id}`).set(json).send(sent).expect(200)
  }
  await change(apart, { quote: 'Not one container ship will dock here after December' })
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'what stands elsewhere in the document is no reason')

  await change(said, { quote: 'The quay is sinking, and everyone knows it' })
  const changed = `A passage that is evidence here overlaps statement ${said.id}, which was changed`
  assert.equal(await recheckOf({ claimId: shown.claimId }), changed)
  assert.equal(await recheckOf({ documentId: quoting.id }), changed)
  assert.deepEqual((await workOf({ documentId: quoting.id })).recheckStatements, [judged.id])
  assert.equal(await recheckOf({ documentId: origin.id }), null, 'nothing on it was judged')
  await browsers.editor.get('/desk?view=recheck').expect(200, new RegExp(changed))

  await giveVerdictOn(
    db,
    { claimId: shown.claimId },
    {
      by: accounts.editor.id,
      evidence,
      supersedesId: (await db.verdict.findFirstOrThrow({ where: { claimId: shown.claimId } })).id,
    },
  )
  assert.equal(await recheckOf({ claimId: shown.claimId }), null)
  await change(said, { quote: 'everyone knows it' })
  assert.equal(await recheckOf({ claimId: shown.claimId }), changed, 'it stood there until now')
  await change(said, { quote: 'The quay is sinking' })
  await browsers.editor.post(`/statements/${said.id}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  assert.match((await recheckOf({ claimId: shown.claimId })) ?? '', /which was changed\nA passage .* was withdrawn$/)
})

test('what a superseded verdict rested on is no reason for a second look', async () => {
  const origin = await makeDocument(db, { title: 'The tape that was replaced' })
  const said = await recordOn(db, origin.id, { quote: 'The quay is sinking, and everyone knows it' })
  const by = accounts.editor.id
  const old = [{ kind: 'transcript' as const, documentId: origin.id, quote: 'The quay is sinking' }]
  const shown = await makeClaim({ sentence: 'The quay sinks, as the tape has it' })
  const first = await giveVerdictOn(db, { claimId: shown.claimId }, { by, evidence: old })
  await giveVerdictOn(db, { claimId: shown.claimId }, { by, supersedesId: first.id })

  const { revision } = await db.statement.findUniqueOrThrow({ where: { id: said.id } })
  const sent = { quote: 'everyone knows it', mode: 'direct', hops: [{ source: 'Ida Holm', cue: 'wrote' }], revision }
  await browsers.editor.post(`/statements/${said.id}`).set(json).send(sent).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'a changed statement')
  await publish(db, origin.id)
  const reason = { reason: 'Forged' }
  await browsers.reviewer.post(`/documents/${origin.id}/withdrawal`).set(json).send(reason).expect(200)
  assert.equal(await recheckOf({ claimId: shown.claimId }), null, 'a withdrawn document')
})

test('a document that is withdrawn takes the ground from the claims that its own statements make', async () => {
  const { documentId, claimId } = await makeClaim()
  await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  await browsers.reviewer.post(`/documents/${documentId}/withdrawal`).set(json).send({ reason: 'Forged' }).expect(200)
  assert.equal(await recheckOf({ claimId }), `Document ${documentId} was withdrawn`)
})

test('when a claim is reworded or loses a statement, its verdict needs a second look; new topics do not matter', async () => {
  const { claimId, statementId } = await makeClaim({ sentence: 'The pier is long' })
  const { id } = await giveVerdictOn(db, { claimId }, { by: accounts.editor.id })
  const edit = (sent: object) => browsers.editor.post(`/claims/${claimId}`).set(json).send(sent).expect(200)
  await edit({ sentence: 'The pier is long', topics: 'Piers', revision: 1 })
  assert.equal(await recheckOf({ claimId }), null)
  await edit({ sentence: 'The pier is short', topics: 'Piers', revision: 2 })
  assert.equal(await recheckOf({ claimId }), 'It was reworded')
  await browsers.reviewer.post(`/verdicts/${id}/publication`).set(json).send({}).expect(200)
  await browsers.editor.post(`/statements/${statementId}/claims/${claimId}/removal`).set(json).send({}).expect(200)
  assert.match((await recheckOf({ claimId })) ?? '', /reworded\nStatement \d+ was taken from it/)
})

test('what is further down a chain of reports rests on a changed statement, too', async () => {
  const by = accounts.editor.id
  const first = await makeClaim({ sentence: 'The first pier leans' })
  const passOn = async (upstreamId: number, sentence: string) => {
    const { id: documentId } = await makeDocument(db)
    const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId }]
    const { id } = await recordOn(db, documentId, { hops })
    const { id: claimId } = await stateClaim(db, id, { sentence })
    await giveVerdictOn(db, { claimId }, { by })
    await giveVerdictOn(db, { statementId: id }, { by })
    return { id, documentId, claimId }
  }
  const second = await passOn(first.statementId, 'The second pier leans')
  const third = await passOn(second.id, 'The third pier leans')
  await db.hop.update({ where: { id: first.hopId }, data: { upstreamId: third.id } }) // a circle ends, too

  const reason = `Statement ${first.statementId} was withdrawn`
  const path = `/statements/${first.statementId}/withdrawal`
  await browsers.editor.post(path).set(json).send({ reason: 'Misheard' }).expect(200)
  for (const { documentId, claimId } of [second, third]) {
    assert.equal(await recheckOf({ claimId }), reason)
    assert.equal(await recheckOf({ documentId }), reason)
  }

  const listed = async () => {
    const page = load((await browsers.editor.get('/desk/changes').expect(200)).text)
    const change = page('section').filter((_, one) => page('h2', one).text() === reason)
    return {
      path: change.find('h2 a').attr('href'),
      touched: change
        .find('.list .words a')
        .map((_, a) => page(a).text())
        .get()
        .toSorted(),
      says: change.children('.meta').text().split(' · ')[1],
    }
  }
  const { path: from, touched, says } = await listed()
  assert.equal(from, `/statements/${first.statementId}`)
  const titles = await db.document.findMany({ where: { id: { in: [second.documentId, third.documentId] } } })
  const everything = ['The second pier leans', 'The third pier leans', ...titles.map(({ title }) => title)].toSorted()
  assert.deepEqual(touched, everything)
  assert.equal(says, '4 of 4 still wait')
  const newest = await db.verdict.findFirstOrThrow({ where: { claimId: second.claimId } })
  await giveVerdictOn(db, { claimId: second.claimId }, { by, supersedesId: newest.id })
  assert.equal((await listed()).says, '3 of 4 still wait')
  const { body } = await browsers.editor.get('/desk/changes').set(json).expect(200)
  assert.equal((body as { changes: { reason: string }[] }).changes[0]?.reason, reason)
})

test('when another verdict says who said it, or it is withdrawn, the claims and what was taken from it are looked at again', async () => {
  const by = accounts.editor.id
  const { statementId, claimId, documentId } = await makeClaim({ sentence: 'The mole was cut' })
  const { id: further } = await makeDocument(db)
  const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: statementId }]
  const passedOn = await recordOn(db, further, { hops })
  await giveVerdictOn(db, { statementId: passedOn.id }, { by })
  const onClaim = await giveVerdictOn(db, { claimId }, { by })
  const open = await giveVerdictOn(db, { statementId }, { by, rating: 'relayed-only' })
  const one = await giveVerdictOn(db, { statementId }, { by, supersedesId: open.id })
  const same = await giveVerdictOn(db, { statementId }, { by, supersedesId: one.id })
  assert.equal(await recheckOf({ claimId }), null, 'a first verdict, a firmer one, and the same again')

  const other = await giveVerdictOn(db, { statementId }, { by, rating: 'misquoted', supersedesId: same.id })
  const was = `Who said statement ${statementId} was checked again: Misquoted, not Confirmed`
  assert.equal(await recheckOf({ claimId }), was)
  assert.equal(await recheckOf({ documentId: further }), was)
  assert.equal(await recheckOf({ documentId }), null, 'its own verdict is new')
  await giveVerdictOn(db, { claimId }, { by, supersedesId: onClaim.id })
  await browsers.reviewer.post(`/verdicts/${other.id}/withdrawal`).set(json).send({ reason: 'A slip' }).expect(200)
  assert.equal(await recheckOf({ claimId }), `The verdict on who said statement ${statementId} was withdrawn`)
})

test('readers are told that something is checked again where they saw what it rested on, until it is settled', async () => {
  const by = accounts.reviewer.id
  const told = async (path: string) => {
    const page = load((await visitor(app).get(path).redirects(1).expect(200)).text)
    return page('header [role=note]').text().replace(/\s+/g, ' ').trim()
  }
  const again = /^We have been checking this again since .*: a statement that it rests on was withdrawn\.$/
  const first = await makeClaim({ sentence: 'The beacon is out', topics: 'Beacons' })
  const verdict = await giveVerdictOn(db, { claimId: first.claimId }, { by })
  const { id: further } = await makeDocument(db)
  const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: first.statementId }]
  const passedOn = await recordOn(db, further, { hops })
  const onStatement = await giveVerdictOn(db, { statementId: passedOn.id }, { by })
  const draft = await recordOn(db, (await makeDocument(db)).id)
  await stateClaim(db, draft.id, { claimId: first.claimId })
  await publish(db, first.documentId, { claimIds: [first.claimId], verdictIds: [verdict.id], by })
  await publish(db, further, { verdictIds: [onStatement.id], by })

  const withdraw = (id: number) =>
    browsers.reviewer.post(`/statements/${id}/withdrawal`).set(json).send({ reason: 'Misheard' }).expect(200)
  await withdraw(draft.id)
  assert.match((await recheckOf({ claimId: first.claimId })) ?? '', new RegExp(`Statement ${draft.id} was withdrawn`))
  assert.equal(await told(`/claims/${first.claimId}`), '', 'readers never saw that draft')

  const onFirst = await giveVerdictOn(db, { statementId: first.statementId }, { by: accounts.editor.id })
  await browsers.reviewer.post(`/verdicts/${onFirst.id}/publication`).set(json).send({}).expect(200)
  const draftOf = { by: accounts.editor.id, rating: 'misquoted', supersedesId: onFirst.id }
  const doubt = await giveVerdictOn(db, { statementId: first.statementId }, draftOf)
  assert.match((await recheckOf({ claimId: first.claimId })) ?? '', /checked again: Misquoted/)
  assert.equal(await told(`/claims/${first.claimId}`), '', 'nor that draft of a verdict')
  await browsers.reviewer.post(`/verdicts/${doubt.id}/withdrawal`).set(json).send({ reason: 'A slip' }).expect(200)

  const updated = async () => {
    const { text } = await visitor(app).get('/search.atom?q=beacon').expect(200)
    const entry = text.split('<entry>').find((one) => one.includes(`/claims/${first.claimId}<`)) ?? ''
    return new Date(/<updated>(.*?)<\/updated>/.exec(entry)?.[1] ?? '').getTime()
  }
  const published = await updated()
  await withdraw(first.statementId)
  const asked = await updated()
  assert.ok(asked > published, 'a feed reader sees that it is asked')
  assert.match(await told(`/claims/${first.claimId}`), again)
  assert.match(await told(`/statements/${passedOn.id}`), again)
  const card = async () => {
    const page = load((await visitor(app).get(`/documents/${further}`).redirects(1).expect(200)).text)
    return page(`#statement-${passedOn.id} [role=note]`).text().replace(/\s+/g, ' ').trim()
  }
  assert.match(await card(), again, 'at its card beside the text, too')
  const embedded = async () =>
    load((await visitor(app).get(`/embed/claims/${first.claimId}`).expect(200)).text)('main').text()
  assert.match(await embedded(), /We have been checking this again since/, 'on other sites, too')

  const because = / since .*: a statement that it rests on was withdrawn/
  const rowOf = async (list: string, path: string, browser = visitor(app)) => {
    const page = load((await browser.get(list).redirects(1).expect(200)).text)
    const row = page(`main :is(li, tr):has(a[href^="${path}"])`)
    return row.text().replace(/\s+/g, ' ')
  }
  const [claimAt, statementAt, documentAt] = [
    `/claims/${first.claimId}`,
    `/statements/${passedOn.id}`,
    `/documents/${further}`,
  ]
  const { sourceId } = await db.hop.findFirstOrThrow({ where: { statementId: passedOn.id } })
  const { title } = await db.document.findUniqueOrThrow({ where: { id: further } })
  const { topicId } = await db.claimTopic.findFirstOrThrow({ where: { claimId: first.claimId } })
  const lists: [list: string, path: string][] = [
    ['/', claimAt],
    ['/', statementAt],
    ['/', documentAt],
    ['/claims', claimAt],
    [`/topics/${topicId}`, claimAt],
    ['/search?q=beacon', claimAt],
    ['/statements', statementAt],
    [`/sources/${sourceId}`, statementAt],
    ['/search?kind=statement&q=container', statementAt],
    ['/documents', documentAt],
    [`/search?kind=document&q=${encodeURIComponent(title)}`, documentAt],
  ]
  const feeds = [
    ['/feed.atom', claimAt],
    ['/feed.json', documentAt],
    [`/topics/${topicId}/feed.atom`, claimAt],
    ['/search.atom?q=beacon', claimAt],
  ] as const
  const entryOf = async (feed: string, path: string) => {
    const { text } = await visitor(app).get(feed).expect(200)
    return (
      text
        .split(feed.endsWith('.json') ? '"id"' : '<entry>')
        .find((entry) => entry.includes(`${path}#`) || entry.includes(`${path}<`)) ?? ''
    )
  }
  const rows = async () => {
    const said: Record<string, string> = {}
    for (const [list, path] of lists) said[`${list} ${path}`] = await rowOf(list, path)
    for (const [feed, path] of feeds) said[`${feed} ${path}`] = await entryOf(feed, path)
    for (const list of ['/claims.csv', '/statements.csv', '/documents.csv', '/search.csv?q=beacon'])
      said[list] = (await visitor(app).get(list).expect(200)).text
    return Object.entries(said)
  }
  for (const [where, said] of await rows()) {
    if (where.includes('.csv')) assert.match(said, /,\S+Z,a statement that it rests on was withdrawn/, where)
    else assert.match(said, because, where)
  }
  assert.match(await rowOf('/claims', claimAt, browsers.editor), because, 'to the newsroom, too')
  await giveVerdictOn(db, { claimId: first.claimId }, { by, supersedesId: verdict.id })
  assert.ok((await updated()) > asked, 'and that it is answered')
  await giveVerdictOn(db, { statementId: passedOn.id }, { by, supersedesId: onStatement.id })
  assert.equal(await told(`/claims/${first.claimId}`), '')
  assert.equal(await told(`/statements/${passedOn.id}`), '')
  assert.doesNotMatch(await embedded(), /checking this again/)
  for (const [where, said] of await rows()) assert.doesNotMatch(said, /that it rests on was withdrawn/, where)

  const { id } = await workOf({ claimId: first.claimId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'The mayor rang' }).expect(200)
  assert.equal(await told(`/claims/${first.claimId}`), '', 'somebody’s own reason is not told')
  assert.equal(await card(), '')
  const cause = { documentId: first.documentId }
  await db.$transaction((tx) => askRecheck(tx, cause, { reason: 'Document was corrected', wasPublic: true, by }))
  assert.match(await card(), /: a document that it rests on was corrected\.$/, 'another reason is told as another')
})

/** Words that readers see, a document with statements that pass them on, each with a verdict, and then they are withdrawn. */
async function passOn(title: string, { published, drafts }: { published: number; drafts: number }) {
  const by = accounts.reviewer.id
  const first = await makeClaim()
  await publish(db, first.documentId, { by })
  const { id: documentId } = await makeDocument(db, { title })
  const pass = async () => {
    const hops = [{ source: 'Harbour Post', cue: 'wrote', upstreamId: first.statementId }]
    const { id: statementId } = await recordOn(db, documentId, { hops })
    return { statementId, verdictId: (await giveVerdictOn(db, { statementId }, { by })).id }
  }
  const passed = []
  for (let n = 0; n < published; n++) passed.push(await pass())
  if (published === 0) await recordOn(db, documentId)
  await publish(db, documentId, { verdictIds: passed.map(({ verdictId }) => verdictId), by })
  for (let n = 0; n < drafts; n++) passed.push(await pass())
  const path = `/statements/${first.statementId}/withdrawal`
  await browsers.reviewer.post(path).set(json).send({ reason: 'Misheard' }).expect(200)
  return { documentId, passed, because: /a statement that it rests on was withdrawn/ }
}

test('a statement that was looked at again stays so, whoever asks for another look at its document', async () => {
  const { documentId, passed, because } = await passOn('Two passed on', { published: 2, drafts: 0 })
  const by = accounts.reviewer.id
  const [a] = passed
  const told = async () => {
    const page = load((await visitor(app).get('/statements').expect(200)).text)
    return passed.map(({ statementId }) =>
      because.test(page(`main tr:has(a[href^="/statements/${statementId}"])`).text()),
    )
  }
  const left = async () => {
    const { body } = await browsers.editor.get('/desk/changes').set(json).expect(200)
    const { changes } = body as { changes: { touched: { path: string; isWaiting: boolean }[] }[] }
    return changes.flatMap(({ touched }) => touched).find(({ path }) => path.startsWith(`/documents/${documentId}`))
      ?.isWaiting
  }
  assert.deepEqual(await told(), [true, true])
  await giveVerdictOn(db, { statementId: a!.statementId }, { by, supersedesId: a!.verdictId })
  assert.deepEqual(await told(), [false, true])
  assert.equal(await left(), true)
  const { id } = await workOf({ documentId })
  await browsers.editor.post(`/work/${id}/recheck`).set(json).send({ reason: 'The mayor rang' }).expect(200)
  assert.deepEqual(await told(), [false, true], 'somebody’s own reason brings nothing back')
  await browsers.editor.post(`/work/${id}/settlement`).set(json).send({}).expect(200)
  assert.deepEqual(await told(), [false, false])
})

test('readers are told of a document only where a statement that they see is checked again', async () => {
  const { passed, because } = await passOn('A lone draft drifts', { published: 0, drafts: 1 })
  const places = ['/documents', '/documents.csv', '/feed.atom', '/search?kind=document&q=lone', '/search.csv?q=lone']
  const rowsOf = async (browser: ReturnType<typeof visitor>) => {
    const told = []
    for (const place of places) {
      const { text } = await browser.get(place).expect(200)
      const rows = text.split(/<tr|<li|<entry>|\r?\n(?=\d)/).filter((row) => row.includes('draft drifts'))
      assert.ok(rows.length > 0, `${place}: ${text}`)
      told.push(rows.some((row) => because.test(row)))
    }
    return told
  }
  const nowhere = places.map(() => false)
  assert.deepEqual(await rowsOf(visitor(app)), nowhere, 'readers never saw that draft')
  const newsroom = places.map((place) => place !== '/feed.atom')
  assert.deepEqual(await rowsOf(browsers.editor), newsroom, 'a feed is for readers, whoever asks')

  const path = `/statements/${passed[0]!.statementId}/withdrawal`
  await browsers.editor.post(path).set(json).send({ reason: 'A slip' }).expect(200)
  assert.deepEqual(await rowsOf(browsers.editor), nowhere, 'what is withdrawn is checked no more')
})

test('somebody asks for a second look by hand, and somebody says that it still holds', async () => {
  const { documentId } = await makeClaim({ title: 'By hand' })
  await publish(db, documentId)
  const { id } = await workOf({ documentId })
  const bad = load(
    (await browsers.editor.post(`/work/${id}/recheck`).type('form').send({ reason: ' ' }).expect(422)).text,
  )
  assert.match(bad('[role=alert]').text(), /Say why/)
  const reason = 'The <b>harbour master</b> rang: it was Tuesday'
  await browsers.editor.post(`/work/${id}/recheck`).type('form').send({ reason }).expect(303)
  const page = load((await browsers.colleague.get('/desk?view=recheck&q=by+hand').expect(200)).text)
  assert.match(page('.recheck-line').text(), /<b>harbour master<\/b> rang/)
  assert.equal((await workOf({ documentId })).isOpen, true, 'it is open again')

  await browsers.colleague.post(`/work/${id}/settlement`).type('form').send({}).expect(303)
  assert.equal(await recheckOf({ documentId }), null)
  const last = await db.event.findFirstOrThrow({ where: { documentId }, orderBy: { id: 'desc' } })
  assert.equal(last.action, 'work_recheck_settled')
  assert.equal(last.accountId, accounts.colleague.id)
  await browsers.colleague.post(`/work/${id}/settlement`).set(json).send({}).expect(422)
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

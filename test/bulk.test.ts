import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, publish, recordOn, signIn, stateClaim } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const accounts = {
  editor: await makeAccount(db, 'editor'),
  colleague: await makeAccount(db, 'editor', { name: 'Ines Vidal', email: 'ines@coastwire.example' }),
  reviewer: await makeAccount(db, 'reviewer'),
  admin: await makeAccount(db, 'admin'),
}
const browsers = {
  editor: await signIn(app, accounts.editor),
  colleague: await signIn(app, accounts.colleague),
  reviewer: await signIn(app, accounts.reviewer),
  admin: await signIn(app, accounts.admin),
}
const json = { Accept: 'application/json' }

type Plan = {
  digest: string
  total: number
  gone: number
  changes: { before: string; after: string }[]
  leftOut: { why: string; total: number }[]
}
type Query = Record<string, unknown>

/** As many claims whose sentence has this word, without statements. */
async function makeClaims(word: string, count: number) {
  const sentences = Array.from({ length: count }, (_, n) => ({ sentence: `The ${word} stands at mark ${n}` }))
  return db.claim.createManyAndReturn({ data: sentences, select: { id: true } })
}
const worksOf = (word: string) => db.work.findMany({ where: { title: { contains: word } }, orderBy: { id: 'asc' } })

async function preview(query: Query, browser = browsers.editor): Promise<Plan> {
  const { body } = await browser.get('/desk/bulk').query(query).set(json).expect(200)
  return (body as { plan: Plan }).plan
}

/** What was previewed is changed; its number. */
async function change(query: Query, browser = browsers.editor): Promise<number> {
  const { digest } = await preview(query, browser)
  const { body } = await browser
    .post('/desk/bulk')
    .set(json)
    .send({ ...query, digest })
    .expect(201)
  return (body as { id: number }).id
}
const undo = (id: number, browser = browsers.editor) => browser.post(`/bulk/${id}/undo`).set(json).send({})

test('all that fit are assigned at once, after a look at what will change, and put back in one go', async () => {
  await makeClaims('beacon', 37)
  const [first] = await worksOf('beacon')
  await db.work.update({ where: { id: first?.id ?? 0 }, data: { assigneeId: accounts.colleague.id } })

  const list = load((await browsers.editor.get('/desk?view=open&q=beacon').expect(200)).text)
  const all = list('a[href^="/desk/bulk?"]').first()
  assert.equal(all.text(), 'All 37 at once')
  const choose = load((await browsers.editor.get(`${all.attr('href')}&action=assign`).expect(200)).text)
  assert.equal(choose('#preview').length, 0, 'nobody has said to whom yet')
  const query = { view: 'open', q: 'beacon', action: 'assign', assignTo: '@ravi-sol' }
  const page = load((await browsers.editor.get('/desk/bulk').query(query).expect(200)).text)
  assert.equal(page('#preview').text(), '37 things would be assigned to Ravi Sol')
  assert.equal(page('.preview tbody tr').length, 37)
  const befores = page('.preview tbody td:nth-child(2)')
    .map((_, cell) => page(cell).text())
    .get()
  assert.deepEqual([...new Set(befores)].sort(), ['Ines Vidal', 'nobody'])
  assert.equal(await db.work.count({ where: { assigneeId: accounts.reviewer.id } }), 0, 'looking changes nothing')

  const form = page('form[method=post][action="/desk/bulk"]')
  const sent = Object.fromEntries(
    form
      .find('input')
      .map((_, input) => [[page(input).attr('name'), page(input).val()]])
      .get(),
  )
  const done = await browsers.editor.post('/desk/bulk').type('form').send(sent).expect(303)
  const path = done.headers['location'] as string
  const result = load((await browsers.editor.get(path).expect(200)).text)
  assert.equal(result('h1').text(), '37 things assigned to Ravi Sol')
  assert.ok((await worksOf('beacon')).every(({ assigneeId }) => assigneeId === accounts.reviewer.id))
  const claimIds = (await worksOf('beacon')).map(({ claimId }) => claimId ?? 0)
  const events = () => db.event.count({ where: { claimId: { in: claimIds }, action: 'work_changed' } })
  assert.equal(await events(), 37)

  const again = load((await browsers.editor.get('/desk').expect(200)).text)
  assert.match(again('form.undo').text(), /37 things assigned to Ravi Sol/)
  await browsers.editor.post(`${path}/undo`).type('form').send({}).expect(303)
  const after = await worksOf('beacon')
  assert.equal(after[0]?.assigneeId, accounts.colleague.id)
  assert.ok(after.slice(1).every(({ assigneeId }) => assigneeId === null))
  assert.equal(await events(), 74)
  const undone = load((await browsers.editor.get(path).expect(200)).text)
  assert.match(undone('main').text(), /Undone by Edda Nowak/)
  assert.equal(undone('form[action$="/undo"]').length, 0)
})

test('an undo leaves alone what somebody has changed since, and names it', async () => {
  await makeClaims('buoy', 3)
  const id = await change({ view: 'open', q: 'buoy', action: 'priority', toPriority: 'urgent' })
  const [first, second] = await worksOf('buoy')
  await browsers.colleague.post(`/work/${first?.id}`).set(json).send({ revision: 2, priority: 'low' }).expect(200)
  await browsers.colleague.post(`/work/${second?.id}`).set(json).send({ revision: 2, assignee: 'me' }).expect(200)
  const { body } = await undo(id).expect(200)
  assert.match((body as { notice: string }).notice, /2 things put back.*1 thing left alone/)
  assert.deepEqual(
    (await worksOf('buoy')).map(({ priority }) => priority),
    ['low', 'normal', 'normal'],
  )
  assert.equal((await worksOf('buoy'))[1]?.assigneeId, accounts.colleague.id)
  const page = load((await browsers.editor.get(`/bulk/${id}`).expect(200)).text)
  assert.match(page('main').text(), /Left alone: 1 thing.*The buoy stands at mark 0/s)
})

test('it is undone once only, by whoever did it or an admin', async () => {
  await makeClaims('capstan', 2)
  const id = await change({ view: 'open', q: 'capstan', action: 'due', dueOn: '2027-01-15' })
  await undo(id, browsers.colleague).expect(403)
  await undo(id, browsers.reviewer).expect(403)
  assert.equal(load((await browsers.colleague.get(`/bulk/${id}`).expect(200)).text)('form[action$="/undo"]').length, 0)
  assert.equal((await worksOf('capstan'))[0]?.dueOn?.toISOString().slice(0, 10), '2027-01-15')
  await undo(id, browsers.admin).expect(200)
  assert.equal((await worksOf('capstan'))[0]?.dueOn, null)
  await undo(id).expect(422)
  const both = await change({ view: 'open', q: 'capstan', action: 'due', dueOn: '2027-01-16' })
  const answers = await Promise.all([undo(both), undo(both, browsers.admin)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
})

test('an admin who is one no longer undoes nothing of others', async () => {
  await makeClaims('davit', 2)
  const id = await change({ view: 'open', q: 'davit', action: 'priority', toPriority: 'high' })
  const former = await makeAccount(db, 'admin')
  const browser = await signIn(app, former)
  await browser.get(`/bulk/${id}`).expect(200)
  await db.account.update({ where: { id: former.id }, data: { role: 'editor' } })
  await undo(id, browser).expect(403)
  assert.equal((await db.bulkChange.findUniqueOrThrow({ where: { id } })).undoneAt, null)
  assert.ok(
    (await worksOf('davit')).every(({ priority }) => priority === 'high'),
    'nothing is half done',
  )
})

test('a list that changed after the look is shown anew, and nothing unseen is changed', async () => {
  await makeClaims('ebb', 3)
  const query = { view: 'open', q: 'ebb stands', action: 'assign', assignTo: 'Ines Vidal' }
  const { digest } = await preview(query)
  await makeClaims('ebb', 1)
  const page = load(
    (
      await browsers.editor
        .post('/desk/bulk')
        .type('form')
        .send({ ...query, digest })
        .expect(409)
    ).text,
  )
  assert.match(page('[role=alert]').text(), /changed after you looked/)
  assert.equal(page('#preview').text(), '4 things would be assigned to Ines Vidal')
  assert.equal(page('[role=alert] dl').length, 0)
  assert.ok((await worksOf('ebb stands')).every(({ assigneeId }) => assigneeId === null))
  const seen = page('form[method=post] input[name=digest]').val()
  await browsers.editor
    .post('/desk/bulk')
    .type('form')
    .send({ ...query, digest: seen })
    .expect(303)

  const priority = { view: 'open', q: 'ebb stands', action: 'priority', toPriority: 'low' }
  const stale = (await preview(priority)).digest
  const [work] = await worksOf('ebb stands')
  await browsers.colleague
    .post(`/work/${work?.id}`)
    .set(json)
    .send({ revision: work?.revision, priority: 'high' })
    .expect(200)
  await browsers.editor
    .post('/desk/bulk')
    .set(json)
    .send({ ...priority, digest: stale })
    .expect(409)
  await browsers.editor.post('/desk/bulk').set(json).send(priority).expect(409)
})

test('only those that were ticked are changed; what is gone from the list is left out and counted', async () => {
  await makeClaims('fender', 4)
  const [first, second, third] = await worksOf('fender')
  const query = {
    view: 'unassigned',
    q: 'fender',
    only: [first?.id, second?.id, 999_999],
    action: 'assign',
    assignTo: 'me',
  }
  const plan = await preview(query)
  assert.deepEqual([plan.total, plan.gone], [2, 1])
  await change({ ...query, only: `${first?.id},${second?.id}` })
  assert.deepEqual(
    (await worksOf('fender')).map(({ assigneeId }) => assigneeId !== null),
    [true, true, false, false],
  )

  const list = load((await browsers.editor.get('/desk?view=unassigned&q=fender').expect(200)).text)
  assert.equal(list(`input[name=only][form=bulk][value=${third?.id}]`).length, 1)
  const page = load(
    (
      await browsers.editor
        .get('/desk/bulk')
        .query({ ...query, only: third?.id })
        .expect(200)
    ).text,
  )
  assert.match(page('main > p').first().text(), /1 thing that you ticked/)
})

test('claims are tagged; documents, tagged ones and what readers see are left out, each with the reason', async () => {
  const document = await makeDocument(db, { title: 'A gangway report' })
  const statement = await recordOn(db, document.id)
  const plain = await stateClaim(db, statement.id, { sentence: 'The gangway is steep' })
  const tagged = await stateClaim(db, statement.id, { sentence: 'The gangway is wet', topics: 'Safety' })
  const other = await makeDocument(db)
  const shown = await stateClaim(db, (await recordOn(db, other.id)).id, { sentence: 'The gangway is long' })
  await publish(db, other.id, { claimIds: [shown.id] })
  await db.work.updateMany({ where: { claimId: shown.id }, data: { recheckSince: new Date(), recheckReason: 'Look' } })

  const query = { view: 'open', q: 'gangway', action: 'tag', tag: 'safety' }
  const plan = await preview(query)
  assert.deepEqual(
    plan.changes.map(({ before, after }) => [before, after]),
    [['no topic', 'Safety']],
  )
  assert.deepEqual(plan.leftOut.map(({ why }) => why.split(':')[0]).sort(), [
    'It has this topic already',
    'It is a document',
    'Readers see it',
  ])
  const page = load((await browsers.editor.get('/desk/bulk').query(query).expect(200)).text)
  assert.match(page('main').text(), /1 is left out\. It is a document: only claims have topics/)

  const id = await change(query)
  const topicsOf = async (claimId: number) =>
    (await db.claimTopic.findMany({ where: { claimId }, include: { topic: true } })).map(({ topic }) => topic.name)
  assert.deepEqual(await topicsOf(plain.id), ['Safety'])
  assert.equal((await db.claim.findUniqueOrThrow({ where: { id: plain.id } })).revision, 2, 'an open form is stale now')
  assert.deepEqual(await topicsOf(shown.id), [])
  await undo(id).expect(200)
  assert.deepEqual(await topicsOf(plain.id), [])
  assert.deepEqual(await topicsOf(tagged.id), ['Safety'])
  const actions = await db.event.findMany({ where: { claimId: plain.id, action: 'claim_tagged' } })
  assert.equal(actions.length, 2)
})

test('a list of a topic is found by its other names and by what was merged into it, and tagging is undone after a merge', async () => {
  const statement = await recordOn(db, (await makeDocument(db)).id)
  const plain = await stateClaim(db, statement.id, { sentence: 'The fairlead is old' })
  const both = await stateClaim(db, statement.id, { sentence: 'The fairlead is new', topics: 'Hawsers' })
  const id = await change({ view: 'open', q: 'fairlead', action: 'tag', tag: 'Winches' })
  const topicOf = (name: string) => db.topic.findFirstOrThrow({ where: { name, mergedIntoId: null } })
  const [going, staying] = [await topicOf('Winches'), await topicOf('Hawsers')]
  await db.topicAlias.create({ data: { topicId: staying.id, name: 'Tackle', folded: 'tackle' } })
  const form = { survivorId: staying.id, revision: going.revision, survivorRevision: staying.revision, aliases: '' }
  await browsers.editor.post(`/topics/${going.id}/merge`).set(json).send(form).expect(201)

  for (const topic of ['hawsers', 'TACKLE', 'Winches']) {
    const { body } = await browsers.editor.get('/desk').query({ view: 'open', topic }).set(json).expect(200)
    const ids = (body as { works: { claimId: number }[] }).works.map(({ claimId }) => claimId)
    assert.deepEqual(
      ids.toSorted((a, b) => a - b),
      [plain.id, both.id],
      topic,
    )
  }
  const page = load((await browsers.editor.get('/desk').expect(200)).text)
  assert.equal(page('datalist option[value="Winches"]').length, 0, 'nobody is offered a merged one')
  assert.equal(page('datalist option[value="Hawsers"]').length, 1)

  const { body } = await undo(id).expect(200)
  assert.match((body as { notice: string }).notice, /1 thing put back as before\. 1 thing left alone/)
  const tags = await db.claimTopic.findMany({ where: { claimId: { in: [plain.id, both.id] } } })
  assert.deepEqual(tags, [{ claimId: both.id, topicId: staying.id }], 'what had both keeps its own')
})

test('drafts are sent to review, documents and claims alike, and taken back unless somebody has been there since', async () => {
  const document = await makeDocument(db, { title: 'A hawser report' })
  const second = await makeDocument(db, { title: 'Another hawser report' })
  const claim = await stateClaim(db, (await recordOn(db, document.id)).id, { sentence: 'The hawser parted' })
  await browsers.editor.post(`/documents/${second.id}/review`).set(json).send({}).expect(200)
  const query = { view: 'open', q: 'hawser', action: 'review' }
  const plan = await preview(query)
  assert.equal(plan.total, 2)
  assert.deepEqual(
    plan.leftOut.map(({ why }) => why),
    ['It is in review already'],
  )
  const id = await change(query)
  const state = async () => [
    (await db.document.findUniqueOrThrow({ where: { id: document.id } })).state,
    (await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).state,
  ]
  assert.deepEqual(await state(), ['in_review', 'in_review'])
  const waiting = (await browsers.reviewer.get('/desk?view=review&q=hawser').set(json).expect(200)).body as {
    works: unknown[]
  }
  assert.equal(waiting.works.length, 3)

  await browsers.reviewer.post(`/claims/${claim.id}/publication`).set(json).send({}).expect(200)
  const { body } = await undo(id).expect(200)
  assert.match((body as { notice: string }).notice, /1 thing put back.*1 thing left alone/)
  assert.deepEqual(await state(), ['draft', 'published'])
  const events = await db.event.findMany({ where: { documentId: document.id }, orderBy: { id: 'desc' }, take: 2 })
  assert.deepEqual(
    events.map(({ action }) => action),
    ['document_review_taken_back', 'document_sent_to_review'],
  )
  await browsers.editor.get('/activity').expect(200)
})

test('a claim that was sent to review with others is a draft again when that is undone', async () => {
  const document = await makeDocument(db, { title: 'A capstan report' })
  const claim = await stateClaim(db, (await recordOn(db, document.id)).id, { sentence: 'The capstan jammed' })
  const id = await change({ view: 'open', q: 'capstan jammed', action: 'review' })
  await undo(id).expect(200)
  assert.equal((await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).state, 'draft')
  assert.equal(await db.event.count({ where: { claimId: claim.id, action: 'claim_review_taken_back' } }), 1)
})

test('what was withdrawn is left out, and a change of nothing is refused', async () => {
  const [claim] = await makeClaims('jetty', 1)
  const gone = { state: 'withdrawn', withdrawnReason: 'Wrong', withdrawnAt: new Date() } as const
  await db.claim.update({ where: { id: claim?.id ?? 0 }, data: gone })
  const query = { view: 'open', q: 'jetty', state: 'withdrawn', action: 'priority', toPriority: 'low' }
  const plan = await preview(query)
  assert.deepEqual(
    plan.leftOut.map(({ why }) => why),
    ['It was withdrawn'],
  )
  await browsers.editor
    .post('/desk/bulk')
    .set(json)
    .send({ ...query, digest: plan.digest })
    .expect(422)
})

test('a filter that the desk does not know, a bad day, a stranger or too many are refused, and nothing changes', async () => {
  await makeClaims('keel', 2)
  const leaving = await makeAccount(db, 'editor', { name: 'Leo Gone', email: 'leo@coastwire.example' })
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  const good = { view: 'open', q: 'keel', action: 'assign', assignTo: 'me' }
  const { digest } = await preview(good)
  const refused = async (sent: Query, status: number, said: RegExp) => {
    for (const ask of [
      browsers.editor.post('/desk/bulk').send({ ...good, digest, ...sent }),
      browsers.editor.get('/desk/bulk').query({ ...good, ...sent }),
    ]) {
      const { body } = await ask.set(json).expect(status)
      assert.match((body as { detail: string }).detail, said)
    }
  }
  await refused({ rating: 'true' }, 422, /no filter rating/)
  await refused({ due: 'soon' }, 400, /overdue, week, none/)
  await refused({ state: 'every' }, 400, /Choose one/)
  await refused({ assignTo: 'Leo Gone' }, 422, /can no longer sign in/)
  await refused({ assignTo: 'Nobody Known' }, 422, /Nobody here is called/)
  await refused({ action: 'due', dueOn: '2026-02-31' }, 422, /no date/)
  await refused({ action: 'priority', toPriority: 'most' }, 422, /Choose one/)
  await refused({ action: 'tag', tag: ' ' }, 422, /Write the topic/)
  await refused({ action: 'delete' }, 422, /Choose one/)
  await refused({ only: 'x' }, 422, /./)
  const many = Array.from({ length: 9_000 }, (_, n) => n + 1)
  const { body } = await browsers.editor
    .post('/desk/bulk')
    .set(json)
    .send({ ...good, digest, only: many })
    .expect(422)
  assert.match((body as { detail: string }).detail, /At most 5000/)
  await browsers.editor
    .post('/desk/bulk')
    .set(json)
    .send({ ...good, action: '', digest })
    .expect(422)
  const page = load(
    (
      await browsers.editor
        .get('/desk/bulk')
        .query({ ...good, assignTo: '<b>x</b>' })
        .expect(422)
    ).text,
  )
  assert.match(page('#assignTo-error').text(), /“<b>x<\/b>”/)
  assert.ok((await worksOf('keel')).every(({ assigneeId }) => assigneeId === null))
})

test('thousands are changed in one go, and more than five thousand are not', async () => {
  await db.claim.createMany({ data: Array.from({ length: 5001 }, (_, n) => ({ sentence: `Lighter number ${n}` })) })
  const query = { view: 'open', q: 'lighter', action: 'priority', toPriority: 'high' }
  const { body } = await browsers.editor.get('/desk/bulk').query(query).set(json).expect(422)
  assert.match((body as { detail: string }).detail, /More than 5,000 match/)
  const [one] = await worksOf('Lighter number 5000')
  await db.claim.updateMany({
    where: { id: one?.claimId ?? 0 },
    data: { state: 'withdrawn', withdrawnReason: 'One less', withdrawnAt: new Date() },
  })
  const plan = await preview(query)
  assert.deepEqual([plan.total, plan.changes.length], [5000, 100])
  const id = await change(query)
  assert.equal(await db.work.count({ where: { title: { startsWith: 'Lighter' }, priority: 'high' } }), 5000)
  await undo(id).expect(200)
  assert.equal(await db.work.count({ where: { title: { startsWith: 'Lighter' }, priority: 'high' } }), 0)
})

test('somebody who is disabled between the look and the change changes nothing', async () => {
  await makeClaims('mooring', 2)
  const leaving = await makeAccount(db, 'editor', { name: 'Ola Out', email: 'ola@coastwire.example' })
  const browser = await signIn(app, leaving)
  const query = { view: 'open', q: 'mooring', action: 'priority', toPriority: 'high' }
  const { digest } = await preview(query, browser)
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  await browser
    .post('/desk/bulk')
    .set(json)
    .send({ ...query, digest })
    .expect(401)
  assert.ok((await worksOf('mooring')).every(({ priority }) => priority === 'normal'))
})

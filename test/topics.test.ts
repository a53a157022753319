import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { foldName } from '../src/words/names.ts'
import { likeness } from '../src/topics/likeness.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, next, publish, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
const reader = visitor(app)
const json = { Accept: 'application/json' }
const document = await makeDocument(db)
const statement = await recordOn(db, document.id)
await publish(db, document.id)

/** A claim with these topics, and the topics by their names. */
async function tag(topics: string) {
  const claim = await stateClaim(db, statement.id, { sentence: `The quay moved, measurement ${next()}`, topics })
  const rows = await db.claimTopic.findMany({ where: { claimId: claim.id }, include: { topic: true } })
  return { claim, topics: rows.map(({ topic }) => topic) }
}

async function topic(name: string): Promise<number> {
  const { topics } = await tag(name)
  return topics[0]?.id ?? assert.fail('no topic')
}

async function change(id: number, given: object) {
  const { body } = await editor.get(`/topics/${id}/edit`).set(json).expect(200)
  const { values } = (body as { form: { values: object } }).form
  return editor
    .post(`/topics/${id}`)
    .set(json)
    .send({ ...values, ...given })
}

async function previewed(id: number, into: number | string) {
  const page = load((await editor.get(`/topics/${id}/merge`).query({ into }).expect(200)).text)
  const value = (name: string) => page(`form[method=post] input[name=${name}]`).attr('value')
  const form = {
    survivorId: value('survivorId'),
    revision: value('revision'),
    survivorRevision: value('survivorRevision'),
  }
  return { page, form }
}

async function merge(id: number, into: number, given: object = {}) {
  const { form } = await previewed(id, into)
  const { body } = await editor
    .post(`/topics/${id}/merge`)
    .set(json)
    .send({ ...form, ...given })
    .expect(201)
  return (body as { id: number }).id
}

test('an editor gives a topic another name and a description, and tagging by that name finds it', async () => {
  const n = next()
  const id = await topic(`Harbour ${n}`)
  assert.equal((await change(id, { description: 'Quays and cranes', aliases: `Port ${n}; Häfen ${n}` })).status, 200)
  const { topics } = await tag(`PORT ${n}, hafen ${n}, Harbour ${n}`)
  assert.deepEqual(
    topics.map((row) => row.id),
    [id],
    'one topic, once',
  )
  const page = load((await editor.get(`/topics/${id}`).redirects(1).expect(200)).text)
  assert.match(page('main').text(), new RegExp(`Quays and cranes\\s+Also called Häfen ${n}; Port ${n}`))
  assert.match(page('.events').text(), /edited the topic/)
  assert.equal(page('.list a').length >= 2, true)
})

test('a name means one topic: another cannot take it, nor have a comma, nor be too long', async () => {
  const n = next()
  const [one, other] = [await topic(`Fishing ${n}`), await topic(`Whaling ${n}`)]
  const refused = async (given: object) => {
    const { status, body } = await change(other, given)
    assert.equal(status, 422)
    return (body as { detail: string }).detail
  }
  assert.match(
    await refused({ name: `FISHING ${n}` }),
    new RegExp(`“Fishing ${n}” \\(number ${one}\\) already has this name`),
  )
  assert.match(await refused({ aliases: `fishing ${n}` }), /merge the two/)
  assert.match(await refused({ name: 'Whales, fish' }), /Leave out the comma/)
  assert.match(await refused({ name: 'x'.repeat(300) }), /At most 100/)
  assert.match(await refused({ name: ' ' }), /Write the name/)
  assert.match(await refused({ aliases: Array.from({ length: 5_000 }, (_, i) => `n${i}`) }), /At most 1000/)
  const page = await editor.post(`/topics/${other}`).type('form').send({ revision: 9, name: 'Mine' }).expect(409)
  assert.match(load(page.text)('.conflict').text(), new RegExp(`The text as it is now.*Whaling ${n}`, 's'))
})

test('of many editors who tag with one new topic at once, one makes it', async () => {
  const name = `Brand new ${next()}`
  await Promise.all(Array.from({ length: 5 }, () => tag(name)))
  assert.equal(await db.topic.count({ where: { folded: foldName(name) } }), 1)
})

test('merging moves the claims, the old address and name lead on, and undoing puts back just that', async () => {
  const n = next()
  const [one, other] = [await topic(`Dockers ${n}`), await topic(`Longshoremen ${n}`)]
  await change(one, { aliases: `Stevedores ${n}` })
  const { claim: both } = await tag(`Dockers ${n}, Longshoremen ${n}`)
  const { page } = await previewed(one, `LONGSHOREMEN ${n}`)
  assert.match(page('h2:contains("What moves") + ul').text(), /2 claims\s+1 other name/)
  const mergeId = await merge(one, other, { keep: 'merged' })

  const survivor = await db.topic.findUniqueOrThrow({ where: { id: other }, include: { aliases: true, claims: true } })
  assert.equal(survivor.name, `Dockers ${n}`, 'the name that was chosen')
  assert.deepEqual(survivor.aliases.map(({ name }) => name).sort(), [`Longshoremen ${n}`, `Stevedores ${n}`])
  assert.equal(survivor.claims.length, 3)
  for (const accept of ['text/html', 'application/json']) {
    const led = await editor.get(`/topics/${one}-old-words`).set('Accept', accept).expect(301)
    assert.equal(led.headers['location'], `/topics/${other}-dockers-${n}`)
  }
  const sent = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', bodyValue: 'Still here' }
  const about = JSON.stringify({ ...sent, target: `http://desk.example.org/topics/${one}-dockers-${n}` })
  await reviewer.post('/annotations/').set('Content-Type', 'application/ld+json').send(about).expect(201)
  const shown = load((await editor.get(`/topics/${other}`).redirects(1).expect(200)).text)
  assert.equal(shown('[aria-labelledby=sent] li').length, 1, 'what was sent about the address that was merged')
  const { topics } = await tag(`stevedores ${n}, longshoremen ${n}`)
  assert.deepEqual(
    topics.map((row) => row.id),
    [other],
  )
  const listed = await editor
    .get('/topics')
    .query({ q: String(n) })
    .set(json)
  assert.ok((listed.body as { topics: { id: number }[] }).topics.every(({ id }) => id !== one))
  const history = load((await editor.get(`/topics/${other}`).redirects(1).expect(200)).text)
  assert.match(history('.events').text(), new RegExp(`merged another topic into.*“Dockers ${n}”.*2 claims`, 's'))

  const { body } = await editor.post(`/topics/merges/${mergeId}/undo`).set(json).expect(200)
  assert.equal((body as { notice: string }).notice, 'Undone: they are two topics again.')
  const claimsOf = (topicId: number) => db.claimTopic.count({ where: { topicId } })
  assert.deepEqual([await claimsOf(one), await claimsOf(other)], [2, 3], 'the claim tagged since stays')
  assert.equal(await db.claimTopic.count({ where: { claimId: both.id } }), 2, 'who had both has both again')
  const [back, stays] = [
    await db.topic.findUniqueOrThrow({ where: { id: one }, include: { aliases: true } }),
    await db.topic.findUniqueOrThrow({ where: { id: other }, include: { aliases: true } }),
  ]
  assert.deepEqual([back.name, back.aliases.length], [`Dockers ${n}`, 1])
  assert.deepEqual([stays.name, stays.aliases.length], [`Longshoremen ${n}`, 0])
  const again = await editor.post(`/topics/merges/${mergeId}/undo`).set(json).expect(422)
  assert.match((again.body as { detail: string }).detail, /undone already/)
})

test('what was tagged differently since is told, and merges are undone in order', async () => {
  const n = next()
  const { claim, topics } = await tag(`Ebb ${n}`)
  const a = topics[0]?.id ?? 0
  const [b, c] = [await topic(`Flow ${n}`), await topic(`Tide ${n}`)]
  const first = await merge(a, b)
  const second = await merge(b, c)
  const refused = await editor.post(`/topics/merges/${first}/undo`).set(json).expect(422)
  assert.match((refused.body as { detail: string }).detail, /Undo that merge first/)
  await db.claimTopic.deleteMany({ where: { claimId: claim.id } })
  assert.match((await editor.post(`/topics/merges/${second}/undo`).set(json)).text, /1 claim could not be put back/)
  assert.match((await editor.post(`/topics/merges/${first}/undo`).set(json)).text, /1 claim could not be put back/)
  assert.equal(await db.topic.count({ where: { id: { in: [a, b, c] }, mergedIntoId: null } }), 3)
})

test('a name that another topic took meanwhile is named, and the undo refused', async () => {
  const n = next()
  const [a, b] = [await topic(`Ferry ${n}`), await topic(`Boat ${n}`)]
  const mergeId = await merge(a, b, { aliases: [''] })
  const taker = await topic(`Ferry ${n}`)
  assert.notEqual(taker, a, 'a name that was ticked off is free')
  const { body } = await editor.post(`/topics/merges/${mergeId}/undo`).set(json).expect(422)
  assert.match(
    (body as { detail: string }).detail,
    new RegExp(`“Ferry ${n}” is a name of the topic .* \\(number ${taker}\\)`),
  )
  assert.equal((await db.topic.findUniqueOrThrow({ where: { id: a } })).mergedIntoId, b)
})

test('itself, a circle, nobody, a merged one and an old preview are answered with what to do', async () => {
  const n = next()
  const [a, b, c] = [await topic(`Rope ${n}`), await topic(`Hawser ${n}`), await topic(`Line ${n}`)]
  const ask = async (id: number, query: object) =>
    load((await editor.get(`/topics/${id}/merge`).query(query).expect(422)).text)('.errors').text()
  assert.match(await ask(a, { into: a }), /can’t be merged into itself/)
  assert.match(await ask(a, { into: '' }), /Say into which topic/)
  assert.match(await ask(a, { into: `Nothing ${n}` }), /No topic is called/)
  assert.match(await ask(a, { intoId: 'abc' }), /cannot be read/)
  const stale = (await previewed(c, b)).form
  await merge(a, b)
  assert.match(await ask(b, { into: a }), /merged into this very topic/)
  const { page, form } = await previewed(c, a)
  assert.match(page('[role=note]').text(), /so this leads there/)
  assert.equal(form.survivorId, String(b))
  await editor.post(`/topics/${c}/merge`).type('form').send(stale).expect(409)
  for (const sent of [
    {},
    { survivorId: 'x' },
    { ...form, keep: 'x' },
    { ...form, survivorId: c },
    { ...form, survivorId: a },
  ]) {
    await editor.post(`/topics/${c}/merge`).set(json).send(sent).expect(422)
    await editor.post(`/topics/${c}/merge`).type('form').send(sent).expect(422)
  }
  const races = await Promise.all([0, 1].map(() => editor.post(`/topics/${c}/merge`).set(json).send(form)))
  assert.deepEqual(races.map(({ status }) => status === 201).sort(), [false, true])
})

test('readers see the topics of public claims and their counts only; only who publishes merges those', async () => {
  const n = next()
  const { claim, topics } = await tag(`Shown ${n}`)
  await tag(`Shown ${n}`)
  const hidden = await topic(`Unseen ${n}`)
  const shown = topics[0]?.id ?? 0
  await reader.get(`/topics/${shown}`).set(json).expect(404)
  await reviewer.post(`/claims/${claim.id}/publication`).expect(303)
  const page = load((await reader.get('/topics').expect(200)).text)
  assert.match(page('tbody').text(), new RegExp(`Shown ${n}\\s+1\\s*$`))
  assert.doesNotMatch(page('main').text(), /Unseen|Probable duplicates/)
  await reader.get(`/topics/${hidden}`).set(json).expect(404)
  await reader.get('/topics/suggestions?q=shown').set(json).expect(401)
  const own = await reader.get(`/topics/${shown}`).redirects(1).expect(200)
  assert.doesNotMatch(own.text, /Edit the topic|History/)

  const { form } = await previewed(shown, hidden)
  await editor.post(`/topics/${shown}/merge`).set(json).send(form).expect(403)
  const made = await reviewer.post(`/topics/${shown}/merge`).set(json).send(form).expect(201)
  const { id } = made.body as { id: number }
  const led = await reader.get(`/topics/${shown}`).expect(301)
  assert.equal(led.headers['location'], `/topics/${hidden}-unseen-${n}`)
  await editor.post(`/topics/merges/${id}/undo`).set(json).expect(403)
  await reviewer.post(`/topics/merges/${id}/undo`).set(json).expect(200)
  await reader.get(`/topics/${hidden}`).set(json).expect(404)
})

test('a short name is offered first, however many others have its letters somewhere', async () => {
  const names = Array.from({ length: 600 }, (_, i) => `Chapter ${i}`)
  await db.topic.createMany({ data: names.map((name) => ({ name, folded: foldName(name) })) })
  const id = await topic('AP')
  const { body } = await editor.get('/topics/suggestions').query({ q: 'ap' }).expect(200)
  assert.equal((body as { id: number }[])[0]?.id, id)
  await db.topic.deleteMany({ where: { name: { in: names } } })
})

test('topics are offered by beginnings, other names and in spite of a slip', async () => {
  const id = await topic('Migración')
  await change(id, { aliases: 'Asylum' })
  const suggest = async (q: string) => {
    const { body } = await editor.get('/topics/suggestions').query({ q }).expect(200)
    return body as { id: number; why: string }[]
  }
  for (const q of ['migr', 'MIGRACION', 'Migarcion', 'migrasion', 'asyl']) {
    assert.equal((await suggest(q))[0]?.id, id, q)
  }
  assert.equal((await suggest('asylum'))[0]?.why, 'also called Asylum')
  for (const q of ['%', '_', '\\', '🦭', "'", 'x'.repeat(200)]) assert.ok(Array.isArray(await suggest(q)))
  assert.ok((await suggest('')).length > 0)
})

const like = (name: string) => ({ name, folded: foldName(name), aliases: [] })
for (const [one, other, reason] of [
  ['Harbour', 'Harbours', /one is plural/],
  ['Energy policy', 'Energy policies', /one is plural/],
  ['Churches', 'Church', /one is plural/],
  ['Migration', 'Migraiton', /one letter differs/],
  ['Climate-change', 'Climate change', /except for punctuation/],
  ['Budget 2024', 'Budget 2025', undefined],
  ['Press', 'Pres', undefined],
  ['War', 'Wars', /one is plural|^undefined$/],
  ['🦭', '🦀', undefined],
] as const) {
  test(`the topics “${one}” and “${other}” are ${reason ? 'probably one' : 'not likened'}`, () => {
    const found = likeness(like(one), like(other))
    if (reason) assert.match(String(found), reason)
    else assert.equal(found, undefined)
  })
}

test('probable duplicates among topics are listed with the reason, and told apart once and for all', async () => {
  const n = next()
  const [one, other] = [await topic(`Trawler ${n}`), await topic(`Trawlers ${n}`)]
  const page = load((await editor.get('/topics/duplicates').expect(200)).text)
  const row = page('.pairs > li').filter((_, li) => page(li).text().includes(`Trawlers ${n}`))
  assert.match(row.text(), /Because: one is plural, the other singular/)
  assert.equal(row.find('a.button').attr('href'), `/topics/${other}/merge?intoId=${one}`)
  const pair = await db.topicPair.findFirstOrThrow({ where: { earlierId: one, laterId: other } })
  await editor.post(`/topics/duplicates/${pair.id}/dismissal`).expect(303)
  await editor.post(`/topics/duplicates/${pair.id}/dismissal`).set(json).expect(422)
  assert.doesNotMatch((await editor.get('/topics/duplicates').expect(200)).text, new RegExp(`Trawlers ${n}`))
  assert.match((await editor.get('/topics/duplicates?different=true').expect(200)).text, new RegExp(`Trawlers ${n}`))
  await editor.post(`/topics/duplicates/${pair.id}/reopening`).expect(303)
  assert.match((await editor.get(`/topics/${one}`).redirects(1)).text, /Probably the same/)
  await db.topic.createMany({ data: ['Lighthouse', 'Lighthouses'].map((name) => ({ name, folded: foldName(name) })) })
  await editor.post('/topics/comparisons').expect(303)
  assert.match((await editor.get('/topics/duplicates').expect(200)).text, /Lighthouses/)
})

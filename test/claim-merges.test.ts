import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { publishClaim, withdrawClaim } from '../src/claims/claims.ts'
import { sendClaimToReview } from '../src/claims/publishing.ts'
import { likeness } from '../src/claims/likeness.ts'
import { claims } from '../src/merging/claims.ts'
import { mergeThings } from '../src/merging/merge.ts'
import { MergeDecision } from '../src/merging/schema.ts'
import { undoMerge } from '../src/merging/undo.ts'
import { publishVerdict, withdrawVerdict } from '../src/verdicts/verdicts.ts'
import { openTestDesk } from './support/desk.ts'
import { fromScratch, storedFacts } from './support/facts.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  noteOn,
  publish,
  recordOn,
  replyOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, pool, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const colleague = await makeAccount(db, 'reviewer')
const editor = await signIn(app, account)
const reviewer = await signIn(app, colleague)
const reader = visitor(app)
const json = { Accept: 'application/json' }
type Agent = typeof editor

/** A claim that a statement of its own asserts. */
async function claimed(
  sentence: string,
  given: { stance?: 'denies' | 'doubts'; topics?: string; isPublic?: boolean } = {},
) {
  const { isPublic, ...stated } = given
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const { id } = await stateClaim(db, statement.id, { sentence, ...stated })
  if (isPublic) await publish(db, document.id, { claimIds: [id] })
  return { id, sentence, statement, document }
}

/** A verdict on it, given by one and published by another where readers are to see it. */
async function judge(claimId: number, rating: string, isPublic = false) {
  const newest = await db.verdict.findFirst({ where: { claimId }, orderBy: { id: 'desc' } })
  const verdict = await giveVerdictOn(
    db,
    { claimId },
    { by: account.id, rating, ...(newest && { supersedesId: newest.id }) },
  )
  if (isPublic) await publishVerdict(db, { verdictId: verdict.id, by: colleague.id, ownVerdicts: false })
  return verdict
}

/** The preview, and what its form holds as a browser would send it. */
async function previewed(id: number, into: number | string, who: Agent = editor) {
  const page = load((await who.get(`/claims/${id}/merge`).query({ into }).expect(200)).text)
  const form = page('form[method=post][action$="/merge"]')
  const fields = form.serializeArray().map(({ name, value }) => [name, value] as const)
  return { page, form: Object.fromEntries(fields) as Record<string, string> }
}

async function merge(id: number, into: number, given: object = {}, who: Agent = reviewer): Promise<number> {
  const { form } = await previewed(id, into, who)
  const sent = { correction: 'Both say the same', ...form, ...given }
  const { body } = await who
    .post(`/claims/${id}/merge`)
    .set(json)
    .send({ ...sent, correction: 'Both say the same' })
    .expect(201)
  return (body as { id: number }).id
}

async function refusal(id: number, into: number, given: object = {}, status = 422) {
  const { form } = await previewed(id, into, reviewer)
  const { body } = await reviewer
    .post(`/claims/${id}/merge`)
    .set(json)
    .send({ ...form, ...given })
    .expect(status)
  return (body as { detail: string }).detail
}

async function undo(mergeId: number, status = 200) {
  const { body } = await reviewer.post(`/claims/merges/${mergeId}/undo`).set(json).expect(status)
  return body as { notice: string; detail: string; url: string }
}

/** Every row of every table but of what tells what happened, and of what a merge made of itself. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
  )
  const history = [
    'Event',
    'Correction',
    'ClaimMerge',
    'Submission',
    'DoneSubmission',
    'session',
    'SignIn',
    'Guess',
    'Draft',
  ]
  const all: Record<string, unknown[]> = {}
  for (const { name } of tables.filter((table) => !history.includes(table.name))) {
    const left =
      {
        Claim: ['revision', 'state'],
        Work: ['revision', 'state', 'isOpen'],
        SearchEntry: ['id', 'words'],
        ClaimPair: ['id'],
      }[name] ?? []
    const { rows } = await pool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) - $1::text[] AS row FROM "${name}" t ORDER BY (to_jsonb(t) - $1::text[])::text`,
      [left],
    )
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

test('an editor sees what a merge of two claims would move, merges them, and everything hangs on the one that stays', async () => {
  const n = next()
  const going = await claimed(`Port Ansel closes its old harbour ${n}`, { topics: `Harbours ${n}, Ships ${n}` })
  const staying = await claimed(`The old harbour of Port Ansel will be closed ${n}`, { topics: `Ships ${n}` })
  await stateClaim(db, staying.statement.id, { claimId: going.id })
  const note = await noteOn(db, { claimId: going.id }, { by: account.id })
  const reply = await replyOn(db, note.id, { by: colleague.id })
  const verdict = await judge(going.id, 'true')
  await db.work.update({ where: { claimId: going.id }, data: { assigneeId: account.id, priority: 'urgent' } })
  const before = await everything()

  const started = load((await editor.get(`/claims/${going.id}/merge`).expect(200)).text)
  assert.match(started('h1').text(), /into another claim/)
  const { page } = await previewed(going.id, staying.id)
  const moves = page('h2:contains("What moves") + ul').text()
  for (const line of [/2 statements/, /2 topics/, /2 notes/]) assert.match(moves, line)
  assert.equal(page('input[name=verdict]').length, 0, 'one was checked: nothing is to be decided')
  assert.equal(page('[name=correction]').length, 0, 'no reader has seen it')
  const mergeId = await merge(going.id, staying.id, {}, editor)

  const { statements, topics, notes, verdicts, work } = await db.claim.findUniqueOrThrow({
    where: { id: staying.id },
    include: { statements: true, topics: true, notes: true, verdicts: true, work: true },
  })
  assert.deepEqual([statements.length, topics.length, work?.assigneeId, work?.priority], [2, 2, account.id, 'urgent'])
  assert.deepEqual(notes.map(({ id }) => id).sort(), [note.id, reply.id].sort())
  assert.deepEqual(
    verdicts.map(({ id }) => id),
    [verdict.id],
  )
  const shown = load((await editor.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.match(shown('.kin').text(), new RegExp(going.sentence))
  assert.match(shown('.events').text(), /merged another claim into.*with 2 statements/s)
  assert.match(shown('#accuracy').parent().text(), /True/)
  const list = (
    await editor
      .get('/claims')
      .query({ q: String(n) })
      .set(json)
  ).body as { claims: { id: number }[] }
  assert.deepEqual(
    list.claims.map(({ id }) => id),
    [staying.id],
  )
  const desk = await editor.get('/desk').query({ q: going.sentence }).set(json)
  assert.doesNotMatch(
    JSON.stringify((desk.body as { rows?: unknown }).rows ?? desk.body),
    new RegExp(`"claimId":${going.id}\\b`),
  )

  const { notice } = await undo(mergeId)
  assert.equal(notice, 'Undone: they are two claims again.')
  assert.deepEqual(await everything(), before)
  assert.match((await undo(mergeId, 422)).detail, /undone already/)
})

test('the preview says what readers see only of a claim that they see', async () => {
  const [draft, seen] = [await claimed('The quay is sinking'), await claimed('The quay sinks', { isPublic: true })]
  await judge(draft.id, 'unproven')
  await judge(seen.id, 'unproven')
  const { page } = await previewed(draft.id, seen.id, reviewer)
  const columns = page('.columns > section')
    .toArray()
    .map((column) => page(column).text())
  assert.deepEqual(
    columns.map((text) => /Readers see/.test(text)),
    [false, true],
  )
  assert.ok(
    columns.every((text) => /Sentence/.test(text)),
    'a claim has no name',
  )
})

test('whatever stood at the address of a merged claim leads on, for pages, programs and other sites', async () => {
  const n = next()
  const going = await claimed(`Gulls eat ${n} loaves`, { isPublic: true })
  const staying = await claimed(`Loaves are eaten by gulls, ${n}`, { isPublic: true })
  await merge(going.id, staying.id)
  for (const who of [reader, editor]) {
    for (const path of ['', '-gulls-eat-loaves', '/verdicts', '/graph', '/provenance', '/timeline']) {
      for (const accept of ['text/html', 'application/json', 'application/ld+json']) {
        const led = await who.get(`/claims/${going.id}${path}`).set('Accept', accept).expect(301)
        const [, rest = ''] = /^[^/]*(\/.*)?$/.exec(path) ?? []
        assert.equal(led.headers['location'], `/claims/${staying.id}${rest}`, path)
      }
    }
  }
  const frame = await reader.get(`/embed/claims/${going.id}`).expect(301)
  assert.equal(frame.headers['location'], `/embed/claims/${staying.id}`)
  const oembed = await reader.get('/oembed').query({ url: `http://desk.example.org/claims/${going.id}` })
  const own = await reader.get('/oembed').query({ url: `http://desk.example.org/claims/${staying.id}` })
  assert.deepEqual([oembed.status, oembed.body], [200, own.body])
  await editor.get(`/claims/${going.id}/edit`).expect(301)
  const page = load((await reader.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.match(page('.corrections').text(), new RegExp(`Both say the same.*${going.sentence}`, 's'))
  for (const path of ['/sitemap.xml', '/feed.atom', '/claims', '/search?q=gulls']) {
    assert.doesNotMatch((await reader.get(path)).text, new RegExp(`/claims/${going.id}-`), path)
  }

  for (const path of ['', '-gulls-eat-' + n + '-loaves'])
    await reviewer
      .post('/annotations/')
      .set({ 'Content-Type': 'application/ld+json', 'Sec-Fetch-Site': 'same-origin' })
      .send(
        JSON.stringify({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          type: 'Annotation',
          bodyValue: `Sent to the old address ${path}`,
          target: `http://desk.example.org/claims/${going.id}${path}`,
        }),
      )
      .expect(201)
  const met = load((await reader.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.equal(met('[aria-labelledby=sent] li').length, 2)

  await reviewer.post(`/claims/${staying.id}/withdrawal`).type('form').send({ reason: 'It was a hoax' }).expect(303)
  await reader.get(`/claims/${going.id}`).redirects(1).expect(410)
})

test('readers are not led on from a claim that they never saw', async () => {
  const n = next()
  const going = await claimed(`Only the desk knows ${n}`)
  const staying = await claimed(`Everybody knows ${n}`, { isPublic: true })
  await merge(going.id, staying.id)
  for (const path of ['', '/verdicts', '/provenance', '/graph'])
    await reader.get(`/claims/${going.id}${path}`).expect(404)
  await reader.get(`/embed/claims/${going.id}`).expect(404)
  await editor.get(`/claims/${going.id}`).expect(301)
})

test('only who publishes merges what readers see, or undoes that', async () => {
  const n = next()
  const [a, b, c] = [
    await claimed(`Tugs are blue ${n}`, { isPublic: true }),
    await claimed(`The tugs are blue ${n}`, { isPublic: true }),
    await claimed(`Blue tugs ${n}`),
  ]
  await reader.get(`/claims/${a.id}/merge`).set(json).expect(401)
  await reader.get('/claims/duplicates').set(json).expect(401)
  const told = { correction: 'They say the same' }
  for (const [going, staying] of [
    [a, b],
    [c, a],
  ] as const) {
    const { form } = await previewed(going.id, staying.id)
    await reader
      .post(`/claims/${going.id}/merge`)
      .set(json)
      .send({ ...form, ...told })
      .expect(401)
    await editor
      .post(`/claims/${going.id}/merge`)
      .set(json)
      .send({ ...form, ...told })
      .expect(403)
  }
  const id = await merge(a.id, b.id)
  await reader.post(`/claims/merges/${id}/undo`).set(json).expect(401)
  await editor.post(`/claims/merges/${id}/undo`).set(json).expect(403)
  assert.match(await refusal(c.id, b.id, { correction: '' }), /they will see it/)
  await undo(id)
  const page = load((await reader.get(`/claims/${b.id}`).redirects(1).expect(200)).text)
  assert.match(page('.corrections').text(), /It was shown as one with “Tugs are blue/)
  await reader.get(`/claims/${a.id}`).redirects(1).expect(200)
})

test('where both were checked and found differently, the editor decides which verdict stands, and readers are told', async () => {
  const n = next()
  const going = await claimed(`The pier is ${n} metres long`, { isPublic: true })
  const staying = await claimed(`The pier measures ${n} metres`, { isPublic: true })
  const older = await judge(going.id, 'true', true)
  const newer = await judge(staying.id, 'false', true)
  const before = await everything()
  const { page, form } = await previewed(going.id, staying.id, reviewer)
  assert.match(page('fieldset:contains("Which verdict stands")').text(), /found differently.*False.*True/s)
  assert.equal(page('input[name=verdict][checked]').length, 0, 'nothing is decided for them')
  assert.match(await refusal(going.id, staying.id, { correction: 'One claim' }), /Choose which verdict stands/)

  const mergeId = await merge(going.id, staying.id, { verdict: 'merged' })
  const shown = load((await reader.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.match(shown('#accuracy').parent().text(), /True/)
  assert.match(
    shown('.corrections').text(),
    /it was False.*it is now True/s,
    'readers are told that the rating changed',
  )
  const past = load((await reader.get(`/claims/${staying.id}/verdicts`).expect(200)).text)
  const lines = past('.verdict-succession')
    .toArray()
    .map((line) => past(line).text())
  assert.equal(lines.length, 2)
  assert.match(lines[0] ?? '', new RegExp(`True.*Given on “${going.sentence}”`, 's'))
  assert.match(lines[1] ?? '', /False/, 'what was published stays')
  assert.doesNotMatch(lines[1] ?? '', /Given on/, 'and is not told as found of other words')
  const found = await reader.get('/claims').query({ rating: 'true', q: 'pier' }).set(json)
  assert.deepEqual(
    (found.body as { claims: { id: number }[] }).claims.map(({ id }) => id),
    [staying.id],
  )
  const none = await reader.get('/claims').query({ rating: 'false', q: 'pier' }).set(json)
  assert.deepEqual((none.body as { claims: unknown[] }).claims, [])

  await undo(mergeId)
  assert.deepEqual(await everything(), before)
  assert.deepEqual(
    (await db.verdict.findMany({ where: { id: { in: [older.id, newer.id] } }, orderBy: { id: 'asc' } })).map(
      ({ claimId }) => claimId,
    ),
    [going.id, staying.id],
  )
  await judge(staying.id, 'true')
  const stale = await reviewer
    .post(`/claims/${going.id}/merge`)
    .set(json)
    .send({ ...form, verdict: 'merged', correction: 'x', revision: undefined })
  assert.equal(stale.status, 422)
  const now = (await previewed(going.id, staying.id, reviewer)).form
  await reviewer
    .post(`/claims/${going.id}/merge`)
    .set(json)
    .send({ ...now, found: form['found'], verdict: 'merged', correction: 'x' })
    .expect(409)
})

test('readers lose no verdict behind a claim that they never saw', async () => {
  const n = next()
  for (const isWithdrawn of [false, true]) {
    const [draft, seen] = [await claimed(`Locks ${n} jam`), await claimed(`Jammed locks ${n}`, { isPublic: true })]
    await judge(draft.id, 'true')
    const told = await judge(seen.id, 'false', true)
    if (isWithdrawn) await withdrawVerdict(db, { verdictId: told.id, reason: 'Another lock', by: colleague.id })
    const choice = { correction: 'One', verdict: 'merged' }
    assert.match(await refusal(draft.id, seen.id, choice), /have not seen “Locks .* Publish that one first/)
    await publishClaim(db, { claimId: draft.id, by: colleague.id })
    await merge(draft.id, seen.id, choice)
    const past = load((await reader.get(`/claims/${seen.id}/verdicts`).expect(200)).text)
    assert.match(past('main').text(), isWithdrawn ? /Another lock/ : /False/)
  }
})

test('a verdict that stayed with a merged claim is not published any more, and a merged claim neither', async () => {
  const n = next()
  const [going, staying, draft] = [
    await claimed(`Buoys ${n} drift`, { isPublic: true }),
    await claimed(`Drifting buoys ${n}`, { isPublic: true }),
    await claimed(`A buoy ${n} drifts`),
  ]
  const left = await judge(going.id, 'true')
  await judge(staying.id, 'false', true)
  await merge(going.id, staying.id, { verdict: 'survivor' })
  await merge(draft.id, staying.id)
  const publication = await reviewer.post(`/verdicts/${left.id}/publication`).set(json).expect(422)
  assert.match((publication.body as { detail: string }).detail, /another verdict stands/)
  assert.equal((await db.verdict.findUniqueOrThrow({ where: { id: left.id } })).state, 'draft')

  const { id: documentId, revision } = await db.document.findUniqueOrThrow({ where: { id: draft.document.id } })
  const sent = { revision, claimIds: [draft.id], verdictIds: [] }
  const { body } = await reviewer.post(`/documents/${documentId}/publication`).set(json).send(sent).expect(422)
  assert.match((body as { detail: string }).detail, new RegExp(`merged into claim ${staying.id} meanwhile`))
  assert.equal((await db.document.findUniqueOrThrow({ where: { id: documentId } })).state, 'draft')
})

test('a reader who challenges a claim that was merged meanwhile has their words in the form of what it is now', async () => {
  const n = next()
  const [going, staying] = [
    await claimed(`Kelp ${n} grows`, { isPublic: true }),
    await claimed(`Growing kelp ${n}`, { isPublic: true }),
  ]
  const opened = load((await reader.get(`/claims/${going.id}/challenge`).expect(200)).text)
  const fields = opened(`form[action="/claims/${going.id}/challenges"]`).serializeArray()
  const sent = {
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    kind: 'wording',
    body: 'It does not',
  }
  await merge(going.id, staying.id)
  const back = load((await reader.post(`/claims/${going.id}/challenges`).type('form').send(sent).expect(422)).text)
  assert.match(back('.errors').text(), /merged into one that says the same/)
  const form = back(`form[action="/claims/${staying.id}/challenges"]`)
  assert.equal(form.find('[name=body]').val(), 'It does not')
  const again = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  await reader.post(`/claims/${staying.id}/challenges`).type('form').send(again).expect(201)
  assert.equal(await db.challenge.count({ where: { claimId: staying.id } }), 1)
})

test('a verdict that was given since in the place of a moved one keeps the claims one, and says so', async () => {
  const n = next()
  const [going, staying] = [await claimed(`Eels return ${n}`), await claimed(`The eels return ${n}`)]
  await judge(going.id, 'true')
  const mergeId = await merge(going.id, staying.id)
  await judge(staying.id, 'false')
  assert.match((await undo(mergeId, 422)).detail, /A verdict was given since/)
  assert.equal((await db.claim.findUniqueOrThrow({ where: { id: going.id } })).mergedIntoId, staying.id)
})

test('undoing the merge of a draft tells readers nothing of its sentence', async () => {
  const n = next()
  const [going, staying] = [
    await claimed(`Only the desk knows ${n}`),
    await claimed(`All the town knows ${n}`, { isPublic: true }),
  ]
  await undo(await merge(going.id, staying.id))
  const page = load((await reader.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.doesNotMatch(page.html(), /Only the desk/)
  assert.match(page('.corrections').text(), /shown as one with what belongs to another claim/)
})

for (const isPublic of [true, false]) {
  const when = isPublic ? 'what was published since they were merged' : 'what was published of two drafts since'
  test(`readers are told what an undo takes from them: ${when}`, async () => {
    const n = next()
    const [going, staying] = [await claimed(`Cod ${n} is back`), await claimed(`Cod ${n} returned`, { isPublic })]
    const verdict = await judge(going.id, 'true')
    const mergeId = await merge(going.id, staying.id)
    if (!isPublic) await publishClaim(db, { claimId: staying.id, by: colleague.id })
    await publishVerdict(db, { verdictId: verdict.id, by: colleague.id, ownVerdicts: false })
    await editor.post(`/claims/merges/${mergeId}/undo`).set(json).expect(403)
    await undo(mergeId)
    const page = load((await reader.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
    assert.match(page('.corrections').text(), /it was True.*it is now Not checked yet/s)
  })
}

test('a draft takes over the request for review of what is merged into it, and undoing the merge gives it back', async () => {
  const n = next()
  const [going, staying] = [await claimed(`Herring ${n} is back`), await claimed(`Herring ${n} returned`)]
  await sendClaimToReview(db, { claimId: going.id, by: account.id })
  const mergeId = await merge(going.id, staying.id)
  const page = load((await reviewer.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.match(page('main').text(), new RegExp(`${account.name} asked for review`))
  const waiting = load((await reviewer.get('/desk').expect(200)).text)
  assert.match(waiting('.waiting').text(), new RegExp(`Herring ${n} returned`), 'also for the reviewer who merged them')
  await undo(mergeId)
  const states = await db.claim.findMany({ where: { id: { in: [going.id, staying.id] } }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    states.map(({ state }) => state),
    ['in_review', 'draft'],
  )
  const after = load((await reviewer.get(`/claims/${staying.id}`).redirects(1).expect(200)).text)
  assert.equal(after('main [role=note]:contains("asked for a review")').length, 0, 'nobody asked for a review of it')
})

test('a request for review that a merge carried over is written by whoever merged, and goes back to whoever asked', async () => {
  const n = next()
  const asker = await makeAccount(db, 'editor')
  const claims = [
    await claimed(`Sprat ${n} is back`),
    await claimed(`Sprat ${n} returned`),
    await claimed(`Sprats ${n}`),
  ]
  const [going, staying, last] = claims.map(({ id }) => id) as [number, number, number]
  await sendClaimToReview(db, { claimId: going, by: asker.id })
  await merge(going, staying)
  await merge(staying, last)
  const events = await db.event.findMany({
    where: { action: 'claim_sent_to_review', claimId: { in: [staying, last] } },
  })
  assert.deepEqual(
    events.map(({ accountId }) => accountId),
    [colleague.id, colleague.id],
  )
  const page = load((await reviewer.get(`/claims/${last}`).redirects(1).expect(200)).text)
  assert.match(page('main [role=note]').text(), new RegExp(`${asker.name} asked for a review`))
  const asking = await signIn(app, asker)
  await reviewer.post(`/claims/${last}/return`).set(json).send({ reason: 'Say where' }).expect(200)
  const waiting = load((await asking.get('/desk').expect(200)).text)
  assert.match(waiting('.waiting').text(), new RegExp(`Came back to you.*Sprats ${n}.*Say where`, 's'))
})

test('two claims with one statement, merged into a third, are undone in any order', async () => {
  const n = next()
  const topics = `Tides ${n}`
  const [one, third, other] = [
    await claimed(`Tide ${n} rises`, { topics }),
    await claimed(`Tide ${n} climbs`),
    await claimed(`Tide ${n} swells`, { topics }),
  ]
  await stateClaim(db, one.statement.id, { claimId: other.id })
  const before = await everything()
  const [first, second] = [await merge(one.id, third.id), await merge(other.id, third.id)]
  await undo(first)
  const { statements, topics: tagged } = await db.claim.findUniqueOrThrow({
    where: { id: third.id },
    include: { statements: true, topics: true },
  })
  assert.deepEqual([statements.length, tagged.length], [3, 1], 'what the other had too stays with it')
  assert.equal((await undo(second)).notice, 'Undone: they are two claims again.')
  assert.deepEqual(await everything(), before)
})

test('what was merged into a merged claim leads on with it, and merges are undone in order', async () => {
  const n = next()
  const [a, b, c] = [
    await claimed(`Ebb ${n} comes`),
    await claimed(`Ebb ${n} is coming`),
    await claimed(`Ebb ${n} will come`),
  ]
  await judge(a.id, 'true')
  const before = await everything()
  const first = await merge(a.id, b.id)
  const second = await merge(b.id, c.id)
  assert.equal((await editor.get(`/claims/${a.id}`).expect(301)).headers['location'], `/claims/${c.id}`)
  assert.match((await undo(first, 422)).detail, /Undo that merge first/)
  assert.match(await refusal(c.id, b.id).catch(String), /302|301|200/)
  await undo(second)
  assert.equal((await editor.get(`/claims/${a.id}`).expect(301)).headers['location'], `/claims/${b.id}`)
  await undo(first)
  assert.deepEqual(await everything(), before)
})

test('what stands in the way of a merge is said with what to do', async () => {
  const n = next()
  const [shown, draft, gone] = [
    await claimed(`Nets ${n} are torn`, { isPublic: true }),
    await claimed(`Torn nets ${n}`),
    await claimed(`Nets gone ${n}`),
  ]
  await withdrawClaim(db, { claimId: gone.id, reason: 'A rumour', by: account.id })
  const conflict = async (id: number, into: number) => {
    const { page } = await previewed(id, into)
    assert.equal(page('form[method=post][action$="/merge"]').length, 0)
    return page('.errors').text()
  }
  assert.match(await conflict(shown.id, draft.id), /merge them the other way round/)
  assert.match(await conflict(draft.id, gone.id), /was withdrawn/)
  const denied = await claimed(`Nets hold ${n}`)
  await stateClaim(db, denied.statement.id, { claimId: draft.id, stance: 'denies' })
  assert.match(
    await conflict(denied.id, draft.id),
    new RegExp(`Statement ${denied.statement.id} asserts the one and denies the other`),
  )
  const ask = async (id: number, query: object) =>
    load((await editor.get(`/claims/${id}/merge`).query(query).expect(422)).text)('main').text()
  assert.match(await ask(draft.id, { into: draft.id }), /can’t be merged into itself/)
  assert.match(await ask(draft.id, { into: '' }), /Say into which claim/)
  assert.match(await ask(draft.id, { into: `whale ${n}` }), /No other claim has all these words/)
  for (const sent of [{}, { survivorId: 'x' }, { survivorId: shown.id, revision: 1, survivorRevision: 99 }]) {
    const { status } = await reviewer.post(`/claims/${draft.id}/merge`).set(json).send(sent)
    assert.ok([409, 422].includes(status), String(status))
  }
  const { form } = await previewed(draft.id, shown.id, reviewer)
  const both = [0, 1].map(() =>
    reviewer
      .post(`/claims/${draft.id}/merge`)
      .set(json)
      .send({ ...form, correction: 'One' }),
  )
  await Promise.all(both)
  assert.equal(await db.claimMerge.count({ where: { mergedId: draft.id } }), 1)
})

test('whoever writes about a merged claim writes about what it is now, or is told', async () => {
  const n = next()
  const [going, staying, other] = [
    await claimed(`Crabs walk ${n}`),
    await claimed(`A crab walks ${n}`),
    await claimed(`Snails ${n}`),
  ]
  await merge(going.id, staying.id)
  await stateClaim(db, other.statement.id, { claimId: going.id })
  const again = await recordOn(db, other.document.id, { quote: 'measurements' }).catch(() => null)
  assert.equal(await db.statementClaim.count({ where: { claimId: going.id } }), 0)
  assert.equal(await db.statementClaim.count({ where: { claimId: staying.id, statementId: other.statement.id } }), 1)
  assert.ok(again === null || again.id > 0)
  const offered = await editor
    .get('/claims/suggestions')
    .query({ q: `crabs walk ${n}` })
    .expect(200)
  assert.deepEqual(
    (offered.body as { id: number }[]).map(({ id }) => id),
    [staying.id],
    'by the words of the merged one',
  )
  const words = { ratingId: 1, reasons: 'Words that must not be lost' }
  for (const [path, sent] of [
    ['verdicts', words],
    ['notes', { body: 'Words that must not be lost' }],
    ['publication', {}],
    ['', { sentence: 'x' }],
  ] as const) {
    const address = `/claims/${going.id}${path && `/${path}`}`
    const { status } = await reviewer.post(address).set(json).send(sent)
    assert.ok([409, 422].includes(status) || (path === 'notes' && status === 201), `${address}: ${status}`)
  }
  assert.equal(await db.verdict.count({ where: { claimId: going.id } }), 0)
  assert.equal(await db.note.count({ where: { claimId: going.id } }), 0)
})

test('claims that probably say the same are listed with the reason, and told apart once and for all', async () => {
  const n = next()
  const [one, other] = [
    await claimed(`The harbour seals returned in spring ${n}`),
    await claimed(`Harbour seals have returned in the spring ${n}`),
  ]
  const row = async () => {
    const page = load((await editor.get('/claims/duplicates').expect(200)).text)
    return page('.pairs > li').filter((_, li) => page(li).text().includes(one.sentence))
  }
  assert.match((await row()).text(), /Because: the same but for small words/)
  assert.match((await editor.get(`/claims/${one.id}`).redirects(1)).text, /Probably the same/)
  const pair = await db.claimPair.findFirstOrThrow({ where: { earlierId: one.id, laterId: other.id } })
  await reader.post(`/claims/duplicates/${pair.id}/dismissal`).set(json).expect(401)
  await editor.post(`/claims/duplicates/${pair.id}/dismissal`).expect(303)
  await editor.post(`/claims/duplicates/${pair.id}/dismissal`).set(json).expect(422)
  assert.equal((await row()).length, 0)
  await editor.post(`/claims/duplicates/${pair.id}/reopening`).expect(303)
  assert.equal((await row()).length, 1)
  await db.claim.createMany({ data: [1, 2].map(() => ({ sentence: `Lighthouse keepers sing on ${n} Sundays` })) })
  await editor.post('/claims/comparisons').expect(303)
  assert.match((await editor.get('/claims/duplicates').expect(200)).text, /Lighthouse keepers sing/)
})

for (const [one, other, reason] of [
  ['The harbour closes.', 'the harbour closes', /the same words/],
  ['The harbour was closed in May', 'Harbour closed in May', /small words/],
  ['The harbour was closed in May', 'The harbour was not closed in May', undefined],
  ['The harbour didn’t close in May', 'The harbour did close in May', undefined],
  ['It cost 12 million euros', 'It cost 13 million euros', undefined],
  ['The mayor met the minister', 'The minister met the mayor', undefined],
  ['Kabulov met Taliban envoys in Doha', 'Kabulof met Taliban envoys in Doha', /spelt otherwise/],
  ['Kabulov met Taliban envoys in Doha', 'Kabulov met Taliban envoys in Doha on Monday', /few words more/],
  ['The mayor lied', 'The mayor left', undefined],
  ['🦭', '🦀', undefined],
] as const) {
  test(`the claims “${one}” and “${other}” ${reason ? 'probably say the same' : 'are not likened'}`, () => {
    for (const found of [likeness(one, other), likeness(other, one)]) {
      if (reason) assert.match(String(found), reason)
      else assert.equal(found, undefined)
    }
  })
}

test('whatever hangs on claims, merging and undoing gives back every row, and derived values are right in between', async () => {
  let seed = 20261129
  const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T
  const often = (share: number) => random() < share
  for (let round = 0; round < 6; round++) {
    const n = next()
    const made: number[] = []
    const statements = []
    for (let i = 0; i < 4; i++) {
      const { id, statement } = await claimed(`Round ${n} thing ${'abcd'[i]}`, {
        topics: `One ${n}${often(0.5) ? `, Two ${n}` : ''}`,
        isPublic: often(0.4),
      })
      made.push(id)
      statements.push(statement.id)
    }
    for (const claimId of made) {
      for (const statementId of statements) if (often(0.3)) await stateClaim(db, statementId, { claimId })
      for (let i = 0; often(0.6) && i < 3; i++)
        await judge(
          claimId,
          pick(['true', 'false', 'unproven'].filter(Boolean)) === 'false' ? 'false' : 'true',
          often(0.5),
        )
      if (often(0.3)) {
        const standing = await db.verdict.findFirst({
          where: { claimId, state: { not: 'withdrawn' } },
          orderBy: { id: 'desc' },
        })
        if (standing)
          await db.verdict.update({
            where: { id: standing.id },
            data: { state: 'withdrawn', withdrawnReason: 'x', withdrawnAt: new Date() },
          })
      }
      if (often(0.4)) await sendClaimToReview(db, { claimId, by: account.id }).catch(() => undefined)
      if (often(0.5)) await replyOn(db, (await noteOn(db, { claimId }, { by: account.id })).id, { by: colleague.id })
      if (often(0.5))
        await db.work.update({
          where: { claimId },
          data: {
            assigneeId: pick([account.id, colleague.id, null]),
            priority: pick(['low', 'urgent']),
            dueOn: new Date('2027-01-0' + (1 + Math.floor(random() * 9))),
          },
        })
      if (often(0.3))
        await db.challenge.create({
          data: { kind: 'wording', claimId, challenged: 'x', body: 'y', secretHash: `${n}-${claimId}` },
        })
    }
    const before = await everything()
    const merges: number[] = []
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [3, 2],
    ] as const) {
      const [going, staying] = await Promise.all([claims.find(db, made[a] ?? 0), claims.find(db, made[b] ?? 0)])
      const form = MergeDecision.parse({
        survivorId: staying.id,
        revision: going.revision,
        survivorRevision: staying.revision,
        correction: 'One',
        verdict: pick(['merged', 'survivor']),
      })
      const merged = await mergeThings(db, claims, going.id, { ...form, permitSeen: () => {}, by: account.id }).catch(
        (error: unknown) => error as Error,
      )
      if (merged instanceof Error) assert.match(merged.message, /Readers (see|were told)|denies|doubts/)
      else merges.push(merged.id)
    }
    const stored = await storedFacts(pool)
    assert.deepEqual(stored, await fromScratch(pool), `round ${round}: derived values once merged`)
    for (const mergeId of merges.toReversed()) {
      const { lost } = await undoMerge(db, claims, { mergeId, permitSeen: () => {}, by: account.id })
      assert.deepEqual(lost, [])
    }
    assert.deepEqual(await everything(), before, `round ${round}`)
    assert.deepEqual(await storedFacts(pool), await fromScratch(pool), `round ${round}: derived values`)
  }
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createAccount } from '../src/accounts/accounts.ts'
import { createSource } from '../src/sources/sources.ts'
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
} from './support/world.ts'

/*
 * People who change at the same moment what hangs together. The embedded database does one transaction after another; on a
 * server they meet, and nobody may be told that the desk broke, whichever of them was quicker.
 */
const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'reviewer')
const colleague = await signIn(app, await makeAccount(db, 'admin'))
const editor = await signIn(app, account)
const json = { Accept: 'application/json' }
const rounds = Array.from({ length: 8 }, (_, round) => round)

type Answer = { status: number; text: string; body: unknown }
type Sent = PromiseLike<Answer>

/** All of them at once; whoever came too late is told so. */
async function atOnce(...sent: Sent[]): Promise<Answer[]> {
  const answers = await Promise.all(sent)
  for (const { status, text } of answers) assert.ok(status < 500, `${status} ${text}`)
  return answers
}
const send = (path: string, body: object, who = editor): Sent =>
  who
    .post(path)
    .set(json)
    .send(body)
    .then((answer) => answer)

async function mergeBody(kind: 'sources' | 'topics', id: number, survivorId: number) {
  const rows = { sources: db.source, topics: db.topic }[kind] as typeof db.topic
  const [one, other] = await Promise.all([id, survivorId].map((id) => rows.findUniqueOrThrow({ where: { id } })))
  return { survivorId, revision: one?.revision, survivorRevision: other?.revision }
}

/** What is sent after a look at what would change. */
async function lookedAt(query: object, who = colleague) {
  const { body } = await who.get('/desk/bulk').query(query).set(json).expect(200)
  return { ...query, digest: (body as { plan: { digest: string } }).plan.digest }
}

test('claims are tagged, one by one and many at once, while their topics are merged and put back', async () => {
  const { id: documentId } = await makeDocument(db, { title: 'Topics at once' })
  const statement = await recordOn(db, documentId)
  for (const round of rounds) {
    const [one, other] = [`Quays ${round}`, `Wharves ${round}`]
    const word = `at-once-${round}`
    const claims: { id: number }[] = []
    for (const topics of [one, other, `${one}, ${other}`]) {
      claims.push(await stateClaim(db, statement.id, { sentence: `The ${word} ${next()}`, topics }))
    }
    const [going, staying] = await Promise.all(
      [one, other].map((name) => db.topic.findFirstOrThrow({ where: { name, mergedIntoId: null } })),
    )
    assert.ok(going && staying)
    const edit = (id: number | undefined, topics: string, revision: number) =>
      send(`/claims/${id}`, { sentence: `The ${word} ${next()}`, topics, correction: '', revision })
    const tagging = await lookedAt({ view: 'open', q: word, action: 'tag', tag: one })
    const topicForm = await mergeBody('topics', going.id, staying.id)
    await atOnce(
      send(`/topics/${going.id}/merge`, topicForm, colleague),
      edit(claims[0]?.id, `${one}, New ${round}`, 1),
      edit(claims[1]?.id, `New ${round}, ${one}`, 1),
      send('/desk/bulk', tagging, colleague),
    )
    const merge = await db.topicMerge.findFirst({ where: { mergedId: going.id } })
    const done = await db.bulkChange.findFirst({ orderBy: { id: 'desc' } })
    await atOnce(
      send(`/topics/merges/${merge?.id ?? 0}/undo`, {}, colleague),
      send(`/bulk/${done?.id ?? 0}/undo`, {}, colleague),
      edit(claims[2]?.id, `${other}, Newer ${round}`, 2),
      edit(claims[0]?.id, `Newer ${round}, ${one}`, 2),
    )
  }
})

test('statements are recorded and documents changed while their sources are merged, edited and put back', async () => {
  for (const round of rounds) {
    const names = [`Anka ${round}`, `Bruno ${round}`, `Corvin ${round}`]
    const ids: number[] = []
    for (const name of names) ids.push((await createSource(db, { name, kind: 'organisation', by: null })).id)
    const [one = 0, other = 0, third = 0] = ids
    const documents = [
      await makeDocument(db, { publisher: names[0] ?? '', title: `Sources at once ${round}` }),
      await makeDocument(db, { publisher: names[1] ?? '', title: `Sources at once ${round}` }),
    ]
    const [first, second] = documents.map(({ id }) => id)
    const said = await recordOn(db, first ?? 0, { hops: [{ source: names[0] ?? '', cue: 'said' }] })
    const hops = (...sources: (string | undefined)[]) =>
      sources.map((source) => ({ source, cue: 'said', naming: 'named' }))
    const record = (documentId: number | undefined, ...sources: (string | undefined)[]) =>
      send(`/documents/${documentId}/statements`, {
        quote: 'The quay is sinking',
        mode: 'direct',
        hops: hops(...sources),
      })
    const affiliate = (id: number, name: string | undefined, bodyId: number) =>
      send(
        `/sources/${id}`,
        { name, kind: 'organisation', revision: 1, affiliations: [{ body: '', bodyId }] },
        colleague,
      )
    const form = await mergeBody('sources', one, other)
    const review = await lookedAt({ view: 'open', q: `Sources at once ${round}`, action: 'review' })
    await atOnce(
      send(`/sources/${one}/merge`, form, colleague),
      record(first, names[1], names[0]),
      record(second, names[0], names[1], names[2]),
      affiliate(third, names[2], one),
      affiliate(other, names[1], third),
      send(`/statements/${said.id}`, {
        quote: 'everyone knows it',
        mode: 'direct',
        hops: hops(names[1], names[0]),
        revision: 1,
      }),
      send('/desk/bulk', review, colleague),
    )
    const merge = await db.sourceMerge.findFirst({ where: { mergedId: one } })
    const done = await db.bulkChange.findFirst({ orderBy: { id: 'desc' } })
    await atOnce(
      send(`/merges/${merge?.id ?? 0}/undo`, {}, colleague),
      send(`/bulk/${done?.id ?? 0}/undo`, {}, colleague),
      record(first, names[2], names[1], names[0]),
    )
    const circles = await db.$queryRaw<object[]>`
      WITH RECURSIVE above AS (
        SELECT "sourceId" AS start, "bodyId" AS at FROM "SourceAffiliation"
        UNION SELECT b.start, a."bodyId" FROM above b JOIN "SourceAffiliation" a ON a."sourceId" = b.at
      ) SELECT start FROM above WHERE start = at`
    assert.deepEqual(circles, [], 'nobody works for themselves')
  }
})

test('what rests on one another is changed and withdrawn while much of it is handed over at once', async () => {
  for (const round of rounds) {
    const title = `Rests at once ${round}`
    const origin = await makeDocument(db, { title })
    const said = await recordOn(db, origin.id)
    const claim = await stateClaim(db, said.id, { sentence: `${title}: it sinks` })
    await giveVerdictOn(db, { claimId: claim.id }, { by: account.id })
    const resting: number[] = []
    for (let i = 0; i < 3; i++) {
      const { id } = await makeDocument(db, { title })
      const hops = [{ source: 'Lena Okafor', cue: 'said', upstreamId: said.id }]
      const statement = await recordOn(db, id, { quote: 'The quay is sinking', hops })
      await giveVerdictOn(db, { statementId: statement.id }, { by: account.id })
      resting.push(statement.id)
    }
    await publish(db, origin.id)
    const open = { view: 'open', q: title }
    const urgent = await lookedAt({ ...open, action: 'priority', toPriority: 'urgent' })
    const due = await lookedAt({ ...open, action: 'due', dueOn: '2027-01-01' }, editor)
    await atOnce(
      send('/desk/bulk', urgent, colleague),
      send('/desk/bulk', due),
      send(`/statements/${resting[0]}/withdrawal`, { reason: 'Misread' }),
      send(`/documents/${origin.id}/withdrawal`, { reason: 'It was retracted' }, colleague),
      send(`/statements/${resting[1]}`, { quote: 'everyone knows it', mode: 'direct', hops: [], revision: 1 }),
    )
    const changes = await db.bulkChange.findMany({ orderBy: { id: 'desc' }, take: 2 })
    await atOnce(
      ...changes.map(({ id }) => send(`/bulk/${id}/undo`, {}, colleague)),
      send(`/statements/${resting[0]}/restoration`, {}),
      send(`/statements/${resting[2]}`, { quote: 'everyone knows it', mode: 'direct', hops: [], revision: 1 }),
    )
  }
})

test('what five find or make at once is made once, and all five have it', async () => {
  for (const round of [1, 2]) {
    const before = await db.source.count()
    const all = [1, 2, 3, 4, 5]
    const text = (n: number) => `Report ${n} of round ${round} is about the quay.`
    const story = { kind: 'article', language: 'en', publisher: `Brand New Wire ${round}`, title: 'At once' }
    const imported = await atOnce(...all.map((n) => send('/documents', { ...story, text: text(n) })))
    const ids = imported.map(({ status, body }) => {
      assert.equal(status, 201)
      return (body as { id: number }).id
    })
    assert.equal(await db.source.count({ where: { name: story.publisher } }), 1)
    await atOnce(send('/documents', { ...story, text: text(6) })).then(([answer]) => assert.equal(answer?.status, 201))

    // Speakers, in one order and the other; a claim and its topic.
    const names = [`Speaker One ${round}`, `Speaker Two ${round}`, `Speaker Three ${round}`]
    const sentence = `Five say in round ${round} that the quay is sinking`
    const recorded = await atOnce(
      ...ids.map((id, i) =>
        send(`/documents/${id}/statements`, {
          quote: 'about the quay',
          mode: 'direct',
          claim: sentence,
          hops: (i % 2 ? names : names.toReversed()).map((source) => ({ source, cue: 'said', naming: 'named' })),
        }),
      ),
    )
    for (const { status, text } of recorded) assert.equal(status, 201, text)
    assert.equal(await db.source.count(), before + 4)
    const statements = recorded.map(({ body }) => (body as { id: number }).id)
    const claims = [`${sentence} fast`, `${sentence} FAST`].map((sentence) => ({
      sentence,
      topics: `Sinking ${round}`,
    }))
    const stated = await atOnce(
      ...statements.map((id, i) => send(`/statements/${id}/claims`, { ...claims[i % 2], stance: 'asserts' })),
    )
    for (const { status, text } of stated) assert.equal(status, 201, text)
    assert.equal(await db.claim.count({ where: { sentence } }), 1)
    assert.equal(await db.claim.count({ where: { sentence: { equals: `${sentence} fast`, mode: 'insensitive' } } }), 1)
    assert.equal(await db.topic.count({ where: { name: `Sinking ${round}` } }), 1)
    assert.equal(await db.statementClaim.count({ where: { statementId: { in: statements } } }), 10)

    // One address with another text each time; those who came late are told whose it is.
    const url = `https://coastwire.example/at-once-${round}`
    const late = await atOnce(...all.map((n) => send('/documents', { ...story, url, text: `${text(n)} Again.` })))
    assert.deepEqual(late.map(({ status }) => status).toSorted(), [201, 422, 422, 422, 422])
    for (const { status, text } of late) if (status === 422) assert.match(text, /This address belongs to document/)
  }
})

test('five colleagues of one name who join at once each get a handle, and one address has one account', async () => {
  const password = 'four plain words here'
  const join = (email: string) => createAccount(db, { name: 'Jo Quay', email, role: 'editor', password, by: null })
  const joined = await Promise.all([1, 2, 3, 4, 5].map((n) => join(`jo${n}@coastwire.example`)))
  assert.equal(new Set(joined.map(({ handle }) => handle)).size, 5)
  const [one, other] = await Promise.allSettled([join('same@coastwire.example'), join('same@coastwire.example')])
  const refused = [one, other].find((result) => result?.status === 'rejected')
  assert.match(String(refused?.status === 'rejected' && refused.reason), /has an account already/)
})

test('of several sources that one name has, each that nothing else tells apart is offered with its number', async () => {
  const twins = []
  for (let i = 0; i < 5; i++) twins.push(await createSource(db, { name: 'Fivefold Wire', kind: 'outlet', by: null }))
  const story = {
    kind: 'article',
    language: 'en',
    publisher: 'Fivefold Wire',
    title: 'Which',
    text: 'Which of the five?',
  }
  const [asked] = await atOnce(send('/documents', story))
  assert.equal(asked?.status, 422)
  const { publisher: offered } = (asked?.body as { choices: Record<string, { value: string; label: string }[]> })
    .choices
  assert.equal(new Set(offered?.map(({ label }) => label)).size, 5)
  const [chosen] = await atOnce(send('/documents', { ...story, publisherId: offered?.[0]?.value }))
  assert.equal(chosen?.status, 201)
  assert.equal(await db.document.count({ where: { publisherId: twins[0]?.id ?? 0 } }), 1)
})

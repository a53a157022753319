import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { unlinkClaim } from '../src/claims/claims.ts'
import type { PublicationState, VerdictState } from '../src/database/client/enums.ts'
import { isSeen } from '../src/visible/rows.ts'
import { withdrawDocument } from '../src/review/publishing.ts'
import { unlinkCopy } from '../src/documents/copies.ts'
import type { HopField } from '../src/statements/schema.ts'
import { EditedStatement } from '../src/statements/schema.ts'
import { editStatement, restoreStatement, withdrawStatement } from '../src/statements/statements.ts'
import { findStatementValues } from '../src/statements/values.ts'
import { withdrawVerdict } from '../src/verdicts/verdicts.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { storedFacts, fromScratch } from './support/facts.ts'
import { expectedFacts } from './support/oracle.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

let desk: TestDesk
let editor: { id: number }
let signedIn: Awaited<ReturnType<typeof signIn>>
before(async () => {
  desk = await openTestDesk()
  const account = await makeAccount(desk.db, 'reviewer')
  editor = account
  signedIn = await signIn(desk.app, account)
})
after(() => desk.close())

afterEach(async () => {
  const stored = await storedFacts(desk.pool)
  assert.deepEqual(stored, await expectedFacts(desk.db), 'what the changes left is what the definitions say')
  assert.deepEqual(await fromScratch(desk.pool), stored, 'what the database computes from scratch is the same')
})

type Step = string | { who: string; from: number }

/** "Kabulov" is named, "~an official" described, "?" not stated. */
function hop(step: Step): Partial<HopField> {
  const { who, from } = typeof step === 'string' ? { who: step, from: undefined } : step
  const upstream = { upstreamId: from, cue: 'said' }
  if (who === '?') return { naming: 'unstated', ...upstream }
  if (who.startsWith('~')) return { naming: 'described', description: who.slice(1), ...upstream }
  return { naming: 'named', source: who, ...upstream }
}

/** A statement with these steps in a new document of that publisher. */
async function report(
  publisher: string,
  steps: Step[] = [],
  { quote, ...document }: Parameters<typeof makeDocument>[1] & { quote?: string } = {},
) {
  const { id: documentId } = await makeDocument(desk.db, { publisher, ...document })
  const { id, hops } = await recordOn(desk.db, documentId, { hops: steps.map(hop), ...(quote && { quote }) })
  return { id, documentId, hops: hops.map((hop) => hop.id) }
}

/** Its facts, with names for numbers. */
async function factsOf(statementId: number, forReaders = false) {
  const { rows } = await desk.pool.query<Record<string, unknown>>(
    `SELECT "distance", "rootKind" AS root, "originKey" AS key, "circle",
       (SELECT "name" FROM "Source" WHERE "id" = "originSourceId") AS origin,
       ARRAY(SELECT s."name" FROM unnest("way") WITH ORDINALITY w(id, i) JOIN "Source" s ON s."id" = w.id ORDER BY i) AS way,
       (SELECT "position" + 1 FROM "Hop" WHERE "id" = "weakestHopId") AS weakest, "weakestReason" AS reason
     FROM "StatementFacts" WHERE "statementId" = $1 AND "forReaders" = $2`,
    [statementId, forReaders],
  )
  return rows[0]
}

async function countsOf(claimId: number, forReaders = false) {
  const facts = await desk.db.claimFacts.findUnique({ where: { claimId_forReaders: { claimId, forReaders } } })
  return facts && [facts.reports, facts.origins, facts.namedOrigins, facts.unnamedRoots, facts.circularReports]
}

/** A new claim that these statements assert. */
async function claimOf(...statements: { id: number }[]) {
  const [first, ...others] = statements
  assert.ok(first)
  const { id: claimId } = await stateClaim(desk.db, first.id, { sentence: `The quay moved ${next()} centimetres` })
  for (const { id } of others) await stateClaim(desk.db, id, { claimId })
  return claimId
}

// ── One chain ────────────────────────────────────────────────────────────────────────────────────────────────────

type Expected = [distance: number, root: string, origin: string, weakest: number | null, reason: string | null]
const chains: [chain: string, publisher: string, steps: Step[], Expected][] = [
  ['the envoy told reporters', 'Wire', ['Kabulov'], [1, 'named', 'Kabulov', 1, 'named']],
  ['Russian media report what he told', 'Wire', ['Kabulov', '~Russian media'], [2, 'named', 'Kabulov', 2, 'described']],
  ['he reportedly said it', 'Wire', ['Kabulov', '?'], [2, 'named', 'Kabulov', 2, 'unstated']],
  ['the article says it itself', 'Wire', [], [0, 'own_voice', 'Wire', null, null]],
  ['Russia said, Kabulov said', 'Wire', ['Russia', 'Kabulov'], [2, 'named', 'Russia', 1, 'named']],
  ['a ministry quotes itself in its own paper', 'Ministry', ['Ministry'], [0, 'named', 'Ministry', 1, 'named']],
  ['an official who is not named', 'Wire', ['~an official'], [1, 'described', 'Wire', 1, 'described']],
  [
    'an official, as television has it',
    'Wire',
    ['~an official', 'Eastgate'],
    [2, 'described', 'Eastgate', 1, 'described'],
  ],
  ['nobody says who', 'Wire', ['?', '~media', 'Eastgate'], [3, 'unstated', 'Eastgate', 1, 'unstated']],
  ['a name twice is one step', 'Wire', ['Kabulov', 'Wire', 'Wire'], [1, 'named', 'Kabulov', 1, 'named']],
]

for (const [chain, publisher, steps, [distance, root, origin, weakest, reason]] of chains) {
  test(`distance, root, origin and weakest step are known where ${chain}`, async () => {
    const { id } = await report(publisher, steps)
    const facts = await factsOf(id)
    assert.deepEqual(
      [facts?.distance, facts?.root, facts?.origin, facts?.weakest, facts?.reason],
      [distance, root, origin, weakest, reason],
    )
  })
}

// ── Chains that cross documents ──────────────────────────────────────────────────────────────────────────────────

const crossings: [
  chain: string,
  up: [string, Step[]],
  steps: (from: number) => Step[],
  distance: number,
  root: string,
  way: string[],
][] = [
  [
    'a communiqué in its own voice',
    ['Ministry', []],
    (from) => [{ who: 'Ministry', from }],
    1,
    'own_voice',
    ['Wire', 'Ministry'],
  ],
  [
    'a communiqué that quotes others, whom the report names as well',
    ['Ministry', ['Participants']],
    (from) => ['Participants', { who: 'Ministry', from }],
    2,
    'named',
    ['Wire', 'Ministry', 'Participants'],
  ],
  [
    'a speaker’s words as an agency printed them',
    ['Agency', ['Kabulov']],
    (from) => [{ who: 'Kabulov', from }],
    2,
    'named',
    ['Wire', 'Agency', 'Kabulov'],
  ],
  [
    '“media” that turn out to be an agency',
    ['Agency', ['Kabulov']],
    (from) => ['Kabulov', { who: '~media', from }],
    2,
    'named',
    ['Wire', 'Agency', 'Kabulov'],
  ],
  [
    'an outlet that took it from another',
    ['Agency', []],
    (from) => [{ who: 'Eastgate', from }],
    2,
    'own_voice',
    ['Wire', 'Eastgate', 'Agency'],
  ],
  [
    'a relay of an unnamed voice',
    ['Eastgate', ['~a diplomat']],
    (from) => ['~a diplomat', { who: 'Eastgate', from }],
    2,
    'described',
    ['Wire', 'Eastgate'],
  ],
]

for (const [chain, [publisher, up], steps, distance, root, way] of crossings) {
  test(`a trail goes on in the other document: ${chain}`, async () => {
    const upstream = await report(publisher, up)
    const { id } = await report('Wire', steps(upstream.id))
    const facts = await factsOf(id)
    assert.deepEqual([facts?.distance, facts?.root, facts?.way], [distance, root, way])
    assert.equal(facts?.key, (await factsOf(upstream.id))?.key, 'both have one origin')
  })
}

test('what changes far up the trail changes every statement below it, and their claims', async () => {
  const first = await report('Agency', ['Kabulov'])
  const second = await report('Eastgate', [{ who: 'Agency', from: first.id }])
  const third = await report('Wire', [{ who: 'Eastgate', from: second.id }])
  const other = await report('Gazette', ['Lavrov'])
  const claimId = await claimOf(third, other)
  assert.deepEqual(await countsOf(claimId), [2, 2, 2, 0, 0])
  assert.equal((await factsOf(third.id))?.distance, 3)

  const lavrov = await desk.db.source.findFirstOrThrow({ where: { name: 'Lavrov' } })
  await desk.pool.query('UPDATE "Hop" SET "sourceId" = $1 WHERE "id" = $2', [lavrov.id, first.hops[0]])
  assert.equal((await factsOf(third.id))?.origin, 'Lavrov')
  assert.deepEqual(await countsOf(claimId), [2, 1, 1, 0, 0])

  await desk.db.$transaction((tx) => withdrawStatement(tx, second.id, { reason: 'They never had it', by: null }))
  assert.deepEqual((await factsOf(third.id))?.way, ['Wire', 'Eastgate'], 'a trail ends where it was withdrawn')
  assert.equal(await factsOf(second.id), undefined)
  await restoreStatement(desk.db, second.id, { by: null })
  assert.equal((await factsOf(third.id))?.origin, 'Lavrov')
})

test('reordering, inserting and removing steps in the statement’s form is followed', async () => {
  const { id } = await report('Wire', ['Kabulov', '~Russian media'])
  const edit = async (change: (hops: Awaited<ReturnType<typeof findStatementValues>>['hops']) => object[]) => {
    const values = await findStatementValues(desk.db, id)
    const { revision } = await desk.db.statement.findUniqueOrThrow({ where: { id } })
    await editStatement(desk.db, id, {
      ...EditedStatement.parse({ ...values, hops: change(values.hops), revision }),
      by: null,
    })
    return factsOf(id)
  }
  assert.equal((await edit((hops) => hops.toReversed()))?.root, 'described')
  const grown = await edit((hops) => [{ naming: 'named', source: 'Peskov', cue: 'said' }, ...hops])
  assert.deepEqual([grown?.distance, grown?.origin], [3, 'Peskov'])
  const bare = await edit(() => [])
  assert.deepEqual([bare?.distance, bare?.root, bare?.weakest], [0, 'own_voice', null])
})

// ── The weakest step ─────────────────────────────────────────────────────────────────────────────────────────────

test('verdicts on steps decide which is the weakest, for readers only those that are published', async () => {
  const { id, documentId, hops } = await report('Wire', ['Kabulov', '~Russian media', '?'])
  await publish(desk.db, documentId)
  const weakest = async (forReaders = false) => {
    const facts = await factsOf(id, forReaders)
    return [facts?.weakest, facts?.reason]
  }
  const judge = async (step: number, rating: string, supersedesId?: number) =>
    (await giveVerdictOn(desk.db, { hopId: hops[step - 1] ?? 0 }, { by: editor.id, rating, supersedesId })).id

  assert.deepEqual(await weakest(), [3, 'unstated'])
  const held = await judge(3, 'confirmed')
  assert.deepEqual(await weakest(), [2, 'described'])
  assert.deepEqual(await weakest(true), [3, 'unstated'], 'readers know nothing of a draft')
  await publish(desk.db, documentId, { verdictIds: [held] })
  assert.deepEqual(await weakest(true), [2, 'described'])

  const caution = await judge(2, 'relayed-only')
  const bad = await judge(1, 'misquoted')
  assert.deepEqual(await weakest(), [1, 'bad'])
  await withdrawVerdict(desk.db, { verdictId: bad, reason: 'A slip', by: null })
  assert.deepEqual(await weakest(), [2, 'caution'])
  await judge(2, 'confirmed', caution)
  assert.deepEqual(await weakest(), [1, 'named'])
  await judge(1, 'unverified', bad)
  assert.deepEqual(await weakest(), [1, 'named'], 'a verdict that leaves it open is none')

  await desk.pool.query(`UPDATE "Rating" SET "tone" = 'bad' WHERE "axis" = 'attribution' AND "slug" = 'confirmed'`)
  assert.deepEqual(await weakest(), [2, 'bad'], 'the scale is data: the step nearer the origin of two that are as bad')
  await desk.pool.query(`UPDATE "Rating" SET "tone" = 'good' WHERE "axis" = 'attribution' AND "slug" = 'confirmed'`)
})

// ── Independent origins of a claim ───────────────────────────────────────────────────────────────────────────────

test('five reports of one briefing are one origin; somebody else’s word is a second', async () => {
  const briefing = []
  for (const outlet of ['Wire', 'Eastgate', 'Gazette', 'Herald', 'Tribune'])
    briefing.push(await report(outlet, ['Kabulov', '~media']))
  const claimId = await claimOf(...briefing)
  assert.deepEqual(await countsOf(claimId), [5, 1, 1, 0, 0])
  const second = await report('Herald', ['Lavrov'])
  await stateClaim(desk.db, second.id, { claimId })
  assert.deepEqual(await countsOf(claimId), [6, 2, 2, 0, 0])
})

test('an unnamed voice is the word of who vouches for it, and no origin besides what that one says itself', async () => {
  const unnamed = await report('Eastgate', ['~a diplomat'])
  const relayed = await report('Wire', ['?', 'Eastgate'])
  const own = await report('Eastgate', [])
  assert.deepEqual(await countsOf(await claimOf(unnamed, relayed)), [2, 1, 0, 2, 0])
  assert.deepEqual(await countsOf(await claimOf(unnamed, relayed, own)), [3, 1, 1, 2, 0])
})

test('one wire copy under two publishers is one origin: theirs who printed it first', async () => {
  const text = `Not one container ship will dock here after December. Copy ${next()}.`
  const copy = { text, quote: text }
  const late = await report('Gazette', [], {
    ...copy,
    url: `https://gazette.example/${next()}`,
    published: '2024-03-13',
  })
  const claimId = await claimOf(late)
  assert.equal((await factsOf(late.id))?.origin, 'Gazette')
  const early = await report('Agency', ['~an official'], {
    ...copy,
    url: `https://agency.example/${next()}`,
    published: '2024-03-12',
  })
  await stateClaim(desk.db, early.id, { claimId })
  assert.equal((await factsOf(late.id))?.origin, 'Agency', 'what is imported later changes what was there')
  assert.deepEqual(await countsOf(claimId), [2, 1, 1, 1, 0])
  await withdrawDocument(desk.db, { documentId: early.documentId, reason: 'A forgery', by: null })
  assert.equal((await factsOf(late.id))?.origin, 'Gazette')
  assert.deepEqual(await countsOf(claimId), [1, 1, 1, 0, 0])
})

test('only what asserts a claim is counted; changing sides, unlinking and relinking are followed', async () => {
  const one = await report('Wire', ['Kabulov'])
  const other = await report('Wire', ['Lavrov'])
  const claimId = await claimOf(one, other)
  await stateClaim(desk.db, other.id, { claimId, stance: 'denies' })
  assert.deepEqual(await countsOf(claimId), [1, 1, 1, 0, 0])

  const elsewhere = await claimOf(await report('Wire', ['Peskov']))
  await desk.pool.query('UPDATE "StatementClaim" SET "claimId" = $1, "stance" = $2 WHERE "claimId" = $3', [
    elsewhere,
    'asserts',
    claimId,
  ])
  assert.deepEqual([await countsOf(elsewhere), await countsOf(claimId)], [[3, 3, 3, 0, 0], null])
  await unlinkClaim(desk.db, { statementId: one.id, claimId: elsewhere, by: null })
  assert.deepEqual(await countsOf(elsewhere), [2, 2, 2, 0, 0])
})

test('two sources merged into one are one origin, whichever SQL merges them', async () => {
  const one = await report('Wire', ['Z. Kabulov'])
  const other = await report('Eastgate', ['Zamir Kabulov'])
  const claimId = await claimOf(one, other)
  assert.deepEqual(await countsOf(claimId), [2, 2, 2, 0, 0])
  await desk.pool.query(
    `UPDATE "Hop" SET "sourceId" = (SELECT "id" FROM "Source" WHERE "name" = 'Zamir Kabulov')
     WHERE "sourceId" = (SELECT "id" FROM "Source" WHERE "name" = 'Z. Kabulov')`,
  )
  assert.deepEqual(await countsOf(claimId), [2, 1, 1, 0, 0])
})

// ── Circles ──────────────────────────────────────────────────────────────────────────────────────────────────────

const takeFrom = (statement: { hops: number[] }, upstreamId: number | null) =>
  desk.pool.query('UPDATE "Hop" SET "upstreamId" = $1 WHERE "id" = $2', [upstreamId, statement.hops[0]])

test('two statements taken from each other, and what is taken from them, lead in a circle until it is broken', async () => {
  const a = await report('A Times', ['B Times'])
  const b = await report('B Times', [{ who: 'A Times', from: a.id }])
  const outside = await report('Wire', [{ who: 'B Times', from: b.id }])
  const claimId = await claimOf(a, b, outside)
  await takeFrom(a, b.id)
  for (const { id } of [a, b, outside]) {
    const facts = await factsOf(id)
    assert.deepEqual([facts?.root, facts?.distance, facts?.origin, facts?.key], ['circular', null, null, `c:${a.id}`])
    assert.deepEqual(
      [facts?.circle, facts?.way],
      [
        [a.id, b.id],
        ['A Times', 'B Times', 'A Times'],
      ],
    )
  }
  assert.deepEqual(await countsOf(claimId), [3, 1, 0, 0, 3])

  await takeFrom(b, null)
  assert.deepEqual((await factsOf(outside.id))?.way, ['Wire', 'B Times', 'A Times'])
})

test('a circle of three is found; a statement cannot be taken from itself', async () => {
  const a = await report('A Post', ['C Post'])
  const b = await report('B Post', [{ who: 'A Post', from: a.id }])
  const c = await report('C Post', [{ who: 'B Post', from: b.id }])
  await takeFrom(a, c.id)
  assert.deepEqual((await factsOf(b.id))?.circle, [a.id, c.id, b.id])
  await assert.rejects(() => takeFrom(a, a.id), /Hop_upstream_elsewhere/)
  assert.equal((await factsOf(a.id))?.root, 'circular')

  const page = load((await signedIn.get(`/statements/${b.id}`).redirects(1).expect(200)).text)
  assert.match(
    page('.trail').text(),
    /The trail leads in a circle: A Post has it from C Post, from B Post, from A Post|A Post has it from C Post, C Post from B Post, B Post from A Post/,
  )
})

test('a publisher that cites only itself is said to have it from itself', async () => {
  const a = await report('Echo', ['~a report'])
  const b = await report('Echo', [{ who: '~a report', from: a.id }])
  await takeFrom(a, b.id)
  const claimId = await claimOf(a, b)
  assert.deepEqual(await countsOf(claimId), [2, 1, 0, 0, 2])
  const statement = load((await signedIn.get(`/statements/${a.id}`).redirects(1).expect(200)).text)
  assert.match(statement('.trail').text(), /Echo has it from itself/)
  const claim = load((await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.match(claim('.trail').text(), /Echo has it from itself/)
})

test('reports that only cite one another on a claim are one origin; what one of them has from outside is another', async () => {
  const a = await report('North News', ['South News'])
  const b = await report('South News', ['North News'])
  const claimId = await claimOf(a, b)
  assert.equal((await factsOf(a.id))?.root, 'named', 'each for itself has a root')
  assert.deepEqual(await countsOf(claimId), [2, 1, 0, 0, 2])

  const c = await report('North News', ['Kabulov'])
  await stateClaim(desk.db, c.id, { claimId })
  assert.deepEqual(await countsOf(claimId), [3, 2, 1, 0, 2])

  await stateClaim(desk.db, b.id, { claimId, stance: 'doubts' })
  assert.deepEqual(await countsOf(claimId), [2, 2, 1, 0, 1], 'who doubts it and cites the other closes the circle too')
  await unlinkClaim(desk.db, { statementId: b.id, claimId, by: null })
  assert.deepEqual(await countsOf(claimId), [2, 2, 2, 0, 0])
})

// ── Whichever way the rows change ────────────────────────────────────────────────────────────────────────────────

test('rows written in bulk are computed as one, and a rolled back change leaves no trace', async () => {
  const { documentId, id } = await report('Wire', ['Kabulov'])
  const claimId = await claimOf({ id })
  const { versionId } = await desk.db.statement.findUniqueOrThrow({ where: { id } })
  const bulk = `
    WITH made AS (
      INSERT INTO "Statement" ("versionId", "words", "mode", "state")
      SELECT ${versionId}, 'in bulk', 'indirect', 'ready' FROM generate_series(1, 500) RETURNING "id"
    ), placed AS (
      INSERT INTO "Span" ("statementId", "position", "start", "end") SELECT "id", 0, 0, 7 FROM made
    ), linked AS (
      INSERT INTO "StatementClaim" ("statementId", "claimId") SELECT "id", ${claimId} FROM made
    )
    INSERT INTO "Hop" ("statementId", "position", "naming", "description")
    SELECT "id", 0, 'described', 'an official' FROM made WHERE "id" % 2 = 0`
  await desk.pool.query(`BEGIN; ${bulk}; SAVEPOINT here; DELETE FROM "StatementClaim"; ROLLBACK TO here; COMMIT`)
  assert.deepEqual(await countsOf(claimId), [501, 2, 2, 250, 0])

  const before = await storedFacts(desk.pool)
  await desk.pool.query(
    `BEGIN; DELETE FROM "StatementClaim"; DELETE FROM "Hop" WHERE "description" = 'an official'; ROLLBACK`,
  )
  assert.deepEqual(await storedFacts(desk.pool), before)
  await desk.pool.query(`DELETE FROM "Statement" WHERE "words" = 'in bulk'`)
  assert.deepEqual(await countsOf(claimId), [1, 1, 1, 0, 0])
  assert.ok(documentId)
})

test('what changes nothing of the facts computes none of them', async () => {
  const { id, documentId } = await report('Wire', ['Kabulov'])
  const claimId = await claimOf({ id })
  // Whoever writes a row, or only looks whether to, leaves a mark on it.
  const marks = async () => {
    const { rows } = await desk.pool.query<Record<string, unknown>>(
      `SELECT 's' AS "of", "forReaders", xmin::text, xmax::text FROM "StatementFacts" WHERE "statementId" = $1
       UNION ALL SELECT 'c', "forReaders", xmin::text, xmax::text FROM "ClaimFacts" WHERE "claimId" = $2 ORDER BY 1, 2`,
      [id, claimId],
    )
    return rows
  }
  const before = await marks()
  await signedIn.post(`/documents/${documentId}/review`).type('form').send({}).expect(303)
  await signedIn.post(`/documents/${documentId}/return`).type('form').send({ reason: 'Not yet' }).expect(303)
  await desk.pool.query(`UPDATE "Statement" SET "state" = 'draft' WHERE "id" = $1`, [id])
  await desk.pool.query(`UPDATE "Statement" SET "state" = 'ready' WHERE "id" = $1`, [id])
  assert.deepEqual(await marks(), before)

  await publish(desk.db, documentId)
  const published = await marks()
  assert.notDeepEqual(published, before)
  await desk.pool.query(`UPDATE "Document" SET "state" = 'corrected' WHERE "id" = $1`, [documentId])
  assert.deepEqual(await marks(), published)
})

test('with constraints set to immediate each command is followed at once', async () => {
  const { id } = await report('Wire', ['Kabulov', '~media'])
  const client = await desk.pool.connect()
  await client.query('BEGIN')
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await client.query(`DELETE FROM "Hop" WHERE "statementId" = ${id} AND "position" = 1`)
  const { rows } = await client.query<{ distance: number }>(
    `SELECT "distance" FROM "StatementFacts" WHERE "statementId" = ${id}`,
  )
  assert.equal(rows[0]?.distance, 1)
  await client.query(`UPDATE "Hop" SET "naming" = 'described', "description" = 'he' WHERE "statementId" = ${id}`)
  await client.query('COMMIT')
  client.release()
  assert.equal((await factsOf(id))?.root, 'described')
})

test('people who change things at the same time leave facts that are right', async () => {
  const root = await report('Agency', ['Kabulov'])
  const claimId = await claimOf(root)
  const documents = []
  for (let i = 0; i < 12; i++) documents.push((await makeDocument(desk.db, { publisher: `Outlet ${i}` })).id)
  await Promise.all([
    ...documents.map((documentId) =>
      recordOn(desk.db, documentId, { claimId, hops: [hop({ who: 'Agency', from: root.id })] }),
    ),
    desk.pool.query(
      `UPDATE "Hop" SET "naming" = 'described', "sourceId" = NULL, "description" = 'he' WHERE "id" = $1`,
      [root.hops[0]],
    ),
    ...[1, 2, 3].map((rest) =>
      desk.pool.query(`UPDATE "Statement" SET "state" = 'draft' WHERE "id" % 4 = ${rest} AND "state" = 'ready'`),
    ),
  ])
  assert.deepEqual(await countsOf(claimId), [13, 1, 0, 13, 0])
})

const cranes =
  'Two of the three cranes on the north quay have not moved since the spring, and nobody has come to mend them. Ships that used to wait for an hour now wait for two days, and some of them sail on to the next harbour with everything they carry. What comes after that is written nowhere, not even in the papers that were handed to the council last week.'
const ferry =
  'For three weeks no ferry has crossed to the island before noon, and its school begins when the boat is there. Children read at home until the horn sounds, their teachers walk from house to house, and the baker sells yesterday’s loaves, because flour comes over with everything else. Asked when this ends, the harbour’s office read out its opening hours.'
for (const [news, days, origin, others] of [
  [cranes, [11, 12, 13], 'Agency', 'Courier'],
  [ferry, [13, 12, 10], 'Echo', 'Echo'],
] as const)
  test(`nearly the same text counts once, unless it is unlinked; a paper’s own paragraph is its own: ${origin} was first`, async () => {
    const wire = `${news} The port wrote to its tenants that the basin closes in autumn, all berths included.`
    const passage = 'The port wrote to its tenants that the basin closes in autumn, all berths included.'
    const edit = (words: string) => words.replace('all berths', 'every berth')
    const own = 'We asked the port, whose clerk told us that nothing has been settled.'
    const printed = async (publisher: string, day: number, text: string, quote: string) => {
      const url = `https://${publisher.toLowerCase()}.example/${next()}`
      return report(publisher, ['~a clerk'], { url, published: `2024-03-${day}`, text, quote })
    }
    const first = await printed('Agency', days[0], wire, passage)
    const second = await printed('Courier', days[1], `${edit(wire)}\n\n${own}`, edit(passage))
    const third = await printed('Echo', days[2], edit(wire.replace('three', 'four')), edit(passage))
    const { id: beside } = await recordOn(desk.db, second.documentId, { quote: own, hops: [hop('~a clerk')] })

    const claimId = await claimOf(first, second, third)
    assert.deepEqual(await countsOf(claimId), [3, 1, 0, 3, 0])
    const originOf = async ({ id }: { id: number }) => (await factsOf(id))?.origin
    for (const one of [first, second, third]) assert.equal(await originOf(one), origin)
    assert.equal(await originOf({ id: beside }), 'Courier')
    const warning = `All 3 reports go back to a single origin: ${origin}.`
    const page = await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)
    assert.ok(load(page.text)('.trail .warning').text().includes(warning))

    await withdrawDocument(desk.db, { documentId: first.documentId, reason: 'A slip', by: null })
    for (const one of [second, third]) assert.equal(await originOf(one), others)
    await unlinkCopy(desk.db, { id: third.documentId, otherId: second.documentId, by: null })
    for (const one of [second, third])
      assert.equal(await originOf(one), others, 'both are linked with the withdrawn text')
    await unlinkCopy(desk.db, { id: third.documentId, otherId: first.documentId, by: null })
    assert.deepEqual([await originOf(second), await originOf(third)], ['Courier', 'Echo'])
    assert.deepEqual(await countsOf(claimId), [2, 2, 0, 2, 0])
    assert.ok(!(await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)).text.includes('single origin'))
  })

test('what is found to come from a wire copy, and a copy linked later, take origins away, and the text of each is read once', async () => {
  const passage = 'The port wrote to its tenants that the basin closes in autumn'
  const others = ['and nobody has come to mend them', 'Ships that used to wait for an hour now wait for two days']
  const printed: Awaited<ReturnType<typeof report>>[] = []
  const print = async (publisher: string, day: number) => {
    const text = `${cranes.replace('spring', `spring of ${next()}`)} ${passage}, all berths included.`
    const url = `https://copy.example/${next()}`
    const made = await report(publisher, [], { url, published: `2024-02-${day}`, text, quote: passage })
    for (const quote of others) await recordOn(desk.db, made.documentId, { quote, hops: [] })
    printed.push(made)
    return made
  }
  const agency = await print('Northern Agency', 11)
  const courier = await print('Sound Courier', 12)
  const blog = await report('Sound Blog', ['~a paper'])
  const claimId = await claimOf(agency, courier, blog)
  const page = async () => (await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)).text
  assert.deepEqual(await countsOf(claimId), [3, 2, 1, 1, 0])
  assert.ok(!(await page()).includes('single origin'))

  await takeFrom(blog, courier.id)
  assert.equal((await factsOf(blog.id))?.origin, 'Northern Agency')
  assert.deepEqual(await countsOf(claimId), [3, 1, 1, 0, 0])
  assert.ok((await page()).includes('All 3 reports go back to a single origin: Northern Agency.'))
  await takeFrom(blog, null)
  assert.deepEqual(await countsOf(claimId), [3, 2, 1, 1, 0])

  for (const day of [13, 14, 15, 16]) await print(`Paper ${day}`, day)
  const client = await desk.pool.connect()
  try {
    await client.query(`BEGIN; SET LOCAL track_functions = 'all'`)
    await client.query(`UPDATE "DocumentCopy" SET "undoneAt" = now() WHERE "laterId" = $1`, [
      printed.at(-1)?.documentId,
    ])
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    const { rows } = await client.query<{ texts: number; passages: number; walks: number }>(
      `SELECT pg_stat_get_xact_function_calls('is_nearly_in'::regproc)::int AS texts,
         pg_stat_get_xact_function_calls('voice_of_statement'::regproc)::int AS passages,
         pg_stat_get_xact_function_calls('documents_alike'::regproc)::int AS walks`,
    )
    const [{ texts, passages, walks } = { texts: 0, passages: 0, walks: 0 }] = rows
    assert.ok(passages >= 15 && texts > 0 && texts <= passages, `${texts} texts are read for ${passages} passages`)
    assert.ok(walks <= 6, `the copies are gone through ${walks} times for ${passages} passages`)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

// ── What pages say ───────────────────────────────────────────────────────────────────────────────────────────────

test('a statement’s page and card say in words how far it came, which step is weakest and who is not named', async () => {
  const { id, documentId } = await report('Wire', ['Kabulov', '~Russian media'])
  const page = load((await signedIn.get(`/statements/${id}`).redirects(1).expect(200)).text)
  assert.deepEqual(
    page('.trail li')
      .map((_, li) => page(li).text().trim())
      .get(),
    ['Two steps from Kabulov.', 'The weakest step: step 2, Russian media: described and not named, not checked.'],
  )
  const card = load((await signedIn.get(`/documents/${documentId}`).redirects(1).expect(200)).text)
  assert.match(card(`#statement-${id} .trail`).text(), /Two steps from Kabulov/)
  const json = await signedIn.get(`/statements/${id}`).set('Accept', 'application/json').expect(200)
  const { trail } = (json.body as { statement: { trail: Record<string, unknown> } }).statement
  assert.deepEqual([trail.distance, trail.root, (trail.origin as { name: string }).name], [2, 'named', 'Kabulov'])

  const unnamed = await report('Wire', ['?'])
  const other = load((await signedIn.get(`/statements/${unnamed.id}`).redirects(1).expect(200)).text)
  assert.match(other('.trail .warning').text(), /Who said it first is not stated\. It rests on the word of Wire\./)
})

test('a claim’s page groups its reports by origin and warns of circles and of roots without a name', async () => {
  const a = await report('West News', ['East News'])
  const b = await report('East News', ['West News'])
  const c = await report('Gazette', ['<b>An & Official</b>'])
  const d = await report('Herald', ['?'])
  const claimId = await claimOf(a, b, c, d)
  const { text } = await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)
  const page = load(text)
  assert.equal(page('.origins').text(), '4 reports, 3 origins')
  const headings = page('.origin h4').map((_, h) => page(h).text().replace(/\s+/g, ' ').trim())
  assert.deepEqual(headings.get().toSorted(), [
    '<b>An & Official</b> 1 report, of 12 March 2024',
    'In a circle: nobody said it first 2 reports, the first of 12 March 2024',
    'Somebody not named, on the word of Herald 1 report, of 12 March 2024',
  ])
  assert.match(page('.trail').text(), /(West News and East News|East News and West News) have it from each other/)
  assert.match(page('.trail').text(), /In 1 report nobody says who said it first/)

  const { body } = await signedIn.get(`/claims/${claimId}`).set('Accept', 'application/json').expect(200)
  const { origins } = (body as { claim: { origins: Record<string, unknown> } }).claim
  assert.deepEqual([origins.reports, origins.origins, origins.unnamedRoots, origins.circularReports], [4, 3, 1, 2])
  const list = load((await signedIn.get('/claims').expect(200)).text)
  const line = list(`a[href^="/claims/${claimId}-"]`).closest('tr').text()
  assert.match(line, /4 reports, 3 origins/)
  assert.match(line, /reported in a circle/)
  assert.match(line, /first source not named in 1 report/)
})

test('readers are told nothing that follows from what they may not see', async () => {
  const hidden = await report('Hidden Herald', ['Secret Witness'])
  const shown = await report('Open Gazette', ['~an official', { who: '~another paper', from: hidden.id }])
  const second = await report('Hidden Herald', ['Hidden Voice'])
  const circle = await report('Hidden Herald', ['Open Gazette'])
  const claimId = await claimOf(shown, hidden, second, circle)
  await publish(desk.db, shown.documentId, { claimIds: [claimId] })

  assert.deepEqual(await countsOf(claimId), [4, 3, 2, 0, 1])
  assert.deepEqual(await countsOf(claimId, true), [1, 1, 0, 1, 0])
  assert.equal((await factsOf(shown.id))?.origin, 'Secret Witness')
  assert.equal(await factsOf(hidden.id, true), undefined)

  const reader = visitor(desk.app)
  const addresses = ['/claims', `/claims/${claimId}`, `/statements/${shown.id}`, `/documents/${shown.documentId}`, '/']
  for (const address of addresses) {
    for (const accept of ['text/html', 'application/json']) {
      const { text } = await reader.get(address).set('Accept', accept).redirects(1).expect(200)
      assert.doesNotMatch(text, /Hidden Herald|Secret Witness|Hidden Voice/, `${address} as ${accept}`)
      assert.doesNotMatch(
        text,
        /4 reports|3 origins|2 reports|2 origins|"(reports|origins)":[2-9]|in a circle/,
        `${address} as ${accept}`,
      )
      assert.doesNotMatch(
        text,
        new RegExp(`"(originKey|statementIds)":[^,]*\\b${hidden.id}\\b`),
        `${address} as ${accept}`,
      )
    }
  }
  const claim = load((await reader.get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.equal(claim('.origins').text(), '1 report, 1 origin')
  const statement = load((await reader.get(`/statements/${shown.id}`).redirects(1).expect(200)).text)
  assert.match(
    statement('.trail').text(),
    /Who said it first is described, but not named\. It rests on the word of Open Gazette/,
  )
  const desks = load((await signedIn.get(`/claims/${claimId}`).redirects(1).expect(200)).text)
  assert.equal(desks('.origins').text(), '4 reports, 3 origins')

  await publish(desk.db, hidden.documentId)
  assert.deepEqual(await countsOf(claimId, true), [2, 1, 1, 0, 0])
  await withdrawDocument(desk.db, { documentId: hidden.documentId, reason: 'Made up', by: null })
  assert.deepEqual(await countsOf(claimId, true), [1, 1, 0, 1, 0])
})

// ── What counts with a source ────────────────────────────────────────────────────────────────────────────────────

/** How a statement counts with a source, with names for numbers. */
async function countedWith(source: string, statementId: number, forReaders = false) {
  const { rows } = await desk.pool.query<Record<string, unknown>>(
    `SELECT f."position", f."distance", via."name" AS via, r."slug" AS rating, f."claimIds" AS claims,
       ARRAY(SELECT o."slug" FROM unnest(f."claimRatingIds") WITH ORDINALITY u(id, i) LEFT JOIN "Rating" o ON o."id" = u.id ORDER BY i) AS found,
       ARRAY(SELECT t."name" FROM unnest(f."topicIds") u(id) JOIN "Topic" t ON t."id" = u.id ORDER BY t."name") AS topics
     FROM "SourceFacts" f JOIN "Source" s ON s."id" = f."sourceId" AND s."name" = $1
     LEFT JOIN "Source" via ON via."id" = f."viaId" LEFT JOIN "Rating" r ON r."id" = f."ratingId"
     WHERE f."statementId" = $2 AND f."forReaders" = $3`,
    [source, statementId, forReaders],
  )
  return rows[0]
}

test('what counts with a source follows its statements, their claims and topics, and all verdicts', async () => {
  const { id, documentId, hops } = await report('Counting House', ['Quoted One', 'Passing Press', '~an aide'])
  const by = editor.id
  const bare = { distance: 3, claims: [], found: [], topics: [], rating: null }
  assert.deepEqual(await countedWith('Quoted One', id), { ...bare, position: 0, via: 'Passing Press' })
  assert.deepEqual(await countedWith('Passing Press', id), { ...bare, position: 1, via: null })
  assert.equal(await countedWith('Counting House', id), undefined, 'who published it is in nobody’s chain')
  assert.equal(await countedWith('Quoted One', id, true), undefined)

  const claim = await stateClaim(desk.db, id, { sentence: `The tally rose ${next()} times`, topics: 'Tally, Sums' })
  const denied = await stateClaim(desk.db, id, { sentence: `The tally fell ${next()} times`, stance: 'denies' })
  const verdict = await giveVerdictOn(desk.db, { claimId: claim.id }, { by, rating: 'false' })
  const ofWhole = await giveVerdictOn(desk.db, { statementId: id }, { by, rating: 'misquoted' })
  const about = { claims: [claim.id], found: ['false'], topics: ['Sums', 'Tally'] }
  const said = { position: 0, distance: 3, via: 'Passing Press', rating: 'misquoted', ...about }
  assert.deepEqual(await countedWith('Quoted One', id), said)
  const passedOn = { ...bare, position: 1, via: null, topics: about.topics }
  assert.deepEqual(await countedWith('Passing Press', id), passedOn, 'what others said is not their claim')

  await publish(desk.db, documentId)
  const seen = { ...said, rating: null, claims: [], found: [], topics: [] }
  assert.deepEqual(await countedWith('Quoted One', id, true), seen, 'neither claims nor verdicts are public yet')
  const { id: other } = await makeDocument(desk.db)
  await publish(desk.db, other, { claimIds: [claim.id] })
  assert.deepEqual(await countedWith('Quoted One', id, true), { ...seen, ...about, found: [null] })
  await publish(desk.db, other, { verdictIds: [verdict.id, ofWhole.id] })
  assert.deepEqual(await countedWith('Quoted One', id, true), said)

  const ofStep = await giveVerdictOn(desk.db, { hopId: hops[0] ?? 0 }, { by })
  assert.equal(
    (await countedWith('Quoted One', id))?.['rating'],
    'confirmed',
    'what was found of the step itself goes first',
  )
  await withdrawVerdict(desk.db, { verdictId: ofStep.id, reason: 'A slip', by })
  await withdrawVerdict(desk.db, { verdictId: verdict.id, reason: 'A slip', by })
  assert.deepEqual(await countedWith('Quoted One', id, true), { ...said, found: [null] })
  await desk.pool.query(
    `DELETE FROM "ClaimTopic" WHERE "claimId" = $1 AND "topicId" IN (SELECT "id" FROM "Topic" WHERE "name" = 'Sums')`,
    [claim.id],
  )
  assert.deepEqual((await countedWith('Quoted One', id))?.['topics'], ['Tally'])
  await unlinkClaim(desk.db, { statementId: id, claimId: claim.id, by })
  assert.deepEqual(await countedWith('Quoted One', id), {
    ...bare,
    position: 0,
    via: 'Passing Press',
    rating: 'misquoted',
  })
  await withdrawStatement(desk.db, id, { reason: 'Wrong', by })
  assert.equal(await countedWith('Quoted One', id), undefined)
  assert.ok(denied)
})

test('what is counted for readers is what the policy lets them see', async () => {
  const counted = async <State>(name: string, type: string) =>
    (
      await desk.pool.query<{ state: State; readers: boolean; desk: boolean }>(
        `SELECT s::text AS state, ${name}(s, true) AS readers, ${name}(s, false) AS desk FROM unnest(enum_range(NULL::"${type}")) s`,
      )
    ).rows
  for (const { state, readers, desk } of await counted<PublicationState>('claim_stands', 'PublicationState')) {
    assert.equal(readers, isSeen('claim', { state, mergedIntoId: null }), state)
    assert.equal(desk, state !== 'withdrawn', state)
  }
  for (const { state, readers, desk } of await counted<VerdictState>('verdict_stands', 'VerdictState')) {
    assert.equal(readers, isSeen('verdictHere', { state }), state)
    assert.equal(desk, state !== 'withdrawn', state)
  }
})

// ── Any changes in any order ─────────────────────────────────────────────────────────────────────────────────────

test('whatever changes in whatever order, the facts are what the definitions say of the rows', async () => {
  const world = await makeSmallWorld()
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 6, size: 'max' }), async (transactions) => {
      for (const { commands, ends } of transactions) {
        const client = await desk.pool.connect()
        try {
          await client.query('BEGIN')
          for (const command of commands) {
            // What a constraint refuses is undone alone, as it would be for whoever tried it.
            await client.query('SAVEPOINT before')
            await client.query(write(command, world)).catch(async (error: { code?: string }) => {
              assert.match(error.code ?? '', /^23/)
              await client.query('ROLLBACK TO before')
            })
          }
          await client.query(ends)
        } finally {
          client.release()
        }
      }
      assert.deepEqual(await storedFacts(desk.pool), await expectedFacts(desk.db))
    }),
    { numRuns: 60 },
  )
})

type World = Record<'sources' | 'documents' | 'statements' | 'claims' | 'topics' | 'ratings' | 'findings', number[]>

const commands = {
  naming: (
    w,
    a,
    b,
    c,
  ) => `UPDATE "Hop" SET "naming" = ${nth(["'named'", "'described'"], c)}, "sourceId" = ${nth(w.sources, b)},
    "description" = 'an official' WHERE "statementId" = ${nth(w.statements, a)} AND "position" = ${c % 2}`,
  unstated: (w, a) => `UPDATE "Hop" SET "naming" = 'unstated', "sourceId" = NULL, "description" = NULL
    WHERE "statementId" = ${nth(w.statements, a)} AND "position" = 0`,
  upstream: (w, a, b, c) => `UPDATE "Hop" SET "upstreamId" = ${nth([...w.statements, 'NULL'], b)}
    WHERE "statementId" = ${nth(w.statements, a)} AND "position" = ${c % 2}`,
  step: (w, a, b, c) => `INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId")
    VALUES (${nth(w.statements, a)}, ${c % 3}, 'named', ${nth(w.sources, b)})`,
  drop: (w, a, _, c) => `DELETE FROM "Hop" WHERE "statementId" = ${nth(w.statements, a)} AND "position" = ${c % 3}`,
  turn: (w, a) => `UPDATE "Hop" SET "position" = 1000 - "position" WHERE "statementId" = ${nth(w.statements, a)}`,
  merge: (w, a, b) => `UPDATE "Hop" SET "sourceId" = ${nth(w.sources, a)} WHERE "sourceId" = ${nth(w.sources, b)}`,
  publisher: (w, a, b) =>
    `UPDATE "Document" SET "publisherId" = ${nth(w.sources, b)} WHERE "id" = ${nth(w.documents, a)}`,
  day: (w, a, _, c) =>
    `UPDATE "Document" SET "publishedOn" = '2024-03-0${1 + (c % 9)}' WHERE "id" = ${nth(w.documents, a)}`,
  document: (w, a, b) => `UPDATE "Document" SET "state" = ${nth(["'draft'", "'published'", "'corrected'"], b)},
    "withdrawnAt" = NULL, "withdrawnReason" = NULL WHERE "id" = ${nth(w.documents, a)}`,
  withdraw: (w, a) => `UPDATE "Document" SET "state" = 'withdrawn', "withdrawnAt" = now(), "withdrawnReason" = 'Wrong'
    WHERE "id" = ${nth(w.documents, a)}`,
  statement: (w, a, b) => `UPDATE "Statement" SET "state" = ${nth(["'draft'", "'published'", "'published'"], b)},
    "withdrawnReason" = NULL WHERE "id" = ${nth(w.statements, a)}`,
  takeBack: (w, a) =>
    `UPDATE "Statement" SET "state" = 'withdrawn', "withdrawnReason" = 'Wrong' WHERE "id" = ${nth(w.statements, a)}`,
  link: (w, a, b, c) => `INSERT INTO "StatementClaim" VALUES (${nth(w.statements, a)}, ${nth(w.claims, b)},
    ${nth(["'asserts'", "'asserts'", "'denies'"], c)}) ON CONFLICT ("statementId", "claimId") DO UPDATE SET "stance" = excluded."stance"`,
  unlink: (w, a, b) =>
    `DELETE FROM "StatementClaim" WHERE "statementId" = ${nth(w.statements, a)} AND "claimId" = ${nth(w.claims, b)}`,
  relink: (w, a, b) =>
    `UPDATE "StatementClaim" SET "claimId" = ${nth(w.claims, a)} WHERE "claimId" = ${nth(w.claims, b)}`,
  judge: (
    w,
    a,
    b,
    c,
  ) => `INSERT INTO "Verdict" ("axis", "hopId", "ratingId", "reasons", "accountId", "state", "supersedesId")
    SELECT 'attribution', h."id", ${nth(w.ratings, b)}, 'Heard it', ${editor.id}, ${nth(["'draft'", "'published'"], c)},
      (SELECT max("id") FROM "Verdict" WHERE "hopId" = h."id")
    FROM "Hop" h WHERE "statementId" = ${nth(w.statements, a)} AND "position" = ${c % 2}`,
  judgeWhole: (
    w,
    a,
    b,
    c,
  ) => `INSERT INTO "Verdict" ("axis", "statementId", "ratingId", "reasons", "accountId", "state", "supersedesId")
    SELECT 'attribution', s."id", ${nth(w.ratings, b)}, 'Heard it', ${editor.id}, ${nth(["'draft'", "'published'"], c)},
      (SELECT max("id") FROM "Verdict" WHERE "statementId" = s."id")
    FROM "Statement" s WHERE s."id" = ${nth(w.statements, a)}`,
  find: (
    w,
    a,
    b,
    c,
  ) => `INSERT INTO "Verdict" ("axis", "claimId", "ratingId", "reasons", "accountId", "state", "supersedesId")
    SELECT 'accuracy', s."id", ${nth(w.findings, b)}, 'Asked both', ${editor.id}, ${nth(["'draft'", "'published'"], c)},
      (SELECT max("id") FROM "Verdict" WHERE "claimId" = s."id")
    FROM "Claim" s WHERE s."id" = ${nth(w.claims, a)}`,
  publishVerdicts: (w, a) =>
    `UPDATE "Verdict" SET "state" = 'published' WHERE "state" = 'draft' AND "claimId" = ${nth(w.claims, a)}`,
  takeBackFindings: (
    w,
    a,
  ) => `UPDATE "Verdict" SET "state" = 'withdrawn', "withdrawnReason" = 'A slip', "withdrawnAt" = now()
    WHERE "claimId" = ${nth(w.claims, a)}`,
  claim: (w, a, b) => `UPDATE "Claim" SET "state" = ${nth(["'draft'", "'published'", "'corrected'"], b)},
    "withdrawnReason" = NULL, "withdrawnAt" = NULL WHERE "id" = ${nth(w.claims, a)}`,
  takeBackClaim: (w, a) => `UPDATE "Claim" SET "state" = 'withdrawn', "withdrawnReason" = 'Wrong', "withdrawnAt" = now()
    WHERE "id" = ${nth(w.claims, a)}`,
  file: (w, a, b) =>
    `INSERT INTO "ClaimTopic" ("claimId", "topicId") VALUES (${nth(w.claims, a)}, ${nth(w.topics, b)}) ON CONFLICT DO NOTHING`,
  unfile: (w, a, b) =>
    `DELETE FROM "ClaimTopic" WHERE "claimId" = ${nth(w.claims, a)} AND "topicId" = ${nth(w.topics, b)}`,
  refile: (w, a, b) => `UPDATE "ClaimTopic" SET "topicId" = ${nth(w.topics, a)} WHERE "topicId" = ${nth(w.topics, b)}`,
  takeBackVerdicts: (
    w,
    a,
  ) => `UPDATE "Verdict" SET "state" = 'withdrawn', "withdrawnReason" = 'A slip', "withdrawnAt" = now()
    WHERE "hopId" IN (SELECT "id" FROM "Hop" WHERE "statementId" = ${nth(w.statements, a)})`,
} satisfies Record<string, (world: World, a: number, b: number, c: number) => string>

const command = fc.record({
  name: fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[])),
  numbers: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)),
})
const transaction = fc.record({
  commands: fc.array(command, { minLength: 1, maxLength: 6, size: 'max' }),
  ends: fc.constantFrom('COMMIT', 'COMMIT', 'COMMIT', 'ROLLBACK'),
})

function write({ name, numbers }: typeof command extends fc.Arbitrary<infer T> ? T : never, world: World): string {
  return commands[name](world, ...numbers)
}

function nth<T>(list: T[], n: number): T {
  const found = list[n % list.length]
  assert.ok(found !== undefined)
  return found
}

/** Four documents, two of them one wire copy, with six statements; all is drawn from these. */
async function makeSmallWorld(): Promise<World> {
  const copy = { text: `A wire copy ${next()}.`, quote: 'A wire copy' }
  const reports = [
    await report('One', ['Two', 'Three'], { ...copy, url: `https://one.example/${next()}` }),
    await report('Two', [], { ...copy, url: `https://two.example/${next()}` }),
    await report('Three', ['~an official', 'One']),
    await report('Four', ['?', 'Two']),
  ]
  const documents = reports.map(({ documentId }) => documentId)
  const more = [await recordOn(desk.db, documents[2] ?? 0), await recordOn(desk.db, documents[3] ?? 0)]
  const statements = [...reports, ...more].map(({ id }) => id)
  const claims = [await claimOf(...reports), await claimOf(...more)]
  const sources = await desk.db.source.findMany({ where: { name: { in: ['One', 'Two', 'Three', 'Four'] } } })
  const ratingsOf = async (axis: 'attribution' | 'accuracy') =>
    idsOf(await desk.db.rating.findMany({ where: { axis } }))
  const named = ['Fishing', 'Tides', 'Cranes'].map((name) => ({ name, folded: name.toLowerCase() }))
  return {
    sources: idsOf(sources),
    documents,
    statements,
    claims,
    topics: idsOf(await desk.db.topic.createManyAndReturn({ data: named })),
    ratings: await ratingsOf('attribution'),
    findings: await ratingsOf('accuracy'),
  }
}

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id)

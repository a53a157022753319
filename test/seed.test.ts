import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import { type DemoAccount, seedDemo } from '../prisma/seed.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { signIn, visitor } from './support/world.ts'

let desk: TestDesk
let accounts: DemoAccount[]
before(async () => {
  desk = await openTestDesk()
  accounts = (await seedDemo(desk.db)).accounts
})
after(() => desk.close())

/** What everybody in the newsroom knows and no reader may. */
const secrets = [
  'arm’s length', // the report that is still in review
  'never board the plane', // a statement on it, which the wire story cites
  'guest list',
  'Find the interview of 4 October', // a verdict in draft
  'do you know anyone who was at the briefing', // an internal note
  'always note who translated',
  'how the reporter sums them up',
  'is selling its night ferry', // a claim in review
  'name the station', // why a verdict was sent back
  'hands over at that point', // a challenge that nobody has looked at
  'Sandoval',
  '@example.org',
]

test('the demo newsroom has an editor, a reviewer and an admin, who can sign in', async () => {
  assert.deepEqual(
    accounts.map((account) => account.role),
    ['editor', 'reviewer', 'admin'],
  )
  for (const account of accounts) await signIn(desk.app, account)
})

test('the demo newsroom makes new passwords each time', () => {
  assert.equal(new Set(accounts.map((account) => account.password)).size, 3)
  for (const { password } of accounts) assert.match(password, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
})

test('the demo newsroom has a wire story and a communiqué that are published, a report in review, a story that waits, and two that cite each other', async () => {
  const documents = await desk.db.document.findMany({ orderBy: { id: 'asc' }, include: { publisher: true } })
  assert.deepEqual(
    documents.map(({ kind, state, publisher }) => [kind, state, publisher.kind]),
    [
      ['communique', 'published', 'government'],
      ['broadcast', 'in_review', 'outlet'],
      ['article', 'published', 'outlet'],
      ['article', 'draft', 'outlet'],
      ['broadcast', 'published', 'outlet'],
      ['article', 'published', 'outlet'],
    ],
  )
})

test('the demo newsroom shows every way in which words can reach a page', async () => {
  const { db } = desk
  const hops = await db.hop.findMany({ include: { statement: { include: { version: true } } } })
  const statements = await db.statement.findMany({ include: { spans: true, hops: true } })
  const there = (what: string, found: boolean) => assert.ok(found, `no ${what}`)

  assert.deepEqual(new Set(hops.map((hop) => hop.naming)), new Set(['named', 'described', 'unstated']))
  assert.deepEqual(
    new Set(hops.flatMap((hop) => hop.saidPrecision ?? [])),
    new Set(['day', 'month', 'year']),
    'dates of every precision',
  )
  assert.deepEqual(new Set(statements.map(({ mode }) => mode)), new Set(['direct', 'indirect', 'mixed']))
  there(
    'description with its reason',
    hops.some((hop) => hop.anonymityReason && hop.knowledgeBasis),
  )
  there(
    'addressee that is a source',
    hops.some((hop) => hop.addresseeSourceId),
  )
  there(
    'place',
    hops.some((hop) => hop.place),
  )
  there(
    'medium that is stored here',
    hops.some((hop) => hop.medium && hop.mediumDocumentId),
  )
  there(
    'translation',
    hops.some((hop) => hop.spokenLanguage === 'ru' && hop.translated && hop.translatedBy),
  )
  there(
    'passage in the document’s own voice',
    statements.some((statement) => statement.hops.length === 0),
  )
  there(
    'chain of two',
    statements.some((statement) => statement.hops.length === 2),
  )
  there(
    'discontinuous quote',
    statements.some((statement) => statement.spans.length === 2),
  )
  there(
    'question',
    statements.some((statement) => statement.act === 'asks'),
  )
  there(
    'answer',
    statements.some((statement) => statement.act === 'answers' && statement.answersId),
  )
  there(
    'silence',
    statements.some((statement) => statement.act === 'declines' && statement.polarity === 'negative'),
  )
  there(
    'unfinished statement',
    statements.some((statement) => statement.state === 'draft'),
  )

  const crossings = hops.filter((hop) => hop.upstreamId)
  assert.equal(crossings.length, 5)
  for (const { upstreamId, statement } of crossings) {
    const upstream = statements.find(({ id }) => id === upstreamId)
    assert.notEqual(upstream?.versionId, statement.versionId, 'an upstream is in another document')
  }
  const overlaps = statements.filter((one) =>
    statements.some((other) => other !== one && other.versionId === one.versionId && overlap(one, other)),
  )
  assert.equal(overlaps.length, 4)
})

test('the demo newsroom has a claim that one document asserts, another denies and a third doubts', async () => {
  const claim = await desk.db.claim.findFirstOrThrow({
    where: { sentence: { startsWith: 'Moscow treats' } },
    include: { statements: { include: { statement: { include: { version: true } } } }, topics: true },
  })
  assert.deepEqual(new Set(claim.statements.map(({ stance }) => stance)), new Set(['asserts', 'denies', 'doubts']))
  assert.equal(new Set(claim.statements.map(({ statement }) => statement.version.documentId)).size, 3)
  assert.equal(claim.topics.length, 2)
  assert.equal(await desk.db.claim.count({ where: { state: 'published' } }), 6)
})

test('the demo newsroom has a claim in review, and two reports that have it from each other', async () => {
  const { statements } = await desk.db.claim.findFirstOrThrow({
    where: { state: 'in_review' },
    include: { statements: true },
  })
  assert.equal(statements.length, 2)
  const reader = visitor(desk.app)
  for (const { statementId } of statements) {
    const { text } = await reader.get(`/statements/${statementId}`).redirects(1).expect(200)
    assert.match(load(text)('main').text(), /circ/i, 'a reader is told of the circle')
  }
})

test('the demo newsroom has verdicts of several ratings on both axes, one of them disputed and one in draft', async () => {
  const verdicts = await desk.db.verdict.findMany({
    include: { rating: true, evidence: true, reply: true, supersedes: true },
  })
  const ratings = (axis: string) => new Set(verdicts.filter((one) => one.axis === axis).map((one) => one.rating.slug))
  assert.deepEqual(
    ratings('attribution'),
    new Set(['relayed-only', 'unverified', 'confirmed', 'misquoted', 'corroborated']),
  )
  assert.deepEqual(ratings('accuracy'), new Set(['true', 'missing-context', 'mostly-false', 'mostly-true', 'unproven']))
  assert.equal(verdicts.filter((one) => one.hopId).length, 1)
  const [waiting, ...drafts] = verdicts.filter((one) => one.state === 'draft')
  assert.match(waiting?.returnedReason ?? '', /name the station/, 'one that a reviewer sent back')
  assert.equal(drafts.length, 0)
  assert.equal(verdicts.filter((one) => one.reply?.words).length, 1)
  const [second, ...more] = verdicts.filter((one) => one.supersedes)
  assert.notEqual(second?.supersedes?.accountId, second?.accountId, 'two people disagree')
  assert.equal(more.length, 0)

  const evidence = verdicts.flatMap((one) => one.evidence)
  assert.ok(
    evidence.some((one) => one.versionId !== null),
    'passages',
  )
  assert.ok(
    evidence.some((one) => one.url !== null),
    'links',
  )
})

test('the demo newsroom has notes for readers and notes that stay in the house', async () => {
  const notes = await desk.db.note.groupBy({ by: ['visibility'], _count: true, orderBy: { visibility: 'asc' } })
  assert.deepEqual(
    notes.map(({ visibility, _count }) => [visibility, _count]),
    [
      ['internal', 6],
      ['public', 7],
    ],
  )
})

test('readers of the demo newsroom see on no page what is a draft or internal', async () => {
  const reader = visitor(desk.app)
  const seen = new Set<string>()
  const waiting = [
    '/',
    '/documents',
    '/statements',
    '/claims',
    '/sources',
    '/challenges',
    '/challenges/3',
    '/about/method',
  ]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const accept of ['text/html', 'application/json']) {
      const { text, body, type } = await reader.get(path).redirects(1).set('Accept', accept).expect(200)
      const said = type === 'image/svg+xml' ? String(body) : text
      for (const secret of secrets) assert.ok(!said.includes(secret), `${path} shows “${secret}” as ${accept}`)
      if (accept === 'text/html' && type === 'text/html') waiting.push(...links(text))
    }
  }
  for (const kind of ['documents', 'statements', 'claims', 'sources', 'topics', 'challenges']) {
    assert.ok(
      [...seen].some((path) => path.startsWith(`/${kind}/`)),
      `no page of ${kind} was reached`,
    )
  }
})

test('readers of the demo newsroom find nothing at the address of the report in review', async () => {
  const { id } = await desk.db.document.findFirstOrThrow({ where: { state: 'in_review' } })
  await visitor(desk.app).get(`/documents/${id}`).expect(404)
})

type Placed = { spans: { start: number; end: number }[] }
function overlap(one: Placed, other: Placed): boolean {
  return one.spans.some((a) => other.spans.some((b) => a.start < b.end && b.start < a.end))
}

/** The addresses of things that a page leads to, without the queries of its filters. */
function links(html: string): string[] {
  const $ = load(html)
  const targets = $('a[href^="/"]').map(
    (_, a) =>
      $(a)
        .attr('href')
        ?.replace(/[?#].*/, '') ?? '',
  )
  return targets.get().filter((path) => /^\/(documents|statements|claims|sources|topics)\/\d/.test(path))
}

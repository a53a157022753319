import { openTestDatabase } from '../support/database.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, stateClaim } from '../support/world.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const few = 1_000
/** The embedded database takes minutes for each hundred thousand; a server shows the rest. */
const many = process.env.TEST_DATABASE_URL ? 1_000_000 : 100_000
const turns = 60
const watched = ['Document', 'Version', 'Statement', 'Hop', 'StatementClaim', 'Verdict', 'Rating']

/** What a change takes with few and with many claims stored, and what of it the derived values take. */
export async function measureDerived(progress: (doing: string) => void): Promise<Figure[]> {
  const small = await openNewsroom(few, progress)
  const large = await openNewsroom(many, progress)
  try {
    const name = (what: string) =>
      `${what} with ${many.toLocaleString('en')} claims, against ${few.toLocaleString('en')}`
    const figures: Figure[] = []
    for (const [what, change] of changes) {
      progress(what)
      const times = await takeTurns(
        () => change(small),
        () => change(large),
      )
      const from = { 'few ms': times.one, 'many ms': times.other }
      figures.push({ name: name(what), value: times.other / times.one, unit: '×', atMost: 2, from })
    }
    progress('the share of the derived values')
    const share = await measureShare(large)
    return [...figures, { ...share, from: { ...share.from, 'all anew s': large.seconds } }]
  } finally {
    await small.database.close()
    await large.database.close()
  }
}

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

/** A newsroom of that many claims, loaded by SQL with the triggers off and then computed as a whole. */
async function openNewsroom(claims: number, progress: (doing: string) => void) {
  progress(`a newsroom of ${claims.toLocaleString('en')} claims`)
  const database = await openTestDatabase()
  const { db, pool } = database
  const account = await makeAccount(db, 'editor')
  for (let from = 1; from <= claims; from += 50_000) {
    await pool.query(load(from, Math.min(claims, from + 49_999)))
    progress(
      `${Math.min(claims, from + 49_999).toLocaleString('en')} of ${claims.toLocaleString('en')} claims are loaded`,
    )
  }
  if (process.env.TEST_DATABASE_URL) await pool.query('ANALYZE')
  const began = performance.now()
  await pool.query('SELECT refresh_all_facts()')
  const seconds = (performance.now() - began) / 1000
  progress(`their derived values took ${Math.round(seconds)} s`)
  const document = await makeDocument(db, { by: account.id })
  return { database, db, pool, claims, by: account.id, documentId: document.id, seconds }
}

/** Claims with a statement each, every fourth with a second one; ten statements a document, two steps a statement. */
function load(from: number, to: number): string {
  return `
    BEGIN;
    SET LOCAL session_replication_role = replica;
    INSERT INTO "Source" ("id", "name", "folded", "kind")
      SELECT 1000000 + n, 'Speaker ' || n, 'speaker ' || n, 'person' FROM generate_series(1, 5000) n ON CONFLICT DO NOTHING;
    INSERT INTO "StoredText" ("id", "content", "sha256", "codePoints")
      SELECT 1000000 + n, t.content, encode(sha256(convert_to(t.content, 'UTF8')), 'hex'), char_length(t.content)
      FROM generate_series(${from} / 10, ${to} / 10) n, LATERAL (SELECT 'This is what report ' || n || ' says.' AS content) t
      ON CONFLICT DO NOTHING;
    INSERT INTO "Document" ("id", "title", "kind", "publisherId", "language", "textId", "state", "publishedAt")
      SELECT 1000000 + n, 'Report ' || n, 'article', 1000000 + 1 + n % 500, 'en', 1000000 + n,
        (CASE n % 2 WHEN 0 THEN 'published' ELSE 'draft' END)::"PublicationState", now()
      FROM generate_series(${from} / 10, ${to} / 10) n ON CONFLICT DO NOTHING;
    INSERT INTO "Version" ("id", "documentId", "number", "textId", "method")
      SELECT 1000000 + n, 1000000 + n, 1, 1000000 + n, 'pasted' FROM generate_series(${from} / 10, ${to} / 10) n
      ON CONFLICT DO NOTHING;
    INSERT INTO "Statement" ("id", "versionId", "words", "mode", "state", "publishedAt")
      SELECT 1000000 + n, 1000000 + n / 10, 'what report ' || n / 10 || ' says', 'indirect',
        (CASE n / 10 % 2 WHEN 0 THEN 'published' ELSE 'ready' END)::"StatementState", now()
      FROM generate_series(${from}, ${to}) n;
    INSERT INTO "Span" ("statementId", "position", "start", "end")
      SELECT 1000000 + n, 0, 0, 10 FROM generate_series(${from}, ${to}) n;
    INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId", "description", "upstreamId")
      SELECT 1000000 + n, 0, 'named'::"Naming", 1000000 + 1 + n % 5000, NULL, NULL FROM generate_series(${from}, ${to}) n
      UNION ALL
      SELECT 1000000 + n, 1, 'described'::"Naming", NULL, 'local media', CASE WHEN n % 10 = 0 THEN 1000000 + n - 9 END
      FROM generate_series(${from}, ${to}) n;
    INSERT INTO "Claim" ("id", "sentence", "state", "publishedAt")
      SELECT 1000000 + n, 'It is so, says report ' || n, 'published', now() FROM generate_series(${from}, ${to}) n;
    INSERT INTO "StatementClaim" ("statementId", "claimId")
      SELECT 1000000 + n, 1000000 + n FROM generate_series(${from}, ${to}) n
      UNION ALL
      SELECT 1000000 + n, 1000000 + n - 1 FROM generate_series(${from} + 1, ${to}) n WHERE n % 4 = 0;
    COMMIT`
}

const anyOf = ({ claims }: Newsroom) => 1_000_001 + Math.floor(Math.random() * claims)

const changes: [what: string, change: (newsroom: Newsroom) => Promise<unknown>][] = [
  ['Recording a statement', record],
  [
    'Judging a step',
    async (newsroom) => {
      const { db, by } = newsroom
      const statementId = anyOf(newsroom)
      const { id: hopId } = await db.hop.findFirstOrThrow({ where: { statementId } })
      const newest = await db.verdict.findFirst({ where: { hopId }, orderBy: { id: 'desc' } })
      await giveVerdictOn(db, { hopId }, { by, supersedesId: newest?.id })
    },
  ],
  [
    'Linking a claim',
    (newsroom) => stateClaim(newsroom.db, anyOf(newsroom), { claimId: anyOf(newsroom), by: newsroom.by }),
  ],
]

function record(newsroom: Newsroom) {
  return recordOn(newsroom.db, newsroom.documentId, { claimId: anyOf(newsroom), by: newsroom.by })
}

/** How much of a recording goes, in per cent, when nothing is derived: the two alternate in blocks. */
async function measureShare(newsroom: Newsroom): Promise<Figure> {
  const times = { with: [] as number[], without: [] as number[] }
  for (let block = 0; block < 6; block++) {
    const isOn = block % 2 === 0
    for (const table of watched) {
      await newsroom.pool.query(`ALTER TABLE "${table}" ${isOn ? 'ENABLE' : 'DISABLE'} TRIGGER USER`)
    }
    for (let turn = -5; turn < turns / 3; turn++) {
      const took = await time(() => record(newsroom))
      if (turn >= 0) times[isOn ? 'with' : 'without'].push(took)
    }
  }
  const [on, off] = [median(times.with), median(times.without)]
  const from = { 'with ms': on, 'without ms': off }
  return {
    name: 'Share of the derived values in a recording',
    value: ((on - off) / on) * 100,
    unit: '%',
    atMost: 33,
    from,
  }
}

async function takeTurns(one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const times = { one: [] as number[], other: [] as number[] }
  for (let turn = -10; turn < turns; turn++) {
    const took = { one: await time(one), other: await time(other) }
    if (turn < 0) continue
    times.one.push(took.one)
    times.other.push(took.other)
  }
  return { one: median(times.one), other: median(times.other) }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

import assert from 'node:assert/strict'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { drawGraph } from '../../src/pictures/draw-graph.ts'
import { makeGraph } from '../../src/pictures/graph.ts'
import { inPage } from '../../src/pictures/picture.ts'
import { findDrawn } from '../../src/pictures/queries.ts'
import { openTestDatabase } from '../support/database.ts'
import { get, listen, median } from './pages.ts'
import type { Figure } from './run.ts'

const statements = 500
const turns = 30
const topicId = 1

/** A topic of 500 statements: what its picture takes by itself, and the page of it from the database. */
export async function measurePictures(progress: (doing: string) => void): Promise<Figure[]> {
  progress('making a topic of 500 statements')
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent' }, '/dev/null')
  const database = await openTestDatabase()
  const desk = await listen(createApp({ config, database, log: pino({ level: 'silent' }), cachePages: false }))
  try {
    await database.pool.query(newsroom)
    await database.pool.query('SELECT refresh_all_facts(), refresh_all_search()')
    const drawn = await findDrawn(database.db, null, { topicId })
    assert.equal(drawn.statements.length, statements)
    const draw = () => inPage(drawGraph(makeGraph(drawn.statements, drawn.all, null), 'Chain of reports'))
    assert.ok(draw().includes('Speaker 2<'))
    const path = `${desk.address}/topics/${topicId}/graph`
    assert.match((await get(path)).body, /Speaker 2</)

    progress('drawing')
    // The pages first: a connection that nobody uses meanwhile is closed.
    const page = await time(() => get(path))
    const source = await time(() => get(`${desk.address}/sources/2-speaker-2`))
    const alone = await time(draw)
    return [
      { name: `A graph of ${statements} statements, made and drawn`, value: alone, unit: 'ms', atMost: 200 },
      { name: 'Its page, from the database to the last byte', value: page, unit: 'ms', atMost: 200 },
      { name: 'The page of a source with its numbers, uncached', value: source, unit: 'ms', atMost: 15 },
    ]
  } finally {
    await desk.close()
    await database.close()
  }
}

async function time(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let turn = -5; turn < turns; turn++) {
    const began = performance.now()
    await work()
    if (turn >= 0) times.push(performance.now() - began)
  }
  return median(times)
}

/** 60 speakers, 5 who pass on, 20 papers with 5 documents each; 40 claims; each tenth passage is taken from another's. */
const newsroom = `
  BEGIN;
  SET LOCAL session_replication_role = replica;
  INSERT INTO "Source" ("id", "name", "folded", "kind")
    SELECT n, 'Speaker ' || n, 'speaker ' || n, 'person'::"SourceKind" FROM generate_series(1, 60) n
    UNION ALL SELECT 100 + n, 'Agency ' || n, 'agency ' || n, 'organisation' FROM generate_series(0, 4) n
    UNION ALL SELECT 200 + n, 'Paper ' || n, 'paper ' || n, 'outlet' FROM generate_series(0, 19) n;
  INSERT INTO "StoredText" ("id", "content", "sha256", "codePoints")
    SELECT n, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), char_length(t)
    FROM generate_series(0, 99) n, LATERAL (SELECT 'A report on the harbour, number ' || n AS t) x;
  INSERT INTO "Document" ("id", "title", "kind", "publisherId", "language", "textId", "state", "publishedAt")
    SELECT n, 'A report on the harbour, number ' || n, 'article', 200 + n % 20, 'en', n, 'published', now() FROM generate_series(0, 99) n;
  INSERT INTO "Version" ("id", "documentId", "number", "textId", "method")
    SELECT n, n, 1, n, 'pasted' FROM generate_series(0, 99) n;
  INSERT INTO "Statement" ("id", "versionId", "words", "mode", "state", "publishedAt")
    SELECT n, abs(hashint4(1000 + n)) % 100, 'A report', 'indirect', 'published', now() FROM generate_series(1, ${statements}) n;
  INSERT INTO "Span" ("statementId", "position", "start", "end") SELECT n, 0, 0, 8 FROM generate_series(1, ${statements}) n;
  INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId", "cue", "upstreamId")
    SELECT n, 0, 'named'::"Naming", 1 + abs(hashint4(n)) % 60, (ARRAY['said', 'told', 'wrote', 'announced'])[1 + n % 4], NULL::int
      FROM generate_series(1, ${statements}) n
    UNION ALL
    SELECT n, 1, 'named', CASE WHEN n % 10 = 0 THEN 200 + (n - 9) % 20 ELSE 100 + n % 5 END, 'reports',
      CASE WHEN n % 10 = 0 THEN n - 9 END
      FROM generate_series(1, ${statements}) n WHERE n % 3 = 0 OR n % 10 = 0;
  INSERT INTO "Claim" ("id", "sentence", "state", "publishedAt")
    SELECT n, 'It is so, number ' || n, 'published', now() FROM generate_series(0, 39) n;
  INSERT INTO "Topic" ("id", "name", "folded") VALUES (${topicId}, 'Harbour', 'harbour');
  INSERT INTO "ClaimTopic" ("claimId", "topicId") SELECT n, ${topicId} FROM generate_series(0, 39) n;
  INSERT INTO "StatementClaim" ("statementId", "claimId") SELECT n, n % 40 FROM generate_series(1, ${statements}) n;
  COMMIT`

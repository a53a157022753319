import assert from 'node:assert/strict'
import type { Pool } from 'pg'
import type { TestAccount } from '../support/world.ts'

export type Newsroom = { people: number; claims: number; documents: number }

export const busy: Newsroom = { people: 50, claims: 100_000, documents: 2000 }
const sentencesEach = 30
/** Sentences 0 to 9 are recorded as statements, the next ten suggested, the last ten are nobody's yet. */
export const suggestedEach = 10

/** Accounts with one password: making fifty fingerprints of it would take longer than storing the claims. */
export async function engage(pool: Pool, first: TestAccount, people: number): Promise<TestAccount[]> {
  await pool.query(`
    INSERT INTO "Account" ("email", "name", "handle", "role", "passwordHash")
    SELECT 'desk' || n || '@example.org', 'Desk ' || n, 'desk-' || n, 'editor', "passwordHash"
    FROM generate_series(1, ${people}) n, "Account" WHERE "id" = ${first.id}`)
  return Array.from({ length: people }, (_, n) => ({ ...first, email: `desk${n + 1}@example.org` }))
}

/* Offsets in the text below: every sentence is as long as every other. */
const sentence = 'The mayor told reporters that berth 00000 of harbour 0000 had sunk by two centimetres since Monday.'
const begins = sentence.indexOf('berth')
const ends = sentence.length - 1
const every = sentence.length + 2

export function sentenceOf(claim: number): string {
  return `Berth ${String(claim).padStart(5, '0')} of the harbour has sunk by two centimetres`
}

/** The words of a document's nth sentence that are what the mayor said. */
export function passageOf(document: number, n: number): string {
  return `berth ${String(n).padStart(5, '0')} of harbour ${String(document).padStart(4, '0')} had sunk by two centimetres`
}

/** Documents with statements, suggestions and claims in SQL; the triggers that every desk has make the work of them. */
export async function store(pool: Pool, { people, claims, documents }: Newsroom): Promise<void> {
  const found = `jsonb_build_object('content', jsonb_build_array(jsonb_build_object('start', s, 'end', s + ${ends - begins})),
    'cue', '[]'::jsonb, 'source', '[]'::jsonb, 'mode', 'indirect', 'act', 'says', 'polarity', 'positive', 'hedge', NULL,
    'rule', 'told', 'reason', '“told” reports words', 'confidence', 0.9, 'hops', '[{"source": {"name": "Lena Okafor",
    "mention": "The mayor", "start": 0, "end": 9, "kind": "person", "role": "mayor", "anonymity": "named"},
    "cue": {"text": "told", "start": 10, "end": 14, "kind": "neutral", "relay": false}, "addressee": "reporters",
    "medium": null, "place": null, "date": null}]'::jsonb)`
  const steps = [
    `INSERT INTO "Source" ("name", "folded", "kind") SELECT 'Press ' || n, 'press ' || n, 'outlet' FROM generate_series(1, 40) n`,
    `INSERT INTO "Source" ("name", "folded", "kind") VALUES ('Lena Okafor', 'lena okafor', 'person')`,
    `INSERT INTO "StoredText" ("content", "sha256", "codePoints")
     SELECT c, encode(sha256(convert_to(c, 'UTF8')), 'hex'), char_length(c) FROM (
       SELECT d, string_agg('The mayor told reporters that berth ' || lpad(k::text, 5, '0') || ' of harbour ' || lpad(d::text, 4, '0')
         || ' had sunk by two centimetres since Monday.', E'\\n\\n' ORDER BY k) c
       FROM generate_series(1, ${documents}) d, generate_series(0, ${sentencesEach - 1}) k GROUP BY d ORDER BY d) texts`,
    `INSERT INTO "Document" ("title", "kind", "publisherId", "language", "textId", "state")
     SELECT 'Report ' || n || ' on the harbour', 'article', 1 + n % 40, 'en', n,
       (ARRAY['draft', 'in_review', 'published', 'published'])[1 + n % 4]::"PublicationState"
     FROM generate_series(1, ${documents}) n`,
    `INSERT INTO "Version" ("documentId", "number", "textId", "method") SELECT n, 1, n, 'program' FROM generate_series(1, ${documents}) n`,
    // One transaction, as forms store it: whether a statement has its passage is asked at the end.
    `BEGIN;
     INSERT INTO "Statement" ("versionId", "words", "mode", "state")
     SELECT v, 'berth ' || k || ' of harbour ' || v || ' had sunk by two centimetres since Monday', 'indirect', 'ready'
     FROM generate_series(1, ${documents}) v, generate_series(0, 9) k ORDER BY v, k;
     INSERT INTO "Span" ("statementId", "position", "start", "end")
     SELECT n, 0, s, s + ${ends - begins} FROM (
       SELECT n, ((n - 1) % 10) * ${every} + ${begins} AS s FROM generate_series(1, ${documents * 10}) n) places;
     COMMIT`,
    `INSERT INTO "Hop" ("statementId", "position", "naming", "sourceId", "cue") SELECT n, 0, 'named', 41, 'told' FROM generate_series(1, ${documents * 10}) n`,
    `INSERT INTO "Suggestion" ("versionId", "place", "start", "found", "confidence")
     SELECT v, s || '-' || s + ${ends - begins}, s, ${found}, 0.9 FROM (
       SELECT v, k * ${every} + ${begins} AS s FROM generate_series(1, ${documents}) v, generate_series(10, ${9 + suggestedEach}) k ORDER BY k, v) places`,
    `INSERT INTO "Claim" ("sentence", "state")
     SELECT 'Berth ' || lpad(n::text, 5, '0') || ' of the harbour has sunk by two centimetres',
       (ARRAY['draft', 'draft', 'in_review', 'published', 'published', 'published', 'corrected'])[1 + n % 7]::"PublicationState"
     FROM generate_series(1, ${claims}) n`,
    `INSERT INTO "StatementClaim" ("statementId", "claimId") SELECT 1 + n % ${documents * 10}, n FROM generate_series(1, ${claims}) n`,
    `INSERT INTO "Topic" ("name", "folded") SELECT 'Topic ' || n, 'topic ' || n FROM generate_series(1, 200) n`,
    `INSERT INTO "Topic" ("name", "folded") VALUES ('Harbour', 'harbour')`,
    `INSERT INTO "ClaimTopic" ("claimId", "topicId") SELECT n, 1 + n % 201 FROM generate_series(1, ${claims}) n`,
    // A third is somebody's, a tenth is due, some of it is urgent, a few must be looked at again.
    `UPDATE "Work" SET
       "assigneeId" = CASE WHEN "id" % 3 = 0 THEN 2 + "id" % ${people} END,
       "dueOn" = CASE WHEN "id" % 10 = 0 THEN current_date - 20 + "id" % 60 END,
       "priority" = (ARRAY['urgent', 'high', 'normal', 'normal', 'normal', 'low'])[1 + "id" % 6]::"Priority",
       "recheckSince" = CASE WHEN "id" % 500 = 0 THEN now() END,
       "recheckReason" = CASE WHEN "id" % 500 = 0 THEN 'Statement 7 was changed' END`,
  ]
  for (const sql of steps) await pool.query(sql)
  await pool.query('VACUUM ANALYZE')
  const { rows } = await pool.query<{ works: number }>('SELECT count(*)::int AS works FROM "Work"')
  assert.equal(rows[0]?.works, claims + documents)
}

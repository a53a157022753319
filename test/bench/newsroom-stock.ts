import type { Pool } from 'pg'

/** A newsroom of so many published claims, and ids that are there in it. */
export type Stock = {
  claims: number
  statements: number
  documents: number
  sources: number
  /** The first of the sources; the others are people. */
  publishers: number
  topics: number
}

const perBatch = 50_000
const perDocument = 10
const publishers = 100

/** Every fifth claim is reported twice, so there are so many statements to the claims. */
const reports = 1.2

const givenNames =
  'Ana Boris Chloé Dmitri Elena Farid Gitte Hamid Ines José Karim Lena Mira Noor Olga Pavel Rosa Samir Tomas Žofie'
const familyNames =
  'Costa Ivanov Müller Okafor Reyes Holm Weir Nowak Brandt Sol Haddad Petrov Larsen Moreau Silva Kovač Demir Yusuf Novak Åberg'
const things =
  'harbour quay bridge ferry hospital school river border treaty budget pension tunnel airport railway dam forest vaccine election ceasefire pipeline'
const doings =
  'closes opens sinks moves costs delays repairs sells guards floods halves doubles renames rebuilds inspects loses'
const places = 'Ansel Belmar Corvo Dunmore Elster Faro Grevna Halden Istria Jarvik Kolm Lorne Mandal Narva Orsk Pirna'

/**
 * Fills an empty newsroom by SQL, with the triggers off: claims with their statements, chains, documents, sources, topics
 * and verdicts, all published, and what the triggers would have written of them. Nothing of it is on the desk's lists.
 */
export async function stockNewsroom(
  pool: Pool,
  { claims, by, progress }: { claims: number; by: number; progress: (doing: string) => void },
): Promise<Stock> {
  const speakers = Math.max(20, Math.min(5000, claims / 10))
  const stock = {
    claims,
    statements: claims * reports,
    documents: Math.ceil((claims * reports) / perDocument),
    sources: publishers + speakers,
    publishers,
    topics: 100,
  }
  await run(pool, ['DROP INDEX "SearchEntry_words"', sourcesAndTopics(speakers)])
  for (let from = 1; from <= stock.statements; from += perBatch) {
    const to = Math.min(stock.statements, from + perBatch - 1)
    await run(pool, batch({ from, to, claims, speakers, by }))
    progress(`${to.toLocaleString('en')} of ${stock.statements.toLocaleString('en')} statements are stored`)
  }
  progress('counting origins')
  await pool.query('ANALYZE')
  await run(pool, [claimFacts, claimEntries, ...sequences])
  progress('making the index of the search')
  await pool.query('CREATE INDEX "SearchEntry_words" ON "SearchEntry" USING gin ("words") WITH (fastupdate = off)')
  await pool.query('VACUUM ANALYZE')
  return stock
}

async function run(pool: Pool, commands: string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    // Nobody has counted the rows of tables that are being filled, and a plan for few reads many.
    await client.query('SET LOCAL enable_seqscan = off')
    for (const command of commands) await client.query(command)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** The nth word of a list, however large the number. */
const pick = (words: string, n: string) => {
  const list = words.split(' ').map((word) => `'${word}'`)
  return `(ARRAY[${list.join(', ')}])[1 + (${n}) % ${list.length}]`
}

const speakerName = (n: string) =>
  `${pick(givenNames, n)} || ' ' || ${pick(familyNames, `${n} / 20`)} || CASE WHEN ${n} >= 400 THEN ' ' || ${n} / 400 ELSE '' END`
const plain = (name: string) => `translate(lower(${name}), 'éüåžč', 'euazc')`

function sourcesAndTopics(speakers: number): string {
  return `
    INSERT INTO "Source" ("id", "name", "folded", "kind", "compared")
      SELECT n, 'Press ' || n, 'press ' || n, 'outlet'::"SourceKind", true FROM generate_series(1, ${publishers}) n
      UNION ALL
      SELECT ${publishers} + n, ${speakerName('n')}, ${plain(speakerName('n'))}, 'person'::"SourceKind", true FROM generate_series(1, ${speakers}) n;
    INSERT INTO "Topic" ("id", "name", "folded", "compared")
      SELECT n, initcap(t.name), t.name, true
      FROM generate_series(1, 100) n, LATERAL (SELECT ${pick(things, 'n')} || ' of ' || lower(${pick(places, 'n / 20')}) AS name) t;
    INSERT INTO "SearchEntry" ("id", "sourceId", "isPublic", "marks", "words")
      SELECT e."id", e."sourceId", true, e."marks", setweight(search_words(e."name"), 'A') || ${asWords}
      FROM (SELECT "id", "id" AS "sourceId", "name", ARRAY['#kind:source'] AS "marks" FROM "Source") e;
    SELECT setval(pg_get_serial_sequence('"SearchEntry"', 'id'), (SELECT max("id") FROM "SearchEntry"))`
}

/** The marks of an entry e as the index has them, with its place in the order. */
const asWords = `array_to_tsvector(e."marks" || '#public'::text) || search_place(e."id")`
const nextPlace = `nextval(pg_get_serial_sequence('"SearchEntry"', 'id'))::int`

type Batch = { from: number; to: number; claims: number; speakers: number; by: number }

/** Statement n says claim n; those beyond the last claim report again what others said. */
function batch({ from, to, claims, speakers, by }: Batch): string[] {
  const series = `generate_series(${from}, ${to}) n`
  const speaker = `${publishers} + 1 + (n::bigint * 7919 % ${speakers})::int`
  const relay = `${publishers} + 1 + (n::bigint * 104729 % ${speakers})::int`
  const publisher = `(1 + (n - 1) / ${perDocument} % ${publishers})`
  const day = `(date '2015-01-01' + (n::bigint * 31 % 3650)::int)`
  const claimOf = `CASE WHEN n <= ${claims} THEN n ELSE 1 + (n::bigint * 37 % ${claims})::int END`
  return [
    `CREATE TEMP TABLE said ON COMMIT DROP AS
       SELECT n, (n - 1) / ${perDocument} + 1 AS document, words, start FROM (
         SELECT n, words, 20 + coalesce(sum(length(words) + 23) OVER (PARTITION BY (n - 1) / ${perDocument} ORDER BY n
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS start
         FROM ${series}, LATERAL (SELECT 'the ' || ${pick(things, 'n')} || ' of ' || ${pick(places, 'n / 20')} || ' ' || ${pick(doings, 'n / 7')}
           || ' by ' || n % 97 || ' per cent in case ' || ${claimOf} AS words) w
       ) placed`,
    `INSERT INTO "StoredText" ("id", "content", "sha256", "codePoints")
       SELECT document, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), char_length(content)
       FROM (SELECT document, string_agg('They were told that ' || words || '.', E'\\n\\n' ORDER BY n) AS content FROM said GROUP BY document) t`,
    `INSERT INTO "Document" ("id", "title", "kind", "publisherId", "language", "textId", "state", "publishedAt", "publishedOn", "publishedPrecision")
       SELECT (n - 1) / ${perDocument} + 1, 'Report ' || (n - 1) / ${perDocument} + 1 || ' on the ' || ${pick(things, 'n')}, 'article',
         ${publisher}, 'en', (n - 1) / ${perDocument} + 1, 'published', now(), ${day} + 1, 'day'
       FROM ${series} WHERE (n - 1) % ${perDocument} = 0`,
    `INSERT INTO "Version" ("id", "documentId", "number", "textId", "method")
       SELECT DISTINCT document, document, 1, document, 'program'::"VersionMethod" FROM said`,
    `INSERT INTO "Statement" ("id", "versionId", "words", "mode", "state", "publishedAt")
       SELECT n, document, words, 'indirect', 'published', now() FROM said`,
    `INSERT INTO "Span" ("statementId", "position", "start", "end") SELECT n, 0, start, start + length(words) FROM said`,
    `INSERT INTO "Hop" ("id", "statementId", "position", "naming", "sourceId", "description", "cue", "addressee", "saidOn", "saidPrecision")
       SELECT 2 * n, n, 0, 'named'::"Naming", ${speaker}, NULL, 'told', 'reporters', ${day}, 'day'::"DatePrecision" FROM ${series}
       UNION ALL
       SELECT 2 * n + 1, n, 1, (CASE n % 3 WHEN 0 THEN 'described' ELSE 'named' END)::"Naming", CASE n % 3 WHEN 1 THEN ${relay} END,
         CASE n % 3 WHEN 0 THEN 'local media' END, 'reports', NULL, NULL, NULL FROM ${series} WHERE n % 3 < 2`,
    `INSERT INTO "Claim" ("id", "sentence", "state", "publishedAt")
       SELECT n, 'The ' || substr(words, 5), 'published', now() FROM said WHERE n <= ${claims}`,
    `INSERT INTO "ClaimTopic" ("claimId", "topicId")
       SELECT n, 1 + n % 100 FROM ${series} WHERE n <= ${claims}
       UNION SELECT n, 1 + (n / 3) % 100 FROM ${series} WHERE n <= ${claims} AND n % 3 = 0`,
    `INSERT INTO "StatementClaim" ("statementId", "claimId") SELECT n, ${claimOf} FROM ${series}`,
    `INSERT INTO "StatementFacts" ("statementId", "forReaders", "distance", "rootKind", "originSourceId", "originKey", "way", "circle",
         "weakestHopId", "weakestReason")
       SELECT n, r, CASE n % 3 WHEN 2 THEN 1 ELSE 2 END, 'named', ${speaker}, 's:' || ${speaker},
         CASE n % 3 WHEN 1 THEN ARRAY[${publisher}, ${relay}, ${speaker}] ELSE ARRAY[${publisher}, ${speaker}] END, '{}',
         CASE n % 3 WHEN 0 THEN 2 * n + 1 ELSE 2 * n END, (CASE n % 3 WHEN 0 THEN 'described' ELSE 'named' END)::"WeakestReason"
       FROM ${series}, (VALUES (true), (false)) v(r)`,
    `INSERT INTO "SourceFacts" ("sourceId", "forReaders", "statementId", "position", "distance", "viaId", "ratingId", "claimIds",
         "claimRatingIds", "topicIds")
       SELECT h.source, r, n, h.place, CASE n % 3 WHEN 2 THEN 1 ELSE 2 END, h.via,
         CASE WHEN h.place = 0 AND n % 10 = 0 THEN (SELECT "id" FROM "Rating" WHERE "axis" = 'attribution' AND "position" = 1 + n / 10 % 4) END,
         CASE h.place WHEN 0 THEN ARRAY[c] ELSE '{}' END,
         CASE h.place WHEN 0 THEN ARRAY[
           CASE c % 2 WHEN 0 THEN (SELECT "id" FROM "Rating" WHERE "axis" = 'accuracy' AND "position" = 1 + c / 2 % 6) END] ELSE '{}' END,
         CASE WHEN c % 3 = 0 AND c % 100 <> c / 3 % 100 THEN ARRAY[1 + least(c % 100, c / 3 % 100), 1 + greatest(c % 100, c / 3 % 100)]
           ELSE ARRAY[1 + c % 100] END
       FROM ${series}, (VALUES (true), (false)) v(r), LATERAL (SELECT ${claimOf} AS c) claim,
         LATERAL (
           SELECT ${speaker} AS source, 0 AS place, CASE n % 3 WHEN 1 THEN ${relay} WHEN 2 THEN ${publisher} END AS via
           UNION ALL
           SELECT ${relay}, 1, ${publisher} WHERE n % 3 = 1 AND ${relay} <> ${speaker}
         ) h`,
    `INSERT INTO "Verdict" ("axis", "claimId", "statementId", "ratingId", "reasons", "state", "publishedAt", "accountId")
       SELECT 'accuracy'::"Axis", n, NULL::int, (SELECT "id" FROM "Rating" WHERE "axis" = 'accuracy' AND "position" = 1 + n / 2 % 6),
         'We asked both sides.', 'published'::"VerdictState", now(), ${by} FROM ${series} WHERE n <= ${claims} AND n % 2 = 0
       UNION ALL
       SELECT 'attribution', NULL, n, (SELECT "id" FROM "Rating" WHERE "axis" = 'attribution' AND "position" = 1 + n / 10 % 4),
         'We heard the recording.', 'published', now(), ${by} FROM ${series} WHERE n % 10 = 0`,
    `INSERT INTO "SearchEntry" ("id", "documentId", "isPublic", "marks", "words")
       SELECT e."id", e."documentId", true, e."marks", setweight(search_words(e."title"), 'A') || e."words" || ${asWords} FROM (
         SELECT ${nextPlace} AS "id", d."id" AS "documentId", d."title", t."words",
           ARRAY['#kind:document', '#doc:' || d."id", '#in:' || d."publisherId"] || search_said(d."publishedOn", 'day') AS "marks"
         FROM "Document" d JOIN "StoredText" t ON t."id" = d."textId" WHERE d."id" IN (SELECT document FROM said)
       ) e`,
    `INSERT INTO "SearchEntry" ("id", "statementId", "isPublic", "marks", "words")
       SELECT e."id", e.n, true, e."marks", setweight(search_words(e.words), 'A') || ${asWords} FROM (
         SELECT ${nextPlace} AS "id", s.n, s.words, (
           SELECT array_agg(DISTINCT mark) FROM unnest(
             ARRAY['#kind:statement', '#doc:' || document, '#in:' || ${publisher}, '#via:' || ${publisher}, '#by:' || ${speaker},
               '#rating:' || coalesce((SELECT v."ratingId"::text FROM "Verdict" v WHERE v."statementId" = s.n), 'none'),
               '#topic:' || 1 + c % 100]
             || CASE n % 3 WHEN 0 THEN ARRAY['#via=local', '#via=media'] WHEN 1 THEN ARRAY['#via:' || ${relay}] ELSE '{}' END
             || CASE c % 3 WHEN 0 THEN ARRAY['#topic:' || 1 + (c / 3) % 100] ELSE '{}' END
             || search_said(${day}, 'day')
           ) AS mark
         ) AS "marks" FROM said s, LATERAL (SELECT ${claimOf} AS c) claim ORDER BY s.n
       ) e`,
  ]
}

const claimFacts = `
  INSERT INTO "ClaimFacts" ("claimId", "forReaders", "reports", "origins", "namedOrigins", "unnamedRoots", "circularReports", "circularSourceIds")
  SELECT sc."claimId", f."forReaders", count(*), count(DISTINCT f."originKey"), count(DISTINCT f."originKey"), 0, 0, '{}'
  FROM "StatementClaim" sc JOIN "StatementFacts" f USING ("statementId") GROUP BY 1, 2`

/** Of those reported once the marks of that report; of the others those of all. */
const claimEntries = `
  INSERT INTO "SearchEntry" ("id", "claimId", "isPublic", "marks", "words")
  SELECT e."id", e."claimId", true, e."marks", setweight(search_words(e."sentence"), 'A') || ${asWords} FROM (
    SELECT ${nextPlace} AS "id", c."id" AS "claimId", c."sentence", (
      SELECT array_agg(DISTINCT mark) FROM (
        SELECT '#kind:claim' AS mark
        UNION ALL
        SELECT '#rating:' || coalesce((SELECT v."ratingId"::text FROM "Verdict" v WHERE v."claimId" = c."id"), 'none')
        UNION ALL
        SELECT '#topic:' || t."topicId" FROM "ClaimTopic" t WHERE t."claimId" = c."id"
        UNION ALL
        SELECT m FROM "StatementClaim" sc JOIN "SearchEntry" s ON s."statementId" = sc."statementId", unnest(s."marks") m
        WHERE sc."claimId" = c."id" AND m ~ '^#(by|via|in|doc|said)[:=]'
      ) marks
    ) AS "marks" FROM "Claim" c ORDER BY c."id"
  ) e`

/** The next thing that is made by the desk itself has a number of its own. */
const sequences = [
  'Source',
  'Topic',
  'StoredText',
  'Document',
  'Version',
  'Statement',
  'Hop',
  'Claim',
  'SearchEntry',
].map((table) => `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max("id") FROM "${table}"))`)

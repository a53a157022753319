import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { migrate, ourScripts } from '../src/database/migrate.ts'
import { openBlankDatabase } from './support/database.ts'

/** A desk as it was made before: its tables and functions, and what people had stored in it. */
const before = {
  ...ourScripts,
  migrations: ourScripts.migrations.filter(({ name }) => name < '20261129'),
  text: [],
  after: [],
}

const stored = `
  INSERT INTO "Source" ("id", "name", "folded", "kind", "compared") OVERRIDING SYSTEM VALUE VALUES
    (1, 'Coast Wire', 'coast wire', 'outlet', true), (2, U&'Lena\\200b Okafor', U&'lena\\200b okafor', 'person', true),
    (3, 'Łódź Straße', 'łodz straße', 'outlet', true);
  INSERT INTO "SourceAlias" ("sourceId", "name", "folded") VALUES
    (2, 'L. Okafor', 'l. okafor'), (2, U&'L.\\00ad Okafor', U&'l.\\00ad okafor'), (2, 'कि', 'क'), (2, U&'क\\200b', U&'क\\200b');
  INSERT INTO "SourceRole" ("sourceId", "title", "folded") VALUES (2, 'Mayor – acting', 'mayor – acting');
  INSERT INTO "Topic" ("id", "name", "folded", "compared") OVERRIDING SYSTEM VALUE VALUES
    (1, U&'Har\\200bbour', U&'har\\200bbour', true), (2, 'Harbour', 'harbour', true), (3, U&'Harbour\\feff', U&'harbour\\feff', true);
  INSERT INTO "Topic" ("id", "name", "folded", "mergedIntoId") OVERRIDING SYSTEM VALUE VALUES (4, 'harbour', 'harbour', 2);
  INSERT INTO "TopicAlias" ("topicId", "name", "folded") VALUES (2, 'Straße', 'straße'), (2, 'Strasse', 'strasse');
  INSERT INTO "StoredText" ("id", "content", "sha256", "codePoints") OVERRIDING SYSTEM VALUE
    SELECT 1, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), char_length(t) FROM (VALUES (U&'The q\\034fuay is Ŋew.')) AS v(t);
  INSERT INTO "Document" ("id", "title", "kind", "publisherId", "language", "textId", "state", "publishedAt") OVERRIDING SYSTEM VALUE
    VALUES (1, 'A report', 'article', 1, 'en', 1, 'published', now());
  INSERT INTO "Version" ("id", "documentId", "number", "textId", "method") OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 1, 'pasted');
  INSERT INTO "Statement" ("id", "versionId", "words", "mode", "state", "publishedAt") OVERRIDING SYSTEM VALUE VALUES
    (1, 1, '[…]', 'direct', 'published', now()), (2, 1, 'The', 'direct', 'published', now()), (3, 1, 'The', 'direct', 'ready', NULL);
  INSERT INTO "Span" ("statementId", "position", "start", "end") VALUES (2, 0, 0, 3);
  INSERT INTO "Account" ("id", "email", "name", "handle", "role", "passwordHash") OVERRIDING SYSTEM VALUE
    VALUES (1, 'edda@coastwire.example', 'Edda', 'edda', 'editor', '');
  INSERT INTO "Note" ("id", "kind", "body", "versionId", "words", "accountId", "parentId") OVERRIDING SYSTEM VALUE VALUES
    (1, 'comment', 'On nothing', 1, '[...] […]', 1, NULL), (2, 'comment', 'Nor this', 1, NULL, 1, 1);`

test('a desk from before opens, its names and texts are found, and what had no passage is withdrawn and says so', async (t) => {
  const blank = await openBlankDatabase()
  const client = new pg.Client(blank.connection)
  t.after(async () => {
    await client.end()
    await blank.close()
  })
  await migrate(blank.connection, before)
  await client.connect()
  await client.query(`BEGIN; ${stored}; COMMIT`)

  const done = await migrate(blank.connection)
  assert.ok(done.length > 0)
  const list = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows

  assert.deepEqual(await list(`SELECT "folded", "compared" FROM "Source" ORDER BY "id"`), [
    ['coast wire', true],
    ['lena okafor', false],
    ['lodz strasse', false],
  ])
  assert.deepEqual(await list(`SELECT "folded" FROM "SourceRole"`), [['mayor-acting']])
  const aliases = await list(`SELECT "folded" FROM "SourceAlias" ORDER BY "id"`)
  assert.deepEqual(aliases[0], ['l. okafor'])
  assert.match(aliases.flat().join(), /^l\. okafor,l\. okafor\u2060\d+,कि,क$/)

  const topics = await list(`SELECT "folded" FROM "Topic" ORDER BY "id"`)
  assert.deepEqual(topics[1], ['harbour'], 'the one that had the name has it still')
  assert.match(topics.flat().join(), /^harbour\u20601,harbour,harbour\u20603,harbour$/)
  const pairs = await list(`SELECT "earlierId", "laterId" FROM "TopicPair" ORDER BY 1, 2`)
  assert.deepEqual(pairs, [
    [1, 2],
    [2, 3],
  ])
  assert.equal((await list(`SELECT DISTINCT "folded" FROM "TopicAlias"`)).length, 2)

  const found = (words: string) =>
    list(`SELECT count(*)::int FROM "StoredText" WHERE "words" @@ phraseto_tsquery('simple', search_fold('${words}'))`)
  assert.deepEqual(await found('quay is ŋEW'), [[1]])

  assert.deepEqual(await list(`SELECT "id", "state", "withdrawnReason" FROM "Statement" ORDER BY "id"`), [
    [1, 'withdrawn', 'It was recorded without a passage of the text'],
    [2, 'published', null],
    [3, 'withdrawn', 'It was recorded without a passage of the text'],
  ])
  assert.deepEqual(await list(`SELECT "statementId" FROM "Event" WHERE "action" = 'statement_withdrawn' ORDER BY 1`), [
    [1],
    [3],
  ])
  assert.deepEqual(await list(`SELECT "documentId", "versionId", "words" FROM "Note" ORDER BY "id"`), [
    [1, null, null],
    [1, null, null],
  ])
  assert.deepEqual(await list(`SELECT count(*)::int FROM "SearchEntry" WHERE "statementId" = 1 AND "isPublic"`), [[0]])
  assert.deepEqual(await migrate(blank.connection), [], 'once is enough')
})

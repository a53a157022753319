import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { migrate, ourScripts } from '../src/database/migrate.ts'
import { nameOfThing, readScripts, type Scripts } from '../src/database/scripts.ts'
import { openBlankDatabase, openTestDatabase } from './support/database.ts'
import { ofBefore, oldRows } from './support/old-desk.ts'

/** Those of extensions are not ours. */
const ourFunctions = `SELECT p.oid, p.proname AS name, l.lanname AS language,
    coalesce(p.proconfig, '{}') AS settings, p.prosqlbody IS NOT NULL AS bound
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  ORDER BY p.proname`

type OurFunction = { oid: number; name: string; language: string; settings: string[]; bound: boolean }

test('every function of the database has its own file, and every file its function', async (t) => {
  const db = await migrated(t)
  const { rows } = await db.query<OurFunction>(ourFunctions)
  const files = ourScripts.text.filter(({ name }) => name.startsWith('functions/')).map(({ name }) => nameOfThing(name))
  assert.deepEqual(
    rows.map(({ name }) => name),
    files.sort(),
  )
})

test('every function finds what it names whatever the search_path is', async (t) => {
  const db = await migrated(t)
  const { rows } = await db.query<OurFunction>(ourFunctions)
  // One without a quoted body was bound to what it names when it was made.
  const lost = rows.filter(({ settings, bound }) => !bound && !settings.includes('search_path=public, pg_temp'))
  assert.deepEqual(
    lost.map(({ name }) => name),
    [],
    'begin the body with RETURN, or set search_path = public, pg_temp',
  )
})

test('every function is one that PostgreSQL can read', async (t) => {
  const db = await migrated(t)
  const { rows } = await db.query<OurFunction>(ourFunctions)
  for (const { oid, language } of rows) {
    await db.query(`SELECT ${language === 'sql' ? 'fmgr_sql_validator' : 'plpgsql_validator'}($1)`, [oid])
  }
})

test('a desk that only migrations made gets the present text, and keeps what it stored', async (t) => {
  const { client, connection } = await blank(t)
  await migrate(connection, ofBefore)
  await client.query(oldRows)
  const { rows: made } = await client.query<OurFunction>(ourFunctions)
  assert.ok(made.some(({ name, bound }) => name === 'search_words' && !bound))

  await migrate(connection)
  const { rows: now } = await client.query<OurFunction>(ourFunctions)
  assert.ok(now.some(({ name, bound }) => name === 'search_words' && bound))
  const { rows: stored } = await client.query<{ words: string; entry: string }>(
    `SELECT t."words", e."words" AS entry FROM "Document" d
     JOIN "StoredText" t ON t."id" = d."textId" JOIN "SearchEntry" e ON e."documentId" = d."id"`,
  )
  assert.equal(stored.length, 1)
  assert.match(stored[0]?.words ?? '', /'lodz':\d+ 'oeuvre':\d/)
  assert.match(stored[0]?.entry ?? '', /'aerlig':\d/)
})

test('a desk that told readers whom a description means tells them no more once it is opened', async (t) => {
  const { client, connection } = await blank(t)
  await migrate(connection, ofBefore)
  await client.query(`
    INSERT INTO "Source" ("id", "name", "folded", "kind") VALUES
      (1, 'Coast Wire', 'coast wire', 'outlet'), (2, 'Nurse Ada Quill', 'nurse ada quill', 'person');
    INSERT INTO "StoredText" ("id", "sha256", "codePoints", "content")
      SELECT 1, encode(sha256(convert_to(t, 'UTF8')), 'hex'), length(t), t FROM (VALUES ('It was decided.')) v(t);
    INSERT INTO "Document" ("id", "title", "kind", "publisherId", "authors", "language", "textId", "state")
      VALUES (1, 'The harbour', 'article', 1, '{}', 'en', 1, 'published');
    INSERT INTO "Version" ("id", "documentId", "number", "textId", "method") VALUES (1, 1, 1, 1, 'pasted');
    INSERT INTO "Statement" ("id", "versionId", "words", "mode", "state") VALUES (1, 1, 'It was decided', 'direct', 'published');
    INSERT INTO "Span" ("statementId", "position", "start", "end") VALUES (1, 0, 0, 14);
    INSERT INTO "Hop" ("statementId", "position", "naming", "description", "sourceId", "translated")
      VALUES (1, 0, 'described', 'a nurse', 2, false);`)
  const told = async () => {
    const entry = await client.query(`SELECT "isPublic" FROM "SearchEntry" WHERE "sourceId" = 2`)
    const marks = await client.query(`SELECT FROM "SearchEntry" WHERE '#by:2' = ANY ("marks")`)
    const facts = await client.query(`SELECT FROM "SourceFacts" WHERE "sourceId" = 2`)
    return [entry.rows, marks.rowCount, facts.rowCount]
  }
  assert.deepEqual(await told(), [[{ isPublic: true }], 1, 2])
  await migrate(connection)
  assert.deepEqual(await told(), [[{ isPublic: false }], 0, 0])
  const { rows } = await client.query(`SELECT "state" FROM "Statement"`)
  assert.deepEqual(rows, [{ state: 'published' }])
})

test('what a desk decided before decisions were counted is counted when it is opened, once', async (t) => {
  const { client, connection } = await blank(t)
  await migrate(connection, ofBefore)
  await client.query(oldRows)
  // An older process goes on deciding between the migrations and the text whose triggers count.
  await migrate(connection, { migrations: ourScripts.migrations, text: [], after: [] })
  await client.query(`
    INSERT INTO "Suggestion" ("versionId", "place", "start", "confidence", "found", "state", "decidedAt", "dismissedFor")
    SELECT "id", at || '-9', at, 0.5, '{"rule": "that-clause", "confidence": 0.5, "hops": [{"cue": {"text": "Said"}}]}',
      'dismissed', now(), 'not_said' FROM "Version", generate_series(0, 2) AS at`)
  const counted = async () => {
    const { rows } = await client.query<object>(
      'SELECT "rule", "cue", "expected", "dismissed", "notSaid" FROM "DecidedCount"',
    )
    return rows
  }
  await migrate(connection)
  const all = [{ rule: 'that-clause', cue: 'said', expected: 1.5, dismissed: 3, notSaid: 3 }]
  assert.deepEqual(await counted(), all)
  await migrate(connection)
  assert.deepEqual(await counted(), all)
})

test('the text is applied again where it changed, and only there', async (t) => {
  const { client, connection } = await blank(t)
  const one = scripts({ 'functions/one.sql': returning('one', 1) })
  const applied = async () => {
    const { rows } = await client.query<{ applied_at: Date }>('SELECT applied_at FROM _on_record_scripts')
    return rows.map(({ applied_at }) => applied_at.getTime())
  }
  await migrate(connection, one)
  const first = await applied()
  await migrate(connection, one)
  assert.deepEqual(await applied(), first)

  await migrate(connection, scripts({ 'functions/one.sql': returning('one', 2) }))
  assert.deepEqual((await client.query('SELECT one()')).rows, [{ one: 2 }])
})

test('views read functions and each other, and are made again when what they read changes', async (t) => {
  const { client, connection } = await blank(t)
  const text = {
    'functions/is_seen.sql': `CREATE OR REPLACE FUNCTION is_seen(n integer) RETURNS boolean LANGUAGE sql RETURN n > 1;`,
    'functions/seen.sql': `CREATE OR REPLACE FUNCTION seen() RETURNS bigint LANGUAGE sql
      SET search_path = public, pg_temp AS $$ SELECT count(*) FROM a_view $$;`,
    'views/a_view.sql': `CREATE VIEW a_view AS SELECT * FROM b_view; -- c_view does not`,
    'views/b_view.sql': `CREATE VIEW b_view AS SELECT * FROM thing WHERE is_seen(n);`,
    'views/c_view.sql': `CREATE VIEW c_view AS SELECT n AS m FROM a_view;`,
  }
  const first = {
    'migrations/1_thing/migration.sql': 'CREATE TABLE thing (n integer); INSERT INTO thing VALUES (1), (2)',
  }
  await migrate(connection, scripts({ ...first, ...text }))
  assert.deepEqual((await client.query('SELECT seen(), (SELECT m FROM c_view)')).rows, [{ seen: '1', m: 2 }])

  const second = { ...first, 'migrations/2_wider/migration.sql': 'ALTER TABLE thing ALTER n TYPE bigint' }
  const { 'views/c_view.sql': _, ...others } = text
  const renamed = 'CREATE VIEW b_view AS SELECT n AS k, now() AS at FROM thing;'
  await migrate(connection, scripts({ ...second, ...others, 'views/b_view.sql': renamed }))
  assert.deepEqual((await client.query('SELECT k FROM a_view ORDER BY k')).rows, [{ k: '1' }, { k: '2' }])
  assert.deepEqual((await client.query(`SELECT to_regclass('c_view') AS gone`)).rows, [{ gone: null }])
})

test('what a migration drops of the text is made again', async (t) => {
  const { client, connection } = await blank(t)
  const text = { 'functions/one.sql': returning('one', 1) }
  await migrate(connection, scripts(text))
  await migrate(connection, scripts({ ...text, 'migrations/1_drop/migration.sql': 'DROP FUNCTION one()' }))
  assert.deepEqual((await client.query('SELECT one()')).rows, [{ one: 1 }])
})

test('what is stored is brought up to date once, after the text that asks for it', async (t) => {
  const { client, connection } = await blank(t)
  const migrations = {
    'migrations/1_thing/migration.sql': 'CREATE TABLE thing (n integer); INSERT INTO thing VALUES (1)',
  }
  const text = {
    'functions/all_anew.sql': `CREATE OR REPLACE FUNCTION all_anew() RETURNS void LANGUAGE sql
      SET search_path = public, pg_temp AS $$ UPDATE thing SET n = n + 10 $$;`,
  }
  const after = { 'migrations/1_thing/after.sql': 'SELECT all_anew()' }
  await migrate(connection, scripts(migrations))
  await migrate(connection, scripts({ ...migrations, ...text, ...after }))
  await migrate(connection, scripts({ ...migrations, ...text, ...after, 'functions/one.sql': returning('one', 1) }))
  assert.deepEqual((await client.query('SELECT n FROM thing')).rows, [{ n: 11 }])
})

test('an older version leaves the text of a later one alone', async (t) => {
  const { client, connection } = await blank(t)
  const old = { 'migrations/1_old/migration.sql': 'SELECT 1', 'functions/one.sql': returning('one', 1) }
  const later = { ...old, 'migrations/2_new/migration.sql': 'SELECT 1', 'functions/one.sql': returning('one', 2) }
  await migrate(connection, scripts(later))
  await migrate(connection, scripts(old))
  assert.deepEqual((await client.query('SELECT one()')).rows, [{ one: 2 }])
})

test('a script that fails says what PostgreSQL says and where, and leaves nothing behind', async (t) => {
  const { client, connection } = await blank(t)
  const failing = 'CREATE TABLE thing (n integer);\n-- 𝐱 is one character\nINSERT INTO thing VALUES (nothing);'
  await assert.rejects(migrate(connection, scripts({ 'migrations/1_thing/migration.sql': failing })), {
    message: '1_thing failed at line 3: column "nothing" does not exist',
  })
  assert.deepEqual((await client.query(`SELECT to_regclass('thing') AS there`)).rows, [{ there: null }])

  const text = { 'functions/one.sql': 'CREATE FUNCTION one() RETURNS integer LANGUAGE sql RETURN none;' }
  await assert.rejects(migrate(connection, scripts(text)), /functions\/one\.sql failed at line 1: column "none"/)
})

/** As they are read from a folder with these files. */
function scripts(files: Record<string, string>): Scripts {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-scripts-'))
  try {
    for (const [name, sql] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), sql)
    }
    return readScripts(folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

function returning(name: string, value: number): string {
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS integer LANGUAGE sql RETURN ${value};`
}

async function migrated(t: TestContext) {
  const database = await openTestDatabase()
  t.after(() => database.close())
  return database.pool
}

async function blank(t: TestContext) {
  const database = await openBlankDatabase()
  const { connection } = database
  const client = new pg.Client(connection)
  await client.connect()
  t.after(async () => {
    await client.end()
    await database.close()
  })
  return { connection, client }
}

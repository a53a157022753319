import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { seedDemo } from '../../prisma/seed.ts'
import { openDatabase } from '../../src/database/connect.ts'
import { importDocument } from '../../src/documents/documents.ts'
import { NewDocument } from '../../src/documents/schema.ts'
import { allRows, copyByDump, dumpVersion, skipWithoutDump } from '../support/dump.ts'
import { harbourStory } from '../support/world.ts'
import { ask, findPrograms, startServer } from './servers.ts'

const programs = findPrograms()
const [oldest, newest] = [programs[0], programs[programs.length - 1]]
assert.ok(oldest && newest)

const ways = [
  [oldest, oldest],
  [oldest, newest],
  [newest, newest],
] as const

for (const [from, to] of ways) {
  const isTooOld = dumpVersion() < from.version && `pg_dump ${dumpVersion()} cannot read PostgreSQL ${from.version}`
  const skip = skipWithoutDump || isTooOld

  test(`a dump from PostgreSQL ${from.version} is restored on ${to.version} with every row`, { skip }, async (t) => {
    const { desk, other } = await twoDesks(t, from, to)
    await copyByDump(desk, other, fileFor(t))
    assert.deepEqual(await allRows(other), await allRows(desk))
    await goOn(other)
  })

  test(`a desk on PostgreSQL ${from.version} is copied to ${to.version} while it works`, async (t) => {
    const { desk, other } = await twoDesks(t, from, to)
    // The tables, as this version makes them; what they hold is copied.
    await (await openDatabase({ databaseUrl: other })).close()
    await ask(other, emptyAll)

    await ask(desk, 'CREATE PUBLICATION desk FOR ALL TABLES')
    const { port } = new URL(desk)
    const there = `host=127.0.0.1 port=${port} user=postgres dbname=desk`
    await ask(other, `CREATE SUBSCRIPTION desk CONNECTION '${there}' PUBLICATION desk`)
    await untilAlike(desk, other)
    assert.ok(((await allRows(other)).get('StoredText')?.length ?? 0) >= 6)

    await goOn(desk)
    await untilAlike(desk, other)

    // Numbers that were given out are not copied.
    await ask(other, 'DROP SUBSCRIPTION desk')
    await ask(other, goOnCounting)
    await goOn(other)
  })
}

/** With the triggers off, some of which keep history from being emptied. */
const emptyAll = `DO $$
  BEGIN
    SET LOCAL session_replication_role = replica;
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public');
  END $$`

const goOnCounting = `DO $$
  DECLARE numbered record;
  BEGIN
    FOR numbered IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND is_identity = 'YES' LOOP
      EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
        quote_ident(numbered.table_name), numbered.column_name, numbered.column_name, numbered.table_name);
    END LOOP;
  END $$`

async function twoDesks(t: TestContext, from: (typeof ways)[number][0], to: (typeof ways)[number][1]) {
  const server = await startServer(t, from)
  const otherServer = await startServer(t, to) // a subscription to one's own server waits for itself
  const desk = await server.createDatabase('desk')
  const database = await openDatabase({ databaseUrl: desk })
  await seedDemo(database.db)
  await database.close()
  return { desk, other: await otherServer.createDatabase('other') }
}

let stories = 0

/** A desk stores something new, and finds it. */
async function goOn(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl })
  const url = `https://coastwire.example/${++stories}`
  const story = NewDocument.parse({ ...harbourStory, url, text: `${harbourStory.text}\n\nThis is report ${stories}.` })
  const options = { method: 'program', maxTextBytes: 5 * 1024 * 1024, by: null } as const
  const { documentId } = await importDocument(database.db, { ...story, ...options })
  assert.equal(await database.db.searchEntry.count({ where: { documentId } }), 1)
  await database.close()
}

async function untilAlike(one: string, other: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      assert.deepEqual(await allRows(other), await allRows(one))
      return
    } catch (error) {
      if (tries === 60) throw error
      await wait(500)
    }
  }
}

function fileFor(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-dump-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  return path.join(folder, 'desk.dump')
}

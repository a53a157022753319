import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { seedDemo } from '../prisma/seed.ts'
import { openDatabase } from '../src/database/connect.ts'
import { migrate } from '../src/database/migrate.ts'
import { importDocument } from '../src/documents/documents.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { openBlankDatabase, skipOnEmbedded } from './support/database.ts'
import { allRows, copyByDump, skipWithoutDump } from './support/dump.ts'
import { ofBefore, oldRows } from './support/old-desk.ts'
import { harbourStory } from './support/world.ts'

const skip = skipOnEmbedded || skipWithoutDump

test(
  'a dump of a desk is restored into an empty database with every row, and the desk goes on there',
  { skip },
  async (t) => {
    const [from, to] = [await blank(t), await blank(t)]
    const desk = await openDatabase({ databaseUrl: from.url })
    await seedDemo(desk.db)
    await desk.close()

    await restore(t, from.url, to.url)
    const rows = await allRows(from.connection)
    assert.ok((rows.get('StoredText')?.length ?? 0) >= 6)
    assert.deepEqual(await allRows(to.connection), rows)

    const restored = await openDatabase({ databaseUrl: to.url })
    t.after(() => restored.close())
    const story = NewDocument.parse(harbourStory)
    const options = { method: 'program', maxTextBytes: 5 * 1024 * 1024, by: null } as const
    const { documentId } = await importDocument(restored.db, { ...story, ...options })
    const found = await restored.db.searchEntry.findMany({ where: { documentId } })
    assert.equal(found.length, 1)
  },
)

test(
  'a desk of before functions had their search_path is restored after this version opened it',
  { skip },
  async (t) => {
    const [from, to] = [await blank(t), await blank(t)]
    await migrate(from.connection, ofBefore)
    const client = new pg.Client(from.connection)
    await client.connect()
    await client.query(oldRows)
    await client.end()

    await migrate(from.connection)
    await restore(t, from.url, to.url)
    const rows = await allRows(from.connection)
    assert.match(rows.get('StoredText')?.join() ?? '', /'oeuvre':/)
    assert.deepEqual(await allRows(to.connection), rows)
    assert.deepEqual(await migrate(to.connection), [])
  },
)

async function restore(t: TestContext, from: string, to: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-dump-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  await copyByDump(from, to, path.join(folder, 'desk.dump'))
}

async function blank(t: TestContext) {
  const database = await openBlankDatabase()
  t.after(() => database.close())
  return { connection: database.connection, url: database.connection.connectionString ?? '' }
}

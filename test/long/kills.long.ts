import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { migrate, missingMigrations, ourScripts } from '../../src/database/migrate.ts'
import { killWhileWriting } from '../support/lives.ts'
import { killWhileMigrating } from '../support/migrating.ts'
import { findPrograms, startServer } from './servers.ts'

const kills = 40

test(`of ${kills} desks that are killed while they migrate each starts again`, async (t) => {
  const [oldest] = findPrograms()
  assert.ok(oldest)
  const server = await startServer(t, oldest)
  for (let n = 0; n < kills; n++) {
    const url = await server.createDatabase(`desk_${n}`)
    const client = new pg.Client(url)
    await client.connect()
    await killWhileMigrating(client, url, 'SIGKILL', n % (ourScripts.migrations.length + 1))
    await migrate({ connectionString: url })
    assert.deepEqual(await missingMigrations(client), [], `after kill ${n}`)
    await client.query(`SELECT search_words('The text came after it.')`)
    await client.end()
  }
})

test('a desk that is killed 20 times while it writes keeps every acknowledged document', (t) => killWhileWriting(t, 20))

import { randomUUID } from 'node:crypto'
import type { PoolConfig } from 'pg'
import { openDatabase, type OpenDatabase, openReached } from '../../src/database/connect.ts'
import { startHere } from './engine-here.ts'
import {
  databaseOn,
  type DemoTemplate,
  embeddedDemo,
  embeddedTemplate,
  onServer,
  serverDemo,
  serverTemplate,
} from './template.ts'

/** The PostgreSQL server to test on; without it, everything runs on the embedded engine. */
const serverUrl = process.env.TEST_DATABASE_URL

/** For tests that only concern the embedded engine: false, or a sentence with the reason for skipping them. */
export const skipOnServer = serverUrl ? 'it concerns the embedded database only' : false
/** For tests of what only a server can do. */
export const skipOnEmbedded = serverUrl ? false : 'it takes a PostgreSQL server, which TEST_DATABASE_URL would name'

/** Ten minutes for everything: a slow machine may still finish what a desk would give up on. */
export const patient = { statement: 600, lock: 600, answer: 600 }

/** A separate migrated database, empty except for the rating scales, or a copy of `from`. */
export async function openTestDatabase({
  databasePool = 5,
  from,
}: { databasePool?: number; from?: string } = {}): Promise<OpenDatabase> {
  if (!serverUrl) {
    return openReached(await startHere(from ?? (await embeddedTemplate())), { limits: patient })
  }
  const made = await createDatabase(serverUrl, from ?? (await serverTemplate(serverUrl)))
  const database = await openDatabase({ databaseUrl: made.url, databasePool, limits: patient })
  return {
    ...database,
    async close() {
      await database.close()
      await made.drop()
    },
  }
}

/** The demo newsroom, to be copied with `openTestDatabase`. */
export function demoTemplate(): Promise<DemoTemplate> {
  return serverUrl ? serverDemo(serverUrl) : embeddedDemo()
}

/** A database without any migration. */
export async function openBlankDatabase(): Promise<{ connection: PoolConfig; close(): Promise<void> }> {
  if (serverUrl) {
    const { url, drop } = await createDatabase(serverUrl, 'template1')
    return { connection: { connectionString: url }, close: drop }
  }
  const { connection, embedded } = await startHere()
  return { connection, close: () => embedded.stop() }
}

/** A migrated database on the server, for tests that open it in their own way. */
export async function createServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!serverUrl) throw new Error('Such a test is left out where TEST_DATABASE_URL names no server')
  return createDatabase(serverUrl, await serverTemplate(serverUrl))
}

async function createDatabase(server: string, template: string) {
  const name = `on_record_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    url: databaseOn(server, name),
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

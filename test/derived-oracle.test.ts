import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Db } from '../src/database/connect.ts'
import { anyChains, makeChains } from './support/any-chains.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { expectedFacts } from './support/oracle.ts'

let desk: TestDesk
before(async () => {
  desk = await openTestDesk()
})
after(() => desk.close())

/** Every derived value as it is stored; as JSON, since Prisma reads no list in which something is null. */
async function storedFacts(db: Db) {
  const all = async (table: string, order: string) => {
    const rows = await db.$queryRawUnsafe<{ row: unknown }[]>(
      `SELECT to_jsonb(f) AS row FROM "${table}" f ORDER BY ${order}`,
    )
    return rows.map(({ row }) => row)
  }
  return {
    statements: await all('StatementFacts', '"statementId", "forReaders"'),
    claims: await all('ClaimFacts', '"claimId", "forReaders"'),
    sources: await all('SourceFacts', '"sourceId", "forReaders", "statementId"'),
  }
}

/** What a change leaves behind, as if it had not been. */
async function afterwards<T>(change: (db: Db) => Promise<T>): Promise<T> {
  const nothingStays = new Error('rolled back')
  let result: T | undefined
  await desk.db
    .$transaction(async (tx) => {
      result = await change(tx)
      throw nothingStays
    })
    .catch((error: unknown) => {
      if (error !== nothingStays) throw error
    })
  assert.ok(result !== undefined)
  return result
}

test('in any newsroom the database derives what a plain computation by the definitions finds', async () => {
  await fc.assert(
    fc.asyncProperty(anyChains, async (chains) => {
      const { stored, expected } = await afterwards(async (db) => {
        await makeChains(db, chains)
        await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
        return { stored: await storedFacts(db), expected: await expectedFacts(db) }
      })
      assert.deepEqual(stored, expected)
    }),
    { numRuns: 40 },
  )
})

import type pg from 'pg'

type Rows = Record<string, unknown>[]

/** Every derived value as it is stored. */
export async function storedFacts(db: { query: pg.Pool['query'] }): Promise<{ statements: Rows; claims: Rows }> {
  const { rows: statements } = await db.query<Record<string, unknown>>(
    'SELECT * FROM "StatementFacts" ORDER BY "statementId", "forReaders"',
  )
  const { rows: claims } = await db.query<Record<string, unknown>>(
    'SELECT * FROM "ClaimFacts" ORDER BY "claimId", "forReaders"',
  )
  return { statements, claims }
}

/** Every derived value as one computes it from nothing. */
export async function fromScratch(db: { query: pg.Pool['query'] }) {
  await db.query('DELETE FROM "StatementFacts"')
  await db.query('DELETE FROM "ClaimFacts"')
  await db.query('SELECT refresh_all_facts()')
  return storedFacts(db)
}

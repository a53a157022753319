import type pg from 'pg'

type Rows = Record<string, unknown>[]

const tables = {
  statements: '"StatementFacts" ORDER BY "statementId", "forReaders"',
  claims: '"ClaimFacts" ORDER BY "claimId", "forReaders"',
  sources: '"SourceFacts" ORDER BY "sourceId", "forReaders", "statementId"',
}

/** Every derived value as it is stored. */
export async function storedFacts(db: { query: pg.Pool['query'] }): Promise<Record<keyof typeof tables, Rows>> {
  const all = async (of: keyof typeof tables) => (await db.query<Rows[number]>(`SELECT * FROM ${tables[of]}`)).rows
  return { statements: await all('statements'), claims: await all('claims'), sources: await all('sources') }
}

/** Every derived value, computed from scratch. */
export async function fromScratch(db: { query: pg.Pool['query'] }) {
  await db.query('TRUNCATE "StatementFacts", "ClaimFacts", "SourceFacts"')
  await db.query('SELECT refresh_all_facts()')
  return storedFacts(db)
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestDatabase } from './support/database.ts'

const database = await openTestDatabase()
after(() => database.close())
const { pool } = database

/** So many that what some thousand have is not looked through at once. */
const entries = 120_000

/*
 * Words that are common, evenly, in heaps that mislead about what is further down, or only among the old, and rare ones; each
 * in the entries whose number meets a condition. With the triggers off, as only the order of the entries is asked for.
 */
const words: Record<string, string> = {
  everywhere: 'true',
  tenth: 'n % 8 = 3',
  heaps: 'n / 1500 % 4 = 1',
  thin: `n / 1500 % 4 = 1 OR n > ${entries - 200}`,
  old: `n < ${entries / 2}`,
  young: `n > ${entries - 500}`,
  rare: 'n % 4001 = 0',
}

await pool.query(`
  BEGIN;
  SET LOCAL session_replication_role = replica;
  INSERT INTO "SearchEntry" ("id", "claimId", "isPublic", "marks", "words")
    SELECT n, n, n % 5 <> 2, '{}', array_to_tsvector(array_remove(ARRAY[
      ${Object.entries(words)
        .map(([word, where]) => `CASE WHEN ${where} THEN '${word}' END`)
        .join(', ')}
    ], NULL)) || search_place(n)
    FROM generate_series(1, ${entries}) n WHERE n % 7 <> 0;
  COMMIT;
  ANALYZE "SearchEntry"`)

for (const query of [...Object.keys(words), 'nowhere', 'heaps & tenth', 'old & !heaps', 'young | heaps']) {
  test(`the newest hits of “${query}” are found in their order, however many there are and wherever one reads on`, async () => {
    for (const forReaders of [true, false]) {
      const { rows } = await pool.query<{ id: number }>(
        'SELECT "id" FROM "SearchEntry" WHERE "words" @@ $1::tsquery AND ("isPublic" OR NOT $2) ORDER BY "id" DESC',
        [query, forReaders],
      )
      const all = rows.map(({ id }) => id)
      for (const below of [2 ** 31 - 1, 100_000, 61_441, 8192, 5, 1]) {
        const lower = all.filter((id) => id < below)
        for (const most of [1, 201, 2000, 9000]) {
          const { rows: found } = await pool.query<{ id: number }>(
            'SELECT id FROM search_hits($1::tsquery, $2, $3, $4) AS h(id)',
            [query, below, most, forReaders],
          )
          assert.deepEqual(
            found.map(({ id }) => id),
            lower.slice(0, most),
            `${most} below ${below}, for ${forReaders ? 'readers' : 'the desk'}`,
          )
        }
      }
    }
  })
}

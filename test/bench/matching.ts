import { findAlike } from '../../src/claims/alike.ts'
import { openTestDatabase } from '../support/database.ts'
import { naturalClaim, naturalEdits } from '../support/like-claims.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

/** The embedded database takes minutes for each hundred thousand; a server shows the rest. */
const many = process.env.TEST_DATABASE_URL ? 1_000_000 : 20_000
const perBatch = 10_000
const asked = 40

const wanted: Record<string, number> = { 'a tenth changed': 98, 'three tenths changed': 95, 'another order': 98 }

/** Whether a claim that another newsroom put a little differently is found again among very many, and how soon. */
export async function measureMatching(progress: (doing: string) => void): Promise<Figure[]> {
  const database = await openTestDatabase()
  const { db, pool } = database
  try {
    await pool.query('ALTER TABLE "Claim" DISABLE TRIGGER USER')
    for (let from = 0; from < many; from += perBatch) {
      progress(`storing claims: ${from} of ${many}`)
      const sentences = Array.from({ length: perBatch }, (_, i) => naturalClaim(from + i))
      await pool.query('INSERT INTO "Claim" ("sentence") SELECT unnest($1::text[])', [sentences])
    }
    progress('making what they are found by')
    await pool.query('SET statement_timeout = 0; SELECT refresh_all_claim_signs(); ANALYZE "ClaimSigns"')
    progress('finding claims again')
    const took: number[] = []
    const figures: Figure[] = []
    for (const [edit, make] of Object.entries(naturalEdits)) {
      let found = 0
      for (let turn = 0; turn < asked; turn++) {
        const sentence = naturalClaim(turn * 487 + 11)
        const began = performance.now()
        const alike = await findAlike(db, make(sentence, turn), 5)
        took.push(performance.now() - began)
        if (alike.some((claim) => claim.sentence === sentence)) found++
      }
      const name = `${edit}: found among the first five of ${many.toLocaleString('en')}`
      figures.push({ name, value: (found / asked) * 100, unit: '%', atLeast: wanted[edit] ?? 100, from: { asked } })
    }
    took.sort((a, b) => a - b)
    const p95 = took[Math.floor(took.length * 0.95)] ?? 0
    const from = { p50: median(took) }
    return [
      ...figures,
      {
        name: 'a claim found again, p95',
        value: p95,
        unit: 'ms',
        atMost: process.env.TEST_DATABASE_URL ? 60 : 150,
        from,
      },
    ]
  } finally {
    await database.close()
  }
}

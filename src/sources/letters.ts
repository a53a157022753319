import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

/* A list of names by their first letters, as names are folded. */

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Names that begin with this letter, or with none of the alphabet's. */
export function namesWith(letter: string) {
  if (letter !== 'other') return { folded: { startsWith: letter } }
  return { NOT: { OR: letters.map((each) => ({ folded: { startsWith: each } })) } }
}

/** The letters that names begin with: for each, the first name from there on is looked up in their index. */
export async function lettersOf(db: Db, table: Prisma.Sql, isSeen: Prisma.Sql): Promise<Set<string>> {
  const first = (from: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(
    SELECT left(x."folded", 1) FROM ${table} x WHERE ${from} AND x."mergedIntoId" IS NULL AND ${isSeen}
    ORDER BY x."folded" ${order} LIMIT 1)`
  const rows = await db.$queryRaw<{ letter: string }[]>`
    SELECT asked.letter FROM unnest(${letters}::text[]) asked(letter)
    WHERE asked.letter = ${first(Prisma.sql`x."folded" >= asked.letter`, Prisma.sql`ASC`)}
    UNION ALL
    SELECT 'other' WHERE NOT ${first(Prisma.sql`TRUE`, Prisma.sql`ASC`)} = ANY (${letters}::text[])
      OR NOT ${first(Prisma.sql`TRUE`, Prisma.sql`DESC`)} = ANY (${letters}::text[])`
  return new Set(rows.map(({ letter }) => letter))
}

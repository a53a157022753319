import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

/** A kind of thing that can have duplicates; its tables have the same columns as those of sources. */
export type Kind = {
  /** "source", "sources": in sentences, and in addresses. */
  one: string
  many: string
  table: string
  merges: string
  pairs: string
  /** The column with its name or sentence. */
  name: string
  path(thing: { id: number; name: string }): string
  /** Locks everything that a comparison reads. */
  lock(tx: Db): Promise<void>
  /** Probable duplicates, each with the reason. */
  findLike(tx: Db, id: number): Promise<Map<number, string>>
}

/** A table or column that a description names. */
export function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`)
}

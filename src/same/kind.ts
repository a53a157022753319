import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

/** A kind of thing of which two can turn out to be one; its tables have the columns that those of sources have. */
export type Kind = {
  /** "source", "sources": in sentences, and in addresses. */
  one: string
  many: string
  table: string
  merges: string
  pairs: string
  /** The column by which people know it. */
  name: string
  path(thing: { id: number; name: string }): string
  /** Alone with all whom a comparison looks at. */
  lock(tx: Db): Promise<void>
  /** The others that are probably the same, each with why. */
  findLike(tx: Db, id: number): Promise<Map<number, string>>
}

/** A table or column that a description names. */
export function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`)
}

import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { Refused } from '../refused.ts'
import { writeFilters } from './filters.ts'
import { Filters, type NewSavedFilter } from './schema.ts'

const mostFilters = 50

type Own = { accountId: number }

/** A person's saved lists, by name, and the last one deleted. */
export async function listSavedFilters(db: Db, { accountId }: Own) {
  const rows = await db.savedFilter.findMany({
    where: { accountId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, query: true, deletedAt: true },
  })
  const withPath = rows.map((row) => ({ ...row, path: `/desk?${row.query}` }))
  return {
    saved: withPath.filter(({ deletedAt }) => deletedAt === null),
    deleted: withPath.find(({ deletedAt }) => deletedAt !== null) ?? null,
  }
}

/**
 * Saves a list under a name. Throws Refused, beside `overwrite`, if another list has the name and the box is not
 * ticked.
 */
export function saveFilter(db: Database, { accountId, name, query, overwrite }: NewSavedFilter & Own) {
  const canonical = readQuery(query)
  return db.$transaction(async (tx) => {
    await lockOwn(tx, accountId)
    const same = await findByName(tx, { accountId, name })
    if (same) {
      if (!overwrite && same.query !== canonical) {
        throw new Refused({
          overwrite: `You have a list named “${same.name}”. Tick the box to put this one in its place`,
        })
      }
      return tx.savedFilter.update({ where: { id: same.id }, data: { name, query: canonical } })
    }
    await refuseTooMany(tx, accountId)
    return tx.savedFilter.create({ data: { accountId, name, query: canonical } })
  })
}

export function renameFilter(db: Database, id: number, { accountId, name }: { name: string } & Own) {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, accountId)
    await tx.savedFilter.findFirstOrThrow({ where: { id, accountId, deletedAt: null } })
    const same = await findByName(tx, { accountId, name })
    if (same && same.id !== id) throw new Refused({ name: `You have a list named “${same.name}” already` })
    return tx.savedFilter.update({ where: { id }, data: { name } })
  })
}

/** It can be restored until the next one is deleted. */
export function deleteFilter(db: Database, id: number, { accountId }: Own) {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, accountId)
    const filter = await tx.savedFilter.findFirstOrThrow({ where: { id, accountId, deletedAt: null } })
    await tx.savedFilter.deleteMany({ where: { accountId, deletedAt: { not: null } } })
    await tx.savedFilter.update({ where: { id }, data: { deletedAt: new Date() } })
    return filter
  })
}

export function restoreFilter(db: Database, id: number, { accountId }: Own) {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, accountId)
    const filter = await tx.savedFilter.findFirstOrThrow({ where: { id, accountId, deletedAt: { not: null } } })
    if (await findByName(tx, { accountId, name: filter.name })) {
      throw new Refused({ name: `You have another list named “${filter.name}” by now: rename that one first` })
    }
    await refuseTooMany(tx, accountId)
    return tx.savedFilter.update({ where: { id }, data: { deletedAt: null } })
  })
}

/** The query after "/desk?", in its canonical form. */
function readQuery(query: string): string {
  const parsed = Filters.safeParse(Object.fromEntries(new URLSearchParams(query)))
  if (!parsed.success)
    throw new Refused({ query: 'These are not filters of the desk. Open the list again, then save it' })
  return writeFilters(parsed.data)
}

/** Two windows of one person save one after the other. */
async function lockOwn(tx: Db, accountId: number): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Account" WHERE "id" = ${accountId} FOR NO KEY UPDATE`)
}

function findByName(tx: Db, { accountId, name }: { name: string } & Own) {
  return tx.savedFilter.findFirst({
    where: { accountId, deletedAt: null, name: { equals: name.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
  })
}

async function refuseTooMany(tx: Db, accountId: number): Promise<void> {
  const count = await tx.savedFilter.count({ where: { accountId, deletedAt: null } })
  if (count >= mostFilters) {
    throw new Refused({ name: `You can keep at most ${mostFilters} lists. Delete one first` })
  }
}

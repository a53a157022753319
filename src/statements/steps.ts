import type { Db } from '../database/connect.ts'

/**
 * The condition of what is on these statements or on a step of one. The steps are looked up first: a condition over two
 * tables would have the database read all of what there is.
 */
export async function onStatements(db: Db, statementIds: number[]) {
  const hops = await db.hop.findMany({ where: { statementId: { in: statementIds } }, select: { id: true } })
  return { OR: [{ statementId: { in: statementIds } }, { hopId: { in: hops.map(({ id }) => id) } }] }
}

import type { Db } from '../database/connect.ts'

type WithSteps = { id: number; hops: { id: number }[] }

/**
 * The condition of what is on these statements or on a step of one: by the steps' ids, since a condition over two tables
 * would have the database read all of what there is.
 */
export function onSteps(statements: WithSteps[]) {
  const hopIds = statements.flatMap(({ hops }) => hops.map(({ id }) => id))
  return { OR: [{ statementId: { in: statements.map(({ id }) => id) } }, { hopId: { in: hopIds } }] }
}

/** The same of a statement whose steps are not known yet. */
export async function onStatement(db: Db, id: number) {
  const hops = await db.hop.findMany({ where: { statementId: id }, select: { id: true } })
  return onSteps([{ id, hops }])
}

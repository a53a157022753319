import type { Db } from '../database/connect.ts'

type WithSteps = { id: number; hops: { id: number }[] }

/**
 * A condition for what is on these statements or on one of their steps. It names the steps' ids, because a condition
 * over two tables would make the database read all rows.
 */
export function onSteps(statements: WithSteps[]) {
  const hopIds = statements.flatMap(({ hops }) => hops.map(({ id }) => id))
  return { OR: [{ statementId: { in: statements.map(({ id }) => id) } }, { hopId: { in: hopIds } }] }
}

/** The same for a statement whose steps are not known yet. */
export async function onStatement(db: Db, id: number) {
  const hops = await db.hop.findMany({ where: { statementId: id }, select: { id: true } })
  return onSteps([{ id, hops }])
}

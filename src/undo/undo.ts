import { isSeen } from '../visible/rows.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Db } from '../database/connect.ts'
import { oneOf } from '../history/actions.ts'
import { Refused } from '../refused.ts'
import { shareSources } from '../sources/locks.ts'
import { EditedStatement } from '../statements/schema.ts'
import { changeStatement, restoreStatement, withdrawStatement } from '../statements/statements.ts'
import { findStatementValues } from '../statements/values.ts'
import { markAccepted, whyNot } from '../suggestions/decisions.ts'
import { dismiss, reopen } from '../suggestions/suggestions.ts'
import { describeDone, describeUndone, findSteps, lastOf, type Step } from './steps.ts'

type Where = { documentId: number; by: number }
type Taking = { undoesId: number; by: number }

/** Undoes the last step of `by` on a document. Throws Refused if somebody else has built on it since. */
export function undoLastStep(db: Database, where: Where) {
  return takeBack(db, where, 'done')
}

/** Redoes what `by` undid last. */
export function redoLastStep(db: Database, where: Where) {
  return takeBack(db, where, 'undone')
}

function takeBack(db: Database, { documentId, by }: Where, from: 'done' | 'undone') {
  return db.$transaction(async (tx) => {
    // Two keys pressed at once are two steps: the second waits, and then finds the one before.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${documentId}::int, ${by}::int)`
    await shareSources(tx, { names: [] })
    const found = await findSteps(tx, { documentId, accountId: by })
    const what = from === 'done' ? describeDone(found.done) : describeUndone(found.undone)
    if (what === null) {
      throw new Refused({
        step: from === 'done' ? 'There is nothing of yours to undo here' : 'There is nothing to do again here',
      })
    }
    for (const step of lastOf(found[from])) await reverse(tx, step, by)
    return { what }
  })
}

async function reverse(tx: Db, step: Step, by: number): Promise<void> {
  const { id: undoesId, action, statementId } = step
  const taking = { undoesId, by }
  if (statementId !== null) await refuseOthersWork(tx, step, statementId, by)

  if (action === 'suggestion_dismissed') return bringBackSuggestion(tx, await suggestionOf(tx, step), taking)
  if (action === 'suggestion_reopened') return void (await dismiss(tx, await suggestionOf(tx, step), taking))
  if (statementId === null) throw new Error(`Event ${undoesId} names no statement`)
  if (action === 'statement_edited') return changeBack(tx, step, statementId, by)
  if (action === 'statement_withdrawn') return bringBack(tx, statementId, taking)
  if (await isRecording(tx, step)) return takeOut(tx, statementId, taking)
  return withdrawAgain(tx, statementId, taking)
}

/** Refuses to undo a statement that somebody else has edited, checked or published since. */
async function refuseOthersWork(tx: Db, { id }: Step, statementId: number, by: number): Promise<void> {
  const since = await tx.event.findFirst({
    where: { statementId, id: { gt: id }, OR: [{ accountId: null }, { accountId: { not: by } }] },
    orderBy: { id: 'desc' },
    select: { account: { select: { name: true } } },
  })
  if (!since) return
  const who = since.account?.name ?? 'The desk'
  throw new Refused({
    step: `${who} has worked on statement ${statementId} since: look at it, and change or withdraw it there`,
  })
}

async function suggestionOf(tx: Db, { id }: Step): Promise<number> {
  const { after } = await tx.event.findUniqueOrThrow({ where: { id }, select: { after: true } })
  const { suggestionId } = (after ?? {}) as { suggestionId?: unknown }
  if (typeof suggestionId !== 'number') throw new Refused({ step: 'The suggestion is not there any more' })
  return suggestionId
}

/** Only if the same person dismissed it last: somebody else may have decided since. */
async function bringBackSuggestion(tx: Db, id: number, { undoesId, by }: Taking): Promise<void> {
  const isMine = await tx.suggestion.count({ where: { id, state: 'dismissed', decidedById: by } })
  if (isMine === 0) throw new Refused({ step: await whyNot(tx, id) })
  await reopen(tx, id, { by, undoesId })
}

/** Whether the step recorded the statement, even if that was undone and redone; not an undone withdrawal. */
async function isRecording(tx: Db, { id, action, undoesId }: Step): Promise<boolean> {
  if (undoesId === null) return action === 'statement_recorded'
  const [root] = await tx.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE undos AS (
      SELECT "id", "action", "undoesId" FROM "Event" WHERE "id" = ${id}
      UNION ALL
      SELECT e."id", e."action", e."undoesId" FROM "Event" e JOIN undos ON undos."undoesId" = e."id"
    )
    SELECT "action" FROM undos WHERE "undoesId" IS NULL`
  return root?.action === 'statement_recorded'
}

/** Withdraws the statement, and reopens the suggestion that it was accepted from. */
async function takeOut(tx: Db, statementId: number, taking: Taking): Promise<void> {
  const { state } = await tx.statement.findUniqueOrThrow({ where: { id: statementId }, select: { state: true } })
  if (isSeen('statementHere', { state }))
    throw new Refused({ step: 'Readers see this statement by now: withdraw it, with a reason' })
  const suggestion = await tx.suggestion.findUnique({ where: { statementId }, select: { id: true } })
  if (suggestion) await reopen(tx, suggestion.id, taking)
  else await withdrawStatement(tx, statementId, { reason: 'Recording it was undone', ...taking })
}

/** With the reason of the earlier withdrawal. */
async function withdrawAgain(tx: Db, statementId: number, taking: Taking): Promise<void> {
  const withdrawn = await tx.event.findFirst({
    where: { statementId, action: oneOf('statement_withdrawn'), id: { lt: taking.undoesId } },
    orderBy: { id: 'desc' },
    select: { after: true },
  })
  const { reason = 'It was withdrawn before' } = (withdrawn?.after ?? {}) as { reason?: string }
  await withdrawStatement(tx, statementId, { reason, ...taking })
}

/** Restores its state, and accepts its suggestion again if that was reopened with it. */
async function bringBack(tx: Db, statementId: number, { undoesId, by }: Taking): Promise<void> {
  const written = await tx.event.findMany({
    where: { statementId, action: oneOf('statement_recorded', 'statement_edited') },
    orderBy: { id: 'asc' },
    select: { action: true, after: true },
  })
  const { unfinished } = (written.at(-1)?.after ?? {}) as { unfinished?: boolean }
  const recorded = written.find(({ action }) => action === 'statement_recorded')
  const { suggestionId } = (recorded?.after ?? {}) as { suggestionId?: number }
  await restoreStatement(tx, statementId, { state: unfinished ? 'draft' : 'ready', by, undoesId })
  if (suggestionId === undefined) return

  const suggestion = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    select: { statementId: true, version: { select: { documentId: true } } },
  })
  if (!suggestion || suggestion.statementId === statementId) return
  // Refuses if somebody else has decided meanwhile: the passage would become two statements.
  await markAccepted(tx, { suggestionId, documentId: suggestion.version.documentId, statementId, by })
}

/** Restores the values from before the change, unless readers have seen the changed ones. */
async function changeBack(tx: Db, { id: undoesId }: Step, statementId: number, by: number) {
  const { revision, state } = await tx.statement.findUniqueOrThrow({ where: { id: statementId } })
  if (isSeen('statementHere', { state }))
    throw new Refused({ step: 'Readers have seen this change: correct it again, and say what was wrong' })
  const { before, after } = await tx.event.findUniqueOrThrow({ where: { id: undoesId } })
  if (!isDeepStrictEqual(comparable(await findStatementValues(tx, statementId)), comparable(after)))
    throw new Refused({ step: 'The statement was changed again since: look at it, and change it there' })
  await changeStatement(tx, statementId, {
    ...EditedStatement.parse({ ...(before as object), revision, again: true }),
    by,
    undoesId,
  })
}

/** Without values that may differ although nobody changed them: a step's row, and names that stand for ids. */
function comparable(values: unknown): unknown {
  const { hops, ...rest } = values as { hops?: { id?: unknown; source?: unknown; upstream?: unknown }[] }
  return { ...rest, hops: hops?.map(({ id: _, source: __, upstream: ___, ...hop }) => hop) }
}

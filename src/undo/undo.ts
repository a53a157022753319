import { isDeepStrictEqual } from 'node:util'
import type { Database, Db } from '../database/connect.ts'
import { Refused } from '../refused.ts'
import { shareSources } from '../sources/locks.ts'
import { EditedStatement } from '../statements/schema.ts'
import { changeStatement, restoreStatement, withdrawStatement } from '../statements/statements.ts'
import { findStatementValues } from '../statements/values.ts'
import { markAccepted } from '../suggestions/decisions.ts'
import { dismiss, reopen } from '../suggestions/suggestions.ts'
import { describeDone, describeUndone, findSteps, lastOf, type Step } from './steps.ts'

type Where = { documentId: number; by: number }

/** Takes back what `by` did last on a document. Throws Refused where somebody else has built on it since. */
export function undoLastStep(db: Database, where: Where) {
  return takeBack(db, where, 'done')
}

/** Does again what `by` undid last. */
export function redoLastStep(db: Database, where: Where) {
  return takeBack(db, where, 'undone')
}

function takeBack(db: Database, { documentId, by }: Where, from: 'done' | 'undone') {
  return db.$transaction(async (tx) => {
    // Two keys pressed at once are two steps: the second waits, and then finds the one before.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${documentId}::int, ${by}::int)`
    await shareSources(tx)
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
  if (statementId !== null) await refuseOthersWork(tx, step, statementId, by)
  const suggestionId = await findSuggestionId(tx, step)

  if (action === 'suggestion_dismissed') await reopen(tx, needed(suggestionId), { by, undoesId })
  else if (action === 'suggestion_reopened') await dismiss(tx, needed(suggestionId), { by, undoesId })
  else if (statementId === null) throw new Error(`Event ${undoesId} names no statement`)
  else if (action === 'statement_edited') await changeBack(tx, step, statementId, by)
  else if (action === 'statement_withdrawn') await bringBack(tx, { statementId, suggestionId, undoesId, by })
  else if (suggestionId !== undefined) await reopen(tx, suggestionId, { by, undoesId })
  else await takeOut(tx, { statementId, undoesId, by })
}

/** What another has edited, judged or published since is not taken from under their hands. */
async function refuseOthersWork(tx: Db, { id }: Step, statementId: number, by: number): Promise<void> {
  const since = await tx.event.findFirst({
    where: { statementId, id: { gt: id }, NOT: { accountId: by } },
    orderBy: { id: 'desc' },
    select: { account: { select: { name: true } } },
  })
  if (!since) return
  const who = since.account?.name ?? 'The desk'
  throw new Refused({ step: `${who} has worked on this statement since: look at it, and change or withdraw it there` })
}

/** The suggestion that a statement was accepted from, also where a withdrawal parted them. */
async function findSuggestionId(tx: Db, { after, statementId }: Step): Promise<number | undefined> {
  const own = (after as { suggestionId?: unknown } | null)?.suggestionId
  if (typeof own === 'number') return own
  if (statementId === null) return undefined
  const recorded = await tx.event.findFirst({
    where: { statementId, action: 'statement_recorded' },
    select: { after: true },
  })
  const kept = (recorded?.after as { suggestionId?: unknown } | null)?.suggestionId
  return typeof kept === 'number' ? kept : undefined
}

async function takeOut(tx: Db, { statementId, ...rest }: { statementId: number; undoesId: number; by: number }) {
  const { state } = await tx.statement.findUniqueOrThrow({ where: { id: statementId }, select: { state: true } })
  if (state === 'published')
    throw new Refused({ step: 'Readers see this statement by now: withdraw it, with a reason' })
  await withdrawStatement(tx, statementId, { reason: 'Recording it was undone', ...rest })
}

async function bringBack(
  tx: Db,
  {
    statementId,
    suggestionId,
    ...rest
  }: { statementId: number; suggestionId: number | undefined; undoesId: number; by: number },
) {
  const { unfinished } = await lastValues(tx, statementId)
  await restoreStatement(tx, statementId, { state: unfinished ? 'draft' : 'ready', ...rest })
  if (suggestionId === undefined) return
  const suggestion = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    select: { state: true, version: { select: { documentId: true } } },
  })
  if (suggestion?.state !== 'open') return
  await markAccepted(tx, { suggestionId, documentId: suggestion.version.documentId, statementId, by: rest.by })
}

/** Whether it was finished when it was last written: its state says only that it is withdrawn. */
async function lastValues(tx: Db, statementId: number): Promise<{ unfinished?: boolean }> {
  const written = await tx.event.findFirst({
    where: { statementId, action: { in: ['statement_recorded', 'statement_edited'] } },
    orderBy: { id: 'desc' },
    select: { after: true },
  })
  return (written?.after ?? {}) as { unfinished?: boolean }
}

/** Writes the values from before the change, unless readers have seen what it became. */
async function changeBack(tx: Db, { id: undoesId, before, after }: Step, statementId: number, by: number) {
  const { revision, state } = await tx.statement.findUniqueOrThrow({ where: { id: statementId } })
  if (state === 'published')
    throw new Refused({ step: 'Readers have seen this change: correct it again, and say what was wrong' })
  if (!isDeepStrictEqual(withoutHopIds(await findStatementValues(tx, statementId)), withoutHopIds(after)))
    throw new Refused({ step: 'The statement was changed again since: look at it, and change it there' })
  await changeStatement(tx, statementId, {
    ...EditedStatement.parse({ ...(before as object), revision }),
    by,
    undoesId,
  })
}

/** A step that was removed and brought back has a new row, and with it another number. */
function withoutHopIds(values: unknown): unknown {
  const { hops, ...rest } = values as { hops?: { id?: number }[] }
  return { ...rest, hops: hops?.map(({ id: _, ...hop }) => hop) }
}

function needed(suggestionId: number | undefined): number {
  if (suggestionId === undefined) throw new Refused({ step: 'The suggestion is not there any more' })
  return suggestionId
}

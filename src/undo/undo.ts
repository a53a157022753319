import type { Database, Db } from '../database/connect.ts'
import { oneOf } from '../history/actions.ts'
import { Refused } from '../refused.ts'
import { shareSources } from '../sources/locks.ts'
import { sourcesOf, takeBackSources } from '../sources/taken-back.ts'
import { EditedStatement } from '../statements/schema.ts'
import { changeStatement, restoreStatement, withdrawStatement } from '../statements/statements.ts'
import { markAccepted } from '../suggestions/decisions.ts'
import { dismiss, reopen } from '../suggestions/suggestions.ts'
import { isRecording, reasonOf, suggestionOf, whyRefused } from './refusals.ts'
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
        step: from === 'done' ? 'There is nothing of yours to undo here' : 'There is nothing to redo here',
      })
    }
    for (const step of lastOf(found[from])) {
      const named = step.statementId === null ? [] : await sourcesOf(tx, step.statementId)
      await reverse(tx, step, by)
      await takeBackSources(tx, { ids: named, by })
    }
    return { what }
  })
}

async function reverse(tx: Db, step: Step, by: number): Promise<void> {
  const { id: undoesId, action, statementId } = step
  const taking = { undoesId, by }
  const why = await whyRefused(tx, step, by)
  if (why !== undefined) throw new Refused({ step: why })

  if (action === 'suggestion_dismissed') return void (await reopen(tx, await suggestionFor(tx, step), taking))
  if (action === 'suggestion_reopened') {
    return void (await dismiss(tx, await suggestionFor(tx, step), { ...taking, ...(await reasonOf(tx, step)) }))
  }
  if (statementId === null) throw new Error(`Event ${undoesId} names no statement`)
  if (action === 'statement_edited') return changeBack(tx, step, statementId, by)
  if (action === 'statement_withdrawn') return bringBack(tx, statementId, taking)
  if (await isRecording(tx, step)) return takeOut(tx, statementId, taking)
  return withdrawAgain(tx, statementId, taking)
}

async function suggestionFor(tx: Db, step: Step): Promise<number> {
  const id = await suggestionOf(tx, step)
  if (id === undefined) throw new Refused({ step: 'The suggestion is not there any more' })
  return id
}

/** Withdraws the statement, and reopens the suggestion that it was accepted from. */
async function takeOut(tx: Db, statementId: number, taking: Taking): Promise<void> {
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

/** Writes the values from before the change. */
async function changeBack(tx: Db, { id: undoesId }: Step, statementId: number, by: number) {
  const { revision } = await tx.statement.findUniqueOrThrow({ where: { id: statementId } })
  const { before } = await tx.event.findUniqueOrThrow({ where: { id: undoesId }, select: { before: true } })
  await changeStatement(tx, statementId, {
    ...EditedStatement.parse({ ...(before as object), revision, again: true }),
    by,
    undoesId,
  })
}

/** What the two buttons say that they do, or why there is nothing for them to do: none is offered that would be refused. */
export async function describeSteps(db: Db, { documentId, accountId }: { documentId: number; accountId: number }) {
  const steps = await findSteps(db, { documentId, accountId })
  const offer = async (from: Step[], what: string | null) => {
    // What was done at once stands or falls by each of it; most of it is one.
    for (const step of lastOf(from).slice(0, mostLookedAt)) {
      const why = await whyRefused(db, step, accountId)
      if (why !== undefined) return { what: null, why }
    }
    return { what, why: null }
  }
  const [undo, redo] = await Promise.all([
    offer(steps.done, describeDone(steps.done)),
    offer(steps.undone, describeUndone(steps.undone)),
  ])
  return { undo: undo.what, redo: redo.what, whyNoUndo: undo.why, whyNoRedo: redo.why }
}

/** Of suggestions accepted together; whether others changed the rest shows when it is undone. */
const mostLookedAt = 5

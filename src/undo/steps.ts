import type { Db } from '../database/connect.ts'
import { quoted } from '../words/quoted.ts'

/** The actions at the desk that can be undone. */
export const undoable = [
  'statement_recorded',
  'statement_edited',
  'statement_withdrawn',
  'statement_restored',
  'suggestion_dismissed',
  'suggestion_reopened',
] as const

/** One event; the events of a `batch` were done together and are undone together. */
export type Step = {
  id: number
  action: (typeof undoable)[number]
  statementId: number | null
  undoesId: number | null
  batch: string | null
  /** The beginning of the words concerned. */
  words: string
}

/** How many steps can be undone. */
const most = 500

/** A person's steps on a document, the latest last: those that can be undone, and those that can be redone. */
export async function findSteps(db: Db, { documentId, accountId }: { documentId: number; accountId: number }) {
  // If an accepted suggestion was reopened, the withdrawal of its statement stands for both.
  const newest = await db.$queryRaw<Step[]>`
    SELECT e."id", e."action", e."statementId", e."undoesId", e."after"->>'batch' AS "batch",
      left(coalesce(e."after"->>'quote', e."after"->>'body', s."words", ''), 60) AS "words"
    FROM "Event" e LEFT JOIN "Statement" s ON s."id" = e."statementId"
    WHERE e."documentId" = ${documentId} AND e."accountId" = ${accountId} AND e."action" = ANY(${[...undoable]})
      AND NOT (e."action" = 'suggestion_reopened' AND coalesce(e."after"->>'was', '') = 'accepted')
    ORDER BY e."id" DESC LIMIT ${most}`
  return replay(inBatches(newest.reverse()))
}

/** The undo of a batch is a batch itself. */
function inBatches(steps: Step[]): Step[] {
  const batches = new Map<number, string | null>()
  return steps.map((step) => {
    const batch = step.batch ?? (step.undoesId === null ? null : (batches.get(step.undoesId) ?? null))
    batches.set(step.id, batch)
    return { ...step, batch }
  })
}

/**
 * An event that reverses another is an undo if that one was done last, and a redo if it was undone last. A new step
 * leaves nothing to redo.
 */
export function replay<T extends { id: number; undoesId: number | null }>(events: T[]): { done: T[]; undone: T[] } {
  const done: T[] = []
  let undone: T[] = []
  // One undo may write several events that name the same one: the first stands for all.
  const takenBack = new Set<number>()
  for (const event of events) {
    const { undoesId } = event
    if (undoesId === null) {
      done.push(event)
      undone = []
    } else if (!takenBack.has(undoesId)) {
      takenBack.add(undoesId)
      if (remove(done, undoesId)) undone.push(event)
      else if (remove(undone, undoesId)) done.push(event)
    }
  }
  return { done, undone }
}

function remove(steps: { id: number }[], id: number): boolean {
  const at = steps.findIndex((step) => step.id === id)
  if (at >= 0) steps.splice(at, 1)
  return at >= 0
}

/** The steps that belong with the last one: a batch is undone as a whole. */
export function lastOf(steps: Step[]): Step[] {
  const last = steps.at(-1)
  if (!last) return []
  const { batch } = last
  if (batch === null) return [last]
  const from = steps.findLastIndex((step) => step.batch !== batch) + 1
  return steps.slice(from).reverse()
}

export const describeDone = (steps: Step[]) => describeStep(steps, done)
export const describeUndone = (steps: Step[]) => describeStep(steps, undone)

/** "recording “It is sinking”", as a button continues after Undo or Redo. */
function describeStep(steps: Step[], verbs: Record<Step['action'], string>): string | null {
  const together = lastOf(steps)
  const [last] = together
  if (!last) return null
  if (together.length > 1) return `accepting ${together.length} suggestions`
  return `${verbs[last.action]} ${quoted(shorten(last.words))}`
}

const done = {
  statement_recorded: 'recording',
  statement_edited: 'changing',
  statement_withdrawn: 'withdrawing',
  statement_restored: 'bringing back',
  suggestion_dismissed: 'dismissing',
  suggestion_reopened: 'reopening',
}

/** The action by which an undo is recognised: a withdrawal undoes a recording. */
const undone = {
  statement_recorded: 'withdrawing',
  statement_edited: 'changing',
  statement_withdrawn: 'recording',
  statement_restored: 'withdrawing',
  suggestion_dismissed: 'reopening',
  suggestion_reopened: 'dismissing',
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words
}

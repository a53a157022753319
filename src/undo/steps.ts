import type { Db } from '../database/connect.ts'

/** What one does at the desk that can be taken back. */
export const undoable = [
  'statement_recorded',
  'statement_edited',
  'statement_withdrawn',
  'statement_restored',
  'suggestion_dismissed',
  'suggestion_reopened',
] as const

/** One event; `batch` names what was done at once, and is undone at once. */
export type Step = {
  id: number
  action: (typeof undoable)[number]
  statementId: number | null
  undoesId: number | null
  batch: string | null
  /** The words it concerns, cut short. */
  words: string
}

/** So far back one can go. */
const most = 500

/** What somebody did on a document, the latest last: what can be undone, and what was undone and can be done again. */
export async function findSteps(db: Db, { documentId, accountId }: { documentId: number; accountId: number }) {
  // Where an accepted suggestion was reopened, the withdrawal of its statement stands for both.
  const newest = await db.$queryRaw<Step[]>`
    SELECT e."id", e."action", e."statementId", e."undoesId", e."after"->>'batch' AS "batch",
      left(coalesce(e."after"->>'quote', e."after"->>'body', s."words", ''), 60) AS "words"
    FROM "Event" e LEFT JOIN "Statement" s ON s."id" = e."statementId"
    WHERE e."documentId" = ${documentId} AND e."accountId" = ${accountId} AND e."action" = ANY(${[...undoable]})
      AND NOT (e."action" = 'suggestion_reopened' AND coalesce(e."after"->>'was', '') = 'accepted')
    ORDER BY e."id" DESC LIMIT ${most}`
  return replay(inBatches(newest.reverse()))
}

/** What takes a batch back is a batch itself. */
function inBatches(steps: Step[]): Step[] {
  const batches = new Map<number, string | null>()
  return steps.map((step) => {
    const batch = step.batch ?? (step.undoesId === null ? null : (batches.get(step.undoesId) ?? null))
    batches.set(step.id, batch)
    return { ...step, batch }
  })
}

/**
 * An event that takes another back is an undoing where that one was done last, and a redoing where it was undone last.
 * A new step leaves nothing to redo.
 */
export function replay<T extends { id: number; undoesId: number | null }>(events: T[]): { done: T[]; undone: T[] } {
  const done: T[] = []
  let undone: T[] = []
  // One undoing may write several events, which all name the same one: the first of them stands for all.
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

/** What the two buttons say that they do; null where there is nothing for them to do. */
export async function describeSteps(db: Db, of: { documentId: number; accountId: number }) {
  const steps = await findSteps(db, of)
  return { undo: describeDone(steps.done), redo: describeUndone(steps.undone) }
}

function remove(steps: { id: number }[], id: number): boolean {
  const at = steps.findIndex((step) => step.id === id)
  if (at >= 0) steps.splice(at, 1)
  return at >= 0
}

/** The steps that go together with the last one: what was accepted at once is undone at once. */
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
  return `${verbs[last.action]} “${shorten(last.words)}”`
}

const done = {
  statement_recorded: 'recording',
  statement_edited: 'changing',
  statement_withdrawn: 'withdrawing',
  statement_restored: 'bringing back',
  suggestion_dismissed: 'dismissing',
  suggestion_reopened: 'reopening',
}

/** What was undone is known by the event that undid it: a recording by its withdrawal. */
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

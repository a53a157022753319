import { isSeen } from '../visible/rows.ts'
import { randomUUID } from 'node:crypto'
import type { Database, Db } from '../database/connect.ts'
import { apart } from '../database/taken-along.ts'
import { type By, type Undoing, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { NewStatement } from '../statements/schema.ts'
import { withdrawStatement } from '../statements/statements.ts'
import { recordStatement } from './record-statement.ts'
import { whyNot } from './decisions.ts'
import { type Dismissal, readFound } from './schema.ts'
import { findShown, whereShown } from './shown.ts'
import { suggestedValues } from './values.ts'

const withText = {
  version: { select: { documentId: true, text: { select: { content: true } } } },
} as const

/**
 * Records a suggestion as a statement, with its sources, chain and dates. Throws Refused if an editor must choose
 * (several sources of one name), or if it was decided meanwhile.
 */
export async function acceptSuggestion(db: Database, id: number, { by, batch }: { batch?: string } & By) {
  const { version, found, state } = await db.suggestion.findUniqueOrThrow({ where: { id }, include: withText })
  if (state !== 'open') throw new Refused({ suggestionId: await whyNot(db, id) })
  const { documentId, text } = version
  const given = NewStatement.parse({ ...suggestedValues(readFound(found), text.content), suggestionId: id })
  const statement = await recordStatement(db, { ...given, documentId, by, ...(batch !== undefined && { batch }) })
  return { documentId, statementId: statement.id }
}

/**
 * Accepts all suggestions above a confidence, in the order of the text; those that need a choice stay open and are
 * counted. Each is committed separately, and an accepted one is no longer open, so a repeated request continues with
 * the rest.
 */
export async function acceptAllAbove(
  db: Database,
  { documentId, confidence, by }: { documentId: number; confidence: number } & By,
) {
  const shown = whereShown(await findShown(db))
  const open = await db.suggestion.findMany({
    where: { ...shown, state: 'open', confidence: { gte: confidence }, version: { documentId } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const batch = randomUUID()
  let accepted = 0
  for (const { id } of open) {
    try {
      await apart(() => acceptSuggestion(db, id, { by, batch }))
      accepted++
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return { accepted, left: open.length - accepted }
}

/** It does not come back when the text is read again, unless somebody reopens it. */
export function dismissSuggestion(db: Database, id: number, { by, reason }: Dismissal & By) {
  return db.$transaction(
    async (tx) => (reason && (await addReason(tx, id, { by, reason }))) || dismiss(tx, id, { by, reason }),
  )
}

/** Undefined if it is not dismissed yet, by this person. The same reason given twice is said once. */
async function addReason(tx: Db, id: number, { by, reason }: Required<Dismissal> & By) {
  const where = { id, state: 'dismissed', decidedById: by } as const
  const found = await tx.suggestion.findFirst({ where, include: withText })
  if (!found || !reason) return undefined
  const { documentId, text } = found.version
  if (found.dismissedFor === reason) return { documentId }
  const { count } = await tx.suggestion.updateMany({
    where: { ...where, dismissedFor: found.dismissedFor },
    data: { dismissedFor: reason },
  })
  if (count === 0) return undefined
  const { quote } = suggestedValues(readFound(found.found), text.content)
  await writeEvent(tx, 'suggestion_dismissal_explained', {
    by,
    documentId,
    ...(found.dismissedFor && { before: { reason: found.dismissedFor } }),
    after: { body: quote, suggestionId: id, reason },
  })
  return { documentId }
}

/** `tx` is the whole transaction or a part of it. */
export async function dismiss(tx: Db, id: number, { by, reason, undoesId }: Undoing & Dismissal & By) {
  const { count } = await tx.suggestion.updateMany({
    where: { id, state: 'open' },
    data: { state: 'dismissed', dismissedFor: reason ?? null, decidedById: by, decidedAt: new Date() },
  })
  const { version, found } = await tx.suggestion.findUniqueOrThrow({ where: { id }, include: withText })
  if (count === 0) throw new Refused({ suggestionId: await whyNot(tx, id) })
  const { documentId, text } = version
  const { quote } = suggestedValues(readFound(found), text.content)
  await writeEvent(tx, 'suggestion_dismissed', {
    by,
    documentId,
    after: { body: quote, suggestionId: id, ...(reason && { reason }) },
    undoesId,
  })
  return { documentId }
}

/** Reverses a decision. The statement recorded from it is withdrawn, unless readers have seen it. */
export function reopenSuggestion(db: Database, id: number, { by }: By) {
  return db.$transaction((tx) => reopen(tx, id, { by }))
}

/** `tx` is the whole transaction or a part of it. */
export async function reopen(tx: Db, id: number, { by, undoesId }: Undoing & By) {
  const { version, found, statement, dismissedFor } = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    include: { ...withText, statement: { select: { id: true, state: true } } },
  })
  if (statement && isSeen('statementHere', statement)) {
    throw new Refused({ suggestionId: `Statement ${statement.id} is published by now: withdraw it, with a reason` })
  }
  const { count } = await tx.suggestion.updateMany({
    where: { id, state: { not: 'open' }, statementId: statement?.id ?? null },
    data: { state: 'open', statementId: null, mended: false, dismissedFor: null, decidedById: null, decidedAt: null },
  })
  if (count === 0) throw new Refused({ suggestionId: 'This suggestion is open already' })
  if (statement && statement.state !== 'withdrawn') {
    await withdrawStatement(tx, statement.id, { reason: 'The acceptance was undone', by, undoesId })
  }
  const { documentId, text } = version
  const { quote } = suggestedValues(readFound(found), text.content)
  const after = {
    body: quote,
    suggestionId: id,
    was: statement ? 'accepted' : 'dismissed',
    ...(dismissedFor && { reason: dismissedFor }),
  }
  await writeEvent(tx, 'suggestion_reopened', { by, documentId, after, undoesId })
  return { documentId }
}

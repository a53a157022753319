import createError from 'http-errors'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { askRecheckOfPlace } from '../recheck/recheck.ts'
import { settlePlace } from '../recheck/settling.ts'
import { Refused } from '../refused.ts'
import { restoreStatement, withdrawStatement } from '../statements/statements.ts'
import { quoted } from '../words/quoted.ts'
import type { SettledPassage } from './schema.ts'

/** Of these an editor decides what holds. */
const toSettle = ['changed', 'elsewhere', 'gone'] as const

export function isToSettle(kind: string): boolean {
  return toSettle.some((one) => one === kind)
}

type Which = { documentId: number; number: number; passage: number }

/** An editor's decision about one passage. Throws Refused if somebody else decided meanwhile. */
export function settlePassage(
  db: Database,
  which: Which,
  { by, ...given }: SettledPassage & { by: number },
): Promise<void> {
  return db.$transaction(async (tx) => {
    const row = await findPassage(tx, which)
    if (!isToSettle(row.kind))
      throw new Refused({ settlement: 'Nothing is to be decided about it: its words are the same' })
    const { count } = await tx.reanchoring.updateMany({
      where: { id: row.id, settlement: null },
      data: { settlement: given.settlement, settledAt: new Date(), settledById: by },
    })
    if (count === 0) throw new Refused({ settlement: 'Somebody has decided about it already' })
    if (given.settlement === 'withdrawn') {
      if (row.statementId === null) throw new Refused({ settlement: 'Only a statement can be withdrawn here' })
      await withdrawStatement(tx, row.statementId, { reason: given.reason, by })
    }
    const { documentId } = which
    if (row.statementId !== null) await settlePlace(tx, { documentId, statementId: row.statementId }, { by })
    await writeEvent(tx, 'passage_settled', {
      by,
      documentId,
      ...(row.statementId !== null && { statementId: row.statementId }),
      after: {
        told: `${sentences[given.settlement]} (version ${which.number}, ${row.kind}): ${quoted(shorten(row.was))}`,
      },
    })
  })
}

const sentences = {
  accepted: 'accepted its new place',
  kept: 'kept the old words',
  withdrawn: 'withdrew the statement',
}

function shorten(words: string): string {
  return words.length > 120 ? `${words.slice(0, 120).toWellFormed()}…` : words
}

/** Undoes such a decision. */
export function reopenPassage(db: Database, which: Which, { by }: { by: number }): Promise<void> {
  return db.$transaction(async (tx) => {
    const row = await findPassage(tx, which)
    const { count } = await tx.reanchoring.updateMany({
      where: { id: row.id, settlement: { not: null } },
      data: { settlement: null, settledAt: null, settledById: null },
    })
    if (count === 0) throw new Refused({ settlement: 'Nothing was decided about it' })
    const { documentId } = which
    if (row.settlement === 'withdrawn' && row.statementId !== null) await restoreStatement(tx, row.statementId, { by })
    if (row.statementId !== null) {
      const reason = 'Its publisher changed words that are recorded here'
      await askRecheckOfPlace(tx, { documentId, statementIds: [row.statementId] }, { reason, by })
    }
    await writeEvent(tx, 'passage_reopened', {
      by,
      documentId,
      ...(row.statementId !== null && { statementId: row.statementId }),
      after: { told: `version ${which.number}: ${quoted(shorten(row.was))}` },
    })
  })
}

async function findPassage(tx: Db, { documentId, number, passage }: Which) {
  const row = await tx.reanchoring.findFirst({ where: { id: passage, version: { documentId, number } } })
  if (!row) throw createError(404, 'There is no such passage')
  return row
}

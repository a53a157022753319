import { isSeen } from '../visible/rows.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Stretch } from '../anchoring/find-quote.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, type Undoing, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { Refused, Stale } from '../refused.ts'
import { writeCorrection } from '../corrections/corrections.ts'
import { shareSources } from '../sources/locks.ts'
import { bringSourcesBack, sourcesOf } from '../sources/taken-back.ts'
import { writeHops } from './hop-words.ts'
import { askRecheckOfStatement } from '../recheck/recheck.ts'
import { namesIn, placeHops, replaceHops } from './hops.ts'
import type { EditedStatement, NewStatement } from './schema.ts'
import { findSeenRow, statementSeen, withoutNames } from './seen.ts'
import { hasWords, placeSpans, wordsOf } from './spans.ts'
import { isSamePassage, offerRecorded, writeSteps } from './twice.ts'
import { findStatementValues, statementValues, withChain } from './values.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

type Recorded = Omit<NewStatement, 'claim' | 'claimId'> & { documentId: number; batch?: string } & By

/** Records who said what, through whom, and creates new sources. `tx` is the whole transaction or a part of it. */
export async function createStatement(tx: Db, { documentId, batch, by, ...given }: Recorded) {
  await shareSources(tx, { names: namesIn(given.hops) })
  const version = await findNewestVersion(tx, documentId)
  const spans = placeSpans(version.text.content, given)
  await checkAnswers(tx, given.answersId)
  const hops = await placeHops(tx, { hops: given.hops, documentId, by })
  const words = wordsOf(version.text.content, spans)
  if (!given.again) await offerRecorded(tx, { versionId: version.id, words, spans, hops })

  const statement = await tx.statement.create({
    data: {
      versionId: version.id,
      words,
      mode: given.mode,
      act: given.act,
      polarity: given.polarity,
      answersId: given.answersId ?? null,
      state: given.unfinished ? 'draft' : 'ready',
      spans: { create: numbered(spans) },
      hops: { create: hops.map(({ id: _, ...hop }, position) => ({ ...hop, position })) },
    },
    include: withChain,
  })
  const { suggestionId } = given
  const after = {
    ...statementValues(statement),
    ...(suggestionId !== undefined && { suggestionId }),
    ...(batch !== undefined && { batch }),
  }
  await writeEvent(tx, 'statement_recorded', { by, documentId, statementId: statement.id, after })
  return statement
}

/** Changes a statement; the earlier version stays in its history. Throws Stale if `revision` is not the present one. */
export function editStatement(db: Database, id: number, edited: EditedStatement & By) {
  return db.$transaction((tx) => changeStatement(tx, id, edited))
}

/** `tx` is the whole transaction or a part of it. */
export async function changeStatement(
  tx: Db,
  id: number,
  { by, revision, correction, undoesId, ...given }: EditedStatement & Undoing & By,
) {
  await shareSources(tx, { names: namesIn(given.hops) })
  const { version, ...before } = await tx.statement.findUniqueOrThrow({
    where: { id },
    include: {
      version: { include: { text: true } },
      spans: { orderBy: { position: 'asc' } },
      hops: { orderBy: { position: 'asc' } },
    },
  })
  const stored = await findStatementValues(tx, id)
  const seen = await findSeenRow(tx, id)
  const spans = placeSpans(version.text.content, given)
  const words = wordsOf(version.text.content, spans)
  await checkAnswers(tx, given.answersId, id)

  const { count } = await tx.statement.updateMany({
    where: { id, revision },
    data: {
      words,
      mode: given.mode,
      act: given.act,
      polarity: given.polarity,
      answersId: given.answersId ?? null,
      ...(isUnpublished(before.state) && { state: given.unfinished ? 'draft' : 'ready' }),
      revision: { increment: 1 },
    },
  })
  if (count === 0) {
    const { revision } = await tx.statement.findUniqueOrThrow({ where: { id }, select: { revision: true } })
    throw new Stale(revision, await findStatementValues(tx, id), {
      changed: await findLastChange(tx, { statementId: id }, 'statement_'),
      inWords: { hops: writeHops },
      together: { quote: ['at', 'spans'] },
    })
  }
  const { documentId } = version
  await tx.span.deleteMany({ where: { statementId: id } })
  await tx.span.createMany({ data: numbered(spans).map((span) => ({ ...span, statementId: id })) })
  const hops = await placeHops(tx, { hops: given.hops, documentId, by })
  const isElsewhere = !isSamePassage(before.spans, spans) || writeSteps(before.hops) !== writeSteps(hops)
  if (isElsewhere && !given.again) await offerRecorded(tx, { versionId: version.id, words, spans, hops, own: id })
  await replaceHops(tx, { statementId: id, hops })

  const now = await findSeenRow(tx, id)
  await writeCorrection(
    tx,
    { documentId, statementId: id },
    {
      wasPublic: isSeen('statementHere', before),
      correction,
      before: statementSeen(withoutNames(seen, now)),
      after: statementSeen(now),
      by,
    },
  )
  const after = await findStatementValues(tx, id)
  await writeEvent(tx, 'statement_edited', {
    by,
    documentId: version.documentId,
    statementId: id,
    before: stored,
    after,
    undoesId,
  })
  if (!isDeepStrictEqual(stored, after))
    await askRecheckOfStatement(
      tx,
      { id, places: [...before.spans, ...spans] },
      { was: 'changed', wasPublic: isSeen('statementHere', before), by },
    )
  return { id, documentId: version.documentId }
}

/** `tx` is the whole transaction or a part of it. */
export async function withdrawStatement(
  tx: Db,
  id: number,
  { reason, by, undoesId }: { reason: string } & Undoing & By,
): Promise<void> {
  const before = await tx.statement.findUniqueOrThrow({ where: { id }, select: { state: true } })
  const { count } = await tx.statement.updateMany({
    where: { id, state: { not: 'withdrawn' } },
    data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date(), revision: { increment: 1 } },
  })
  if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
  const { documentId } = await findPlace(tx, id)
  await writeEvent(tx, 'statement_withdrawn', { by, documentId, statementId: id, after: { reason }, undoesId })
  const places = await tx.span.findMany({ where: { statementId: id } })
  await askRecheckOfStatement(tx, { id, places }, { was: 'withdrawn', wasPublic: isSeen('statementHere', before), by })
}

/** Reverses a withdrawal; the statement must be published again. `tx` is the whole transaction or a part of it. */
export async function restoreStatement(
  tx: Db,
  id: number,
  { state = 'draft', by, undoesId }: { state?: 'draft' | 'ready' } & Undoing & By,
): Promise<void> {
  const { words, _count } = await tx.statement.findUniqueOrThrow({
    where: { id },
    select: { words: true, _count: { select: { spans: true } } },
  })
  if (_count.spans === 0 || !hasWords(words))
    throw new Refused({ reason: 'It was recorded without a passage. Record it again, with the words that were said' })
  const { count } = await tx.statement.updateMany({
    where: { id, state: 'withdrawn' },
    data: { state, withdrawnReason: null, withdrawnAt: null, publishedAt: null, revision: { increment: 1 } },
  })
  if (count === 0) throw new Refused({ reason: 'It is no longer withdrawn' })
  await bringSourcesBack(tx, await sourcesOf(tx, id))
  const { documentId } = await findPlace(tx, id)
  await writeEvent(tx, 'statement_restored', { by, documentId, statementId: id, undoesId })
  const places = await tx.span.findMany({ where: { statementId: id } })
  await askRecheckOfStatement(tx, { id, places }, { was: 'restored', wasPublic: false, by })
}

function isUnpublished(state: string): boolean {
  return state === 'draft' || state === 'ready'
}

function numbered(spans: Stretch[]) {
  return spans.map(({ start, end }, position) => ({ position, start, end }))
}

function findNewestVersion(tx: Db, documentId: number) {
  return tx.version.findFirstOrThrow({
    where: { documentId },
    orderBy: recordedFirst,
    include: { text: true },
  })
}

async function findPlace(tx: Db, id: number) {
  const { version } = await tx.statement.findUniqueOrThrow({
    where: { id },
    select: { version: { select: { documentId: true } } },
  })
  return version
}

async function checkAnswers(tx: Db, answersId: number | undefined, own?: number): Promise<void> {
  if (answersId === undefined) return
  if (answersId === own) throw new Refused({ answersId: 'A statement cannot answer itself' })
  const question = await tx.statement.findUnique({ where: { id: answersId }, select: { id: true } })
  if (!question) throw new Refused({ answersId: `There is no statement ${answersId} to answer` })
}

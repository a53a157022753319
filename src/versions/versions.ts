import { indexText } from '../anchoring/code-points.ts'
import { type Compared, compareTexts } from '../anchoring/compared.ts'
import type { Stretch } from '../anchoring/find-quote.ts'
import { anchorKinds, reanchor } from '../anchoring/reanchor.ts'
import type { PublicationState } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import {
  type Arrival,
  type Arrived,
  cameAs,
  type Imported,
  importDocument,
  keepOriginal,
  readText,
  storeText,
} from '../documents/documents.ts'
import { askForReading } from '../documents/readings.ts'
import { recordedFirst } from '../documents/recorded-first.ts'
import { type By, writeEvent } from '../history/events.ts'
import { askRecheckOfEvidence, askRecheckOfPlace, askRecheckOfStatement } from '../recheck/recheck.ts'
import { settlePlace } from '../recheck/settling.ts'
import { type NormalText } from '../documents/text.ts'
import { type Kept, writeOriginal } from '../originals/keep.ts'
import { Refused } from '../refused.ts'
import { isSeen } from '../visible/rows.ts'
import { formatCount } from '../words/dates.ts'
import { isToSettle } from './settling.ts'

/** Imports a published text: as a document of its own or, with `versionOf`, as another text of that one. */
export async function importText(
  db: Database,
  { versionOf: documentId, ...arrival }: Arrival & Correcting & { versionOf?: number | undefined } & By,
): Promise<Imported> {
  if (documentId === undefined) return importDocument(db, arrival)
  const { also, ...arrived } = arrival
  const imported = ({ number }: StoredVersion): Imported => {
    return { documentId, outcome: number === null ? 'known' : 'version', alsoIn: [], copies: [] }
  }
  const more = also && { also: (tx: Db, stored: StoredVersion) => also(tx, imported(stored)) }
  return imported(await addVersion(db, { documentId, ...arrived, ...more }))
}

/** `number` is null if the text is the one that was stored last. */
type StoredVersion = { number: number | null; unsettled: number }

type Correcting = {
  /** Somebody has read the text who may correct what is published: readers may have it at once. */
  mayCorrect?: boolean
}

type NewVersion = Arrived &
  Correcting & {
    documentId: number
    suggest?: boolean
    /** One of many, which nobody has looked at. */
    isOneOfMany?: boolean
    /** What else is stored with it, or not at all. */
    also?: (tx: Db, stored: StoredVersion) => Promise<void>
  }

/**
 * Stores what a document's publisher made of its text. If nothing is recorded on the document, this is its text from now
 * on. Otherwise it is a later text: what was recorded stays where it is, and its places in the later text are kept
 * beside it. Throws Refused if readers would see a text that nobody has read who may correct what is published.
 */
export async function addVersion(db: Database, { also, ...given }: NewVersion & By): Promise<StoredVersion> {
  const text = readText(given)
  const kept = await keepOriginal(given)
  return db.$transaction(async (tx) => {
    const stored = await addInto(tx, text, kept, given)
    await also?.(tx, stored)
    return stored
  })
}

async function addInto(
  tx: Db,
  text: NormalText,
  kept: Kept | undefined,
  {
    documentId,
    suggest = false,
    mayCorrect = false,
    isOneOfMany = false,
    by,
    ...arrived
  }: Omit<NewVersion, 'also'> & By,
): Promise<StoredVersion> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${text.sha256}, 0))`
  await tx.$executeRaw`SELECT "id" FROM "Document" WHERE "id" = ${documentId} FOR NO KEY UPDATE`
  const document = await tx.document.findUnique({
    where: { id: documentId },
    select: {
      state: true,
      publisherId: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, text: { select: { sha256: true } } },
      },
    },
  })
  if (!document) throw new Refused({ versionOf: `There is no document ${documentId}` })
  if (document.state === 'withdrawn') throw new Refused({ text: 'The document was withdrawn' })
  const [last] = document.versions
  if (last?.text.sha256 === text.sha256) return { number: null, unsettled: 0 }

  const isLater = await hasRecorded(tx, documentId)
  if (isSeen('document', document)) {
    if (isOneOfMany) throw new Refused({ text: unread(documentId) })
    if (!isLater && !mayCorrect) throw new Refused({ text: seenAtOnce })
  }
  const { id: textId } =
    (await tx.storedText.findUnique({ where: { sha256: text.sha256 }, select: { id: true } })) ??
    (await storeText(tx, text))
  if (!isLater) await replaceText(tx, { id: documentId, publisherId: document.publisherId }, textId)
  const number = (last?.number ?? 0) + 1
  const version = await tx.version.create({
    data: {
      documentId,
      number,
      textId,
      isLater,
      ...cameAs(arrived),
    },
    select: { id: true },
  })
  await writeOriginal(tx, { versionId: version.id }, kept)
  const placed = await reanchorAll(tx, { documentId, versionId: version.id, text: text.content })
  const counts = anchorKinds.flatMap((kind) => {
    const count = placed.filter((one) => one.kind === kind).length
    return count > 0 ? [`${count} ${kind}`] : []
  })
  await writeEvent(tx, 'version_stored', {
    by,
    documentId,
    after: { told: `version ${number}: ${counts.length > 0 ? counts.join(', ') : 'no recorded passages'}` },
  })
  const unsettled = placed.filter(({ kind }) => isToSettle(kind))
  await askForRechecks(tx, documentId, unsettled, { by })
  if (suggest && !isLater) await askForReading(tx, { documentId, by })
  return { number, unsettled: unsettled.length }
}

/** Readers have each version of a published document, so that somebody has to look at its text before. */
const unread = (documentId: number) =>
  `Readers can see document ${documentId}, and nobody has looked at its new text. Store it on the document’s page “Versions”`
const seenAtOnce =
  'Readers can see this document, and would see its new text at once. Ask a reviewer to read the text and paste it here'

async function hasRecorded(tx: Db, documentId: number): Promise<boolean> {
  const where = { version: { documentId } }
  const counts = [tx.statement.count({ where }), tx.evidence.count({ where }), tx.note.count({ where })]
  return (await Promise.all(counts)).some((count) => count > 0)
}

async function replaceText(
  tx: Db,
  { id, publisherId }: { id: number; publisherId: number },
  textId: number,
): Promise<void> {
  const twin = await tx.document.findFirst({ where: { textId, publisherId, NOT: { id } }, select: { id: true } })
  if (twin) throw new Refused({ text: `Document ${twin.id} of the same publisher already has this text` })
  await tx.document.update({ where: { id }, data: { textId, revision: { increment: 1 } } })
}

type Passage = { statementId?: number; evidenceId?: number; noteId?: number; wasPublic: boolean; spans: Stretch[] }

async function reanchorAll(
  tx: Db,
  { documentId, versionId, text }: { documentId: number; versionId: number; text: string },
) {
  const recorded = await tx.version.findMany({
    where: { documentId, id: { not: versionId } },
    select: {
      text: { select: { content: true } },
      statements: {
        where: { state: { not: 'withdrawn' } },
        select: { id: true, state: true, spans: { orderBy: { position: 'asc' } } },
      },
      evidence: {
        where: { verdict: { state: { not: 'withdrawn' }, supersededBy: null } },
        select: { id: true, start: true, end: true, verdict: { select: { state: true } } },
      },
      notes: { where: { withdrawnAt: null }, select: { id: true, spans: { orderBy: { position: 'asc' } } } },
    },
  })
  const placed = recorded.flatMap(({ text: { content }, statements, evidence, notes }) => {
    const passages: Passage[] = [
      ...statements.map(({ id, state, spans }) => ({
        statementId: id,
        wasPublic: isSeen('statementHere', { state }),
        spans,
      })),
      ...evidence.flatMap(({ id, start, end, verdict }) =>
        start === null || end === null
          ? []
          : [{ evidenceId: id, wasPublic: isSeen('verdictHere', verdict), spans: [{ start, end }] }],
      ),
      ...notes.map(({ id, spans }) => ({ noteId: id, wasPublic: false, spans })),
    ].filter(({ spans }) => spans.length > 0)
    if (passages.length === 0) return []
    const compared = compareTexts(content, text)
    const [was, now] = [indexText(content), indexText(text)]
    const cut = (index: typeof was, spans: Stretch[]) =>
      spans.map(({ start, end }) => index.slice(start, end)).join(' […] ')
    return passages.map(({ spans, ...of }) => {
      const { places, ...found } = placeAll(compared, spans)
      return { ...of, ...found, was: cut(was, spans), words: cut(now, places), places, spans }
    })
  })
  await tx.reanchoring.createMany({
    data: placed.map(({ places, spans: _, wasPublic: __, ...row }) => ({
      ...row,
      versionId,
      starts: places.map(({ start }) => start),
      ends: places.map(({ end }) => end),
    })),
  })
  return placed
}

/** A passage of several pieces is as good as the worst of them. */
function placeAll(compared: Compared, spans: Stretch[]) {
  const found = spans.map((span) => reanchor(compared, span))
  return {
    kind: anchorKinds[Math.max(...found.map(({ kind }) => anchorKinds.indexOf(kind)))] ?? 'gone',
    places: found.flatMap(({ place }) => place ?? []),
    score: Math.min(...found.map(({ score }) => score)),
    context: Math.min(...found.map(({ context }) => context)),
  }
}

type Placed = Awaited<ReturnType<typeof reanchorAll>>[number]

/** For what rests on the passages: verdicts, claims, statements that were taken from them. */
async function askForRechecks(tx: Db, documentId: number, unsettled: Placed[], { by }: By): Promise<void> {
  for (const { statementId: id, spans, kind, wasPublic } of unsettled) {
    if (id === undefined) continue
    const was =
      kind === 'gone'
        ? 'removed by its publisher'
        : kind === 'changed'
          ? 'changed by its publisher'
          : 'moved by its publisher'
    await askRecheckOfStatement(tx, { id, places: spans }, { was, wasPublic, by })
  }
  const reason = `A passage of document ${documentId} that is evidence here was changed by its publisher`
  for (const isTold of [true, false]) {
    const evidence = unsettled.filter(({ wasPublic }) => wasPublic === isTold)
    const evidenceIds = evidence.flatMap(({ evidenceId }) => evidenceId ?? [])
    await askRecheckOfEvidence(tx, { documentId, evidenceIds }, { reason, wasPublic: isTold, by })
  }
  const statementIds = unsettled.flatMap(({ statementId }) => statementId ?? [])
  await askRecheckOfPlace(
    tx,
    { documentId, statementIds },
    { reason: 'Its publisher changed words that are recorded here', by },
  )
}

/**
 * Undoes the storing of the newest version, with the places in it. A version that became the document's text stays once
 * something is recorded in it, or readers have it. Names the hash of its original, whose bytes may be needed no more:
 * `removeUnnamed`.
 */
export function takeBackVersion(
  db: Database,
  { documentId, number, by }: { documentId: number; number: number } & By,
): Promise<{ originals: string[] }> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Document" WHERE "id" = ${documentId} FOR NO KEY UPDATE`
    const newest = await tx.version.findFirstOrThrow({
      where: { documentId },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        isLater: true,
        document: { select: { publisherId: true, state: true } },
        original: { select: { sha256: true, drawn: { select: { sha256: true } } } },
        reanchorings: { where: { settlement: { not: null } }, select: { id: true } },
      },
    })
    if (newest.number !== number || number === 1)
      throw new Refused({ version: 'Only the newest version can be removed, and never the first' })
    if (!newest.isLater) await checkUnused(tx, documentId, newest.document.state)
    const decided = newest.reanchorings.length
    if (decided > 0) {
      throw new Refused({ version: `Undo first what was decided about ${formatCount(decided, 'passage')} in it` })
    }
    const statements = await tx.reanchoring.findMany({
      where: { versionId: newest.id, statementId: { not: null } },
      select: { statementId: true },
    })
    await tx.version.delete({ where: { id: newest.id } })
    if (!newest.isLater) {
      const { textId } = await tx.version.findFirstOrThrow({ where: { documentId }, orderBy: recordedFirst })
      await replaceText(tx, { id: documentId, publisherId: newest.document.publisherId }, textId)
    }
    for (const { statementId } of statements)
      await settlePlace(tx, { documentId, statementId: statementId ?? 0 }, { by })
    await writeEvent(tx, 'version_taken_back', { by, documentId, after: { told: `version ${number}` } })
    const { original } = newest
    return { originals: original ? [original, ...original.drawn].map(({ sha256 }) => sha256) : [] }
  })
}

async function checkUnused(tx: Db, documentId: number, state: PublicationState): Promise<void> {
  if (await hasRecorded(tx, documentId))
    throw new Refused({ version: 'Statements, evidence or notes are recorded in it' })
  if (isSeen('document', { state })) throw new Refused({ version: 'Readers can see it' })
}

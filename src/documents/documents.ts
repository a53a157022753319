import type { Prisma, VersionMethod } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { writePartialDate } from '../partial-date.ts'
import { Refused, Stale } from '../refused.ts'
import { chooseSource } from '../sources/sources.ts'
import { askForReading } from '../suggestions/readings.ts'
import type { EditedDocument, NewDocument, Publication } from './schema.ts'
import { type NormalText, normaliseText, NotText } from './text.ts'

export type Arrival = Omit<NewDocument, 'suggest'> & {
  suggest?: boolean
  method: VersionMethod
  originalName?: string
  original?: Uint8Array
  maxTextBytes: number
}

/**
 * What came of an import. `new`: stored. `shared`: a new document whose text was here already, under another
 * publisher's. `known`: the same text from the same publisher or address; nothing was stored.
 */
export type Imported = { documentId: number; outcome: 'new' | 'shared' | 'known'; alsoIn: number[] }

/** Stores a published text, once. Throws Refused with what is wrong beside its field. */
export function importDocument(db: Database, { by, ...arrival }: Arrival & By): Promise<Imported> {
  const text = readText(arrival)
  return db.$transaction(async (tx) => {
    // Two arrivals of one text wait for each other, so that the second finds the first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${text.sha256}, 0))`
    const stored = await tx.storedText.findUnique({ where: { sha256: text.sha256 }, include: { documents: true } })
    const sameAddress = stored?.documents.find((other) => other.url !== null && other.url === arrival.url)
    if (sameAddress) return { documentId: sameAddress.id, outcome: 'known', alsoIn: [] }
    await refuseTakenAddress(tx, arrival.url)

    const publisher = await choosePublisher(tx, { ...arrival, by })
    const samePublisher = stored?.documents.find((other) => other.publisherId === publisher.id)
    if (samePublisher) return { documentId: samePublisher.id, outcome: 'known', alsoIn: [] }

    const { id: textId } = stored ?? (await tx.storedText.create({ data: text, select: { id: true } }))
    const document = await tx.document.create({
      data: {
        ...metadata(arrival),
        publisherId: publisher.id,
        textId,
        versions: {
          create: {
            number: 1,
            textId,
            method: arrival.method,
            originalName: arrival.originalName ?? null,
            original: arrival.original ? Uint8Array.from(arrival.original) : null,
          },
        },
      },
    })
    await writeEvent(tx, 'document_imported', {
      by,
      documentId: document.id,
      after: { title: document.title, publisher: publisher.name, method: arrival.method },
    })
    if (arrival.suggest) await askForReading(tx, { documentId: document.id, by })
    const alsoIn = stored?.documents.map((other) => other.id) ?? []
    return { documentId: document.id, outcome: stored ? 'shared' : 'new', alsoIn }
  })
}

/** Changes what is known about a document; its text never changes. */
export function editDocument(db: Database, id: number, { by, revision, ...edited }: EditedDocument & By) {
  return db.$transaction(async (tx) => {
    const before = await tx.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
    const publisher = await choosePublisher(tx, { ...edited, by })
    await refuseTakenAddress(tx, edited.url, id)
    const twin = await tx.document.findFirst({
      where: { textId: before.textId, publisherId: publisher.id, NOT: { id } },
    })
    if (twin) throw new Refused({ publisher: `${publisher.name} already has this text, as document ${twin.id}` })

    const { count } = await tx.document.updateMany({
      where: { id, revision },
      data: { ...metadata(edited), publisherId: publisher.id, revision: { increment: 1 } },
    })
    if (count === 0) throw new Stale(before.revision, documentValues(before))
    const after = await tx.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
    await writeEvent(tx, 'document_edited', {
      by,
      documentId: id,
      before: documentValues(before),
      after: documentValues(after),
    })
    return after
  })
}

export function sendToReview(db: Database, { documentId, by }: { documentId: number } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: 'draft' },
      data: { state: 'in_review', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ state: 'Only a draft can be sent to review. Look at the page again' })
    await writeEvent(tx, 'document_sent_to_review', { by, documentId })
  })
}

/**
 * Publishes a document, the statements on it that are ready, and the chosen claims and verdicts; again for what has
 * become ready since. Statements still in draft stay unseen.
 */
export function publishDocument(
  db: Database,
  { documentId, revision, claimIds, verdictIds, by }: { documentId: number } & Publication & By,
) {
  return db.$transaction(async (tx) => {
    const document = await tx.document.findUniqueOrThrow({ where: { id: documentId } })
    if (document.state === 'withdrawn')
      throw new Refused({ state: 'It was withdrawn, and what was withdrawn stays so' })

    const publishedAt = new Date()
    const { count } = await tx.document.updateMany({
      where: { id: documentId, revision },
      data: {
        state: document.state === 'corrected' ? 'corrected' : 'published',
        publishedAt: document.publishedAt ?? publishedAt,
        revision: { increment: 1 },
      },
    })
    if (count === 0) throw new Stale(document.revision, {})
    if (document.publishedAt === null) await writeEvent(tx, 'document_published', { by, documentId })

    const ready = await tx.statement.updateManyAndReturn({
      where: { state: 'ready', version: { documentId } },
      data: { state: 'published', publishedAt, revision: { increment: 1 } },
      select: { id: true },
    })
    for (const { id } of ready) await writeEvent(tx, 'statement_published', { by, documentId, statementId: id })
    await publishClaims(tx, { claimIds, by })
    await publishVerdicts(tx, { verdictIds, by })
    return { published: ready.length }
  })
}

/** Nothing published is deleted: it stays, marked as withdrawn, with the reason. */
export function withdrawDocument(
  db: Database,
  { documentId, reason, by }: { documentId: number; reason: string } & By,
) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date(), revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
    await writeEvent(tx, 'document_withdrawn', { by, documentId, after: { reason } })
  })
}

export async function publishClaims(tx: Db, { claimIds, by }: { claimIds: number[] } & By): Promise<void> {
  const published = await tx.claim.updateManyAndReturn({
    where: { id: { in: claimIds }, state: { in: ['draft', 'in_review'] } },
    data: { state: 'published', publishedAt: new Date(), revision: { increment: 1 } },
    select: { id: true },
  })
  for (const { id } of published) await writeEvent(tx, 'claim_published', { by, claimId: id })
}

export async function publishVerdicts(tx: Db, { verdictIds, by }: { verdictIds: number[] } & By): Promise<void> {
  const published = await tx.verdict.updateManyAndReturn({
    where: { id: { in: verdictIds }, state: 'draft' },
    data: { state: 'published', publishedAt: new Date() },
    include: { hop: true, statement: { include: { version: true } } },
  })
  for (const verdict of published) {
    const statementId = verdict.statementId ?? verdict.hop?.statementId
    await writeEvent(tx, 'verdict_published', {
      by,
      verdictId: verdict.id,
      ...(statementId !== undefined && { statementId }),
      ...(verdict.claimId !== null && { claimId: verdict.claimId }),
      ...(verdict.statement && { documentId: verdict.statement.version.documentId }),
    })
  }
}

function choosePublisher(
  tx: Db,
  { publisher, publisherKind, publisherId, by }: Pick<NewDocument, 'publisher' | 'publisherKind' | 'publisherId'> & By,
) {
  return chooseSource(tx, { name: publisher, kind: publisherKind, sourceId: publisherId, field: 'publisher', by })
}

function readText({ text, maxTextBytes }: Arrival): NormalText {
  try {
    return normaliseText(text, maxTextBytes)
  } catch (error) {
    if (error instanceof NotText) throw new Refused({ text: error.message })
    throw error
  }
}

function metadata({ title, kind, authors, url, published, language }: Omit<EditedDocument, 'revision'>) {
  return {
    title,
    kind,
    authors,
    url,
    language,
    publishedOn: published?.on ?? null,
    publishedPrecision: published?.precision ?? null,
  }
}

/** A document as its form shows it. */
export function documentValues(document: Prisma.DocumentGetPayload<{ include: { publisher: true } }>) {
  const { title, kind, authors, url, language, publishedOn, publishedPrecision, publisher } = document
  return {
    title,
    kind,
    publisher: publisher.name,
    authors: authors.join(', '),
    url: url ?? '',
    language,
    published: publishedOn && publishedPrecision ? writePartialDate(publishedOn, publishedPrecision) : '',
  }
}

async function refuseTakenAddress(tx: Db, url: string | null, except?: number): Promise<void> {
  const other = url ? await tx.document.findUnique({ where: { url } }) : null
  if (!other || other.id === except) return
  throw new Refused({
    url: `This address belongs to document ${other.id}, “${other.title}”, with another text. Open that one, or mend the address`,
  })
}

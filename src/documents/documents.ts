import type { Prisma, PublicationState, VersionMethod } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { Refused, Stale } from '../refused.ts'
import { writeCorrection } from '../corrections/corrections.ts'
import { type Seen } from '../corrections/seen-values.ts'
import { shareSources } from '../sources/locks.ts'
import { chooseSource } from '../sources/sources.ts'
import { askForReading } from './readings.ts'
import { type Came, keep, type Kept, writeOriginal } from '../originals/keep.ts'
import type { Store } from '../originals/store.ts'
import { isSeen } from '../visible/rows.ts'
import { formatLanguage } from '../words/dates.ts'
import type { EditedDocument, NewDocument } from './schema.ts'
import { addressKey } from './address-key.ts'
import { type LikeDocument, linkCopies } from './copies.ts'
import { bandsOf } from './likeness.ts'
import { type NormalText, normaliseText, NotText } from './text.ts'
import { say } from '../words/labels.ts'

/** A text as it came in, and what it was read from. */
export type Arrived = {
  text: string
  method: VersionMethod
  originalName?: string
  /** What it was read from. */
  original?: Came
  /** The text before it was mended. */
  unmended?: string | undefined
  fetchedAt?: Date
  maxTextBytes: number
  /** Where originals are kept; the database if there is none. */
  store?: Store | undefined
}

export type Arrival = Omit<NewDocument, 'suggest' | 'intakeId' | 'mends' | 'versionOf'> &
  Arrived & {
    suggest?: boolean
    /** Where it was fetched, if the page names another address as its own. */
    fetchedFrom?: string
    /** One of many, so that nobody works on it yet. */
    isOneOfMany?: boolean
    /** What else is stored with it, or not at all. */
    also?: (tx: Db, imported: Imported) => Promise<void>
  }

/**
 * The result of an import. `new`: stored. `shared`: a new document whose text was here already, under another
 * publisher. `known`: the same text from the same publisher or address; nothing was stored. `version`: another text of
 * a document that was here.
 */
export type Imported = {
  documentId: number
  outcome: 'new' | 'shared' | 'known' | 'version'
  alsoIn: number[]
  /** Documents with nearly the same text, which it was linked with. */
  copies: LikeDocument[]
}

/** Stores a published text as a document, once. Throws Refused with the error beside its field. */
export async function importDocument(db: Database, arrival: Arrival & By): Promise<Imported> {
  const text = readText(arrival)
  const kept = await keepOriginal(arrival)
  return db.$transaction(async (tx) => {
    const imported = await importInto(tx, text, kept, arrival)
    await arrival.also?.(tx, imported)
    return imported
  })
}

async function importInto(
  tx: Db,
  text: NormalText,
  kept: Kept | undefined,
  { by, ...arrival }: Arrival & By,
): Promise<Imported> {
  await shareSources(tx, publisherNamed(arrival))
  // Two simultaneous imports of one text wait for each other, so that the second finds the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${text.sha256}, 0))`
  const stored = await tx.storedText.findUnique({ where: { sha256: text.sha256 }, include: { documents: true } })
  // Whoever takes the address out says that this is not that page.
  const addresses = arrival.url === null ? [] : [arrival.url, arrival.fetchedFrom ?? null]
  const there = await findLocked(tx, addresses)
  const isKnown = there && (await tx.version.count({ where: { documentId: there.id, text: { sha256: text.sha256 } } }))
  if (there && isKnown) return { documentId: there.id, outcome: 'known', alsoIn: [], copies: [] }
  if (there) throw takenAddress(there)

  const publisher = await choosePublisher(tx, { ...arrival, by })
  const samePublisher = stored?.documents.find((other) => other.publisherId === publisher.id)
  if (samePublisher) return { documentId: samePublisher.id, outcome: 'known', alsoIn: [], copies: [] }

  const { id: textId } = stored ?? (await storeText(tx, text))
  const document = await tx.document.create({
    data: {
      ...metadata(arrival),
      publisherId: publisher.id,
      textId,
      versions: {
        create: {
          number: 1,
          textId,
          ...cameAs(arrival),
        },
      },
      addresses: { create: keysOf(addresses).map((key) => ({ key })) },
    },
    include: { versions: { select: { id: true } } },
  })
  for (const { id: versionId } of document.versions) await writeOriginal(tx, { versionId }, kept)
  await writeEvent(tx, 'document_imported', {
    by,
    documentId: document.id,
    after: { title: document.title, publisher: publisher.name, method: arrival.method },
  })
  // Who brings a text in works on it; a trigger made its work. Nobody has what the system itself imported.
  if (by !== null && !arrival.isOneOfMany)
    await tx.work.updateMany({ where: { documentId: document.id }, data: { assigneeId: by } })
  if (arrival.suggest) await askForReading(tx, { documentId: document.id, by })
  const alsoIn = stored?.documents.map((other) => other.id) ?? []
  const copies = await linkCopies(tx, { documentId: document.id, text: text.content, by })
  return { documentId: document.id, outcome: stored ? 'shared' : 'new', alsoIn, copies }
}

export function storeText(tx: Db, text: NormalText) {
  return tx.storedText.create({ data: { ...text, bands: bandsOf(text.content) }, select: { id: true } })
}

/** How a version's text came in. */
export function cameAs({ method, originalName, fetchedAt }: Arrived) {
  return { method, originalName: originalName ?? null, ...(fetchedAt && { fetchedAt }) }
}

/** Keeps the bytes that a text was read from, before its transaction. */
export async function keepOriginal({ original, unmended, originalName, store }: Arrived): Promise<Kept | undefined> {
  const came = original ?? (unmended === undefined ? undefined : { bytes: Buffer.from(unmended) })
  return came && keep(store, { name: originalName ?? '', ...came })
}

/** The document at an address, whoever shared it. */
export async function findKnown(db: Db, address: string): Promise<number | undefined> {
  const key = addressKey(address)
  const found =
    key === undefined ? null : await db.documentAddress.findFirst({ where: { key }, orderBy: { documentId: 'asc' } })
  return found?.documentId
}

/** Changes a document's details; its text never changes. */
export function editDocument(db: Database, id: number, { by, revision, correction, ...edited }: EditedDocument & By) {
  return db.$transaction(async (tx) => {
    await shareSources(tx, publisherNamed(edited))
    const before = await tx.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
    const publisher = await choosePublisher(tx, { ...edited, by })
    const other = await findLocked(tx, [edited.url], id)
    if (other) throw takenAddress(other, { asVersion: false })
    const twin = await tx.document.findFirst({
      where: { textId: before.textId, publisherId: publisher.id, NOT: { id } },
    })
    if (twin) throw new Refused({ publisher: `${publisher.name} already has this text, as document ${twin.id}` })

    const { count } = await tx.document.updateMany({
      where: { id, revision },
      data: { ...metadata(edited), publisherId: publisher.id, revision: { increment: 1 } },
    })
    if (count === 0) {
      const changed = await findLastChange(tx, { documentId: id }, 'document_')
      const now = await tx.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
      throw new Stale(now.revision, documentValues(now), { changed })
    }
    await changeAddress(tx, id, before.url, edited.url)
    const after = await tx.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
    await writeCorrection(
      tx,
      { documentId: id },
      { wasPublic: isPublic(before), correction, before: documentSeen(before), after: documentSeen(after), by },
    )
    await writeEvent(tx, 'document_edited', {
      by,
      documentId: id,
      before: documentValues(before),
      after: documentValues(after),
    })
    return after
  })
}

/** Whether readers see it. */
export function isPublic({ state }: { state: PublicationState }): boolean {
  return isSeen('document', { state })
}

function choosePublisher(
  tx: Db,
  { publisher, publisherKind, publisherId, by }: Pick<NewDocument, 'publisher' | 'publisherKind' | 'publisherId'> & By,
) {
  return chooseSource(tx, { name: publisher, kind: publisherKind, sourceId: publisherId, field: 'publisher', by })
}

function publisherNamed({ publisher, publisherId }: Pick<NewDocument, 'publisher' | 'publisherId'>) {
  return { names: publisherId === undefined ? [publisher] : [] }
}

export function readText({ text, maxTextBytes }: Pick<Arrival, 'text' | 'maxTextBytes'>): NormalText {
  try {
    return normaliseText(text, maxTextBytes)
  } catch (error) {
    if (error instanceof NotText) throw new Refused({ text: error.message })
    throw error
  }
}

function metadata({ title, kind, authors, url, published, language }: Omit<EditedDocument, 'revision' | 'correction'>) {
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

/** A document's details as readers see them. */
function documentSeen(document: Prisma.DocumentGetPayload<{ include: { publisher: true } }>): Seen {
  const { title, kind, publisher, authors, url, language, published } = documentValues(document)
  return {
    title,
    kind: say('DocumentKind', kind),
    publisher,
    authors,
    published,
    address: url,
    language: formatLanguage(language),
  }
}

function keysOf(addresses: (string | null)[]): string[] {
  return [...new Set(addresses.flatMap((address) => (address === null ? [] : (addressKey(address) ?? []))))].toSorted()
}

/** The document at one of these addresses. */
export async function findByAddress(db: Db, addresses: (string | null)[], except?: number) {
  const keys = keysOf(addresses)
  if (keys.length === 0) return undefined
  const found = await db.documentAddress.findFirst({
    where: { key: { in: keys }, ...(except !== undefined && { NOT: { documentId: except } }) },
    orderBy: { documentId: 'asc' },
    select: { document: { select: { id: true, title: true } } },
  })
  if (found) return found.document
  // Keys of documents from before there were any may differ a little.
  const urls = addresses.flatMap((address) => address ?? [])
  return db.document.findFirst({
    where: { url: { in: urls }, ...(except !== undefined && { NOT: { id: except } }) },
    select: { id: true, title: true },
  })
}

/**
 * The same, with the addresses locked until the transaction ends: of two simultaneous imports, the second learns of the
 * first.
 */
async function findLocked(tx: Db, addresses: (string | null)[], except?: number) {
  for (const key of keysOf(addresses)) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('address ' || ${key}::text, 0))`
  }
  return findByAddress(tx, addresses, except)
}

/** Another text at a known address is probably a new version of that document. */
function takenAddress({ id, title }: { id: number; title: string }, { asVersion = true } = {}): Refused {
  const sentence = `This address belongs to document ${id}, “${title}”, with another text`
  if (!asVersion) return new Refused({ url: `${sentence}. Open that one, or correct the address` })
  const choice = { value: String(id), label: `Import it as a new version of “${title}”`, path: `/documents/${id}` }
  return new Refused(
    { url: `${sentence}. Import it as a new version of that one, or correct the address` },
    { versionOf: [{ ...choice, pathLabel: `Document ${id}` }] },
  )
}

async function changeAddress(tx: Db, documentId: number, before: string | null, after: string | null): Promise<void> {
  if (before === after) return
  await tx.documentAddress.deleteMany({ where: { documentId, key: { in: keysOf([before]) } } })
  const data = keysOf([after]).map((key) => ({ documentId, key }))
  await tx.documentAddress.createMany({ data, skipDuplicates: true })
}

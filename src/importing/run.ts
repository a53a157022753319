import type { ImportOutcome } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { findKnown, type Imported } from '../documents/documents.ts'
import { offersFor } from '../documents/intakes.ts'
import { readLine } from '../documents/files.ts'
import { type FoundDocument, readBytes, readFeedOrPage, withFacts } from '../documents/reading-bytes.ts'
import { NewDocument } from '../documents/schema.ts'
import { NotText } from '../documents/text.ts'
import { type Fetching, NotFetched } from '../fetching/fetch.ts'
import type { FeedItem } from '../intake/feed.ts'
import type { Offer } from '../intake/mends.ts'
import { type Facts, NotTaken } from '../intake/taken.ts'
import { finishJob, type Job, JobFailed, TryLater } from '../queue/jobs.ts'
import { NotKept } from '../originals/store.ts'
import type { Store } from '../originals/store.ts'
import { Refused } from '../refused.ts'
import { formatCount } from '../words/dates.ts'
import { say } from '../words/labels.ts'
import { importFound } from './found.ts'
import { addPieces } from './imports.ts'
import { mostPieces } from './divide.ts'
import { addressKey } from '../documents/address-key.ts'

type Means = { maxTextBytes: number; fetching: Fetching; store: Store | undefined; onImported?: () => void }
type Item = Awaited<ReturnType<typeof findItem>>

/**
 * Imports one document of many: the document, what is told of it and the end of its job are stored together, or not at
 * all.
 */
export async function importItem(db: Database, means: Means, job: Job): Promise<void> {
  const item = await findItem(db, job)
  // Of the attempt before.
  if (item.documentId !== null) await db.importItem.update({ where: { id: item.id }, data: { documentId: null } })
  try {
    const known = item.url === null || isAnswered(item) ? undefined : await findKnown(db, item.url)
    if (known !== undefined) return await db.$transaction((tx) => settle(tx, job, item, 'known', known))
    const found = await read(item, means)
    if ('items' in found) return await list(db, job, item, found.items)
    await storeFound(db, means, job, item, found)
  } catch (error) {
    throw asJobsEnd(error)
  }
  if (item.import.suggest) means.onImported?.()
}

/** What has another text by now is to be a new version: its page has to be fetched. */
function isAnswered({ asVersion, import: { newVersions } }: Item): boolean {
  return asVersion || newVersions
}

function findItem(db: Db, { id }: Job) {
  return db.importItem.findUniqueOrThrow({ where: { jobId: id }, include: { import: true } })
}

async function read(item: Item, { maxTextBytes, fetching }: Means): Promise<FoundDocument | { items: FeedItem[] }> {
  const { url, content, name, isLine } = item
  if (content === null) {
    const found = await readFeedOrPage(url ?? '', maxTextBytes, fetching)
    if (item.facts === null || 'items' in found) return found
    return withFacts(found, item.facts as Facts)
  }
  return isLine ? readLine(content, name, maxTextBytes, fetching) : readBytes({ bytes: content, name }, maxTextBytes)
}

/** A feed: its articles are items of the import. */
async function list(db: Database, job: Job, item: Item, items: FeedItem[]): Promise<void> {
  // One that a feed led to could lead to another for ever.
  if (item.facts !== null) throw new JobFailed('The article’s address leads to another feed')
  await db.$transaction(async (tx) => {
    const { importId } = item
    // Two feeds of one import would both count the same room.
    await tx.$queryRaw`SELECT "id" FROM "Import" WHERE "id" = ${importId} FOR UPDATE`
    const there = await tx.importItem.findMany({ where: { importId }, select: { url: true } })
    const keys = new Set(there.flatMap(({ url }) => (url === null ? [] : (addressKey(url) ?? []))))
    const fresh = items.filter(({ url }) => !keys.has(addressKey(url) ?? ''))
    if (there.length + fresh.length > mostPieces) {
      const articles = formatCount(fresh.length, 'article')
      throw new JobFailed(`This feed has ${articles}, more than fit in this import. Import the feed by itself`)
    }
    await addPieces(
      tx,
      importId,
      fresh.map(({ url, facts }) => ({ name: url, url, facts })),
    )
    await settle(tx, job, item, 'listed')
  })
}

async function storeFound(db: Database, means: Means, job: Job, item: Item, found: FoundDocument) {
  const { publisher, suggest, mend } = item.import
  const { fields } = found
  const offers = offersFor(fields.text)
  const mends = mend ? offers.filter(({ isLikely }) => isLikely).map((offer) => offer.mend) : []
  const given = { ...fields, ...(publisher !== '' && { publisher: fields.publisher ?? publisher }), suggest, mends }
  const parsed = NewDocument.safeParse(given)
  if (!parsed.success) throw new JobFailed(sentenceOf(parsed.error.issues))
  const remarks = offers.map((offer) => sayOffer(offer, mends.includes(offer.mend)))
  try {
    await importAs(db, means, job, item, { found, document: parsed.data, remarks })
  } catch (error) {
    const [known] = error instanceof Refused ? (error.choices['versionOf'] ?? []) : []
    if (!known) throw error
    const versionOf = Number(known.value)
    if (isAnswered(item)) {
      return importAs(db, means, job, item, { found, document: { ...parsed.data, versionOf }, remarks })
    }
    await db.importItem.update({ where: { id: item.id }, data: { documentId: versionOf } })
    throw error
  }
}

type Ready = { found: FoundDocument; document: NewDocument; remarks: string[] }

function importAs(
  db: Database,
  { maxTextBytes, store }: Means,
  job: Job,
  item: Item,
  { found, document, remarks }: Ready,
): Promise<Imported> {
  return importFound(db, document, found, {
    maxTextBytes,
    store,
    by: item.import.accountId,
    also: (tx, imported) => {
      const outcome = outcomeOf(imported)
      return settle(tx, job, item, outcome, imported.documentId, outcome === 'known' ? [] : remarks)
    },
  })
}

/** “Remove line breaks within paragraphs: 4 places, done”. */
function sayOffer({ mend, count }: Offer, isMended: boolean): string {
  return `${say('Mend', mend)}: ${formatCount(count, 'place')}, ${isMended ? 'done' : 'not done'}`
}

function outcomeOf({ outcome }: Imported) {
  if (outcome === 'known' || outcome === 'version') return outcome
  return 'stored' as const
}

async function settle(
  tx: Db,
  job: Job,
  { id }: Item,
  outcome: ImportOutcome,
  documentId?: number,
  remarks: string[] = [],
) {
  await tx.importItem.update({
    where: { id },
    data: { outcome, documentId: documentId ?? null, content: null, remarks },
    select: { id: true },
  })
  await finishJob(tx, job)
}

function sentenceOf(issues: { path: PropertyKey[]; message: string; code?: string | undefined }[]): string {
  const [issue] = issues
  const field = String(issue?.path[0])
  if (field === 'publisher') {
    return 'It does not say who published it. Import it by itself, or name the publisher for all that don’t say it'
  }
  return `${field}: ${issue?.message ?? 'cannot be read'}`
}

/** Whether the job has failed or is tried again, with a sentence for the person who started it. */
function asJobsEnd(error: unknown): unknown {
  if (error instanceof NotFetched) {
    if (error.isPassing) return new TryLater(error.message.replace(/\. Try again [^.]*$/, ''))
    return new JobFailed(error.message)
  }
  if (error instanceof NotKept) return new TryLater(error.message)
  if (error instanceof NotText || error instanceof NotTaken || error instanceof Refused) {
    return new JobFailed(error instanceof Refused ? Object.values(error.fields).flat().join('. ') : error.message)
  }
  return error
}

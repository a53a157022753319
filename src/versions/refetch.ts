import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type FoundDocument, readBytes, readFetched } from '../documents/reading-bytes.ts'
import { normaliseText, NotText } from '../documents/text.ts'
import { type Exchange, type Fetched, type Fetching, NotFetched } from '../fetching/fetch.ts'
import { fetchPage } from '../fetching/polite.ts'
import { type By, writeEvent } from '../history/events.ts'
import { NotTaken } from '../intake/taken.ts'
import { readKept } from '../originals/keep.ts'
import { NotKept, type Store } from '../originals/store.ts'
import { finishJob, type Job, newJob } from '../queue/jobs.ts'
import { Refused } from '../refused.ts'
import { addVersion } from './versions.ts'

/*
 * Documents are fetched again from their addresses, the longer after their publication the less often. Another text waits
 * for an editor: docs/decisions/later-texts.md.
 */

const hour = 60 * 60 * 1000
/** A page is fetched again after a quarter of its article's age, within these limits. */
const pause = { shortest: 6 * hour, longest: 30 * 24 * hour }
/** So many documents are entered into the schedule at once. */
const mostEntered = 500
/** After this long without anything to fetch, new documents are looked for. */
const rest = hour / 6

/** One job fetches them all, one page at a time. Begins it unless it is there already. */
export async function beginFetchingAgain(db: Database): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('fetch again', 0))`
    const there = await tx.job.count({ where: { kind: 'fetch_again', state: { in: ['waiting', 'running'] } } })
    if (there === 0) await tx.job.create({ data: newJob('fetch_again', 'fetch again') })
  })
}

type Means = { fetching: Fetching; maxTextBytes: number; store: Store | undefined; isOff: boolean }

/** Fetches the document that has been due for longest. What was found and when the job goes on are stored together. */
export async function fetchNextAgain(db: Database, means: Means, job: Job): Promise<void> {
  if (means.isOff) return db.$transaction((tx) => finishJob(tx, job))
  const entered = await enterNew(db)
  const due = await db.refetch.findFirst({
    where: { dueAt: { lte: new Date() }, document: withPage },
    orderBy: { dueAt: 'asc' },
    select: shape,
  })
  const seen = due && (await fetchAgain(db, due, means).catch((error: unknown) => skip(db, due, error)))
  await db.$transaction(async (tx) => {
    if (due && seen) await tx.refetch.update({ where: { documentId: due.documentId }, data: after(due, seen) })
    const next = await tx.refetch.findFirst({ where: { document: withPage }, orderBy: { dueAt: 'asc' } })
    const soon = new Date(Date.now() + (entered === mostEntered ? 0 : rest))
    await finishJob(tx, job, next && next.dueAt < soon ? next.dueAt : soon)
  })
}

function after(due: Due, seen: Seen) {
  const wait = waitFor(due.document) * 2 ** Math.min(seen.failures, 10)
  return { ...seen, fetchedAt: new Date(), dueAt: new Date(Date.now() + Math.min(wait, pause.longest)) }
}

/** Whatever is wrong with a page, the others get their turn when the job is tried again. */
async function skip(db: Db, due: Due, error: unknown): Promise<never> {
  const seen = { failures: due.failures + 1, problem: 'The page could not be read' }
  await db.refetch.update({ where: { documentId: due.documentId }, data: after(due, seen) })
  throw error
}

const withPage = { url: { not: null }, state: { not: 'withdrawn' } } satisfies Prisma.DocumentWhereInput

async function enterNew(db: Db): Promise<number> {
  const documents = await db.document.findMany({
    where: { ...withPage, refetch: null },
    take: mostEntered,
    select: { id: true, publishedOn: true, createdAt: true },
  })
  await db.refetch.createMany({
    data: documents.map((it) => ({ documentId: it.id, dueAt: new Date(it.createdAt.getTime() + waitFor(it)) })),
    skipDuplicates: true,
  })
  return documents.length
}

/** An article of two days is fetched again after twelve hours, one of two months after two weeks. */
function waitFor({ publishedOn, createdAt }: { publishedOn: Date | null; createdAt: Date }): number {
  const since = Math.min(createdAt.getTime(), publishedOn?.getTime() ?? Infinity)
  return Math.min(Math.max((Date.now() - since) / 4, pause.shortest), pause.longest)
}

const shape = {
  documentId: true,
  etag: true,
  lastModified: true,
  failures: true,
  known: true,
  found: true,
  document: {
    select: {
      url: true,
      publishedOn: true,
      createdAt: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          method: true,
          original: { select: { sha256: true, name: true, mediaType: true, url: true } },
          text: { select: { sha256: true } },
        },
      },
    },
  },
} satisfies Prisma.RefetchSelect
type Due = Prisma.RefetchGetPayload<{ select: typeof shape }>

type Seen = Omit<Prisma.RefetchUpdateInput, 'document' | 'failures'> & { failures: number }
const nothingFound = {
  found: null,
  foundText: null,
  foundName: null,
  foundOriginal: null,
  foundExchange: Prisma.DbNull,
  foundAt: null,
}

async function fetchAgain(db: Db, due: Due, means: Means): Promise<Seen> {
  const { fetching, maxTextBytes } = means
  const { etag, lastModified, document } = due
  const asked = { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) }
  try {
    const fetched = await fetchPage(document.url ?? '', fetching, asked)
    if (fetched.status === 304) return { failures: 0, problem: null }
    const page = await readFetched(fetched, maxTextBytes)
    return { failures: 0, problem: null, ...validatorsOf(fetched), ...(await compare(db, due, page, means)) }
  } catch (error) {
    if (!(error instanceof NotFetched || error instanceof NotTaken || error instanceof NotText)) throw error
    return { failures: due.failures + 1, problem: error.message.replace(/\. Try again [^.]*$/, '') }
  }
}

/** A header of many kilobytes would be sent each time. */
function validatorsOf({ etag, lastModified }: Fetched) {
  return {
    etag: etag !== undefined && etag.length <= 500 ? etag : null,
    lastModified: lastModified !== undefined && lastModified.length <= 100 ? lastModified : null,
  }
}

async function compare(db: Db, due: Due, page: FoundDocument, means: Means) {
  const { content, sha256 } = normaliseText(page.fields.text, means.maxTextBytes)
  const [last] = due.document.versions
  const known = due.known ?? (await firstKnown(db, last, means))
  // Of a text that was pasted nobody knows what the page had; it is compared from now on.
  if (known === undefined || sha256 === known || sha256 === last?.text.sha256) return { known: sha256, ...nothingFound }
  if (sha256 === due.found) return { known }
  return {
    known,
    found: sha256,
    foundText: content,
    foundName: page.originalName,
    foundOriginal: page.original ? Uint8Array.from(page.original) : null,
    foundExchange: page.exchange ?? Prisma.DbNull,
    foundAt: new Date(),
  }
}

/** The text of the page when the document was imported, before somebody mended it. */
async function firstKnown(
  db: Db,
  last: Due['document']['versions'][number] | undefined,
  { maxTextBytes, store }: Means,
): Promise<string | undefined> {
  if (last?.method !== 'fetched') return undefined
  if (!last.original) return last.text.sha256
  try {
    const { sha256, name, mediaType, url } = last.original
    const bytes = await readKept(db, store, sha256)
    const given = { bytes, name, ...(mediaType !== null && { mediaType }), ...(url !== null && { url }) }
    return normaliseText((await readBytes(given, maxTextBytes)).fields.text, maxTextBytes).sha256
  } catch (error) {
    if (error instanceof NotTaken || error instanceof NotText || error instanceof NotKept) return undefined
    throw error
  }
}

/** Stores the text that was found as a version, or leaves the document as it is. Throws Refused if it was another text. */
export async function decideFoundText(
  db: Database,
  { documentId, decision, found, mayCorrect, maxTextBytes, store, by }: Decided & By,
): Promise<{ number: number | null }> {
  const row = await db.refetch.findFirst({ where: { documentId, found } })
  if (!row || row.foundText === null || row.foundAt === null) {
    throw new Refused({ found: decidedMeanwhile })
  }
  const { foundText: text, foundName, foundOriginal, foundExchange, foundAt: fetchedAt } = row
  // What this room stored, it reads as it was.
  const exchange = foundExchange as Exchange | null
  const decide = async (tx: Db) => {
    const where = { documentId, found }
    const { count } = await tx.refetch.updateMany({ where, data: { known: found, ...nothingFound } })
    if (count === 0) throw new Refused({ found: decidedMeanwhile })
  }
  if (decision === 'decline') {
    await db.$transaction(async (tx) => {
      await decide(tx)
      await writeEvent(tx, 'version_declined', { by, documentId })
    })
    return { number: null }
  }
  const { number } = await addVersion(db, {
    documentId,
    text,
    method: 'fetched',
    fetchedAt,
    ...(foundName !== null && { originalName: foundName }),
    ...(foundOriginal && { original: { bytes: foundOriginal, ...(exchange && { exchange }) } }),
    mayCorrect,
    maxTextBytes,
    store,
    by,
    also: decide,
  })
  return { number }
}

const decidedMeanwhile = 'This was decided, or the page has another text by now. Look at it again'

type Decided = {
  documentId: number
  decision: 'store' | 'decline'
  found: string
  mayCorrect: boolean
  maxTextBytes: number
  store: Store | undefined
}

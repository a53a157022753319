import createError from 'http-errors'
import type { Database, Db } from '../database/connect.ts'
import { addressKey } from '../documents/address-key.ts'
import { readFetchedFeed } from '../documents/reading-bytes.ts'
import { NotText } from '../documents/text.ts'
import { type Fetched, type Fetching, NotFetched } from '../fetching/fetch.ts'
import { fetchPage } from '../fetching/polite.ts'
import type { FeedItem } from '../intake/feed.ts'
import { NotTaken } from '../intake/taken.ts'
import { anew, finishJob, type Job, newJob } from '../queue/jobs.ts'
import { Refused } from '../refused.ts'
import { addPieces, forgetOld, laneOf } from './imports.ts'
import type { FeedAsk } from './schema.ts'

const minute = 60_000
/** How often a feed is looked at; each failure in a row doubles the wait, up to a day. */
const pause = { usual: 30 * minute, longest: 24 * 60 * minute }
/** So many articles are taken at one look. */
const mostAtOnce = 50
/** So many articles of a feed are remembered. */
const mostRemembered = 10_000

/** Watches a feed from now on. Throws Refused if it is watched already. */
export async function watchFeed(db: Database, { address, ...asked }: FeedAsk & { by: number }): Promise<number> {
  const { by, ...answers } = asked
  const key = addressKey(address) ?? address
  if (key.length > 2000) throw new Refused({ address: 'This address is too long for a feed' })
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('feed ' || ${key}::text, 0))`
    if ((await tx.watchedFeed.count({ where: { key } })) > 0) {
      throw new Refused({ address: 'This feed is watched already' })
    }
    const job = { create: newJob('look_at_feed', laneOf(address)) }
    const account = { connect: { id: by } }
    const { id } = await tx.watchedFeed.create({ data: { url: address, key, account, job, ...answers } })
    return id
  })
}

/** Looks at it as soon as possible, also where it was paused. */
export async function lookNow(db: Database, id: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { jobId } = await change(tx, id, { isPaused: false })
    await tx.job.updateMany({ where: { id: jobId, state: { not: 'running' } }, data: anew() })
  })
}

/** Looks at it no more, until somebody resumes it. */
export async function pauseFeed(db: Database, id: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { jobId } = await change(tx, id, { isPaused: true })
    // One that runs sees at its end that it is paused.
    await tx.job.updateMany({ where: { id: jobId, state: { not: 'running' } }, data: { state: 'done' } })
  })
}

/** Forgets the feed; the documents that came of it stay. */
export async function removeFeed(db: Database, id: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { jobId } = await find(tx, id)
    await tx.watchedFeed.delete({ where: { id } })
    await tx.job.delete({ where: { id: jobId } })
  })
}

async function find(tx: Db, id: number) {
  const feed = await tx.watchedFeed.findUnique({ where: { id } })
  if (!feed) throw createError(404, 'There is no such feed here')
  return feed
}

async function change(tx: Db, id: number, data: { isPaused: boolean }) {
  await find(tx, id)
  return tx.watchedFeed.update({ where: { id }, data })
}

/**
 * Looks at a watched feed: what it did not tell of before is imported. What was learnt, the new articles and the end of
 * the job are stored together. A feed that can't be read is looked at again, less and less often.
 */
export async function lookAtFeed(db: Database, { fetching }: { fetching: Fetching }, job: Job): Promise<void> {
  const feed = await db.watchedFeed.findUniqueOrThrow({ where: { jobId: job.id } })
  if (feed.isPaused) return db.$transaction((tx) => finishJob(tx, job))
  const { etag, lastModified } = feed
  const asked = { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) }
  try {
    const fetched = await fetchPage(feed.url, fetching, asked)
    const items = fetched.status === 304 ? [] : await itemsOf(fetched)
    await db.$transaction(async (tx) => {
      const isAll = await addNew(tx, feed, items)
      const validators = isAll ? {} : { etag: null, lastModified: null } // or the rest would never be told of again
      await settle(tx, job, feed.id, { failures: 0, problem: null, ...learnt(fetched, items), ...validators })
    })
  } catch (error) {
    if (!(error instanceof NotFetched || error instanceof NotTaken || error instanceof NotText)) throw error
    const problem = error.message.replace(/\. Try again [^.]*$/, '')
    await db.$transaction((tx) => settle(tx, job, feed.id, { failures: feed.failures + 1, problem }))
  }
}

async function itemsOf(fetched: Fetched): Promise<FeedItem[]> {
  const items = await readFetchedFeed(fetched)
  if (items === undefined) throw new NotTaken('There is no feed at this address. Look for its own address on the site')
  return items
}

/** What to ask with the next time. */
function learnt({ status, etag, lastModified }: Fetched, items: FeedItem[]) {
  if (status === 304) return {}
  const title = items.find(({ facts }) => facts.publisher !== undefined)?.facts.publisher
  return {
    ...(title !== undefined && { title }),
    // A header of many kilobytes would be sent with each look.
    etag: etag !== undefined && etag.length <= 500 ? etag : null,
    lastModified: lastModified !== undefined && lastModified.length <= 100 ? lastModified : null,
  }
}

type Feed = Awaited<ReturnType<typeof find>>

/** False if more is new than is taken at once. */
async function addNew(tx: Db, feed: Feed, items: FeedItem[]): Promise<boolean> {
  const told = items.map((item) => ({ ...item, keys: keysOf(item, items) }))
  const keys = told.flatMap((item) => item.keys)
  const rows = await tx.feedEntry.findMany({ where: { feedId: feed.id, key: { in: keys } }, select: { key: true } })
  const known = new Set(rows.map(({ key }) => key))
  const fresh = told.filter((item) => !item.keys.some((key) => known.has(key)))
  const taken = fresh.slice(-mostAtOnce)
  // Of a feed that is new here, only the newest are wanted. Of a known one, the others come the next time.
  const isNew = (await tx.feedEntry.count({ where: { feedId: feed.id } })) === 0
  const noted = told.filter((item) => isNew || taken.includes(item) || !fresh.includes(item))
  await tx.feedEntry.createMany({
    data: [...new Set(noted.flatMap((item) => item.keys))].map((key) => ({ feedId: feed.id, key })),
    skipDuplicates: true,
  })
  await forgetOldest(tx, feed.id)
  const isAll = isNew || taken.length === fresh.length
  if (taken.length === 0) return isAll
  await forgetOld(tx)
  const { accountId, publisher, suggest, mend, newVersions, url } = feed
  const name = (taken[0]?.facts.publisher ?? feed.title) || url
  const answers = { publisher, suggest, mend, newVersions }
  const { id } = await tx.import.create({ data: { accountId, name, feedId: feed.id, ...answers } })
  await addPieces(
    tx,
    id,
    taken.map(({ url: address, facts }) => ({ name: address, url: address, facts })),
  )
  return isAll
}

/** By its address, and by its id in the feed unless other articles have the same. */
function keysOf({ url, id }: FeedItem, items: FeedItem[]): string[] {
  const isOwn = id !== undefined && items.filter((other) => other.id === id).length === 1
  return [`at ${addressKey(url) ?? url}`, ...(isOwn ? [`id ${id}`] : [])]
}

async function forgetOldest(tx: Db, feedId: number): Promise<void> {
  const oldest = await tx.feedEntry.findFirst({ where: { feedId }, orderBy: { id: 'desc' }, skip: mostRemembered })
  if (oldest) await tx.feedEntry.deleteMany({ where: { feedId, id: { lte: oldest.id } } })
}

type Learnt = {
  failures: number
  problem: string | null
  title?: string
  etag?: string | null
  lastModified?: string | null
}

async function settle(tx: Db, job: Job, id: number, data: Learnt): Promise<void> {
  const { isPaused } = await tx.watchedFeed.update({ where: { id }, data: { ...data, lookedAt: new Date() } })
  const wait = Math.min(pause.longest, pause.usual * 2 ** Math.min(data.failures, 10))
  await finishJob(tx, job, isPaused ? undefined : new Date(Date.now() + wait))
}

import createError from 'http-errors'
import type { Database, Db } from '../database/connect.ts'
import { type Fetched, type Fetching, NotFetched } from '../fetching/fetch.ts'
import { fetchPage } from '../fetching/polite.ts'
import { type By, writeEvent } from '../history/events.ts'
import { tellFormat } from '../intake/format.ts'
import { NotTaken } from '../intake/taken.ts'
import { readInThread } from '../intake/thread.ts'
import { anew, finishJob, type Job, JobFailed, mostAttempts, newJob, TryLater } from '../queue/jobs.ts'
import { askForDrawing } from './drawings.ts'
import { keep, type Kept, writeOriginal } from './keep.ts'
import { NotKept, type Store } from './store.ts'

/* What evidence links to, kept as it is now: docs/decisions/originals.md. */

/** Has what these addresses lead to kept in the background, once. */
export async function askForSnapshots(tx: Db, addresses: string[]): Promise<void> {
  for (const url of [...new Set(addresses)].toSorted()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('snapshot ' || ${url}::text, 0))`
    if ((await tx.snapshot.count({ where: { url } })) > 0) continue
    const lane = `site ${URL.parse(url)?.host ?? url}`
    await tx.snapshot.create({ data: { url, job: { create: newJob('keep_link', lane) } } })
  }
}

/** Keeps it once more, as it is now, or tries again what failed; what was kept before stays. */
export function askAgain(db: Database, id: number, { by }: By): Promise<void> {
  return db.$transaction(async (tx) => {
    const snapshot = await tx.snapshot.findUnique({ where: { id } })
    if (!snapshot) throw createError(404, 'There is no such link here')
    const where = { id: snapshot.jobId, state: { not: 'running' as const } }
    await tx.job.updateMany({ where, data: anew() })
    await writeEvent(tx, 'link_asked_again', { by, after: { told: snapshot.url } })
  })
}

/** With `draws`, a page that is kept is drawn, too. */
type Means = { fetching: Fetching; store: Store | undefined; draws: boolean }

/**
 * Keeps what a link leads to: its bytes, the end of the job and the event are stored together. A page that shows hardly
 * anything to programs is kept as it is, and has failed nevertheless.
 */
export async function keepLink(db: Database, { fetching, store, draws }: Means, job: Job): Promise<void> {
  const { id, url } = await db.snapshot.findUniqueOrThrow({ where: { jobId: job.id } })
  const { fetched, kept } = await fetchAndKeep(url, fetching, store).catch(async (error: unknown) => {
    const problem = asJobsEnd(error)
    const isLast = problem instanceof JobFailed || job.attempts >= mostAttempts
    if (problem && isLast) await tellFailure(db, url, problem.message)
    throw problem ?? error
  })
  const lack = await whatLacks(url, fetched)
  await db.$transaction(async (tx) => {
    const original = await writeOriginal(tx, { snapshotId: id }, kept)
    if (draws && original !== undefined && kept.row.mediaType?.includes('html')) await askForDrawing(tx, original)
    await finishJob(tx, job)
    if (lack === undefined) {
      return writeEvent(tx, 'link_kept', { by: null, after: { told: url } })
    }
    await tx.job.update({ where: { id: job.id }, data: { state: 'failed', problem: lack }, select: { id: true } })
    await writeEvent(tx, 'link_not_kept', { by: null, after: { told: `${url}: ${lack}` } })
  })
}

async function fetchAndKeep(
  url: string,
  fetching: Fetching,
  store: Store | undefined,
): Promise<{ fetched: Fetched; kept: Kept }> {
  const fetched = await fetchPage(url, fetching)
  const name = new URL(fetched.url).pathname.split('/').findLast((part) => part !== '') ?? ''
  return { fetched, kept: await keep(store, { name, bytes: fetched.bytes, exchange: fetched.exchange }) }
}

function asJobsEnd(error: unknown): JobFailed | TryLater | undefined {
  if (error instanceof NotKept) return new TryLater(error.message)
  if (!(error instanceof NotFetched)) return undefined
  return error.isPassing
    ? new TryLater(error.message.replace(/\. Try again [^.]*$/, ''))
    : new JobFailed(advised(error.message))
}

async function tellFailure(db: Database, url: string, problem: string): Promise<void> {
  await db.$transaction((tx) => writeEvent(tx, 'link_not_kept', { by: null, after: { told: `${url}: ${problem}` } }))
}

/** Why an answer is not what a reader sees; undefined if it is. */
async function whatLacks(asked: string, { url, bytes, mediaType }: Fetched): Promise<string | undefined> {
  const login = /\b(?:log-?in|sign-?in|signon|sso|auth(?:enticate)?|account\/login)\b/i
  if (!login.test(new URL(asked).pathname) && login.test(new URL(url).pathname)) {
    return `The site asks for a login first. ${advice}`
  }
  const given = { bytes, name: new URL(url).pathname, url, ...(mediaType !== undefined && { mediaType }) }
  try {
    if (tellFormat(given) !== 'page') return undefined
    const { remarks } = await readInThread('page', given)
    if (!remarks.some((remark) => remark.includes('subscribers'))) return undefined
    return `The page shows only a part of itself without a subscription (paywall). ${advice}`
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    if (/scripts/.test(error.message)) {
      return `There is hardly anything in the page: scripts would have to load it. ${advice}`
    }
    return /^The page (?:asks|says|only leads)/.test(error.message) ? advised(error.message) : undefined
  }
}

const advice = 'Open it in your browser, save it as a file and import that'

/** Nobody pastes an article to keep evidence. */
function advised(sentence: string): string {
  return sentence.replace('Open it in your browser, copy the article and paste it', advice)
}

export type SnapshotShown = Awaited<ReturnType<typeof findSnapshots>>[string]

/** What became of links, by their addresses. */
export async function findSnapshots(db: Db, addresses: string[]) {
  const rows = await db.snapshot.findMany({
    where: { url: { in: [...new Set(addresses)] } },
    select: {
      id: true,
      url: true,
      job: { select: { state: true, problem: true, dueAt: true, finishedAt: true } },
      originals: { orderBy: { id: 'desc' }, select: { id: true, keptAt: true } },
    },
  })
  return Object.fromEntries(
    rows.map(({ id, url, job: { state, problem, ...times }, originals }) => [
      url,
      { id, state, problem, ...times, originals },
    ]),
  )
}

import createError from 'http-errors'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

const shownItem = {
  id: true,
  name: true,
  url: true,
  outcome: true,
  remarks: true,
  document: { select: { id: true, title: true, language: true } },
  job: { select: { state: true, problem: true, dueAt: true, attempts: true } },
} satisfies Prisma.ImportItemSelect
type Row = Prisma.ImportItemGetPayload<{ select: typeof shownItem }>

/** What is to be looked at first stands first. */
const order = ['failed', 'running', 'again', 'waiting', 'listed', 'known', 'version', 'stored'] as const
type State = (typeof order)[number]

/** An import with the state of each document, and how far it is. */
export async function findImport(db: Db, id: number) {
  const found = await db.import.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      createdAt: true,
      account: { select: { name: true } },
      items: { select: shownItem, orderBy: { id: 'asc' } },
    },
  })
  if (!found) throw createError(404, 'There is no such import. Imports are listed for 30 days')
  const { items: rows, account, ...about } = found
  const items = rows.map(present).toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return { ...about, by: account.name, items, progress: countStates(items) }
}

/** The latest imports that somebody began. */
export async function listImports(db: Db) {
  const rows = await db.import.findMany({
    where: { feedId: null },
    orderBy: { id: 'desc' },
    take: 30,
    select: { id: true, name: true, createdAt: true, account: { select: { name: true } } },
  })
  const counts = await countDone(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ account, ...row }) => ({ ...row, by: account.name, ...counts(row.id) }))
}

/** Every watched feed, with the results of its latest imports. */
export async function listFeeds(db: Db) {
  const rows = await db.watchedFeed.findMany({
    orderBy: { id: 'desc' },
    select: {
      id: true,
      url: true,
      title: true,
      isPaused: true,
      lookedAt: true,
      problem: true,
      account: { select: { name: true } },
      job: { select: { state: true, dueAt: true, problem: true } },
      imports: { orderBy: { id: 'desc' }, take: 3, select: { id: true, createdAt: true } },
    },
  })
  const counts = await countDone(
    db,
    rows.flatMap(({ imports }) => imports.map(({ id }) => id)),
  )
  return rows.map(({ account, job, imports, problem, ...row }) => ({
    ...row,
    by: account.name,
    problem: problem ?? job.problem,
    next: job.state === 'waiting' ? job.dueAt : null,
    imports: imports.map((one) => ({ ...one, ...counts(one.id) })),
  }))
}

async function countDone(db: Db, ids: number[]) {
  const counts = await db.$queryRaw<{ importId: number; total: number; done: number; failed: number }[]>`
    SELECT i."importId", count(*)::int AS total, count(*) FILTER (WHERE j."state" = 'done')::int AS done,
      count(*) FILTER (WHERE j."state" = 'failed')::int AS failed
    FROM "ImportItem" i JOIN "Job" j ON j."id" = i."jobId"
    WHERE i."importId" = ANY(${ids}) GROUP BY 1`
  return (id: number) => {
    const { total = 0, done = 0, failed = 0 } = counts.find(({ importId }) => importId === id) ?? {}
    return { total, done, failed, waiting: total - done - failed }
  }
}

function present({ job, outcome, ...item }: Row) {
  const state = stateOf(job, outcome)
  return {
    ...item,
    state,
    /** It failed because a document has its address. */
    isKnownAddress: state === 'failed' && item.document !== null,
    problem: state === 'failed' || state === 'again' ? job.problem : null,
    next: state === 'again' ? job.dueAt : null,
  }
}

function stateOf({ state, problem }: Row['job'], outcome: Row['outcome']): State {
  if (outcome !== null) return outcome
  if (state === 'running' || state === 'failed') return state
  return problem === null ? 'waiting' : 'again'
}

function countStates(items: { state: State }[]) {
  const count = (...states: State[]) => items.filter(({ state }) => states.includes(state)).length
  return {
    total: items.length,
    stored: count('stored'),
    versions: count('version'),
    known: count('known'),
    failed: count('failed'),
    waiting: count('waiting', 'running', 'again'),
    settled: items.length - count('waiting', 'running', 'again'),
  }
}

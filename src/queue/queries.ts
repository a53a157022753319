import createError from 'http-errors'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

const shown = {
  id: true,
  kind: true,
  state: true,
  attempts: true,
  problem: true,
  dueAt: true,
  finishedAt: true,
  item: { select: { name: true, importId: true } },
  feed: { select: { url: true } },
} satisfies Prisma.JobSelect
type Row = Prisma.JobGetPayload<{ select: typeof shown }>

const most = 50

/** What runs, has failed and waits, with how many there are of each. */
export async function findQueue(db: Db) {
  const counted = await db.job.groupBy({ by: ['state'], _count: { _all: true } })
  const count = (state: string) => counted.find((one) => one.state === state)?._count._all ?? 0
  const list = async (state: 'running' | 'failed' | 'waiting', orderBy: Prisma.JobOrderByWithRelationInput) =>
    (await db.job.findMany({ where: { state }, orderBy, take: most, select: shown })).map(present)
  return {
    counts: { running: count('running'), failed: count('failed'), waiting: count('waiting'), done: count('done') },
    running: await list('running', { id: 'asc' }),
    failed: await list('failed', { finishedAt: 'desc' }),
    waiting: await list('waiting', { dueAt: 'asc' }),
  }
}

function present({ item, feed, ...job }: Row) {
  const about = item
    ? { what: item.name, path: `/imports/${item.importId}` }
    : { what: feed?.url ?? '', path: '/watched-feeds' }
  return { ...job, ...about }
}

/** Begins a failed job anew. Throws 404 if there is no such failed job. */
export async function retryJob(db: Db, id: number): Promise<void> {
  const { count } = await db.job.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'waiting', attempts: 0, problem: null, dueAt: new Date(), finishedAt: null },
  })
  if (count === 0) throw createError(404, 'There is no such failed job')
}

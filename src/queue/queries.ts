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
  snapshot: { select: { url: true } },
} satisfies Prisma.JobSelect
type Row = Prisma.JobGetPayload<{ select: typeof shown }>

const most = 50

/** What runs, has failed and waits, with how many there are of each, and how many were done in the last 30 days. */
export async function findQueue(db: Db) {
  const counted = await db.job.groupBy({ by: ['state'], _count: { _all: true } })
  const recently = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000)
  const done = await db.job.count({ where: { state: 'done', finishedAt: { gte: recently } } })
  const count = (state: string) => counted.find((one) => one.state === state)?._count._all ?? 0
  const list = async (state: 'running' | 'failed' | 'waiting', orderBy: Prisma.JobOrderByWithRelationInput) =>
    (await db.job.findMany({ where: { state }, orderBy, take: most, select: shown })).map(present)
  return {
    counts: { running: count('running'), failed: count('failed'), waiting: count('waiting'), done },
    running: await list('running', { id: 'asc' }),
    failed: await list('failed', { finishedAt: 'desc' }),
    waiting: await list('waiting', { dueAt: 'asc' }),
  }
}

function present({ item, feed, snapshot, ...job }: Row) {
  if (snapshot) return { ...job, what: snapshot.url, path: snapshot.url }
  const about = item
    ? { what: item.name, path: `/imports/${item.importId}` }
    : job.kind === 'fetch_again'
      ? { what: 'documents with an address', path: '/documents' }
      : { what: feed?.url ?? '', path: '/watched-feeds' }
  return { ...job, ...about }
}

import type { Db } from '../database/connect.ts'
import { readable } from '../visible/readable.ts'
import { claimPath, documentPath, sourcePath, statementPath, topicPath } from '../words/addresses.ts'
import type { SitemapEntry } from './sitemap.ts'

/** Search engines are readers. */
const reader = null

/**
 * A part covers a fixed range of ids, so the database finds it by id however many things there are, and its address
 * always means the same things. The protocol allows five times as many.
 */
export const partSize = 10_000

type Numbers = { gt: number; lte: number }
type Room = { newest(db: Db): Promise<{ id: number } | null>; list(db: Db, id: Numbers): Promise<SitemapEntry[]> }

const idOf = { id: true } as const
const newestFirst = { id: 'desc' } as const
const inOrder = { id: 'asc' } as const
const lastCorrection = { orderBy: newestFirst, take: 1, select: { createdAt: true } } as const
const lastVerdict = {
  where: readable.verdicts(reader),
  orderBy: newestFirst,
  take: 1,
  select: { publishedAt: true },
} as const

const rooms: Record<string, Room> = {
  claims: {
    newest: (db) => db.claim.findFirst({ where: readable.claims(reader), orderBy: newestFirst, select: idOf }),
    async list(db, id) {
      const claims = await db.claim.findMany({
        where: { id, AND: readable.claims(reader) },
        orderBy: inOrder,
        relationLoadStrategy: 'join',
        select: { id: true, sentence: true, publishedAt: true, verdicts: lastVerdict, corrections: lastCorrection },
      })
      return claims.map((claim) => ({ path: claimPath(claim), changedAt: lastChange(claim) }))
    },
  },
  statements: {
    newest: (db) => db.statement.findFirst({ where: readable.statements(reader), orderBy: newestFirst, select: idOf }),
    async list(db, id) {
      const statements = await db.statement.findMany({
        where: { id, AND: readable.statements(reader) },
        orderBy: inOrder,
        relationLoadStrategy: 'join',
        select: { id: true, words: true, publishedAt: true, verdicts: lastVerdict, corrections: lastCorrection },
      })
      return statements.map((statement) => ({ path: statementPath(statement), changedAt: lastChange(statement) }))
    },
  },
  documents: {
    newest: (db) => db.document.findFirst({ where: readable.documents(reader), orderBy: newestFirst, select: idOf }),
    async list(db, id) {
      const documents = await db.document.findMany({
        where: { id, AND: readable.documents(reader) },
        orderBy: inOrder,
        relationLoadStrategy: 'join',
        select: { id: true, title: true, publishedAt: true, corrections: lastCorrection },
      })
      return documents.map((document) => ({ path: documentPath(document), changedAt: lastChange(document) }))
    },
  },
  sources: {
    newest: (db) => db.source.findFirst({ where: readable.sources(reader), orderBy: newestFirst, select: idOf }),
    async list(db, id) {
      const where = { id, AND: readable.sources(reader) }
      const sources = await db.source.findMany({ where, orderBy: inOrder, select: { id: true, name: true } })
      return sources.map((source) => ({ path: sourcePath(source) }))
    },
  },
  topics: {
    newest: (db) => db.topic.findFirst({ where: readable.topics(reader), orderBy: newestFirst, select: idOf }),
    async list(db, id) {
      const where = { id, AND: readable.topics(reader) }
      const topics = await db.topic.findMany({ where, orderBy: inOrder, select: { id: true, name: true } })
      return topics.map((topic) => ({ path: topicPath(topic) }))
    },
  },
}

const pages = ['/', '/about/method', '/claims', '/statements', '/documents', '/sources', '/topics']

/** The addresses of all parts. */
export async function listParts(db: Db): Promise<SitemapEntry[]> {
  const ofRooms = await Promise.all(
    Object.entries(rooms).map(async ([name, room]) => {
      const newest = await room.newest(db)
      const count = Math.ceil((newest?.id ?? 0) / partSize)
      return Array.from({ length: count }, (_, i) => ({ path: `/sitemaps/${name}/${i + 1}.xml` }))
    }),
  )
  return [{ path: '/sitemaps/pages/1.xml' }, ...ofRooms.flat()]
}

/** The pages of one part; undefined if there is no such part. */
export async function findOptionalPart(db: Db, name: string, number: number): Promise<SitemapEntry[] | undefined> {
  if (name === 'pages') return number === 1 ? pages.map((path) => ({ path })) : undefined
  const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined
  const newest = await room?.newest(db)
  if (!room || !newest || (number - 1) * partSize >= newest.id) return undefined
  return room.list(db, { gt: (number - 1) * partSize, lte: number * partSize })
}

type Dated = {
  publishedAt: Date | null
  verdicts?: { publishedAt: Date | null }[]
  corrections: { createdAt: Date }[]
}

function lastChange({ publishedAt, verdicts = [], corrections }: Dated): Date | undefined {
  const times = [publishedAt, ...verdicts.map((verdict) => verdict.publishedAt), ...corrections.map((c) => c.createdAt)]
  return times.filter((time) => time !== null).sort((a, b) => b.getTime() - a.getTime())[0]
}

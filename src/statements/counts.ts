import type { Db } from '../database/connect.ts'
import { shareOut } from '../pictures/shares.ts'
import type { Viewer } from '../policy.ts'
import { claimPath } from '../web/addresses.ts'
import {
  claimsAbout,
  claimsOf,
  countGroups,
  countRatings,
  countTopics,
  type Found,
  type Group,
  mostCounted,
  saidAbout,
  spokenBy,
} from './counted.ts'
import { nameSources } from './trail.ts'

const mostListed = 10

/** What a source is quoted as saying and passed on: through whom, how directly, and what was found of it. */
export async function countSource(db: Db, viewer: Viewer, sourceId: number) {
  const counted = spokenBy(viewer, sourceId)
  const [groups, claims, topics, ratings] = await Promise.all([
    countGroups(db, viewer, counted),
    countRatings(db, viewer, claimsOf(viewer, counted)),
    countTopics(db, viewer, counted, mostListed),
    listAllRatings(db),
  ])
  const said = groups.filter(({ position }) => position === 0)
  const passedOn = groups.filter(({ position }) => position > 0)
  return {
    most: sum(groups) >= mostCounted ? mostCounted : null,
    ...summarise(said, ratings),
    passedOn: { count: sum(passedOn), through: await listThrough(db, passedOn) },
    through: await listThrough(db, said),
    claims: await presentClaims(db, claims, ratings),
    topics,
  }
}

/** What is said about a topic: by whom, in which papers, how directly, and what was found of it. */
export async function countTopic(db: Db, viewer: Viewer, topicId: number) {
  const [groups, claims, ratings] = await Promise.all([
    countGroups(db, viewer, saidAbout(viewer, topicId)),
    countRatings(db, viewer, claimsAbout(viewer, topicId)),
    listAllRatings(db),
  ])
  const speakers = [...Map.groupBy(groups, ({ speaker }) => speaker)].toSorted(([, a], [, b]) => sum(b) - sum(a))
  const named = speakers.flatMap(([id, of]) => (id === null ? [] : [{ id, of }])).slice(0, mostListed)
  const names = await nameSources(
    db,
    named.map(({ id }) => id),
  )
  return {
    most: sum(groups) >= mostCounted ? mostCounted : null,
    ...summarise(groups, ratings),
    through: await listThrough(db, groups),
    claims: await presentClaims(db, claims, ratings),
    speakers: named.flatMap(({ id, of }) => {
      const source = names.get(id)
      return source ? [{ ...source, ...summarise(of, ratings) }] : []
    }),
  }
}

function listAllRatings(db: Db) {
  return db.rating.findMany({
    orderBy: [{ axis: 'asc' }, { position: 'asc' }],
    select: { id: true, slug: true, label: true, tone: true },
  })
}

type Ratings = Awaited<ReturnType<typeof listAllRatings>>

/** Said directly: to whoever published it, or in print by themselves. */
function summarise(groups: Group[], ratings: Ratings) {
  const count = sum(groups)
  const found = countBy(groups, ratings)
  return {
    count,
    directly: sum(groups.filter(({ distance }) => distance !== null && distance <= 1)),
    relayed: sum(groups.filter(({ distance }) => distance !== null && distance > 1)),
    inCircle: sum(groups.filter(({ distance }) => distance === null)),
    attribution: shareOut(count, found),
    /** Found to be other than what they said: the ratings that a scale has for it, by their lasting names. */
    misquoted: sum(found.filter(({ slug }) => misquoting.has(slug))),
  }
}

const misquoting = new Set(['misquoted', 'out-of-context', 'misattributed', 'fabricated'])

async function presentClaims(db: Db, found: Found[], ratings: Ratings) {
  const checked = found.filter(({ ratingId }) => ratingId !== null)
  const newest = await db.claim.findMany({
    where: { id: { in: checked.flatMap(({ newest }) => newest) } },
    orderBy: { id: 'desc' },
    take: mostListed,
    select: { id: true, sentence: true },
  })
  const byId = new Map(ratings.map((rating) => [rating.id, rating]))
  return {
    accuracy: shareOut(sum(found), countBy(found, ratings)),
    checked: newest.flatMap((claim) => {
      const rating = byId.get(checked.find(({ newest }) => newest.includes(claim.id))?.ratingId ?? 0)
      return rating ? [{ ...claim, path: claimPath(claim), rating }] : []
    }),
  }
}

function countBy(rows: { ratingId: number | null; count: number }[], ratings: Ratings) {
  const byRating = Map.groupBy(rows, ({ ratingId }) => ratingId)
  return ratings.flatMap(({ id, ...rating }) => {
    const count = sum(byRating.get(id) ?? [])
    return count > 0 ? [{ ...rating, count }] : []
  })
}

/** Who passed it on or published it, the most frequent first, and how often that is nobody by name. */
async function listThrough(db: Db, groups: Group[]) {
  const byWhom = [...Map.groupBy(groups, ({ via }) => via)].map(([id, of]) => ({ id, count: sum(of) }))
  const named = byWhom.filter(({ id }) => id !== null).toSorted((a, b) => b.count - a.count)
  const shown = named.slice(0, mostListed)
  const names = await nameSources(
    db,
    shown.flatMap(({ id }) => id ?? []),
  )
  return {
    sources: shown.flatMap(({ id, count }) => {
      const source = names.get(id ?? 0)
      return source ? [{ ...source, count }] : []
    }),
    more: named.length - shown.length,
    unnamed: byWhom.find(({ id }) => id === null)?.count ?? 0,
  }
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

import type { Db } from '../database/connect.ts'
import { shareOut } from '../findings/shares.ts'
import type { Viewer } from '../policy.ts'
import { isFoundFalse } from '../findings/standing.ts'
import { claimPath, sourcePath } from '../words/addresses.ts'
import {
  countOfSource,
  countOfTopic,
  type Found,
  type FoundOf,
  type Group,
  listFoundOfSource,
  listFoundOfTopic,
  mostCounted,
  mostListed,
  type Rating,
  type SpokenGroup,
} from './counted.ts'

/** What a source is quoted as saying and passed on: through whom, how directly, and the verdicts. */
export async function countSource(db: Db, viewer: Viewer, sourceId: number) {
  const [{ groups, found, topics, ratings }, claims] = await Promise.all([
    countOfSource(db, viewer, sourceId),
    listFoundOfSource(db, viewer, sourceId),
  ])
  const said = groups.filter(({ position }) => position === 0)
  const passedOn = groups.filter(({ position }) => position > 0)
  return {
    most: sum(groups) >= mostCounted ? mostCounted : null,
    ...summarise(said, ratings, countFalse(claims)),
    passedOn: { count: sum(passedOn), through: listThrough(passedOn) },
    through: listThrough(said),
    claims: presentClaims(found, ratings),
    topics,
  }
}

/** What is said about a topic: by whom, in which publications, how directly, and the verdicts. */
export async function countTopic(db: Db, viewer: Viewer, topicId: number) {
  const [{ groups, found, ratings }, claims] = await Promise.all([
    countOfTopic(db, viewer, topicId),
    listFoundOfTopic(db, viewer, topicId),
  ])
  return {
    most: sum(groups) >= mostCounted ? mostCounted : null,
    ...summarise(groups, ratings, countFalse(claims)),
    through: listThrough(groups),
    claims: presentClaims(found, ratings),
    speakers: listNamed(groups, bySpeaker)
      .slice(0, mostListed)
      .map(({ source, of }) => {
        const own = claims.filter(({ speaker }) => speaker === source.id)
        return { ...source, ...summarise(of, ratings, countFalse(own)) }
      }),
  }
}

const bySpeaker = ({ speaker, speakerName }: SpokenGroup) => ({ id: speaker, name: speakerName })

/** Said directly: to the publisher, or in their own publication. */
function summarise(groups: Group[], ratings: Rating[], falseBy = new Map<number, number>()) {
  const count = sum(groups)
  const found = countBy(groups, ratings, falseBy)
  return {
    count,
    directly: sum(groups.filter(({ distance }) => distance !== null && distance <= 1)),
    relayed: sum(groups.filter(({ distance }) => distance !== null && distance > 1)),
    inCircle: sum(groups.filter(({ distance }) => distance === null)),
    attribution: shareOut(count, found),
    /** Misquoted: the ratings that a scale has for that, by their permanent names. */
    misquoted: sum(found.filter(({ slug }) => misquoting.has(slug))),
  }
}

const misquoting = new Set(['misquoted', 'out-of-context', 'misattributed', 'fabricated'])

function presentClaims(found: Found[], ratings: Rating[]) {
  const byId = new Map(ratings.map(({ id, ...rating }) => [id, rating]))
  const checked = found.flatMap(({ ratingId, newest }) => {
    const rating = byId.get(ratingId ?? 0)
    return rating ? (newest ?? []).map((claim) => ({ ...claim, path: claimPath(claim), rating })) : []
  })
  return {
    accuracy: shareOut(sum(found), countBy(found, ratings)),
    checked: checked.toSorted((a, b) => b.id - a.id).slice(0, mostListed),
  }
}

function countBy(
  rows: { ratingId: number | null; count: number }[],
  ratings: Rating[],
  falseBy = new Map<number, number>(),
) {
  const byRating = Map.groupBy(rows, ({ ratingId }) => ratingId)
  return ratings.flatMap(({ id, ...rating }) => {
    const count = sum(byRating.get(id) ?? [])
    return count > 0 ? [{ ...rating, count, wrong: Math.min(count, falseBy.get(id) ?? 0) }] : []
  })
}

/** By the verdict on whether they were said: statements whose words were found false. */
function countFalse(found: FoundOf[]): Map<number, number> {
  const byRating = Map.groupBy(found.filter(isFoundFalse), ({ ratingId }) => ratingId)
  return new Map([...byRating].map(([id, of]) => [id, new Set(of.map(({ statementId }) => statementId)).size]))
}

/** Who passed it on or published it, the most frequent first, and how often that is somebody without a name. */
function listThrough(groups: Group[]) {
  const named = listNamed(groups, ({ via, viaName }) => ({ id: via, name: viaName }))
  return {
    sources: named.slice(0, mostListed).map(({ source, of }) => ({ ...source, count: sum(of) })),
    more: Math.max(0, named.length - mostListed),
    unnamed: sum(groups.filter(({ via }) => via === null)),
  }
}

/** The names at one position of the chain, the most frequent first, with their statements. */
function listNamed<G extends Group>(groups: G[], inPlace: (group: G) => { id: number | null; name: string | null }) {
  const byId = [...Map.groupBy(groups, (group) => inPlace(group).id)]
  const named = byId.flatMap(([id, of]) => {
    const name = of[0] && inPlace(of[0]).name
    return id === null || !name ? [] : [{ source: { id, name, path: sourcePath({ id, name }) }, of }]
  })
  return named.toSorted((a, b) => sum(b.of) - sum(a.of) || a.source.id - b.source.id)
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

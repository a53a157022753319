import type { Prisma } from '../database/client/client.ts'
import type { ClaimStance } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { findTrails, nameSources, type Trail } from '../statements/trail.ts'
import { formatCount } from '../words/dates.ts'

type Facts = Prisma.ClaimFactsGetPayload<object>
type Report = { id: number; stance: ClaimStance; dated: { on: Date } | null }

export function factsFor(viewer: Viewer) {
  return { where: readable.facts(viewer) } satisfies Prisma.Claim$factsArgs
}

/** How many reports a claim has, and how many origins; there is no row if nothing is linked. */
export function countOrigins([facts]: Facts[]) {
  const { reports = 0, origins = 0, namedOrigins = 0, unnamedRoots = 0, circularReports = 0 } = facts ?? {}
  const isCircular = (facts?.circularSourceIds.length ?? 0) > 0
  return {
    reports,
    origins,
    namedOrigins,
    unnamedRoots,
    circularReports,
    isCircular,
    line: `${formatCount(reports, 'report')}, ${formatCount(origins, 'origin')}`,
  }
}

/** The same, with the reports grouped by their origin; the earliest report and its group come first. */
export async function findOrigins<T extends Report>(db: Db, viewer: Viewer, facts: Facts[], statements: T[]) {
  const reports = statements.filter(({ stance }) => stance === 'asserts').toSorted(earliestFirst)
  const trails = await findTrails(
    db,
    viewer,
    reports.map(({ id }) => id),
  )
  const inCircle = new Set(facts[0]?.circularSourceIds)
  const names = await nameSources(db, [...inCircle])
  const circle = [...inCircle].flatMap((id) => names.get(id) ?? [])

  const byOrigin = Map.groupBy(reports, ({ id }) => keyOf(trails.get(id), inCircle))
  const groups = [...byOrigin].map(([key, statements]) => {
    const found = statements.flatMap(({ id }) => trails.get(id) ?? [])
    const [trail] = found
    const unnamed = found.filter(({ root }) => root === 'described' || root === 'unstated').length
    return { key, origin: key === 'circle' ? null : (trail?.origin ?? null), unnamed, statements }
  })
  const counted = groups.filter(({ key }) => key !== null)
  const counts = countOrigins(facts)
  const [only] = counted
  return {
    ...counts,
    /** The warning where several reports have a single origin; a circle has a warning of its own. */
    singleOrigin:
      counts.reports > 1 && counts.origins === 1 && only?.origin
        ? `${counts.reports === 2 ? 'Both' : `All ${counts.reports}`} reports go back to a single origin: ${only.origin.name}.`
        : null,
    circle,
    groups: counted,
    /** Reports that no longer count, because their documents were withdrawn. */
    uncounted: groups.find(({ key }) => key === null)?.statements ?? [],
  }
}

/** Reports without a date are not treated as early. */
export function earliestFirst(a: Report, b: Report): number {
  const [at, other] = [a, b].map(({ dated }) => dated?.on.getTime() ?? Infinity) as [number, number]
  return at === other ? a.id - b.id : at - other
}

function keyOf(trail: Trail | undefined, inCircle: Set<number>): string | null {
  if (!trail) return null
  const leadsInCircle = trail.root === 'circular' || (trail.origin !== null && inCircle.has(trail.origin.id))
  return leadsInCircle ? 'circle' : trail.originKey
}

import type { Db } from '../database/connect.ts'
import { oneOf } from '../history/actions.ts'
import type { Seen } from './seen-values.ts'

/** A step as a statement's history keeps it. */
type KeptStep = { id?: unknown; naming?: unknown; source?: unknown; sourceId?: unknown; bodyShown?: unknown }
type Present = {
  id: number
  naming: string
  bodyShown: boolean
  sourceId: number | null
  source: { name: string } | null
}
export type Hide = (seen: Seen) => Seen

/**
 * For each statement, a function that removes hidden names from its corrections. Corrections never change, but must not
 * go on naming a source whom the desk has since promised not to name. The names are worked out from the statement's own
 * history, so this works for any number of corrections, and also where a step was replaced.
 */
export async function listUnnamedSince(db: Db, statementIds: number[]): Promise<Map<number, Hide>> {
  const statements = await db.statement.findMany({
    where: { id: { in: statementIds } },
    select: {
      id: true,
      hops: {
        select: { id: true, naming: true, bodyShown: true, sourceId: true, source: { select: { name: true } } },
      },
    },
  })
  const unnamed = statements.filter(({ hops }) => hops.some(({ naming }) => naming === 'described'))
  const edits = await db.event.findMany({
    where: { statementId: { in: unnamed.map(({ id }) => id) }, action: oneOf('statement_edited') },
    select: { statementId: true, before: true, after: true },
  })
  const editsOf = Map.groupBy(edits, ({ statementId }) => statementId)
  return new Map(
    unnamed.map(({ id, hops }) => {
      const chains = (editsOf.get(id) ?? []).flatMap(({ before, after }) => [stepsOf(before), stepsOf(after)])
      return [id, hideAll(new Set(chains.flatMap((chain) => namesToHide(chain, hops))))]
    }),
  )
}

function stepsOf(values: unknown): KeptStep[] {
  const { hops } = (values ?? {}) as { hops?: unknown }
  return Array.isArray(hops) ? (hops as KeptStep[]) : []
}

/** Names in an earlier chain that belong to a step which no longer names anybody. */
function namesToHide(chain: KeptStep[], present: Present[]): string[] {
  const described = present.filter(({ naming }) => naming === 'described')
  const told = present.filter(({ naming, bodyShown }) => naming === 'named' || bodyShown)
  const isWrittenAnew = described.some((hop) => !chain.some(({ id }) => id === hop.id))
  return chain.flatMap(({ id, naming, source, sourceId, bodyShown }) => {
    const wasTold = naming === 'named' || bodyShown === true
    if (!wasTold || typeof source !== 'string' || source === '') return []
    if (told.some((hop) => hop.id === id || hop.sourceId === sourceId || hop.source?.name === source)) return []
    const isDescribed = described.some((hop) => hop.id === id || (hop.sourceId !== null && hop.sourceId === sourceId))
    const isGone = !present.some((hop) => hop.id === id)
    return isDescribed || (isGone && isWrittenAnew) ? [source] : []
  })
}

function hideAll(names: Set<string>): Hide {
  if (names.size === 0) return (seen) => seen
  // The longest first: a name may be the beginning of another.
  const any = [...names]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const stands = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const { way, bodies } = { way: 'somebody who was named here then', bodies: 'a body that was told here then' }
  return (seen) => ({
    ...seen,
    ...(seen['way'] !== undefined && { way: seen['way'].replace(stands, way) }),
    ...(seen['bodies'] !== undefined && { bodies: seen['bodies'].replace(stands, bodies) }),
  })
}

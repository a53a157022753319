import type { Prisma, WeakestReason } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { sourcePath } from '../words/addresses.ts'

/** With their names: the origin, and the sources of a circle. */
type Facts = Omit<Prisma.StatementFactsGetPayload<object>, 'forReaders'> & { named: { id: number; name: string }[] }
type Named = { id: number; name: string; path: string }
type StepToTell = { id: number; number: number; who: string; rating: { label: string } }

/** A statement's trail, as computed by the database. */
export type Trail = Awaited<ReturnType<typeof findTrails>> extends Map<number, infer T> ? T : never

/** The trails of statements, as far as this viewer may see them; a withdrawn or hidden statement has none. */
export async function findTrails(db: Db, viewer: Viewer, statementIds: number[]) {
  if (statementIds.length === 0) return new Map<number, ReturnType<typeof presentTrail>>()
  const { forReaders } = readable.facts(viewer)
  const rows = await db.$queryRaw<Facts[]>`
    SELECT f."statementId", f."distance", f."rootKind"::text, f."originSourceId", f."originKey", f."circle", f."way",
      f."weakestHopId", f."weakestReason"::text,
      ARRAY(
        SELECT jsonb_build_object('id', s."id", 'name', s."name") FROM "Source" s
        WHERE s."id" = f."originSourceId" OR cardinality(f."circle") > 0 AND s."id" = ANY (f."way")) AS "named"
    FROM "StatementFacts" f WHERE f."statementId" = ANY (${statementIds}) AND f."forReaders" = ${forReaders}`
  return new Map(rows.map((facts) => [facts.statementId, presentTrail(facts)]))
}

/** A statement's trail with the words for a page. */
export function tellTrail(trail: Trail | undefined, statement: { steps: StepToTell[]; publisher: { path: string } }) {
  return trail ? { ...trail, says: tell(trail, statement) } : null
}

/** The sources with these ids, as links name them. */
export async function nameSources(db: Db, ids: number[]): Promise<Map<number, Named>> {
  if (ids.length === 0) return new Map()
  const sources = await db.source.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(sources.map((source) => [source.id, { ...source, path: sourcePath(source) }]))
}

function presentTrail(facts: Facts) {
  const { distance, rootKind, originSourceId, originKey, circle, way, weakestHopId, weakestReason } = facts
  const names = new Map(facts.named.map((source) => [source.id, { ...source, path: sourcePath(source) }]))
  return {
    distance,
    root: rootKind,
    originKey,
    /** The origin. */
    origin: (originSourceId !== null && names.get(originSourceId)) || null,
    circle: circle.length > 0 ? { statementIds: circle, sources: way.flatMap((id) => names.get(id) ?? []) } : null,
    weakest: weakestHopId !== null && weakestReason !== null ? { hopId: weakestHopId, reason: weakestReason } : null,
  }
}

/** The same in a reader's words; `warnings` are what a reader should know before believing it. */
function tell(trail: Trail, statement: { steps: StepToTell[]; publisher: { path: string } }) {
  const warnings = [tellCircle(trail), tellRoot(trail)].filter((sentence) => sentence !== null)
  return { distance: tellDistance(trail, statement.publisher), weakest: tellWeakest(trail, statement.steps), warnings }
}

const few = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

function tellDistance({ distance, root, origin }: Trail, publisher: { path: string }): string | null {
  if (distance === null) return null
  const isNamed = root === 'named' || root === 'own_voice'
  if (distance > 0) {
    const steps = `${few[distance] ?? distance} ${distance === 1 ? 'step' : 'steps'}`
    return `${steps} from ${isNamed && origin ? origin.name : 'the speaker'}.`
  }
  if (origin && origin.path !== publisher.path)
    return `In the document’s own voice; ${origin.name} printed these words first.`
  return 'No steps in between: the speaker published it.'
}

function tellRoot({ root, origin }: Trail): string | null {
  if (root !== 'described' && root !== 'unstated') return null
  const missing = root === 'described' ? 'described, but not named' : 'not stated'
  return `Who said it first is ${missing}.${origin ? ` It rests on the word of ${origin.name}.` : ''}`
}

function tellCircle({ circle }: Trail): string | null {
  return (
    circle && `The trail leads in a circle: ${tellWhoHasItFromWhom(circle.sources)}. Nobody is known who said it first.`
  )
}

/** "A has it from B, B from A". */
function tellWhoHasItFromWhom(sources: Named[]): string {
  const [first] = sources
  if (!first) return 'each report rests on another'
  if (sources.every(({ id }) => id === first.id)) return `${first.name} has it from itself`
  const links = sources.slice(1).map((giver, i) => ({ taker: sources[i] ?? giver, giver }))
  const between = links.filter(({ taker, giver }) => taker.id !== giver.id)
  return between.map(({ taker, giver }, i) => `${taker.name} ${i === 0 ? 'has it ' : ''}from ${giver.name}`).join(', ')
}

const unchecked: Partial<Record<WeakestReason, string>> = {
  unstated: 'not stated who, not checked',
  described: 'described and not named, not checked',
  named: 'named, not checked',
}

/** Of several: the only one is told by the statement's verdict. */
function tellWeakest({ weakest }: Trail, steps: StepToTell[]): string | null {
  const step = steps.length > 1 && weakest && steps.find(({ id }) => id === weakest.hopId)
  if (!step) return null
  if (weakest.reason === 'good') return 'Every step was checked and supported.'
  return `The weakest step: step ${step.number}, ${step.who}: ${unchecked[weakest.reason] ?? `found to be “${step.rating.label}”`}.`
}

import type * as Row from '../../src/database/client/client.ts'
import type { Db } from '../../src/database/connect.ts'

/*
 * A second implementation of the derived values, from docs/decisions/derived-values.md and the schema alone: slow,
 * plain and without SQL, so that the database is compared with something other than itself.
 */

type Rows = {
  documents: Row.Document[]
  versions: Row.Version[]
  texts: Row.StoredText[]
  copies: Row.DocumentCopy[]
  statements: Row.Statement[]
  steps: Row.Hop[]
  links: Row.StatementClaim[]
  claims: Row.Claim[]
  tags: Row.ClaimTopic[]
  verdicts: Row.Verdict[]
  ratings: Row.Rating[]
}

/** Every derived value expected from the plain rows, in the order of `storedFacts`. */
export async function expectedFacts(db: Db) {
  const rows: Rows = {
    documents: await db.document.findMany(),
    versions: await db.version.findMany(),
    texts: await db.storedText.findMany(),
    copies: await db.documentCopy.findMany({ where: { undoneAt: null } }),
    statements: await db.statement.findMany({ orderBy: { id: 'asc' } }),
    steps: await db.hop.findMany({ orderBy: { position: 'asc' } }),
    links: await db.statementClaim.findMany({ orderBy: { claimId: 'asc' } }),
    claims: await db.claim.findMany({ orderBy: { id: 'asc' } }),
    tags: await db.claimTopic.findMany(),
    verdicts: await db.verdict.findMany({ orderBy: { id: 'asc' } }),
    ratings: await db.rating.findMany(),
  }
  const desk = factsFrom(rows, false)
  const readers = factsFrom(rows, true)
  return {
    statements: [...desk.statements, ...readers.statements].sort(by('statementId', 'forReaders')),
    claims: [...desk.claims, ...readers.claims].sort(by('claimId', 'forReaders')),
    sources: [...desk.sources, ...readers.sources].sort(by('sourceId', 'forReaders', 'statementId')),
  }
}

/**
 * The facts for the desk or for readers: first everything that does not count is removed, so later code need not check.
 */
function factsFrom(all: Rows, forReaders: boolean) {
  const published = ['published', 'corrected']
  const stands = ({ state }: { state: string }) => (forReaders ? published.includes(state) : state !== 'withdrawn')
  const documents = all.documents.filter(stands)
  const versions = all.versions.filter(({ documentId }) => documents.some(({ id }) => id === documentId))
  const statements = all.statements.filter((s) => stands(s) && versions.some(({ id }) => id === s.versionId))
  const verdicts = all.verdicts.filter(stands)
  const claims = all.claims.filter(stands)

  const versionOf = (statement: Row.Statement) => found(versions.find(({ id }) => id === statement.versionId))
  const publisherOf = (statement: Row.Statement) =>
    found(documents.find(({ id }) => id === versionOf(statement).documentId)).publisherId
  const stepsOf = (statement: Row.Statement) => all.steps.filter(({ statementId }) => statementId === statement.id)
  const upstreamOf = ({ upstreamId }: Row.Hop) => statements.find(({ id }) => id === upstreamId)
  /** The lowest step with an upstream: there the way leaves the statement. */
  const exitOf = (statement: Row.Statement) => stepsOf(statement).find((step) => upstreamOf(step) !== undefined)
  const heldOn = (is: (verdict: Row.Verdict) => boolean) => verdicts.findLast(is)

  /** From statement to statement as far as it goes, and the repeated one if it is a circle. */
  function trailOf(statement: Row.Statement) {
    const trail: Row.Statement[] = []
    let at: Row.Statement | undefined = statement
    while (at && !trail.includes(at)) {
      trail.push(at)
      const exit = exitOf(at)
      at = exit && upstreamOf(exit)
    }
    return { trail, again: at }
  }

  /** The people on the way from the page inwards; null is somebody without a name. Only where it is no circle. */
  function metFrom(statement: Row.Statement): (number | null)[] {
    const exit = exitOf(statement)
    const upstream = exit && upstreamOf(exit)
    const inwards = stepsOf(statement).toReversed()
    if (!exit || !upstream) return [publisherOf(statement), ...inwards.map(nameOf)]
    const further = metFrom(upstream)
    const isSomebodyElse = nameOf(exit) !== null && !further.includes(nameOf(exit))
    const before = inwards.filter(({ position }) => position > exit.position).map(nameOf)
    return [publisherOf(statement), ...before, ...(isSomebodyElse ? [nameOf(exit)] : []), ...further]
  }

  /** Whether these documents print the same text, or are linked as nearly the same. */
  const areAlike = (one: number, other: number) =>
    all.copies.some(
      ({ earlierId, laterId }) => earlierId === Math.min(one, other) && laterId === Math.max(one, other),
    ) ||
    all.versions.some(
      (v) => v.documentId === one && all.versions.some((w) => w.documentId === other && w.textId === v.textId),
    )

  /** If several print these words, the first one. */
  function voiceOf(statement: Row.Statement): number {
    const own = found(all.versions.find(({ id }) => id === statement.versionId))
    const alike = new Set([own.documentId])
    for (const at of alike) for (const { id } of all.documents) if (areAlike(at, id)) alike.add(id)
    const hasWords = ({ textId }: Row.Version) =>
      textId === own.textId || isNearlyIn(statement.words, found(all.texts.find(({ id }) => id === textId)).content)
    const prints = (id: number) => id === own.documentId || all.versions.some((v) => v.documentId === id && hasWords(v))
    const printed = documents.filter(({ id }) => alike.has(id) && prints(id))
    const day = ({ publishedOn }: Row.Document) => publishedOn?.getTime() ?? Infinity
    return found(printed.sort((a, b) => (day(a) === day(b) ? a.id - b.id : day(a) - day(b)))[0]).publisherId
  }

  function wayOf(statement: Row.Statement) {
    const { trail, again } = trailOf(statement)
    if (again) {
      const loop = trail.slice(trail.indexOf(again))
      const first = loop.findIndex(({ id }) => id === Math.min(...loop.map(({ id }) => id)))
      const circle = [...loop.slice(first), ...loop.slice(0, first)]
      const start = found(circle[0])
      const root = { rootKind: 'circular', originSourceId: null, originKey: `c:${start.id}` }
      return { distance: null, ...root, way: [...circle, start].map(publisherOf), circle: circle.map(({ id }) => id) }
    }
    const end = found(trail.at(-1))
    const named = stepsOf(end).find((step) => nameOf(step) !== null)
    const originSourceId = named?.sourceId ?? voiceOf(end)
    const met = metFrom(statement)
    const apart = met.filter((who, i) => who === null || who !== met[i - 1])
    const root = { rootKind: stepsOf(end)[0]?.naming ?? 'own_voice', originSourceId, originKey: `s:${originSourceId}` }
    return { distance: apart.length - 1, ...root, way: apart.filter((who) => who !== null), circle: [] }
  }

  function weakestOf(statement: Row.Statement) {
    const ranks = ['bad', 'caution', 'unstated', 'described', 'named', 'good']
    const judged = stepsOf(statement).map((step) => {
      const held = heldOn(({ hopId }) => hopId === step.id)
      const tone = all.ratings.find(({ id }) => id === held?.ratingId)?.tone ?? 'open'
      return { weakestHopId: step.id, weakestReason: tone === 'open' ? step.naming : tone }
    })
    const rank = ({ weakestReason }: (typeof judged)[number]) => ranks.indexOf(weakestReason)
    const worst = judged.find((step) => judged.every((other) => rank(step) <= rank(other)))
    return worst ?? { weakestHopId: null, weakestReason: null }
  }

  const facts = statements.map((statement) => {
    return { statementId: statement.id, forReaders, ...wayOf(statement), ...weakestOf(statement) }
  })
  type Fact = (typeof facts)[number]

  /** One row if any counting statement is linked; the claim's own state does not matter. */
  function originsOf({ id: claimId }: Row.Claim) {
    const linked = all.links.filter((link) => link.claimId === claimId)
    const reports = facts.filter((fact) => linked.some(({ statementId }) => statementId === fact.statementId))
    if (reports.length === 0) return []
    const assertedBy = linked.filter(({ stance }) => stance === 'asserts').map(({ statementId }) => statementId)
    const asserting = reports.filter(({ statementId }) => assertedBy.includes(statementId))
    const takes = (taker: number) =>
      reports.flatMap(({ way }) => way.filter((giver, i) => giver !== taker && way[i - 1] === taker))
    const comesBack = (start: number) => {
      const reached = new Set(takes(start))
      for (const at of reached) for (const giver of takes(at)) reached.add(giver)
      return reached.has(start)
    }
    const inCircles = reports.filter(({ rootKind }) => rootKind === 'circular').flatMap(({ way }) => way)
    const sources = new Set([...inCircles, ...reports.flatMap(({ way }) => way).filter(comesBack)])
    const isCircular = (fact: Fact) => fact.rootKind === 'circular' || sources.has(fact.originSourceId ?? 0)
    const outside = asserting.filter((fact) => !isCircular(fact))
    const circular = asserting.filter(isCircular).length
    const somebody = outside.filter(({ rootKind }) => rootKind === 'named' || rootKind === 'own_voice')
    const unnamed = asserting.filter(({ rootKind }) => rootKind === 'described' || rootKind === 'unstated')
    const counts = {
      ...{ reports: asserting.length, unnamedRoots: unnamed.length, circularReports: circular },
      origins: new Set(outside.map(({ originKey }) => originKey)).size + (circular > 0 ? 1 : 0),
      namedOrigins: new Set(somebody.map(({ originKey }) => originKey)).size,
    }
    return [{ claimId, forReaders, ...counts, circularSourceIds: [...sources].sort((a, b) => a - b) }]
  }
  /** How a statement counts for one of the sources named in its chain. */
  function countedWith(sourceId: number, statement: Row.Statement) {
    const steps = stepsOf(statement)
    const step = found(steps.find((step) => nameOf(step) === sourceId))
    const next = steps.find(({ position }) => position === step.position + 1)
    const saidIt = step.position === 0
    const links = all.links.filter(({ statementId }) => statementId === statement.id)
    const about = claims.filter(({ id }) => links.some(({ claimId }) => claimId === id))
    const own = about.filter(({ id }) => saidIt && links.some((l) => l.claimId === id && l.stance === 'asserts'))
    const topics = all.tags.filter((tag) => about.some(({ id }) => id === tag.claimId)).map(({ topicId }) => topicId)
    const held = heldOn((v) => v.hopId === step.id) ?? heldOn((v) => saidIt && v.statementId === statement.id)
    return {
      ...{ sourceId, forReaders, statementId: statement.id, position: step.position },
      distance: found(facts.find(({ statementId }) => statementId === statement.id)).distance,
      viaId: next ? nameOf(next) : publisherOf(statement),
      ratingId: held?.ratingId ?? null,
      claimIds: own.map(({ id }) => id),
      claimRatingIds: own.map(({ id }) => heldOn(({ claimId }) => claimId === id)?.ratingId ?? null),
      topicIds: [...new Set(topics)].sort((a, b) => a - b),
    }
  }
  const namedIn = (statement: Row.Statement) =>
    new Set(
      stepsOf(statement)
        .map(nameOf)
        .filter((id) => id !== null),
    )

  return {
    statements: facts,
    claims: all.claims.flatMap(originsOf),
    sources: statements.flatMap((statement) => [...namedIn(statement)].map((id) => countedWith(id, statement))),
  }
}

/** Whether at least half of these words, three by three, stand in a text; of fewer than four words, all. */
function isNearlyIn(words: string, content: string): boolean {
  if (content.includes(words)) return true
  const each = words.split(/\s+/)
  const runs = each.slice(2).map((_, i) => each.slice(i, i + 3).join(' '))
  return each.length > 3 && runs.filter((run) => content.includes(run)).length * 2 >= runs.length
}

/** The name of a step's speaker. A described person counts as nobody. */
const nameOf = ({ naming, sourceId }: Row.Hop) => (naming === 'named' ? sourceId : null)

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('What a row refers to is not among the rows')
  return thing
}

function by<K extends string>(...columns: K[]) {
  return (a: Record<K, number | boolean>, b: Record<K, number | boolean>) =>
    columns.map((column) => Number(a[column]) - Number(b[column])).find((difference) => difference !== 0) ?? 0
}

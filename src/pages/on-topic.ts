import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { listOnTopic } from '../statements/counted.ts'
import { isNamedIn, presentTold } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import { findTopic } from '../topics/queries.ts'
import { claimPath } from '../words/addresses.ts'

/** Nobody would read more side by side. */
const mostBeside = 50

/** What a source said about one topic, in order of time; statements without a date come last. */
export async function findOnTopic(db: Db, viewer: Viewer, sourceId: number, topicId: number | undefined) {
  if (topicId === undefined) return null
  const topic = await findTopic(db, viewer, topicId)
  const ids = await listOnTopic(db, viewer, sourceId, topicId, mostBeside + 1)
  const judged = listedStatementFor(viewer)
  const rows = await db.statement.findMany({
    where: { AND: [readable.statements(viewer), { id: { in: ids.slice(0, mostBeside) } }] },
    relationLoadStrategy: 'join',
    select: {
      ...judged,
      claims: {
        ...judged.claims,
        select: {
          stance: true,
          claim: { select: { ...judged.claims.select.claim.select, sentence: true, topics: { where: { topicId } } } },
        },
      },
    },
  })
  const statements = (await withRechecks(db, 'statement', rows)).map((row) => {
    const claims = row.claims.filter(({ claim }) => claim.topics.length > 0)
    const own = row.hops.find((hop) => isNamedIn(hop, sourceId))
    const { publishedOn, publishedPrecision } = row.version.document
    const isSaid = own?.saidOn && own.saidPrecision
    return {
      ...presentTold(row),
      on: isSaid ? own.saidOn : publishedOn,
      precision: isSaid ? own.saidPrecision : publishedPrecision,
      /** The day it was said is not known: this is when it was printed. */
      isPrinted: !isSaid,
      claims: claims.map(({ stance, claim: { id, sentence } }) => ({
        ...{ stance, id, sentence },
        path: claimPath({ id, sentence }),
      })),
    }
  })
  const time = (on: Date | null) => on?.getTime() ?? Infinity
  return {
    id: topic.id,
    name: topic.name,
    path: topic.path,
    statements: statements.toSorted((a, b) => time(a.on) - time(b.on) || a.id - b.id),
    most: ids.length > mostBeside ? mostBeside : null,
  }
}

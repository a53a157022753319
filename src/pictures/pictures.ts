import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { drawGraph } from './draw-graph.ts'
import { drawTimeline } from './draw-timeline.ts'
import { type Graph, makeGraph } from './graph.ts'
import { type DrawnStatement, findDrawn, findFindings, mostDrawn } from './queries.ts'
import type { PictureOf } from './subjects.ts'
import { anchorOf, timeClaim, timeSource } from './timeline.ts'

/** The chain of reports: the picture, and the same in words. */
export async function findGraph(db: Db, viewer: Viewer, subject: PictureOf) {
  const { statements, all, more } = await findDrawn(db, viewer, subject.of)
  const graph = makeGraph(statements, all, subject.kind === 'claims' ? subject.id : null)
  return {
    ...countDrawn(statements, more),
    nodes: graph.nodes,
    steps: listSteps(graph, all),
    draw: () => drawGraph(graph, `Chain of reports: ${subject.name}`),
  }
}

/** When it was said and printed: the picture, and the same in words. */
export async function findTimeline(db: Db, viewer: Viewer, subject: PictureOf) {
  const { statements, more } = await findDrawn(db, viewer, subject.of)
  const timeline =
    subject.kind === 'claims'
      ? timeClaim(statements, subject.id, await findFindings(db, viewer, subject.id))
      : timeSource(statements, subject.id)
  return {
    ...countDrawn(statements, more),
    dates: [...Map.groupBy(timeline.entries, anchorOf)].map(([anchor, entries]) => ({ anchor, entries })),
    undated: timeline.undated,
    draw: () => drawTimeline(timeline, `Over time: ${subject.name}`, `/${subject.kind}/${subject.id}/timeline`),
  }
}

function countDrawn(statements: DrawnStatement[], more: boolean) {
  return { count: statements.length, most: more ? mostDrawn : null }
}

/** How many passages a row of the table names; the arrow in the picture has their number. */
const mostNamed = 5

function listSteps({ nodes, edges }: Graph, all: Map<number, DrawnStatement>) {
  const byKey = new Map(nodes.map(({ key, name, path }) => [key, { name, path }]))
  return edges.map(({ from, to, cues, inCircle, statementIds, stances }) => ({
    from: byKey.get(from),
    to: byKey.get(to),
    cues,
    inCircle,
    stances,
    count: statementIds.length,
    statements: statementIds.slice(0, mostNamed).flatMap((id, i) => {
      const statement = all.get(id)
      return statement ? [{ id, words: statement.words, path: statement.path, stance: stances[i] ?? 'asserts' }] : []
    }),
  }))
}

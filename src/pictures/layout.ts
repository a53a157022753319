import * as dagre from '@dagrejs/dagre'
import { cut } from '../words/cut.ts'
import { isValueOf, say } from '../words/labels.ts'
import type { Graph, GraphEdge, GraphNode } from './graph.ts'

export type Point = { x: number; y: number }
export type Box = GraphNode & Point & { width: number; height: number; lines: string[]; detailLine: string }
export type Arrow = GraphEdge & { label: string; points: Point[] }
export type Placed = { width: number; height: number; boxes: Box[]; arrows: Arrow[] }

/** The part of dagre used here: its own types can't be resolved, as they import each other without file endings. */
type LaidOut = {
  setGraph: (options: object) => void
  setNode: (key: string, size: { width: number; height: number }) => void
  setEdge: (from: string, to: string, label: object) => void
  graph: () => { width?: number; height?: number }
  node: (key: string) => Partial<Point>
  edge: (from: string, to: string) => { points?: Point[] } | undefined
}
const { Graph: LayoutGraph, layout } = dagre as unknown as {
  Graph: new () => LaidOut
  layout: (graph: LaidOut, options: object) => void
}

const lettersInLine = 25
const narrowest = 84
/** About as wide as letters are in wide fonts, such as DejaVu Sans: names are bold, details smaller. */
const nameLetter = 8.8
const markLetter = 8.1
const detailLetter = 7.2
/** The height of a line of text, as boxes are measured. */
export const lineHeight = 17
const margin = 12

/** Up to here every arrow is laid out; beyond, a picture would take seconds: docs/decisions/pictures.md. */
const mostLaidOutWhole = 80

/** The positions of everything: the first speaker at the left, the documents at the right. */
export function placeGraph(whole: Graph): Placed {
  const { nodes, edges } = stackDocuments(whole)
  const isWhole = edges.length <= mostLaidOutWhole
  const graph = new LayoutGraph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 14,
    ranksep: isWhole ? 40 : 110,
    edgesep: 14,
    marginx: margin,
    marginy: margin,
    ...(!isWhole && { ranker: 'tight-tree' as const }),
  })
  const boxes = nodes.map(measure)
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height })
  const arrows = edges.map((edge) => ({ ...edge, label: labelOf(edge) }))
  for (const { from, to, label } of isWhole ? arrows : pickSteady(arrows)) {
    graph.setEdge(from, to, isWhole ? { width: label.length * 6.2 + 12, height: 16, labelpos: 'c' } : {})
  }
  layout(graph, { disableOptimalOrderHeuristic: !isWhole })

  const placed = boxes.map((box) => ({ ...box, ...pointOf(graph.node(box.key)) }))
  const byKey = new Map(placed.map((box) => [box.key, box]))
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.max(width, ...placed.map((box) => box.width + 2 * margin)),
    height,
    boxes: placed,
    arrows: arrows.map((arrow) => ({
      ...arrow,
      points: graph.edge(arrow.from, arrow.to)?.points ?? straight(byKey.get(arrow.from), byKey.get(arrow.to)),
    })),
  }
}

/** From this number on, the documents of one publisher that lead nowhere else share a box. */
const fewestStacked = 4

function stackDocuments({ nodes, edges }: Graph): Graph {
  const leads = new Set(edges.map(({ from }) => from))
  const ins = Map.groupBy(edges, ({ to }) => to)
  const ends = nodes.filter(({ kind, key }) => kind === 'document' && !leads.has(key) && ins.get(key)?.length === 1)
  const stacks = [...Map.groupBy(ends, ({ key }) => ins.get(key)?.[0]?.from ?? '')].filter(
    ([, documents]) => documents.length >= fewestStacked,
  )
  const stackOf = new Map(stacks.flatMap(([from, documents]) => documents.map(({ key }) => [key, `stack:${from}`])))
  const stacked = stacks.map(([from, documents]): GraphNode => {
    const [first] = documents
    return {
      key: `stack:${from}`,
      kind: 'document',
      name: `${documents.length} documents`,
      detail: first?.detail ?? '',
      path: null,
      sourceId: null,
      mark: null,
      inCircle: false,
    }
  })
  const into = stacks.map(([from, documents]): GraphEdge => {
    const all = documents.flatMap(({ key }) => ins.get(key) ?? [])
    return {
      from,
      to: `stack:${from}`,
      cues: [...new Set(all.flatMap(({ cues }) => cues))],
      statementIds: all.flatMap(({ statementIds }) => statementIds),
      stances: all.flatMap(({ stances }) => stances),
      inCircle: false,
    }
  })
  return {
    nodes: [...nodes.filter(({ key }) => !stackOf.has(key)), ...stacked],
    edges: [...edges.filter(({ to }) => !stackOf.has(to)), ...into],
  }
}

function measure(node: GraphNode) {
  const lines = wrap(node.name)
  const detail = detailOf(node)
  const marks = node.mark === null ? [] : [`★ ${node.mark}`]
  const widest = Math.max(
    ...lines.map((line) => widthOf(line, nameLetter)),
    ...marks.map((line) => widthOf(line, markLetter)),
    widthOf(detail, detailLetter),
  )
  const count = lines.length + 1 + marks.length
  return {
    ...node,
    lines,
    detailLine: detail,
    width: Math.max(narrowest, widest + 22),
    height: count * lineHeight + 14,
  }
}

function detailOf({ kind, detail }: GraphNode): string {
  return cut(kind === 'source' && isValueOf('SourceKind', detail) ? say('SourceKind', detail) : detail, 30)
}

/** Roughly, in pixels, as no font is at hand: letters of scripts such as Chinese are about as wide as high. */
function widthOf(line: string, letter: number): number {
  const wide =
    line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)?.length ?? 0
  return Math.ceil((line.length + 0.75 * wide) * letter)
}

/** A name in two lines at most. */
function wrap(name: string): string[] {
  const [first = '', ...rest] = name.split(/\s+/).filter(Boolean)
  let line = first
  while (rest[0] !== undefined && line.length + 1 + rest[0].length <= lettersInLine) line += ` ${rest.shift()}`
  const second = rest.join(' ')
  return [cut(line, lettersInLine), ...(second === '' ? [] : [cut(second, lettersInLine)])]
}

function labelOf({ cues, statementIds, stances, inCircle }: GraphEdge): string {
  const [first] = cues
  const how = first === undefined ? '' : cut(first, 24) + (cues.length > 1 ? ' …' : '')
  const often = statementIds.length > 1 ? `×${statementIds.length}` : ''
  const against = (['denies', 'doubts'] as const).flatMap((stance) => {
    const count = stances.filter((one) => one === stance).length
    if (count < stances.length) return count === 0 ? [] : [`${count} ${stance}`]
    return verbsOf[stance].test(how) ? [] : [stance]
  })
  const told = [inCircle ? 'in a circle:' : '', how, often].filter(Boolean).join(' ')
  return [told, ...against].filter(Boolean).join(' · ')
}

/** A verb that tells the stance by itself: “doubted · doubts” would say it twice. */
const verbsOf = {
  denies: /^(?:has |have |had |\w+ly )?den(?:y|ies|ied|ying)$/i,
  doubts: /^(?:has |have |had |\w+ly )?doubt(?:s|ed|ing)?$/i,
}

/**
 * As many arrows as can each lead to just the next column, the busiest first. Laying out arrows that skip columns is
 * slow; those are drawn on top.
 */
function pickSteady<T extends GraphEdge>(edges: T[]): T[] {
  const groups = new Map<string, Map<string, number>>()
  const groupOf = (key: string) => groups.get(key) ?? new Map([[key, 0]])
  return edges
    .toSorted((a, b) => b.statementIds.length - a.statementIds.length)
    .filter(({ from, to }) => {
      const [a, b] = [groupOf(from), groupOf(to)]
      const [at, next] = [a.get(from) ?? 0, b.get(to) ?? 0]
      if (a === b) return next === at + 1
      const [large, small, shift] = a.size >= b.size ? [a, b, at + 1 - next] : [b, a, next - 1 - at]
      for (const [key, column] of small) large.set(key, column + shift)
      for (const key of [...small.keys(), from, to]) groups.set(key, large)
      return true
    })
}

function pointOf({ x = 0, y = 0 }: Partial<Point>): Point {
  return { x, y }
}

function straight(from: Box | undefined, to: Box | undefined): Point[] {
  if (!from || !to) return []
  const isBack = to.x <= from.x
  return [
    { x: from.x + (isBack ? -from.width / 2 : from.width / 2), y: from.y },
    { x: to.x + (isBack ? to.width / 2 : -to.width / 2), y: to.y },
  ]
}

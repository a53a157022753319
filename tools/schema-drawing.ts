import * as dagre from '@dagrejs/dagre'
import { type Markup, tag, words } from '../src/pictures/svg.ts'

/* The tables of schema.prisma as a picture: each with its own columns, and an arrow to each table that it refers to. */

type Table = { name: string; fields: string[] }
type Reference = { from: string; to: string; isOptional: boolean }

const model = /^model (\w+) \{$/
const field = /^ {2}(\w+) +(\w+)(\[\])?(\?)?/

/** Parses the schema line by line, as Prisma formats it. A table's relation is a reference if the table has the key. */
export function readSchema(schema: string): { tables: Table[]; references: Reference[] } {
  const tables: Table[] = []
  const references: Reference[] = []
  const names = new Set([...schema.matchAll(/^model (\w+)/gm)].map(([, name = '']) => name))
  let table: Table | undefined
  for (const line of schema.split('\n')) {
    const [, begins] = model.exec(line) ?? []
    if (begins !== undefined) tables.push((table = { name: begins, fields: [] }))
    if (line === '}') table = undefined
    const [, name, type, list, optional] = field.exec(line) ?? []
    if (!table || name === undefined || type === undefined) continue
    if (/@relation\(.*fields:/.test(line)) {
      references.push({ from: table.name, to: type, isOptional: optional !== undefined })
    } else if (!names.has(type)) table.fields.push(name + (list ?? optional ?? ''))
  }
  return { tables, references: once(withoutBack(references, names)) }
}

function withoutBack(references: Reference[], names: Set<string>): Reference[] {
  return references.filter(({ from, to }) => names.has(to) && from !== to)
}

/** Several references from one table to another are one arrow, solid if one of them is required. */
function once(references: Reference[]): Reference[] {
  return [...Map.groupBy(references, ({ from, to }) => `${from} ${to}`).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, isOptional: [first, ...others].every(({ isOptional }) => isOptional) }] : [],
  )
}

type Box = Table & { x: number; y: number; width: number; height: number; lines: string[] }
type LaidOut = {
  setGraph: (options: object) => void
  setNode: (key: string, size: object) => void
  setEdge: (from: string, to: string, label: object) => void
  graph: () => { width?: number; height?: number }
  node: (key: string) => { x: number; y: number }
  edge: (from: string, to: string) => { points: { x: number; y: number }[] }
}
/** As in src/pictures/layout.ts: dagre's own types can't be resolved. */
const { Graph, layout } = dagre as unknown as { Graph: new () => LaidOut; layout: (graph: LaidOut) => void }

const letter = 6.8
const lineHeight = 14
const lettersInLine = 38

export function drawSchema(schema: string): string {
  const { tables, references } = readSchema(schema)
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 60, edgesep: 6, marginx: 16, marginy: 16 })
  const measured = tables.map(measure)
  for (const { name, width, height } of measured) graph.setNode(name, { width, height })
  for (const { from, to } of references) graph.setEdge(from, to, {})
  layout(graph)

  const boxes = measured.map((table): Box => ({ ...table, ...graph.node(table.name) }))
  const { width = 0, height = 0 } = graph.graph()
  const lines = references.map((reference) => drawLine(reference, graph.edge(reference.from, reference.to).points))
  const picture = tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, role: 'img' },
    tag('title', {}, words('The tables of the desk and what they refer to')),
    tag('style', {}, words(style)),
    tag('rect', { width: '100%', height: '100%', class: 'paper' }),
    ...lines,
    ...boxes.map(drawTable),
  )
  return `${picture}\n`
}

const style = [
  'text{font:11px ui-monospace,monospace;fill:#222}',
  '.name{font-weight:700;font-size:13px}',
  '.paper{fill:#fff}.table{fill:#f6f4ee;stroke:#555}.to{fill:none;stroke:#777}.maybe{stroke-dasharray:4 3}',
].join('')

function measure(table: Table) {
  const lines = wrap(table.fields)
  const letters = Math.max(...[table.name.length + 3, ...lines.map(({ length }) => length)])
  return { ...table, lines, width: letters * letter + 20, height: (lines.length + 1) * lineHeight + 16 }
}

function wrap(fields: string[]): string[] {
  const lines: string[] = []
  for (const name of fields) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length + 2 <= lettersInLine)
      lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(name)
  }
  return lines
}

function drawTable({ name, lines, x, y, width, height }: Box): Markup {
  const [left, top] = [x - width / 2, y - height / 2]
  const say = (text: string, at: number, name?: string) =>
    tag('text', { x: left + 10, y: top + 18 + at * lineHeight, class: name }, words(text))
  return tag(
    'g',
    { id: name },
    tag('rect', { x: left, y: top, width, height, rx: 4, class: 'table' }),
    say(name, 0, 'name'),
    ...lines.map((line, i) => say(line, i + 1)),
  )
}

function drawLine({ from, to, isOptional }: Reference, points: { x: number; y: number }[]): Markup {
  const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const told = tag('title', {}, words(`${from} refers to ${to}${isOptional ? ', where it has one' : ''}`))
  return tag('path', { d, class: isOptional ? 'to maybe' : 'to' }, told)
}

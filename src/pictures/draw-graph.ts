import { curveBasis, curveBumpX, line } from 'd3-shape'
import { formatCount, listNames } from '../words/dates.ts'
import { drawnStance, type Graph } from './graph.ts'
import { type Arrow, type Box, lineHeight, type Placed, placeGraph, type Point } from './layout.ts'
import type { Picture } from './picture.ts'
import { type Markup, tag, words } from './svg.ts'

export function drawGraph(graph: Graph, title: string): Picture {
  const placed = placeGraph(graph)
  return {
    width: placed.width,
    height: placed.height,
    title,
    description: describe(graph),
    inside: [tag('defs', {}, ...arrows.map(arrow)), ...drawArrows(placed), ...placed.boxes.map(drawBox)],
  }
}

function describe({ nodes, edges }: Graph): string {
  const count = (kind: string) => nodes.filter((node) => node.kind === kind).length
  const named = formatCount(count('source'), 'source')
  const unnamed = count('unnamed') > 0 ? `, ${formatCount(count('unnamed'), 'voice')} without a name` : ''
  const marks = nodes.flatMap(({ name, mark }) => (mark === null ? [] : [`${name} is ${mark}.`]))
  const round = nodes.filter(({ inCircle, kind }) => inCircle && kind !== 'document').map(({ name }) => name)
  return [
    `${named}${unnamed} and ${formatCount(count('document'), 'document')}, joined by ${formatCount(edges.length, 'line')}.`,
    ...marks.slice(0, 5),
    ...(round.length > 0 ? [`In a circle: ${listNames(round.slice(0, 10))}.`] : []),
    'The table below says the same in words.',
  ].join(' ')
}

const arrows = ['arrow', 'arrow-round', 'arrow-denies', 'arrow-doubts']

function arrow(id: string): Markup {
  const shape = { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, orient: 'auto' }
  return tag(
    'marker',
    { ...shape, markerUnits: 'userSpaceOnUse' },
    tag('path', { class: `picture-${id}`, d: 'M0 0L8 4L0 8z' }),
  )
}

const smooth = line<Point>(
  (point) => point.x,
  (point) => point.y,
).curve(curveBasis)
const bent = line<Point>(
  (point) => point.x,
  (point) => point.y,
).curve(curveBumpX)

/** Arrows in a circle come last, so that nothing is drawn over them, and all words above all arrows. */
function drawArrows({ arrows: drawn }: Placed): Markup[] {
  const inOrder = drawn.toSorted((a, b) => Number(a.inCircle) - Number(b.inCircle))
  return [
    ...inOrder.map((one) =>
      tag('path', {
        class: ['picture-line', ...manner(one)].join(' '),
        d: (one.points.length > 2 ? smooth : bent)(one.points) ?? '',
        'marker-end': `url(#${['arrow', ...manner(one)].join('-')})`,
      }),
    ),
    ...inOrder.flatMap((one) => drawLabel(one) ?? []),
  ]
}

/** Denials and doubts are drawn differently from assertions; being in a circle takes precedence. */
function manner({ inCircle, stances }: Arrow): string[] {
  const stance = drawnStance(stances)
  if (inCircle) return ['round']
  return stance === 'asserts' ? [] : [stance]
}

function drawLabel(arrow: Arrow): Markup | undefined {
  const { label, points } = arrow
  const [first, last] = [points[0], points.at(-1)]
  if (label === '' || !first || !last) return undefined
  const middle = points.length > 2 ? points[Math.floor(points.length / 2)] : undefined
  const { x, y } = middle ?? { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }
  return tag('text', { class: ['picture-cue', ...manner(arrow)].join(' '), x, y: y + 4 }, words(label))
}

function drawBox(box: Box): Markup {
  const { x, y, height, kind, detailLine, mark, inCircle, lines, path } = box
  const top = y - height / 2 + 7 + lineHeight * 0.8
  const texts = [
    ...(mark === null ? [] : [['picture-mark', `★ ${mark}`]]),
    ...lines.map((words) => ['picture-name', words]),
    ['picture-detail', detailLine],
  ] as const
  const drawn = [
    shapeOf(box),
    ...texts.map(([name, text], i) => tag('text', { class: name, x, y: top + i * lineHeight }, words(text ?? ''))),
  ]
  const group = tag('g', { class: boxClass(kind, mark !== null, inCircle) }, ...drawn)
  return path === null ? group : tag('a', { href: path }, group)
}

function boxClass(kind: string, isOrigin: boolean, inCircle: boolean): string {
  return ['picture-box', kind, ...(isOrigin ? ['origin'] : []), ...(inCircle ? ['round'] : [])].join(' ')
}

/** People are round, bodies have corners, documents have one folded down, and a stack of documents shows several. */
function shapeOf({ x, y, width, height, kind, detail, key }: Box): Markup {
  const [left, top] = [x - width / 2, y - height / 2]
  if (kind === 'document') {
    const page = `M${left} ${top}h${width - 12}l12 12v${height - 12}h${-width}z`
    const turned = `M${left + width - 12} ${top}v12h12`
    const behind = key.startsWith('stack:') ? `M${left + 5} ${top - 4}h${width - 12}l12 12v${height - 12}` : ''
    return tag('path', { d: `${behind}${page}${turned}` })
  }
  const rx = kind === 'unnamed' || detail === 'person' || detail === 'group' ? Math.min(24, height / 2) : 3
  return tag('rect', { x: left, y: top, width, height, rx })
}

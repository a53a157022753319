import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatCount, formatDate } from '../words/dates.ts'
import { sign } from '../words/kinds.ts'
import { cut } from '../words/cut.ts'
import type { Picture } from './picture.ts'
import { type Markup, tag, words } from './svg.ts'
import { type TimeScale, timeScale } from './time-scale.ts'
import { anchorOf, endOf, type Entry, foundRow, saidRow, type Timeline } from './timeline.ts'

const left = 12
const plotWidth = 780
const rowHeight = 48
const riseHeight = 90
const top = 20
const day = 24 * 60 * 60 * 1000

type Scale = (at: Date) => number

/** `pagePath` is the address of the table to which several entries of one date link. */
export function drawTimeline({ entries, undated }: Timeline, title: string, pagePath: string): Picture {
  const rows = rowsOf(entries)
  const axis = timeScale(entriesOnAxis(entries), left + 16, left + plotWidth - 60)
  const scale = axis.at
  const reports = entries.filter(({ isReport }) => isReport)
  const below = top + (reports.length > 1 ? riseHeight : 0)
  const height = below + rows.length * rowHeight + 44
  return {
    width: left + plotWidth + 12,
    height,
    title,
    description: describe(entries, undated.length),
    inside: [
      ...drawAxis(axis, height - 36),
      ...drawBreaks(entries, axis, height - 36),
      ...(reports.length > 1 ? drawRise(reports, scale) : []),
      ...rows.flatMap(([name, marks], i) => drawRow(name, marks, scale, below + (i + 1) * rowHeight - 16, pagePath)),
    ],
  }
}

/** A verdict from years later would leave no room for how the claim spread: it is at the edge, with its date. */
function entriesOnAxis(entries: Entry[]): Entry[] {
  const spread = entries.filter(({ kind }) => kind !== 'found')
  const last = Math.max(...spread.map((entry) => endOf(entry).getTime()))
  return spread.length > 0 ? entries.filter(({ kind, on }) => kind !== 'found' || on.getTime() <= last) : entries
}

function describe(entries: Entry[], undated: number): string {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return 'No date is known.'
  const from = formatDate(first.on, first.precision)
  const to = formatDate(last.on, last.precision)
  const without = undated > 0 ? ` Without a date, and so not in the picture: ${undated}.` : ''
  return `${formatCount(entries.length, 'thing')} from ${from} to ${to}.${without} The table below says the same in words.`
}

/** First when it was said, last what was found; between them in order of time. */
function rowsOf(entries: Entry[]): [name: string, entries: Entry[]][] {
  const place = (name: string) => (name === saidRow ? 0 : name === foundRow ? 2 : 1)
  return [...Map.groupBy(entries, ({ row }) => row)].toSorted(([a], [b]) => place(a) - place(b))
}

function drawAxis({ pieces }: TimeScale, y: number): Markup[] {
  const all = pieces.reduce((sum, { left, right }) => sum + right - left, 0)
  const ticks = pieces.flatMap(({ from, to, left, right }) => {
    const days = (to.getTime() - from.getTime()) / day
    const write = formatFor(days)
    const scale = scaleUtc([from, to], [left, right])
    return scale.ticks(Math.max(1, Math.round((6 * (right - left)) / all))).flatMap((at, i) => {
      const x = scale(at)
      return [
        tag('line', { class: 'picture-tick', x1: x, x2: x, y1: top - 8, y2: y }),
        tag('text', { class: 'picture-date', x, y: y + 17 }, words(write(at))),
        // Days without their year would seem to be those of the year at the other side of a break.
        ...(i === 0 && days <= 150
          ? [tag('text', { class: 'picture-date', x, y: y + 31 }, words(String(at.getUTCFullYear())))]
          : []),
      ]
    })
  })
  return [...ticks, tag('line', { class: 'picture-axis', x1: left, x2: left + plotWidth, y1: y, y2: y })]
}

/**
 * The axis is broken where years are left out, and before what was found after its end, which stands at its edge with
 * its year.
 */
function drawBreaks(entries: Entry[], { pieces }: TimeScale, y: number): Markup[] {
  const within = pieces.slice(1).map(({ left }, i) => drawBreak(((pieces[i]?.right ?? left) + left) / 2, y))
  const end = pieces.at(-1)?.to ?? new Date(0)
  const years = entries.filter(({ on }) => on > end).map(({ on }) => on.getUTCFullYear())
  if (years.length === 0) return within
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const told = first === last ? String(first) : `${first}–${last}`
  return [
    ...within,
    drawBreak(left + plotWidth - 38, y),
    tag('text', { class: 'picture-date', x: left + plotWidth - 14, y: y + 17 }, words(told)),
  ]
}

function drawBreak(x: number, y: number): Markup {
  return tag('path', { class: 'picture-break', d: `M${x - 6} ${y + 7}l6 -14M${x + 1} ${y + 7}l6 -14` })
}

/** As much of a date as distinguishes two marks of the axis. */
function formatFor(days: number): (at: Date) => string {
  const short = { timeZone: 'UTC', month: 'short' } as const
  if (days > 1500) return (at) => String(at.getUTCFullYear())
  const dates = new Intl.DateTimeFormat('en-GB', {
    ...short,
    ...(days > 150 ? { year: 'numeric' } : { day: 'numeric' }),
  })
  return (at) => dates.format(at)
}

/** The number of reports by each day. */
function drawRise(reports: Entry[], scale: Scale): Markup[] {
  const base = top + riseHeight - 14
  const up = scaleLinear([0, reports.length], [base, top + 8])
  const points = reports.map(({ on }, i) => ({ x: scale(on), y: up(i + 1) }))
  const start = { x: points[0]?.x ?? left, y: base }
  const step = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveStepAfter)
  const end = { x: left + plotWidth, y: up(reports.length) }
  return [
    tag('path', { class: 'picture-rise', d: step([start, ...points, end]) ?? '' }),
    tag('text', { class: 'picture-row', x: left, y: top + 4 }, words(formatCount(reports.length, 'report'))),
    tag('text', { class: 'picture-row-detail', x: left, y: top + 21 }, words('one above the other')),
  ]
}

function drawRow(name: string, entries: Entry[], scale: Scale, y: number, pagePath: string): Markup[] {
  const places = [...Map.groupBy(entries, anchorOf).values()].flatMap((day) => placeDay(day, scale))
  const lastFound = entries.findLast(({ kind }) => kind === 'found')
  const itsPlace = places.find(({ group }) => lastFound && group.includes(lastFound))
  return [
    tag('line', { class: 'picture-tick', x1: left, x2: left + plotWidth, y1: y, y2: y }),
    tag('text', { class: 'picture-row', x: left, y: y - 12 }, words(cut(name, 60))),
    ...places.map((place) => drawMark(place, { y, scale, pagePath })),
    ...(lastFound && itsPlace ? [drawLastFound(lastFound, itsPlace.x, y)] : []),
  ]
}

/** Entries of one day that share a mark, and where it is drawn. */
type Place = { group: Entry[]; x: number; part: [nth: number, of: number] }

/**
 * What was said, denied and doubted on one day stands side by side, or the last would hide the others; at the end of the
 * plot it stands to the left of where it would be.
 */
function placeDay(entries: Entry[], scale: Scale): Place[] {
  const groups = [...Map.groupBy(entries, ({ kind, stance, tone }) => `${kind} ${stance} ${tone}`).values()]
  const [first] = entries
  if (!first) return []
  const widths = groups.map((group) => (group.length > 1 ? 36 : 22))
  const isDay = first.precision === 'day'
  const last = left + plotWidth + 10 - sum(widths)
  const start = isDay ? Math.min(placeOf(first, scale), Math.max(left + 12, last)) : placeOf(first, scale)
  return groups.map((group, i) => ({
    group,
    x: start + (isDay ? sum(widths.slice(0, i)) : 0),
    part: [i, groups.length],
  }))
}

function sum(widths: number[]): number {
  return widths.reduce((all, width) => all + width, 0)
}

/** Within the plot: what was found after its end stands at its edge. */
function placeOf({ on }: Entry, scale: Scale): number {
  return Math.max(left + 12, Math.min(scale(on), left + plotWidth - 12))
}

const said = { said: 'said', printed: 'printed', found: 'what we found' }

type Row = { y: number; scale: Scale; pagePath: string }

/** A day is a point; a month or a year has its length, and its marks lie one below the other. */
function drawMark({ group, x, part: [nth, of] }: Place, { y, scale, pagePath }: Row): Markup {
  const [first] = group
  if (!first) return words('')
  const { kind, on, precision, words: quoted, path, tone } = first
  const against = first.stance === 'denies' || first.stance === 'doubts' ? first.stance : null
  const shape = { class: ['picture-at', kind, against, tone && `tone-${tone}`].filter(Boolean).join(' ') }
  const isDay = precision === 'day'
  const [high, end] = [12 / of, scale(endOf(first))]
  const count = group.length
  const when = [formatDate(on, precision), said[kind], ...(against ? [`${against} it`] : [])].join(', ')
  const drawn = [
    tag('title', {}, words(`${when}: ${count === 1 ? cut(quoted, 120) : formatCount(count, 'passage')}`)),
    !isDay
      ? tag('rect', {
          ...{ ...shape, x, y: y - 6 + nth * high, width: Math.max(10, end - x), height: high },
          rx: kind === 'said' ? high / 2 : 0,
        })
      : kind === 'said'
        ? tag('circle', { ...shape, cx: x, cy: y, r: 7 })
        : kind === 'printed'
          ? tag('rect', { ...shape, x: x - 6, y: y - 6, width: 12, height: 12 })
          : tag('path', { ...shape, d: `M${x} ${y - 10}l10 10l-10 10l-10 -10z` }),
    ...(tone ? [tag('text', { class: 'picture-sign', x, y: y + 3.5 }, words(sign(tone)))] : []),
    ...(count > 1 ? [tag('text', { class: 'picture-count', x: x + 11, y: y + 5 }, words(String(count)))] : []),
  ]
  const href = count === 1 ? path : `${pagePath}#${anchorOf(first)}`
  return tag('a', { href }, ...drawn)
}

/** What was found last, in words: to the right of its mark, or above it where there is no room. */
function drawLastFound({ on, precision, words: rating, tone }: Entry, x: number, y: number): Markup {
  const told = words(`${sign(tone ?? 'open')} ${cut(rating, 40)}, ${formatDate(on, precision)}`)
  return x < left + plotWidth / 2
    ? tag('text', { class: 'picture-later after', x: x + 14, y: y + 4 }, told)
    : tag('text', { class: 'picture-later', x: x + 9, y: y - 14 }, told)
}

import { Worker } from 'node:worker_threads'
import createError from 'http-errors'
import { LRUCache } from 'lru-cache'
import wrapAnsi from 'wrap-ansi'
import type { Tone } from '../database/client/enums.ts'
import { tag, words } from '../pictures/svg.ts'
import { cut } from '../words/cut.ts'

/*
 * The picture that other sites show beside a shared link: an SVG of 1200 × 630, drawn to PNG by resvg, because these
 * sites take no SVG.
 */

export type Shared = {
  /** "Claim 12", for words that the font cannot show. */
  name: string
  question: string
  text: string
  /** Who says so, in one line at most; and who denies or doubts it, in words that do without the names, too. */
  who: string[]
  against: { words: string; withoutNames: string }[]
  rating: { label: string; tone: Tone }
  newsroom: string
  /** Stands for the newsroom if the font cannot show its name. */
  host: string
}

export const size = { width: 1200, height: 630 }
const margin = 80
const family = 'DejaVu Sans'

/** Each takes up to about 80 KB. */
const drawn = new LRUCache<string, Buffer>({ max: 200 })

/** A thread draws, since one picture takes some tenths of a second; it starts with the first. */
export async function drawShared(shared: Shared): Promise<Buffer> {
  const svg = svgOf(shared)
  const known = drawn.get(svg)
  if (known) return known
  const png = await drawInThread(svg)
  drawn.set(svg, png)
  return png
}

let thread: Worker | undefined
const waiting = new Map<number, { resolve: (png: Buffer) => void; reject: (error: Error) => void }>()
let asked = 0

/** More at once wait too long for whoever asks. */
const mostWaiting = 50

function drawInThread(svg: string): Promise<Buffer> {
  if (waiting.size >= mostWaiting) throw createError(503, 'Too many pictures are being drawn. Try again in a minute')
  thread ??= startThread()
  const id = asked++
  const busy = thread
  busy.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    busy.postMessage({ id, svg })
  })
}

/** Keeps no process alive when it has nothing to do. If it dies, those who wait are told, and the next picture starts another. */
function startThread(): Worker {
  const started = new Worker(new URL('./drawing-worker.ts', import.meta.url))
  started.on('message', ({ id, png }: { id: number; png: Uint8Array }) => {
    waiting.get(id)?.resolve(Buffer.from(png))
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
  })
  started.on('error', (error: Error) => {
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  return started
}

const colours: Record<Tone, string> = { good: '#1a6b3c', caution: '#8a5a00', bad: '#a3201a', open: '#4b5563' }

/** Longer words are set smaller, and cut at last. */
const settings = [
  { most: 100, columns: 30, lines: 4, size: 54 },
  { most: 200, columns: 40, lines: 5, size: 42 },
  { most: 300, columns: 50, lines: 6, size: 34 },
] as const

export function svgOf({ name, question, text, who, against, rating, newsroom, host }: Shared): string {
  const canShow = isShown(text)
  const told = canShow ? text : name
  const setting = settings.find(({ most }) => told.length <= most) ?? settings[2]
  const all = wrapAnsi(told, setting.columns, { hard: true }).split('\n')
  const lines = all.slice(0, setting.lines)
  if (all.length > lines.length) lines.push(`${lines.pop()?.trimEnd()}…`)
  const by = [...who.filter(isShown), ...againstIn(against)].map((each) => cut(each, 62))
  const label = isShown(rating.label) ? cut(rating.label, 40) : question
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${size.width} ${size.height}` },
    tag('rect', { ...size, fill: '#ffffff' }),
    tag('rect', { width: 24, height: size.height, fill: colours[rating.tone] }),
    line(question, { y: 100, size: 30, fill: '#4b5563' }),
    ...lines.map((each, i) =>
      line(each, { y: 180 + i * setting.size * 1.3, size: setting.size, fill: '#111827', bold: true }),
    ),
    ...by.map((each, i) => line(each, { y: 470 - (by.length - 1 - i) * 38, size: 28, fill: '#4b5563' })),
    tag('rect', {
      ...{ x: margin, y: 505, height: 70, rx: 12, fill: colours[rating.tone] },
      width: Math.min(size.width - 2 * margin, 60 + widthOf(label, 36)),
    }),
    line(label, { x: margin + 28, y: 553, size: 36, fill: '#ffffff', bold: true }),
    tag(
      'text',
      { x: size.width - margin, y: 553, 'text-anchor': 'end', 'font-family': family, 'font-size': 26, fill: '#4b5563' },
      words(cut(isShown(newsroom) ? newsroom : host, 30)),
    ),
  )
}

/** One line for all who are against it, each with its verb in sight. */
function againstIn(against: Shared['against']): string[] {
  const most = against.length > 1 ? 30 : 62
  const each = against.map(({ words, withoutNames }) =>
    isShown(words) && Array.from(words).length <= most ? words : withoutNames,
  )
  return each.length === 0 ? [] : [each.join(' · ')]
}

type Line = { x?: number; y: number; size: number; fill: string; bold?: boolean }

/** From the right in scripts that are read from there. */
function line(text: string, { x = margin, y, size: high, fill, bold }: Line) {
  const isFromRight = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
  const place = isFromRight ? { x: size.width - margin, 'text-anchor': 'end' } : { x }
  const weight = bold ? 700 : undefined
  const attributes = { ...place, y, fill, 'font-family': family, 'font-size': high, 'font-weight': weight }
  return tag('text', attributes, words(text))
}

/** Wide enough for letters of DejaVu Sans Bold, which are seldom wider. */
function widthOf(text: string, high: number): number {
  return Array.from(text).length * high * 0.7
}

/** The scripts that DejaVu Sans has. */
const known =
  /^(?:\P{L}|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}])*$/u

function isShown(text: string): boolean {
  return known.test(text)
}

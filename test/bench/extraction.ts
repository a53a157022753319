import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { extractStatements } from '../../src/extraction/extract.ts'
import { newsText } from './news-text.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const longText = 5_000_000

/** What no newsroom sends and no text may make slow: ten times as much of it may take about ten times as long. */
const hostile: Record<string, (length: number) => string> = {
  'opening marks': (length) => '“'.repeat(length),
  'opening marks and words': (length) => '"a '.repeat(length / 3),
  'quotations never closed': (length) => 'Berg said “the dam '.repeat(length / 19),
  'quotes in quotes': (length) => '“a ‘b '.repeat(length / 6),
  'brackets in brackets': (length) => '(a '.repeat(length / 3),
  'one line': (length) => 'The mayor told reporters that the bridge, which is old, would close, '.repeat(length / 69),
  'said and said': (length) => 'Mary Smith said John Jones said '.repeat(length / 32),
  'commas and names': (length) => 'Tom, '.repeat(length / 5),
}

/** Suggestions of who said what: how fast, and what grows with the text. */
export function measureExtraction(progress: (doing: string) => void): Figure[] {
  progress('suggesting statements')
  const [short, long] = [newsText(longText / 10), newsText(longText)]
  for (let warming = 0; warming < 3; warming++) timeOf(short)
  const [once, tenfold] = [median([timeOf(short), timeOf(short), timeOf(short)]), timeOf(long)]
  const words = short.split(/\s+/).length
  progress('suggesting statements in hostile texts')
  const ratios = Object.entries(hostile).map(([name, make]) => ({ name, ratio: ratioOf(make) }))
  const worst = ratios.reduce((a, b) => (a.ratio > b.ratio ? a : b))
  progress('holding a long text')
  return [
    {
      name: 'words read for statements in a second',
      value: (words / once) * 1000,
      unit: '',
      atLeast: 100_000,
      from: { words },
    },
    {
      name: 'ten times the text for statements, 5 MB',
      value: tenfold / once,
      unit: 'times',
      atMost: 11,
      from: { ms: once },
    },
    { name: `ten times ${worst.name}, worst of the hostile`, value: worst.ratio, unit: 'times', atMost: 15 },
    { name: 'most memory for statements of 5 MB', value: memoryFor(longText), unit: 'MB', atMost: 500 },
  ]
}

/** Milliseconds of processor time, so that what else runs on the machine does not count. */
function timeOf(text: string): number {
  const start = process.cpuUsage()
  extractStatements(text, { publishedOn: '2024-02-29' })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function ratioOf(make: (length: number) => string): number {
  const [short, long] = [make(100_000), make(1_000_000)]
  timeOf(short)
  return timeOf(long) / median([timeOf(short), timeOf(short), timeOf(short)])
}

function memoryFor(characters: number): number {
  const script = join(import.meta.dirname, 'extract-once.ts')
  const child = spawnSync(process.execPath, [script, String(characters)], { encoding: 'utf8' })
  assert.equal(child.status, 0, child.stderr)
  return Number(child.stdout) / 1024
}

import os from 'node:os'
import { measureCommand } from './command.ts'
import { measureDerived } from './derived.ts'
import { measureDesk } from './desk.ts'
import { measureExtraction } from './extraction.ts'
import { measureGrowth } from './growth.ts'
import { measureImports } from './imports.ts'
import { measureMatching } from './matching.ts'
import { measureNewsroom } from './newsroom.ts'
import { measureOverTime } from './over-time.ts'
import { measurePages } from './pages.ts'
import { measurePhone } from './phone.ts'
import { measurePictures } from './pictures.ts'
import { measureStart } from './start.ts'

/** One figure and what is wanted of it; `from` is what it was made of. */
export type Figure = {
  name: string
  value: number
  unit: string
  atLeast?: number
  atMost?: number
  from?: Record<string, number>
}

/*
 * `npm run bench` prints a table, with `--json` the data. A slow machine makes a bad figure, so that fails nothing; a
 * wrong answer does.
 */
const asJson = process.argv.includes('--json')
/** What else the machine had to do: the average of the minute before. */
const loadBefore = os.loadavg()[0] ?? 0
const progress = (doing: string) => process.stderr.isTTY && console.error(`… ${doing}`)

const measures: Record<string, (progress: (doing: string) => void) => Figure[] | Promise<Figure[]>> = {
  pages: measurePages,
  phone: measurePhone,
  pictures: measurePictures,
  desk: measureDesk,
  start: measureStart,
  command: measureCommand,
  derived: measureDerived,
  matching: measureMatching,
  newsroom: measureNewsroom,
  extraction: measureExtraction,
  growth: measureGrowth,
  'over-time': measureOverTime,
  imports: measureImports,
}
/** `npm run bench -- desk` measures the desk alone. */
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (chosen.length === 0 || chosen.includes(name)) figures.push(...(await measure(progress)))
}

if (asJson) console.log(JSON.stringify({ machine: describeMachine(), figures: figures.map(judge) }, null, 2))
else printTable()
process.exit(0)

function judge(figure: Figure) {
  const { value, atLeast = -Infinity, atMost = Infinity } = figure
  return { ...figure, met: value >= atLeast && value <= atMost }
}

function printTable(): void {
  const rows = figures.map(judge).map((figure) => [
    figure.name,
    write(figure.value, figure.unit),
    figure.atLeast === undefined
      ? `≤ ${write(figure.atMost ?? 0, figure.unit)}`
      : `≥ ${write(figure.atLeast, figure.unit)}`,
    figure.met ? 'held' : 'NOT HELD',
    Object.entries(figure.from ?? {})
      .map(([what, value]) => `${what} ${write(value, '')}`)
      .join(', '),
  ])
  const table = [['figure', 'measured', 'wanted', '', 'from'], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  const { cpus, load, loadAfter, node, engine } = describeMachine()
  const loads = `load ${write(load, '')} before, ${write(loadAfter, '')} after`
  console.log(`\n${cpus} cores, ${loads}, Node ${node}, pages from ${engine}`)
  if (loadBefore > cpus)
    console.log('The machine was busy with other things before this began: measure again when it is not.')
}

function write(value: number, unit: string): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 })}${unit && ` ${unit}`}`
}

function describeMachine() {
  const engine = process.env.TEST_DATABASE_URL ? 'the PostgreSQL server' : 'the embedded database'
  const loadAfter = os.loadavg()[0] ?? 0
  return { cpus: os.availableParallelism(), load: loadBefore, loadAfter, node: process.versions.node, engine }
}

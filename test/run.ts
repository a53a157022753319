import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { actionsInWords } from '../src/history/words.ts'
import { findChromium } from './support/browser.ts'
import { compiled, keepDurations, longestFirst, type Took } from './support/durations.ts'
import type { Outcome } from './support/outcome.ts'
import { mayDifferOnServer, namedInVain } from './support/engines.ts'
import { missingIn, withoutEvent } from './support/reached.ts'
import { runAll } from './support/seats.ts'
import { embeddedDemo, embeddedTemplate, filesAtOnce, serverTemplate } from './support/template.ts'

/*
 * The whole suite, first on the embedded database, then, as far as the engines can differ, on the server that
 * TEST_DATABASE_URL names. Words after `npm run test:some --` choose the files whose names contain one of them; `--alone`
 * gives each file a process of its own, to find out whether one is disturbed by what another left behind.
 */
const words = process.argv.slice(2)
const alone = words.includes('--alone')
const wanted = words.filter((word) => word !== '--alone')
const files = fs
  .globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['bench/**'] })
  .filter((file) => wanted.length === 0 || wanted.some((word) => path.join('test', file).includes(word)))
if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its name.`)
  process.exit(2)
}

const serverUrl = process.env.TEST_DATABASE_URL
const failed: { name: string; failures: string[] }[] = []
/** What failed and passed when it ran once more. */
const unsteady: typeof failed = []
/** Where more files failed, something is broken, and a second turn would tell nothing new. */
const mostAgain = 3
const took: Took[] = []
/** What all tests together came to. */
const reached = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-reached-'))

await (wanted.length === 0 ? embeddedDemo() : embeddedTemplate())
await pass('the embedded database', files, { ON_RECORD_REACHED: reached })
if (wanted.length === 0) tellMissing()
const again = files.filter(mayDifferOnServer)
if (serverUrl && again.length > 0) {
  await serverTemplate(serverUrl)
  const most = await filesAtOnce(serverUrl)
  await pass('the PostgreSQL server', again, { TEST_DATABASE_URL: serverUrl }, most)
}
keepDurations(took)
fs.rmSync(reached, { recursive: true })

console.log()
if (!serverUrl) console.log('The run on a PostgreSQL server was left out, because TEST_DATABASE_URL is not set.')
if (!findChromium())
  console.log('The browser tests were left out, because no Chromium was found (CHROMIUM can name one).')
// Once more, after all that passed: a log may be cut to its end.
for (const { name, failures } of unsteady)
  tellAtTheEnd(`Not steady, and to be mended: ${name} failed at first.`, failures)
for (const { name, failures } of failed) tellAtTheEnd(`The run on ${name} failed.`, failures)
process.exit(failed.length === 0 ? 0 : 1)

/** What a whole run must have come to, and no single file can tell. */
function tellMissing(): void {
  const actions = actionsInWords.map(({ value }) => value)
  const failures = [...missingIn(reached, actions, withoutEvent), ...namedInVain()]
  if (failures.length > 0) failed.push({ name: 'what all tests together come to', failures })
}

function tellAtTheEnd(sentence: string, failures: readonly string[]): void {
  console.log(sentence)
  console.log(failures.join('\n').split('\n').slice(0, 100).join('\n'))
}

async function pass(on: string, files: string[], given: Record<string, string>, most?: number): Promise<void> {
  console.log(`\nTests on ${on}\n`)
  const begin = performance.now()
  const { TEST_DATABASE_URL: _, DATABASE_URL: __, NODE_TEST_CONTEXT: ___, ...inherited } = process.env
  const environment = { ...inherited, NODE_COMPILE_CACHE: compiled, ...given }
  const outcomes = new Map<string, Outcome>()
  const inOrder = longestFirst(files.map((file) => path.join('test', file)))
  const keep = (file: string, outcome: Outcome) => {
    outcomes.set(file, outcome)
    tellOutcome(file, outcome)
  }
  await runAll(inOrder, environment, { alone, most }, keep)
  if (wanted.length === 0) await runAgain(on, outcomes, environment, keep)
  for (const [file, outcome] of outcomes) took.push({ on, file, ...outcome })
  const all = [...outcomes.values()]
  if (all.some(({ passed }) => !passed)) failed.push({ name: on, failures: all.flatMap(({ failures }) => failures) })
  console.log()
  for (const count of ['tests', 'suites', 'passed', 'failed', 'cancelled', 'skipped', 'todo'] as const) {
    console.log(`ℹ ${count} ${all.reduce((sum, { counts }) => sum + (counts[count] ?? 0), 0)}`)
  }
  const processor = all.reduce((sum, outcome) => sum + outcome.processor, 0)
  const seconds = (performance.now() - begin) / 1000
  console.log(`ℹ ${seconds.toFixed(0)} seconds, of ${processor.toFixed(0)} on processors`)
}

/**
 * In a run of all files, a few that failed get a second turn, each in a process of its own with nothing beside it. What
 * fails again has failed. What passes then is not steady: the run's last lines say so, with its first failure whole.
 */
async function runAgain(
  on: string,
  outcomes: ReadonlyMap<string, Outcome>,
  environment: NodeJS.ProcessEnv,
  keep: (file: string, outcome: Outcome) => void,
): Promise<void> {
  const again = [...outcomes].filter(([, { passed }]) => !passed)
  if (again.length > mostAgain) return
  for (const [file, first] of again) {
    console.log(`\n${file} once more, by itself`)
    await runAll([file], environment, { alone: true }, (_, second) => {
      keep(file, second)
      if (second.passed) unsteady.push({ name: `${file} on ${on}`, failures: first.failures })
    })
  }
}

/** One line for what passed, all of them where a few files were asked for, and at once why something failed. */
function tellOutcome(file: string, { passed, counts, lines, failures, seconds }: Outcome): void {
  const skipped = counts.skipped ? `, ${counts.skipped} left out` : ''
  console.log(`${passed ? '✔' : '✖'} ${file} – ${counts.tests ?? 0} tests${skipped}, ${seconds.toFixed(1)} seconds`)
  const isNews = (line: string) => wanted.length > 0 || line.startsWith('ℹ') || !/^ *[✔﹣✖] /.test(line)
  for (const line of lines.filter(isNews)) console.log(`  ${line}`)
  for (const failure of failures) console.log(failure.replaceAll(/^/gm, '  '))
}

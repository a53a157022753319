import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { actionsInWords } from '../src/history/words.ts'
import { findChromium } from './support/browser.ts'
import { missingIn, withoutEvent } from './support/reached.ts'
import { embeddedTemplate, serverTemplate } from './support/template.ts'

/*
 * The whole suite, first on the embedded database, then, as far as a database matters, on the server that
 * TEST_DATABASE_URL names. Words after `node test/run.ts` choose the files whose names contain one of them.
 */
const wanted = process.argv.slice(2)
const files = fs
  .globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['bench/**'] })
  .filter((file) => wanted.length === 0 || wanted.some((word) => path.join('test', file).includes(word)))
  .sort()
if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its name.`)
  process.exit(2)
}

/** For each file: one whose processes outlive its tests would otherwise hold up the run for ever. No machine is too slow for it. */
const longestMinutes = 20
const serverUrl = process.env.TEST_DATABASE_URL
const failed: string[] = []
/** What failed, in a file for each run. */
const failures = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-failures-'))
/** What all tests together came to. */
const reached = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-reached-'))

/** Of the browser's tests, those that go the whole way from a text to a reader; the others are about pages and keys. */
const wholeWays = ['journey', 'wire-story'].map((name) => path.join('browser', `${name}.test.ts`))

/** A command that opens no database, and a walk that only sees to it that every view is made. */
const withoutIt = ['extract-command.test.ts', 'views.test.ts']

await embeddedTemplate()
run('the embedded database', files, { ON_RECORD_REACHED: reached })
if (wanted.length === 0) tellMissing()
const again = files.filter(mayDependOnTheDatabase)
if (serverUrl && again.length > 0) {
  await serverTemplate(serverUrl)
  run('the PostgreSQL server', again, { TEST_DATABASE_URL: serverUrl })
}

console.log()
if (!serverUrl) console.log('The run on a PostgreSQL server was left out, because TEST_DATABASE_URL is not set.')
if (!findChromium())
  console.log('The browser tests were left out, because no Chromium was found (CHROMIUM can name one).')
// Once more, after all that passed: a log may be cut to its end.
for (const name of failed) {
  console.log(`The run on ${name} failed.`)
  console.log(fs.readFileSync(path.join(failures, name), 'utf8').split('\n').slice(0, 100).join('\n'))
}
fs.rmSync(failures, { recursive: true })
fs.rmSync(reached, { recursive: true })
process.exit(failed.length === 0 ? 0 : 1)

/** What never asks a database, or looks only at how pages behave, would find the same again. */
function mayDependOnTheDatabase(file: string): boolean {
  if (file.startsWith(`browser${path.sep}`)) return wholeWays.includes(file)
  if (withoutIt.includes(file)) return false
  const source = fs.readFileSync(path.join(import.meta.dirname, file), 'utf8')
  return /\bsupport\/|openDatabase|DATABASE/.test(source)
}

/** What a whole run must have come to, and no single file can tell. */
function tellMissing(): void {
  const missing = missingIn(
    reached,
    actionsInWords.map(({ value }) => value),
    withoutEvent,
  )
  if (missing.length === 0) return
  const name = 'what all tests together come to'
  fs.writeFileSync(path.join(failures, name), missing.join('\n'))
  failed.push(name)
}

function run(name: string, files: string[], environment: Record<string, string>): void {
  console.log(`\nTests on ${name}\n`)
  const { TEST_DATABASE_URL: _, DATABASE_URL: __, NODE_TEST_CONTEXT: ___, ...inherited } = process.env
  const options = [
    ...['--test', '--test-concurrency=2', `--test-timeout=${longestMinutes * 60_000}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${path.join(import.meta.dirname, 'support/failures.ts')}`],
    ...[`--test-reporter-destination=${path.join(failures, name)}`],
  ]
  const { status, error } = spawnSync(process.execPath, [...options, ...files.map((file) => path.join('test', file))], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...inherited, ...environment },
  })
  if (error) console.error(`The run on ${name} was stopped: ${error.message}`)
  if (status !== 0) failed.push(name)
}

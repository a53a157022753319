import fs from 'node:fs'
import { mock, run } from 'node:test'
import { inspect } from 'node:util'
import { longestMinutes, type Outcome } from './outcome.ts'

/*
 * A process that runs test files one after another: it loads and compiles only once what they all need, from the desk's
 * code to the database engine. Each file has its own tree of tests, with its own hooks.
 */

process.on('message', (file: string) => {
  void runFile(file).then((outcome) => process.send?.(outcome))
})
process.on('disconnect', () => process.exit(1))

/** The last lines of Node's runner for each tree of tests. */
const isCount = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/

async function runFile(file: string): Promise<Outcome> {
  const begin = { wall: performance.now(), processor: processorSeconds() }
  const outcome: Outcome = { passed: false, counts: {}, lines: [], failures: [], seconds: 0, processor: 0, memory: 0 }
  // A tree of tests ends when its process has nothing left to wait for; the next file should not keep it waiting.
  process.channel?.unref()
  // A file that hangs is ended from outside, with what it has said.
  const running = new Set<string>()
  const tellRunning = () => console.error(`Still running: ${[...running].join(', ')}`)
  const late = setTimeout(tellRunning, (longestMinutes * 60 - 30) * 1000).unref()
  const events = run({ files: [file], isolation: 'none', timeout: longestMinutes * 60_000 })
  events.on('test:dequeue', ({ name }) => running.add(name))
  events.on('test:pass', ({ name, nesting, skip, todo }) => {
    running.delete(name)
    const mark = skip === undefined && todo === undefined ? '✔' : '﹣'
    outcome.lines.push(`${'  '.repeat(nesting)}${mark} ${name}${typeof skip === 'string' ? ` # ${skip}` : ''}`)
  })
  events.on('test:fail', ({ name, nesting, file: where, line, details }) => {
    running.delete(name)
    outcome.lines.push(`${'  '.repeat(nesting)}✖ ${name}`)
    const why = inspect(details.error, { depth: 5 }).replaceAll(/^/gm, '  ')
    outcome.failures.push(`✖ ${name} (${[where, line].join(':')})\n${why}`)
  })
  events.on('test:diagnostic', ({ message }) => {
    if (!isCount.test(message)) outcome.lines.push(`ℹ ${message}`)
  })
  events.on('test:summary', ({ success, counts }) => Object.assign(outcome, { passed: success, counts }))
  for await (const _ of events);
  clearTimeout(late)
  process.channel?.ref()
  // Errors after the end of a test are only reported outside the tests.
  if (!outcome.passed && outcome.failures.length === 0) outcome.failures.push(`✖ ${file}`, ...outcome.lines)
  mock.reset()
  mock.timers.reset()
  outcome.seconds = (performance.now() - begin.wall) / 1000
  outcome.processor = processorSeconds() - begin.processor
  outcome.memory = process.memoryUsage.rss()
  return outcome
}

/** The processor time of this process and, where the system reports it, of its finished children. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  const told = fs.existsSync('/proc/self/stat') ? fs.readFileSync('/proc/self/stat', 'utf8') : ''
  // After the command's name in brackets; in hundredths of a second.
  const fields = told.slice(told.lastIndexOf(')') + 2).split(' ')
  return (user + system) / 1e6 + (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
}

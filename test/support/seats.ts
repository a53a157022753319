import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { longestMinutes, type Outcome } from './outcome.ts'

/** The most memory that a process may have when it takes another file, because its memory grows from file to file. */
const mostMemory = 1.2 * 2 ** 30

/** In a container, what it may use of the machine's. */
const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity)
/**
 * One file more at once than the machine has processors, as each waits now and then for a browser or a killed desk; as far
 * as there is memory for them and the browsers that they start.
 */
const seats = Math.max(1, Math.min(os.availableParallelism() + 1, Math.floor(memory / (2 * 2 ** 30))))

/**
 * Runs the files in order, each in the next free process or, with `alone`, in one of its own, and reports each when it
 * is done.
 */
export async function runAll(
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
  { alone, most = Infinity }: { alone: boolean; most?: number | undefined },
  tell: (file: string, outcome: Outcome) => void,
): Promise<void> {
  const left = [...files]
  const work = async () => {
    let seat: Seat | undefined
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      if (!seat?.isThere()) seat = new Seat(environment)
      const outcome = await seat.run(file)
      tell(file, outcome)
      if (!alone && outcome.memory > 0 && outcome.memory < mostMemory) continue
      await seat.leave()
      seat = undefined
    }
    await seat?.leave()
  }
  await Promise.all(Array.from({ length: Math.min(seats, most, files.length) }, work))
}

/** A process that runs one file after another. */
class Seat {
  readonly #child: ChildProcess
  readonly #ended: Promise<string>
  #said = ''

  constructor(environment: NodeJS.ProcessEnv) {
    this.#child = fork(path.join(import.meta.dirname, 'run-files.ts'), {
      cwd: path.join(import.meta.dirname, '../..'),
      // What a request allocates is gone with its answer: with room for that, it is collected a quarter as often.
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'],
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const listen = (chunk: Buffer) => (this.#said += chunk.toString())
    this.#child.stdout?.on('data', listen)
    this.#child.stderr?.on('data', listen)
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(error.message))
      this.#child.once('exit', (code, signal) => resolve(`its process ended with ${code ?? signal}`))
    })
  }

  /** It may have been killed from outside since its last file. */
  isThere(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null
  }

  async run(file: string): Promise<Outcome> {
    const begin = performance.now()
    const limit = setTimeout(() => this.#child.kill('SIGKILL'), longestMinutes * 60_000)
    const told = new Promise<Outcome>((resolve) => this.#child.once('message', resolve))
    this.#child.send(file, () => {}) // if nobody receives it, the process has ended, which is reported elsewhere
    const outcome = await Promise.race([told, this.#ended])
    clearTimeout(limit)
    const said = this.#said
    this.#said = ''
    if (typeof outcome === 'object')
      return { ...outcome, lines: [...outcome.lines, ...said.split('\n').filter(Boolean)] }

    const seconds = (performance.now() - begin) / 1000
    const late = seconds >= longestMinutes * 60 ? `, after the ${longestMinutes} minutes that a file may take` : ''
    const failures = [`✖ ${file}: ${outcome}${late}\n${said}`]
    return { passed: false, counts: { failed: 1 }, lines: [], failures, seconds, processor: 0, memory: 0 }
  }

  async leave(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect()
    await this.#ended
  }
}

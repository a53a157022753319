import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { compiled } from './durations.ts'

const here = path.join(import.meta.dirname, '../..')

/** A desk in a process of its own, and its output so far. */
export type Started = {
  process: ChildProcess
  said: () => string
  /** Resolves when it has said so; rejects if it ends before. */
  hears: (words: RegExp) => Promise<RegExpExecArray>
  /** How it ended: its exit code, or the signal. */
  code: Promise<number | string | null>
}

const started = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/**
 * Starts a desk as a person would, on a free port; `under` is a command that limits its resources, `root` another copy
 * of the code.
 */
export function startDesk(
  environment: Record<string, string>,
  { args = [], under = [], flags = [], root = here }: Choices = {},
): Started {
  const server = path.join(root, 'src/server.ts')
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...flags, server, ...args]
  const [command = '', ...rest] = [...under, ...node]
  const child = spawn(command, rest, {
    cwd: path.dirname(server),
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    },
  })
  started.add(child)
  let said = ''
  const listeners = new Set<() => void>()
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
    for (const heard of listeners) heard()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const code = once(child, 'close').then(([number, signal]) => {
    started.delete(child)
    return (number ?? signal) as number | string | null
  })
  return {
    process: child,
    said: () => said,
    code,
    hears: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(said)
          if (found) resolve(found)
        }
        listeners.add(look)
        look()
        void code.then((ended) => reject(new Error(`ended with ${ended}: ${said}`)))
      }),
  }
}

type Choices = { args?: string[]; under?: string[]; flags?: string[]; root?: string }

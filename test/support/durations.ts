import fs from 'node:fs'
import path from 'node:path'
import type { Outcome } from './outcome.ts'

/* How long each test file took when it last ran on this machine. */

const root = path.join(import.meta.dirname, '../..')
const cache = path.join(root, 'test/.cache')
const kept = path.join(cache, 'durations.json')

/** Where Node caches compiled code for the next process. */
export const compiled = path.join(cache, 'compiled')

export type Took = Pick<Outcome, 'seconds' | 'processor' | 'counts'> & { on: string; file: string }

export function readDurations(): Took[] {
  return fs.existsSync(kept) ? (JSON.parse(fs.readFileSync(kept, 'utf8')) as Took[]) : []
}

/** Replaces the earlier times of those files on the same database. */
export function keepDurations(took: readonly Took[]): void {
  const isAnew = (old: Took) => took.some(({ on, file }) => on === old.on && file === old.file)
  const all = [...readDurations().filter((old) => !isAnew(old)), ...took]
  const rows = all.map(({ on, file, seconds, processor, counts }) => ({ on, file, seconds, processor, counts }))
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(kept, JSON.stringify(rows))
}

/** Files that took long, or are likely to, come first, so that no processor waits for one long file at the end. */
export function longestFirst(files: readonly string[]): string[] {
  const known = new Map(readDurations().map(({ file, seconds }) => [file, seconds]))
  const guess = (file: string) => {
    const source = fs.readFileSync(path.join(root, file), 'utf8')
    return source.length / 2000 + (/\bspawn|startDesk|startMigrating|openBrowserDesk/.test(source) ? 20 : 0)
  }
  const expected = new Map(files.map((file) => [file, known.get(file) ?? guess(file)]))
  return [...files].sort((a, b) => (expected.get(b) ?? 0) - (expected.get(a) ?? 0) || a.localeCompare(b))
}

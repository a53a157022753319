/** For each file: one that hangs would otherwise hold up the run for ever. The longest takes forty seconds, and two minutes on a busy machine. */
export const longestMinutes = 15

export type Outcome = {
  passed: boolean
  counts: Partial<Record<'tests' | 'suites' | 'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>>
  /** A line for each test, and its other output. */
  lines: string[]
  failures: string[]
  seconds: number
  /** Seconds of processor time. */
  processor: number
  /** The memory of its process at the end, in bytes. */
  memory: number
}

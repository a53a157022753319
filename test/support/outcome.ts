/** For each file: one that hangs would otherwise hold up the run for ever. No machine is too slow for it. */
export const longestMinutes = 20

export type Outcome = {
  passed: boolean
  counts: Partial<Record<'tests' | 'suites' | 'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>>
  /** A line for each test, and what it said besides. */
  lines: string[]
  failures: string[]
  seconds: number
  /** Seconds that processors computed for it. */
  processor: number
  /** Bytes that its process had when it ended. */
  memory: number
}

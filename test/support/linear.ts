import assert from 'node:assert/strict'

/** How much longer the long text is. Linear work takes about this many times as long, quadratic its square: 64. */
const times = 8
const mostTimes = 24
/** Anything faster than this cannot be measured. */
const tooSoonToTell = 100

/**
 * Fails if the work grows faster than the text. For the long text only this thread's processor time counts, so that
 * other processes do not matter, and only the best of several runs, so that garbage collection does not. The short text
 * is processed as often as makes it equally long, by wall time: processor time is counted in ticks, and a short run can
 * fall between two of them.
 */
export function assertLinear(
  of: string,
  work: (text: string) => unknown,
  make: (length: number) => string,
  length: number,
) {
  const [short, long] = [make(length), make(length * times)]
  work(short) // so that it is compiled
  const longTime = best(() => ownTime(() => work(long)), tooSoonToTell)
  if (longTime <= tooSoonToTell) return
  const shortTime = best(() => wallTime(() => repeat(times, () => work(short)))) / times
  assert.ok(
    longTime <= shortTime * mostTimes,
    `${of}: ${long.length} characters took ${longTime.toFixed(0)} ms, ${short.length} took ${shortTime.toFixed(1)} ms`,
  )
}

/** The shortest of several runs, in milliseconds; it stops after one that was fast enough. */
function best(run: () => number, enough = 0): number {
  let fewest = Infinity
  for (let i = 0; i < 3 && fewest > enough; i++) fewest = Math.min(fewest, run())
  return fewest
}

function wallTime(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}

function ownTime(run: () => unknown): number {
  const before = process.threadCpuUsage()
  run()
  return process.threadCpuUsage(before).user / 1000
}

function repeat(often: number, run: () => unknown) {
  for (let i = 0; i < often; i++) run()
}

/** Texts of a given length made of these words, repeated. */
export function repeated(...words: string[]): (length: number) => string {
  return (length) =>
    words
      .map((word) => word.repeat(Math.ceil(length / words.length / word.length)))
      .join('')
      .slice(0, length)
}

import { judgePassword } from '../../src/accounts/strength.ts'
import { readers } from '../support/hostile-texts.ts'
import type { Figure } from './run.ts'

/** How much longer the long text is. Linear work takes about this many times as long, quadratic its square: 64. */
const times = 8
const mostTimes = 24
/** Milliseconds. Anything faster cannot be measured. */
const tooSoonToTell = 50

const hardPasswords = ['4@8({[</369&#!1|0$5', '01012020', 'a', 'Password1!', '😀漢é', 'qwertz ']

/** What was made to keep a reader busy: how many times as long it takes over eight times the text, at worst. */
export async function measureGrowth(progress: (doing: string) => void): Promise<Figure[]> {
  const figures = readers.map(({ name, texts, longest, read }) => {
    progress(name)
    const ratios = Object.entries(texts).map(([of, make]) => ({ of, ratio: ratioOf(read, make, longest) }))
    const worst = ratios.reduce((a, b) => (a.ratio > b.ratio ? a : b))
    const from = { [JSON.stringify(worst.of)]: longest }
    return { name: `${name}: ${times} times the text`, value: worst.ratio, unit: 'times', atMost: mostTimes, from }
  })
  progress('judging passwords')
  await judgePassword('the lists are read by now')
  const passwords: number[] = []
  for (const password of hardPasswords) {
    const long = password.repeat(1000 / password.length)
    passwords.push(await bestOf(3, () => judgePassword(long)))
  }
  const slowest = {
    name: 'the slowest of hard passwords is judged',
    value: Math.max(...passwords),
    unit: 'ms',
    atMost: 500,
  }
  return [...figures, slowest]
}

/** As often as makes it equally long, the short text is read for the comparison; the best of three each. */
function ratioOf(read: (text: string) => unknown, make: (length: number) => string, longest: number): number {
  const [short, long] = [make(longest / times), make(longest)]
  read(short) // so that it is compiled
  const slow = best(() => read(long))
  if (slow <= tooSoonToTell) return slow / tooSoonToTell
  return (
    (slow * times) /
    best(() => {
      for (let i = 0; i < times; i++) read(short)
    })
  )
}

function best(run: () => unknown): number {
  let fewest = Infinity
  for (let i = 0; i < 3 && fewest > tooSoonToTell; i++) fewest = Math.min(fewest, timeOf(run))
  return fewest
}

/** Milliseconds of this thread's own, so that what else runs on the machine does not count. */
function timeOf(run: () => unknown): number {
  const before = process.threadCpuUsage()
  run()
  return process.threadCpuUsage(before).user / 1000
}

async function bestOf(turns: number, run: () => Promise<unknown>): Promise<number> {
  let fewest = Infinity
  for (let i = 0; i < turns; i++) {
    const before = process.threadCpuUsage()
    await run()
    fewest = Math.min(fewest, process.threadCpuUsage(before).user / 1000)
  }
  return fewest
}

import { readDurations } from './support/durations.ts'

/* How long each test file took when it last ran here, the slowest first. */
const took = readDurations().sort((a, b) => b.seconds - a.seconds)
if (took.length === 0) console.log('Nothing was run here yet: npm test, or npm run test:some -- WORD.')
for (const { on, file, seconds, processor, counts } of took) {
  const figures = [`${seconds.toFixed(1)} s`, `${processor.toFixed(1)} s`, `${counts.tests ?? 0} tests`]
  console.log(`${figures.map((figure) => figure.padStart(9)).join(' ')}  ${file} on ${on}`)
}

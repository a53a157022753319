import { floors } from '../eslint.config.ts'
import { findCircles, floorsOf, mayImport, readImports, roomOf } from './structure.ts'

const imports = readImports()
const known = floorsOf(floors)
const all = [...imports].flatMap(([from, others]) => others.map((to) => [from, to] as const))
const between = new Set(all.map(([from, to]) => `${roomOf(from)} ${roomOf(to)}`))
const mutual = [...between].filter((pair) => {
  const [a = '', b = ''] = pair.split(' ')
  return a < b && between.has(`${b} ${a}`)
})
const upwards = all.filter(([from, to]) => !mayImport(known, from, to))
const circles = findCircles(imports)

for (const pair of mutual) console.log(`import each other: ${pair}`)
for (const [from, to] of upwards) console.log(`upwards: ${from} imports ${to}`)
for (const circle of circles) console.log(`circle: ${circle.join(', ')}`)
console.log(
  `${imports.size} files in ${known.size} rooms on ${floors.length} floors: ${mutual.length} pairs of rooms import each other, ` +
    `${upwards.length} imports lead upwards, ${circles.length} circles of files.`,
)
process.exitCode = mutual.length + upwards.length + circles.length === 0 ? 0 : 1

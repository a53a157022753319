import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { builtFrom, leaveOut, leftOut, type Lock, lockWithout } from './production.ts'

/*
 * `npm run build` writes the package for production: the code that runs and the generated client, without the tests,
 * the generator and their tools. `npm ci` in its folder makes it ready to start.
 */
const root = path.join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({ options: { 'without-node': { type: 'boolean' } }, allowPositionals: true })
const folder = path.resolve(positionals[0] ?? path.join(root, 'dist'))
const without = values['without-node'] ? ['node'] : []

type Manifest = {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies?: Record<string, string>
}

if (!fs.existsSync(path.join(root, 'src/database/client/client.ts'))) {
  console.error('The database client is missing: run `npm run generate` first.')
  process.exit(1)
}
if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0 && folder !== path.join(root, 'dist')) {
  console.error(`${folder} is not empty.`)
  process.exit(1)
}
fs.rmSync(folder, { recursive: true, force: true })
for (const name of builtFrom) {
  const isKept = (file: string) => !leftOut.includes(path.relative(root, file))
  fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true, filter: isKept })
}
// What `npm run word-vectors` packed, if somebody did.
if (fs.existsSync(path.join(root, 'vectors')))
  fs.cpSync(path.join(root, 'vectors'), path.join(folder, 'vectors'), { recursive: true })
writeJson('package.json', manifest(readJson('package.json') as Manifest))
writeJson('package-lock.json', lockWithout(readJson('package-lock.json') as Lock, without))
console.log(`Built in ${path.relative(process.cwd(), folder) || '.'}: run \`npm ci\` there, then \`npm start\`.`)

function manifest({ devDependencies: _, scripts, dependencies, ...rest }: Manifest): Manifest {
  const { start = '', demo = '' } = scripts
  const prepare = 'node tools/lighten.ts && ln -sf ../../src/cli.ts node_modules/.bin/on-record'
  return { ...rest, scripts: { prepare, start, demo }, dependencies: leaveOut(dependencies, without) }
}

function readJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'))
}

function writeJson(name: string, value: unknown): void {
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import ts from 'typescript'
import { openDatabase } from '../src/database/connect.ts'
import { noticeOf } from '../tools/notice.ts'
import { builtFrom, type Lock, productionPackages } from '../tools/production.ts'
import { skipOnServer } from './support/database.ts'
import { startDesk } from './support/started.ts'
import { embeddedTemplate } from './support/template.ts'

/* A production install holds what runs and nothing else, and that is enough to run. */

const root = path.join(import.meta.dirname, '..')
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
const lock = JSON.parse(read('package-lock.json')) as Lock
const needed = productionPackages(lock)
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

let built: string
before(() => {
  built = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-built-'))
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/build.ts'), built], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
})
after(() => fs.rmSync(built, { recursive: true, force: true }))

test('production needs neither the generator, nor the compiler, nor anything that only tests use', () => {
  const development = ['prisma', 'elkjs', 'typescript', 'eslint', 'prettier', 'playwright-core', 'react', 'effect']
  assert.deepEqual(
    needed.map(nameOf).filter((name) => development.includes(name)),
    [],
  )
  assert.ok(needed.length <= 313, `${needed.length} packages`)
})

test('production rests only on packages whose licences ask nothing of a newsroom', () => {
  const permissive = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'MIT-0']
  // BSD without a number is the one of two clauses; the others let one choose, or ask for no more than MIT.
  const resvg = '@resvg/resvg-wasm: MPL-2.0'
  const dejaVu = 'dejavu-fonts-ttf: SEE LICENSE IN README.md AND LICENSE'
  // MPL asks for the source of changes to its own files, of which there are none; the font's licence is as free as MIT.
  const looked = ['duck: BSD', 'jszip: (MIT OR GPL-3.0-or-later)', 'pako: (MIT AND Zlib)', resvg, dejaVu]
  const others = needed
    .map((place) => `${nameOf(place)}: ${lock.packages[place]?.license}`)
    .filter((line) => !looked.includes(line) && !permissive.some((licence) => line.endsWith(`: ${licence}`)))
  assert.deepEqual(others, [])
})

test('NOTICE names everything that is shipped, and is shipped', () => {
  const notice = fs.readFileSync(path.join(built, 'NOTICE'), 'utf8')
  assert.equal(notice, noticeOf(lock), 'it is out of date: npm run notice')
  for (const name of ['@resvg/resvg-wasm 2.6.2 .*MPL-2.0', 'dejavu-fonts-ttf 2.37.3 .*Bitstream', '  express 5']) {
    assert.match(notice, new RegExp(name))
  }
  const named = notice.split('\n').filter((line) => line.startsWith('  ') && !line.startsWith('   '))
  assert.ok(named.length > 200, `${named.length} packages`)
})

test('the lock file names no host, so that each machine installs from its own registry', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/)
})

test('what is built imports only files that are in it and packages that production has', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(built, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const files = fs.globSync(['src/**/*.ts', 'prisma/**/*.ts'], { cwd: built })
  const missing = files.flatMap((file) =>
    importsOf(path.join(built, file))
      .filter((name) =>
        name.startsWith('.')
          ? !fs.existsSync(path.join(built, path.dirname(file), name))
          : !(packageOf(name) in dependencies),
      )
      .map((name) => `${file} imports ${name}`),
  )
  assert.ok(files.length > 300, `${files.length} files`)
  assert.deepEqual(missing, [])
})

/** What a file loads; its types need nothing, since they are taken out before it runs. */
function importsOf(file: string): string[] {
  const code = stripTypeScriptTypes(fs.readFileSync(file, 'utf8'))
  const { importedFiles } = ts.preProcessFile(code, true, true)
  return importedFiles.map(({ fileName }) => fileName).filter((name) => !name.startsWith('node:'))
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

test(
  'what is built runs on the packages of production alone, and writes nothing into its own folder',
  {
    skip: skipOnServer,
  },
  async () => {
    installProduction()
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-built-data-'))
    const database = await openDatabase({ dataDir: path.join(dataDir, 'data'), template: await embeddedTemplate() })
    await database.close()
    const before = everything()

    const desk = startDesk({ DATA_DIR: path.join(dataDir, 'data'), NODE_ENV: 'production' }, { root: built })
    const [, address = ''] = await desk.hears(/On Record is at (\S+)/)
    assert.deepEqual(await (await fetch(`${address}/readyz`)).json(), { status: 'ready' })
    const page = await (await fetch(address)).text()
    const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset = '']) => asset)
    assert.ok(assets.length > 0)
    for (const asset of assets) assert.equal((await fetch(address + asset)).status, 200, asset)
    desk.process.kill('SIGTERM')
    assert.equal(await desk.code, 0, desk.said())

    const cli = path.join(built, 'src/cli.ts')
    const story = 'The minister told reporters that the bridge was closed.'
    const extracted = spawnSync(process.execPath, [cli, 'extract', '-'], { input: story, encoding: 'utf8' })
    assert.match(extracted.stdout, /The minister told reporters/, extracted.stderr)

    assert.deepEqual(everything(), before)
    fs.rmSync(dataDir, { recursive: true })
  },
)

/** Copies, since Node looks for what a package imports where the package really is. */
function installProduction(): void {
  for (const place of needed) {
    if (nameOf(place) === 'node' || !fs.existsSync(path.join(root, place))) continue
    const isOwn = (file: string) => !path.relative(path.join(root, place), file).startsWith('node_modules')
    fs.cpSync(path.join(root, place), path.join(built, place), { recursive: true, filter: isOwn })
  }
  const { status, stderr } = spawnSync(process.execPath, ['tools/lighten.ts'], { cwd: built, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  // Without the 13 MB of word vectors, which only who packed them has.
  const promised = everything().filter(([file]) => !file.startsWith(path.join(built, 'vectors')))
  const megabytes = promised.reduce((sum, [, size]) => sum + Math.ceil(size / 4096) * 4096, 0) / 1024 / 1024
  assert.ok(megabytes <= 160, `${Math.round(megabytes)} MB without Node`)
}

function everything(): [string, number][] {
  return fs
    .readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, number] => {
      const file = path.join(entry.parentPath, entry.name)
      return [file, fs.statSync(file).size]
    })
}

test('the image is built from what is built, on the Node that is pinned, and runs as somebody who owns none of it', () => {
  const dockerfile = read('Dockerfile')
  const [, node] = /^ARG NODE=([\d.]+)-/m.exec(dockerfile) ?? []
  assert.equal(node, lock.packages['node_modules/node']?.version)

  const [, final = ''] = dockerfile.split(/^FROM node:\$\{NODE\}$/m)
  assert.match(final, /^USER node$/m)
  assert.match(final, /^HEALTHCHECK (.|\\\n)*\/readyz/m)
  const [, start = ''] = /^CMD (\[.*\])$/m.exec(final) ?? []
  const [program, ...rest] = JSON.parse(start) as string[]
  assert.equal(program, 'node')
  assert.ok(fs.existsSync(path.join(built, rest.at(-1) ?? '')), start)

  const letIn = read('.dockerignore').split('\n')
  const wanted = builtFrom.map((name) => `!${name.split('/')[0]}`)
  assert.deepEqual(
    wanted.filter((line) => !letIn.includes(line)),
    [],
  )
})

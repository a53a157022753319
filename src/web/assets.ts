import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import createError from 'http-errors'
import { type Packable, packFor } from './packing.ts'

const src = path.join(import.meta.dirname, '..')
const sheets = path.join(src, 'browser/styles')
/**
 * The files that the browser may load. TypeScript files keep their names and lose their types, so imports work as
 * written.
 */
const served = [
  'browser/',
  'anchoring/code-points.ts',
  'statements/chain-sentence.ts',
  'statements/form-chain.ts',
  'words/desk-keys.ts',
  'words/typed-date.ts',
]

/** The sheets in `browser/styles/` are sent as one: these first, then the rooms' own by name, and print.css last. */
const sheetsFirst = ['tokens', 'elements', 'page', 'blocks', 'forms', 'text', 'chain']
const sheetsLast = ['print']
/** Frames on other sites have a style sheet of their own. */
const sheetsInFrames = ['tokens', 'embed']

/** Style sheets and scripts, read once at start; their address changes with their content. */
export function assets(): { routes: Router; root: string } {
  const files = new Map<string, File>(listFiles().map((name) => [name, load(name)]))
  files.set('browser/style.css', joinSheets(listSheets()))
  files.set('browser/embed.css', joinSheets(sheetsInFrames))
  const version = createHash('sha256')
    .update([...files.values()].map((file) => file.body.toString()).join('\0'))
    .digest('hex')
    .slice(0, 12)
  const routes = Router()

  routes.get('/assets/:version/*path', async (req, res, next) => {
    const file = files.get([req.params.path].flat().join('/'))
    if (!file) return next(createError(404, 'There is nothing at this address'))
    if (req.params.version === version) res.set('Cache-Control', 'public, max-age=31536000, immutable')
    // A page in a sandboxed frame on another site has no origin, and still needs its style sheet.
    res.set('Cross-Origin-Resource-Policy', 'cross-origin').type(file.type).vary('Accept-Encoding')
    const { body, encoding } = await packFor(req, file)
    if (encoding) res.set('Content-Encoding', encoding)
    res.send(body)
  })
  return { routes, root: `/assets/${version}` }
}

type File = Packable & { type: string }

function load(name: string): File {
  const content = fs.readFileSync(path.join(src, name), 'utf8')
  if (name.endsWith('.ts')) return asFile('text/javascript; charset=utf-8', stripTypeScriptTypes(content))
  return asFile('image/svg+xml; charset=utf-8', content)
}

function asFile(type: string, content: string): File {
  return { type, body: Buffer.from(content), packed: {}, packedBytes: 0 }
}

function listSheets(): string[] {
  const names = fs.readdirSync(sheets).map((file) => path.basename(file, '.css'))
  const elsewhere = [...sheetsFirst, ...sheetsLast, ...sheetsInFrames]
  const own = names.filter((name) => !elsewhere.includes(name)).sort()
  return [...sheetsFirst, ...own, ...sheetsLast]
}

function joinSheets(names: string[]): File {
  const content = names.map((name) => fs.readFileSync(path.join(sheets, `${name}.css`), 'utf8')).join('\n')
  return asFile('text/css; charset=utf-8', content)
}

function listFiles(): string[] {
  const all = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'))
  return all.filter((name) => /\.(ts|svg)$/.test(name) && served.some((start) => name.startsWith(start))).sort()
}

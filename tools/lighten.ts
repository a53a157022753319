import fs from 'node:fs'
import path from 'node:path'

/*
 * `npm ci` in a built package ends with this: it removes what nothing here can use from the installed packages, two
 * thirds of their size. docs/decisions/light-to-install.md gives the reasons.
 */
const modules = path.resolve('node_modules')

/**
 * Prisma's client contains a query compiler for each kind of database, each in a fast and a small form; the desk loads
 * one.
 */
const compilers = path.join(modules, '@prisma/client/runtime')
const ours = /^query_compiler_fast_bg\.postgresql\.(mjs|wasm-base64\.mjs)$/
for (const name of fs.readdirSync(compilers)) {
  if (/^(query_compiler|wasm-compiler-edge)/.test(name) && !ours.test(name)) fs.rmSync(path.join(compilers, name))
}

/** Every Node package contains C headers; each platform has a package of its own. */
for (const headers of fs.globSync('node/node_modules/*/include', { cwd: modules })) {
  fs.rmSync(path.join(modules, headers), { recursive: true })
}

/** Two of its fonts are drawn with: src/embeds/drawing-worker.ts. */
const fonts = path.join(modules, 'dejavu-fonts-ttf/ttf')
for (const name of fs.readdirSync(fonts)) {
  if (!/^DejaVuSans(-Bold)?\.ttf$/.test(name)) fs.rmSync(path.join(fonts, name))
}

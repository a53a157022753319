import fs from 'node:fs'
import path from 'node:path'

/*
 * `npm ci` in a built package ends with this: it removes from the installed packages what nothing here can use, two thirds
 * of what they hold. docs/decisions/light-to-install.md says why each goes.
 */
const modules = path.resolve('node_modules')

/** Prisma's client brings a query compiler for each kind of database, quick and small, twice; the desk loads one. */
const compilers = path.join(modules, '@prisma/client/runtime')
const ours = /^query_compiler_fast_bg\.postgresql\.(mjs|wasm-base64\.mjs)$/
for (const name of fs.readdirSync(compilers)) {
  if (/^(query_compiler|wasm-compiler-edge)/.test(name) && !ours.test(name)) fs.rmSync(path.join(compilers, name))
}

/** What C programs are compiled against is in every Node; each platform's is a package of its own. */
for (const headers of fs.globSync('node/node_modules/*/include', { cwd: modules })) {
  fs.rmSync(path.join(modules, headers), { recursive: true })
}

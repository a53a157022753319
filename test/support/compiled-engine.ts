import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const pglite = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))

/** Held for as long as the process lives. */
let modules: Promise<Compiled> | undefined
type Compiled = { pgliteWasmModule: WebAssembly.Module; initdbWasmModule: WebAssembly.Module }

/**
 * V8 compiles each function of the embedded engine when it is first called, and drops them all with the last database.
 * Where somebody holds the modules, all databases that a process opens, one after the other, share what was compiled:
 * that was two fifths of what a file of tests computes. It also spares V8 from dropping them again and again.
 */
export function compiledEngine(): Promise<Compiled> {
  return (modules ??= compile())
}

async function compile(): Promise<Compiled> {
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([read('pglite.wasm'), read('initdb.wasm')])
  return { pgliteWasmModule, initdbWasmModule }
}

function read(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(fs.readFileSync(path.join(pglite, name)))
}

import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const pglite = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))

/** Held for as long as the process lives. */
let modules: Promise<WebAssembly.Module[]> | undefined

/**
 * V8 compiles each function of the embedded engine when it is first called, and drops them all with the last worker that
 * runs it. Where somebody holds the modules, all databases that a process opens, one after the other, share what was
 * compiled: that was two fifths of what a file of tests computes. It also spares V8 from dropping them again and again.
 */
export async function holdEngine(): Promise<void> {
  modules ??= Promise.all(
    ['pglite.wasm', 'initdb.wasm'].map((name) => WebAssembly.compile(fs.readFileSync(path.join(pglite, name)))),
  )
  await modules
}

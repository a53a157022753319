import assert from 'node:assert/strict'
import { tellFormat } from '../../src/intake/format.ts'
import type { Taken } from '../../src/intake/taken.ts'
import { readInThread } from '../../src/intake/thread.ts'

/** Reads a file as an import does. */
export async function read(bytes: Uint8Array, name: string): Promise<Taken> {
  const given = { bytes, name }
  const format = tellFormat(given)
  assert.ok(format, `${name} is told`)
  return readInThread(format, given)
}

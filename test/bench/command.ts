import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const cli = path.join(import.meta.dirname, '../../src/cli.ts')
const story = path.join(import.meta.dirname, '../extraction/articles/harbour-envoy.txt')
const rounds = 5

/** How long `on-record extract` takes for a short text, from being given to its end: that is all but its start. */
export async function measureCommand(progress: (doing: string) => void): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-bench-'))
  try {
    progress('extract, for the first time')
    const first = await extractOnce(folder)
    const later = []
    for (let round = 1; round <= rounds; round++) {
      progress(`extract, round ${round} of ${rounds}`)
      later.push(await extractOnce(folder))
    }
    // Only the first finds nothing compiled.
    const from = { 'first, s': first, 'later, s': median(later) }
    return [
      { name: 'Command extract on a short text', value: Math.max(first, median(later)), unit: 's', atMost: 1.5, from },
    ]
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function extractOnce(folder: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [cli, 'extract', story], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`extract ended with ${code}`)
  return (performance.now() - began) / 1000
}

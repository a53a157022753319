import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'

const script = path.join(import.meta.dirname, 'write-until-killed.ts')

type Check = { checked: number; found: number; lost: number[]; torn: number[] }

/** Kills a desk again and again while it writes: each acknowledged document must be there, whole, when it starts again. */
export async function killWhileWriting(t: TestContext, kills: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-kill-'))
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }))
  const acknowledged = path.join(folder, 'acknowledged')
  fs.writeFileSync(acknowledged, '')

  // Each life first looks for what all the lives before it were told is kept; the last one only looks.
  let total = 0
  for (let life = 0; life <= kills; life++) {
    const { check, written } = await live({
      life,
      dataDir: path.join(folder, 'data'),
      acknowledged,
      writes: life < kills,
    })
    assert.deepEqual(check.lost, [], `after ${life} kills`)
    assert.deepEqual(check.torn, [], `after ${life} kills, each document is whole and has its event`)
    assert.equal(check.checked, total)
    assert.ok(check.found <= total + life, 'at most one document a kill was kept without having been acknowledged')

    fs.appendFileSync(acknowledged, written.map((id) => `${id}\n`).join(''))
    total += written.length
  }
  t.diagnostic(`${total} documents were acknowledged before ${kills} kills`)
  assert.ok(total >= kills, 'every life wrote something')
}

/** One process from its start to its violent end, at a random moment after its first document. */
async function live({
  life,
  writes,
  ...files
}: {
  life: number
  writes: boolean
  dataDir: string
  acknowledged: string
}) {
  const child = spawn(process.execPath, [script, files.dataDir, files.acknowledged, String(life)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const written: number[] = []
  let check: Check | undefined

  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Check | { written: number }
    if ('written' in said) written.push(said.written)
    else check = said
    if (!writes || written.length === 1) void wait(writes ? Math.random() * 500 : 0).then(() => child.kill('SIGKILL'))
  }
  await ended
  assert.ok(check, 'the desk could be opened')
  return { check, written }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** A process that migrates a database, with the scripts of a folder or ours. */
export function startMigrating(url: string, folder?: string) {
  const script = path.join(import.meta.dirname, 'migrate.ts')
  const process_ = spawn(process.execPath, [script, url, ...(folder === undefined ? [] : [folder])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(process_, 'exit')
  return {
    ended,
    hasEnded: () => process_.exitCode !== null,
    kill: (signal: NodeJS.Signals) => process_.kill(signal),
    names: text(process_.stdout).then((said) => JSON.parse(said || '"killed"') as string[]),
  }
}

/** Kills such a process a moment after it has applied so many migrations. */
export async function killWhileMigrating(client: pg.Client, url: string, signal: NodeJS.Signals, applied: number) {
  const migrating = startMigrating(url)
  while (!migrating.hasEnded() && (await countApplied(client)) < applied) await wait(2)
  await wait(Math.random() * 20)
  migrating.kill(signal)
  await migrating.ended
}

async function countApplied(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  )
  if (!rows[0]?.there) return 0
  const applied = await client.query('SELECT FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  return applied.rowCount ?? 0
}

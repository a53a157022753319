import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ScriptFailed } from './script-failed.ts'

export type Script = { name: string; sql: string }

/** All scripts for a database; docs/decisions/present-text.md says what belongs where. */
export type Scripts = {
  /** Create tables and data, once each, in this order; named like their folder. */
  migrations: Script[]
  /** Functions, views and triggers; all are applied when any of them has changed. */
  text: Script[]
  /** A migration's after.sql: runs once, after the text, to update values stored by functions that have changed. */
  after: Script[]
}

export function readScripts(folder: string): Scripts {
  const migrations = read(folder, 'migrations')
  return {
    migrations: migrations
      .filter(({ name }) => path.basename(name) === 'migration.sql')
      .map(({ name, sql }) => ({ name: path.basename(path.dirname(name)), sql })),
    text: [
      ...inOrder(read(folder, 'functions')),
      ...inOrder(read(folder, 'views')),
      ...read(folder, '').filter(({ name }) => name === 'triggers.sql'),
    ],
    after: migrations.filter(({ name }) => path.basename(name) === 'after.sql'),
  }
}

/** Sent in one piece: only PostgreSQL knows where its statements end. */
export async function runScript(client: pg.Client, { name, sql }: Script): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    throw new ScriptFailed(`${name} failed${placeOf(error, sql)}: ${told(error)}`, {
      code: error.code ?? '',
      cause: error,
    })
  }
}

/** Computed as Prisma does. */
export function checksum({ sql }: Script): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** A script and the thing that it creates have the same name. */
export function nameOfThing(name: string): string {
  return path.basename(name, '.sql')
}

function read(folder: string, part: string): Script[] {
  const inside = path.join(folder, part)
  if (!fs.existsSync(inside)) return []
  return fs
    .readdirSync(inside, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name: path.posix.join(part, name), sql: fs.readFileSync(path.join(inside, name), 'utf8') }))
}

/**
 * Each after those that it names: a view reads other views, and a function without a quoted body needs those that it
 * calls.
 */
function inOrder(scripts: Script[]): Script[] {
  const ordered: Script[] = []
  const met = new Set<Script>()
  const take = (script: Script) => {
    if (met.has(script)) return
    met.add(script)
    const text = script.sql.replaceAll(/--.*/g, '')
    for (const other of scripts) if (new RegExp(`\\b${nameOfThing(other.name)}\\b`).test(text)) take(other)
    ordered.push(script)
  }
  for (const script of scripts) take(script)
  return ordered
}

function told({ message, detail, hint, where }: pg.DatabaseError): string {
  return [message, detail && `DETAIL: ${detail}`, hint && `HINT: ${hint}`, where && `CONTEXT: ${where}`]
    .filter((part) => part)
    .join('\n')
}

/** PostgreSQL counts characters from one; JavaScript counts differently in a script with rare letters. */
function placeOf({ position }: pg.DatabaseError, sql: string): string {
  if (position === undefined) return ''
  const before = [...sql].slice(0, Number(position) - 1)
  return ` at line ${before.filter((sign) => sign === '\n').length + 1}`
}

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ScriptFailed } from './script-failed.ts'

export type Script = { name: string; sql: string }

/** All that is run on a database; docs/decisions/present-text.md says what belongs where. */
export type Scripts = {
  /** Make tables and data, once each, in this order; named as their folder. */
  migrations: Script[]
  /** Functions, views and triggers, applied whole when any of them changed. */
  text: Script[]
  /** A migration's after.sql: once, after the text, to bring what is stored up to date with functions that changed. */
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

/** Sent in one piece: PostgreSQL alone knows where its statements end. */
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

/** As Prisma makes them. */
export function checksum({ sql }: Script): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** What a script makes is named as its file. */
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

/** Each after those that it names: a view reads others, and what a function without a quoted body calls must be there. */
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

/** PostgreSQL counts characters, from one; JavaScript's are others where a script has rare letters. */
function placeOf({ position }: pg.DatabaseError, sql: string): string {
  if (position === undefined) return ''
  const before = [...sql].slice(0, Number(position) - 1)
  return ` at line ${before.filter((sign) => sign === '\n').length + 1}`
}

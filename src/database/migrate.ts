import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

const require = createRequire(import.meta.url)
const prismaFolder = path.join(import.meta.dirname, '../../prisma')
const migrationsFolder = path.join(prismaFolder, 'migrations')
const noFilters = { externalTables: [], externalEnums: [] }

/** Any number, the same in every process: whoever holds it migrates, the others wait. */
const advisoryLock = 7_303_014

type SchemaEngine = {
  applyMigrations(ask: object): Promise<{ appliedMigrationNames: string[] }>
  diff(ask: object): Promise<{ stdout: string | null }>
}
type SchemaEngineClass = { new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine> }

/** Applies the migrations that are missing and tells their names; safe when several processes start at once. */
export async function migrate(connection: pg.PoolConfig): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    if ((await missingMigrations(client)).length === 0) return []

    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    await forgetUnfinished(client)
    const engine = await loadSchemaEngine(inOnePiece(connection))
    const done = await engine.applyMigrations({ migrationsList: migrationsList(), filters: noFilters })
    await client.query('SELECT pg_advisory_unlock($1)', [advisoryLock])
    return done.appliedMigrationNames
  } finally {
    await client.end()
  }
}

/** The names of migrations that this code has and the database has not (or has not finished). */
export async function missingMigrations(db: { query: pg.Pool['query'] }): Promise<string[]> {
  const { rows } = await db.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!rows[0]?.there) return migrationNames()

  const finished = await db.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const names = new Set(finished.rows.map((row) => row.migration_name))
  return migrationNames().filter((name) => !names.has(name))
}

/** The SQL that leads from what the migrations make to what schema.prisma says; the adapters are two blank databases. */
export async function diffMigrations(
  base: SqlMigrationAwareDriverAdapterFactory,
  shadow: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  const engine = await loadSchemaEngine({
    provider: base.provider,
    adapterName: base.adapterName,
    connect: () => base.connect(),
    connectToShadowDb: () => shadow.connect(),
  })
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsList() },
    to: { tag: 'schemaDatamodel', files: schemaFiles().map(([path, content]) => ({ path, content })) },
    script: true,
    exitCode: null,
    filters: noFilters,
  })
  return stdout ?? ''
}

/** A migration applies whole or not at all, so one that failed or was killed may simply be tried again. */
async function forgetUnfinished(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  )
  if (rows[0]?.there) await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL')
}

/**
 * adapter-pg cuts a script at every semicolon, also inside comments and functions. Sent in one piece, PostgreSQL cuts
 * it itself and runs all of it in one transaction.
 */
function inOnePiece(connection: pg.PoolConfig): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(connection)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect()
      adapter.executeScript = async (script) => {
        await adapter.underlyingDriver().query(script)
      }
      return adapter
    },
  }
}

async function loadSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  engineClass ??= instantiate()
  const schemaEngine = await engineClass
  return schemaEngine.new({ datamodels: schemaFiles() }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

let engineClass: Promise<SchemaEngineClass> | undefined // one a process: a second instance breaks the first

async function instantiate(): Promise<SchemaEngineClass> {
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const runtime = (await import(glue)) as Record<string, unknown>
  const bytes = fs.readFileSync(path.join(path.dirname(glue), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': runtime as WebAssembly.ModuleImports,
  })
  const setWasm = runtime['__wbg_set_wasm'] as (exports: WebAssembly.Exports) => void
  setWasm(instance.exports)
  const start = instance.exports['__wbindgen_start'] as () => void
  start()
  return runtime['SchemaEngine'] as SchemaEngineClass
}

function schemaFiles(): [string, string][] {
  const file = path.join(prismaFolder, 'schema.prisma')
  return [[file, fs.readFileSync(file, 'utf8')]]
}

function migrationNames(): string[] {
  return fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function migrationsList() {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

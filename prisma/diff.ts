import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)
const migrationsFolder = path.join(import.meta.dirname, 'migrations')
const noFilters = { externalTables: [], externalEnums: [] }

type SchemaEngine = { diff(ask: object): Promise<{ stdout: string | null }> }
type SchemaEngineClass = { new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine> }

/** The SQL that leads from the result of the migrations to schema.prisma; the adapters are two blank databases. */
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

async function loadSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  engineClass ??= instantiate()
  const schemaEngine = await engineClass
  return schemaEngine.new({ datamodels: schemaFiles() }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

let engineClass: Promise<SchemaEngineClass> | undefined // one per process: a second instance breaks the first

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
  const file = path.join(import.meta.dirname, 'schema.prisma')
  return [[file, fs.readFileSync(file, 'utf8')]]
}

function migrationsList() {
  const names = fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

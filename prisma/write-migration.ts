import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { diffMigrations } from './diff.ts'

/*
 * `npm run migration -- NAME` writes the SQL that leads from the migrations to schema.prisma; read it before keeping
 * it.
 */
const [name] = process.argv.slice(2)
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case: npm run migration -- add_reviews')
  process.exit(2)
}

const blank = async () => new PrismaPGlite(await PGlite.create({ extensions: { pg_trgm } }))
const sql = await diffMigrations(await blank(), await blank())
if (['', '-- This is an empty migration.'].includes(sql.trim())) {
  console.log('The migrations already make what schema.prisma says.')
  process.exit(0)
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.join(import.meta.dirname, 'migrations', `${stamp}_${name}`)
fs.mkdirSync(folder, { recursive: true })
fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
console.log(path.relative(process.cwd(), folder))
process.exit(0)

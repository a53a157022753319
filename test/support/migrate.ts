import { migrate, ourScripts } from '../../src/database/migrate.ts'
import { readScripts } from '../../src/database/scripts.ts'

/* Migrates the database at a given address, with the scripts of a folder or ours, and prints what it applied. */
const [databaseUrl = '', folder] = process.argv.slice(2)
const applied = await migrate(
  { connectionString: databaseUrl },
  folder === undefined ? ourScripts : readScripts(folder),
)
console.log(JSON.stringify(applied))

import { openDatabase } from './connect.ts'

/* Run by embedded.ts with the directory to make: an empty newsroom's database, with every migration, and then the end. */
const [, , dataDir] = process.argv
if (dataDir === undefined) throw new Error('lay-out.ts wants the directory to make')
const database = await openDatabase({ dataDir, inThisProcess: true })
await database.close()
process.exit(0) // the migration's connection would keep it for the ten seconds that connections are kept for

import { openDatabase } from './connect.ts'

/*
 * Run by embedded.ts with the directory to create: makes an empty newsroom's database with every migration, and exits.
 */
const [, , dataDir] = process.argv
if (dataDir === undefined) throw new Error('lay-out.ts wants the directory to make')
const database = await openDatabase({ dataDir, inThisProcess: true })
await database.close()
process.exit(0) // pooled connections would keep the process alive for ten seconds

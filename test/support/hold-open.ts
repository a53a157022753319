import { openDatabase } from '../../src/database/connect.ts'

/* Opens a data directory, says so, and closes it when its input ends. */
const [dataDir = ''] = process.argv.slice(2)
const database = await openDatabase({ dataDir })
console.log('open')
process.stdin.resume().on('end', () => void database.close())

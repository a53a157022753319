import fs from 'node:fs'

/** PostgreSQL takes its log's next piece of sixteen megabytes at once, and ends itself where it finds no room for that. */
const leastBytes = 17 * 1024 * 1024

/** Whether there is too little room on a directory's disk to write to a database in it. */
export function isDiskFull(dataDir: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(dataDir)
    return bavail * bsize < leastBytes
  } catch {
    return false // what is not there is another trouble
  }
}

import fs from 'node:fs'

/** PostgreSQL allocates each WAL segment of sixteen megabytes at once, and ends if there is no room for one. */
const leastBytes = 17 * 1024 * 1024

/** Whether a directory's disk is too full to write to a database in it. */
export function isDiskFull(dataDir: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(dataDir)
    return bavail * bsize < leastBytes
  } catch {
    return false // a missing directory is reported elsewhere
  }
}

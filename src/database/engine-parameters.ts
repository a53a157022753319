import { PGlite } from '@electric-sql/pglite'

/** The engine has one session, and the operating system caches its files: a small buffer saves 120 MB and costs nothing. */
export const leanParameters = [...PGlite.defaultStartParams, '-c', 'shared_buffers=24MB', '-c', 'wal_buffers=1MB']

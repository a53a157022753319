import { Prisma } from './client/client.ts'

/**
 * A condition that is always true. A statement that contains it, and is a transaction of its own, does not wait for the
 * disk. The next forced commit flushes it, and otherwise it is on the disk within a second. Use it for what may be lost
 * when the database server crashes, provided that everything committed later is lost, too.
 */
export const unforced = Prisma.sql`set_config('synchronous_commit', 'off', true) = 'off'`

import { Prisma } from './client/client.ts'

/**
 * A condition that is always met. A statement that has it, and is a transaction of its own, does not wait until the disk
 * has what it wrote: whatever is committed after it takes it along, and by itself it is there within a second. For what may
 * be lost when the database server falls over, if everything committed later is lost, too.
 */
export const unforced = Prisma.sql`set_config('synchronous_commit', 'off', true) = 'off'`

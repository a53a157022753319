import type { Prisma } from '../database/client/client.ts'

/** The order in which a document's first version is the text in which things are recorded: the newest, but no later text. */
export const recordedFirst = [{ isLater: 'asc' }, { number: 'desc' }] satisfies Prisma.VersionOrderByWithRelationInput[]

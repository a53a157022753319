import type { Prisma } from '../database/client/client.ts'
import { readable, type Viewer } from '../policy.ts'

/** Notes as a page shows them, the oldest first: what this viewer may see of them. */
export function notesFor(viewer: Viewer) {
  return {
    where: readable.notes(viewer),
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      visibility: true,
      body: true,
      createdAt: true,
      account: { select: { name: true } },
    },
  } satisfies Prisma.Statement$notesArgs
}

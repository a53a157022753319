import type { Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { recordedFirst } from './recorded-first.ts'

/** Queues a document's newest version for suggestions, again if it was read before. */
export async function askForReading(tx: Db, { documentId, by }: { documentId: number } & By): Promise<void> {
  const { id: versionId } = await tx.version.findFirstOrThrow({
    where: { documentId },
    orderBy: recordedFirst,
    select: { id: true },
  })
  const fresh = {
    state: 'waiting',
    progress: 0,
    attempts: 0,
    heldUntil: null,
    notice: null,
    problem: null,
    askedAt: new Date(),
    finishedAt: null,
    askedById: by,
  } as const
  await tx.reading.upsert({ where: { versionId }, create: { versionId, ...fresh }, update: fresh })
}

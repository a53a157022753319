import type { VersionMethod } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'

type NewVersion = {
  documentId: number
  textId: number
  method: VersionMethod
  originalName: string | null
  original: Uint8Array<ArrayBuffer> | null
  fetchedAt?: Date
}

/** Another text of a known document becomes its newest version; the versions before it stay. */
export async function addVersion(tx: Db, { documentId, textId, by, ...version }: NewVersion & By) {
  const document = await tx.document.findUnique({
    where: { id: documentId },
    select: { state: true, publisherId: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  const [last] = document?.versions ?? []
  if (!document || !last) throw new Refused({ url: `There is no document ${documentId}` })
  await refuseWithTagged(tx, documentId)
  const twin = await tx.document.findFirst({
    where: { textId, publisherId: document.publisherId, NOT: { id: documentId } },
  })
  if (twin) throw new Refused({ url: `Document ${twin.id} of the same publisher already has this text` })
  const number = last.number + 1
  await tx.version.create({
    data: { ...version, documentId, number, textId },
  })
  await tx.document.update({ where: { id: documentId }, data: { textId, revision: { increment: 1 } } })
  await writeEvent(tx, 'document_version_added', { by, documentId, after: { told: `version ${number}` } })
}

/** What was recorded on it would no longer be found on the document's pages: such a text is stored as a later one. */
async function refuseWithTagged(tx: Db, documentId: number): Promise<void> {
  const version = { documentId }
  const counts = await Promise.all([
    tx.statement.count({ where: { version } }),
    tx.evidence.count({ where: { version } }),
    tx.note.count({ where: { version } }),
  ])
  if (counts.every((count) => count === 0)) return
  throw new Refused({
    url: `Statements, evidence or notes are recorded on the text of document ${documentId}. Compare it with them there: /documents/${documentId}/versions`,
  })
}

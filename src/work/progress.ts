import type { Db } from '../database/connect.ts'
import { type Progress, progressSentence } from './words.ts'

export type DocumentProgress = Progress & { line: string }

/**
 * The progress of the work on each of these documents; the database counts it in one function, whose plan is made once.
 */
export async function findProgress(db: Db, documentIds: number[]): Promise<Map<number, DocumentProgress>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db.$queryRaw<(Progress & { documentId: number })[]>`
    SELECT "documentId", "suggested", "decided", "unchecked", "waiting", "drafts" FROM document_progress(${documentIds})`
  return new Map(
    rows.map(({ documentId, ...progress }) => [documentId, { ...progress, line: progressSentence(progress) }]),
  )
}

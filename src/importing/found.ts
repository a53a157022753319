import type { Database, Db } from '../database/connect.ts'
import type { Imported } from '../documents/documents.ts'
import type { FoundDocument } from '../documents/reading-bytes.ts'
import type { NewDocument } from '../documents/schema.ts'
import type { By } from '../history/events.ts'
import type { Store } from '../originals/store.ts'
import { importText } from '../versions/versions.ts'

type More = By & {
  maxTextBytes: number
  store: Store | undefined
  also?: (tx: Db, imported: Imported) => Promise<void>
}

/**
 * Stores one of many documents that were found in files or at addresses, with the bytes that it was read from. Nobody
 * is assigned. Throws Refused with the error beside its field.
 */
export function importFound(
  db: Database,
  { intakeId: _, mends: __, ...document }: NewDocument,
  { originalName, original: bytes, exchange, fetchedFrom }: FoundDocument,
  more: More,
): Promise<Imported> {
  const method = fetchedFrom === undefined ? ('file' as const) : ('fetched' as const)
  const from = fetchedFrom === undefined ? {} : { fetchedFrom }
  const file = { originalName, ...from, ...(bytes && { original: { bytes, ...(exchange && { exchange }) } }) }
  return importText(db, { ...document, ...file, method, isOneOfMany: true, ...more })
}

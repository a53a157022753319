import { z } from 'zod'
import { NoteKind, NoteVisibility } from '../database/client/enums.ts'
import type { Database } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'

export const NewNote = z.object({
  kind: z.enum(NoteKind).default('comment'),
  visibility: z.enum(NoteVisibility).default('internal'),
  body: z.string().trim().min(1, 'Write the note').max(10_000, 'At most 10,000 characters'),
})
export type NewNote = z.output<typeof NewNote>

export type NoteTarget = { documentId: number } | { statementId: number } | { claimId: number } | { sourceId: number }

export function writeNote(db: Database, target: NoteTarget, { by, ...note }: NewNote & { by: number }) {
  return db.$transaction(async (tx) => {
    const written = await tx.note.create({ data: { ...note, ...target, accountId: by } })
    await writeEvent(tx, 'note_written', { by, noteId: written.id, ...target, after: { ...note } })
    return written
  })
}

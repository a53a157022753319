import { z } from 'zod'
import { valuesOf } from '../words/labels.ts'
import { countCodePoints } from '../anchoring/code-points.ts'
import { NoteKind, NoteVisibility } from '../database/client/enums.ts'
import { id, optionalId, revision, ticked, tickedFilter, oneOfThese } from '../words/fields.ts'
import { passageFields } from '../statements/schema.ts'
import { defineForm } from '../web/form-kinds.ts'
import { firstShown, unwritten } from '../words/asked.ts'
import { limit } from '../web/listing.ts'

const mostCharacters = 10_000

/** Of a form where a note may be left out. */
export const noteWords = z
  .string()
  .transform((typed) => typed.toWellFormed().replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim())
  .refine((words) => countCodePoints(words) <= mostCharacters, 'At most 10,000 characters')

const body = noteWords.refine((words) => words !== '', 'Write the note')

export const NewNote = z.object({
  kind: z.enum(NoteKind).default('comment'),
  visibility: z.enum(NoteVisibility).default('internal'),
  body,
  /** For a note on a statement: its step. */
  hopId: unwritten(optionalId),
  /** For a note on a document: it is on a passage with these words or positions. */
  passage: unwritten(ticked.default(false)),
  ...passageFields,
})
export type NewNote = z.output<typeof NewNote>
export const noteForm = defineForm('note', NewNote)
export const passageNoteForm = defineForm('passage-note', NewNote)

export const NewReply = z.object({ visibility: z.enum(NoteVisibility).default('internal'), body })
export type NewReply = z.output<typeof NewReply>
export const replyForm = defineForm('reply', NewReply)

export const EditedNote = z.object({ kind: firstShown(z.enum(NoteKind), 'comment'), body, revision })
export type EditedNote = z.output<typeof EditedNote>
export const noteEditForm = defineForm('note-edit', EditedNote)

/** Withdrawing a note that readers saw needs a reason, an internal one does not: the domain decides. */
export const NoteWithdrawal = z.object({
  reason: z.string().trim().max(2000, 'At most 2000 characters').default(''),
})
export const noteWithdrawalForm = defineForm('note-withdrawal', NoteWithdrawal)

export const NoteFilters = z.object({
  state: z.preprocess((value) => (value === '' ? undefined : value), z.enum(valuesOf('ThreadState')).default('open')),
  kind: oneOfThese(NoteKind),
  on: z.preprocess((value) => (value === '' ? undefined : value), z.enum(valuesOf('NotePlace')).optional()),
  by: optionalId,
  /** Only threads that mention the user. */
  mine: tickedFilter,
  before: id.optional(),
  limit,
})
export type NoteFilters = z.output<typeof NoteFilters>

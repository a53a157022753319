import { z } from 'zod'
import { correction, id, optionalId, revision, ticked } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'
import { unwritten } from '../words/asked.ts'

/** Into which: its name or number as typed, or chosen from several. */
export const MergeInto = z.object({
  into: z.string().trim().max(2000, 'At most 2000 characters').default(''),
  intoId: unwritten(optionalId),
})
export type MergeInto = z.output<typeof MergeInto>
export const mergeIntoForm = defineForm('merge-into', MergeInto, { isKept: false })

export const MergeForm = z.object({
  survivorId: unwritten(id),
  /** What both were when the preview was shown. */
  revision,
  survivorRevision: revision,
  /** Whose name stays. */
  keep: z.enum(['survivor', 'merged']).default('survivor'),
  /** The names that stay as other names; left out altogether: all of them. */
  aliases: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat()),
    z.array(z.string()).max(5000).optional(),
  ),
  /** Of claims: whose verdict stands, and what was found of both when that was decided. */
  verdict: z.enum(['survivor', 'merged']).optional(),
  found: unwritten(z.string().max(100).default('')),
  /** What readers are told, where they see the one that stays. */
  correction,
})
export type MergeForm = z.output<typeof MergeForm>
export const mergeForm = defineForm('merge', MergeForm)

export const PairFilters = z.object({
  /** Those that somebody said are different. */
  different: ticked,
  before: id.optional(),
})
export type PairFilters = z.output<typeof PairFilters>

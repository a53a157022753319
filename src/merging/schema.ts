import { z } from 'zod'
import { correction, id, ids, optionalId, revision, tickedFilter } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'
import { unwritten } from '../words/asked.ts'
import { limit } from '../web/listing.ts'

/** The target: its name or number as typed, or one of several options. */
export const MergeInto = z.object({
  into: z.string().trim().max(2000, 'At most 2000 characters').default(''),
  intoId: unwritten(optionalId),
})
export type MergeInto = z.output<typeof MergeInto>
export const mergeIntoForm = defineForm('merge-into', MergeInto, { isKept: false })

export const MergeDecision = z.object({
  survivorId: unwritten(id),
  /** The revisions of both when the preview was shown. */
  revision,
  survivorRevision: revision,
  /** Whose name stays. */
  keep: z.enum(['survivor', 'merged']).default('survivor'),
  /** The names that stay as other names; if absent, all of them. */
  aliases: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat()),
    z.array(z.string()).max(5000).optional(),
  ),
  /** For claims: whose verdict stays in force, and the results of both when that was decided. */
  verdict: z.enum(['survivor', 'merged']).optional(),
  found: unwritten(z.string().max(100).default('')),
  /** The reason for readers, if they see the survivor. */
  correction,
})
export type MergeDecision = z.output<typeof MergeDecision>
export const mergeForm = defineForm('merge', MergeDecision)

/** The most things that are merged at once. */
export const mostMerged = 20

/** Those ticked in a list, and which of them stays; without it the one with the most on it. */
export const SeveralAsked = z.object({ only: ids, stays: unwritten(optionalId) })

/** A thing and its revision when the preview was shown: "12.3". */
const seen = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/, 'It is the number of a thing, a full stop and its revision')
  .transform((text) => {
    const [id = 0, revision = 0] = text.split('.').map(Number)
    return { id, revision }
  })

export const SeveralDecision = z.object({
  survivorId: unwritten(id),
  /** All of them, also the one that stays. */
  seen: unwritten(z.preprocess(several, z.array(seen).max(mostMerged, `At most ${mostMerged} are merged at once`))),
  /** Whose name stays; without it the survivor's. */
  named: unwritten(optionalId),
  /** The names that stay as other names; if absent, all of them. */
  aliases: MergeDecision.shape.aliases,
  correction,
})
export type SeveralDecision = z.output<typeof SeveralDecision>
export const severalForm = defineForm('merge-several', SeveralDecision)

function several(value: unknown): unknown {
  return value === undefined ? [] : [value].flat()
}

export const PairFilters = z.object({
  /** Those that somebody marked as different. */
  different: tickedFilter,
  before: id.optional(),
  limit,
})
export type PairFilters = z.output<typeof PairFilters>

import { z } from 'zod'
import { EvidenceKind, EvidenceStance } from '../database/client/enums.ts'
import { id, listed, optionalId } from '../fields.ts'
import { PartialDateField } from '../partial-date.ts'

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters`).default('')
const isAddress = (url: string) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
const address = z
  .string()
  .trim()
  .max(2000)
  .default('')
  .refine(isAddress, 'Copy the whole address, beginning with https://')

/** A passage of a stored document (its number and the words), or a link. Left empty it counts as not there. */
export const EvidenceField = z.object({
  kind: z.enum(EvidenceKind).default('other'),
  stance: z.enum(EvidenceStance).default('supports'),
  title: line(300),
  documentId: optionalId,
  quote: line(10_000),
  url: address,
  archiveUrl: address,
  seen: PartialDateField,
  reliability: line(500),
})
export type EvidenceField = z.output<typeof EvidenceField>

const evidence = z.preprocess(listed, z.array(EvidenceField).max(50)).default([])

export const NewVerdict = z
  .object({
    ratingId: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.coerce.number('Choose a rating').int().positive(),
    ),
    reasons: z.string().trim().min(1, 'Give the reasons: what was checked, and what was found').max(10_000),
    /** Only on a statement: one of its steps, where the verdict is on that alone. */
    hopId: optionalId,
    /** The verdict that the form showed; absent where it showed none. */
    supersedesId: optionalId,
    evidence,
    askedOn: PartialDateField,
    answeredOn: PartialDateField,
    reply: line(5000),
  })
  .refine(({ askedOn, answeredOn, reply }) => askedOn !== null || (answeredOn === null && reply === ''), {
    path: ['askedOn'],
    message: 'Say when they were asked',
  })
  .refine(({ answeredOn, reply }) => answeredOn !== null || reply === '', {
    path: ['answeredOn'],
    message: 'Say when they answered',
  })
  .refine(({ askedOn, answeredOn }) => !askedOn || !answeredOn || answeredOn.on >= askedOn.on, {
    path: ['answeredOn'],
    message: 'They cannot have answered before they were asked',
  })
export type NewVerdict = z.output<typeof NewVerdict>

export const VerdictParams = z.object({ id })

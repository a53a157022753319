import { z } from 'zod'
import { EvidenceKind, EvidenceStance } from '../database/client/enums.ts'
import { listed, number, optionalId } from '../words/fields.ts'
import { DayField } from '../words/partial-date.ts'
import { defineForm } from '../web/form-kinds.ts'
import { byNumber, unwritten } from '../words/asked.ts'

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters`).default('')
const isAddress = (url: string) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
const address = z
  .string()
  .trim()
  .max(2000)
  .default('')
  .refine(isAddress, 'Copy the whole address, beginning with https://')

/** A passage of a stored document (its number and the words), or a link. An empty one is ignored. */
export const EvidenceField = z.object({
  kind: z.enum(EvidenceKind).default('other'),
  stance: z.enum(EvidenceStance).default('supports'),
  title: line(300),
  documentId: optionalId,
  quote: line(10_000),
  /** Where the words begin, in code points, if they occur in the text more than once. */
  at: unwritten(
    z
      .string()
      .trim()
      .regex(/^\d{0,9}$/, 'An offset is a number')
      .default(''),
  ),
  url: address,
  /** The publisher of the linked page. */
  publisher: line(200),
  archiveUrl: address,
  seen: DayField,
  reliability: line(500),
})
export type EvidenceField = z.output<typeof EvidenceField>

export const mostEvidence = 50

/** All the evidence of a verdict. */
export const evidence = z
  .preprocess(listed, z.array(EvidenceField).max(mostEvidence, `At most ${mostEvidence} pieces of evidence`))
  .default([])

/** Checkboxes of one name, each with its question as its value. */
export const questions = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(500)).max(500),
)

export const reasonsNeeded = 'Give the reasons: what was checked, and what was found'
export const reasons = z.string().trim().max(10_000, 'At most 10,000 characters')

const chosen = (value: unknown) => (value === '' ? undefined : value)
const rating = number('Choose a rating from the list')
/** Of a form that gives a verdict among other things. */
export const optionalRating = byNumber(z.preprocess(chosen, rating.optional()))

export const NewVerdict = z
  .object({
    ratingId: byNumber(z.preprocess(chosen, rating)),
    /** The questions that were ticked: those of other ratings on the form don't count. */
    checked: questions,
    reasons: reasons.min(1, reasonsNeeded),
    /** For a statement: one of its steps, if the verdict is only on that. */
    hopId: unwritten(optionalId),
    /** The verdict that the form showed; absent if it showed none. */
    supersedesId: unwritten(optionalId),
    evidence,
    askedOn: DayField,
    answeredOn: DayField,
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
  .refine(({ askedOn, answeredOn }) => !askedOn || !answeredOn || answeredOn >= askedOn, {
    path: ['answeredOn'],
    message: 'They cannot have answered before they were asked',
  })
export type NewVerdict = z.output<typeof NewVerdict>
export const verdictForm = defineForm('verdict', NewVerdict)

/** The form's second button, for people without scripts: the form again, with another piece of evidence. */
export function asksForMore(body: unknown): boolean {
  return z.object({ more: z.literal('evidence') }).safeParse(body).success
}

/** The step selected by a link. */
export const StepQuery = z.object({ step: optionalId })

/** The step that a verdict form names. */
export const SentStep = z.object({ hopId: optionalId.catch(undefined) })

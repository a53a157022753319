import { z } from 'zod'
import { valuesOf } from '../words/labels.ts'
import { ChallengeState } from '../database/client/enums.ts'
import { defineForm } from '../web/form-kinds.ts'
import { unwritten } from '../words/asked.ts'
import { id, reason, revision, oneOfThese } from '../words/fields.ts'
import { kindsOf, type Room } from './targets.ts'
import { limit } from '../web/listing.ts'

const words = (sentence: string) =>
  z.string().trim().min(1, sentence).max(5000, 'At most 5,000 characters: say the most important first')

const given = z.object({
  body: words('Say what is wrong'),
  shows: z.string().trim().max(2000, 'At most 2,000 characters').default(''),
  name: z.string().trim().max(100, 'At most 100 characters').default(''),
  /** The stamp that the form got when it was opened. */
  stamp: z.string().max(200).catch(''),
  /** A field that people neither see nor reach: only a program that fills in everything fills it. */
  subject: z.preprocess((value) => value !== undefined && value !== '', z.boolean()),
})

/** The reasons for a challenge depend on its target; if there is only one, the form does not ask. */
export function newChallenge(room: Room) {
  const [first, ...others] = kindsOf[room]
  const kind = z.enum([first, ...others])
  return given.extend({ kind: others.length === 0 ? kind.default(first) : kind })
}
/** Its sender has no account, so a draft would belong to nobody. */
export const challengeForm = defineForm('challenge', given, { isKept: false })
export type NewChallenge = z.output<ReturnType<typeof newChallenge>>

export const AddedWords = z.object({ body: words('Write what you want to add') })
export const addedWordsForm = defineForm('added-words', AddedWords, { isKept: false })

export const FirstLook = z.object({
  revision,
  decision: unwritten(z.enum(['open', 'refuse'])),
  /** Only for the sender. */
  reason: z.string().trim().max(2000, 'At most 2000 characters').default(''),
})
export type FirstLook = z.output<typeof FirstLook>
export const firstLookForm = defineForm('first-look', FirstLook)

export const LookAtWords = z.object({ decision: z.enum(['show', 'keep_back']) })
export type LookAtWords = z.output<typeof LookAtWords>

export const Resolution = z.object({
  revision,
  outcome: z.enum(valuesOf('Outcome')),
  reason: reason('Say why, for readers'),
  changed: z.string().trim().max(2000, 'At most 2000 characters').default(''),
})
export type Resolution = z.output<typeof Resolution>
export const resolutionForm = defineForm('resolution', Resolution)

export const Reopening = z.object({ revision, reason: reason('Say why it is reopened') })
export type Reopening = z.output<typeof Reopening>
export const reopeningForm = defineForm('reopening', Reopening)

export const Redaction = z.object({ revision, reason: reason('Say why the words are removed: readers see the reason') })
export type Redaction = z.output<typeof Redaction>
export const redactionForm = defineForm('redaction', Redaction)

export const ChallengeFilters = z.object({
  state: oneOfThese(ChallengeState),
  before: id.optional(),
  limit,
})
export type ChallengeFilters = z.output<typeof ChallengeFilters>

import { z } from 'zod'
import { ids, reason, revision } from '../words/fields.ts'
import { PartQuery } from '../documents/schema.ts'
import { defineForm } from '../web/form-kinds.ts'
import { byNumber, unwritten } from '../words/asked.ts'

export const Publication = z.object({
  revision,
  /** What the page showed; a program that has not looked sends none, and publishes what is ready. */
  digest: unwritten(z.string().max(100)).optional(),
  claimIds: byNumber(ids),
  verdictIds: byNumber(ids),
})
export type Publication = z.output<typeof Publication>
export const publicationForm = defineForm('publication', Publication)

/** Which part of a long text is shown, and whether what nobody asks about any more begins ticked. */
export const ReviewQuery = PartQuery.extend({ tick: z.literal('settled').optional() })

export const Withdrawal = z.object({ reason: reason('Say why, for readers: this stays on the page') })
export const withdrawalForm = defineForm('withdrawal', Withdrawal)

export const SentBack = z.object({ reason: reason('Say what needs to be changed') })
export const returnForm = defineForm('return', SentBack)

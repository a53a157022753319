import { z } from 'zod'
import { unwritten } from '../words/asked.ts'
import { reason } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'

export const LaterText = z.object({
  /** Empty: it is fetched again from the document's address. */
  text: z.string().default(''),
})
export const versionForm = defineForm('version', LaterText)

/** What an editor decides about another text that was found at a document's address. */
export const FoundText = z.object({
  decision: z.enum(['store', 'decline'], 'Choose whether it is a new version'),
  /** Which text was shown, so that nobody decides about another. */
  found: unwritten(z.string().max(100)),
})
export const foundTextForm = defineForm('found-text', FoundText)

export const SettledPassage = z.discriminatedUnion('settlement', [
  z.object({ settlement: z.literal('accepted') }),
  z.object({ settlement: z.literal('kept') }),
  z.object({
    settlement: z.literal('withdrawn'),
    reason: reason('Say why, for readers: this stays on the page'),
  }),
])
export type SettledPassage = z.output<typeof SettledPassage>
export const passageForm = defineForm('passage', SettledPassage)

import { z } from 'zod'
import { reason } from '../words/fields.ts'
import { defineForm } from '../web/form-kinds.ts'

export const LaterText = z.object({
  /** Empty: it is fetched again from the document's address. */
  text: z.string().default(''),
})
export const versionForm = defineForm('version', LaterText)

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

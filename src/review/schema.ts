import { z } from 'zod'
import { id, ids, reason } from '../words/fields.ts'

export const Publication = z.object({ revision: id, claimIds: ids, verdictIds: ids })
export type Publication = z.output<typeof Publication>

export const Withdrawal = z.object({ reason: reason('Say why, for readers: this stays on the page') })

export const SentBack = z.object({ reason: reason('Say what is to be mended') })

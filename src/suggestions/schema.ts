import { z } from 'zod'
import type { Statement } from '../extraction/statement.ts'
import { defineForm } from '../web/form-kinds.ts'

/** "Accept all from here up": 0.9 means nine in ten are right. */
export const AcceptedAbove = z.object({
  confidence: z.coerce.number('Choose how sure the rules must be').min(0, 'From 0 to 1').max(1, 'From 0 to 1'),
})

export const acceptancesForm = defineForm('acceptances', AcceptedAbove)

/** The rules' result, stored as JSON; only finishReading writes it. */
export function readFound(found: unknown): Statement {
  return found as Statement
}

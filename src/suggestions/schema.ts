import { z } from 'zod'
import { DismissalReason } from '../database/client/enums.ts'
import type { Statement } from '../extraction/statement.ts'
import { defineForm } from '../web/form-kinds.ts'
import { oneOfThese, onwards } from '../words/fields.ts'

/** "Accept all from here up": 0.9 means nine in ten are right. */
export const AcceptedAbove = z.object({
  confidence: z.coerce.number('Choose how sure the rules must be').min(0, 'From 0 to 1').max(1, 'From 0 to 1'),
})

export const acceptancesForm = defineForm('acceptances', AcceptedAbove)

/** Why it is dismissed, if somebody says so; also of what is dismissed already. */
export const Dismissal = z.object({ reason: oneOfThese(DismissalReason) })
export type Dismissal = z.output<typeof Dismissal>

/** What the newsroom is shown. */
export const ShownChoice = z.object({
  alsoAttitudes: z.stringbool().or(z.boolean()).optional(),
  inTextOrder: z.stringbool().or(z.boolean()).optional(),
  next: onwards('/desk'),
})

/** The rules' result, stored as JSON; only finishReading writes it. */
export function readFound(found: unknown): Statement {
  return found as Statement
}

import { linkSentClaim } from '../claims/claims.ts'
import type { Database } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import type { NewStatement } from '../statements/schema.ts'
import { createStatement } from '../statements/statements.ts'
import { markAccepted } from './decisions.ts'

/**
 * Records a statement, with its suggestion and its claim, in one transaction. Statements that share a `batch` are
 * undone in one step.
 */
export function recordStatement(
  db: Database,
  { claim: sentence, claimId, ...given }: NewStatement & { documentId: number; batch?: string } & By,
) {
  return db.$transaction(async (tx) => {
    const { documentId, suggestionId, by } = given
    const statement = await createStatement(tx, given)
    const statementId = statement.id
    if (suggestionId !== undefined) await markAccepted(tx, { suggestionId, documentId, statementId, by })
    if (sentence || claimId) {
      const link = { sentence, claimId, known: '', stance: 'asserts', topics: [] } as const
      await linkSentClaim(tx, { statementId, documentId, ...link, topics: [], by })
    }
    return statement
  })
}

import { linkSentClaim } from '../claims/claims.ts'
import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { NewStatement } from '../statements/schema.ts'
import { createStatement } from '../statements/statements.ts'
import { markAccepted } from './decisions.ts'
import { isMended } from './mended.ts'
import { readFound } from './schema.ts'
import { suggestedValues } from './values.ts'

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
    if (suggestionId !== undefined) {
      const mended = await differsFromSuggested(tx, { suggestionId, given: { ...given, claim: '' } })
      await markAccepted(tx, { suggestionId, documentId, statementId, mended, by })
    }
    if (sentence || claimId) {
      const link = { sentence, claimId, known: '', stance: 'asserts', topics: [] } as const
      await linkSentClaim(tx, { statementId, documentId, ...link, topics: [], by })
    }
    return statement
  })
}

async function differsFromSuggested(
  tx: Db,
  { suggestionId, given }: { suggestionId: number; given: NewStatement },
): Promise<boolean> {
  const suggestion = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    select: { found: true, version: { select: { text: { select: { content: true } } } } },
  })
  if (!suggestion) return false
  const values = suggestedValues(readFound(suggestion.found), suggestion.version.text.content)
  return isMended(given, NewStatement.parse(values))
}

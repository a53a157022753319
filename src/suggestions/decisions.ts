import type { Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { Refused } from '../refused.ts'

type Decided = { suggestionId: number; documentId: number; statementId: number; mended?: boolean } & By

/** Records which statement a suggestion became. Throws Refused if somebody else has decided on it before. */
export async function markAccepted(
  tx: Db,
  { suggestionId, documentId, statementId, mended = false, by }: Decided,
): Promise<void> {
  const { count } = await tx.suggestion.updateMany({
    where: { id: suggestionId, state: 'open', version: { documentId } },
    data: { state: 'accepted', statementId, mended, decidedById: by, decidedAt: new Date() },
  })
  if (count === 0) throw new Refused({ suggestionId: await whyNot(tx, suggestionId) })
}

/** The sentence for somebody whose page still shows a suggestion that was decided meanwhile. */
export async function whyNot(tx: Db, suggestionId: number): Promise<string> {
  const found = await tx.suggestion.findUnique({ where: { id: suggestionId }, include: { decidedBy: true } })
  const who = found?.decidedBy?.name ?? 'Somebody'
  if (found?.state === 'accepted')
    return `${who} has accepted this suggestion already, as statement ${found.statementId}`
  if (found?.state === 'dismissed') return `${who} has dismissed this suggestion. Bring it back first`
  return 'This suggestion is gone, because the text was read again. Reload the page'
}

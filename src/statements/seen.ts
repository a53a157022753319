import type { Db } from '../database/connect.ts'
import type { Seen } from '../review/corrections.ts'
import { label } from '../web/words.ts'
import { chainLine } from './presentation.ts'
import { statementFor } from './queries.ts'

/** What readers see of a statement, in words: what a correction of it is compared by. */
export async function findStatementSeen(db: Db, id: number): Promise<Seen> {
  const { words, mode, act, polarity, hops } = statementFor(null)
  const { version, ...statement } = await db.statement.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ words, mode, act, polarity, hops },
      version: { select: { document: { select: { publisher: { select: { name: true } } } } } },
    },
  })
  const unnamed = statement.hops.flatMap((hop) => [hop.anonymityReason, hop.knowledgeBasis].filter((it) => it !== null))
  return {
    words: statement.words,
    mode: label(statement.mode),
    act: label(statement.act),
    polarity: label(statement.polarity),
    way: chainLine(statement.hops, version.document.publisher.name),
    unnamed: unnamed.join('; '),
  }
}

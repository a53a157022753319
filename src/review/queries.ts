import type { Db } from '../database/connect.ts'
import { head } from '../documents/queries.ts'
import type { Viewer } from '../policy.ts'
import { chainLine } from '../statements/presentation.ts'
import { statementFor } from '../statements/queries.ts'
import { documentPath } from '../web/addresses.ts'

/** What publishing would do: the statements that are ready, those that are not, and what else could go with them. */
export async function findPublicationPlan(db: Db, viewer: Viewer, id: number) {
  const document = await db.document.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          statements: { where: { state: { not: 'withdrawn' } }, orderBy: { id: 'asc' }, select: statementFor(viewer) },
        },
      },
    },
  })
  const statements = (document.versions[0]?.statements ?? []).map((row) => ({
    ...row,
    line: chainLine(row.hops, document.publisher.name),
  }))
  const claims = new Map(statements.flatMap((row) => row.claims.map(({ claim }) => [claim.id, claim])))
  const verdicts = statements.flatMap((row) => [
    ...row.verdicts.map((verdict) => ({ ...verdict, on: row.words })),
    ...row.hops.flatMap((hop) => hop.verdicts.map((verdict) => ({ ...verdict, on: row.words }))),
    ...row.claims.flatMap(({ claim }) => claim.verdicts.map((verdict) => ({ ...verdict, on: claim.sentence }))),
  ])
  const once = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return {
    document: { ...document, versions: undefined, path: documentPath(document) },
    ready: statements.filter((row) => row.state === 'ready').map(short),
    unready: statements.filter((row) => row.state === 'draft').map(short),
    published: statements.filter((row) => row.state === 'published').length,
    claims: [...claims.values()]
      .filter((claim) => claim.state === 'draft' || claim.state === 'in_review')
      .map(({ id, sentence }) => ({ id, sentence })),
    verdicts: [...once.values()]
      .filter((verdict) => verdict.state === 'draft')
      .map(({ id, on, rating, reasons, accountId }) => ({ id, on, rating, reasons, isOwn: accountId === viewer?.id })),
  }
}

function short({ id, words, line }: { id: number; words: string; line: string }) {
  return { id, words, line }
}

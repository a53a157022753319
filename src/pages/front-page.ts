import type { Db } from '../database/connect.ts'
import type { Rating } from '../findings/standing.ts'
import type { Viewer } from '../policy.ts'
import { writeHeadline } from '../statements/headline.ts'
import { nameOf, presentInList, type StatementLine } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import { seen } from '../visible/conditions.ts'
import { claimPath } from '../words/addresses.ts'
import { cut } from '../words/cut.ts'

const mostFindings = 6

type Finding = {
  id: number
  path: string
  title: string
  at: Date | null
  reasons: string
  rating: Rating
  /** Null where it is of a claim. */
  statement: StatementLine | null
}

/** What was found last of claims and statements, the newest first, each thing once. */
export async function listFindings(db: Db, viewer: Viewer) {
  const rows = await db.verdict.findMany({
    // The same for an editor: what is on the front page is published.
    where: { AND: [seen.verdict, { hopId: null }] },
    orderBy: { publishedAt: 'desc' },
    take: 4 * mostFindings,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      reasons: true,
      publishedAt: true,
      rating: { select: { slug: true, label: true, meaning: true, tone: true } },
      claim: { select: { id: true, sentence: true } },
      statement: { select: listedStatementFor(viewer) },
    },
  })
  const listed = new Set<string>()
  const findings = rows.flatMap(({ id, claim, statement, rating, reasons, publishedAt }): Finding[] => {
    const path = claim ? claimPath(claim) : statement ? `/statements/${statement.id}` : null
    if (path === null || listed.has(path)) return []
    listed.add(path)
    const common = { id, at: publishedAt, reasons: cut(reasons, 220) }
    if (claim) return [{ ...common, path, title: claim.sentence, rating, statement: null }]
    return statement ? [{ ...common, ...asFinding(statement), rating }] : []
  })
  return findings.slice(0, mostFindings)
}

function asFinding(row: Parameters<typeof presentInList>[0]) {
  const statement = presentInList(row)
  const [origin] = row.hops
  const { act, polarity, words } = row
  const title = writeHeadline({
    ...{ act, polarity, words },
    origin: origin
      ? { ...origin, who: nameOf(origin), addressee: origin.addresseeSource?.name ?? origin.addressee }
      : null,
    publisher: statement.document.publisher.name,
  })
  return { path: statement.path, title, statement }
}

import type { Db } from '../database/connect.ts'
import type { Rating } from '../findings/standing.ts'
import type { Viewer } from '../policy.ts'
import { writeHeadline } from '../statements/headline.ts'
import { nameOf, presentTold, type ToldLine } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import { type ToldRecheck, withRechecks } from '../recheck/told.ts'
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
  statement: ToldLine | null
  checkedAgain: ToldRecheck | null
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
  const [claims, statements] = await Promise.all([
    withRechecks(
      db,
      'claim',
      rows.flatMap(({ claim }) => claim ?? []),
    ),
    withRechecks(
      db,
      'statement',
      rows.flatMap(({ statement }) => statement ?? []),
    ),
  ])
  const findings = rows.flatMap(({ id, rating, reasons, publishedAt, ...about }): Finding[] => {
    const claim = claims.find((one) => one.id === about.claim?.id)
    const statement = statements.find((one) => one.id === about.statement?.id)
    const path = claim ? claimPath(claim) : statement ? `/statements/${statement.id}` : null
    if (path === null || listed.has(path)) return []
    listed.add(path)
    const common = { id, at: publishedAt, reasons: cut(reasons, 220) }
    if (claim) {
      const { sentence: title, checkedAgain } = claim
      return [{ ...common, path, title, rating, statement: null, checkedAgain }]
    }
    return statement ? [{ ...common, ...asFinding(statement), rating }] : []
  })
  return findings.slice(0, mostFindings)
}

function asFinding(row: Parameters<typeof presentTold>[0]) {
  const statement = presentTold(row)
  const [origin] = row.hops
  const { act, polarity, words } = row
  const title = writeHeadline({
    ...{ act, polarity, words },
    origin: origin
      ? { ...origin, who: nameOf(origin), addressee: origin.addresseeSource?.name ?? origin.addressee }
      : null,
    publisher: statement.document.publisher.name,
  })
  return { path: statement.path, title, statement, checkedAgain: statement.checkedAgain }
}

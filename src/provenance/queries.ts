import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { presentStatement } from '../statements/presentation.ts'
import { findStatement } from '../statements/queries.ts'
import { presentVerdict, verdictsFor } from '../findings/queries.ts'
import { sourcePath } from '../words/addresses.ts'

export type Chain = Awaited<ReturnType<typeof findChain>>
export type ClaimVerdicts = Awaited<ReturnType<typeof findClaimVerdicts>>

/** A statement's chain; each step has the source it names, and the day as data. */
export async function findChain(db: Db, viewer: Viewer, id: number) {
  const { version, ...row } = await findStatement(db, viewer, id)
  const { document, number, fetchedAt } = version
  const publisher = { name: document.publisher.name, path: sourcePath(document.publisher), title: document.title }
  const { steps, words, verdicts } = presentStatement(row, publisher, { seesDrafts: may(viewer, 'read drafts') })
  return {
    id,
    words,
    verdicts,
    version: { number, fetchedAt },
    document,
    steps: steps.map((step, i) => {
      const { naming, source, saidOn, saidPrecision } = row.hops[i] ?? {}
      return {
        ...step,
        source: naming === 'named' && source ? source : null,
        said: saidOn && saidPrecision ? { on: saidOn, precision: saidPrecision } : null,
      }
    }),
  }
}

export async function findClaimVerdicts(db: Db, viewer: Viewer, id: number) {
  const { verdicts, ...claim } = await db.claim.findFirstOrThrow({
    where: { id, AND: readable.claims(viewer) },
    relationLoadStrategy: 'join',
    select: { id: true, sentence: true, verdicts: verdictsFor(viewer) },
  })
  return { ...claim, verdicts: verdicts.map(presentVerdict) }
}

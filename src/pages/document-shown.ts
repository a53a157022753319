import { formatDate } from '../words/dates.ts'

type Correction = { id: number; reason: string; createdAt: Date; statement: { id: number; words: string } | null }
type Told = { on: Date; date: string; reason: string; href: string }

/** What a document's page says beside it: what was corrected last, and at which statement, told at its card, too. */
export function documentPage(corrections: readonly Correction[], shown: readonly { id: number }[]) {
  const [last] = corrections
  const here = new Set(shown.map(({ id }) => id))
  const ofStatements = Map.groupBy(corrections, ({ statement }) => statement?.id)
  return {
    corrected: last ? { ...tell(last, here), earlier: corrections.length - 1 } : null,
    /** By statement, the newest of each. */
    correctedAt: Object.fromEntries(
      [...ofStatements].flatMap(([id, [newest]]) =>
        id !== undefined && newest ? [[id, tell(newest, here)] as const] : [],
      ),
    ),
  }
}

function tell({ reason, createdAt, statement }: Correction, here: Set<number>): Told {
  const href = statement && here.has(statement.id) ? `#statement-${statement.id}` : '#corrections'
  return { on: createdAt, date: formatDate(createdAt), reason, href }
}

import type { Db } from '../database/connect.ts'
import { findPlaceAtDesk } from '../documents/parts.ts'

type Row = { id: number; isChecked: boolean; evidenceOf: number | null }

/**
 * Of the text that a statement stands in: how many statements nobody has checked yet, which of them comes next after it,
 * from the end on again from the beginning, and which verdict with evidence is the nearest above. A statement is checked
 * where it has a verdict as a whole, as the document's summary counts.
 */
export async function findAround(db: Db, id: number) {
  const rows = await listInTextOrder(db, id)
  const at = rows.findIndex((row) => row.id === id)
  const left = rows.filter(({ isChecked }) => !isChecked)
  const later = rows.slice(at + 1).find(({ isChecked }) => !isChecked)
  return {
    left: left.length,
    count: rows.length,
    nextId: (later ?? left.find((row) => row.id !== id))?.id ?? null,
    evidenceOf: rows.slice(0, Math.max(at, 0)).findLast(({ evidenceOf }) => evidenceOf !== null)?.evidenceOf ?? null,
  }
}

/** For a statement's own page: its place at the desk, and what is to be checked beside it. */
export async function findCheckLinks(db: Db, id: number) {
  const [around, desk] = await Promise.all([findAround(db, id), findPlaceAtDesk(db, id)])
  return { around, desk }
}

function listInTextOrder(db: Db, id: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT s."id",
      EXISTS (SELECT FROM "Verdict" v WHERE v."statementId" = s."id" AND v."state" <> 'withdrawn') AS "isChecked",
      (SELECT v."id" FROM "Verdict" v
        WHERE v."statementId" = s."id" AND v."state" <> 'withdrawn'
          AND EXISTS (SELECT FROM "Evidence" e WHERE e."verdictId" = v."id")
        ORDER BY v."id" DESC LIMIT 1) AS "evidenceOf"
    FROM "Statement" s
    LEFT JOIN "Span" p ON p."statementId" = s."id" AND p."position" = 0
    WHERE s."versionId" = (SELECT "versionId" FROM "Statement" WHERE "id" = ${id}) AND s."state" <> 'withdrawn'
    ORDER BY p."start", s."id"`
}

/** The evidence that "same as the statement above" means, as the form shows it; null where there is none. */
export async function findOptionalAbove(db: Db, verdictId: number | null) {
  if (verdictId === null) return null
  const verdict = await db.verdict.findUnique({
    where: { id: verdictId },
    select: {
      id: true,
      statement: { select: { id: true, words: true } },
      evidence: {
        orderBy: { position: 'asc' },
        select: { kind: true, stance: true, title: true, quote: true, url: true },
      },
    },
  })
  return verdict?.statement ? { verdictId: verdict.id, ...verdict.statement, evidence: verdict.evidence } : null
}

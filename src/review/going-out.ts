import { createHash } from 'node:crypto'
import type { Db } from '../database/connect.ts'

/** What a publication would show readers, as far as somebody else may change it while a reviewer reads the page. */
export type GoingOut = { statementIds: number[]; digest: string }

/**
 * The document's finished statements, with a digest of them, of what is still asked about them, and of the claims that
 * can be ticked. Read before the page that shows them, so that the digest is never newer than the page.
 */
export async function findGoingOut(db: Db, documentId: number): Promise<GoingOut> {
  const ready = { state: 'ready', version: { documentId } } as const
  const statements = await db.statement.findMany({
    where: ready,
    orderBy: { id: 'asc' },
    select: { id: true, revision: true },
  })
  const claims = await db.claim.findMany({
    where: {
      state: { in: ['draft', 'in_review'] },
      statements: { some: { statement: { state: { not: 'withdrawn' }, version: { documentId } } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, sentence: true },
  })
  const notes = await db.note.findMany({
    where: {
      kind: { in: ['question', 'correction'] },
      parentId: null,
      resolvedAt: null,
      withdrawnAt: null,
      OR: [{ statement: ready }, { hop: { statement: ready } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, revision: true },
  })
  const read = [statements, claims, notes].map((rows) => rows.map((row) => Object.values(row)))
  const digest = createHash('sha256').update(JSON.stringify(read)).digest('base64url')
  return { statementIds: statements.map(({ id }) => id), digest }
}

/** The same, with those rows locked until the transaction ends: nobody changes them between the look and the change. */
export async function lockGoingOut(tx: Db, documentId: number, claimIds: number[]): Promise<GoingOut> {
  await tx.$executeRaw`
    SELECT s."id" FROM "Statement" s JOIN "Version" v ON v."id" = s."versionId"
    WHERE v."documentId" = ${documentId} AND s."state" = 'ready' ORDER BY s."id" FOR NO KEY UPDATE OF s`
  await tx.$executeRaw`SELECT "id" FROM "Claim" WHERE "id" = ANY (${claimIds}) ORDER BY "id" FOR NO KEY UPDATE`
  return findGoingOut(tx, documentId)
}

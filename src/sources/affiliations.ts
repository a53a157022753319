import type { Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { foldName } from '../words/names.ts'
import type { EditedSource } from './schema.ts'
import { chooseSource } from './sources.ts'

/** Updates the bodies that a source works for: finds the named ones, and replaces its affiliations. */
export async function replaceAffiliations(
  tx: Db,
  id: number,
  { affiliations, by }: Pick<EditedSource, 'affiliations'> & By,
): Promise<void> {
  const before = await tx.sourceAffiliation.findMany({ where: { sourceId: id }, include: { body: true } })
  if (before.length === 0 && affiliations.length === 0) return
  const kept = new Set<number>()
  for (const [i, { body, bodyId, since, until }] of affiliations.entries()) {
    // An ambiguous name that was there before still means the same body.
    const same = before.find((row) => row.body.folded === foldName(body))
    const chosen = await chooseSource(tx, {
      name: body,
      kind: 'organisation',
      sourceId: bodyId ?? same?.bodyId,
      field: `affiliations.${i}.body`,
      by,
    })
    if (chosen.id === id)
      throw new Refused({ [`affiliations.${i}.body`]: 'A person cannot work for themselves. Name another' })
    const data = {
      bodyId: chosen.id,
      since: since?.on ?? null,
      sincePrecision: since?.precision ?? null,
      until: until?.on ?? null,
      untilPrecision: until?.precision ?? null,
    }
    const old = before.find((row) => row.bodyId === chosen.id && !kept.has(row.id))
    const row = old
      ? await tx.sourceAffiliation.update({ where: { id: old.id }, data })
      : await tx.sourceAffiliation.create({ data: { ...data, sourceId: id } })
    kept.add(row.id)
  }
  const dropped = before.filter((row) => !kept.has(row.id)).map((row) => row.id)
  await tx.sourceAffiliation.deleteMany({ where: { id: { in: dropped } } })
  await refuseCircle(tx, id)
}

/** Throws Refused if somebody would, through others, work for themselves. */
export async function refuseCircle(tx: Db, id: number): Promise<void> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE above AS (
      SELECT "bodyId" AS "id" FROM "SourceAffiliation" WHERE "sourceId" = ${id}
      UNION
      SELECT a."bodyId" FROM above JOIN "SourceAffiliation" a ON a."sourceId" = above."id"
    )
    SELECT s."name" FROM "Source" s JOIN above ON above."id" = s."id" WHERE s."id" = ${id}`
  const [row] = rows
  if (!row) return
  throw new Refused({
    affiliations: `“${row.name}” would work for itself, through the bodies it works for. Remove one of these affiliations`,
  })
}

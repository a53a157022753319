import { valuesOf } from '../words/labels.ts'
import type { Db } from '../database/connect.ts'

/** Both scales, each with its active ratings, in order, and the retired ones. */
export async function findScales(db: Db) {
  const ratings = await db.rating.findMany({
    orderBy: [{ axis: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { verdicts: true } } },
  })
  return valuesOf('Axis').map((axis) => {
    const scale = ratings
      .filter((rating) => rating.axis === axis)
      .map(({ _count, ...rating }) => ({
        ...rating,
        verdictCount: _count.verdicts,
      }))
    return {
      axis,
      given: scale.filter(({ retired }) => !retired),
      retired: scale.filter(({ retired }) => retired),
    }
  })
}

export function findRating(db: Db, id: number) {
  return db.rating.findUniqueOrThrow({ where: { id } })
}

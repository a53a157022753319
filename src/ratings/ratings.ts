import type { Axis, Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../words/names.ts'
import type { EditedRating, NewRating } from './schema.ts'
import { sayAny } from '../words/labels.ts'

/** A new rating at the end of its scale. Its slug is made from its first label, and never changes. */
export function addRating(db: Database, { by, axis, ...given }: NewRating & By) {
  return db.$transaction(async (tx) => {
    const scale = await lockScale(tx, axis)
    refuseTakenLabel(scale, given.label)
    refuseSecondOrigin(axis, given)
    const rating = await tx.rating.create({
      data: {
        ...given,
        ratingValue: given.ratingValue ?? null,
        axis,
        slug: freeSlug(scale, given.label),
        position: Math.max(0, ...scale.map(({ position }) => position)) + 1,
      },
    })
    await writeEvent(tx, 'rating_added', { by, after: valuesOf(rating) })
    return rating
  })
}

/** Verdicts with this rating still point to it, and show its present label. */
export function editRating(db: Database, id: number, { by, revision, ...given }: EditedRating & By) {
  return db.$transaction(async (tx) => {
    const { axis } = await tx.rating.findUniqueOrThrow({ where: { id }, select: { axis: true } })
    const scale = await lockScale(tx, axis)
    const before = await tx.rating.findUniqueOrThrow({ where: { id } })
    if (before.revision !== revision) throw new Stale(before.revision, ratingValues(before), { inWords })
    refuseTakenLabel(
      scale.filter((other) => other.id !== id),
      given.label,
    )
    refuseSecondOrigin(axis, given)
    const after = await tx.rating.update({
      where: { id },
      data: { ...given, ratingValue: given.ratingValue ?? null, revision: { increment: 1 } },
    })
    await writeEvent(tx, 'rating_edited', { by, before: valuesOf(before), after: valuesOf(after) })
  })
}

/** Moves a rating up or down by one among the active ones. */
export function moveRating(db: Database, id: number, { by, direction }: { direction: 'up' | 'down' } & By) {
  return db.$transaction(async (tx) => {
    const { axis } = await tx.rating.findUniqueOrThrow({ where: { id }, select: { axis: true } })
    const scale = (await lockScale(tx, axis)).filter(({ retired }) => !retired)
    const from = scale.findIndex((rating) => rating.id === id)
    const [rating, other] = [scale[from], scale[direction === 'up' ? from - 1 : from + 1]]
    if (!rating) throw new Refused({ direction: 'It is retired: bring it back before you move it' })
    if (!other)
      throw new Refused({ direction: `It is the ${direction === 'up' ? 'first' : 'last'} of its scale already` })
    await tx.rating.update({ where: { id: rating.id }, data: { position: other.position } })
    await tx.rating.update({ where: { id: other.id }, data: { position: rating.position } })
    await writeEvent(tx, 'rating_edited', {
      by,
      before: { rating: rating.label, position: rating.position },
      after: { rating: rating.label, position: other.position },
    })
  })
}

/** A retired rating can no longer be given; verdicts that have it keep it. It can be restored. */
export function retireRating(db: Database, id: number, { by, retired }: { retired: boolean } & By) {
  return db.$transaction(async (tx) => {
    const { axis, label } = await tx.rating.findUniqueOrThrow({ where: { id } })
    const scale = await lockScale(tx, axis)
    const before = scale.find((rating) => rating.id === id)
    if (before?.retired === retired) {
      throw new Refused({ retired: retired ? 'It is retired already' : 'It is on its scale already' })
    }
    if (!retired) {
      refuseTakenLabel(
        scale.filter((other) => other.id !== id),
        label,
      )
    } else if (scale.filter((other) => !other.retired).length === 1) {
      throw new Refused({ retired: 'It is the last of its scale: add another before you retire this one' })
    }
    await tx.rating.update({ where: { id }, data: { retired, revision: { increment: 1 } } })
    await writeEvent(tx, 'rating_edited', {
      by,
      before: { rating: label, retired: !retired },
      after: { rating: label, retired },
    })
  })
}

/** How to show the values of its choices in a comparison. */
const inWords = {
  tone: (value: unknown) => sayAny('Tone', value),
  requires: (value: unknown) => sayAny('Requirement', value),
}

type Row = Prisma.RatingGetPayload<object>

/** A rating as its form shows it. */
export function ratingValues({ label, meaning, tone, ratingValue, requires, checklist }: Row) {
  return { label, meaning, tone, ratingValue: ratingValue ?? '', requires, checklist: checklist.join('\n') }
}

/** As its history keeps it. */
function valuesOf({ slug, label, meaning, tone, ratingValue, requires, checklist }: Row) {
  return { rating: label, slug, meaning, tone, ratingValue, requires, checklist }
}

/** In order. Two admins who change one scale at once wait for each other. */
async function lockScale(tx: Db, axis: Axis): Promise<Row[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scale ${axis}`}, 0))`
  return tx.rating.findMany({ where: { axis }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

function refuseTakenLabel(others: Row[], label: string): void {
  const other = others.find((rating) => !rating.retired && foldName(rating.label) === foldName(label))
  if (other) throw new Refused({ label: `“${other.label}” is on this scale already: call it something else` })
}

function refuseSecondOrigin(axis: Axis, { requires }: { requires: string }): void {
  if (axis === 'attribution' || requires !== 'second_origin') return
  throw new Refused({
    requires:
      'A second origin shows that something was said, not that it is true: ask for evidence or a primary source',
  })
}

function freeSlug(scale: Row[], label: string): string {
  const words = foldName(label).match(/[\p{L}\p{N}]+/gu) ?? ['rating']
  const slug = words.join('-')
  const taken = new Set(scale.map((rating) => rating.slug))
  for (let n = 2; taken.has(slug); n++) {
    if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
  }
  return slug
}

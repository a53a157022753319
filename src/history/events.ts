import type { Db } from '../database/connect.ts'
import { noteEvent } from '../database/taken-along.ts'
import type { Details, EventAction, NeedOf, Thing, ThingOf } from './actions.ts'

/** Who does something: an account's id, or null for the system itself. */
export type By = { by: number | null }

/** Where something is done to take an earlier event back. */
export type Undoing = { undoesId?: number | undefined }

type Row = By & Undoing & Partial<Record<Thing, number>> & { before?: object; after?: object }

/** What an event must say of itself, so that its sentence can be told. */
export type Written<A extends EventAction> = Row & OneOf<ThingOf<A>> & Telling<NeedOf<A>>
type OneOf<T extends Thing> = [T] extends [never] ? object : { [One in T]: Record<One, number> }[T]
type Telling<N extends keyof Details> = [N] extends [never] ? object : { after: Details[N] & Record<string, unknown> }

/** Written with the change it tells of, so `tx` is that change's transaction. */
export async function writeEvent<A extends EventAction>(tx: Db, action: A, event: Written<A>): Promise<void> {
  const { id } = await tx.event.create({ data: asRow(action, event), select: { id: true } })
  // Nobody sends a form for that alone: it is made on the way to what they did.
  if (action !== 'source_created') noteEvent(id)
}

/** The same for a change of many things at once: one for each of them. */
export async function writeEvents<A extends EventAction>(tx: Db, action: A, events: Written<A>[]): Promise<void> {
  await tx.event.createMany({ data: events.map((event) => asRow(action, event)) })
}

function asRow(action: EventAction, { by, before, after, undoesId, ...concerned }: Row) {
  return {
    action,
    accountId: by,
    ...concerned,
    ...(undoesId !== undefined && { undoesId }),
    ...(before && { before: before }),
    ...(after && { after: after }),
  }
}

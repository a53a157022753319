import type { Db } from '../database/connect.ts'
import { noteEvent } from '../database/taken-along.ts'
import type { Details, EventAction, NeedOf, Thing, ThingOf } from './actions.ts'

/** The actor: an account's id, or null for the system itself. */
export type By = { by: number | null }

/** For an action that reverses an earlier event. */
export type Undoing = { undoesId?: number | undefined }

type Row = By & Undoing & Partial<Record<Thing, number>> & { before?: object; after?: object }

/** The things and details that an event needs for its sentence. */
export type Written<A extends EventAction> = Row & OneOf<ThingOf<A>> & Telling<NeedOf<A>>
type OneOf<T extends Thing> = [T] extends [never] ? object : { [One in T]: Record<One, number> }[T]
type Telling<N extends keyof Details> = [N] extends [never] ? object : { after: Details[N] & Record<string, unknown> }

/** Written in the transaction of the change, `tx`. */
export async function writeEvent<A extends EventAction>(tx: Db, action: A, event: Written<A>): Promise<void> {
  const { id } = await tx.event.create({ data: asRow(action, event), select: { id: true } })
  // A form is never sent for this event alone: it is part of another action.
  if (action !== 'source_created') noteEvent(id)
}

/** The same for a bulk change: one event for each thing. */
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

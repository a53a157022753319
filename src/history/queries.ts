import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import type { Changed } from '../refused.ts'
import { pageSize } from '../words/paging.ts'
import { isSeen } from '../visible/rows.ts'
import { publicActions } from '../visible/rules.ts'
import type { EventFilters } from './schema.ts'
import { type Beginning, type EventAction, oneOf } from './actions.ts'
import { actionsAbout, actionsNamed, presentEvent } from './words.ts'
import { shape } from './rows.ts'

/** The events that match all filters; days are UTC, as everywhere. */
export function narrowed({ who, action, thing, from, to }: EventFilters): Prisma.EventWhereInput {
  return {
    AND: [
      who === undefined ? {} : { accountId: who || null },
      action === undefined ? {} : { action: { in: actionsNamed(action) } },
      thing === undefined ? {} : { action: { in: actionsAbout(thing) } },
      from === undefined ? {} : { createdAt: { gte: from.from } },
      to === undefined ? {} : { createdAt: { lt: to.until } },
    ],
  }
}

/** Everybody who ever had an account, by name: former colleagues acted, too. */
export function listActors(db: Db) {
  return db.account.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, disabledAt: true },
  })
}

/** The events of merged claims, sources and topics stay in their own history, and the survivor's shows them as well. */
type Of =
  | { documentId: number }
  | { statementId: number }
  | { claimId: number | { in: number[] } }
  | { sourceId: number | { in: number[] } }
  | { topicId: number | { in: number[] } }
  | Prisma.EventWhereInput

/** Whether readers may see an event is checked on its row: as a condition it took longer to plan than to run. */
export async function listEvents(db: Db, viewer: Viewer, of: Of, before?: number, limit = pageSize) {
  const isReader = !may(viewer, 'read activity')
  const rows = await db.event.findMany({
    where: { AND: [of, knownTo(viewer), before ? { id: { lt: before } } : {}] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
    select: shape,
  })
  const events = rows
    .slice(0, limit)
    .filter((row) => !isReader || isSeen('event', row))
    .map(presentEvent)
  return { events, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
}

/** One event, for people who may see it. */
export async function findOptionalEvent(db: Db, viewer: Viewer, id: number) {
  const { events } = await listEvents(db, viewer, { id })
  return events[0] ?? null
}

/**
 * The events that a user may see: only admins see sign-ins and links, everybody sees what was done to them or by them.
 */
function knownTo(viewer: Viewer): Prisma.EventWhereInput {
  if (viewer === null || !may(viewer, 'read activity')) return { action: oneOf(...publicActions) }
  if (may(viewer, 'read activity of accounts')) return {}
  return {
    OR: [{ action: { notIn: actionsAbout('account') } }, { accountId: viewer.id }, { subjectId: viewer.id }],
  }
}

/** Who changed a thing last, and when. Takes the thing of the events and the beginnings of the actions on it. */
export async function findLastChange(db: Db, of: Of, actions: Beginning | EventAction): Promise<Changed | undefined> {
  const event = await db.event.findFirst({
    where: { AND: [of, { action: { startsWith: actions } }] },
    orderBy: { id: 'desc' },
    select: { createdAt: true, account: { select: { name: true } } },
  })
  return event ? { who: event.account?.name ?? 'The desk', at: event.createdAt } : undefined
}

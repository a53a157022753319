import { Prisma } from '../database/client/client.ts'
import { foldName } from '../words/names.ts'
import type { Cursor, Filters } from './schema.ts'
import { today } from './words.ts'

/**
 * Which rows of "Work" (as `w`) a list shows, as SQL: one condition for the list, its count and a bulk change of all of
 * it.
 */
export function conditionOf(filters: Filters, viewerId: number): Prisma.Sql {
  const { view, kind, q, assignee, due, priority, state, topic, publisher } = filters
  const day = Prisma.sql`${today().toISOString().slice(0, 10)}::date`
  const all = [
    view === 'mine' && Prisma.sql`w."assigneeId" = ${viewerId}`,
    view === 'unassigned' && Prisma.sql`w."assigneeId" IS NULL`,
    view === 'review' && Prisma.sql`w."state" = 'in_review'`,
    view === 'recheck' && Prisma.sql`w."recheckSince" IS NOT NULL`,
    // A filter by state shows everything in that state; otherwise finished work is hidden.
    state === undefined && (view === 'mine' || view === 'unassigned' || view === 'open') && Prisma.sql`w."isOpen"`,
    kind === 'document' && Prisma.sql`w."documentId" IS NOT NULL`,
    kind === 'claim' && Prisma.sql`w."claimId" IS NOT NULL`,
    assignee === 'me' && Prisma.sql`w."assigneeId" = ${viewerId}`,
    assignee === 'nobody' && Prisma.sql`w."assigneeId" IS NULL`,
    typeof assignee === 'number' && Prisma.sql`w."assigneeId" = ${assignee}`,
    due === 'overdue' && Prisma.sql`coalesce(w."dueOn", 'infinity'::date) < ${day}`,
    due === 'week' &&
      Prisma.sql`coalesce(w."dueOn", 'infinity'::date) >= ${day} AND coalesce(w."dueOn", 'infinity'::date) < ${day} + 7`,
    due === 'none' && Prisma.sql`w."dueOn" IS NULL`,
    priority && Prisma.sql`w."priority" = ${priority}::"Priority"`,
    state && Prisma.sql`w."state" = ${state}::"PublicationState"`,
    ...q.split(/\s+/).map((word) => word !== '' && Prisma.sql`w."title" ILIKE ${anywhere(word)}`),
    topic !== '' && onTopic(foldName(topic)),
    publisher !== '' && ofPublisher(foldName(publisher)),
  ].filter((condition) => typeof condition === 'object')
  return all.length === 0 ? Prisma.sql`TRUE` : Prisma.join(all, ' AND ')
}

/**
 * By its name or another one, or by the name of a topic merged into it, so that saved lists and addresses stay valid.
 * The topics are looked up first, so the rest is an index search of their claims.
 */
function onTopic(folded: string): Prisma.Sql {
  return Prisma.sql`w."claimId" IN (SELECT "claimId" FROM "ClaimTopic" WHERE "topicId" = ANY (ARRAY(
    WITH RECURSIVE merged AS (
      SELECT "id", "mergedIntoId" FROM "Topic"
      WHERE "folded" = ${folded} OR "id" IN (SELECT "topicId" FROM "TopicAlias" WHERE "folded" = ${folded})
      UNION
      SELECT t."id", t."mergedIntoId" FROM "Topic" t JOIN merged ON t."id" = merged."mergedIntoId"
    )
    SELECT "id" FROM merged)))`
}

/** Sources are looked up first, so the rest is an index search of publishers. */
function ofPublisher(folded: string): Prisma.Sql {
  return Prisma.sql`w."publisherId" = ANY (ARRAY(
    SELECT "id" FROM "Source" WHERE "folded" LIKE ${anywhere(folded)}
    UNION SELECT "sourceId" FROM "SourceAlias" WHERE "folded" LIKE ${anywhere(folded)}))`
}

function anywhere(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

const due = Prisma.sql`coalesce(w."dueOn", 'infinity'::date)`

/*
 * Every order ends with the id, so that no two rows share a position. A list that begins with "assigneeId" has the same
 * one in all rows; naming it lets the database read the list from its index.
 */
export function orderOf({ sort, view, state }: Filters): Prisma.Sql {
  const first = view === 'unassigned' && state === undefined ? Prisma.sql`w."assigneeId", ` : Prisma.empty
  if (sort === 'age') return Prisma.sql`${first}w."id"`
  if (sort === 'due') return Prisma.sql`${first}${due}, w."priority", w."id"`
  return Prisma.sql`${first}w."priority", ${due}, w."id"`
}

/** The rows after the one that ended a page, wherever that row is by now. */
export function afterCursor({ sort }: Filters, after: Cursor | undefined): Prisma.Sql {
  if (!after) return Prisma.sql`TRUE`
  const { priority, due: dueOn, id } = after
  if (sort === 'age') return Prisma.sql`w."id" > ${id}`
  if (sort === 'due')
    return Prisma.sql`(${due}, w."priority", w."id") > (${dueOn}::date, ${priority}::"Priority", ${id})`
  return Prisma.sql`(w."priority", ${due}, w."id") > (${priority}::"Priority", ${dueOn}::date, ${id})`
}

export function cursorOf({ priority, dueOn, id }: { priority: string; dueOn: Date | null; id: number }): string {
  return `${priority}.${dueOn?.toISOString().slice(0, 10) ?? 'infinity'}.${id}`
}

/** A list's filters as its address has them: the query after "/desk?", always in one order, without defaults. */
export function writeFilters(filters: Filters): string {
  const { view, sort, kind, q, assignee, due, priority, state, topic, publisher } = filters
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ view, kind, q, assignee, due, priority, state, topic, publisher })) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  if (sort !== 'priority') query.set('sort', sort)
  return query.toString()
}

/** Whether it shows less than its view does by itself. */
export function isNarrowed(filters: Filters): boolean {
  const { kind, q, assignee, due, priority, state, topic, publisher } = filters
  return [kind, q, assignee, due, priority, state, topic, publisher].some(
    (value) => value !== undefined && value !== '',
  )
}

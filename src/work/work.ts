import { listColleagues } from '../accounts/queries.ts'
import type { Prisma, Priority } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { Refused, Stale } from '../refused.ts'
import { thingOf } from '../recheck/recheck.ts'
import type { ChangedWork } from './schema.ts'
import { dueWords, isOverdue, priorityWords } from './words.ts'

/**
 * Changes a thing's assignee, due date and priority. Throws Stale if somebody changed them since the form was opened.
 */
export function changeWork(
  db: Database,
  id: number,
  { revision, assignee, due, priority, by }: ChangedWork & { by: number },
) {
  return db.$transaction(async (tx) => {
    const before = await tx.work.findUniqueOrThrow({ where: { id }, include: withAssignee })
    if (before.state === 'withdrawn') throw new Refused({ form: 'It was withdrawn: there is nothing left to do on it' })
    const given = {
      ...(assignee !== undefined && {
        assigneeId: await chooseColleague(tx, assignee, { field: 'assignee', by, had: before.assigneeId }),
      }),
      ...(due !== undefined && { dueOn: due }),
      ...(priority !== undefined && { priority }),
    }
    const { count } = await tx.work.updateMany({
      where: { id, revision },
      data: { ...given, revision: { increment: 1 } },
    })
    if (count === 0) throw await staleFor(tx, before)
    const after = await tx.work.findUniqueOrThrow({ where: { id }, include: withAssignee })
    await writeEvent(tx, 'work_changed', {
      by,
      ...thingOf(before),
      before: workValues(before),
      after: workValues(after),
    })
    return { dueOn: after.dueOn, isPast: due !== undefined && isOverdue(after.dueOn) }
  })
}

const withAssignee = { assignee: { select: { name: true, handle: true } } } satisfies Prisma.WorkInclude

type Row = Prisma.WorkGetPayload<{ include: typeof withAssignee }>

/** As the history keeps it. */
function workValues({ assignee, dueOn, priority }: Row) {
  return {
    assignee: assignee?.name ?? 'nobody',
    due: dueOn ? dueOn.toISOString().slice(0, 10) : '',
    priority: priorityWords[priority],
  }
}

/** The present values, by the fields of the form, in readable form. */
async function staleFor(tx: Db, { assignee, dueOn, priority, revision, ...work }: Row): Promise<Stale> {
  const stored = {
    assignee: assignee ? `@${assignee.handle}` : '',
    due: dueOn ? dueOn.toISOString().slice(0, 10) : '',
    priority,
  }
  const names = new Map((await listColleagues(tx)).map(({ handle, name }) => [`@${handle}`, name]))
  if (assignee) names.set(stored.assignee, assignee.name)
  const inWords = {
    assignee: (typed: unknown) => (typed === '' ? 'nobody' : (names.get(String(typed)) ?? String(typed))),
    priority: (value: unknown) => priorityWords[value as Priority] ?? String(value),
  }
  return new Stale(revision, stored, { changed: await findLastChange(tx, thingOf(work), 'work_changed'), inWords })
}

/**
 * The account that "me", "@ana-costa" or a name means; null for an empty field. Throws Refused, beside the field, if
 * that is nobody, several people, or somebody who can't sign in, unless they are the present assignee.
 */
export async function chooseColleague(
  tx: Db,
  typed: string,
  { field, by, had = null }: { field: string; by: number; had?: number | null },
): Promise<number | null> {
  if (typed === '') return null
  if (typed.toLowerCase() === 'me') return by
  const handle = typed.replace(/^@/, '').toLowerCase()
  // Ignoring case makes the database read it as a pattern.
  const name = typed.replace(/[\\%_]/g, '\\$&')
  const named = await tx.account.findMany({
    where: { OR: [{ handle }, { name: { equals: name, mode: 'insensitive' } }] },
    select: { id: true, name: true, handle: true, disabledAt: true },
  })
  const exact = typed.startsWith('@') ? named.filter((account) => account.handle === handle) : named
  const active = exact.filter(({ disabledAt }) => disabledAt === null)
  const [only] = active
  if (only && active.length === 1) return only.id
  if (active.length > 1) {
    const handles = active.map((account) => `@${account.handle}`).join(' or ')
    throw new Refused({ [field]: `Several colleagues are called ${typed}: write ${handles}` })
  }
  if (exact.some(({ id }) => id === had)) return had
  if (exact[0]) throw new Refused({ [field]: `${exact[0].name} can no longer sign in: choose somebody who can` })
  throw new Refused({ [field]: `Nobody here is called “${typed}”. Choose a name from the list` })
}

/** The notice after a change; a day in the past is allowed, but mentioned. */
export function changeNotice({ dueOn, isPast }: { dueOn: Date | null; isPast: boolean }): string {
  return isPast ? `It is changed. That day is past already: it is ${dueWords(dueOn)}.` : 'It is changed.'
}

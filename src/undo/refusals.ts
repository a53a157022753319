import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/connect.ts'
import { findStatementValues } from '../statements/values.ts'
import { whyNot } from '../suggestions/decisions.ts'
import { Dismissal } from '../suggestions/schema.ts'
import { isSeen } from '../visible/rows.ts'
import type { Step } from './steps.ts'

/** Why a step can't be taken back, or done again, by who did it: another has built on it, or readers have seen it. */
export async function whyRefused(db: Db, step: Step, by: number): Promise<string | undefined> {
  const { action, statementId } = step
  if (action === 'suggestion_dismissed') return whyNotReopened(db, step, by)
  if (statementId === null) return undefined
  const others = await othersWork(db, step, statementId, by)
  if (others !== undefined || action === 'statement_withdrawn' || action === 'suggestion_reopened') return others
  const { state } = await db.statement.findUniqueOrThrow({ where: { id: statementId }, select: { state: true } })
  const isPublic = isSeen('statementHere', { state })
  if (action === 'statement_edited') {
    if (isPublic) return 'Readers have seen this change: correct it again, and say what was wrong'
    return whyNotChangedBack(db, step, statementId)
  }
  if (isPublic && (await isRecording(db, step))) return 'Readers see this statement by now: withdraw it, with a reason'
  return undefined
}

/** What another has edited, judged or published since is not taken from under their hands. */
async function othersWork(db: Db, { id }: Step, statementId: number, by: number): Promise<string | undefined> {
  const since = await db.event.findFirst({
    where: { statementId, id: { gt: id }, OR: [{ accountId: null }, { accountId: { not: by } }] },
    orderBy: { id: 'desc' },
    select: { account: { select: { name: true } } },
  })
  if (!since) return undefined
  const who = since.account?.name ?? 'The desk'
  return `${who} has worked on statement ${statementId} since: look at it, and change or withdraw it there`
}

/** Only while it is dismissed by the same person: another may have decided on it since. */
async function whyNotReopened(db: Db, step: Step, by: number): Promise<string | undefined> {
  const id = await suggestionOf(db, step)
  if (id === undefined) return 'The suggestion is not there any more'
  const isMine = await db.suggestion.count({ where: { id, state: 'dismissed', decidedById: by } })
  return isMine === 0 ? whyNot(db, id) : undefined
}

async function whyNotChangedBack(db: Db, { id }: Step, statementId: number): Promise<string | undefined> {
  const { after } = await db.event.findUniqueOrThrow({ where: { id }, select: { after: true } })
  const isAsItWas = isDeepStrictEqual(comparable(await findStatementValues(db, statementId)), comparable(after))
  return isAsItWas ? undefined : 'The statement was changed again since: look at it, and change it there'
}

export async function suggestionOf(db: Db, { id }: Step): Promise<number | undefined> {
  const { after } = await db.event.findUniqueOrThrow({ where: { id }, select: { after: true } })
  const { suggestionId } = (after ?? {}) as { suggestionId?: unknown }
  return typeof suggestionId === 'number' ? suggestionId : undefined
}

/** Why it was dismissed before it was reopened. */
export async function reasonOf(db: Db, { id }: Step): Promise<Dismissal> {
  const { after } = await db.event.findUniqueOrThrow({ where: { id }, select: { after: true } })
  return Dismissal.catch({ reason: undefined }).parse(after ?? {})
}

/** Whether the step recorded the statement, also where that was undone and done again; not a withdrawal taken back. */
export async function isRecording(db: Db, { id, action, undoesId }: Step): Promise<boolean> {
  if (undoesId === null) return action === 'statement_recorded'
  const [root] = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE line AS (
      SELECT "id", "action", "undoesId" FROM "Event" WHERE "id" = ${id}
      UNION ALL
      SELECT e."id", e."action", e."undoesId" FROM "Event" e JOIN line ON line."undoesId" = e."id"
    )
    SELECT "action" FROM line WHERE "undoesId" IS NULL`
  return root?.action === 'statement_recorded'
}

/** Without what may differ though nobody changed it: a step's row, and names that stand for numbers. */
function comparable(values: unknown): unknown {
  const { hops, ...rest } = values as { hops?: { id?: unknown; source?: unknown; upstream?: unknown }[] }
  return { ...rest, hops: hops?.map(({ id: _, source: __, upstream: ___, ...hop }) => hop) }
}

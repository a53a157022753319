import { isSeen } from '../visible/rows.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Prisma, Priority, type PublicationState } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { findOptionalNamed } from '../topics/topics.ts'
import { Refused } from '../refused.ts'
import { foldName } from '../words/names.ts'
import { claimPath } from '../words/addresses.ts'
import { formatDate } from '../words/dates.ts'
import { conditionOf, orderOf } from './filters.ts'
import { type BulkAsk, mostAtOnce } from './schema.ts'
import { priorityWords } from './words.ts'
import { chooseColleague } from './work.ts'
import { say } from '../words/labels.ts'

/** The new values for all of them; stored with the change, so that later changes by others can be told apart. */
export const Target = z.discriminatedUnion('action', [
  z.object({ action: z.literal('assign'), assigneeId: z.number().nullable(), words: z.string() }),
  z.object({ action: z.literal('due'), dueOn: z.string().nullable(), words: z.string() }),
  z.object({ action: z.literal('priority'), priority: z.enum(Priority), words: z.string() }),
  z.object({ action: z.literal('tag'), topic: z.string(), folded: z.string(), words: z.string() }),
  z.object({ action: z.literal('review'), words: z.string() }),
])
export type Target = z.output<typeof Target>

/** One thing that changes: its old value, as stored and in words, and its new one. */
export const Planned = z.object({
  workId: z.number(),
  documentId: z.number().nullable(),
  claimId: z.number().nullable(),
  title: z.string(),
  path: z.string(),
  was: z.union([z.string(), z.number()]).nullable(),
  /** Of the document or claim, if that itself is changed. */
  revision: z.number().nullable(),
  before: z.string(),
  after: z.string(),
})
export type Planned = z.output<typeof Planned>

export type Plan = {
  target: Target
  summary: string
  changes: Planned[]
  leftOut: { why: string; titles: { title: string; path: string }[] }[]
  /** Ticked, but no longer in the list. */
  gone: number
  /** Identifies exactly these things in their present state: only what was shown is changed. */
  digest: string
}

/** The new values; undefined while somebody still has to choose them. */
export async function readTarget(tx: Db, ask: BulkAsk, by: number): Promise<Target | undefined> {
  switch (ask.action) {
    case 'assign': {
      if (ask.assignTo === undefined) return undefined
      const assigneeId = await chooseColleague(tx, ask.assignTo, { field: 'assignTo', by })
      const account = assigneeId === null ? null : await tx.account.findUniqueOrThrow({ where: { id: assigneeId } })
      return { action: 'assign', assigneeId, words: account?.name ?? 'nobody' }
    }
    case 'due': {
      if (ask.dueOn === undefined) return undefined
      return { action: 'due', dueOn: ask.dueOn?.toISOString().slice(0, 10) ?? null, words: dayWords(ask.dueOn) }
    }
    case 'priority':
      return ask.toPriority && { action: 'priority', priority: ask.toPriority, words: priorityWords[ask.toPriority] }
    case 'tag': {
      if (ask.tag === undefined) return undefined
      if (foldName(ask.tag) === '') throw new Refused({ tag: 'Write the topic' })
      const knownId = await findOptionalNamed(tx, foldName(ask.tag))
      const known = knownId === undefined ? null : await tx.topic.findUniqueOrThrow({ where: { id: knownId } })
      const topic = known?.name ?? ask.tag
      return { action: 'tag', topic, folded: foldName(topic), words: topic }
    }
    case 'review':
      return { action: 'review', words: say('PublicationState', 'in_review') }
    default:
      return undefined
  }
}

/**
 * What would change, and what would be left out and why. Throws Refused if it is more than the limit of a bulk change.
 */
export async function planBulk(tx: Db, ask: BulkAsk, target: Target, viewerId: number): Promise<Plan> {
  const rows = await findRows(tx, ask, target, viewerId)
  if (rows.length > mostAtOnce) {
    throw new Refused({
      form: `More than ${mostAtOnce.toLocaleString('en-GB')} match, and at most that many are changed at once. Narrow the list first`,
    })
  }
  const changes: Planned[] = []
  const leftOut = new Map<string, Plan['leftOut'][number]>()
  for (const row of rows) {
    const why = whyNot(row, target)
    if (why === undefined) {
      changes.push(planned(row, target))
      continue
    }
    const group = leftOut.get(why) ?? { why, titles: [] }
    group.titles.push({ title: row.title, path: pathOf(row) })
    leftOut.set(why, group)
  }
  const gone = ask.only.length === 0 ? 0 : new Set(ask.only).size - rows.length
  const summary = summarise(target)
  return { target, summary, changes, leftOut: [...leftOut.values()], gone, digest: digestOf(target, changes) }
}

function pathOf({ documentId, claimId, title }: Pick<Planned, 'documentId' | 'claimId' | 'title'>): string {
  return documentId === null ? claimPath({ id: claimId ?? 0, sentence: title }) : `/documents/${documentId}/desk`
}

type Row = Pick<Planned, 'documentId' | 'claimId' | 'title'> & {
  id: number
  state: PublicationState
  priority: Priority
  dueOn: Date | null
  assigneeId: number | null
  assignee: string | null
  revision: number
  topics: string | null
  hasTag: boolean
}

function findRows(tx: Db, ask: BulkAsk, target: Target, viewerId: number): Promise<Row[]> {
  const ticked = ask.only.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`w."id" = ANY (${ask.only})`
  const of = Prisma.sql`FROM "ClaimTopic" ct JOIN "Topic" t ON t."id" = ct."topicId" WHERE ct."claimId" = w."claimId"`
  const topics =
    target.action === 'tag'
      ? Prisma.sql`(SELECT string_agg(t."name", ', ' ORDER BY t."id") ${of}) AS "topics",
          EXISTS (SELECT ${of} AND t."folded" = ${target.folded}) AS "hasTag"`
      : Prisma.sql`NULL AS "topics", FALSE AS "hasTag"`
  return tx.$queryRaw<Row[]>`
    SELECT w."id", w."documentId", w."claimId", w."title", w."state"::text, w."priority"::text, w."dueOn",
      w."assigneeId", a."name" AS "assignee", coalesce(d."revision", c."revision") AS "revision", ${topics}
    FROM (SELECT w.* FROM "Work" w WHERE ${conditionOf(ask, viewerId)} AND ${ticked}
      ORDER BY ${orderOf(ask)} LIMIT ${mostAtOnce + 1}) w
    LEFT JOIN "Account" a ON a."id" = w."assigneeId"
    LEFT JOIN "Document" d ON d."id" = w."documentId"
    LEFT JOIN "Claim" c ON c."id" = w."claimId"
    ORDER BY ${orderOf(ask)}`
}

function whyNot(row: Row, target: Target): string | undefined {
  if (row.state === 'withdrawn') return 'It was withdrawn'
  switch (target.action) {
    case 'assign':
      return row.assigneeId === target.assigneeId ? 'Nothing to change' : undefined
    case 'due':
      return dayOf(row.dueOn) === target.dueOn ? 'Nothing to change' : undefined
    case 'priority':
      return row.priority === target.priority ? 'Nothing to change' : undefined
    case 'tag':
      if (row.claimId === null) return 'It is a document: only claims have topics'
      if (row.hasTag) return 'It has this topic already'
      return isSeen('document', row)
        ? 'Readers see it: change its topics on its own page, with a reason for them'
        : undefined
    case 'review':
      if (row.state === 'in_review') return 'It is in review already'
      return isSeen('document', row) ? 'It is published already' : undefined
  }
}

function planned(row: Row, target: Target): Planned {
  const { id: workId, documentId, claimId, title } = row
  const thing = { workId, documentId, claimId, title, path: pathOf(row), revision: null }
  switch (target.action) {
    case 'assign':
      return { ...thing, was: row.assigneeId, before: row.assignee ?? 'nobody', after: target.words }
    case 'due':
      return { ...thing, was: dayOf(row.dueOn), before: dayWords(row.dueOn), after: target.words }
    case 'priority':
      return { ...thing, was: row.priority, before: priorityWords[row.priority], after: target.words }
    case 'tag': {
      const after = [row.topics, target.topic].filter(Boolean).join(', ')
      return { ...thing, was: null, revision: row.revision, before: row.topics ?? 'no topic', after }
    }
    case 'review':
      return {
        ...thing,
        was: null,
        revision: row.revision,
        before: say('PublicationState', row.state),
        after: target.words,
      }
  }
}

function dayOf(dueOn: Date | null): string | null {
  return dueOn?.toISOString().slice(0, 10) ?? null
}

function dayWords(dueOn: Date | null): string {
  return dueOn ? `due on ${formatDate(dueOn)}` : 'no due date'
}

/** "assigned to Ravi Sol", which follows the number of things. */
function summarise(target: Target): string {
  switch (target.action) {
    case 'assign':
      return target.assigneeId === null ? 'unassigned' : `assigned to ${target.words}`
    case 'due':
      return target.dueOn === null ? 'freed of their due date' : `made ${target.words}`
    case 'priority':
      return `made ${target.words}`
    case 'tag':
      return `tagged “${target.topic}”`
    case 'review':
      return 'sent to review'
  }
}

function digestOf(target: Target, changes: Planned[]): string {
  const things = changes
    .map(({ workId, was, revision }) => [workId, was, revision])
    .sort(([a], [b]) => Number(a) - Number(b))
  return createHash('sha256')
    .update(JSON.stringify([target, things]))
    .digest('base64url')
}

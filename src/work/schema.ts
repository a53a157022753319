import { z } from 'zod'
import { valuesOf } from '../words/labels.ts'
import { Priority, PublicationState } from '../database/client/enums.ts'
import { id, listed, onwards, reason, revision } from '../words/fields.ts'
import { readDay, readPartialDate } from '../words/partial-date.ts'
import { defineForm } from '../web/form-kinds.ts'
import { unwritten } from '../words/asked.ts'

/** The limit of a bulk change. */
export const mostAtOnce = 5000

export const views = ['mine', 'unassigned', 'review', 'recheck', 'open'] as const
/** Also what is done, for lists that have it: the desk has no tab of it. */
const everyView = [...views, 'all'] as const
export const sorts = ['priority', 'due', 'age'] as const
export const kinds = valuesOf('WorkKind')
export const dues = valuesOf('Due')

/** A field that a form may send empty. */
function orNothing<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
}

/** One of a list. Anything else is an error: ignoring a filter would show, or change, more than was asked for. */
function oneOf<const T extends string>(values: readonly T[]) {
  return z.enum(values, { error: `Choose one of these: ${values.join(', ')}` })
}

function words(most: number) {
  return z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .refine((text) => !text.includes('\0'), 'This has a character that is no text')
}

/** The filters of a desk list. Each is a parameter of its address. */
export const Filters = z.object({
  view: orNothing(oneOf(everyView)).transform((view) => view ?? 'mine'),
  sort: orNothing(oneOf(sorts)).transform((sort) => sort ?? 'priority'),
  kind: orNothing(oneOf(kinds)),
  q: words(200).default(''),
  assignee: orNothing(
    z.union([z.literal('me'), z.literal('nobody'), id], { error: 'Write me, nobody, or the number of an account' }),
  ),
  due: orNothing(oneOf(dues)),
  priority: orNothing(oneOf(Object.values(Priority))),
  state: orNothing(oneOf(Object.values(PublicationState))),
  topic: words(100).default(''),
  publisher: words(200).default(''),
})
export type Filters = z.output<typeof Filters>

export const ChangesQuery = z.object({ before: id.optional() })

/** Where the next page begins, after the row with these values: "normal.2026-11-27.417". */
const cursor = z
  .string()
  .regex(/^(urgent|high|normal|low)\.(\d{4}-\d{2}-\d{2}|infinity)\.[1-9]\d{0,9}$/, 'This is not the start of a page')
  .transform((text, context) => {
    const [priority = '', due = '', last = ''] = text.split('.')
    if ((due === 'infinity' || readPartialDate(due)) && Number(last) < 2 ** 31)
      return { priority, due, id: Number(last) }
    context.addIssue({ code: 'custom', message: 'This is not the start of a page' })
    return z.NEVER
  })
export type Cursor = z.output<typeof cursor>

export const DeskQuery = Filters.extend({ after: orNothing(cursor) })

const Due = words(40).transform((text, context): Date | null => {
  return text === '' ? null : readDay(text, context)
})

/** A missing field stays unchanged. */
export const ChangedWork = z.object({
  revision,
  assignee: words(200).optional(),
  due: Due.optional(),
  priority: z.enum(Priority).optional(),
})
export type ChangedWork = z.output<typeof ChangedWork>
export const workForm = defineForm('work', ChangedWork)

export const AskedRecheck = z.object({ reason: reason('Say why it must be looked at again') })
export const recheckForm = defineForm('recheck', AskedRecheck)

export const Back = z.object({ back: onwards('/desk') })

export const actions = ['assign', 'due', 'priority', 'tag', 'review'] as const

/** Rows that were ticked, as repeated fields, as a list, or as numbers with commas between them. */
const only = z.preprocess(
  (value) => {
    const given = typeof value === 'object' ? listed(value) : [value ?? '']
    return given.flatMap((one) => (typeof one === 'string' ? one.split(',').filter(Boolean) : [one]))
  },
  z.array(id).max(mostAtOnce, `At most ${mostAtOnce} things are changed at once: tick fewer`),
)

export const Ticked = z.object({ only })
export type Ticked = z.output<typeof Ticked>

/** One bulk change: which things, and their new values. An unknown filter would widen it, so it is refused. */
export const BulkAsk = z.strictObject(
  {
    ...Filters.shape,
    after: z.unknown().optional(),
    only,
    action: orNothing(oneOf(actions)),
    assignTo: words(200).optional(),
    dueOn: Due.optional(),
    toPriority: orNothing(z.enum(Priority)),
    tag: words(100).optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `The desk has no filter ${issue.keys.join(', ')}` : undefined,
  },
)
export type BulkAsk = z.output<typeof BulkAsk>
export const bulkForm = defineForm('bulk', BulkAsk, { isKept: false })

/** The change itself, with what the preview showed. */
export const BulkDone = BulkAsk.extend({ digest: z.string().max(100).default('') })

const filterName = words(60).pipe(z.string().min(1, 'Give it a name that you will recognise'))

export const NewSavedFilter = z.object({
  name: filterName,
  query: unwritten(z.string().max(2000).default('')),
  overwrite: z.preprocess((value) => value === 'true' || value === true, z.boolean()),
})
export type NewSavedFilter = z.output<typeof NewSavedFilter>
export const listForm = defineForm('list', NewSavedFilter)

export const RenamedFilter = z.object({ name: filterName })
export const listNameForm = defineForm('list-name', RenamedFilter)

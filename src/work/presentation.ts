import type { Priority } from '../database/client/enums.ts'
import type { Choice } from '../refused.ts'
import { writeFilters } from './filters.ts'
import { actions, type BulkAsk, sorts, type Filters } from './schema.ts'

/* The sentences and options of the desk's pages, made from the query results. */

type Colleague = { id: number; name: string; handle: string }

export const actionWords: Record<(typeof actions)[number], string> = {
  assign: 'Assign',
  due: 'Set the due date',
  priority: 'Set the priority',
  tag: 'Tag claims with a topic',
  review: 'Ask for review',
}

const sortWords: Record<(typeof sorts)[number], string> = {
  priority: 'Most urgent first',
  due: 'Due first',
  age: 'Longest waiting first',
}

const nobody: Choice = { value: '', label: 'Nobody' }

/** What is done at once with what is ticked in a list of documents, which have no topics, or of claims. */
export function presentTicks(kind: 'documents' | 'claims') {
  const possible = actions.filter((action) => kind === 'claims' || action !== 'tag')
  return choicesOf(possible, actionWords)
}

/** Whose documents a list shows. */
export function presentAssignees(colleagues: Colleague[], viewer: { id: number } | null): Choice[] {
  return [
    { value: '', label: 'Any assignee' },
    { value: 'me', label: 'You' },
    { value: 'nobody', label: 'Unassigned' },
    ...colleagues.filter(({ id }) => id !== viewer?.id).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
}

/** A list of the desk. */
export function presentDesk<Tab extends { isHere: boolean; label: string; path: string }>({
  filters,
  query,
  tabs,
  total,
  colleagues,
}: {
  filters: Filters
  query: string
  tabs: Tab[]
  total: string
  colleagues: Colleague[]
}) {
  const here = tabs.find(({ isHere }) => isHere) ?? { label: 'All, done or open', path: '/desk?view=all' }
  return {
    here,
    heading: `${here.label} (${total})`,
    /** Where forms of this page return to. */
    backHere: `/desk?${query}`,
    hasAssignee: filters.view !== 'mine' && filters.view !== 'unassigned',
    assignees: [
      { value: '', label: 'Any' },
      { value: 'me', label: 'I' },
      { value: 'nobody', label: 'Nobody' },
      ...colleagues.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
    sorts: choicesOf(sorts, sortWords),
    /** The columns that the list may be sorted by. */
    heads: (['due', 'priority'] as const).map((sort) => ({
      label: { due: 'Due', priority: 'Priority' }[sort],
      href: `/desk?${writeFilters({ ...filters, sort })}`,
      isHere: filters.sort === sort,
    })),
    actions: choicesOf(actions, actionWords),
    fields: fieldsOf(query),
  }
}

/** A change of many things at once, from its choice to what would become of each. */
export function presentBulk({
  query,
  only,
  total,
  action,
  asked,
  plan,
  colleagues,
}: {
  query: string
  only: string
  total: string
  action: BulkAsk['action'] | null
  /** What was sent, as it came. */
  asked: Record<string, unknown>
  plan: { digest: string } | null
  colleagues: Colleague[]
}) {
  const list = [...fieldsOf(query), ...(only ? [{ name: 'only', value: only }] : [])]
  const chosen = [...list, { name: 'action', value: action ?? '' }]
  const said = ['assignTo', 'dueOn', 'toPriority', 'tag'].flatMap((name) => {
    const value = asked[name]
    return typeof value === 'string' ? [{ name, value }] : []
  })
  return {
    which: only ? `${countThings(total)} that you ticked` : `All on this list: ${countThings(total)}`,
    actions: choicesOf(actions, actionWords),
    actionLabel: action && actionWords[action],
    /** What each form of the page carries on: the list, what to do with it, and what becomes of it. */
    listFields: list,
    chosenFields: chosen,
    plannedFields: [...chosen, ...said, ...(plan ? [{ name: 'digest', value: plan.digest }] : [])],
    assignees: [nobody, ...colleagues.map(asAssignee)],
  }
}

type Has = { assignee: { id: number; name: string; handle: string } | null; dueOn: Date | null; priority: Priority }

/**
 * The form for assignee, due date and priority: its values, and the possible assignees, including a present one who has
 * left.
 */
export function presentWork({ assignee, dueOn, priority }: Has, colleagues: Colleague[]) {
  const hasLeft = assignee && !colleagues.some(({ id }) => id === assignee.id)
  return {
    values: {
      assignee: assignee ? `@${assignee.handle}` : '',
      due: dueOn ? dueOn.toISOString().slice(0, 10) : '',
      priority,
    },
    assignees: [nobody, ...colleagues.map(asAssignee), ...(hasLeft ? [asAssignee(assignee)] : [])],
  }
}

function asAssignee({ handle, name }: { handle: string; name: string }): Choice {
  return { value: `@${handle}`, label: name }
}

/** "1 thing", "1,000+ things": long lists are not counted to their end. */
function countThings(total: string): string {
  return total === '1' ? '1 thing' : `${total} things`
}

function fieldsOf(query: string): { name: string; value: string }[] {
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }))
}

function choicesOf<V extends string>(values: readonly V[], words: Record<V, string>): Choice[] {
  return values.map((value) => ({ value, label: words[value] }))
}

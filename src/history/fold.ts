import { formatCount, listNames } from '../words/dates.ts'

type Line = { id: number; action: string; at: Date; who: string; detail: string | null }

/** Many like lines that somebody made at once, as one sentence; else the event by itself. */
export type Folded<E> = { event: E; folded: null } | { event: E; folded: { did: string; events: E[] } }

/** What is published together, in the order that a sentence names it. */
const published = ['statement', 'claim', 'verdict'] as const
const together = new Set<string>(['document_published', ...published.map((kind) => `${kind}_published`)])
/** Publishing a document with all that hangs on it takes no longer. */
const longest = 60 * 1000

/** A history, the newest first, where publishing is one line: "published it with 15 statements and 6 verdicts". */
export function foldEvents<E extends Line>(events: readonly E[], isWhole = false): Folded<E>[] {
  if (isWhole) return events.map((event) => ({ event, folded: null }))
  const groups: E[][] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last && goesWith(last[0], event)) last.push(event)
    else groups.push([event])
  }
  return groups.flatMap((group): Folded<E>[] => {
    const [first] = group
    if (!first) return []
    return [{ event: first, folded: group.length > 1 ? { did: sayTogether(group), events: group } : null }]
  })
}

function goesWith(first: Line | undefined, event: Line): boolean {
  if (!first || first.who !== event.who || first.detail !== null || event.detail !== null) return false
  if (!together.has(first.action) || !together.has(event.action)) return false
  return Math.abs(first.at.getTime() - event.at.getTime()) <= longest
}

function sayTogether(group: readonly Line[]): string {
  const counts = published.flatMap((kind) => {
    const count = group.filter(({ action }) => action === `${kind}_published`).length
    return count > 0 ? [formatCount(count, kind)] : []
  })
  const all = listNames(counts)
  if (!group.some(({ action }) => action === 'document_published')) return `published ${all}`
  return counts.length > 0 ? `published the document with ${all}` : 'published the document'
}

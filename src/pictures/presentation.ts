import { formatDate } from '../words/dates.ts'
import { quoted } from '../words/quoted.ts'
import type { findGraph, findTimeline } from './pictures.ts'
import type { Kind } from './subjects.ts'

/* The tables below the pictures, which say the same in words. */

const kindWords: Record<Kind, string> = { claims: 'claim', sources: 'source', topics: 'topic' }

type Head = { kind: Kind }
type Found = Awaited<ReturnType<typeof findGraph>>
type Graph = { nodes: Pick<Found['nodes'][number], 'name' | 'path' | 'mark'>[]; steps: Found['steps'] }
type Times = Omit<Awaited<ReturnType<typeof findTimeline>>, 'draw'>

export function presentGraph({ subject, nodes, steps }: Graph & { subject: Head }) {
  return {
    what: kindWords[subject.kind],
    marked: nodes.flatMap(({ name, path, mark }) => (mark === null ? [] : [{ name, path, says: sayMark(mark) }])),
    isRound: steps.some(({ inCircle }) => inCircle),
    hasOtherStances: steps.some(({ stances }) => stances.some((stance) => stance !== 'asserts')),
    table: steps.map(({ cues, statements, count, ...step }) => ({
      ...step,
      how: cues.map((cue) => `“${cue}”`).join(', ') || 'published',
      statements: statements.map((statement) => ({ ...statement, words: quoted(statement.words, 80) })),
      more: count - statements.length,
    })),
  }
}

function sayMark(mark: string): string {
  return mark === 'the only origin' ? `${mark}: every report here goes back to them` : mark
}

const timeWords = { said: 'said', printed: 'printed', found: 'what we found' }

export function presentTimeline({ subject, dates, undated }: Times & { subject: Head }) {
  const dated = dates.flatMap(({ anchor, entries }) =>
    entries.map(({ on, precision, ...entry }, i) => ({
      ...present(entry, i === 0 ? anchor : null),
      day: { iso: on.toISOString().slice(0, 10), words: formatDate(on, precision), kind: timeWords[entry.kind] },
    })),
  )
  const others = undated.map((entry, i) => ({ ...present(entry, i === 0 ? 'without-date' : null), day: null }))
  const table = [...dated, ...others]
  return {
    what: kindWords[subject.kind],
    isOfClaim: subject.kind === 'claims',
    hasOtherStances: table.some(({ isAgainst }) => isAgainst),
    table,
  }
}

/** A row of the table; of several with one date, the first has the anchor to which the picture links. */
function present(entry: Times['undated'][number], anchor: string | null) {
  const { row, path, words, stance, line, document } = entry
  const isAgainst = stance === 'denies' || stance === 'doubts'
  return { anchor, row, path, words: document ? quoted(words, 200) : words, stance, isAgainst, line, document }
}

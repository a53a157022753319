import { countCodePoints, indexText, type TextIndex } from '../anchoring/code-points.ts'
import { writeBrat } from '../extraction/brat.ts'
import type { Span, Statement } from '../extraction/statement.ts'

/** Standoff annotations that the brat editor opens, for exactly this text. */
export function writeStandoff(text: string, statements: readonly Statement[]): string {
  const index = indexText(text)
  const lines = (spans: readonly Span[]) => spans.flatMap((span) => cutAtLineEnds(span, index))
  const attributions = statements.map(({ source, cue, content }) => ({
    source: lines(source),
    cue: lines(cue),
    content: lines(content),
  }))
  return giveTriggers(writeBrat(attributions, ({ start, end }) => index.slice(start, end)))
}

/** brat can't mark across the end of a line: it needs a piece for each line. */
function cutAtLineEnds({ start, end }: Span, index: TextIndex): Span[] {
  let at = start
  const parts = index.slice(start, end).split(/(\n+)/)
  return parts.flatMap((part) => {
    const from = at
    at += countCodePoints(part)
    return part.trim() === '' ? [] : [{ start: from, end: at }]
  })
}

/** brat requires an event's trigger to have the event's own type, so its cue is written once more with that type. */
function giveTriggers(standoff: string): string {
  const lines = standoff.split('\n')
  const marks = new Map<string, string>()
  for (const line of lines) {
    const [, id, mark] = /^(T\d+)\t\w+ (.+)$/.exec(line) ?? []
    if (id !== undefined && mark !== undefined) marks.set(id, mark)
  }
  let last = marks.size
  return lines
    .map((line) =>
      line.replace(/^(E\d+\tAttribution:)(T\d+)/, (_, event: string, cue: string) => {
        const trigger = `T${++last}`
        return `${trigger}\tAttribution ${marks.get(cue)}\n${event}${trigger}`
      }),
    )
    .join('\n')
}

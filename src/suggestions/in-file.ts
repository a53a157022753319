import { indexText } from '../anchoring/code-points.ts'
import type { Traced } from '../anchoring/traced.ts'
import type { Extraction, Hop, Span } from '../extraction/statement.ts'

/** The same suggestions, with offsets in the file as it is: its line ends, byte order mark, marks and all. */
export function countedInFile(extraction: Extraction, traced: Traced): Extraction {
  const [text, file] = [indexText(traced.text), indexText(traced.original)]
  const places = ({ start, end }: Span): Span[] =>
    traced
      .placesOf({ start: text.toUnit(start), end: text.toUnit(end) })
      .map((place) => ({ start: file.toCodePoint(place.start), end: file.toCodePoint(place.end) }))
  const all = (spans: readonly Span[]) => spans.flatMap(places)
  /** From its first word to its last, whatever stands between. */
  const around = (span: Span): Span => {
    const found = places(span)
    return { start: found[0]?.start ?? 0, end: found.at(-1)?.end ?? 0 }
  }
  const hopInFile = (hop: Hop): Hop => {
    const { source, cue, date } = hop
    const { start, end } = source
    return {
      ...hop,
      source: start === null || end === null ? source : { ...source, ...around({ start, end }) },
      cue: cue && { ...cue, ...around(cue) },
      date: date && { ...date, ...around(date) },
    }
  }
  return {
    ...extraction,
    statements: extraction.statements.map((statement) => ({
      ...statement,
      content: all(statement.content),
      cue: all(statement.cue),
      source: all(statement.source),
      hops: statement.hops.map(hopInFile),
    })),
  }
}

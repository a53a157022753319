import { indexText } from '../anchoring/code-points.ts'
import { segments } from '../statements/highlights.ts'
import type { Paragraph } from '../statements/presentation.ts'

type Open = { open: { id: number; start: number; spans: { start: number; end: number }[] }[] }

/** The text as the desk shows it: its pieces cut further, where a suggestion begins or ends. */
export function withSuggestions(paragraphs: Paragraph[], { open }: Open) {
  const inText = open.toSorted((a, b) => a.start - b.start || a.id - b.id)
  const stretches = inText.flatMap(({ id, spans }) => spans.map((span) => ({ ...span, statementId: id })))
  const met = new Set<number>()

  return paragraphs.map(({ start, pieces }) => ({
    start,
    pieces: pieces.flatMap((piece) => {
      const index = indexText(piece.text)
      const cut = segments(piece.start, piece.start + index.length, stretches)
      return cut.map((segment, i) => {
        const [id] = segment.statementIds
        const isFirst = id !== undefined && !met.has(id)
        if (id !== undefined) met.add(id)
        return {
          ...piece,
          start: segment.start,
          text: index.slice(segment.start - piece.start, segment.end - piece.start),
          suggests: id === undefined ? null : { id, isFirst },
          isFirst: i === 0 && piece.isFirst,
          leadsBack: i === 0 ? piece.leadsBack : [],
          ending: i === cut.length - 1 ? piece.ending : [],
        }
      })
    }),
  }))
}

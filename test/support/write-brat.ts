import type { Attribution } from '../../src/extraction/brat.ts'
import type { Span } from '../../src/extraction/statement.ts'

const roles = ['source', 'cue', 'content'] as const
const labels = { source: 'Source', cue: 'Cue', content: 'Content' } as const

/** Standoff as the corpora have it: a text-bound annotation for each part, an event for each attribution. */
export function writeBrat(attributions: readonly Attribution[], words: (span: Span) => string): string {
  const lines: string[] = []
  let texts = 0
  let events = 0
  for (const attribution of attributions) {
    const argument: string[] = []
    let trigger = ''
    for (const role of roles) {
      const spans = attribution[role]
      if (spans.length === 0) continue
      const id = `T${++texts}`
      const text = spans.map((span) => words(span).replace(/\s/g, ' ')).join(' ')
      lines.push(`${id}\t${labels[role]} ${spans.map(({ start, end }) => `${start} ${end}`).join(';')}\t${text}`)
      argument.push(`${labels[role]}:${id}`)
      if (role === 'cue' || !trigger) trigger = id
    }
    if (!trigger) continue
    lines.push(`E${++events}\tAttribution:${trigger} ${argument.join(' ')}`)
  }
  return lines.map((line) => line + '\n').join('')
}

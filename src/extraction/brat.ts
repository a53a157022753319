import type { Span } from './statement.ts'

/** One attribution as the corpora draw it. */
export type Attribution = { source: Span[]; cue: Span[]; content: Span[] }

const roles = ['source', 'cue', 'content'] as const

/** The attributions of a brat standoff file; offsets are the file's own, in code points. */
export function parseBrat(annotations: string): Attribution[] {
  const spans = new Map<string, Span[]>()
  const events: string[] = []
  for (const line of annotations.split('\n')) {
    const [id = '', rest = ''] = line.split('\t')
    if (id.startsWith('T') && rest) spans.set(id, parseSpans(rest.slice(rest.indexOf(' ') + 1)))
    else if (id.startsWith('E')) events.push(rest)
  }
  return events.map((event) => attributionOf(event, spans)).filter((attribution) => attribution.content.length > 0)
}

function parseSpans(pieces: string): Span[] {
  return pieces.split(';').map((piece) => {
    const [start = 0, end = 0] = piece.split(' ').map(Number)
    return { start, end }
  })
}

function attributionOf(event: string, spans: Map<string, Span[]>): Attribution {
  const attribution: Attribution = { source: [], cue: [], content: [] }
  for (const argument of event.split(' ')) {
    const [role = '', id = ''] = argument.split(':')
    const name = roles.find((known) => known === role.replace(/(?<!\d)\d+$/, '').toLowerCase())
    if (name) attribution[name].push(...(spans.get(id) ?? []))
  }
  return attribution
}

const labels = { source: 'Source', cue: 'Cue', content: 'Content' } as const

/** Standoff for other people's tools: a text-bound annotation for each part, an event for each attribution. */
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

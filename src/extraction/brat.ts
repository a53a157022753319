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

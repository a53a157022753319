import { indexText } from '../anchoring/code-points.ts'
import type { Span, Statement } from '../extraction/statement.ts'

/** What brat is to know of these annotations, in the file of this name beside them. */
export const configurationName = 'annotation.conf'
export const configuration = `[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource?:Source, Cue?:Cue, Content:Content
Relay\tSource?:Source, Cue?:Cue, Of:Attribution|Relay

[attributes]
`

/**
 * Standoff annotations that the brat editor opens, for exactly this text. Whoever passed a statement on is a Relay of
 * its Attribution, or of the Relay before.
 */
export function writeStandoff(text: string, statements: readonly Statement[]): string {
  const writer = new Writer(text)
  for (const { source, cue, content, hops } of statements) {
    const parts = [writer.mark('Source', source), writer.mark('Cue', cue), writer.mark('Content', content)]
    let event = writer.event('Attribution', [cue, source, content], parts)
    for (const hop of hops.slice(1)) {
      const { start, end } = hop.source
      const passedBy = start === null || end === null ? [] : [{ start, end }]
      const passedWith = hop.cue ? [hop.cue] : []
      const of = event === undefined ? undefined : `Of:${event}`
      const relay = [writer.mark('Source', passedBy), writer.mark('Cue', passedWith), of]
      event = writer.event('Relay', [passedWith, passedBy], relay) ?? event
    }
  }
  return writer.lines.map((line) => `${line}\n`).join('')
}

class Writer {
  readonly lines: string[] = []
  readonly #index
  #marks = 0
  #events = 0

  constructor(text: string) {
    this.#index = indexText(text)
  }

  /** Returns it as an event names it. */
  mark(kind: string, spans: readonly Span[]): string | undefined {
    const places = spans.flatMap((span) => this.#cut(span)).sort((a, b) => a.start - b.start)
    if (places.length === 0) return undefined
    const id = `T${++this.#marks}`
    const words = places.map(({ start, end }) => this.#index.slice(start, end)).join(' ')
    this.lines.push(`${id}\t${kind} ${places.map(({ start, end }) => `${start} ${end}`).join(';')}\t${words}`)
    return `${kind}:${id}`
  }

  /** brat requires an event's trigger to have the event's own type, so its cue is written once more with that type. */
  event(kind: string, triggers: readonly (readonly Span[])[], parts: (string | undefined)[]): string | undefined {
    const trigger = this.mark(kind, triggers.find((spans) => spans.length > 0) ?? [])
    if (trigger === undefined) return undefined
    const id = `E${++this.#events}`
    this.lines.push(`${id}\t${[trigger, ...parts].filter((part) => part !== undefined).join(' ')}`)
    return id
  }

  /** brat can't mark across the end of a line, nor write a tab: it needs a piece for each side. */
  #cut({ start, end }: Span): Span[] {
    const [from, to] = [this.#index.toUnit(start), this.#index.toUnit(end)]
    // eslint-disable-next-line no-control-regex
    const pieces = this.#index.text.slice(from, to).matchAll(/[^\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]+/g)
    return [...pieces].flatMap(({ index, 0: words }) => {
      const before = words.length - words.trimStart().length
      const at = from + index + before
      const bare = words.trim().length
      return bare === 0 ? [] : [{ start: this.#index.toCodePoint(at), end: this.#index.toCodePoint(at + bare) }]
    })
  }
}

import { listed } from '../fields.ts'
import { readPartialDate } from '../partial-date.ts'
import { fieldLabel, formatDate } from '../web/words.ts'
import { type Step, writeChain } from './chain-line.ts'

/** What the sentence of a chain leaves out, and a comparison of two chains must not. */
const beside = ['anonymityReason', 'knowledgeBasis', 'spokenLanguage', 'translatedBy', 'mediumDocumentId', 'upstreamId']

/** A chain as a form holds it, in words: the way as one sentence, and below it whatever else a step says. */
export function writeHops(value: unknown): string {
  const hops = listed(value).map((hop) => (hop && typeof hop === 'object' ? (hop as Record<string, unknown>) : {}))
  const given = hops.filter(
    (hop) => hop['naming'] === 'unstated' || ['source', 'description', 'cue'].some((name) => hop[name]),
  )
  const more = given.flatMap((hop, i) =>
    beside.filter((name) => text(hop[name])).map((name) => `Step ${i + 1}, ${fieldLabel(name)}: ${text(hop[name])}`),
  )
  return [writeChain(given.map(stepOf)), ...more].join('\n')
}

function stepOf(hop: Record<string, unknown>): Step {
  const date = readPartialDate(text(hop['said']) ?? '')
  const who = { unstated: null, described: text(hop['description']) }[String(hop['naming'])]
  return {
    who: who === undefined ? text(hop['source']) : who,
    cue: text(hop['cue']),
    addressee: text(hop['addressee']),
    place: text(hop['place']),
    when: date ? `${date.precision === 'day' ? 'on' : 'in'} ${formatDate(date.on, date.precision)}` : text(hop['said']),
    medium: text(hop['medium']),
    translated: [true, 'true', 'on', '1'].includes(hop['translated'] as string),
  }
}

function text(value: unknown): string | null {
  return (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== ''
    ? String(value).trim()
    : null
}

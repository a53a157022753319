import { listed } from '../words/fields.ts'
import { fieldLabel } from '../words/field-labels.ts'
import { isBegun, sayChain } from './form-chain.ts'

/** Details that the sentence of a chain omits, but a comparison of two chains needs. */
const beside = ['anonymityReason', 'knowledgeBasis', 'spokenLanguage', 'translatedBy', 'mediumDocumentId', 'upstreamId']

/** A form's chain in words: one sentence, and below it the other details of each step. */
export function writeHops(value: unknown): string {
  const hops = listed(value)
    .map((hop) => (hop && typeof hop === 'object' ? (hop as Record<string, unknown>) : {}))
    .filter(isBegun)
  const more = hops.flatMap((hop, i) => [
    ...beside.filter((name) => text(hop[name])).map((name) => `Step ${i + 1}, ${fieldLabel(name)}: ${text(hop[name])}`),
    ...(isTicked(hop['bodyShown']) ? [`Step ${i + 1}: readers see which body they belong to`] : []),
  ])
  return [sayChain(hops), ...more].join('\n')
}

function isTicked(value: unknown): boolean {
  return [true, 'true', 'on', '1'].includes(value as string)
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

import { listed } from '../words/fields.ts'
import type { Values } from '../web/forms.ts'

type Chain = readonly object[]

/** A form's steps after one of its buttons was pressed: nothing is stored, and nothing typed is lost. */
export function arrangeHops(values: Values, instruction: string, chainAbove: Chain): Values {
  const { arrange: _, ...rest } = values
  return { ...rest, hops: arranged(listed(values['hops']) as Chain, instruction, chainAbove) }
}

function arranged(hops: Chain, instruction: string, chainAbove: Chain): Chain {
  const [what, number] = instruction.split('.')
  const at = Number(number)
  if (what === 'add') return [...hops, {}]
  if (what === 'first') return [{}, ...hops]
  // New rows: a copied step is another step than the original.
  if (what === 'same') return chainAbove.map((hop) => ({ ...hop, id: '' }))
  if (what === 'remove') return hops.filter((_, i) => i !== at)
  return swapped(hops, at, what === 'up' ? at - 1 : at + 1)
}

function swapped(hops: Chain, a: number, b: number): Chain {
  const [one, other] = [hops[a], hops[b]]
  if (!one || !other) return hops
  return hops.map((hop, i) => (i === a ? other : i === b ? one : hop))
}

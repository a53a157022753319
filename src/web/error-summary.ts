import { fieldLabel } from '../words/field-labels.ts'
import { placesOf } from './field.ts'
import type { Form } from './forms.ts'

/** One line of the summary above a refused form; `id` is its field's, if the page has one for it. */
export type Problem = { sentence: string; id: string | undefined }

/** Sentences that say nothing without their field. */
const dependent = /^(This (is needed|cannot be read)|At most \d|Choose one of the list)/

/** What has to be mended in a form, in the page's order; what concerns the whole form comes first. */
export function summarise(form: Form): Problem[] {
  const places = placesOf(form)
  const order = [...places.keys()]
  const names = Object.keys(form.errors).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const problems = names.flatMap((name) =>
    (form.errors[name] ?? []).map((sentence) => ({
      sentence: dependent.test(sentence) ? `${fieldLabel(inBrackets(name))}: ${lowerFirst(sentence)}` : sentence,
      id: places.get(name),
    })),
  )
  // One sentence may stand at several fields: the first of them is enough.
  return problems.filter(({ sentence }, i) => problems.findIndex((other) => other.sentence === sentence) === i)
}

/** "hops.0.cue" as forms send it: "hops[0][cue]". */
function inBrackets(name: string): string {
  const [first = '', ...rest] = name.split('.')
  return first + rest.map((part) => `[${part}]`).join('')
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

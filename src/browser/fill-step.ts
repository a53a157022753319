import { announce } from './announce.ts'
import { arrange } from './arrange-steps.ts'
import { fieldOf } from './record-form.ts'
import { sayItNow } from './say-chain.ts'

/** What a key makes of the words that are selected in the text; origin is who said it before all others. */
export const stepKeys = {
  w: 'who',
  W: 'origin',
  v: 'cue',
  t: 'addressee',
  l: 'place',
  m: 'medium',
} as const
export type StepField = (typeof stepKeys)[keyof typeof stepKeys]

/** The step that was opened last. */
let opened = 0

/** Puts words of the text into the chain: who opens a step, the others say more about the last one opened. */
export async function fillStep(page: Document, field: StepField, words: string): Promise<void> {
  const last = () => page.querySelectorAll('fieldset.hop').length - 1
  if (field === 'who' || field === 'origin') {
    if (!isBlank(page, last())) await arrange(page, field === 'who' ? 'add' : 'first')
    opened = field === 'who' ? last() : 0
    nameSpeaker(page, opened, words)
  } else {
    setValue(fieldOf(page, `hops[${Math.min(opened, last())}][${field}]`), words)
  }
  sayItNow(page)
  announce(page.querySelector('[data-chain-line]')?.textContent ?? '')
}

function isBlank(page: Document, i: number): boolean {
  return ['source', 'description'].every((name) => !fieldOf(page, `hops[${i}][${name}]`)?.value)
}

function nameSpeaker(page: Document, i: number, words: string): void {
  const named = isName(words)
  const naming = fieldOf<HTMLSelectElement>(page, `hops[${i}][naming]`)
  if (naming) naming.value = named ? 'named' : 'described'
  setValue(
    fieldOf(page, `hops[${i}][${named ? 'source' : 'description'}]`),
    named ? words.replace(/^the\s+/i, '') : words,
  )
}

/** "Zamir Kabulov", "the Harbour Authority"; but "a Western diplomat" and "Russian media" describe. */
function isName(words: string): boolean {
  const last = words.trim().split(/\s+/).at(-1) ?? ''
  return !/^(an?|some|several|two|three|one|many|other|unnamed)\s/i.test(words) && /^\p{Lu}/u.test(last)
}

function setValue(field: HTMLInputElement | null, words: string): void {
  if (!field) return
  field.value = words.replace(/\s+/g, ' ').slice(0, 200)
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

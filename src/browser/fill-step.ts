import { announce } from './announce.ts'
import { arrange } from './arrange-steps.ts'
import { fieldOf } from './record-form.ts'
import { sayItNow } from './say-chain.ts'

/** What a key makes of the words that are selected in the text. */
export const stepKeys = { w: 'who', v: 'cue', t: 'addressee', l: 'place', m: 'medium' } as const
export type StepField = (typeof stepKeys)[keyof typeof stepKeys]

/** Puts words of the text into the chain: who opens a step, the others say more about the last one opened. */
export async function fillStep(page: Document, field: StepField, words: string): Promise<void> {
  const count = () => page.querySelectorAll('fieldset.hop').length
  if (field === 'who') {
    if (!isBlank(page, count() - 1)) await arrange(page, 'add')
    nameSpeaker(page, count() - 1, words)
  } else {
    setValue(fieldOf(page, `hops[${count() - 1}][${field}]`), words)
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

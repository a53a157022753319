import { announce } from '../page/announce.ts'
import { arrange } from './arrange-steps.ts'
import type { FormSteps } from './form-steps.ts'
import type { Quoting } from './quote-selection.ts'
import { fieldOf } from './record-form.ts'
import { showView } from '../desk/panel.ts'
import { sayItNow } from './say-chain.ts'

/** What each key does with the words selected in the text; origin is the first speaker. */
export const stepKeys = {
  w: 'who',
  W: 'origin',
  v: 'cue',
  t: 'addressee',
  l: 'place',
  m: 'medium',
} as const
export type StepField = (typeof stepKeys)[keyof typeof stepKeys]
export type FillStep = (field: StepField, words: string) => Promise<void>

/** Puts words of the text into the chain: a speaker opens a step, the others fill in the one opened last. */
export function stepFiller(page: Document, steps: FormSteps, quoting: Quoting): FillStep {
  let opened = 0
  page.addEventListener('form-taken', (event) => {
    const { part, step } = (event as CustomEvent<{ part?: string; step?: number } | null>).detail ?? {}
    if (part === 'hops') opened = step ?? opened
    else opened = 0
  })
  const last = () => page.querySelectorAll('fieldset.hop').length - 1

  const fill = async (field: StepField, words: string): Promise<boolean> => {
    if (field !== 'who' && field !== 'origin') {
      setValue(fieldOf(page, `hops[${Math.min(opened, last())}][${field}]`), words)
      // The id of the source named there before would take precedence over the name.
      if (field === 'addressee') setValue(fieldOf(page, `hops[${Math.min(opened, last())}][addresseeSourceId]`), '')
      return true
    }
    if (!isBlank(page, last())) {
      if (!(await arrange(page, field === 'who' ? 'add' : 'first'))) return false
      opened = field === 'who' ? last() : 0
    } else opened = last()
    nameSpeaker(page, opened, words)
    return true
  }

  return async (field, words) => {
    await quoting.giveBack() // a pointer had put these words into the quote
    await steps.make(async () => {
      if (!(await fill(field, words))) return false
      showView(page, 'record')
      sayItNow(page)
      announce(page.querySelector('[data-chain-line]')?.textContent ?? '')
      return true
    })
  }
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
  field.value = Array.from(words.replace(/\s+/g, ' ')).slice(0, 200).join('')
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

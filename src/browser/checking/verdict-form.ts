import { addEvidence } from './add-evidence.ts'
import { answerScales } from './check-scale.ts'
import { pickPassages } from './pick-passage.ts'
import { suggestDocuments } from '../typing/suggest-documents.ts'

/**
 * The form for a verdict: only the chosen rating's questions, more rows on demand, documents by title, passages by
 * pointing.
 */
export function verdictForms(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('[data-verdict-form]')) verdictForm(form)
  suggestDocuments(page)
  pickPassages(page)
}

/** One of them, also where it came later than its page. */
export function verdictForm(form: HTMLFormElement): void {
  showOwnChecklist(form)
  form.addEventListener('change', () => showOwnChecklist(form))
  answerScales(form)
  addEvidence(form)
  for (const found of form.querySelectorAll<HTMLElement>('[data-find-document], [data-pick-passage]'))
    found.hidden = false
}

function showOwnChecklist(form: HTMLFormElement): void {
  const chosen = [...form.querySelectorAll<HTMLInputElement>('[data-scale] input:checked')].map(({ value }) => value)
  for (const list of form.querySelectorAll<HTMLDetailsElement>('[data-checklist]')) {
    const isChosen = chosen.includes(list.dataset['checklist'] ?? '')
    if (isChosen && list.hidden) list.open = true
    list.hidden = !isChosen
  }
}

import { addEvidence } from './add-evidence.ts'
import { pickPassages } from './pick-passage.ts'
import { suggestDocuments } from './suggest-documents.ts'

/**
 * The form for a verdict: only the chosen rating's questions, more rows on demand, documents by title, passages by
 * pointing.
 */
export function verdictForm(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('[data-verdict-form]')) {
    showOwnChecklist(form)
    form.addEventListener('change', () => showOwnChecklist(form))
  }
  addEvidence(page)
  suggestDocuments(page)
  pickPassages(page)
}

function showOwnChecklist(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll<HTMLDetailsElement>('[data-checklist]')) {
    const isChosen = list.parentElement?.querySelector<HTMLInputElement>('input[type=radio]')?.checked === true
    if (isChosen && list.hidden) list.open = true
    list.hidden = !isChosen
  }
}

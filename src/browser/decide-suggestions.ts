import { announce } from './announce.ts'
import type { FormSteps } from './form-steps.ts'
import { neighbour, suggestionMarks } from './suggestion-marks.ts'
import { openForm } from './record-statement.ts'
import { refreshDesk } from './refresh-desk.ts'
import { stampOf } from './typed-fields.ts'

const done = { accept: 'Accepted.', dismiss: 'Dismissed.', reopen: 'It is open again.' }
type Decision = keyof typeof done

export type Deciding = {
  accept: (id: string) => void
  dismiss: (id: string) => void
  /** Opens it in the form, to be edited before it is recorded. */
  edit: (id: string) => void
  /** Undo or redo, if there is a step. */
  step: (which: 'undo' | 'redo') => void
}

/** Decides on suggestions without leaving the text: it sends the same forms as the panel's buttons. */
export function decideSuggestions(page: Document, text: HTMLElement, steps: FormSteps): Deciding {
  let isBusy = false

  const send = async (form: HTMLFormElement, said: string, focus: () => void, onRefused?: () => boolean) => {
    if (isBusy) return false // pressing the key twice means the same suggestion
    isBusy = true
    try {
      const answer = await post(form)
      if (!answer) return false
      const { isDone, title, notice } = answer
      if (!isDone && onRefused?.()) {
        announce(title)
        return false
      }
      const progress = (await isRefreshed(page))
        ? page.querySelector('[data-part="suggestions"] label')?.textContent
        : ''
      announce(isDone ? `${said || notice} ${progress ?? ''}` : title)
      focus()
      return isDone
    } finally {
      isBusy = false
    }
  }

  const decide = (id: string, decision: Decision) => {
    const form = card(page, id)?.querySelector<HTMLFormElement>(`form[data-decide="${decision}"]`)
    if (!form) return
    const next = decision === 'reopen' ? id : neighbour(text, id)
    // The form shows the options; if there are none, the page is refreshed.
    const mend = () => {
      const link = decision === 'accept' ? editLink(page, id) : undefined
      if (link) void openForm(page, steps, link.href)
      return link !== undefined
    }
    void send(form, done[decision], () => focusOnSuggestion(page, text, next), mend).then((isDone) => {
      if (isDone) steps.passed()
    })
  }

  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const decision = form.dataset['decide'] as Decision | undefined
    const id = /\/suggestions\/(\d+)\//.exec(form.action)?.[1]
    const step = form.dataset['step']
    if (step === 'undo' || step === 'redo') {
      event.preventDefault()
      const again = () => (page.querySelector<HTMLElement>(`[data-step="${step}"] button`) ?? text).focus()
      void send(form, '', again).then((isDone) => {
        if (isDone) steps.stepped(step)
      })
    } else if (decision && id) {
      event.preventDefault()
      decide(id, decision)
    }
  })
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-decide="edit"]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void openForm(page, steps, link.href)
  })
  text.addEventListener('focusin', (event) => showChosen(page, suggestionAt(event.target)))
  text.addEventListener('click', (event) => {
    const id = suggestionAt(event.target)
    const selection = page.getSelection()
    if (!id || (selection && !selection.isCollapsed)) return
    event.preventDefault()
    focusOnSuggestion(page, text, id)
  })

  return {
    accept: (id) => decide(id, 'accept'),
    dismiss: (id) => decide(id, 'dismiss'),
    edit(id) {
      const link = editLink(page, id)
      if (link) void openForm(page, steps, link.href)
    },
    step(which) {
      const form = page.querySelector<HTMLFormElement>(`form[data-step="${which}"]`)
      if (!form) return announce(which === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.')
      // A reopened suggestion becomes the current one.
      const before = new Set(suggestionMarks(text).map((mark) => mark.dataset['suggestion']))
      void send(form, '', () => {
        const back = suggestionMarks(text).find((mark) => !before.has(mark.dataset['suggestion']))
        ;(back ?? text).focus()
      })
    },
  }
}

type Answer = { isDone: boolean; title: string; notice: string }

/** Undefined if there was no answer, which is announced. */
async function post(form: HTMLFormElement): Promise<Answer | undefined> {
  try {
    // The form's own stamp: even if the answer is lost, sending it again processes it only once.
    const headers = { Accept: 'application/json', 'Idempotency-Key': stampOf(form).slice(-200) }
    const response = await fetch(form.action, { method: 'POST', headers })
    if (response.status === 401 || response.status === 403) {
      location.reload()
      return undefined
    }
    const { title = '', notice = '' } = (await response.json()) as Partial<Answer>
    return { isDone: response.ok, title, notice }
  } catch {
    announce('The server did not answer. Try again: whatever it has done already is not done twice.')
    return undefined
  }
}

/** A decision stays made, whether or not the page could be refreshed. */
async function isRefreshed(page: Document): Promise<boolean> {
  try {
    await refreshDesk(page)
    return true
  } catch {
    return false
  }
}

export function suggestionAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-suggestion]')?.dataset['suggestion']
}

export function cardAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-card]')?.dataset['card']
}

function focusOnSuggestion(page: Document, text: HTMLElement, id: string | undefined): void {
  const mark = suggestionMarks(text).find((one) => one.dataset['suggestion'] === id)
  ;(mark ?? (id === undefined ? text : page.querySelector<HTMLElement>('#suggestions-heading')))?.focus()
}

function card(page: Document, id: string): HTMLElement | null {
  return page.querySelector(`[data-card="${id}"]`)
}

function editLink(page: Document, id: string): HTMLAnchorElement | undefined {
  return card(page, id)?.querySelector<HTMLAnchorElement>('[data-decide="edit"]') ?? undefined
}

/** Marks all its pieces in the text, and its card. */
function showChosen(page: Document, id: string | undefined): void {
  for (const old of page.querySelectorAll('.chosen')) old.classList.remove('chosen')
  if (!id) return
  for (const piece of page.querySelectorAll(`[data-suggestion="${id}"], [data-card="${id}"]`)) {
    piece.classList.add('chosen')
    if (piece.matches('[data-card]')) piece.scrollIntoView({ block: 'nearest' })
  }
}

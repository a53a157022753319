import type { FormSteps } from '../tagging/form-steps.ts'
import { neighbour, suggestionMarks } from './suggestion-marks.ts'
import { openForm } from '../tagging/record-statement.ts'
import { type Chosen, chosenAt, focusMark, keepInSight, markOf, showChosen } from './chosen.ts'
import { refreshDesk } from './refresh-desk.ts'
import { tell, warn, warnStale } from '../page/toasts.ts'
import { stampOf } from '../typing/typed-fields.ts'

const done = { accept: 'Accepted.', dismiss: 'Dismissed.', reopen: 'It is open again.', reason: 'The reason is noted.' }
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

  /** `onDone` is called where it was tried again, and then done. */
  const send = async (
    form: HTMLFormElement,
    said: string,
    focus: () => void,
    onRefused?: () => boolean,
    onDone?: (isDone: boolean) => void,
  ): Promise<boolean> => {
    if (isBusy) return false // a second press of the key means the same suggestion
    isBusy = true
    try {
      const answer = await post(form, () => void send(form, said, focus, onRefused, onDone).then(onDone))
      if (!answer) return false
      const { isDone, detail, notice } = answer
      if (!isDone && onRefused?.()) {
        warn(detail)
        return false
      }
      const isFresh = await isRefreshed(page)
      const progress = page.querySelector('[data-part="suggestions-head"] label')?.textContent ?? ''
      if (!isDone) warn(detail)
      else if (isFresh) tell(`${said || notice} ${progress}`.trim())
      else warnStale(said || notice)
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
    const passed = (isDone: boolean) => {
      if (isDone) steps.passed()
    }
    void send(form, done[decision], () => focusOnSuggestion(page, text, next), mend, passed).then(passed)
  }

  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const decision = form.dataset['decide'] as Decision | undefined
    const id = /\/suggestions\/(\d+)\//.exec(form.action)?.[1]
    const step = form.dataset['step']
    if (step === 'undo' || step === 'redo') {
      event.preventDefault()
      const again = () => (page.querySelector<HTMLElement>(`[data-step="${step}"] button`) ?? text).focus()
      const stepped = (isDone: boolean) => {
        if (isDone) steps.stepped(step)
      }
      void send(form, '', again, undefined, stepped).then(stepped)
    } else if (decision === 'reason') {
      event.preventDefault()
      if (event.submitter instanceof HTMLButtonElement) form.dataset['reason'] = event.submitter.value
      void send(form, done.reason, () => keepFocus(page, text))
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
  chooseBeside(page, text)

  return {
    accept: (id) => decide(id, 'accept'),
    dismiss: (id) => decide(id, 'dismiss'),
    edit(id) {
      const link = editLink(page, id)
      if (link) void openForm(page, steps, link.href)
    },
    step(which) {
      const form = page.querySelector<HTMLFormElement>(`form[data-step="${which}"]`)
      if (!form) return tell(whyNone(page, which))
      // Whatever is a suggestion again is where one goes on.
      const before = new Set(suggestionMarks(text).map((mark) => mark.dataset['suggestion']))
      void send(form, '', () => {
        const back = suggestionMarks(text).find((mark) => !before.has(mark.dataset['suggestion']))
        if (back) focusMark(back)
        else text.focus({ preventScroll: true })
      })
    },
  }
}

/** `detail` is a problem's sentence. */
type Answer = { isDone: boolean; detail: string; notice: string }

/** Undefined without an answer, after a message that says so. */
async function post(form: HTMLFormElement, again: () => void): Promise<Answer | undefined> {
  try {
    // The form's own stamp: even if the answer is lost, sending it again processes it only once.
    const headers = { Accept: 'application/json', 'Idempotency-Key': stampOf(form).slice(-200) }
    const response = await fetch(form.action, { method: 'POST', headers, ...bodyOf(form) })
    if (response.status === 401 || response.status === 403) {
      location.reload()
      return undefined
    }
    const { detail = '', notice = '' } = (await response.json()) as Partial<Answer>
    return { isDone: response.ok, detail, notice }
  } catch {
    warn('Not saved: the server did not answer. What it has done already is not done twice.', again)
    return undefined
  }
}

/** Why it was dismissed; the other forms are only a button. */
function bodyOf(form: HTMLFormElement): { body?: URLSearchParams } {
  const { reason } = form.dataset
  return reason === undefined ? {} : { body: new URLSearchParams({ reason }) }
}

/** The button that was pressed is gone; where one was in the text is where one goes on. */
function keepFocus(page: Document, text: HTMLElement): void {
  if (page.activeElement === null || page.activeElement === page.body) text.focus({ preventScroll: true })
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

function focusOnSuggestion(page: Document, text: HTMLElement, id: string | undefined): void {
  const mark = id === undefined ? undefined : markOf(text, { kind: 'suggestion', id })
  if (mark) focusMark(mark)
  else
    (id === undefined ? text : page.querySelector<HTMLElement>('#suggestions-heading'))?.focus({ preventScroll: true })
}

/** What has the focus in the text, or is pointed at there or in the panel, is chosen. */
function chooseBeside(page: Document, text: HTMLElement): void {
  let chosen: Chosen | undefined
  const choose = (next: Chosen | undefined) => {
    chosen = next
    showChosen(page, chosen)
  }
  text.addEventListener('focusin', (event) => choose(chosenAt(event.target)))
  text.addEventListener('click', (event) => {
    const next = chosenAt(event.target)
    const selection = page.getSelection()
    if (!next || event.detail === 0 || (selection && !selection.isCollapsed)) return
    event.preventDefault()
    choose(next)
    const mark = markOf(text, next)
    mark?.focus({ preventScroll: true })
    if (mark) keepInSight(mark)
  })
  page.querySelector('.panel')?.addEventListener('click', (event) => {
    const next = chosenAt(event.target)
    const control = (event.target as Element).closest('button, input, select, textarea, a:not(.words > a)')
    if (!next || control) return
    const mark = markOf(text, next)
    if (!mark) return // its card stands on another page of the text: the link leads there
    event.preventDefault()
    focusMark(mark)
  })
  // The same rows as before may be others now.
  page.addEventListener('desk-refreshed', () => {
    if (chosen) choose(markOf(text, chosen) ? chosen : undefined)
  })
}

/** The disabled button in the bar contains the reason. */
function whyNone(page: Document, which: 'undo' | 'redo'): string {
  const words = page.querySelector(`[data-no-step="${which}"]`)?.textContent?.trim()
  return words ?? (which === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.')
}

function card(page: Document, id: string): HTMLElement | null {
  return page.querySelector(`[data-card="${id}"]`)
}

function editLink(page: Document, id: string): HTMLAnchorElement | undefined {
  return card(page, id)?.querySelector<HTMLAnchorElement>('[data-decide="edit"]') ?? undefined
}

import { announce } from '../page/announce.ts'
import { areKeysOn, meantBy, showOwnKeys } from '../page/own-keys.ts'
import { claimPicker } from './check-claim.ts'
import { keepInSight, placeAtThird } from '../desk/chosen.ts'
import { scrollerOf } from '../desk/in-view.ts'
import { quickEvidence } from './check-evidence.ts'
import { focusOnScale } from './check-scale.ts'
import { refreshDesk } from '../desk/refresh-desk.ts'
import { whyNot } from '../tagging/record-form.ts'
import { tell, warn, warnStale } from '../page/toasts.ts'
import { verdictForm } from './verdict-form.ts'

/** Where the desk has a check beside its text. */
const place = '[data-part="check"]'

/** A whole check by keyboard, on its own page and beside the text: what each key does stands in the list of keys. */
export function checking(page: Document, text: HTMLElement | null): void {
  for (const card of page.querySelectorAll<HTMLElement>('[data-check-card]')) prepare(card)
  if (!text) return
  const beside = page.querySelector<HTMLElement>(place) ?? makePlace(page)
  if (!beside) return

  let isBusy = false
  const openCheck = async (id: string) => {
    if (isBusy) return
    isBusy = true
    try {
      const answer = await ask(`/statements/${id}/check`)
      const made = answer?.isDone ? cardIn(answer.html) : undefined
      if (answer && hasLeft(answer)) return
      if (made) show(page, { text, beside, made, place: keepInSight })
      else if (answer) warn(whyNot(answer.html))
      else warn('Not opened: the server did not answer.', () => void openCheck(id))
    } finally {
      isBusy = false
    }
  }

  page.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event
    if (event.defaultPrevented || meantBy(key) !== 'c' || ctrlKey || metaKey || altKey || shiftKey || repeat) return
    const id = statementAt(event.target, text)
    if (id === undefined || !areKeysOn()) return
    event.preventDefault()
    void openCheck(id)
  })
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href$="/check"]')
    const id = /\/statements\/(\d+)\/check$/.exec(link?.href ?? '')?.[1]
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void openCheck(id)
  })
  page.addEventListener('submit', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('[data-check-form]')
    if (!form || !beside.contains(form)) return
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    void save(form, event.submitter, { page, text, beside }).finally(() => (isBusy = false))
  })
}

/** Above what else stands beside a text. */
function makePlace(page: Document): HTMLElement | undefined {
  const aside = page.querySelector('.beside > aside')
  if (!aside) return undefined
  const made = page.createElement('div')
  made.dataset['part'] = 'check'
  aside.prepend(made)
  return made
}

/** The statement that a key is pressed on: its mark, its card, or, in the text itself, the first that nobody has checked. */
function statementAt(target: EventTarget | null, text: HTMLElement): string | undefined {
  const element = target as Element
  const own = element.closest<HTMLElement>('[data-statement], [data-statement-card]')?.dataset
  if (own && !isTyping(element)) return own['statement'] ?? own['statementCard']
  const card = /^statement-(\d+)$/.exec(element.closest('section.card')?.id ?? '')?.[1]
  if (card && !isTyping(element)) return card
  if (element !== text) return undefined
  const first =
    text.querySelector<HTMLElement>('[data-statement].tone-open') ?? text.querySelector<HTMLElement>('[data-statement]')
  return first?.dataset['statement']
}

function isTyping(element: Element): boolean {
  return element.closest('input, textarea, select') !== null
}

function prepare(card: HTMLElement): void {
  const form = card.querySelector<HTMLFormElement>('[data-check-form]')
  if (!form) return
  for (const key of form.querySelectorAll('kbd')) key.hidden = false
  showOwnKeys(card)
  claimPicker(form, card.querySelector('h2')?.textContent ?? '')
  quickEvidence(form)

  card.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value=next]'))
    } else if (key === 'Enter' && target instanceof HTMLInputElement) {
      // The form is sent by its button or Ctrl+Enter; from a claim that is linked Enter goes on.
      event.preventDefault()
      if (target.name === 'linkedId') focusOnScale(form, 'claimRatingId')
    } else if (
      meantBy(key) === 's' &&
      !ctrlKey &&
      !metaKey &&
      !altKey &&
      areKeysOn() &&
      (target as Element).closest('[data-scale="ratingId"]')
    ) {
      const same = form.querySelector<HTMLInputElement>('input[name=sameAs]')
      event.preventDefault()
      if (!same) return tell('No statement above has evidence.')
      same.checked = true
      same.dispatchEvent(new Event('change', { bubbles: true }))
      form.querySelector<HTMLElement>('[name=reasons]')?.focus()
      announce('The same evidence as the statement above.')
    }
  })
}

type Around = { page: Document; text: HTMLElement; beside: HTMLElement }

/** The server makes the next card, or this one again with what is to be mended; the desk beside it is fetched anew. */
async function save(form: HTMLFormElement, submitter: HTMLElement | null, around: Around): Promise<void> {
  const { page, text, beside } = around
  const sent = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') sent.append(name, value)
  const answer = await ask(form.action, { method: 'POST', body: sent })
  const made = answer && cardIn(answer.html)
  if (answer && hasLeft(answer)) return
  if (answer?.isDone && (made || answer.path.endsWith('/desk'))) {
    const notice = noticeIn(answer.html)
    const next = made && text.querySelector(`[data-statement="${CSS.escape(made.dataset['checkCard'] ?? '')}"]`)
    const was = next?.getBoundingClientRect().top
    const isFresh = await refreshDesk(page).then(
      () => true,
      () => false,
    )
    if (made && was !== undefined) keepInPlace(text, made.dataset['checkCard'] ?? '', was)
    if (made) show(page, { text, beside, made, place: placeAtThird })
    else {
      beside.replaceChildren(paragraph(page, notice || 'Saved.'))
      text.focus({ preventScroll: true })
    }
    if (isFresh) tell(notice || 'Saved.')
    else warnStale(notice || 'Saved.')
  } else if (answer && made) {
    beside.replaceChildren(made)
    ready(made)
    const wrong = made.querySelector<HTMLElement>('.errors')
    if (wrong) wrong.tabIndex = -1
    ;(wrong ?? made.querySelector<HTMLElement>('h2'))?.focus()
  } else {
    const again = () => form.requestSubmit(submitter)
    if (answer) warn('Not saved. Your words are still here: open the page in another tab to see why.', again)
    else warn('Not saved: the server did not answer. Your words are still here.', again)
    // Words that were not sent are kept again.
    form.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** What was found stands beside the words that were checked, and may make their paragraph a line longer: what comes next stays. */
function keepInPlace(text: HTMLElement, id: string, was: number): void {
  const next = text.querySelector(`[data-statement="${CSS.escape(id)}"]`)
  if (next) scrollerOf(next).scrollBy({ top: next.getBoundingClientRect().top - was })
}

/** `place` brings the statement's words into sight. */
type Shown = { text: HTMLElement; beside: HTMLElement; made: HTMLElement; place: (mark: Element) => void }

function show(page: Document, { text, beside, made, place }: Shown): void {
  beside.replaceChildren(made)
  page.querySelector<HTMLElement>('.tabs a[href="#check"]:not([aria-current])')?.click()
  ready(made)
  const [first] = mark(text, made.dataset['checkCard'] ?? '')
  if (first) place(first)
  focusOnScale(made, 'ratingId')
  beside.scrollTop = 0
}

function ready(card: HTMLElement): void {
  const form = card.querySelector<HTMLFormElement>('[data-verdict-form]')
  if (form) verdictForm(form)
  prepare(card)
}

function mark(text: HTMLElement, id: string): HTMLElement[] {
  for (const old of text.querySelectorAll('.chosen')) old.classList.remove('chosen')
  const pieces = [...text.querySelectorAll<HTMLElement>(`[data-statement="${CSS.escape(id)}"]`)]
  for (const piece of pieces) piece.classList.add('chosen')
  return pieces
}

type Answer = { isDone: boolean; path: string; html: Document }

/** Undefined where none came. */
async function ask(address: string, sent: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, { ...sent, headers: { Accept: 'text/html' } })
    const html = new DOMParser().parseFromString(await response.text(), 'text/html')
    return { isDone: response.ok, path: new URL(response.url).pathname, html }
  } catch {
    return undefined
  }
}

function cardIn(html: Document): HTMLElement | undefined {
  return html.querySelector<HTMLElement>('[data-check-card]') ?? undefined
}

function noticeIn(html: Document): string {
  return html.querySelector('.notice')?.textContent.trim() ?? ''
}

/** Whoever was signed out meanwhile is led to sign in; the server has kept the words. */
function hasLeft({ path }: Answer): boolean {
  if (path === '/session') location.assign(`/session?next=${encodeURIComponent(location.pathname)}`)
  return path === '/session'
}

function paragraph(page: Document, words: string): HTMLElement {
  const made = page.createElement('p')
  made.className = 'saved'
  made.textContent = words
  return made
}

import { fieldsOf, isKept, stampOf } from './typing/typed-fields.ts'

/** How long after the last key the words are saved, in milliseconds. */
const pause = 1000
/** How many bytes all forms of a page together may send while it is being left; browsers refuse more than 64 KiB. */
const mostOnLeaving = 60_000

type State = { asMade: string; kept: string; arrived: string; isSent: boolean; isBusy: boolean }
const states = new WeakMap<HTMLFormElement, State>()
let timer: ReturnType<typeof setTimeout> | undefined

/*
 * Saves what is typed on the server, so that it survives leaving the page or a crash. Without this script, words are
 * kept only when they are sent.
 */
for (const form of document.forms) stateOf(form)
// Words also come from the mouse: selecting them in a text fills a form.
for (const name of ['input', 'change', 'keyup', 'pointerup']) {
  document.addEventListener(name, (event) => {
    const { form } = event.target as Partial<HTMLInputElement>
    if (name === 'input' && form) stateOf(form).isSent = false
    again()
  })
}
document.addEventListener('submit', (event) => (stateOf(event.target as HTMLFormElement).isSent = true))
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll())
window.addEventListener('pagehide', keepAll)
// Words too long to send while the page is being left are sent earlier, and the browser asks the person to stay until
// then.
window.addEventListener('beforeunload', (event) => {
  keepAll()
  if ([...document.forms].some(wouldBeLost)) event.preventDefault()
})
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) for (const form of document.forms) stateOf(form).isSent = false
})

function again(): void {
  clearTimeout(timer)
  timer = setTimeout(keepAll, pause)
}

function keepAll(): void {
  for (const form of document.forms) if (isKept(form)) keep(form, stateOf(form))
}

function keep(form: HTMLFormElement, state: State): void {
  const fields = fieldsOf(form)
  const now = fields.toString()
  if (state.isSent || now === state.kept || (state.isBusy && document.visibilityState !== 'hidden')) return

  state.kept = now
  state.isBusy = true
  const isAsBefore = now === state.asMade && !form.previousElementSibling?.matches('.kept-words')
  const body = isAsBefore ? new URLSearchParams() : fields
  body.set('once', stampOf(form))
  send(body)
    .then((response) => {
      if (response.ok) state.arrived = now
      if (response.status >= 500) state.kept = state.asMade
    })
    .catch(() => (state.kept = state.asMade))
    .finally(() => {
      state.isBusy = false
      if (fieldsOf(form).toString() !== now) again()
    })
}

/** With keepalive if it is short enough, so that it arrives although the page is left. */
async function send(body: URLSearchParams): Promise<Response> {
  const sent = { method: 'POST', body, headers: { Accept: 'application/json' } }
  if (isLong(body)) return fetch('/drafts', sent)
  // Several short ones at once may be too long together.
  return fetch('/drafts', { ...sent, keepalive: true }).catch(() => fetch('/drafts', sent))
}

function isLong(body: URLSearchParams): boolean {
  return body.toString().length > mostOnLeaving
}

function wouldBeLost(form: HTMLFormElement): boolean {
  if (!isKept(form)) return false
  const { isSent, arrived } = stateOf(form)
  const fields = fieldsOf(form)
  return !isSent && isLong(fields) && fields.toString() !== arrived
}

function stateOf(form: HTMLFormElement): State {
  let state = states.get(form)
  if (!state) {
    const asMade = fieldsOf(form, true).toString()
    state = { asMade, kept: asMade, arrived: asMade, isSent: false, isBusy: false }
    states.set(form, state)
  }
  return state
}

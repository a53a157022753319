import { fieldsOf, isKept, stampOf } from './typed-fields.ts'

/** How long after the last key words are kept, in milliseconds. */
const pause = 1000
/** A page that is being left may still send so many bytes, of all its forms together; browsers refuse more than 64 KiB. */
const mostOnLeaving = 60_000

type State = { asMade: string; kept: string; arrived: string; isSent: boolean; isBusy: boolean }
const states = new WeakMap<HTMLFormElement, State>()
let timer: ReturnType<typeof setTimeout> | undefined

/*
 * What is typed is kept on the server, so that whoever leaves the page, or whose machine stops, has it again. Without
 * this script words are kept when they are sent.
 */
for (const form of document.forms) stateOf(form)
// Words come in by mouse too: selecting them in a text fills a form.
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
// What is too long to be sent while the page is being left is sent before, and whoever leaves is asked to stay so long.
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

/** Kept alive where it is short enough, so that it arrives although the page is left. */
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

/** How long a success stays in sight, in milliseconds, unless another message replaces it. */
const readWithin = 8000

let told: ReturnType<typeof setTimeout> | undefined

/** A result, shown and read out. */
export function tell(sentence: string): void {
  clearTimeout(told)
  const region = regionOf('status')
  region.replaceChildren(toast('notice', sentence, region))
  regionOf('alert').replaceChildren()
  told = setTimeout(() => region.replaceChildren(), readWithin)
}

/** A failure: it stays until somebody closes it or something succeeds; `again` is what “Try again” does. */
export function warn(sentence: string, again?: () => void): void {
  clearTimeout(told)
  regionOf('status').replaceChildren()
  const region = regionOf('alert')
  const back = wayBack()
  const one = toast('tone-bad', sentence, region)
  if (again) {
    const button = makeButton('Try again', 'quiet small')
    button.addEventListener('click', () => {
      close(region, back)
      again()
    })
    one.lastElementChild?.before(button)
  }
  region.replaceChildren(one)
}

/** A success that this page could not show; “Try again” reloads it. */
export function warnStale(done: string): void {
  warn(`${done} This page does not show it yet: the server did not answer.`, () => location.reload())
}

function toast(look: string, sentence: string, region: HTMLElement): HTMLElement {
  const one = document.createElement('div')
  one.className = `toast ${look}`
  const words = document.createElement('p')
  words.textContent = sentence
  const button = makeButton('Close', 'plain small')
  const back = wayBack()
  button.addEventListener('click', () => close(region, back))
  one.append(words, button)
  return one
}

function close(region: HTMLElement, back: () => void): void {
  const hadFocus = region.contains(document.activeElement)
  region.replaceChildren()
  if (hadFocus) back()
}

/** With its button the focus would be gone, and keys would act on nothing: it goes back to where it was, or to the text. */
function wayBack(): () => void {
  const before = document.activeElement
  return () => {
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
    const place = isThere ? before : document.querySelector<HTMLElement>('[data-quotable]')
    place?.focus({ preventScroll: true })
  }
}

function makeButton(label: string, look: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = look
  button.textContent = label
  return button
}

/** At the foot of the panel, in its flow, so that nothing is covered; on pages without one, over the foot of the page. */
function regionOf(role: 'status' | 'alert'): HTMLElement {
  let all = document.querySelector<HTMLElement>('[data-toasts]')
  if (!all) {
    all = document.createElement('div')
    all.className = 'toasts'
    all.dataset['toasts'] = ''
    document.body.append(all)
  }
  const known = all.querySelector<HTMLElement>(`:scope > [data-toast="${role}"]`)
  if (known) return known
  // A message that the server put into the page is replaced by the new one.
  for (const old of all.querySelectorAll(':scope > .toast')) old.remove()
  const region = document.createElement('div')
  region.dataset['toast'] = role
  region.setAttribute('role', role)
  all.append(region)
  return region
}

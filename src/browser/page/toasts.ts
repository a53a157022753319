/** So long what went well stays in sight, unless the next thing is told before. */
const readWithin = 8000

let told: ReturnType<typeof setTimeout> | undefined

/** What came of something, for everybody: in sight, and read out. */
export function tell(sentence: string): void {
  clearTimeout(told)
  const region = regionOf('status')
  region.replaceChildren(toast('notice', sentence, region))
  regionOf('alert').replaceChildren()
  told = setTimeout(() => region.replaceChildren(), readWithin)
}

/** What did not happen: it stays until it is closed or something goes well; `again` is what its button tries once more. */
export function warn(sentence: string, again?: () => void): void {
  clearTimeout(told)
  regionOf('status').replaceChildren()
  const region = regionOf('alert')
  const one = toast('tone-bad', sentence, region)
  if (again) {
    const button = makeButton('Try again', 'quiet small')
    button.addEventListener('click', () => {
      region.replaceChildren()
      again()
    })
    one.lastElementChild?.before(button)
  }
  region.replaceChildren(one)
}

/** What was done, where the page could not be brought up to date: reloading it is what is tried again. */
export function warnStale(done: string): void {
  warn(`${done} This page does not show it yet: the server did not answer.`, () => location.reload())
}

function toast(look: string, sentence: string, region: HTMLElement): HTMLElement {
  const one = document.createElement('div')
  one.className = `toast ${look}`
  const words = document.createElement('p')
  words.textContent = sentence
  const close = makeButton('Close', 'plain small')
  close.addEventListener('click', () => region.replaceChildren())
  one.append(words, close)
  return one
}

function makeButton(label: string, look: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = look
  button.textContent = label
  return button
}

/** At the foot of the panel where there is one, in its flow, so that nothing is covered; else over the foot of the page. */
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
  // What the server told when it made the page makes room for what happens now.
  for (const old of all.querySelectorAll(':scope > .toast')) old.remove()
  const region = document.createElement('div')
  region.dataset['toast'] = role
  region.setAttribute('role', role)
  all.append(region)
  return region
}

import { placeAtThird } from './desk/chosen.ts'
import { closeDisclosures } from './page/disclosures.ts'
import { areKeysOn, meantBy, showOwnKeys } from './page/own-keys.ts'
import { showRail } from './desk/rail.ts'

/*
 * Everything here can be done by hand in the same form: the script shows the passage of a card and the card of a passage,
 * and moves and ticks by keys, which act only while the text or a card has the focus.
 */

const text = document.querySelector<HTMLElement>('[data-quotable]')
const cards = () => [...document.querySelectorAll<HTMLElement>('[data-review-card]')]

function choose(card: HTMLElement): void {
  for (const old of document.querySelectorAll('.chosen')) old.classList.remove('chosen')
  card.classList.add('chosen')
  const marks = [...(text?.querySelectorAll<HTMLElement>(`[data-statement="${card.dataset['reviewCard']}"]`) ?? [])]
  for (const mark of marks) mark.classList.add('chosen')
  const [first] = marks
  if (first) placeAtThird(first)
  document.dispatchEvent(new CustomEvent('chosen'))
}

/** At the head of its list, because a card may be higher than the list. */
function show(card: HTMLElement): void {
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'start' })
}

function boxesIn(parent: ParentNode): HTMLInputElement[] {
  return [...parent.querySelectorAll<HTMLInputElement>('.ticks input:not(:disabled)')]
}

function tellTicked(): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('.ticks input')]
  const ticked = all.filter(({ checked }) => checked).length
  for (const told of document.querySelectorAll('[data-ticked]')) told.textContent = `${ticked} of ${all.length} ticked`
}

/** A card is ticked as a whole: all of it, or nothing. */
function toggle(card: HTMLElement): void {
  const boxes = boxesIn(card)
  const isTicked = !boxes.every(({ checked }) => checked)
  for (const box of boxes) box.checked = isTicked
  tellTicked()
}

function move(step: number): void {
  const all = cards()
  const at = all.findIndex((card) => card.classList.contains('chosen'))
  const card = all[Math.min(all.length - 1, Math.max(0, at + step))]
  if (card) show(card)
}

document.addEventListener('focusin', ({ target }) => {
  const card = (target as Element).closest<HTMLElement>('[data-review-card]')
  if (card && !card.classList.contains('chosen')) choose(card)
})

text?.addEventListener('click', (event) => {
  const mark = (event.target as Element).closest<HTMLElement>('a.mark')
  const card = document.querySelector<HTMLElement>(`[data-review-card="${mark?.dataset['statement']}"]`)
  if (!card) return
  event.preventDefault()
  show(card)
})

document.addEventListener('change', tellTicked)

document.querySelector('[data-tick-settled]')?.addEventListener('click', (event) => {
  event.preventDefault()
  for (const box of boxesIn(document)) if (!('questioned' in box.dataset)) box.checked = true
  tellTicked()
})

/** What goes out is seen before it goes: from there Enter publishes. */
function showWhatGoesOut(): void {
  const shown = document.querySelector<HTMLDetailsElement>('#to-publish')
  if (!shown) return
  shown.open = true
  shown.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus()
}

document.addEventListener('keydown', (event) => {
  const target = event.target as Element
  const isHere = target.closest('[data-review-card], [data-quotable]') !== null
  if (!isHere) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    showWhatGoesOut()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !areKeysOn()) return
  const keys: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const card = target.closest<HTMLElement>('[data-review-card]')
      if (card) toggle(card)
    },
  }
  const act = keys[meantBy(event.key)]
  if (!act) return
  event.preventDefault()
  act()
})

for (const told of document.querySelectorAll<HTMLElement>('[data-with-script]')) told.hidden = false
showOwnKeys(document)
closeDisclosures(document)
if (text) {
  text.tabIndex = 0
  showRail(document, text)
}
tellTicked()
// Keys are of use at once; what has to be mended is gone to first.
if (location.hash === '' && document.activeElement === document.body) {
  const [first] = cards()
  ;(first ?? text)?.focus({ preventScroll: true })
}

/*
 * A passage's card opens beside it and the text stays where it is; Escape closes the card and gives the focus back. What
 * a link to the card does without this, but for the browser's jump to it.
 */
const cardOf = (hash: string) => document.querySelector<HTMLElement>(`.card${hash}`)
const idOf = (hash: string) => /^#(?:statement|at)-(\d{1,9})$/.exec(hash)?.[1]
const marksOf = (id: string) => document.querySelectorAll<HTMLElement>(`.text [data-statement="${id}"]`)

/** The passage that was pressed, and how far down the window. */
type Pressed = { mark: HTMLElement; y: number }

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]')
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const id = idOf(link.hash)
  if (id === undefined || !cardOf(`#statement-${id}`)) return
  event.preventDefault()
  // The second and third click select words; the card is open.
  if (event.detail > 1) return
  if (link.hash.startsWith('#at-')) close(id)
  else open(id, link.classList.contains('mark') ? { mark: link, y: event.clientY } : undefined)
})

document.addEventListener('keydown', (event) => {
  const id = event.key === 'Escape' && location.hash.startsWith('#statement-') && idOf(location.hash)
  if (!id || !cardOf(location.hash)) return
  event.preventDefault()
  close(id)
})

for (const kind of ['mouseover', 'mouseout'] as const)
  document.addEventListener(kind, ({ target }) => {
    const id = target instanceof Element && target.closest<HTMLElement>('.text [data-statement]')?.dataset['statement']
    if (id) for (const mark of marksOf(id)) mark.classList.toggle('lit', kind === 'mouseover')
  })

window.addEventListener('popstate', () => {
  markChosen()
  // The browser brings the page back to where it was after this.
  requestAnimationFrame(freeWordsInSight)
})
window.addEventListener('resize', freeWordsInSight)
markChosen()
showFirst()

function open(id: string, pressed?: Pressed): void {
  goTo(`#statement-${id}`)
  const card = cardOf(location.hash)
  if (!card) return
  card.tabIndex = -1
  card.focus({ preventScroll: true })
  const list = card.closest<HTMLElement>('aside')
  if (list) list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 16
  if (pressed) leaveWordsFree(card, pressed)
  else showFirst()
}

/**
 * On a narrow page the card lies over the foot of the window, or over its head where it would cover the line that was
 * pressed, or more of its passage: so the text never has to move.
 */
function leaveWordsFree(card: HTMLElement, { mark, y }: Pressed): void {
  const { height } = card.getBoundingClientRect()
  const lines = [...mark.getClientRects()]
  const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines[0]
  if (!line) return
  const gained = ({ top, bottom }: DOMRect) => Math.max(0, bottom + height - innerHeight) - Math.max(0, height - top)
  card.classList.toggle('at-head', (gained(line) || gained(mark.getBoundingClientRect())) > 0)
}

/** The same where nothing was pressed: after the Back button, or when the window got another size. */
function freeWordsInSight(): void {
  const id = location.hash.startsWith('#statement-') && idOf(location.hash)
  const card = id && cardOf(location.hash)
  const lines = id ? [...marksOf(id)].flatMap((mark) => [...mark.getClientRects()].map((line) => ({ mark, line }))) : []
  const shown = lines.find(({ line }) => line.top >= 0 && line.bottom <= innerHeight)
  if (card && shown) leaveWordsFree(card, { mark: shown.mark, y: (shown.line.top + shown.line.bottom) / 2 })
}

function close(id: string): void {
  goTo(`#at-${id}`)
  document.getElementById(`at-${id}`)?.focus({ preventScroll: true })
}

/**
 * What is named in the address changes, and the Back button knows. The browser jumps to what it takes for its target, so
 * it is given none: the card that is open has a class instead.
 */
function goTo(hash: string): void {
  if (document.querySelector(':target')) location.replace('#nothing')
  history.pushState(null, '', hash)
  markChosen()
}

function markChosen(): void {
  for (const one of document.querySelectorAll('.card.open, .text .chosen'))
    one.classList.remove('open', 'at-head', 'chosen')
  const id = location.hash.startsWith('#statement-') && idOf(location.hash)
  if (!id) return
  cardOf(location.hash)?.classList.add('open')
  for (const mark of marksOf(id)) mark.classList.add('chosen')
}

/** Who comes by a link to a card, from elsewhere or from this page, sees its words, too: the card is what the browser goes to, and it may lie over the page. */
function showFirst(): void {
  const id = location.hash.startsWith('#statement-') && idOf(location.hash)
  if (id && cardOf(location.hash)) marksOf(id)[0]?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

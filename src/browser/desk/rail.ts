import { focusMark } from './chosen.ts'
import { scrollerOf, viewOf } from './in-view.ts'
import { shownView } from './panel.ts'

const svg = 'http://www.w3.org/2000/svg'

/** A mark of the text: how far down it stands, in hundredths of the text, and how it is drawn. */
type Place = { mark: HTMLElement; at: number; look: string }

/**
 * Between the text and the panel: where the marks are, which part of the text is visible, and how much is above and below.
 * Positions are attributes of a drawing, since the page's policy allows no style of its own.
 */
export function showRail(page: Document, text: HTMLElement): void {
  const panel = page.querySelector('.panel')
  const pane = text.closest('.pane')
  if (!panel || !pane) return
  const rail = page.createElement('nav')
  rail.className = 'rail'
  rail.setAttribute('aria-label', 'Elsewhere in the text')
  const [above, below] = [makeJump(page), makeJump(page)]
  const drawing = page.createElementNS(svg, 'svg')
  for (const [name, value] of [
    ['class', 'places'],
    ['viewBox', '0 0 52 100'],
    ['preserveAspectRatio', 'none'],
    ['aria-hidden', 'true'],
  ] as const)
    drawing.setAttribute(name, value)
  rail.append(above, drawing, below)
  panel.before(rail)

  let places: Place[] = []
  let isAsked = false

  const measure = () => {
    const { top, height } = text.getBoundingClientRect()
    places = [...text.querySelectorAll<HTMLElement>('a.mark:not([tabindex="-1"])')].map((mark) => ({
      mark,
      at: height === 0 ? 0 : (100 * ((mark.getClientRects()[0]?.top ?? top) - top)) / height,
      look: lookOf(mark),
    }))
    draw()
  }
  const draw = () => {
    const { top, height } = text.getBoundingClientRect()
    const view = viewOf(scrollerOf(text))
    const share = (y: number) => Math.min(100, Math.max(0, (100 * (y - top)) / Math.max(height, 1)))
    const [from, to] = [share(view.top), share(view.bottom)]
    const lines = places.map(({ at, look }) => line(page, look, at))
    drawing.replaceChildren(path(page, 'view', `M4 ${round(from)}V${round(to)}`), ...lines)

    const isOfText = ['statements', undefined].includes(shownView(page)) ? 'statement' : 'suggestion'
    const counted = places.filter(({ mark }) => isOfText in mark.dataset)
    say(above, '↑', counted.filter(({ at }) => at < from).toReversed(), 'above')
    say(
      below,
      '↓',
      counted.filter(({ at }) => at > to),
      'below',
    )
    follow(page, counted, from)
  }
  /** At most once a frame. */
  const soon = (work: () => void) => () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      work()
    })
  }
  for (const one of [pane, window]) one.addEventListener('scroll', soon(draw), { passive: true })
  new ResizeObserver(soon(measure)).observe(text)
  for (const event of ['desk-refreshed', 'chosen', 'view-shown']) page.addEventListener(event, soon(measure))
  measure()
}

function lookOf(mark: HTMLElement): string {
  if (mark.classList.contains('chosen')) return 'chosen'
  if (mark.classList.contains('suggested')) return 'suggested'
  return [...mark.classList].find((name) => name.startsWith('tone-')) ?? 'suggested'
}

function line(page: Document, look: string, at: number): SVGElement {
  const [from, to] = look === 'chosen' ? [12, 40] : look === 'suggested' ? [22, 30] : [18, 34]
  return path(page, look, `M${from} ${round(at)}H${to}`)
}

function path(page: Document, look: string, d: string): SVGElement {
  const one = page.createElementNS(svg, 'path')
  one.setAttribute('class', look)
  one.setAttribute('d', d)
  return one
}

function makeJump(page: Document): HTMLButtonElement {
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  return button
}

/** The nearest of them is gone to. */
function say(button: HTMLButtonElement, arrow: string, there: Place[], where: string): void {
  button.hidden = there.length === 0
  const words = `${arrow} ${there.length}\n${where}`
  if (button.textContent !== words) button.textContent = words
  const [nearest] = there
  button.onclick = () => nearest && focusMark(nearest.mark)
}

/** While one reads on, the list shows what is beside it; what is chosen and in sight is not taken away. */
function follow(page: Document, places: Place[], from: number): void {
  const list = [...page.querySelectorAll<HTMLElement>('.panel > .view')].find((one) => one.checkVisibility())
  if (!list || list.contains(page.activeElement) || list.matches('[data-view=record], [data-view=check]')) return
  const chosen = places.find(({ look }) => look === 'chosen')
  const first = chosen ?? places.find(({ at }) => at >= from)
  const { suggestion, statement } = first?.mark.dataset ?? {}
  const row = suggestion ? `[data-card="${suggestion}"]` : `[data-statement-card="${statement}"]`
  const one = list.querySelector(row)
  if (!one) return
  const [here, seen] = [one.getBoundingClientRect(), list.getBoundingClientRect()]
  if (chosen && here.top >= seen.top && here.bottom <= seen.bottom) return
  list.scrollBy({ top: here.top - seen.top - (chosen ? seen.height / 3 : 0) })
}

function round(at: number): number {
  return Math.round(at * 10) / 10
}

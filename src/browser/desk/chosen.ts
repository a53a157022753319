import { scrollerOf, sheetTop, viewOf } from './in-view.ts'
import { followWith, foldList } from './panel.ts'

/** A suggestion or a statement: what is looked at, in the text and in the panel. */
export type Chosen = { kind: 'suggestion' | 'statement'; id: string }

export function chosenAt(target: EventTarget | null): Chosen | undefined {
  const element = target as Element | null
  const suggestion = element?.closest<HTMLElement>('[data-suggestion], [data-card]')
  const id = suggestion?.dataset['suggestion'] ?? suggestion?.dataset['card']
  if (id !== undefined) return { kind: 'suggestion', id }
  const statement = element?.closest<HTMLElement>('[data-statement], [data-statement-card]')
  const number = statement?.dataset['statement'] ?? statement?.dataset['statementCard']
  return number === undefined ? undefined : { kind: 'statement', id: number }
}

export function chosenNow(page: Document): Chosen | undefined {
  return chosenAt(page.querySelector('.panel .chosen, [data-quotable] .chosen'))
}

/** The first of its marks in the text, which is the one that takes the focus. */
export function markOf(text: ParentNode, { kind, id }: Chosen): HTMLElement | undefined {
  const all = text.querySelectorAll<HTMLElement>(`a.mark[data-${kind}="${id}"]`)
  return [...all].find(({ tabIndex }) => tabIndex >= 0) ?? all[0]
}

/** All its pieces in the text, and its row in the panel; nothing, where nothing is chosen. */
export function showChosen(page: Document, chosen: Chosen | undefined): void {
  for (const old of page.querySelectorAll('.chosen')) {
    old.classList.remove('chosen')
    old.removeAttribute('aria-current')
  }
  if (!chosen) return
  const { kind, id } = chosen
  const row = kind === 'suggestion' ? `[data-card="${id}"]` : `[data-statement-card="${id}"]`
  followWith(page, kind === 'suggestion' ? 'suggestions' : 'statements')
  foldList(page)
  for (const piece of page.querySelectorAll(`[data-quotable] [data-${kind}="${id}"], ${row}`)) {
    piece.classList.add('chosen')
    if (!piece.matches(row)) continue
    piece.setAttribute('aria-current', 'true')
    showRow(piece)
  }
  page.dispatchEvent(new CustomEvent('chosen', { detail: chosen }))
}

/** Within its list alone: the page and the text stay where they are. */
function showRow(row: Element): void {
  const list = row.closest('.view')
  if (!list) return
  const [here, seen] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  // A question that stays in sight lies over the head of the list.
  const top = seen.top + (list.querySelector<HTMLElement>('[data-part="why-dismissed"]')?.offsetHeight ?? 0)
  if (here.top < top) list.scrollBy({ top: here.top - top })
  else if (here.bottom > seen.bottom) list.scrollBy({ top: Math.min(here.bottom - seen.bottom, here.top - top) })
}

/**
 * The chosen mark stands at a third of the height. In the middle half nothing moves; above a sheet, where the words that
 * come next are in sight nearly anywhere, nothing moves unless the sheet or the edge would cover them.
 */
export function focusMark(mark: HTMLElement): void {
  mark.focus({ preventScroll: true })
  placeAtThird(mark)
}

/** Words in sight stay where they are, unless the sheet that opens would cover them; others come to a third of the height. */
export function keepInSight(mark: Element): void {
  const lines = [...mark.getClientRects()]
  const view = viewOf(scrollerOf(mark))
  const isSeen = lines.some(({ top, bottom }) => top >= view.top && bottom <= view.bottom)
  const isCovered = (lines.at(-1)?.bottom ?? 0) > (sheetTop() ?? Infinity)
  if (!isSeen || isCovered) placeAtThird(mark)
}

export function placeAtThird(mark: Element): void {
  const scroller = scrollerOf(mark)
  const { top, bottom } = viewOf(scroller)
  const [first] = mark.getClientRects()
  if (!first) return
  const height = bottom - top
  const edge = sheetTop() === undefined ? height / 4 : height / 16
  if (first.top >= top + edge && first.bottom <= bottom - edge) return
  scroller.scrollBy({ top: first.top - top - height / 3 })
}

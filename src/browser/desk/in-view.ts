/** What scrolls the text: its pane if that scrolls by itself, otherwise the window. */
export function scrollerOf(element: Element): Element {
  const pane = element.closest('.pane')
  const own = pane && /auto|scroll/.test(getComputedStyle(pane).overflowY) ? pane : null
  return own ?? document.scrollingElement ?? document.documentElement
}

/** The part of the window in which it is visible: below the bar, above a sheet. */
export function viewOf(scroller: Element): { top: number; bottom: number } {
  const isWindow = scroller === (document.scrollingElement ?? document.documentElement)
  const { top, bottom } = isWindow ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect()
  const bar = isWindow ? document.querySelector('.doc-bar')?.getBoundingClientRect().bottom : undefined
  // A sheet may grow to 45 % when something else is chosen.
  const foot = sheetTop() === undefined ? bottom : 0.55 * innerHeight
  return { top: Math.max(top, bar ?? top), bottom: Math.min(bottom, foot) }
}

/** On a narrow page the panel is a sheet over the foot of the text. */
export function sheetTop(): number | undefined {
  const panel = document.querySelector('.panel')
  if (!panel || getComputedStyle(panel).position !== 'fixed') return undefined
  return panel.getBoundingClientRect().top
}

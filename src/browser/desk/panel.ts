/** What the panel beside the text shows: one of its tabs, or the form of a statement. */
export type View = 'suggestions' | 'statements' | 'check' | 'record'

/** What leads where, also from elsewhere on the page; the links work without a script, to the sections one below the other. */
const views: [pattern: RegExp, view: View][] = [
  [/^#suggestion/, 'suggestions'],
  [/^#(statement|withdrawn)/, 'statements'],
  [/^#check/, 'check'],
  [/^#record/, 'record'],
]

/** Makes tabs of the panel's sections. The page may have none: then nothing is done. */
export function openPanel(page: Document): void {
  const panel = panelOf(page)
  if (!panel) return
  showView(page, viewFor(location.hash) ?? ((panel.dataset['begins'] as View | undefined) || 'suggestions'))
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    const view = link && viewFor(link.getAttribute('href') ?? '')
    if (!link || !view || !page.querySelector(link.hash)) return
    const isTab = link.closest('.tabs') !== null
    if (isTab) event.preventDefault()
    // In a sheet a tab opens its list, and closes it again.
    if (isTab) panel.toggleAttribute('data-list', view !== shownView(page) || !panel.hasAttribute('data-list'))
    showView(page, view)
    if (isTab && view === 'record') page.querySelector<HTMLElement>('#quote')?.focus({ preventScroll: true })
  })
  addEventListener('hashchange', () => {
    const view = viewFor(location.hash)
    if (view) showView(page, view)
  })
}

export function shownView(page: Document): View | undefined {
  return panelOf(page)?.dataset['shown'] as View | undefined
}

export function showView(page: Document, view: View): void {
  const panel = panelOf(page)
  if (!panel || panel.dataset['shown'] === view) return
  const before = panel.dataset['shown']
  if (before && before !== 'record') panel.dataset['before'] = before
  panel.dataset['shown'] = view
  for (const tab of panel.querySelectorAll('.tabs a')) {
    if (viewFor(tab.getAttribute('href') ?? '') === view) tab.setAttribute('aria-current', 'true')
    else tab.removeAttribute('aria-current')
  }
  page.dispatchEvent(new CustomEvent('view-shown', { detail: { view } }))
}

/** From the form back to what one did before. */
export function leaveForm(page: Document): void {
  const panel = panelOf(page)
  if (panel?.dataset['shown'] === 'record')
    showView(page, (panel.dataset['before'] as View | undefined) ?? 'suggestions')
}

/** The tab that things of this kind stand in comes forward, but not over a form or a check that somebody is at. */
export function followWith(page: Document, view: 'suggestions' | 'statements'): void {
  const shown = shownView(page)
  if (shown === 'suggestions' || shown === 'statements') showView(page, view)
}

/** The list goes on where it was; its sheet shows what is chosen. */
export function foldList(page: Document): void {
  panelOf(page)?.removeAttribute('data-list')
}

function panelOf(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>('.panel')
}

function viewFor(hash: string): View | undefined {
  return views.find(([pattern]) => pattern.test(hash))?.[1]
}

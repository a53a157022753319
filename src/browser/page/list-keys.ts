import { announce } from './announce.ts'
import { areKeysOn, meantBy, showOwnKeys } from './own-keys.ts'
import { countTicked } from './tick-ranges.ts'

/** Keys of a table of things; they act only while it, or something in it, has the focus. */
export function listKeys(page: Document): void {
  const list = page.querySelector<HTMLElement>('[data-rows]')
  if (!list) return
  for (const told of page.querySelectorAll<HTMLElement>('[data-with-script]')) told.hidden = false
  showOwnKeys(page)
  const rows = () => [...list.querySelectorAll<HTMLElement>('tbody > tr')]
  const here = () => rows().findIndex((row) => row.classList.contains('at'))

  const showTicked = () => {
    const ticked = countTicked(page)
    for (const told of page.querySelectorAll('[data-tick-count]')) {
      told.textContent = ticked === 0 ? 'Those ticked' : `${ticked} ticked`
    }
    for (const button of page.querySelectorAll<HTMLElement>('[data-tick-none]')) button.hidden = ticked === 0
  }
  const clear = () => {
    for (const box of page.querySelectorAll<HTMLInputElement>('input.tick:checked')) box.checked = false
    showTicked()
  }
  const move = (step: number) => {
    const all = rows()
    const row = all[Math.min(all.length - 1, Math.max(0, here() + step))]
    row?.querySelector<HTMLElement>('.title a')?.focus()
  }
  const tick = () => {
    const box = rows()[here()]?.querySelector<HTMLInputElement>('input.tick')
    if (!box) return
    box.checked = !box.checked
    showTicked()
    announce(`${countTicked(page)} ticked.`)
  }

  list.addEventListener('focusin', ({ target }) => {
    for (const row of rows()) row.classList.toggle('at', row.contains(target as Node))
  })
  page.addEventListener('change', showTicked)
  page.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-tick-none]')) clear()
    else if ((event.target as Element).matches('input.tick')) showTicked()
  })
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Escape' && countTicked(page) > 0) return clear()
    if (!areKeysOn() || (event.target as Element).closest('input:not([type=checkbox]), select, textarea')) return
    const act = { j: () => move(1), k: () => move(-1), x: tick }[meantBy(event.key) ?? '']
    if (!act) return
    event.preventDefault()
    act()
  })
  showTicked()
}

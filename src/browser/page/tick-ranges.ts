import { announce } from './announce.ts'

/** Ticking a checkbox with Shift ticks, or clears, all boxes from the last one ticked. */
export function tickRanges(page: Document): void {
  const boxes = () => [...page.querySelectorAll<HTMLInputElement>('input.tick')]
  let last: HTMLInputElement | undefined
  page.addEventListener('click', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || !box.matches('input.tick')) return
    const all = boxes()
    const [from, to] = [last ? all.indexOf(last) : -1, all.indexOf(box)]
    last = box
    if (!event.shiftKey || from < 0) return
    const range = all.slice(Math.min(from, to), Math.max(from, to) + 1)
    for (const one of range) one.checked = box.checked
    announce(`${countTicked(page)} ticked.`)
  })
  for (const hint of page.querySelectorAll<HTMLElement>('[data-tick-hint]')) hint.hidden = false
}

export function countTicked(page: Document): number {
  return page.querySelectorAll('input.tick:checked').length
}

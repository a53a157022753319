import { readTypedDate, sayUnderstood } from '../../words/typed-date.ts'

/** Below a field for a date stands what is understood of it, while it is typed; what is not, once it is left. */
export function typedDates(page: Document): void {
  const say = ({ target, type }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    const line = page.querySelector(`[data-understood="${CSS.escape(target.id)}"]`)
    if (!line) return
    const typed = target.value.trim() === '' ? undefined : readTypedDate(target.value)
    const isLeft = type === 'change'
    const why = typed?.is === 'unclear' ? typed.why : typed ? 'Day or month first? Write the month as a word' : ''
    line.textContent = typed?.is !== 'date' && isLeft ? why : sayUnderstood(target.value)
  }
  page.addEventListener('input', say)
  page.addEventListener('change', say)
}

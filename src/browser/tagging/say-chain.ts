import { sayChain, type StepValues } from '../../statements/form-chain.ts'

/** Shows the steps as one sentence while somebody types them. */
export function sayChainWhileTyping(page: Document): void {
  page.addEventListener('input', (event) => {
    if ((event.target as Element).closest('fieldset.hop')) sayItNow(page)
  })
}

export function sayItNow(page: Document): void {
  const line = page.querySelector<HTMLElement>('[data-chain-line]')
  if (!line) return
  const steps = [...page.querySelectorAll('fieldset.hop')].map(valuesOf)
  line.textContent = sayChain(steps, line.dataset['publisher'])
}

function valuesOf(step: Element): StepValues {
  const values: Record<string, unknown> = {}
  for (const field of step.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    const name = /\[(\w+)\]$/.exec(field.name)?.[1]
    if (name)
      values[name] = field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value
  }
  return values
}

import { announce } from './announce.ts'

/** Another step of the way without asking the server for a longer form. */
export function addHops(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-add-hop]')) {
    button.hidden = false
    button.addEventListener('click', (event) => {
      event.preventDefault()
      const last = [...page.querySelectorAll<HTMLFieldSetElement>('fieldset.hop')].at(-1)
      if (!last) return
      const hop = emptied(last.cloneNode(true) as HTMLFieldSetElement)
      const number = numberOf(last) + 1
      renumber(hop, number)
      last.after(hop)
      hop.querySelector<HTMLElement>('select, input:not([type=hidden]), textarea')?.focus()
      announce(`Step ${number + 1} added.`)
    })
  }
}

function numberOf(hop: HTMLFieldSetElement): number {
  const named = hop.querySelector<HTMLInputElement>('[name^="hops["]')
  return Number(/^hops\[(\d+)\]/.exec(named?.name ?? '')?.[1] ?? 0)
}

function renumber(hop: HTMLFieldSetElement, number: number): void {
  for (const element of [hop, ...hop.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (!['id', 'name', 'for', 'list', 'aria-describedby', 'aria-labelledby'].includes(name)) continue
      element.setAttribute(name, value.replaceAll(/\bhops([[.-])\d+/g, `hops$1${number}`))
    }
  }
  const legend = hop.querySelector('legend')
  if (legend) legend.textContent = legend.textContent.replace(/\d+/, String(number + 1))
}

function emptied(hop: HTMLFieldSetElement): HTMLFieldSetElement {
  for (const field of hop.querySelectorAll('input')) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.type === 'radio' && field.defaultChecked
    else field.value = ''
    field.removeAttribute('value')
  }
  for (const field of hop.querySelectorAll('textarea')) field.value = ''
  for (const field of hop.querySelectorAll('select')) field.selectedIndex = 0
  for (const field of hop.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  for (const error of hop.querySelectorAll('.error')) error.replaceChildren()
  for (const list of hop.querySelectorAll('datalist')) list.replaceChildren()
  for (const more of hop.querySelectorAll('details')) more.open = false
  return hop
}

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
  for (const title of hop.querySelectorAll('legend, summary')) {
    title.textContent = title.textContent.replace(/\d+/, String(number + 1))
  }
  hop.dataset['hop'] = String(number)
}

function emptied(hop: HTMLFieldSetElement): HTMLFieldSetElement {
  for (const choices of hop.querySelectorAll('fieldset.choices')) choices.replaceWith(sourceIdLike(choices))
  for (const field of hop.querySelectorAll('input')) {
    if (field.type === 'checkbox') field.checked = false
    else field.value = ''
  }
  for (const field of hop.querySelectorAll('textarea')) field.value = ''
  for (const field of hop.querySelectorAll('select')) field.selectedIndex = 0
  for (const field of hop.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  for (const error of hop.querySelectorAll('.error')) error.replaceChildren()
  for (const list of hop.querySelectorAll('datalist')) list.replaceChildren()
  for (const more of hop.querySelectorAll('details')) more.open = false
  return hop
}

/** Where the server asked which source was meant, the new step has the plain field again. */
function sourceIdLike(choices: Element): HTMLInputElement {
  const field = choices.ownerDocument.createElement('input')
  field.type = 'hidden'
  field.name = choices.querySelector('input')?.name ?? ''
  return field
}

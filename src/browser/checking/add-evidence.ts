import { announce } from '../page/announce.ts'
import { tell } from '../page/toasts.ts'

/** Adds a card for evidence without asking the server for a longer form. */
export function addEvidence(form: HTMLElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-add-evidence]')) {
    // Pressing Enter in a field should give the verdict, not press this button.
    button.type = 'button'
    const most = Number(button.dataset['addEvidence'])
    button.addEventListener('click', () => {
      const list = button.parentElement
      if (!list) return
      const many = list.querySelectorAll('[data-evidence]').length
      const card = many < most ? addCard(list) : undefined
      if (!card) return tell(`A verdict has at most ${most} pieces of evidence.`)
      card.querySelector<HTMLElement>('select')?.focus()
      announce(`Evidence ${many + 1} added.`)
    })
  }
}

/** Another card after the last, with nothing in it; undefined where there is none to make it from. */
export function addCard(list: HTMLElement): HTMLElement | undefined {
  const cards = list.querySelectorAll<HTMLElement>('[data-evidence]')
  const last = [...cards].at(-1)
  if (!last) return undefined
  const card = emptied(last.cloneNode(true) as HTMLElement)
  renumber(card, cards.length)
  last.after(card)
  return card
}

function renumber(card: HTMLElement, number: number): void {
  for (const element of [card, ...card.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (!['id', 'name', 'for', 'list', 'aria-describedby', 'aria-labelledby'].includes(name)) continue
      element.setAttribute(name, value.replaceAll(/(evidence[[-])\d+/gi, `$1${number}`))
    }
  }
  for (const title of card.querySelectorAll('legend, summary .visually-hidden')) {
    title.textContent = title.textContent.replace(/\d+/, String(number + 1))
  }
  card.dataset['evidence'] = String(number)
}

function emptied(card: HTMLElement): HTMLElement {
  for (const choices of card.querySelectorAll('fieldset.choices')) {
    const at = card.ownerDocument.createElement('input')
    at.type = 'hidden'
    at.name = choices.querySelector('input')?.name ?? ''
    at.dataset['at'] = ''
    choices.replaceWith(at)
  }
  for (const field of card.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) field.value = ''
  for (const field of card.querySelectorAll('select')) field.selectedIndex = 0
  for (const field of card.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  for (const error of card.querySelectorAll('.error')) error.remove()
  for (const list of card.querySelectorAll('datalist')) list.replaceChildren()
  for (const more of card.querySelectorAll('details')) more.open = false
  for (const passage of card.querySelectorAll<HTMLElement>('[data-passage]')) {
    passage.replaceChildren()
    passage.hidden = true
  }
  card.hidden = false
  card.classList.remove('brief')
  card.querySelector('.brief-line')?.remove()
  card.querySelector('[data-pick-passage]')?.setAttribute('aria-expanded', 'false')
  return card
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const never = ['password', 'file', 'submit', 'button', 'image', 'reset']

/** What a form would send now or, with `asMade`, would have sent as the server made it; never a password. */
export function fieldsOf(form: HTMLFormElement, asMade = false): URLSearchParams {
  const fields = new URLSearchParams()
  for (const element of form.elements) {
    if (!isField(element) || element.disabled || element.name === '' || element.name === 'once') continue
    for (const value of valuesOf(element, asMade)) fields.append(element.name, value)
  }
  return fields
}

/** Whether somebody has typed words that the server has not seen. */
export function hasTypedWords(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && isForWords(field))) &&
      field.value !== field.defaultValue,
  )
}

/** Whether its words are kept: it is one of the desk's own, has fields to type in, and asks for no password. */
export function isKept(form: HTMLFormElement): boolean {
  if (form.method !== 'post' || 'noDraft' in form.dataset || stampOf(form) === '') return false
  const fields = [...form.elements].filter(isField)
  return fields.some((field) => field.type !== 'hidden') && fields.every((field) => field.type !== 'password')
}

/** The stamp that the server put into the form. */
export function stampOf(form: HTMLFormElement): string {
  const field = form.elements.namedItem('once')
  return field instanceof HTMLInputElement ? field.value : ''
}

function isField(element: Element): element is Field {
  if (element instanceof HTMLInputElement) return !['submit', 'button', 'image', 'reset'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

function isForWords({ type }: HTMLInputElement): boolean {
  return !never.includes(type) && !['hidden', 'checkbox', 'radio'].includes(type)
}

function valuesOf(field: Field, asMade: boolean): string[] {
  if (field instanceof HTMLSelectElement) return chosenIn(field, asMade)
  if (never.includes(field.type)) return []
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
    return (asMade ? field.defaultChecked : field.checked) ? [field.value] : []
  }
  return [asMade ? field.defaultValue : field.value]
}

function chosenIn(select: HTMLSelectElement, asMade: boolean): string[] {
  const options = [...select.options]
  if (!asMade) return options.filter((option) => option.selected).map((option) => option.value)
  const chosen = options.filter((option) => option.defaultSelected)
  return (chosen.length > 0 || select.multiple ? chosen : options.slice(0, 1)).map((option) => option.value)
}

import { announce } from '../page/announce.ts'
import { fetchData } from './while-typing.ts'

type Colleague = { name: string; handle: string }

/** The @ before the cursor, with the part of the handle typed so far. */
const started = /(?:^|[^\p{L}\p{N}_@/.-])@([\p{L}\p{N}-]*)$/u
const most = 8

let asked: Promise<Colleague[]> | undefined

/**
 * Offers colleagues after an @ in a note: the arrow keys choose, Enter or Tab accepts, Escape closes. Without scripts,
 * the handles are typed, as the hint says.
 */
export function mentionColleagues(page: Document): void {
  for (const field of page.querySelectorAll<HTMLTextAreaElement>('form[data-mentions] textarea[name=body]')) {
    offerColleagues(field)
  }
}

function offerColleagues(field: HTMLTextAreaElement): void {
  const list = makeList(field)
  let offered: Colleague[] = []
  let chosen = 0

  const close = () => {
    offered = []
    list.hidden = true
    field.removeAttribute('aria-activedescendant')
  }

  const choose = (index: number) => {
    chosen = (index + offered.length) % offered.length
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === chosen))
    const option = list.children[chosen]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) field.setAttribute('aria-activedescendant', option.id)
  }

  const take = () => {
    const colleague = offered[chosen]
    const typed = typedIn(field)
    if (!colleague || typed === undefined) return close()
    const end = field.selectionStart
    field.setRangeText(`${colleague.handle} `, end - typed.length, end, 'end')
    close()
    field.focus()
  }

  const open = async () => {
    if (typedIn(field) === undefined) return close()
    const colleagues = await (asked ??= fetchColleagues())
    const typed = typedIn(field) // the cursor may have moved meanwhile
    offered =
      typed === undefined || field.ownerDocument.activeElement !== field
        ? []
        : colleagues.filter((one) => fits(one, typed)).slice(0, most)
    if (offered.length === 0) return close()
    list.replaceChildren(...offered.map((one, i) => makeOption(list, one, i)))
    list.hidden = false
    choose(0)
    announce(`${offered.length} to choose from with the arrow keys.`)
  }

  field.addEventListener('input', () => void open())
  field.addEventListener('blur', close)
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault() // the field keeps the focus
    const option = (event.target as Element).closest('li')
    if (!option) return
    chosen = [...list.children].indexOf(option)
    take()
  })
}

function typedIn(field: HTMLTextAreaElement): string | undefined {
  if (field.selectionStart !== field.selectionEnd) return undefined
  return started.exec(field.value.slice(0, field.selectionStart))?.[1]?.toLowerCase()
}

async function fetchColleagues(): Promise<Colleague[]> {
  const found = await fetchData<Colleague[]>('/notes/colleagues', AbortSignal.timeout(10_000)).catch(() => undefined)
  if (!found) asked = undefined // the next @ tries again
  return found ?? []
}

/** Matches the beginning of the handle, or of any word of the name. */
function fits({ name, handle }: Colleague, typed: string): boolean {
  const words = name.toLowerCase().split(/\s+/)
  return handle.startsWith(typed) || words.some((word) => word.startsWith(typed))
}

function makeList(field: HTMLTextAreaElement): HTMLUListElement {
  const list = field.ownerDocument.createElement('ul')
  list.id = `${field.id}-colleagues`
  list.className = 'colleagues'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Colleagues')
  list.hidden = true
  field.after(list)
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-haspopup', 'listbox')
  return list
}

function makeOption(list: HTMLElement, { name, handle }: Colleague, index: number): HTMLLIElement {
  const option = list.ownerDocument.createElement('li')
  option.id = `${list.id}-${index}`
  option.setAttribute('role', 'option')
  option.textContent = `${name} @${handle}`
  return option
}

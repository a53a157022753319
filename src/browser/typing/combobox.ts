import { announce } from '../page/announce.ts'
import { warn } from '../page/toasts.ts'

/** What is offered: its own words, smaller ones below, something beside it; under the heading of its group. */
export type Offer = {
  text: string
  detail?: string
  beside?: { text: string; tone: string } | undefined
  group?: string | undefined
  pick: () => void
}

type Choices = {
  /** What the list is called. */
  label: string
  /** What there is for what is typed; also for nothing, where something is likely. `isAsked`: by an arrow key. */
  find: (typed: string, signal: AbortSignal, isAsked: boolean) => Promise<Offer[]>
  /** Somebody typed: what was picked before is meant no more. */
  typed?: () => void
}

const pause = 150
let made = 0

/**
 * A field with a list of what can be picked, after the pattern of WAI-ARIA: the focus stays in the field. Enter picks the
 * first, or the one that the arrow keys went to, and never sends the form, however quickly it is pressed.
 */
export function combobox(input: HTMLInputElement, { label, find, typed }: Choices): { close: () => void } {
  const page = input.ownerDocument
  const list = page.createElement('ul')
  list.className = 'listbox'
  list.id = `listbox-${++made}`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  list.hidden = true
  input.after(list)
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, autocomplete: 'off' }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

  let offers: Offer[] = []
  let at = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  /** Enter came before the list did. */
  let isWanted = false

  const close = () => {
    clearTimeout(timer)
    asking?.abort()
    asking = undefined
    offers = []
    isWanted = false
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (next: number) => {
    at = next
    for (const option of list.querySelectorAll('[role=option]')) option.setAttribute('aria-selected', 'false')
    const option = page.getElementById(`${list.id}-${at}`)
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', `${list.id}-${at}`)
  }
  const pick = (number: number) => {
    const offer = offers[number]
    close()
    offer?.pick()
  }
  const show = (found: Offer[]) => {
    offers = found
    if (found.length === 0) {
      list.hidden = true
      input.setAttribute('aria-expanded', 'false')
      if (input.value.trim() !== '') announce('Nothing has these words.')
      return
    }
    list.replaceChildren(...rowsOf(page, list.id, found, input.value))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    choose(0)
    list.scrollIntoView({ block: 'nearest' })
    announce(found.length === 1 ? 'One is offered.' : `${found.length} are offered.`)
  }
  const ask = async (isAsked: boolean) => {
    asking = new AbortController()
    const { signal } = asking
    const found = await find(input.value.trim(), signal, isAsked).catch(() => undefined)
    if (signal.aborted) return
    if (!found) {
      close()
      return warn('Nothing can be offered: the server did not answer. You can go on typing.', () => input.focus())
    }
    asking = undefined
    const wasWanted = isWanted
    isWanted = false
    show(found)
    if (wasWanted) pick(0)
  }
  const askSoon = (wait: number, isAsked = false) => {
    clearTimeout(timer)
    asking?.abort()
    asking = new AbortController() // until it is asked: Enter waits for it
    timer = setTimeout(() => void ask(isAsked), wait)
  }

  input.addEventListener('input', () => {
    typed?.()
    askSoon(pause)
  })
  input.addEventListener('focus', () => askSoon(0))
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const isOpen = !list.hidden
    if (event.key === 'Enter') {
      event.preventDefault()
      if (asking) isWanted = true
      else if (isOpen) pick(at)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return askSoon(0, true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      choose((at + step + offers.length) % offers.length)
    }
  })
  // The focus stays in the field, so that nothing closes before the click comes.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) pick(Number(option.dataset['number']))
  })
  close()
  return { close }
}

function rowsOf(page: Document, listId: string, offers: Offer[], typed: string): HTMLElement[] {
  const rows: HTMLElement[] = []
  let group: string | undefined
  for (const [number, offer] of offers.entries()) {
    if (offer.group !== group && offer.group !== undefined) {
      const heading = page.createElement('li')
      heading.className = 'group'
      heading.setAttribute('role', 'presentation')
      heading.textContent = offer.group
      rows.push(heading)
    }
    group = offer.group
    rows.push(rowOf(page, `${listId}-${number}`, { offer, number, typed }))
  }
  return rows
}

type Row = { offer: Offer; number: number; typed: string }

function rowOf(page: Document, id: string, { offer: { text, detail, beside }, number, typed }: Row): HTMLElement {
  const row = page.createElement('li')
  row.id = id
  row.dataset['number'] = String(number)
  row.setAttribute('role', 'option')
  const words = page.createElement('span')
  words.append(...emphasised(page, text, typed))
  if (detail) {
    const small = page.createElement('small')
    small.textContent = detail
    words.append(small)
  }
  row.append(words)
  if (beside) {
    const rating = page.createElement('span')
    rating.className = `rating tone-${beside.tone}`
    rating.textContent = beside.text
    row.append(rating)
  }
  return row
}

/** What was typed stands out in it. */
function emphasised(page: Document, text: string, typed: string): Node[] {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [page.createTextNode(text)]
  const nodes: Node[] = []
  let rest = text
  while (rest !== '') {
    const low = rest.toLowerCase()
    if (low.length !== rest.length) break // the places in it are others
    const hits = words.map((word) => ({ word, at: low.indexOf(word.toLowerCase()) })).filter((hit) => hit.at >= 0)
    const [first] = hits.toSorted((a, b) => a.at - b.at || b.word.length - a.word.length)
    if (!first) break
    const end = first.at + first.word.length
    const bold = page.createElement('b')
    bold.textContent = rest.slice(first.at, end)
    nodes.push(page.createTextNode(rest.slice(0, first.at)), bold)
    rest = rest.slice(end)
  }
  return [...nodes, page.createTextNode(rest)]
}

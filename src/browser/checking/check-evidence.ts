import { announce } from '../page/announce.ts'
import { addCard } from './add-evidence.ts'
import { isFilledIn } from './check-scale.ts'
import { combobox, type Offer } from '../typing/combobox.ts'
import { fetchData } from '../typing/while-typing.ts'

type Found = { id: number; title: string; publisher: string; date: string | null }

/** One field for evidence: a link is pasted, or a stored document picked; what it is stands beside it, to be changed. */
export function quickEvidence(form: HTMLElement): void {
  const list = form.querySelector<HTMLElement>('[data-evidence-list="evidence"]')
  if (!list) return
  const page = form.ownerDocument
  for (const card of cardsOf(list)) if (isFilledIn(card)) shorten(card)
  hideBlank(list)

  const box = page.createElement('div')
  box.className = 'combobox field'
  const label = page.createElement('label')
  label.className = 'visually-hidden'
  label.htmlFor = 'check-add-evidence'
  label.textContent = 'Add evidence: a link, or a stored document by its title'
  const input = page.createElement('input')
  input.id = 'check-add-evidence'
  input.placeholder = 'Paste a link, or type a stored document’s title'
  box.append(label, input)
  list.append(box)
  // The field does what the button does, and more; the key "s" ticks the box.
  for (const button of list.querySelectorAll<HTMLElement>('[data-add-evidence]')) button.hidden = true
  const same = form.querySelector<HTMLInputElement>('input[name=sameAs]')
  if (same) same.tabIndex = -1

  const add = (fill: (card: HTMLElement) => void): HTMLElement | undefined => {
    const card = blankCard(list)
    if (!card) return undefined
    card.hidden = false
    fill(card)
    input.value = ''
    shorten(card)
    card.dispatchEvent(new Event('change', { bubbles: true }))
    return card
  }
  const addLink = (url: string) => {
    const kind = kindOf(url, form)
    const card = add((blank) => {
      write(blank, 'url', url)
      write(blank, 'kind', kind)
    })
    if (!card) return
    const isUnclear = kind === 'other' || (kind === 'second_report' && valueOf(card, 'publisher') === '')
    announce(`Added: ${saidOf(card)}.`)
    // What it is, or whose, nobody can tell from the address: it is asked.
    if (isUnclear) fieldOf(card, kind === 'other' ? 'kind' : 'publisher')?.focus()
  }
  const addDocument = ({ id, title }: Found) => {
    const card = add((blank) => {
      write(blank, 'documentId', String(id))
      write(blank, 'title', title)
    })
    if (!card) return
    card.classList.remove('brief')
    fieldOf(card, 'quote')?.focus()
    announce(`${title} is chosen. Give the words in it that are the evidence.`)
  }

  combobox(input, {
    label: 'Stored documents',
    async find(typed, signal): Promise<Offer[]> {
      if (isLink(typed)) return [{ text: `Add the link: ${typed}`, pick: () => addLink(typed) }]
      if (typed.length < 2) return []
      const documents = await fetchData<Found[]>(`/documents/suggestions?q=${encodeURIComponent(typed)}`, signal)
      return (documents ?? []).map((found) => ({
        text: found.title,
        detail: [found.publisher, found.date].filter(Boolean).join(', '),
        pick: () => addDocument(found),
      }))
    },
  })
  input.addEventListener('change', () => {
    const typed = input.value.trim()
    // After the focus has gone where it goes, so that it can be asked back.
    if (isLink(typed)) setTimeout(() => input.value.trim() === typed && addLink(typed))
  })
}

function cardsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-evidence]')]
}

/** The form has a blank one for who has no script; it waits until it is filled in. */
function hideBlank(list: HTMLElement): void {
  const last = cardsOf(list).at(-1)
  if (last && !isFilledIn(last) && !last.querySelector('.error')) last.hidden = true
}

function blankCard(list: HTMLElement): HTMLElement | undefined {
  return cardsOf(list).find((card) => card.hidden && !isFilledIn(card)) ?? addCard(list)
}

/** One line of what it is, with what is asked of all evidence; the rest is there on demand. */
function shorten(card: HTMLElement): void {
  card.classList.add('brief')
  if (card.querySelector('.brief-line')) return
  const page = card.ownerDocument
  const line = page.createElement('p')
  line.className = 'brief-line'
  const what = page.createElement('span')
  what.textContent = saidOf(card)
  const button = (words: string, press: () => void) => {
    const made = page.createElement('button')
    made.type = 'button'
    made.className = 'quiet small'
    made.textContent = words
    made.addEventListener('click', press)
    return made
  }
  const more = button('More', () => card.classList.toggle('brief'))
  const remove = button('Remove', () => {
    for (const field of card.querySelectorAll<HTMLInputElement>('input, textarea')) field.value = ''
    card.hidden = true
    card.dispatchEvent(new Event('change', { bubbles: true }))
    page.querySelector<HTMLElement>('#check-add-evidence')?.focus()
  })
  line.append(what, ' ', more, ' ', remove)
  card.querySelector('legend')?.after(line)
  card.addEventListener('change', () => (what.textContent = saidOf(card)))
}

function saidOf(card: HTMLElement): string {
  const url = valueOf(card, 'url')
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
  return valueOf(card, 'title') || host || `Document ${valueOf(card, 'documentId')}`
}

function isLink(typed: string): boolean {
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed)
}

/** What the address itself says; a second report where one is asked for. What nobody can tell is "other". */
function kindOf(url: string, form: HTMLElement): string {
  const { hostname, pathname } = new URL(url)
  const path = pathname.toLowerCase()
  if (/transcript|hansard|protokoll/.test(path)) return 'transcript'
  if (/\.(?:mp[34]|m4a|ogg|wav|webm|mov)$/.test(path) || /recording|audio|video/.test(path)) return 'recording'
  if (/(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|soundcloud\.com)$/.test(hostname)) return 'recording'
  if (/\.(?:csv|xlsx?|json)$/.test(path)) return 'data'
  if (/(?:^|\.)(?:gov|gouv|gob|mil)(?:\.[a-z]{2})?$|(?:^|\.)europa\.eu$|(?:^|\.)un\.org$/.test(hostname))
    return 'official_document'
  const rating = form.querySelector<HTMLInputElement>('[data-scale="ratingId"] input:checked')
  return rating?.dataset['requires'] === 'second_origin' ? 'second_report' : 'other'
}

function fieldOf(card: HTMLElement, field: string) {
  return card.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name$="[${field}]"]`)
}

function valueOf(card: HTMLElement, field: string): string {
  return fieldOf(card, field)?.value ?? ''
}

function write(card: HTMLElement, field: string, value: string): void {
  const found = fieldOf(card, field)
  if (found) found.value = value
}

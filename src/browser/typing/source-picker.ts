import { combobox, type Offer } from './combobox.ts'
import { sayItNow } from '../tagging/say-chain.ts'
import { fetchData } from './while-typing.ts'

/** `about`: its kind, its role or why it is offered, and how many statements it has. */
type Found = { id: number; name: string; alias: string | null; about: string }

const fields = 'input[data-suggest="/sources/suggestions"]'

/** Wherever a source is named, known ones are picked from a list; what would be new is said before it is made. */
export function sourcePickers(page: Document): void {
  const known = new WeakSet<HTMLInputElement>()
  const find = () => {
    for (const input of page.querySelectorAll<HTMLInputElement>(fields)) {
      if (known.has(input)) continue
      known.add(input)
      pickSource(page, input)
    }
  }
  find()
  for (const event of ['form-taken', 'desk-refreshed']) page.addEventListener(event, find)
}

/** What becomes of words that no source has: a source is made, they stand there as they are, or nothing. */
function useOf(input: HTMLInputElement): 'made' | 'words' | 'none' {
  if (input.name.endsWith('[addressee]')) return 'words'
  return input.form?.method === 'get' ? 'none' : 'made'
}

function pickSource(page: Document, input: HTMLInputElement): void {
  const line = dress(page, input)
  const use = useOf(input)
  /** What was picked, or stood there before anybody typed. */
  let settled = input.value
  let found: { typed: string; sources: Found[] } | undefined

  const look = async (typed: string, signal: AbortSignal): Promise<Found[]> => {
    if (found?.typed === typed) return found.sources
    const sources = await fetchData<Found[]>(`/sources/suggestions?q=${encodeURIComponent(typed)}`, signal)
    if (sources) found = { typed, sources }
    return sources ?? []
  }
  const settle = (value: string, id: string, said: string) => {
    settled = value
    input.value = value
    setId(input, id)
    line.textContent = said
    input.dispatchEvent(new Event('change', { bubbles: true }))
    sayItNow(page)
  }
  const offerOf = (source: Found): Offer => ({
    text: source.name,
    detail: source.about,
    pick: () => settle(source.name, String(source.id), source.about),
  })
  const asTyped = (typed: string, sources: Found[]): Offer[] => {
    if (use === 'none' || sources.some((source) => isCalled(source, typed))) return []
    if (use === 'words') return [{ text: typed, detail: 'As it is written', pick: () => settle(typed, '', '') }]
    const detail = similarTo(sources) || 'It is made when the form is saved'
    return [{ text: `New: ${typed}`, detail, pick: () => settle(typed, '', newness(typed, sources)) }]
  }

  combobox(input, {
    label: 'Sources',
    async find(typed, signal, isAsked): Promise<Offer[]> {
      if (typed === '' ? !isAsked : typed === settled.trim() && !isAsked) return []
      const sources = await look(typed, signal)
      const offers = sources.map(offerOf)
      const own = typed === '' ? [] : asTyped(typed, sources)
      // Most listeners are no sources: their words come first.
      return use === 'words' ? [...own, ...offers] : [...offers, ...own]
    },
    typed: () => {
      settled = ''
      setId(input, '')
      line.textContent = ''
    },
  })
  // Left without a pick, or filled from the text: what is typed may be known, and else it is said that it is new.
  input.addEventListener('change', () => {
    const typed = input.value.trim()
    if (typed === settled.trim()) return
    if (typed === '' || use !== 'made') return void (line.textContent = '')
    void look(typed, AbortSignal.timeout(10_000)).then(
      (sources) => {
        if (input.value.trim() !== typed || typed === settled.trim()) return
        const named = sources.filter((source) => isCalled(source, typed))
        const [only] = named
        line.textContent = named.length === 1 && only ? only.about : named.length > 1 ? '' : newness(typed, sources)
      },
      () => undefined, // the server says it, too, once the form is saved
    )
  })
}

/** The list hangs below the field; under it stands what was picked. A copy of a form has both already. */
function dress(page: Document, input: HTMLInputElement): HTMLElement {
  let box = input.closest<HTMLElement>('.combobox')
  if (!box) {
    box = page.createElement('div')
    box.className = 'combobox'
    input.before(box)
    box.append(input)
  }
  box.querySelector('[role=listbox]')?.remove()
  const old = box.parentElement?.querySelector<HTMLElement>('[data-picked]')
  if (old) return old
  const line = page.createElement('p')
  line.className = 'understood'
  line.dataset['picked'] = ''
  line.setAttribute('role', 'status')
  box.after(line)
  return line
}

function isCalled({ name, alias }: Found, typed: string): boolean {
  return [name, alias].some((one) => one !== null && folded(one) === folded(typed))
}

/** As the server compares names, as far as that matters for what is said. */
function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s/).filter(Boolean).join(' ')
}

function similarTo(sources: Found[]): string {
  const [nearest] = sources
  return nearest ? `Similar: ${nearest.name}` : ''
}

function newness(typed: string, sources: Found[]): string {
  const [nearest] = sources
  return `New source: “${typed}”${nearest ? ` (similar: ${nearest.name})` : ''}`
}

function setId(input: HTMLInputElement, id: string): void {
  const own = input.form?.querySelector<HTMLInputElement>(`input[type=hidden][data-id-of="${CSS.escape(input.id)}"]`)
  // The addressee's number can be typed by hand, so its field is not hidden.
  const name = input.name.endsWith('[addressee]') ? '[addresseeSourceId]' : '[sourceId]'
  const field =
    own ?? input.closest('fieldset')?.querySelector<HTMLInputElement>(`input:not([type=radio])[name$="${name}"]`)
  if (field) field.value = id
}

import { flatten, type Words } from './sent-words.ts'

/*
 * Finds and fills the forms of pages that our own views made: every value in them is escaped, so a tag ends at the first
 * `>` outside of quotes, and a form within a form there is none.
 */

/** Where a form is sent to, and which of the page's forms with that address it is. */
export type FormPlace = { action: string; part: number }

export type FormInPage = FormPlace & { open: string; inner: string; start: number; end: number }

const tag = (names: string) => `<(?:${names})\\b(?:[^>"]|"[^"]*")*>`
const formOpens = new RegExp(tag('form'), 'y')
const formEnds = '</form>'
const details = new RegExp(`${tag('details')}|</details>`, 'g')
const control = new RegExp(
  `(${tag('input')})|(${tag('textarea')})[\\s\\S]*?</textarea>|(${tag('select')})([\\s\\S]*?)</select>`,
  'g',
)
const option = new RegExp(`(${tag('option')})`, 'g')

/** The forms that change something, in their order. */
export function findForms(html: string): FormInPage[] {
  const counts = new Map<string, number>()
  const forms: FormInPage[] = []
  // Most of a page is no form, and is passed over much faster than the expression would.
  for (let start = html.indexOf('<form'); start >= 0; start = html.indexOf('<form', start + 1)) {
    formOpens.lastIndex = start
    const [open] = formOpens.exec(html) ?? []
    if (open === undefined || attribute(open, 'method') !== 'post') continue
    const ends = html.indexOf(formEnds, start)
    if (ends < 0) break
    const action = attribute(open, 'action') ?? ''
    const part = counts.get(action) ?? 0
    counts.set(action, part + 1)
    forms.push({ action, part, open, inner: html.slice(start + open.length, ends), start, end: ends + formEnds.length })
  }
  return forms
}

export function findForm(html: string, { action, part }: FormPlace): FormInPage | undefined {
  return findForms(html).find((form) => form.action === action && form.part === part)
}

/** Whether someone types into it what should be kept for them. */
export function isForWords({ open, inner }: FormInPage): boolean {
  if (attribute(open, 'data-no-draft') !== undefined) return false
  let asks = false
  for (const { 0: whole, 1: input } of inner.matchAll(control)) {
    const type = input === undefined ? 'text' : (attribute(whole, 'type') ?? 'text')
    if (type === 'password') return false
    if (type !== 'hidden') asks = true
  }
  return asks
}

/** The page with that form instead of its own, something said above it, and whatever it is folded into unfolded. */
export function putForm(
  html: string,
  form: FormInPage,
  { above, open, inner }: { above: string; open: string; inner: string },
) {
  return unfold(html.slice(0, form.start)) + above + open + inner + '</form>' + html.slice(form.end)
}

/** Puts words into what a person sees of a form; what is hidden stays as the page made it. */
export function fill(inner: string, values: Words): string {
  const words = flatten(values)
  return inner.replaceAll(
    control,
    (whole, input?: string, textarea?: string, select?: string, options: string = '') => {
      const open = input ?? textarea ?? select ?? ''
      const name = attribute(open, 'name')
      if (name === undefined || attribute(open, 'disabled') !== undefined) return whole
      const given = words.get(name)
      if (input !== undefined) return fillInput(input, given)
      const [value] = given ?? []
      if (value === undefined) return whole
      if (textarea !== undefined) return `${textarea}\n${escape(value)}</textarea>`
      return choose(open, options, value)
    },
  )
}

function fillInput(input: string, given: string[] | undefined): string {
  const type = attribute(input, 'type') ?? 'text'
  if (['hidden', 'password', 'file', 'submit', 'button'].includes(type)) return input
  if (type === 'checkbox' || type === 'radio') {
    const isChecked = given?.includes(attribute(input, 'value') ?? 'on')
    return withAttribute(input, 'checked', isChecked ? '' : undefined)
  }
  return given?.[0] === undefined ? input : withAttribute(input, 'value', given[0])
}

function choose(open: string, options: string, value: string): string {
  const known = [...options.matchAll(option)].some(([one]) => attribute(one, 'value') === value)
  if (!known) return `${open}${options}</select>`
  const chosen = options.replaceAll(option, (one) =>
    withAttribute(one, 'selected', attribute(one, 'value') === value ? '' : undefined),
  )
  return `${open}${chosen}</select>`
}

/** Opens every <details> that the end of this part of a page lies in. */
function unfold(html: string): string {
  const around: number[] = []
  for (const { 0: found, index } of html.matchAll(details)) {
    if (found.startsWith('</')) around.pop()
    else around.push(index)
  }
  let unfolded = html
  for (const at of around.reverse()) {
    const isOpen = /^<details\b(?:[^>"]|"[^"]*")*\sopen\b/.test(unfolded.slice(at, at + 500))
    if (!isOpen) unfolded = `${unfolded.slice(0, at)}<details open${unfolded.slice(at + '<details'.length)}`
  }
  return unfolded
}

/** Undefined where the tag has none of that name; empty where it has no value. */
function attribute(open: string, name: string): string | undefined {
  const found = attributeNamed(name).exec(open)
  return found ? unescape(found[1] ?? '') : undefined
}

function withAttribute(open: string, name: string, value: string | undefined): string {
  const without = open.replace(attributeNamed(name), '')
  if (value === undefined) return without
  return without.replace(/>$/, () => (value === '' ? ` ${name}>` : ` ${name}="${escape(value)}">`))
}

const attributes = new Map<string, RegExp>()

function attributeNamed(name: string): RegExp {
  const known = attributes.get(name) ?? new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`)
  attributes.set(name, known)
  return known
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }
const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" }

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#34|#39);/g, (whole, name: string) => letters[name] ?? whole)
}

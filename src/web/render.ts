import path from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { type Action, may as mayDo, type Viewer } from '../policy.ts'
import { foundBeside } from './beside.ts'
import { blankForm, type Form } from './forms.ts'
import { type Draft, type FormStamp, pageForms } from './page-forms.ts'
import { fill, findForm, findForms, type FormPlace, isForWords, putForm } from './forms-in-page.ts'

const views = path.join(import.meta.dirname, '../../views')
/** What a view inherits is read by name too: docs/decisions/desk-speed.md. */
const compiling = { async: false, client: false, unsafePrototypeLocals: true } as const
const conflict = path.join(views, 'partials/conflict.ejs')
const keptWords = path.join(views, 'partials/kept-words.ejs')
const leftWords = path.join(views, 'partials/left-words.ejs')

type Page = {
  title: string
  wide?: boolean
  /** Another than the one with the masthead: for what other sites show in a frame. */
  layout?: 'layout-bare'
  /** It has the box of the search itself, so the head of the page needs none. */
  hasSearch?: boolean
  /** Its whole address on this desk: for search engines and whoever shares it. */
  path?: string
  /** Of a thing that is shown in parts: the pages of it before and after this one. */
  previous?: string | null
  next?: string | null
  /** In a sentence or two, for the same. */
  description?: string
  /** The same in other forms: a feed, an embed. */
  alternates?: { type: string; href: string; title: string }[]
}
/** What a view is given, as far as the hallway itself makes something of it. */
type Given = Parameters<typeof foundBeside>[0] & {
  viewer?: Viewer
  /** What the page begins with, where it is made for one form. */
  form?: Form | undefined
  /** The form that was sent and is shown again. */
  sent?: Form
  /** What its reader left in the forms of this page. */
  keptWords?: Draft[]
  sentTo?: string
  /** Only for who has signed in: what each form carries. */
  stamp?: (form: FormStamp) => string
}

type Render = (view: string, more?: object) => Promise<string>

/** Renders the page first, then sets it into the layout, so that the page can tell the layout its title. */
export function useViews(app: Express, { cache, locals }: { cache: boolean; locals: object }): void {
  const show = readViews({ cache })
  // Nothing that an object has by itself is found in a view by name, as if it had been given.
  const always = Object.assign(Object.create(null) as object, locals, { inScript, filled: blankForm })
  app.engine('ejs', (file, data, done) => {
    makePage(file, data as Given).then((html) => done(null, html), done)
  })
  app.set('views', views)
  app.set('view engine', 'ejs')

  async function makePage(file: string, data: Given): Promise<string> {
    const given: Given = { ...data, ...(await foundBeside(data)) }
    const page: Page = { title: '' }
    const may = (action: Action) => mayDo(given.viewer ?? null, action)
    const { form, keptWords: drafts = [], ...others } = given
    const forms = pageForms({ sent: given.sent, begun: form, drafts, stamp: given.stamp }, page)
    // A view asks for its forms by name; one that does not yet finds the one that the page was given.
    const old = form && form.name === undefined ? { form } : {}
    const all = Object.assign(Object.create(always) as object, others, old, { may, page, forms })
    const render: Render = async (view, more = {}) => show(view, all, more)
    const made = await render(file)
    const missed = drafts.filter((draft) => !forms.has(draft.form))
    const own = await putWordsBack(render, file, made, { form, keptWords: missed })
    const left = forms.left()
    const body =
      (left.length > 0 ? await render(leftWords, { written: left }) : '') + (await compareInForm(render, own, given))
    const html = await render(path.join(views, `${page.layout ?? 'layout'}.ejs`), { body })
    return given.stamp ? stampForms(html, given.stamp, page.title) : html
  }
}

/**
 * A page includes small views a hundred times over. EJS's own include looks for the file each time and copies all that
 * the page was given, twice; here a view inherits what its page has. See docs/decisions/desk-speed.md.
 */
function readViews({ cache }: { cache: boolean }) {
  const compiled = new Map<string, TemplateFunction>()

  function read(file: string): TemplateFunction {
    const known = cache ? compiled.get(file) : undefined
    if (known) return known
    const template = ejs.compile(ejs.fileLoader(file).toString(), { ...compiling, filename: file })
    compiled.set(file, template)
    return template
  }

  return function show(file: string, around: object, given: object): string {
    const include = (name: string, more: object = {}) => show(path.join(views, `${name}.ejs`), locals, more)
    const locals: object = Object.assign(Object.create(around) as object, given, { include })
    return read(file)(locals)
  }
}

/**
 * Each form with what was left in it: the page is made once more with those values, so that it has as many rows, and
 * only that form is taken from it, so that no other form of the page shows words that are not its own.
 */
async function putWordsBack(render: Render, file: string, body: string, { form, keptWords: drafts = [] }: Given) {
  let page = body
  for (const draft of drafts) {
    const place = placeOf(draft.form)
    const blank = place && findForm(page, place)
    const remade = form && blank && (await remake(render, file, form, draft, place))
    const said = await render(keptWords, { draft, isHere: remade !== undefined })
    if (blank && remade)
      page = putForm(page, blank, { above: said, open: remade.open, inner: fill(remade.inner, draft.values) })
    else page = said + page
  }
  return page
}

function placeOf(form: string): FormPlace | undefined {
  const [, action, part] = /^(.*)#(\d+)$/.exec(form) ?? []
  return action === undefined ? undefined : { action, part: Number(part) }
}

async function remake(render: Render, file: string, form: Form, draft: Draft, place: FormPlace) {
  const values = { ...form.values, ...draft.values }
  try {
    return findForm(await render(file, { page: { title: '' }, form: { ...form, values } }), place)
  } catch {
    return undefined // the page has changed so much that it can't show these words; they have a page of their own
  }
}

/** Where somebody else was quicker: both texts, and the choice, in the form that is sent again. */
async function compareInForm(render: Render, body: string, { form, sentTo }: Given): Promise<string> {
  if (!form?.conflict) return body
  const both = await render(conflict, { conflict: form.conflict })
  const place = sentTo === undefined ? undefined : placeOf(sentTo)
  const sent = (place && findForm(body, place)) ?? findForms(body).find(isForWords)
  if (!sent) return body
  return putForm(body, sent, { above: '', open: sent.open, inner: both + sent.inner })
}

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}

function stampForms(html: string, stamp: NonNullable<Given['stamp']>, title: string): string {
  let stamped = ''
  let at = 0
  for (const form of findForms(html)) {
    const { action, part, open, inner, start } = form
    if (/^\s*<input type="hidden" name="once"/.test(inner)) continue
    const once = stamp({ form: `${action}#${part}`, action, title: isForWords(form) ? title || 'A page' : '' })
    stamped += `${html.slice(at, start)}${open}<input type="hidden" name="once" value="${once}">`
    at = start + open.length
  }
  return stamped + html.slice(at)
}

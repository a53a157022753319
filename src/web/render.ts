import path from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { type Action, may as mayDo, type Viewer } from '../policy.ts'
import { foundBeside } from './beside.ts'
import { summarise } from './error-summary.ts'
import { blankForm, type Form } from './forms.ts'
import { type Draft, type FormStamp, pageForms } from './page-forms.ts'

const views = path.join(import.meta.dirname, '../../views')
/** Views can read inherited locals by name: docs/decisions/desk-speed.md. */
const compiling = { async: false, client: false, unsafePrototypeLocals: true } as const
const keptWords = path.join(views, 'partials/kept-words.ejs')
const errors = path.join(views, 'partials/errors.ejs')
const leftWords = path.join(views, 'partials/left-words.ejs')

type Page = {
  title: string
  wide?: boolean
  /** It fills the window, shows the notice itself, and has no footer. */
  isWorkbench?: boolean
  /** A layout without the masthead, for frames on other sites. */
  layout?: 'layout-bare'
  /** The page has a search box of its own, so its head needs none. */
  hasSearch?: boolean
  /** Its full address on this desk, for search engines and sharing. */
  path?: string
  /** For a thing that is shown in parts: the addresses of the previous and next part. */
  previous?: string | null
  next?: string | null
  /** One or two sentences, for the same. */
  description?: string
  /** The same in other forms: a feed, an embed. */
  alternates?: { type: string; href: string; title: string }[]
}
/** The locals that the hallway itself uses. */
type Given = Parameters<typeof foundBeside>[0] & {
  viewer?: Viewer
  /** The initial values of the page's main form. */
  form?: Form | undefined
  /** The form that was sent and is shown again. */
  sent?: Form
  /** The reader's drafts for forms of this page. */
  keptWords?: Draft[]
  /** Only for people who are signed in: makes the stamp of each form. */
  stamp?: (form: FormStamp) => string
}

/** Renders the page first, then inserts it into the layout, so that the page can tell the layout its title. */
export function useViews(app: Express, { cache, locals }: { cache: boolean; locals: object }): void {
  const show = readViews({ cache })
  // No prototype, so that a view cannot find Object's own properties by name as if they were locals.
  const always = Object.assign(Object.create(null) as object, locals, { inScript, filled: blankForm })
  app.engine('ejs', (file, data, done) => {
    makePage(file, data as Given).then((html) => done(null, html), done)
  })
  app.set('views', views)
  app.set('view engine', 'ejs')

  async function makePage(file: string, data: Given): Promise<string> {
    const { form, sent, keptWords: drafts = [], ...given }: Given = { ...data, ...(await foundBeside(data)) }
    const page: Page = { title: '' }
    const may = (action: Action) => mayDo(given.viewer ?? null, action)
    const forms = pageForms({ sent, begun: form, drafts, stamp: given.stamp }, page)
    if ('forms' in given) throw new Error(`${file} is given something of the name of its forms`)
    const all = Object.assign(Object.create(always) as object, given, { may, page, forms })
    const render = (view: string, more: object = {}) => show(view, all, more)

    const made = render(file)
    // Words left in, or sent by, a form that the page no longer has are still shown.
    const missed = drafts.filter((draft) => !forms.has(draft.form))
    const above = missed.map((draft) => render(keptWords, { draft, isHere: false }))
    const written = forms.left()
    if (written.length > 0) above.push(render(leftWords, { written }))
    const body = above.join('') + made
    const summary =
      forms.refused &&
      render(errors, { problems: summarise(forms.refused), hasConflict: forms.refused.conflict !== undefined })
    if (summary) page.title = `Error: ${page.title}`
    const withSummary = summary === undefined ? body : placed(summary, body)
    return render(path.join(views, `${page.layout ?? 'layout'}.ejs`), { body: withSummary })
  }
}

/** Above its form, where that is on the page; else, as for a button, at its top. Only once made it is known where fields stand. */
function placed(summary: string, body: string): string {
  const place = '<div data-problems></div>'
  return body.includes(place) ? body.replace(place, () => summary) : summary + body
}

/**
 * A page includes small views a hundred times. EJS's own include looks for the file each time and copies all locals,
 * twice; here a view inherits its page's locals. See docs/decisions/desk-speed.md.
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

/** JSON that is safe inside a script element: nothing in it ends the element or begins a comment. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}

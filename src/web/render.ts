import path from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { type Action, may as mayDo, type Viewer } from '../policy.ts'
import { foundBeside } from './beside.ts'
import { blankForm, type Form } from './forms.ts'
import { type Draft, type FormStamp, pageForms } from './page-forms.ts'

const views = path.join(import.meta.dirname, '../../views')
/** What a view inherits is read by name too: docs/decisions/desk-speed.md. */
const compiling = { async: false, client: false, unsafePrototypeLocals: true } as const
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
  /** Only for who has signed in: what each form carries. */
  stamp?: (form: FormStamp) => string
}

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
    const { form, sent, keptWords: drafts = [], ...given }: Given = { ...data, ...(await foundBeside(data)) }
    const page: Page = { title: '' }
    const may = (action: Action) => mayDo(given.viewer ?? null, action)
    const forms = pageForms({ sent, begun: form, drafts, stamp: given.stamp }, page)
    if ('forms' in given) throw new Error(`${file} is given something of the name of its forms`)
    const all = Object.assign(Object.create(always) as object, given, { may, page, forms })
    const render = (view: string, more: object = {}) => show(view, all, more)

    const made = render(file)
    // What somebody left here, or sent, in a form that the page does not have now is not passed over.
    const missed = drafts.filter((draft) => !forms.has(draft.form))
    const above = missed.map((draft) => render(keptWords, { draft, isHere: false }))
    const written = forms.left()
    if (written.length > 0) above.push(render(leftWords, { written }))
    return render(path.join(views, `${page.layout ?? 'layout'}.ejs`), { body: above.join('') + made })
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

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}

import { listWritten, type Words, type Written } from '../words/asked.ts'
import { findKind, findOptionalKind, nameOf } from './form-kinds.ts'
import { blankForm, type Form, type Values } from './forms.ts'

/** What somebody left in a form of the current page. */
export type Draft = { id: number; form: string; values: Words; updatedAt: Date }

/** A form as its page shows it: blank, filled from a draft, or refused. */
export type PageForm = Form & {
  name: string
  /** It contains somebody's words, so its fold is open. */
  isBegun: boolean
  /** It was sent, and something in it has to be mended: a summary stands above it. */
  isRefused: boolean
  isKept: boolean
  draft?: Draft
}

/** What a stamp says about a form, besides the account and the page. */
export type FormStamp = { form: string; action: string; title: string }

type Given = {
  /** The form that was sent and is shown again. */
  sent?: Form | undefined
  /** The form with which the page starts. */
  begun?: Form | undefined
  drafts?: Draft[]
  /** Only for people who are signed in. */
  stamp?: ((form: FormStamp) => string) | undefined
}

export type PageForms = ReturnType<typeof pageForms>

/** The forms of one page; views ask for theirs by name. */
export function pageForms({ sent, begun, drafts = [], stamp }: Given, page: { title: string }) {
  const given = [sent, begun].filter((form) => form !== undefined)
  const written = new Set<string>()

  const refused = given.find(({ errors }) => Object.keys(errors).length > 0)

  function find(kind: string, name: string, values: Values): PageForm {
    const known = { name, isKept: findKind(kind).isKept, isRefused: refused?.name === name }
    const draft = drafts.find(({ form }) => form === name)
    if (sent?.name === name) return { ...sent, ...known, isBegun: true }
    if (draft) return { ...blankForm(draft.values), ...known, isBegun: true, draft }
    if (begun?.name === name) return { ...begun, ...known, isBegun: false }
    return { ...blankForm(values), ...known, isBegun: false }
  }

  return {
    /** The form that was sent and has to be mended, whichever it was. */
    refused,

    /** The form of that name about that subject; if blank, with these values. */
    of: (kind: string, subject = '', values: Values = {}) => find(kind, nameOf(kind, subject), values),

    /** The page's main form, as its route gave it. */
    the(kind: string): PageForm {
      const name = given.find((form) => form.name?.startsWith(`${kind}@`))?.name
      if (name === undefined) throw new Error(`The page was given no form “${kind}”`)
      return find(kind, name, {})
    },

    /** Whether somebody's words are in a form of another kind: what those forms are folded into is then open. */
    isBegunBesides: (...kinds: string[]) =>
      [sent?.name, ...drafts.map(({ form }) => form)].some((name) => name && !kinds.includes(name.split('@')[0] ?? '')),

    /**
     * Called where the view writes the form: returns its stamp, which makes it processed only once and identifies its
     * words.
     */
    write(action: string, form?: PageForm, name = form?.name): string | undefined {
      if (form) written.add(form.name)
      return stamp?.({ form: name ?? '', action, title: form?.isKept ? page.title || 'A page' : '' })
    },

    /** After the page is made: whether it has the form. */
    has: (name: string) => written.has(name),

    /** After the page is made: words typed into forms that it no longer has, because things have changed meanwhile. */
    left(): Written[] {
      const { name, values } = sent ?? {}
      if (name === undefined || values === undefined || written.has(name)) return []
      return listWritten(findOptionalKind(name)?.fields, values)
    },
  }
}

import { listWritten, type Words, type Written } from '../words/asked.ts'
import { findKind, findOptionalKind, nameOf } from './form-kinds.ts'
import { blankForm, type Form, type Values } from './forms.ts'

/** What somebody left in a form of the page that is being made. */
export type Draft = { id: number; form: string; values: Words; updatedAt: Date }

/** A form as its page shows it: blank, kept or refused. */
export type PageForm = Form & {
  name: string
  /** Somebody's words are in it, so that what it is folded into is open. */
  isBegun: boolean
  isKept: boolean
  draft?: Draft
}

/** What a stamp says of a form, beside who was given it where. */
export type FormStamp = { form: string; action: string; title: string }

type Given = {
  /** What was sent, and is shown again. */
  sent?: Form | undefined
  /** What the page is given to begin with. */
  begun?: Form | undefined
  drafts?: Draft[]
  /** Only for who has signed in. */
  stamp?: ((form: FormStamp) => string) | undefined
}

export type PageForms = ReturnType<typeof pageForms>

/** The forms of one page, of which views ask for theirs by name. */
export function pageForms({ sent, begun, drafts = [], stamp }: Given, page: { title: string }) {
  const given = [sent, begun].filter((form) => form !== undefined)
  const written = new Set<string>()

  function find(kind: string, name: string, values: Values): PageForm {
    const { isKept } = findKind(kind)
    const draft = drafts.find(({ form }) => form === name)
    if (sent?.name === name) return { ...sent, name, isKept, isBegun: true }
    if (draft) return { ...blankForm(draft.values), name, isKept, isBegun: true, draft }
    if (begun?.name === name) return { ...begun, name, isKept, isBegun: false }
    return { ...blankForm(values), name, isKept, isBegun: false }
  }

  return {
    /** What was sent, whichever form it was: its errors stand above the page, too. */
    sent: sent ?? blankForm(),

    /** The form of that name about that thing; blank, it has these values. */
    of: (kind: string, subject = '', values: Values = {}) => find(kind, nameOf(kind, subject), values),

    /** The form that the page is made for, as its route gave it. */
    the(kind: string): PageForm {
      const name = given.find((form) => form.name?.startsWith(`${kind}@`))?.name
      if (name === undefined) throw new Error(`The page was given no form “${kind}”`)
      return find(kind, name, {})
    },

    /** The view writes the form there: gives what it carries, so that it is done once and its words are known as its own. */
    write(action: string, form?: PageForm, name = form?.name): string | undefined {
      if (form) written.add(form.name)
      return stamp?.({ form: name ?? '', action, title: form?.isKept ? page.title || 'A page' : '' })
    },

    /** After the page is made: whether it has the form. */
    has: (name: string) => written.has(name),

    /** After the page is made: what somebody wrote into a form that it does not have, as things have changed meanwhile. */
    left(): Written[] {
      const { name, values } = sent ?? {}
      if (name === undefined || values === undefined || written.has(name)) return []
      return listWritten(findOptionalKind(name)?.fields, values)
    },
  }
}

import { z } from 'zod'
import { DocumentKind, PublicationState, SourceKind } from '../database/client/enums.ts'
import { correction, id, largestId, optionalId, revision, ticked, oneOfThese } from '../words/fields.ts'
import { PartialDateField } from '../words/partial-date.ts'
import { canonicalLanguage, familyNameLast } from '../intake/facts.ts'
import { languageOf } from '../intake/language.ts'
import { mends, mendText } from '../intake/mends.ts'
import { cut } from '../words/cut.ts'
import { isSeen } from '../words/names.ts'
import { defineForm } from '../web/form-kinds.ts'
import { listing } from '../web/listing.ts'
import { byNumber, firstShown } from '../words/asked.ts'

/** "English" and "en_US" are understood, too. */
function readLanguage(tag: string, context: z.RefinementCtx): string {
  const canonical = canonicalLanguage(tag)
  if (canonical !== undefined) return canonical
  context.addIssue({ code: 'custom', message: `“${tag.slice(0, 40)}” is not a language code. Write en, fr, pt-BR, …` })
  return z.NEVER
}

const language = z.string().trim().default('en').transform(readLanguage)

/** Names with commas between them; with semicolons each may have its family name first: "Berg, Ana; Holm, Ida". */
function splitNames(names: string): string[] {
  return names.includes(';') ? names.split(';').map(familyNameLast) : names.split(/[,\n]/)
}

const authors = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : splitNames(value)).map((name) => name.trim()).filter(Boolean))
  .pipe(z.array(z.string().max(200, 'Each name has at most 200 characters')).max(50, 'At most 50 names'))

const address = z
  .string()
  .trim()
  .max(2000)
  .default('')
  .refine((url) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)), {
    message: 'Copy the whole address, beginning with https://',
  })
  .transform((url) => (url === '' ? null : new URL(url).href))

/** What a text is called where nobody says it: its first line with something in it, without Markdown's heading signs. */
function firstLine(text: string): string {
  const lines = text.slice(0, 10_000).split(/\r\n?|\n/)
  const first = lines.map((line) => line.replace(/^\s*#{1,6}\s+/, '').trim()).find(isSeen)
  return cut(first ?? '', 200)
}

const metadata = {
  title: z.string().trim().refine(isSeen, 'Give the title as it was published').max(500, 'At most 500 characters'),
  publisher: z.string().trim().refine(isSeen, 'Say who published it').max(200, 'At most 200 characters'),
  publisherId: byNumber(optionalId),
  publisherKind: z.enum(SourceKind).default('outlet'),
  authors,
  url: address,
  published: PartialDateField,
  language,
  kind: z.enum(DocumentKind).default('article'),
}

/** An address to fetch; a file comes beside it. */
export const IntakeAsk = z.object({ address: z.string().trim().max(2000, 'At most 2,000 characters').default('') })
export const intakeForm = defineForm('intake', IntakeAsk)

/** A formatted text, as the clipboard of a browser or a word processor has it. */
export const FormattedText = z.object({ html: z.string().min(1).max(8_000_000, 'At most 8,000,000 characters') })

/** The form may begin with what was found in a page or a file. */
export const NewDocumentQuery = z.object({ intake: optionalId })

export const NewDocument = z
  .object({
    ...metadata,
    /** The document of which this is another text. */
    versionOf: byNumber(optionalId),
    /** What was fetched or sent, and looked at before. */
    intakeId: byNumber(optionalId),
    title: z.string().trim().max(500, 'At most 500 characters').default(''),
    language: z
      .string()
      .trim()
      .default('')
      .transform((tag, context) => (tag === '' ? undefined : readLanguage(tag, context))),
    text: z.string().min(1, 'Paste the words as they were published'),
    /** Damage to mend in the text, of what its preview offered. */
    mends: z.union([z.array(z.enum(mends)).max(mends.length), z.enum(mends).transform((mend) => [mend])]).default([]),
    /** Look for suggestions at once. */
    suggest: firstShown(ticked.default(false), 'true'),
  })
  .transform((given, context) => {
    const text = mendText(given.text, given.mends)
    const title = isSeen(given.title) ? given.title : firstLine(text)
    const read = { ...given, title, text, ...(text !== given.text && { unmended: given.text }) }
    if (title !== '') return { ...read, language: given.language ?? languageOf(text) }
    context.addIssue({ code: 'custom', path: ['title'], message: 'Give the title as it was published' })
    return z.NEVER
  })
export type NewDocument = z.output<typeof NewDocument>
export const importForm = defineForm('import', NewDocument)

export const EditedDocument = z.object({ ...metadata, revision, correction })
export type EditedDocument = z.output<typeof EditedDocument>
export const documentForm = defineForm('document', EditedDocument)

/** Which part of a long document to show: by its number, or by its content. */
export const PartQuery = z.object({
  part: optionalId,
  /** A position in the text, in code points. */
  at: z.coerce.number().int().min(0).max(largestId).optional(),
  statement: optionalId,
  /** Which page of a part's cards, if there are very many. */
  cards: optionalId,
})
export type PartQuery = z.output<typeof PartQuery>

/** Also: the suggestion that the form to record a statement begins from. */
export const DeskQuery = PartQuery.extend({ suggestion: optionalId })

/** What a desk's page has, each piece by its print, and whether it wants a new form. */
export const DeskPrints = z.object({
  has: z
    .string()
    .max(100_000)
    .default('')
    .transform((prints) => prints.split('.')),
  form: z.stringbool().default(false),
})

export const DocumentFilters = z.object({
  q: z.string().trim().max(200).default(''),
  kind: oneOfThese(DocumentKind),
  state: oneOfThese(PublicationState),
  /** Who works on it, for the newsroom alone. */
  assignee: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.union([z.enum(['me', 'nobody']), id], { error: 'Write me, nobody, or the number of an account' }).optional(),
  ),
  ...listing(['newest', 'title', 'publisher', 'date', 'statements', 'undecided', 'unchecked', 'assignee', 'state']),
})
export type DocumentFilters = z.output<typeof DocumentFilters>

import type { Desk } from '../config.ts'
import type { StoredAnnotation } from './annotations.ts'
import { annotationContext, listOf, type Values } from './model.ts'
import { type Listed, chainOf, type NoteShape, perPage, type Quote, type StatementShape } from './queries.ts'
import { ldpContext } from './contexts.ts'

export const addressOf = ({ baseUrl }: Desk, name: string) => `${baseUrl}/annotations/${name}`

export function nameOf(listed: Listed): string {
  if (listed.of === 'statement') return `statement-${listed.statement.id}`
  return listed.of === 'note' ? `note-${listed.note.id}` : listed.annotation.name
}

export function describe(desk: Desk, listed: Listed): Values {
  if (listed.of === 'statement') return describeStatement(desk, listed.statement)
  return listed.of === 'note' ? describeNote(desk, listed.note) : describeStored(desk, listed.annotation)
}

/** The annotation as it was sent, with its address here as its id; the original id becomes `via`. */
export function describeStored(desk: Desk, { name, content, givenId }: StoredAnnotation): Values {
  const { '@context': context, via, ...rest } = content as Values
  const origins = [...new Set([...listOf(via), ...(givenId === null ? [] : [givenId])])]
  return {
    '@context': context,
    id: addressOf(desk, name),
    ...rest,
    ...(origins.length > 0 && { via: origins.length === 1 ? origins[0] : origins }),
  }
}

/**
 * An attributed passage: its words with their position in the stored version, and a sentence with their chain of
 * reports.
 */
export function describeStatement(desk: Desk, statement: StatementShape): Values {
  const { id, version, createdAt, publishedAt, corrections } = statement
  const [correction] = corrections
  return {
    ...begin(desk, `statement-${id}`, 'describing'),
    created: (publishedAt ?? createdAt).toISOString(),
    ...(correction && { modified: correction.createdAt.toISOString() }),
    creator: { id: `${desk.baseUrl}/`, type: 'Organization', name: desk.newsroom },
    body: [
      {
        type: 'TextualBody',
        purpose: 'describing',
        value: chainOf(statement),
        format: 'text/plain',
        language: 'en',
      },
      { type: 'SpecificResource', purpose: 'linking', source: `${desk.baseUrl}/statements/${id}` },
    ],
    target: onlyOrAll(statement.quotes.map((quote) => describePassage(desk, version, quote))),
  }
}

const motivations = {
  comment: 'commenting',
  question: 'questioning',
  correction: 'editing',
  context: 'describing',
} as const

/** An editor's public note on a passage or a thing of the desk, or in reply to another note. */
export function describeNote(desk: Desk, note: NoteShape): Values {
  const since = note.publishedAt ?? note.createdAt
  const motivation = note.parentId === null ? motivations[note.kind] : 'replying'
  return {
    ...begin(desk, `note-${note.id}`, motivation),
    created: since.toISOString(),
    // Readers are not told of changes made before they could see it.
    ...(note.editedAt && note.editedAt > since && { modified: note.editedAt.toISOString() }),
    creator: { type: 'Person', name: note.account.name },
    body: { type: 'TextualBody', purpose: motivation, value: note.body, format: 'text/markdown' },
    target: targetOfNote(desk, note),
  }
}

function begin(desk: Desk, name: string, motivation: string): Values {
  const id = addressOf(desk, name)
  return {
    '@context': annotationContext,
    id,
    type: 'Annotation',
    motivation,
    canonical: id,
    generator: { id: `${desk.baseUrl}/`, type: 'Software', name: 'On Record', homepage: `${desk.baseUrl}/` },
  }
}

function targetOfNote(desk: Desk, note: NoteShape): unknown {
  const { baseUrl } = desk
  if (note.parentId !== null) return addressOf(desk, `note-${note.parentId}`)
  const { version } = note
  if (version) return onlyOrAll(note.quotes.map((quote) => describePassage(desk, version, quote)))
  if (note.hop) return `${baseUrl}/statements/${note.hop.statementId}#step-${note.hop.position + 1}`
  if (note.statementId !== null) return `${baseUrl}/statements/${note.statementId}`
  if (note.claimId !== null) return `${baseUrl}/claims/${note.claimId}`
  return note.sourceId === null ? `${baseUrl}/documents/${note.documentId}` : `${baseUrl}/sources/${note.sourceId}`
}

/** A passage of a stored version, which never changes: its words and position are permanent. */
function describePassage({ baseUrl }: Desk, version: StatementShape['version'], quote: Quote): Values {
  const { document, number, fetchedAt } = version
  const source = `${baseUrl}/documents/${document.id}/versions/${number}`
  const { exact, prefix, suffix, start, end } = quote
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
      { type: 'TextPositionSelector', start, end },
    ],
    state: { type: 'TimeState', sourceDate: fetchedAt.toISOString(), cached: source },
    // Where it was published, so that people who read it there find it too.
    ...(document.url !== null && URL.canParse(document.url) && { scope: new URL(document.url).href }),
  }
}

function onlyOrAll(values: Values[]): unknown {
  return values.length === 1 ? values[0] : values
}

type Pages = { desk: Desk; total: number; modified: Date | null; addressesOnly: boolean; query: string }

/** The address of the container, or of a search in it. */
export function containerAddress({ desk, addressesOnly, query }: Pages, page?: number): string {
  const iris = `iris=${addressesOnly ? 1 : 0}`
  return `${desk.baseUrl}/annotations/?${query}${iris}${page === undefined ? '' : `&page=${page}`}`
}

const contexts = [annotationContext, ldpContext]

/**
 * The container: how many annotations there are, where its pages are and, unless a minimal answer was requested, the
 * first page.
 */
export function describeContainer(pages: Pages, { id, first }: { id: string; first: Listed[] | undefined }): Values {
  const { desk, total, modified, query } = pages
  const isWhole = query === ''
  return {
    '@context': isWhole ? contexts : annotationContext,
    id,
    type: isWhole ? ['BasicContainer', 'AnnotationCollection'] : 'AnnotationCollection',
    label: isWhole ? `Annotations of ${desk.newsroom}` : `Annotations of ${desk.newsroom}, searched`,
    total,
    ...(modified && { modified: modified.toISOString() }),
    ...(total > 0 && {
      first: first ? { ...describeItems(pages, 0, first), partOf: id } : containerAddress(pages, 0),
      last: containerAddress(pages, lastPage(total)),
    }),
  }
}

export function describePage(pages: Pages, page: number, listed: Listed[]): Values {
  const { desk, total, modified, query } = pages
  const { id, type, ...rest } = describeItems(pages, page, listed)
  const container = query === '' ? `${desk.baseUrl}/annotations/` : containerAddress(pages)
  const partOf = {
    id: container,
    type: 'AnnotationCollection',
    total,
    ...(modified && { modified: modified.toISOString() }),
  }
  return { '@context': annotationContext, id, type, partOf, ...rest }
}

export function lastPage(total: number): number {
  return Math.max(0, Math.ceil(total / perPage) - 1)
}

function describeItems(pages: Pages, page: number, listed: Listed[]): Values {
  const { desk, total, addressesOnly } = pages
  return {
    id: containerAddress(pages, page),
    type: 'AnnotationPage',
    startIndex: page * perPage,
    ...(page > 0 && { prev: containerAddress(pages, page - 1) }),
    ...(page < lastPage(total) && { next: containerAddress(pages, page + 1) }),
    items: listed.map((it) => (addressesOnly ? addressOf(desk, nameOf(it)) : describe(desk, it))),
  }
}

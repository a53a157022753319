import type { listClaims } from '../claims/queries.ts'
import type { listDocuments } from '../documents/queries.ts'
import type { listSources } from '../sources/queries.ts'
import type { Told } from '../recheck/told.ts'
import { presentInList } from '../statements/presentation.ts'
import type { listStatements } from '../statements/queries.ts'
import type { listTopics } from '../topics/queries.ts'
import type { DatePrecision } from '../database/client/enums.ts'
import { writePartialDate } from '../words/partial-date.ts'

/*
 * The lists as rows of CSV and JSON Lines, with one value in each cell. Their names stay; more columns may come at the
 * end. `docs/decisions/api.md` says so to programs.
 */

type Row<F extends (...of: never[]) => Promise<unknown[]>> = Awaited<ReturnType<F>>[number]

export const claimRows = {
  name: 'claims',
  columns: [
    ...(['id', 'url', 'sentence', 'state', 'published_at', 'rating', 'rating_label'] as const),
    ...(['statements', 'reports', 'origins', 'checked_again_since', 'checked_again_because'] as const),
  ],
  row: (baseUrl: string) => (claim: Row<typeof listClaims>) => ({
    id: claim.id,
    url: `${baseUrl}/claims/${claim.id}`,
    sentence: claim.sentence,
    state: claim.state,
    published_at: claim.publishedAt?.toISOString() ?? null,
    rating: claim.verdict?.rating.slug ?? null,
    rating_label: claim.verdict?.rating.label ?? null,
    statements: claim.statementCount,
    reports: claim.origins.reports,
    origins: claim.origins.origins,
    ...tellRecheck(claim),
  }),
} as const

export const statementRows = {
  name: 'statements',
  columns: [
    ...(['id', 'url', 'words', 'mode', 'act', 'polarity', 'state', 'said_on', 'speaker', 'chain'] as const),
    ...(['attribution_label', 'standing', 'found', 'document', 'document_url', 'publisher', 'published_on'] as const),
    ...(['checked_again_since', 'checked_again_because'] as const),
  ],
  row: (baseUrl: string) => (row: Row<typeof listStatements>) => {
    const { document, ...statement } = presentInList(row)
    return {
      id: statement.id,
      url: `${baseUrl}/statements/${statement.id}`,
      words: statement.words,
      mode: statement.mode,
      act: statement.act,
      polarity: statement.polarity,
      state: statement.state,
      said_on: statement.saidOn,
      speaker: statement.speaker?.name ?? null,
      chain: statement.line,
      attribution_label: statement.rating.label,
      standing: statement.standing.tone,
      found: statement.standing.told,
      document: document.title,
      document_url: `${baseUrl}/documents/${document.id}`,
      publisher: document.publisher.name,
      published_on: dateOf(document),
      ...tellRecheck(row),
    }
  },
} as const

export const documentRows = {
  name: 'documents',
  columns: [
    ...(['id', 'url', 'title', 'kind', 'publisher', 'authors', 'published_on', 'language', 'state'] as const),
    ...(['original_url', 'statements', 'checked_again_since', 'checked_again_because'] as const),
  ],
  row: (baseUrl: string) => (document: Row<typeof listDocuments>) => ({
    id: document.id,
    url: `${baseUrl}/documents/${document.id}`,
    title: document.title,
    kind: document.kind,
    publisher: document.publisher.name,
    authors: document.authors.join('; '),
    published_on: dateOf(document),
    language: document.language,
    state: document.state,
    original_url: document.url,
    statements: document.statementCount,
    ...tellRecheck(document),
  }),
} as const

export const sourceRows = {
  name: 'sources',
  columns: ['id', 'url', 'name', 'kind', 'description', 'wikidata_id', 'statements'] as const,
  row: (baseUrl: string) => (source: Row<typeof listSources>) => ({
    id: source.id,
    url: `${baseUrl}/sources/${source.id}`,
    name: source.name,
    kind: source.kind,
    description: source.description,
    wikidata_id: source.wikidataId,
    statements: source.statementCount,
  }),
} as const

export const topicRows = {
  name: 'topics',
  columns: ['id', 'url', 'name', 'description', 'claims'] as const,
  row: (baseUrl: string) => (topic: Row<typeof listTopics>) => ({
    id: topic.id,
    url: `${baseUrl}/topics/${topic.id}`,
    name: topic.name,
    description: topic.description,
    claims: topic.claimCount,
  }),
} as const

function tellRecheck({ checkedAgain }: Told) {
  return {
    checked_again_since: checkedAgain?.since.toISOString() ?? null,
    checked_again_because: checkedAgain?.why ?? null,
  }
}

function dateOf({
  publishedOn,
  publishedPrecision,
}: {
  publishedOn: Date | null
  publishedPrecision: DatePrecision | null
}) {
  return publishedOn && writePartialDate(publishedOn, publishedPrecision ?? 'day')
}

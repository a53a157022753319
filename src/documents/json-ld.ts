import type { CreativeWork, Episode, NewsArticle, Report, SocialMediaPosting } from 'schema-dts'
import type { Desk } from '../config.ts'
import type { DatePrecision, DocumentKind, SourceKind } from '../database/client/enums.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { describeSource } from '../sources/json-ld.ts'

type Told = {
  id: number
  title: string
  kind: DocumentKind
  url: string | null
  language: string
  publishedOn: Date | null
  publishedPrecision: DatePrecision | null
  publisher: { id: number; name: string; kind: SourceKind }
  authors?: string[]
}

type Work = CreativeWork | Episode | NewsArticle | Report | SocialMediaPosting

const types = {
  article: 'NewsArticle',
  report: 'Report',
  post: 'SocialMediaPosting',
  // Of radio or television; BroadcastEvent is the airing, not what was said in it.
  broadcast: 'Episode',
  communique: 'CreativeWork',
  press_release: 'CreativeWork',
  transcript: 'CreativeWork',
  other: 'CreativeWork',
} as const satisfies Record<DocumentKind, string>

/**
 * A published text in schema.org's vocabulary: with its number here, and the address where it was published if known.
 */
export function describeDocument(desk: Desk, document: Told): Exclude<Work, string> {
  const { id, title, kind, url, language, publishedOn, publishedPrecision, publisher, authors = [] } = document
  const here = `${desk.baseUrl}/documents/${id}`
  return {
    '@type': types[kind],
    '@id': here,
    name: title,
    headline: title,
    url: url ?? here,
    inLanguage: language,
    publisher: describeSource(desk, publisher),
    ...(publishedOn && publishedPrecision && { datePublished: writePartialDate(publishedOn, publishedPrecision) }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Person' as const, name })) }),
  }
}

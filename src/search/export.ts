import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { csvOf, jsonLinesOf, type RowsShape } from '../web/rows.ts'
import { findHits, type Hit } from './hits.ts'

/** The number of rows read and written at a time; memory holds no more, however many results there are. */
const batch = 250

type Row = ReturnType<typeof rowOf>
type Ask = { tsquery: string | null; baseUrl: string; shape: RowsShape<Row> }

/** All results of a search, in chunks; each is made when the client is ready for it. */
export async function* writeHits(db: Db, viewer: Viewer, { tsquery, baseUrl, shape }: Ask): AsyncGenerator<string> {
  if (shape.head) yield shape.head
  let after: number | undefined
  while (tsquery !== null) {
    const { hits, next } = await findHits(db, viewer, { tsquery, after, take: batch })
    if (hits.length > 0) yield shape.write(hits.map((hit) => rowOf(hit, baseUrl)))
    if (next === null) return
    after = next
  }
}

function rowOf(hit: Hit, baseUrl: string) {
  const { kind, id, path, name, state, rating, standing, line, document, publishedAt, checkedAgain } = hit
  const found = standing?.answers.find(({ on }) => on === 'claim')
  const isClaim = kind === 'claim'
  return {
    kind,
    id,
    url: baseUrl + path,
    words: name,
    state,
    rating: rating?.slug ?? null,
    rating_label: rating?.label ?? null,
    about: line,
    document: document?.title ?? null,
    document_url: document && baseUrl + document.path,
    publisher: document?.publisher ?? null,
    published_at: publishedAt?.toISOString() ?? null,
    attribution: standing ? (rating?.slug ?? null) : null,
    attribution_label: standing ? (rating?.label ?? null) : null,
    accuracy: isClaim ? (rating?.slug ?? null) : (found?.slug ?? null),
    accuracy_label: isClaim ? (rating?.label ?? null) : (found?.label ?? null),
    stance: found?.stance ?? null,
    standing: standing?.tone ?? (isClaim ? (rating?.tone ?? null) : null),
    checked_again_since: checkedAgain?.since.toISOString() ?? null,
    checked_again_because: checkedAgain?.why ?? null,
  }
}

const columns: (keyof Row)[] = [
  'kind',
  'id',
  'url',
  'words',
  'state',
  'rating',
  'rating_label',
  'about',
  'document',
  'document_url',
  'publisher',
  'published_at',
  'attribution',
  'attribution_label',
  'accuracy',
  'accuracy_label',
  'stance',
  'standing',
  'checked_again_since',
  'checked_again_because',
]

export const csv = csvOf<Row>('search', columns)
export const jsonLines = jsonLinesOf<Row>('search')

import { namesOf, writtenDate } from '../intake/facts.ts'

const known = ['title', 'publisher', 'authors', 'url', 'published', 'language', 'kind', 'text'] as const
export type Known = Partial<Record<(typeof known)[number], unknown>>

/** Other names that programs use for the same. */
const alias: Record<string, (typeof known)[number]> = {
  author: 'authors',
  byline: 'authors',
  date: 'published',
  published_time: 'published',
  publication_date: 'published',
  published_at: 'published',
  date_published: 'published',
  datePublished: 'published',
  lang: 'language',
  inLanguage: 'language',
  source_url: 'url',
  link: 'url',
  canonical_url: 'url',
  site: 'publisher',
  site_name: 'publisher',
  headline: 'title',
}

/** The known fields of a document; any other that a program wrote is ignored. */
export function pickKnown(given: Record<string, unknown>): Known {
  const named: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = alias[name]
    if (field !== undefined) named[field] ??= value
  }
  const picked = known
    .map((name) => [name, given[name] ?? named[name]] as const)
    .filter(([, value]) => (value ?? undefined) !== undefined)
  return Object.fromEntries(picked.map(([name, value]) => [name, brought(name, value)]))
}

function brought(name: string, value: unknown): unknown {
  if (name === 'published') return dayOf(value)
  return name === 'authors' && typeof value === 'string' ? namesOf(value) : value
}

/** "2021-10-07T18:30:00+03:00" becomes its day as printed; the time of day is not stored. */
function dayOf(date: unknown): unknown {
  if (typeof date === 'number') return String(date)
  if (typeof date !== 'string') return date
  const plain = date.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1')
  return /^\d{4}(?:-\d{2}){0,2}$/.test(plain) ? plain : (writtenDate(plain) ?? plain)
}

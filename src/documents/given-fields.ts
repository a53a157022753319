import { DocumentKind } from '../database/client/enums.ts'
import { writtenDate } from '../intake/dates.ts'
import { canonicalLanguage, familyNameLast, isFamilyFirst, namesOf } from '../intake/facts.ts'

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
  publication: 'publisher',
  outlet: 'publisher',
  newspaper: 'publisher',
  source: 'publisher',
  source_name: 'publisher',
  sitename: 'publisher',
  creator: 'authors',
  by: 'authors',
  writer: 'authors',
  type: 'kind',
  locale: 'language',
  pubdate: 'published',
  published_on: 'published',
  publish_date: 'published',
  published_date: 'published',
  canonical: 'url',
  permalink: 'url',
  site_name: 'publisher',
  headline: 'title',
}

/** What programs write beside them. */
const beside =
  'aliases categories created description draft id keywords lastmod layout modified slug subtitle summary tags template updated weight'
const fieldNames: ReadonlySet<string> = new Set(
  [...known, ...Object.keys(alias), ...beside.split(' ')].map((name) => name.toLowerCase()),
)

const kinds: ReadonlySet<string> = new Set(Object.values(DocumentKind))

/** Whether any of this says something of a document, or of its page. */
export function isMatter(given: Record<string, unknown>): boolean {
  return Object.keys(given).some((name) => fieldNames.has(name.toLowerCase()))
}

/** The known fields of a document; any other that a program wrote is ignored. */
export function pickKnown(given: Record<string, unknown>): Known {
  const named: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = alias[name]
    // Programs write a permalink from the site's own root.
    if (field !== undefined && (field !== 'url' || isAddress(value))) named[field] ??= value
  }
  // "source" is an address as often as a name, and "type" may be a layout's.
  if (isAddress(named['publisher'])) {
    named['url'] ??= named['publisher']
    delete named['publisher']
  }
  const kind = kindOf(named['kind'])
  if (kinds.has(kind)) named['kind'] = kind
  else delete named['kind']
  const picked = known
    .map((name) => [name, given[name] ?? named[name]] as const)
    .filter(([, value]) => (value ?? undefined) !== undefined)
  return Object.fromEntries(picked.map(([name, value]) => [name, brought(name, value)]))
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:/i.test(value)
}

function brought(name: string, value: unknown): unknown {
  switch (name) {
    case 'published':
      return dayOf(value)
    case 'authors':
      if (Array.isArray(value)) return value.flat(deepestList).map(named).map(givenNameFirst)
      return typeof value === 'string'
        ? namesOf(String(named(value)))
        : typeof named(value) === 'string'
          ? [named(value)]
          : value
    case 'kind':
      return kinds.has(kindOf(value)) ? kindOf(value) : value
    case 'publisher':
      return named(value)
    case 'language':
      return typeof value === 'string' ? (canonicalLanguage(value) ?? value) : value
    default:
      return value
  }
}

/** In a list of authors, "Berg, Ana" is one. */
function givenNameFirst(name: unknown): unknown {
  return typeof name === 'string' && isFamilyFirst.test(name) ? familyNameLast(name) : name
}

/** `[[Ana Berg]]` is a link to programs that write notes, and a list in a list to YAML. */
const deepestList = 3

/** "Press release" is press_release. */
function kindOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase().replaceAll(/[ -]+/g, '_') : ''
}

/** Programs also write `{ name: Ana Berg, email: … }`. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [only, ...more] = (value as unknown[]).flat(deepestList)
    return value.length === 0 || more.length > 0 ? value : named(only)
  }
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
  const said = typeof name === 'string' ? name : value
  // Obsidian links to a person's page.
  return typeof said === 'string' ? said.replaceAll(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1') : said
}

/** "2021-10-07T18:30:00+03:00" becomes its day as printed; the time of day is not stored. */
function dayOf(date: unknown): unknown {
  if (typeof date === 'number') return String(date)
  if (typeof date !== 'string') return date
  const plain = date.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1')
  return /^\d{4}(?:-\d{2}){0,2}$/.test(plain) ? plain : (writtenDate(plain) ?? plain)
}

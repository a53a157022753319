import type { DocumentKind } from '../database/client/enums.ts'
import type { Facts } from './taken.ts'
import { canonicalLanguage, dayOf, namesOf, tidy, writtenDate } from './facts.ts'

type Thing = Record<string, unknown>

/** schema.org's types of what newsrooms cite; a page may use a subtype that is not listed, which ends like one of them. */
const isArticle = /(?:Article|Posting|Report|PressRelease|Review|Transcript|Message|Statement)$/

/** schema.org's description of the article, wherever the page has it in lists and graphs. */
export function findArticleData(document: Document): Thing | undefined {
  const things: Thing[] = []
  const visit = (value: unknown, depth: number) => {
    if (depth > 5) return
    for (const one of listOf(value)) {
      if (typeof one !== 'object' || one === null) continue
      const thing = one as Thing
      things.push(thing)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
        visit(thing[key], depth + 1)
      }
    }
  }
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) visit(parsed(script.textContent), 0)
  return things.find(
    (thing) => isArticle.test(typeOf(thing)) && (thing['headline'] ?? thing['articleBody']) !== undefined,
  )
}

/** Some pages wrap it in comments, or end their strings with line breaks, which JSON does not allow. */
function parsed(script: string | null): unknown {
  const json = (script ?? '').replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '')
  for (const attempt of [json, json.replace(/[\r\n\t]+/g, ' '), json.replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return undefined
}

/** The article's own text where a script draws it, as its data has it. */
export function bodyOf(data: Thing | undefined): string | undefined {
  const body = data?.['articleBody'] ?? data?.['text']
  return typeof body === 'string' && body.trim() !== '' ? body.trim() : undefined
}

/** Selectors of the parts that only subscribers see, with the notice that asks to subscribe. */
export function isFreeToRead(data: Thing | undefined): boolean {
  return ![false, 'False', 'false'].includes(data?.['isAccessibleForFree'] as string | boolean)
}

/** What a page says about itself: in its data, its `meta` elements, and where readers see it. */
export function factsOf(document: Document, data: Thing | undefined, url?: string): Facts {
  const publisher = publisherOf(document, data)
  const title = titleOf(document, data, publisher)
  const authors = authorsOf(document, data, publisher)
  const published = publishedOf(document, data)
  const address = addressOf(document, url)
  const kind = kindOf(data)
  const language = canonicalLanguage(
    document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang') ??
      nameOfThing(listOf(data?.['inLanguage'])[0]) ??
      meta(document, 'og:locale', 'language', 'dc.language', 'content-language'),
  )
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(address !== undefined && { url: address }),
    ...(language !== undefined && { language }),
    ...(kind !== undefined && { kind }),
  }
}

/** The content of the first of these `meta` elements that has any. */
export function meta(document: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const attributes = ['property', 'name', 'itemprop', 'http-equiv'].map((key) => `meta[${key}="${name}" i]`)
    for (const element of document.querySelectorAll(attributes.join())) {
      const content = tidy(element.getAttribute('content') ?? '')
      if (content !== '') return content
    }
  }
  return undefined
}

function titleOf(document: Document, data: Thing | undefined, publisher: string | undefined): string | undefined {
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const candidates = [
    stringOf(data?.['headline']),
    meta(document, 'og:title', 'twitter:title', 'dc.title', 'parsely-title'),
    heading,
    tidy(document.querySelector('title')?.textContent ?? ''),
  ]
  const found = candidates.find((one) => one !== undefined && one !== '')
  return found === undefined ? undefined : withoutSite(found, publisher, heading)
}

/** "The talks end - Coast Wire" without the name of the site; also where the page's one heading is all that is before. */
function withoutSite(title: string, publisher: string | undefined, heading: string | undefined): string {
  const last = [...title.matchAll(/\s[-–—|:·»]\s/g)].at(-1)
  if (!last) return title
  const before = title.slice(0, last.index).trim()
  const after = title.slice(last.index + last[0].length)
  const isSite = publisher !== undefined && fold(after) === fold(publisher)
  return before !== '' && (isSite || (heading !== undefined && fold(before) === fold(heading))) ? before : title
}

function publisherOf(document: Document, data: Thing | undefined): string | undefined {
  return (
    listOf(data?.['publisher']).map(nameOfThing).find(Boolean) ??
    listOf(data?.['sourceOrganization']).map(nameOfThing).find(Boolean) ??
    meta(document, 'og:site_name', 'dc.publisher', 'publisher', 'application-name', 'citation_publisher') ??
    textAt(document, '[itemprop="publisher"] [itemprop="name"]')
  )
}

const bylines =
  '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline__name, .byline, .author-name, .author, [class*="byline" i], address'

function authorsOf(document: Document, data: Thing | undefined, publisher: string | undefined): string[] {
  const fromData = listOf(data?.['author'] ?? data?.['creator']).flatMap((one) => namesOf(nameOfThing(one) ?? ''))
  const fromMeta = [
    ...metaAll(document, 'author', 'article:author', 'dc.creator', 'parsely-author', 'citation_author', 'byl'),
  ]
    .filter((name) => !/^https?:|^\/|@/i.test(name))
    .flatMap(namesOf)
  const shown = [...document.querySelectorAll(bylines)]
    .map((element) => tidy(element.textContent))
    .filter((line) => line !== '' && line.length <= 200)
  const names = [fromData, fromMeta, shown.slice(0, 1).flatMap(namesOf)].find((list) => list.length > 0) ?? []
  // A newsroom that signs with its own name is the publisher, and no author.
  const people = names.filter((name) => fold(name) !== fold(publisher ?? ''))
  return [...new Map(people.map((name) => [fold(name), name])).values()]
}

function* metaAll(document: Document, ...names: string[]): Generator<string> {
  for (const name of names) {
    for (const element of document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`)) {
      const content = tidy(element.getAttribute('content') ?? '')
      if (content !== '') yield content
    }
  }
}

function publishedOf(document: Document, data: Thing | undefined): string | undefined {
  const said = [
    stringOf(data?.['datePublished']),
    meta(
      document,
      'article:published_time',
      'datePublished',
      'og:article:published_time',
      'date',
      'dc.date',
      'dcterms.date',
      'dc.date.issued',
      'dcterms.created',
      'pubdate',
      'publish-date',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'citation_date',
    ),
    ...[
      'time[itemprop="datePublished"]',
      'time[pubdate]',
      'header time[datetime]',
      'article time[datetime]',
      'time[datetime]',
    ].map((selector) => document.querySelector(selector)?.getAttribute('datetime')),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('content'),
    stringOf(data?.['dateCreated']),
  ]
  for (const one of said) {
    const day = one === undefined || one === null ? undefined : (dayOf(one) ?? writtenDate(one))
    if (day !== undefined) return day
  }
  return shownDate(document)
}

/** A date that readers see in a short line near the top: "Published 7 October 2021", "Updated …" after all others. */
function shownDate(document: Document): string | undefined {
  const marked =
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="byline" i], [class*="meta" i], time'
  const lines = [...document.querySelectorAll(marked)]
    .map((element) => tidy(element.textContent))
    .filter((line) => line.length <= 120)
  const first = lines.filter((line) => !/updated|modified|corrected/i.test(line))
  for (const line of [...first, ...lines]) {
    const day = writtenDate(line)
    if (day !== undefined) return day
  }
  return undefined
}

function addressOf(document: Document, url: string | undefined): string | undefined {
  const said =
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta(document, 'og:url') ?? undefined
  const found = said === undefined ? null : URL.parse(said, url)
  if (found && /^https?:$/.test(found.protocol)) return found.href
  return url
}

function kindOf(data: Thing | undefined): DocumentKind | undefined {
  const type = data === undefined ? '' : typeOf(data)
  if (/PressRelease/.test(type)) return 'press_release'
  if (/SocialMediaPosting|DiscussionForumPosting/.test(type)) return 'post'
  if (/Transcript/.test(type)) return 'transcript'
  if (/Article|LiveBlogPosting|BlogPosting/.test(type)) return 'article'
  return undefined
}

function typeOf(thing: Thing): string {
  return listOf(thing['@type'])
    .filter((type) => typeof type === 'string')
    .join(' ')
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? tidy(decoded(value)) : undefined
}

function nameOfThing(value: unknown): string | undefined {
  return stringOf(value) ?? stringOf((value as Thing | undefined)?.['name'])
}

/** Data inside a page often has its marks escaped as if it were HTML. */
function decoded(words: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', apos: '’', lt: '<', gt: '>', nbsp: ' ' }
  return words
    .replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => named[name] ?? '')
}

function textAt(document: Document, selector: string): string | undefined {
  const text = tidy(document.querySelector(selector)?.textContent ?? '')
  return text === '' ? undefined : text
}

function onlyOne(elements: NodeListOf<Element>): string | undefined {
  const texts = [...elements].map((element) => tidy(element.textContent)).filter((text) => text !== '')
  return texts.length === 1 ? texts[0] : undefined
}

function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

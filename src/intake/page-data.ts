import type { DocumentKind } from '../database/client/enums.ts'
import type { Facts } from './taken.ts'
import { dayOf, writtenDate } from './dates.ts'
import { canonicalLanguage, familyNameLast, namesOf, tidy } from './facts.ts'
import { isByline } from './head-lines.ts'
import { tellKind } from './kind.ts'

export type Thing = Record<string, unknown>

/** schema.org's types of what newsrooms cite; a page may use a subtype that is not listed, which ends like one of them. */
const isArticle = /(?:Article|Posting|Report|PressRelease|Review|Transcript|Message|Statement)$/
const isBroadcast = /(?:Episode|PodcastEpisode|RadioClip|TVClip|VideoObject|AudioObject|BroadcastEvent)$/

type Placed = { thing: Thing; isListed: boolean }

/**
 * schema.org's description of the article, wherever the page has it in lists and graphs. Pages describe other stories as
 * well: what stands in a list of them counts only under the page's own title.
 */
export function findArticleData(document: Document): Thing | undefined {
  const things = thingsIn(document)
  const titles = [
    document.querySelector('h1')?.textContent,
    meta(document, 'og:title', 'twitter:title'),
    document.querySelector('title')?.textContent,
  ].map((title) => fold(title ?? ''))
  const isThisPage = ({ thing }: Placed) => {
    const name = fold(stringOf(thing['headline']) ?? stringOf(thing['name']) ?? '')
    return name !== '' && titles.some((title) => title.includes(name))
  }
  const articles = things.filter(
    ({ thing }) =>
      isArticle.test(typeOf(thing)) &&
      (thing['headline'] ?? thing['name'] ?? thing['articleBody'] ?? thing['text']) !== undefined,
  )
  const own = articles.filter(({ isListed }) => !isListed)
  const found =
    (own.length > 1 ? own.find(isThisPage) : undefined) ??
    own[0] ??
    articles.find(isThisPage) ??
    things.find((placed) => isBroadcast.test(typeOf(placed.thing)) && isThisPage(placed)) ??
    things.find(({ thing }) => /WebPage$/.test(typeOf(thing)) && thing['datePublished'] !== undefined)
  return found && resolved(found.thing, things)
}

function thingsIn(document: Document): Placed[] {
  const things: Placed[] = []
  const visit = (value: unknown, depth: number, isListed: boolean) => {
    if (depth > 5) return
    for (const one of listOf(value)) {
      if (typeof one !== 'object' || one === null) continue
      const thing = one as Thing
      things.push({ thing, isListed })
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) visit(thing[key], depth + 1, isListed)
      for (const key of ['hasPart', 'itemListElement', 'item']) visit(thing[key], depth + 1, true)
    }
  }
  for (const script of document.querySelectorAll('script[type*="ld+json" i]'))
    visit(parsed(script.textContent), 0, false)
  return things
}

/** Graphs name an author or a publisher by its number, and describe it elsewhere. */
function resolved(thing: Thing, things: readonly Placed[]): Thing {
  const byId = new Map(
    things.flatMap(({ thing: one }) => (one['name'] === undefined ? [] : [[one['@id'], one] as const])),
  )
  const whole = (value: unknown) =>
    listOf(value).map((one) => {
      const id = typeof one === 'object' && one !== null ? (one as Thing)['@id'] : undefined
      return id !== undefined && nameOfThing(one) === undefined ? (byId.get(id) ?? one) : one
    })
  return {
    ...thing,
    ...(thing['author'] !== undefined && { author: whole(thing['author']) }),
    ...(thing['publisher'] !== undefined && { publisher: whole(thing['publisher']) }),
  }
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

/**
 * What a page says about itself: in its data, its `meta` elements, and where readers see it: `near` has the short lines
 * that stand with its heading.
 */
export function factsOf(
  document: Document,
  data: Thing | undefined,
  { url, near = [] }: { url?: string | undefined; near?: readonly string[] } = {},
): Facts {
  const language = canonicalLanguage(
    document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang') ??
      nameOfThing(listOf(data?.['inLanguage'])[0]) ??
      meta(document, 'og:locale', 'inLanguage', 'language', 'dc.language', 'content-language'),
  )
  const publisher = publisherOf(document, data) ?? siteInTitle(document) ?? sourceIn(near)
  const title = titleOf(document, data, publisher)
  const authors = authorsOf(document, data, { publisher, near })
  const published = publishedOf(document, data, { near, language })
  const address = addressOf(document, url)
  const kind = kindOf(document, data)
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
    textAt(document, '[itemprop="headline"]'),
    meta(document, 'citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'),
    heading,
    tidy(document.querySelector('title')?.textContent ?? ''),
  ]
  const found = candidates.find((one) => one !== undefined && one !== '')
  return found === undefined ? undefined : withoutSite(found, publisher, heading)
}

/** "The talks end - Coast Wire" without the name of the site; also where the page's one heading is all that is before. */
function withoutSite(title: string, publisher: string | undefined, heading: string | undefined): string {
  const last = [...title.matchAll(betweenTitleAndSite)].at(-1)
  if (!last) return title
  const before = title.slice(0, last.index).trim()
  const after = title.slice(last.index + last[0].length)
  const isSite = publisher !== undefined && fold(after) === fold(publisher)
  return before !== '' && (isSite || (heading !== undefined && fold(before) === fold(heading))) ? before : title
}

const betweenTitleAndSite = /\s[-–—|:·»•]\s/g

/** "The talks end - Coast Wire", where the page's heading is all that is before. */
function siteInTitle(document: Document): string | undefined {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const last = [...whole.matchAll(betweenTitleAndSite)].at(-1)
  if (!last || heading === undefined) return undefined
  const [before, after] = [fold(whole.slice(0, last.index)), whole.slice(last.index + last[0].length).trim()]
  const isTitle = before !== '' && (fold(heading).includes(before) || before.includes(fold(heading)))
  return isTitle && after !== '' && after.length <= 60 ? after : undefined
}

/** "Source: Coast Wire", in a line of its own beside the heading. */
function sourceIn(near: readonly string[]): string | undefined {
  const named = near.flatMap(
    (line) =>
      /^(?:source|quelle|fuente|fonte|источник|джерело|来源|來源|출처|المصدر) ?[:：]\s*(\S.{1,60})$/iu.exec(
        line,
      )?.[1] ?? [],
  )
  return named[0]
}

function publisherOf(document: Document, data: Thing | undefined): string | undefined {
  const named = (key: string) => listOf(data?.[key]).map(nameOfThing).find(Boolean)
  return (
    named('publisher') ??
    named('sourceOrganization') ??
    meta(
      document,
      'og:site_name',
      'sitename',
      'contentsource',
      'citation_journal_title',
      'citation_publisher',
      'dc.publisher',
      'dcterms.publisher',
      'publisher',
    ) ??
    meta(document, 'application-name', 'apple-mobile-web-app-title') ??
    textAt(document, '[itemprop="publisher"] [itemprop="name"]') ??
    tidyOrNone(document.querySelector('[itemprop="publisher"] meta[itemprop="name"]')?.getAttribute('content')) ??
    siteOf(document)
  )
}

/** The site's own description of itself. */
function siteOf(document: Document): string | undefined {
  const site = thingsIn(document).find(({ thing }) => /(?:WebSite|NewsMediaOrganization)$/.test(typeOf(thing)))
  return site && nameOfThing(site.thing)
}

function tidyOrNone(words: string | null | undefined): string | undefined {
  const tidied = tidy(words ?? '')
  return tidied === '' ? undefined : tidied
}

/** From the surest to the least: where a page has one of them, the others are not asked. */
const bylines = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '.byline__name, .byline-name, .author-name, .author__name, .fn',
  '.byline, .author, [class*="byline" i]',
  '[class*="author" i], [class*="auteur" i], [class*="autor" i], .firma, [class*="signature" i]',
  'address',
]

function authorsOf(
  document: Document,
  data: Thing | undefined,
  { publisher, near }: { publisher: string | undefined; near: readonly string[] },
): string[] {
  const fromData = listOf(data?.['author'] ?? data?.['creator']).flatMap(namesOfThing)
  const fromMeta = [
    ...metaAll(document, 'author', 'article:author', 'parsely-author', 'byl'),
    ...(/written by/i.test(meta(document, 'twitter:label1') ?? '') ? metaAll(document, 'twitter:data1') : []),
  ]
    .filter((name) => !/^https?:|^\/|@/i.test(name))
    .flatMap(namesOf)
  const cited = [...metaAll(document, 'citation_author', 'dc.creator', 'dcterms.creator')].map(familyNameLast)
  const names =
    [fromData, fromMeta, cited, shownAuthors(document), near.filter(isByline).slice(0, 1).flatMap(namesOf)].find(
      (list) => list.length > 0,
    ) ?? []
  // A newsroom that signs with its own name is the publisher, and no author.
  const people = names.filter((name) => fold(name) !== fold(publisher ?? ''))
  return [...new Map(people.map((name) => [fold(name), name])).values()]
}

/** An author may be a list of names, or have one. */
function namesOfThing(author: unknown): string[] {
  const name = typeof author === 'object' && author !== null ? (author as Thing)['name'] : author
  // A person's name given as such is one, whatever it looks like.
  return listOf(name).flatMap((one) => namesOf(stringOf(one) ?? ''))
}

/** The first author that readers see, and those beside it. */
function shownAuthors(document: Document): string[] {
  for (const selector of bylines) {
    const lines = [...document.querySelectorAll(selector)]
      .map((element) => ({ element, line: tidy(element.textContent) }))
      .filter(({ line }) => line !== '' && line.length <= 200)
    const [first] = lines
    if (!first) continue
    const home = first.element.parentElement?.parentElement ?? first.element.parentElement
    const isMany = /itemprop|rel~/.test(selector)
    const near = isMany ? lines.filter(({ element }) => home?.contains(element)).slice(0, 8) : [first]
    const names = near.flatMap(({ line }) => namesOf(line)).filter(isPerson)
    if (names.length > 0) return names
  }
  return []
}

/** Two to five words, as names are; "All posts" and "12 comments" are none. */
function isPerson(name: string): boolean {
  return name.split(' ').length <= 6 && !/\d/.test(name)
}

function* metaAll(document: Document, ...names: string[]): Generator<string> {
  for (const name of names) {
    for (const element of document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`)) {
      const content = tidy(element.getAttribute('content') ?? '')
      if (content !== '') yield content
    }
  }
}

function publishedOf(
  document: Document,
  data: Thing | undefined,
  { near, language }: { near: readonly string[]; language: string | undefined },
): string | undefined {
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
      'dcterms.issued',
      'dcterms.date.issued',
      'pdate',
      'publication_date',
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
    stringOf(data?.['dateCreated']) ?? stringOf(data?.['uploadDate']),
  ]
  for (const one of said) {
    const day = one === undefined || one === null ? undefined : (dayOf(one) ?? writtenDate(one, language))
    if (day !== undefined) return day
  }
  return shownDate(document, near, language)
}

const changed =
  /updated|modified|corrected|last change|обновл|оновлен|изменен|aktualisiert|geändert|modifié|mis(?:e)? à jour|actualizad|aggiornat|atualizad|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowan|güncelle|تحديث|更新/iu
const publishedAt =
  /(?=publi|first broadcast|posted|issued|veröffentlicht|erschienen|опубликован|опубліков|yayın|نشر|发布)/iu

/** A date that readers see in a short line near the top: "Published 7 October 2021", "Updated …" after all others. */
function shownDate(document: Document, near: readonly string[], language: string | undefined): string | undefined {
  const marked =
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="byline" i], [class*="meta" i], [class*="fecha" i], [class*="datum" i], time'
  const lines = [...[...document.querySelectorAll(marked)].map((element) => tidy(element.textContent)), ...near]
    .filter((line) => line.length <= 160 && /\d/.test(line))
    // "Updated: 2 March 2023 · Published: 1 March 2023" says two things, in either order.
    .flatMap((line) => line.split(publishedAt))
    .flatMap((line) => line.split(new RegExp(`(?=${changed.source})`, 'iu')))
  const first = lines.filter((line) => !changed.test(line))
  for (const line of [...first, ...lines]) {
    const day = writtenDate(line, language)
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

/** As its data and its `meta` elements have it; what its words say is more exact than "article". */
function kindOf(document: Document, data: Thing | undefined): DocumentKind | undefined {
  const type = data === undefined ? '' : typeOf(data)
  if (/PressRelease/.test(type)) return 'press_release'
  if (/SocialMediaPosting|DiscussionForumPosting/.test(type)) return 'post'
  if (/Transcript/.test(type)) return 'transcript'
  if (isBroadcast.test(type)) return 'broadcast'
  if (/(?:^| )(?:Report|ScholarlyArticle|TechArticle)(?: |$)/.test(type)) return 'report'
  if (meta(document, 'citation_title', 'citation_journal_title', 'citation_technical_report_institution') !== undefined)
    return 'report'
  const named = meta(document, 'dc.type', 'dcterms.type', 'content-type-name', 'article:type', 'og:type') ?? ''
  if (/report/i.test(named) && !/reportage/i.test(named)) return 'report'
  if (type === '' && /^(?:video|music)\./i.test(named)) return 'broadcast'
  return (
    tellKind({ title: named, text: '' }) ?? (/Article|LiveBlogPosting|BlogPosting/.test(type) ? 'article' : undefined)
  )
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
  return stringOf(value) ?? stringOf((value as Thing | null | undefined)?.['name'])
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

export function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

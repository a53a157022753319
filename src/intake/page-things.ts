import { tidy } from './facts.ts'

/* schema.org's description of an article in its page, and what both are asked with. */

export type Thing = Record<string, unknown>

/** schema.org's types of what newsrooms cite; a page may use a subtype that is not listed, which ends like one of them. */
const isArticle = /(?:Article|Posting|Report|PressRelease|Review|Transcript|Message|Statement|Gallery)$/
export const isBroadcast = /(?:Episode|PodcastEpisode|RadioClip|TVClip|VideoObject|AudioObject|BroadcastEvent)$/

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

export function thingsIn(document: Document): Placed[] {
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

export function* metaAll(document: Document, ...names: string[]): Generator<string> {
  for (const name of names) {
    for (const element of document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`)) {
      const content = tidy(element.getAttribute('content') ?? '')
      if (content !== '') yield content
    }
  }
}

export function typeOf(thing: Thing): string {
  return listOf(thing['@type'])
    .filter((type) => typeof type === 'string')
    .join(' ')
}

export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? tidy(decoded(value)) : undefined
}

export function nameOfThing(value: unknown): string | undefined {
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

export function textAt(document: Document, selector: string): string | undefined {
  const text = tidy(document.querySelector(selector)?.textContent ?? '')
  return text === '' ? undefined : text
}

export function onlyOne(elements: Iterable<Element>): string | undefined {
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

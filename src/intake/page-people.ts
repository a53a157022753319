import { familyNameLast, isFamilyFirst, namesOf, tidy } from './facts.ts'
import { isByline, isFullName } from './head-lines.ts'
import { fold, listOf, meta, metaAll, stringOf, type Thing, typeOf } from './page-things.ts'

/* Who wrote an article, by its page. */

/** From the surest to the least: where a page has one of them, the others are not asked. */
const bylines = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '.byline__name, .byline-name, .author-name, .author__name, .fn',
  '.byline, .author, [class*="byline" i], [data-component*="byline" i], [data-testid*="byline" i]',
  '[class*="author" i], [class*="auteur" i], [class*="autor" i], .firma, [class*="signature" i]',
  'address',
]

/** Other names that end so are of the theme, the picture or whoever made the site. */
const metaOfAuthors = ['author', 'article:author', 'article.author', 'parsely-author', 'cXenseParse:author', 'byl']

export function authorsOf(
  document: Document,
  data: Thing | undefined,
  { publisher, near }: { publisher: string | undefined; near: readonly string[] },
): string[] {
  const fromData = listOf(data?.['author'] ?? data?.['creator']).flatMap(namesOfThing)
  const fromMeta = [
    ...metaAll(document, ...metaOfAuthors),
    ...(/written by/i.test(meta(document, 'twitter:label1') ?? '') ? metaAll(document, 'twitter:data1') : []),
  ]
    .filter((name) => !/^https?:|^\/|@/i.test(name))
    .flatMap(namesOf)
  const cited = [...metaAll(document, 'citation_author', 'dc.creator', 'dcterms.creator')].map(familyNameLast)
  const headings = new Set([...document.querySelectorAll('h1, title')].map((one) => tidy(one.textContent)))
  // "Di Maio resigns again" begins as bylines do in Italian.
  const signed = near
    .filter((line) => isByline(line) && !headings.has(line))
    .slice(0, 1)
    .flatMap(namesOf)
  // A newsroom that signs with its own name is the publisher, and no author; readers may see who is.
  const isOther = (name: string) => fold(name) !== fold(publisher ?? '')
  const people = [fromData, fromMeta, cited, shownAuthors(document, isOther), signed]
    .map((list) => list.filter(isOther))
    .find((list) => list.length > 0)
  return [...new Map(people?.map((name) => [fold(name), name])).values()]
}

/** An author may be a list of names, or have one. */
function namesOfThing(author: unknown): string[] {
  const name = typeof author === 'object' && author !== null ? (author as Thing)['name'] : author
  // "Department for the Sea" is one name.
  if (/Organization$/.test(typeOf((author ?? {}) as Thing))) return listOf(name).flatMap((one) => stringOf(one) ?? [])
  return listOf(name).flatMap((one) => {
    const said = stringOf(one) ?? ''
    return isFamilyFirst.test(said) && /Person$/.test(typeOf((author ?? {}) as Thing))
      ? [familyNameLast(said)]
      : namesOf(said)
  })
}

/** The first author that readers see, and those beside it. */
function shownAuthors(document: Document, isOther: (name: string) => boolean): string[] {
  for (const selector of bylines) {
    const lines = [...document.querySelectorAll(selector)]
      .filter((element) => !element.closest('aside'))
      .map((element) => ({ element, line: tidy(element.textContent) }))
      .filter(({ line }) => line !== '' && line.length <= 200)
    const [first] = lines
    if (!first) continue
    const home = first.element.parentElement?.parentElement ?? first.element.parentElement
    const isMany = /itemprop|rel~/.test(selector)
    const near = isMany ? lines.filter(({ element }) => home?.contains(element)).slice(0, 8) : [first]
    const told = near.flatMap(({ line }) => namesOf(line)).filter(isPerson)
    const names = told.length > 0 ? told : near.flatMap(({ element }) => namesAmong(element, isOther))
    if (names.length > 0) return names
  }
  return namedWithRole(document)
}

const role =
  /^,? ?(?:\p{L}[\p{L}’'-]* ){0,4}(?:correspondent|reporter|editor|writer|columnist|journalist|korrespondent(?:in)?|redakteur(?:in)?|journaliste|corresponsal|корреспондент)$/iu
/** In letters. */
const longestRole = 60

/** A name in an element of its own below the heading, and in the next what newsrooms call whoever writes. */
function namedWithRole(document: Document): string[] {
  const places = [...document.querySelectorAll('h1, span, a, p, div, b, strong')]
  const heading = places.findIndex(({ localName }) => localName === 'h1')
  const found = places.slice(heading + 1, heading === -1 ? 0 : heading + 1 + mostNearHeading).find((element) => {
    const next = tidy(element.nextElementSibling?.textContent ?? '')
    const isNamed = isFullName(tidy(element.textContent)) && next.length <= longestRole && role.test(next)
    return isNamed && !element.closest('aside, figure, footer, nav')
  })
  return found ? namesOf(found.textContent) : []
}

/** In elements. */
const mostNearHeading = 20

/**
 * The name that stands by itself among times, buttons and places: a link, else an element of its own, else words between
 * elements, if no others there look like a name.
 */
function namesAmong(element: Element, isOther: (name: string) => boolean): string[] {
  const namesIn = (pieces: readonly string[]) =>
    pieces.map(tidy).filter((piece) => isFullName(piece) && namesOf(piece).length > 0 && isOther(piece))
  const textsOf = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent)
  const leaves = [...element.querySelectorAll('*')].filter(({ children }) => children.length === 0)
  const [found] = [...namesIn(textsOf(element.querySelectorAll('a'))), ...namesIn(textsOf(leaves))]
  if (found !== undefined) return [found]
  const between = namesIn(textNodesOf(element))
  return between.length === 1 ? between : []
}

/** The words of an element and of all within it, as they stand between tags. */
function textNodesOf(element: Element): string[] {
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 3 ? [node.nodeValue ?? ''] : node.nodeType === 1 ? textNodesOf(node as Element) : [],
  )
}

/** Two to five words, as names are; "All posts" and "12 comments" are none. */
function isPerson(name: string): boolean {
  return name.split(' ').length <= 6 && !/\d/.test(name)
}

import { familyNameLast, namesOf, tidy } from './facts.ts'
import { isByline, isFullName } from './head-lines.ts'
import { fold, listOf, meta, metaAll, metaEnding, stringOf, type Thing, typeOf } from './page-things.ts'

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

export function authorsOf(
  document: Document,
  data: Thing | undefined,
  { publisher, near }: { publisher: string | undefined; near: readonly string[] },
): string[] {
  const fromData = listOf(data?.['author'] ?? data?.['creator']).flatMap(namesOfThing)
  const fromMeta = [
    ...metaAll(document, 'author', 'article:author', 'parsely-author', 'byl'),
    ...metaEnding(document, 'author'),
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

/** "Berg, Ana" is one person in the data of one. */
const isFamilyFirst = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)*$/u

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
  return []
}

/** The first name that stands by itself among times, buttons and places. */
function namesAmong(element: Element, isOther: (name: string) => boolean): string[] {
  const pieces = blocksOfText(element).map(tidy)
  const found = pieces.find((piece) => isFullName(piece) && namesOf(piece).length > 0 && isOther(piece))
  return found === undefined ? [] : [found]
}

/** The pieces of text within an element, each as it stands between marks. */
function blocksOfText(element: Element): string[] {
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 3 ? [node.nodeValue ?? ''] : node.nodeType === 1 ? blocksOfText(node as Element) : [],
  )
}

/** Two to five words, as names are; "All posts" and "12 comments" are none. */
function isPerson(name: string): boolean {
  return name.split(' ').length <= 6 && !/\d/.test(name)
}

import { nameOf } from './blocks.ts'
import { noTitle, tidy } from './facts.ts'
import { isBodyName, isOutletName } from './outlets.ts'
import {
  fold,
  listOf,
  meta,
  nameOfThing,
  onlyOne,
  stringOf,
  textAt,
  type Thing,
  thingsIn,
  typeOf,
} from './page-things.ts'

/* What an article is called, and who publishes it, by its page. */

export function titleOf(
  document: Document,
  data: Thing | undefined,
  { publisher, near, url }: { publisher: string | undefined; near: readonly string[]; url: string | undefined },
): string | undefined {
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const candidates = [
    stringOf(data?.['headline']),
    textAt(document, '[itemprop="headline"]'),
    meta(document, 'citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'),
    heading,
    titleAndSite(document, near).title,
    titleElement(document),
  ]
  const found = candidates.find((one) => one !== undefined && one !== '') ?? titleInWords(document)
  const isSite = (name: string, mark: string) => isKnownAsSite(document, name, { mark, url })
  return found === undefined ? undefined : withoutSite(found, { publisher, heading, isSite })
}

/** "The talks end - Coast Wire" without the name of the site; also where the page's one heading is all that is before. */
function withoutSite(
  title: string,
  {
    publisher,
    heading,
    isSite,
  }: {
    publisher: string | undefined
    heading: string | undefined
    isSite: (name: string, mark: string) => boolean
  },
): string {
  const last = [...title.matchAll(betweenTitleAndSite)].at(-1)
  if (!last) return title
  const before = title.slice(0, last.index).trim()
  const after = title.slice(last.index + last[0].length)
  const isPublisher = publisher !== undefined && fold(after) === fold(publisher)
  const isHeading = heading !== undefined && fold(before) === fold(heading)
  return before !== '' && (isPublisher || (isHeading && isSite(after, last[0]))) ? before : title
}

const betweenTitleAndSite = /\s(?:[-–—|:·»•]|::)\s/g

/** "The talks end - Coast Wire", where the page's heading is all that is before, and something else says that it is a site. */
function siteInTitle(document: Document, url: string | undefined): string | undefined {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const last = [...whole.matchAll(betweenTitleAndSite)].at(-1)
  if (!last || heading === undefined) return undefined
  const [before, after] = [fold(whole.slice(0, last.index)), whole.slice(last.index + last[0].length).trim()]
  const isTitle = before !== '' && (fold(heading).includes(before) || before.includes(fold(heading)))
  const mayBe = isTitle && after.length <= 60 && isSiteName(after)
  return mayBe && isKnownAsSite(document, after, { mark: last[0], url }) ? after : undefined
}

/** Where nothing calls itself a title: a lower heading, or the first words in bold. */
function titleInWords(document: Document): string | undefined {
  const words =
    textAt(document, 'h2, h3') ?? boldHeading(document) ?? tidy(document.querySelector('title')?.textContent ?? '')
  return words === '' ? undefined : words
}

/** As the page's `<title>` has it, unless that is what a program calls a file. */
function titleElement(document: Document): string | undefined {
  const title = tidy(document.querySelector('title')?.textContent ?? '')
  return noTitle.test(title) || /^(?:new page ?\d*|index|page \d+|(?=\S*[_\d])(?=\S*\p{L})[\p{L}\d_-]+)$/iu.test(title)
    ? undefined
    : title
}

/** "Quay closed - What now" ends as titles with the name of a site do: that it is one, its mark, words or page must say. */
function isKnownAsSite(document: Document, name: string, { mark, url }: { mark: string; url: string | undefined }) {
  const folded = fold(name)
  if (isHost.test(name) || /[|»·•]/.test(mark) || isOutletName(name) || isBodyName(name)) return true
  const host = fold(URL.parse(url ?? '')?.hostname ?? '').replaceAll(' ', '')
  const words = folded.split(' ').filter((word) => word.length >= fewestOfHost)
  if ([folded.replaceAll(' ', ''), ...words].some((word) => word.length >= fewestOfHost && host.includes(word)))
    return true
  return [...document.querySelectorAll(whereSitesNameThemselves)].some((element) => {
    const words = nameOf(element) === 'img' ? element.getAttribute('alt') : element.textContent
    return ` ${fold(words ?? '')} `.includes(` ${folded} `) && !element.querySelector('h1, article, main')
  })
}

/** Fewer letters stand in an address by chance. */
const fewestOfHost = 4

const whereSitesNameThemselves = [
  'header, footer, nav, a[href="/"], a[rel~="home"], img[alt], [role="banner"], [role="contentinfo"]',
  ...['logo', 'brand', 'masthead', 'header', 'footer', 'copyright', 'site-'].flatMap((word) => [
    `[class*="${word}" i]`,
    `[id*="${word}" i]`,
  ]),
].join()

/** A site is no part of a series, and begins with no small letter. */
function isSiteName(words: string): boolean {
  return isHost.test(words) || (/^[^\p{Ll}]/u.test(words) && !ofSeries.test(words))
}

const ofSeries =
  /^(?:part|day|chapter|episode|page|teil|tag|folge|partie|jour|parte|día|giorno|dia|часть|день|cz[eę]ść)\s+(?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|deux|trois|dos|tres|due|tre)$/iu

/** "Source: Coast Wire", in a line of its own beside the heading. */
function sourceIn(near: readonly string[]): string | undefined {
  const named = near.flatMap(
    (line) =>
      /^(?:source|quelle|fuente|fonte|источник|джерело|来源|來源|출처|المصدر) ?[:：]\s*(\S.{1,60})$/iu.exec(
        line,
      )?.[1] ?? [],
  )
  return named.find((name) => isSiteName(name) && !/^an? /i.test(name))
}

export function publisherOf(
  document: Document,
  data: Thing | undefined,
  { near, url }: { near: readonly string[]; url: string | undefined },
): string | undefined {
  const site = siteInTitle(document, url)
  const named = meta(document, 'og:site_name')
  // Data often name the company; what two places call the outlet is its name for readers.
  if (site !== undefined && named !== undefined && fold(site) === fold(named)) return named
  const found = givenPublisher(document, data) ?? site ?? titleAndSite(document, near).site ?? sourceIn(near)
  return found !== undefined && isHost.test(found) ? (siteShown(document, found) ?? found) : found
}

const isHost = /^(?:[\w-]+\.)+[a-z]{2,}$/i

/** The site's name at the head of its pages. */
function siteShown(document: Document, host: string): string | undefined {
  const marked = ['service-title', 'site-title', 'site-name', 'sitename'].map((word) => `[class*="${word}" i]`).join()
  const name = textAt(document, marked)
  if (name !== undefined && name.length <= 60) return name
  // Or in the words of its address, as the way to its front page has them.
  const letters = fold(host.split('.').at(-2) ?? '').replaceAll(' ', '')
  const links = [...document.querySelectorAll('a, header, [class*="logo" i], [id*="logo" i]')].map((one) =>
    tidy(one.textContent),
  )
  return links.find((words) => letters.length >= 4 && fold(words).replaceAll(' ', '') === letters)
}

/** Old pages have no more than `<title>`: the name of their site, as their picture has it, beside a heading in bold or alone. */
function titleAndSite(document: Document, near: readonly string[]): { title?: string; site?: string } {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  if (whole === '' || document.querySelector('h1')) return {}
  const places = new Map(near.map((line, at) => [fold(line), at]))
  for (const { index, 0: mark } of whole.matchAll(/\s(?:[-–—|·»•]|::)\s|\s?:\s/g)) {
    const [before, after] = [whole.slice(0, index).trim(), whole.slice(index + mark.length).trim()]
    const [first, second] = [places.get(fold(before)), places.get(fold(after))]
    // Where both are shown, the heading stands below the name of the site.
    if (second !== undefined && second > (first ?? -1)) return { title: after, site: before }
    if (first !== undefined && isSiteName(after)) return { title: before, site: after }
  }
  const logo = [...document.querySelectorAll('img[alt]')].some(
    (image) => fold(image.getAttribute('alt') ?? '') === fold(whole),
  )
  const bold = logo ? boldHeading(document) : undefined
  return bold === undefined ? {} : { title: bold, site: whole }
}

/** The first words in large or bold letters that stand by themselves and lead nowhere. */
function boldHeading(document: Document): string | undefined {
  for (const element of document.querySelectorAll('h2, h3, b, strong, font[size]')) {
    const words = tidy(element.textContent)
    const isAlone = words === tidy(element.parentElement?.closest('p, td, div, center, h2, h3')?.textContent ?? words)
    if (isAlone && words.length >= 10 && words.length <= 150 && !element.closest('a') && !element.querySelector('a'))
      return words
  }
  return undefined
}

function givenPublisher(document: Document, data: Thing | undefined): string | undefined {
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

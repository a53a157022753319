import { tidy } from './facts.ts'
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
  { publisher, near }: { publisher: string | undefined; near: readonly string[] },
): string | undefined {
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const candidates = [
    stringOf(data?.['headline']),
    textAt(document, '[itemprop="headline"]'),
    meta(document, 'citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'),
    heading,
    titleAndSite(document, near).title,
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

const betweenTitleAndSite = /\s(?:[-–—|:·»•]|::)\s/g

/** "The talks end - Coast Wire", where the page's heading is all that is before. */
function siteInTitle(document: Document): string | undefined {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  const heading = onlyOne(document.querySelectorAll('article h1, main h1')) ?? onlyOne(document.querySelectorAll('h1'))
  const last = [...whole.matchAll(betweenTitleAndSite)].at(-1)
  if (!last || heading === undefined) return undefined
  const [before, after] = [fold(whole.slice(0, last.index)), whole.slice(last.index + last[0].length).trim()]
  const isTitle = before !== '' && (fold(heading).includes(before) || before.includes(fold(heading)))
  return isTitle && after.length <= 60 && isSiteName(after) ? after : undefined
}

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

export function publisherOf(document: Document, data: Thing | undefined, near: readonly string[]): string | undefined {
  const site = siteInTitle(document)
  const named = meta(document, 'og:site_name')
  // Data often name the company; what two places call the outlet is its name for readers.
  if (site !== undefined && named !== undefined && fold(site) === fold(named)) return named
  const found = givenPublisher(document, data) ?? site ?? titleAndSite(document, near).site ?? sourceIn(near)
  return found !== undefined && isHost.test(found) ? (siteShown(document) ?? found) : found
}

const isHost = /^(?:[\w-]+\.)+[a-z]{2,}$/i

/** The site's name at the head of its pages. */
function siteShown(document: Document): string | undefined {
  const marked = ['service-title', 'site-title', 'site-name', 'sitename'].map((word) => `[class*="${word}" i]`).join()
  const name = textAt(document, marked)
  return name !== undefined && name.length <= 60 ? name : undefined
}

/** Old pages have no more than `<title>`: the name of their site, as their picture has it, beside a heading in bold or alone. */
function titleAndSite(document: Document, near: readonly string[]): { title?: string; site?: string } {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  if (whole === '' || document.querySelector('h1')) return {}
  const shown = new Set(near.map(fold))
  for (const { index, 0: mark } of whole.matchAll(betweenTitleAndSite)) {
    const [before, after] = [whole.slice(0, index).trim(), whole.slice(index + mark.length).trim()]
    if (shown.has(fold(before)) && isSiteName(after)) return { title: before, site: after }
    if (shown.has(fold(after))) return { title: after, site: before }
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

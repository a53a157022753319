import { noTitle, tidy } from './facts.ts'
import { isOutletName } from './outlets.ts'
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
  const heading = headingOf(document)
  const candidates = [
    stringOf(data?.['headline']),
    textAt(document, '[itemprop="headline"]'),
    meta(document, 'citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'),
    heading,
    titleAndSite(document, near, url).title,
    titleElement(document),
  ]
  const found = candidates.find((one) => one !== undefined && one !== '') ?? titleInWords(document)
  const isSite = (name: string, mark: string) => partsSite.test(mark) || isKnownAsSite(document, name, url)
  return found === undefined ? undefined : withoutSite(found, { publisher, heading, isSite })
}

/** The page's one heading; many blogs have their own name in it, and call their articles by lower ones. */
function headingOf(document: Document): string | undefined {
  const lower =
    textAt(document, 'article .entry-title, article [class*="post-title" i], article h2') ??
    onlyOne(document.querySelectorAll('.entry-title, .post-title'))
  const isOfSite = (heading: Element) =>
    heading.matches('.site-title, .site-name') ||
    tidy(heading.querySelector('a[href="/"], a[rel~="home"]')?.textContent ?? '') === tidy(heading.textContent)
  const headings = [...document.querySelectorAll('h1')].filter(
    (heading) => lower === undefined || heading.closest('article') !== null || !isOfSite(heading),
  )
  if (headings.length === 0 && document.querySelector('h1')) return lower
  return onlyOne(headings.filter((heading) => heading.closest('article, main'))) ?? onlyOne(headings)
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
  const heading = headingOf(document)
  const last = [...whole.matchAll(betweenTitleAndSite)].at(-1)
  if (!last || heading === undefined) return undefined
  const [before, after] = [fold(whole.slice(0, last.index)), whole.slice(last.index + last[0].length).trim()]
  const isTitle = before !== '' && (fold(heading).includes(before) || before.includes(fold(heading)))
  const mayBe = isTitle && after.length <= 60 && isSiteName(after)
  return mayBe && (partsSite.test(last[0]) || isKnownAsSite(document, after, url)) ? after : undefined
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
  return noTitle.test(title) || /^(?:new page ?\d*|index|page \d+)$/i.test(title) || isFileName.test(title)
    ? undefined
    : title
}

/** "quay_final2"; "COVID-19" and "Agenda_2030" are written for readers. */
const isFileName = /^(?=.*_)[\p{Ll}\d_-]+$/u

/** Nothing but the name of a site follows these. */
const partsSite = /[|»·•]/

/** "Quay closed - What now" ends as titles with the name of a site do: that it is one, its words, address or page must say. */
function isKnownAsSite(document: Document, name: string, url: string | undefined): boolean {
  if (isHost.test(name) || isOutletName(name)) return true
  const address = url ?? document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? ''
  const host = URL.parse(address)?.hostname ?? ''
  return isNamedByHost(name, host) || isNamedByPage(document, name, host)
}

/** "Libération" at www.liberation.fr, "The Quay" at quay.example; "Port Gazette" at port.example, but no "Port of Lisbon". */
function isNamedByHost(name: string, host: string): boolean {
  const labels = host.split('.').slice(0, -1)
  const words = inLatin(name).split(' ').filter(Boolean)
  const joined = [words.join(''), words.slice(1).join('')]
  const dashless = labels.map((label) => label.replaceAll('-', ''))
  if (joined[0] !== '' && dashless.includes(joined[0] ?? '')) return true
  if (words[0] === 'the') return dashless.includes(joined[1] ?? '')
  const isMore = words.length === 2 && afterHost.test(words[1] ?? '') && !/ \p{Ll}/u.test(name)
  return isMore && dashless.includes(words[0] ?? '')
}

const afterHost =
  /^(?:news|online|tv|radio|gazette|post|times|journal|magazine|english|ministry|authority|council|university|institute|commission)$/

/** In the letters that addresses have. */
function inLatin(name: string): string {
  const plain = fold(name).normalize('NFD').replaceAll(/\p{M}/gu, '')
  return [...plain].map((letter) => cyrillic[letter] ?? letter).join('')
}

const latin = 'a b v g d e zh z i k l m n o p r s t u f kh ts ch sh sch y e yu ya i i e g'.split(' ')
/** Signs without a sound stand last. */
const cyrillic: Record<string, string> = Object.fromEntries(
  [...'абвгдежзиклмнопрстуфхцчшщыэюяіїєґьъ'].map((letter, at) => [letter, latin[at] ?? '']),
)

/** On the way to its front page, in its logo or in its line of copyright the page calls its site so. */
function isNamedByPage(document: Document, name: string, host: string): boolean {
  const front = ['/', `https://${host}`, `https://${host}/`, `http://${host}`, `http://${host}/`]
  const ways = [...front.map((address) => `a[href="${address}"]`), 'a[rel~="home"]'].join()
  const shown = [...document.querySelectorAll(`${ways}, ${logos}`)].flatMap((element) => [
    element.textContent,
    element.getAttribute('alt') ?? element.querySelector('img')?.getAttribute('alt'),
  ])
  const folded = fold(name)
  if (shown.some((words) => fold(words ?? '').replace(/ (?:logo|home)$/, '') === folded)) return true
  const rights = [...document.querySelectorAll('footer, [class*="copyright" i], [id*="copyright" i]')]
  return rights.some((element) =>
    [...(element.textContent ?? '').matchAll(/(?:©|\(c\)|copyright)(.{0,80})/giu)].some(([, said = '']) =>
      ` ${fold(said).replace(/^(?:[\d ]|by )+/, '')} `.startsWith(` ${folded} `),
    ),
  )
}

const logos = ['logo', 'brand', 'masthead', 'site-name', 'sitename', 'site-title']
  .flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`])
  .join()

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
  if (site !== undefined && named !== undefined && fold(site) === fold(named))
    return /^\p{Ll}+ /u.test(named) ? site : named
  const found = givenPublisher(document, data) ?? site ?? titleAndSite(document, near, url).site ?? sourceIn(near)
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
  const links = [...document.querySelectorAll(`a[href="/"], a[rel~="home"], header, ${logos}`)].map((one) =>
    tidy(one.textContent),
  )
  return links.find((words) => letters.length >= 4 && fold(words).replaceAll(' ', '') === letters)
}

/** Old pages have no more than `<title>`: the name of their site, as their picture has it, beside a heading in bold or alone. */
function titleAndSite(
  document: Document,
  near: readonly string[],
  url: string | undefined,
): { title?: string; site?: string } {
  const whole = tidy(document.querySelector('title')?.textContent ?? '')
  if (whole === '' || document.querySelector('h1')) return {}
  const places = new Map(near.map((line, at) => [fold(line), at]))
  for (const { index, 0: mark } of whole.matchAll(/\s(?:[-–—|·»•]|::)\s|\s?:\s/g)) {
    const [before, after] = [whole.slice(0, index).trim(), whole.slice(index + mark.length).trim()]
    const [first, second] = [places.get(fold(before)), places.get(fold(after))]
    const isSite = (name: string) => isSiteName(name) && isKnownAsSite(document, name, url)
    // Where both are shown, the heading stands below the name of the site; "Interview: Ana Berg" names none.
    if (second !== undefined && second > (first ?? -1) && isSite(before)) return { title: after, site: before }
    if (first !== undefined && isSite(after)) return { title: before, site: after }
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

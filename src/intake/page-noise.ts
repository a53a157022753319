import { nameOf } from './blocks.ts'
import { isFreeToRead, type Thing, typeOf } from './page-things.ts'

/** What is no part of an article even when it stands inside it. */
const noise = [
  'script:not([type*="ld+json" i])',
  'style',
  'link',
  ...[
    'ad',
    'auto-ads',
    'sticky-ad',
    'sidebar',
    'embed',
    'consent',
    'list',
    'next-page',
    'social-share',
    'user-notification',
    'app-banner',
  ].map((name) => `amp-${name}`),
  'nav',
  'form',
  'iframe',
  'noscript',
  'template',
  'dialog',
  '[hidden]',
  '[aria-hidden="true"]',
  '[role="navigation"]',
  '[role="search"]',
  '[role="dialog"]',
  '[role="alert"]',
  ...[
    'newsletter',
    'paywall',
    'subscription',
    'cookie',
    'consent',
    'gdpr',
    'mostread',
    'outbrain',
    'taboola',
    'breadcrumb',
    'read-more',
    'readmore',
    'signup',
    'sign-up',
    'skip-link',
    'screen-reader',
    'visually-hidden',
    'sr-only',
    'print-only',
    'regwall',
    'gateway',
    'author-bio',
    'author__bio',
    'author_bio',
    'contributor-bio',
    'staff-bio',
    'author-box',
    'authorbox',
    'about-author',
    'about-the-author',
    'comment-respond',
    'post-navigation',
    '__tags',
    '-tags',
    'tags-',
  ].map((word) => `[class*="${word}" i]`),
  // "subscriber-only" is what subscribers read.
  '[class*="subscribe" i]:not([class*="subscriber" i])',
  '[class*="subscriber-offer" i]',
  '[class*="subscriber-notice" i]',
  '[class~="share" i]',
  '[class*="-share" i]',
  '[class*="share-" i]',
  '[class~="ad" i]',
  '[class^="ad-" i]',
  '[class*=" ad-" i]',
  '[class~="ads" i]',
  '[class~="tags" i]',
  '[id^="div-gpt-ad" i]',
  '[id="comments" i]',
  '[id="respond" i]',
  '[id*="newsletter" i]',
  ...['cookie', 'consent', 'gdpr', 'onetrust', 'upnext'].map((word) => `[id*="${word}" i]`),
]

/** Words that name boxes beside an article, and subjects of articles as well: where classes begin with them, or have them after a mark. */
const boxes =
  'related recommend most-read trending advert sponsor promo(?!te(?!d-(?:content|posts?|stor|links?))) social(?!i[sz]) sharing more-on(?!e) comments donat'
    .split(' ')
    .map((word) => ({ selector: `[class*="${word.replace(/\(.*/, '')}" i]`, word: new RegExp(`(?<![a-z])${word}`) }))
/** What stands beside such a word where it names a box. */
const partOfBox =
  /^(?:\d.*|.{1,3}|(?:article|post|stor(?:y|ie)|link|list|box|block|widget|container|wrapper|inner|content|section|module|item|media|network|share|sharing|button|icon|banner|unit|area|slot|label|text|title|head(?:er|line)|footer|form|card|teaser|news|reading|topic|grid|panel|aside|inline|body|element|component|video|page|site|entry|single|bottom|right|left|main|story|open|closed|more|follow|action|prompt|message|disclaimer|notice|placement|google)(?:e?s)?)$/

/** Elements that a page names itself are named as classes are; what they are says the end of their name. */
const namedAsNoise =
  /-(?:nav|navigation|footer|newsletter|paywall|subscribe|subscription|cookies?|consent|gdpr|breadcrumbs?|signup|share|sharing|social|ads?|advert\w*|promos?|related|recommend\w*|comments|sponsor\w*|trending|donat\w*|menu|sidebar)(?:-(?:banner|bar|box|buttons?|form|links?|list|unit|widget))?$/

function elementsNamedAsNoise(document: Document): Element[] {
  return [...document.querySelectorAll('*')].filter(
    (element) =>
      namedAsNoise.test(`-${nameOf(element)}`) &&
      element.localName.includes('-') &&
      !element.closest('p, li, dd, td, th, blockquote, figcaption, h1, h2, h3, h4, h5, h6') &&
      !isProseOfArticle(element) &&
      !hasProse(element),
  )
}

const fewestParagraphs = 2
/** In letters. */
const shortestParagraph = 60

/** Paragraphs that are sentences: what a page says at its foot or offers for sale is said in fewer. */
function hasProse(element: Element): boolean {
  return proseIn(element).length >= fewestParagraphs
}

function proseIn(element: Element): Element[] {
  const isLong = ({ textContent }: Element) =>
    textContent.trim().length >= shortestParagraph && /[.!?…。！？؟]["”’»)\]]*$/u.test(textContent.trim())
  return [...element.querySelectorAll('p')].filter(isLong)
}

function boxesIn(document: Document): Element[] {
  return boxes.flatMap(({ selector, word }) =>
    found(document, selector).filter((element) => {
      const classes = (element.getAttribute('class') ?? '')
        .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/\s+/)
        .filter((name) => word.test(name))
      const isNamedSo = (name: string) =>
        name.split(/[-_:]+/).every((part) => word.test(part) || partOfBox.test(part) || word.source.includes(part))
      return classes.some(isNamedSo) || (classes.length > 0 && !isProseOfArticle(element))
    }),
  )
}

const article = 'article, main, [itemprop="articleBody"]'

/** Sentences within the article, with nothing to press and no links but those in sentences. */
function isProseOfArticle(element: Element): boolean {
  if (!element.closest(article) || element.querySelector('form, button, input, iframe')) return false
  const isSentence = (one: Element | null | undefined) => /[.!?…。！？؟]["”’»)\]]*$/.test(one?.textContent.trim() ?? '')
  const paragraphs = nameOf(element) === 'p' ? [element] : [...element.querySelectorAll('p')]
  const links = [...element.querySelectorAll('a[href]')]
  return (
    paragraphs.some(isSentence) &&
    links.every((link) => {
      const around = link.closest('p, li')
      return isSentence(around) && around?.textContent.trim() !== link.textContent.trim()
    })
  )
}

/**
 * Removes it. A site may call its whole article "social" or "promo": what holds most of the page goes only where the page
 * marks its article elsewhere, as it does where comments are longer.
 */
export function clean(
  document: Document,
  data: Thing | undefined,
  { hasOwnElements }: { hasOwnElements: boolean },
): void {
  if (!isLive(document, data)) for (const story of nextStories(document)) story.remove()
  const most = document.body.textContent.length / 2
  const groups = [...noise, ...paywallsOf(data)].map((selector) => () => found(document, selector))
  for (const group of [
    ...groups,
    () => boxesIn(document),
    ...(hasOwnElements ? [() => elementsNamedAsNoise(document)] : []),
  ]) {
    for (const element of group()) {
      const isSmall = element.textContent.length <= most
      const isNoise = !isArticle(element) && (isSmall || hasArticleBeside(document, element)) && !isBehindWall(element)
      if (nameOf(element) === 'script' || isNoise) element.remove()
    }
  }
}

const saysLive =
  /(?<!\p{L})(?:live|liveblog|(?:live)?ticker|en direct|en vivo|en directo|in diretta|ao vivo|онлайн|прямой эфир)(?!\p{L})/iu

/** Its posts may have pages of their own, and are its text all the same. */
function isLive(document: Document, data: Thing | undefined): boolean {
  const heads = [...document.querySelectorAll('title, h1')].map(({ textContent }) => textContent)
  return /LiveBlog/.test(typeOf(data ?? {})) || heads.some((head) => saysLive.test(head))
}

/**
 * After the article with the page's heading, the beginnings of others: their own headings lead to them. Posts of a live blog
 * lead to places in it.
 */
function nextStories(document: Document): Element[] {
  const articles = [...document.querySelectorAll('article')]
  const own = articles.findIndex(
    (one) => one.querySelector('h1') !== null && one.textContent.trim().length >= shortestArticle,
  )
  const [home] = articles.slice(own === -1 ? articles.length : own)
  const page = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? ''
  const path = URL.parse(page, 'https://page.example')?.pathname ?? '/'
  const isBelow = (href: string) =>
    path.length > 1 && (URL.parse(href, 'https://page.example')?.pathname.startsWith(path) ?? false)
  const leadsAway = (one: Element) => {
    const heading = one.querySelector('h1, h2, h3')
    const link = heading?.querySelector('a[href]') ?? heading?.closest('a[href]')
    const href = link?.getAttribute('href') ?? ''
    return link?.textContent.trim() === heading?.textContent.trim() && !href.includes('#') && !isBelow(href)
  }
  return articles
    .slice(own + 1)
    .filter(
      (one) => home && !home.contains(one) && !one.querySelector('h1') && one.querySelector('h2, h3') && leadsAway(one),
    )
}

const namedAfterWall = /paywall|regwall|gateway|premium/i
const asksToPay =
  /\b(?:subscri\p{L}*|abonn\p{L}*|suscr[ií]\p{L}*|assin\p{L}*|sign(?:ed)? ?(?:in|up)|log ?in|unlock|free trial|per month|a month|registr?ier\p{L}*|register)\b|подпис/iu

/** Pages mark with the word "paywall" what only subscribers see as well: paragraphs that ask for nothing are the article. */
function isBehindWall(element: Element): boolean {
  if (!namedAfterWall.test(element.getAttribute('class') ?? '')) return false
  const count = proseIn(element).filter(({ textContent }) => !asksToPay.test(textContent)).length
  return count >= fewestParagraphs || (count === 1 && !element.querySelector('a[href], button, form, input'))
}

/** In letters: less is a teaser. */
const shortestArticle = 200

function hasArticleBeside(document: Document, element: Element): boolean {
  return [...document.querySelectorAll(article)].some((article) => {
    if (element.contains(article)) return false
    const within = article.contains(element) ? element.textContent.length : 0
    return article.textContent.length - within >= shortestArticle
  })
}

/** What a page marks as its article, or has its heading in it: its class may say "comments-open" or "promo-free". */
function isArticle(element: Element): boolean {
  return (
    /^(?:html|body|main|article)$/.test(nameOf(element)) ||
    element.querySelector('h1, [itemprop="articleBody"]') !== null ||
    element.getAttribute('itemprop') === 'articleBody'
  )
}

/** A page may name what only subscribers see; where it is in the page nevertheless, it is a notice. */
function paywallsOf(data: Thing | undefined): string[] {
  const parts = [data?.['hasPart'] ?? []].flat() as Thing[]
  return parts
    .filter((part) => part['isAccessibleForFree'] !== undefined && !isFreeToRead(part))
    .map((part) => part['cssSelector'])
    .filter(
      (selector): selector is string =>
        typeof selector === 'string' && selector.length < 100 && /notice|wall|promo/i.test(selector),
    )
}

function found(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch {
    return [] // A page's own selector may be none.
  }
}

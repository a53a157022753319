import { nameOf } from './blocks.ts'
import { isFreeToRead, type Thing } from './page-things.ts'

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
    'subscribe',
    'subscription',
    'cookie',
    'consent',
    'gdpr',
    'pullquote',
    'pull-quote',
    'related',
    'recommend',
    'most-read',
    'mostread',
    'trending',
    'outbrain',
    'taboola',
    'advert',
    'sponsor',
    'promo',
    'social',
    'sharing',
    'breadcrumb',
    'read-more',
    'readmore',
    'more-on',
    'comments',
    'signup',
    'sign-up',
    'skip-link',
    'screen-reader',
    'visually-hidden',
    'sr-only',
    'print-only',
    'donat',
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

/**
 * Removes it. A site may call its whole article "social" or "promo": what holds most of the page goes only where the page
 * marks its article elsewhere, as it does where comments are longer.
 */
export function clean(document: Document, data: Thing | undefined): void {
  const most = document.body.textContent.length / 2
  for (const selector of [...noise, ...paywallsOf(data)]) {
    for (const element of found(document, selector)) {
      const isSmall = element.textContent.length <= most
      const isNoise = !isArticle(element) && (isSmall || hasArticleBeside(document, element))
      if (nameOf(element) === 'script' || isNoise) element.remove()
    }
  }
}

/** In letters: less is a teaser. */
const shortestArticle = 200

function hasArticleBeside(document: Document, element: Element): boolean {
  return [...document.querySelectorAll('article, main, [itemprop="articleBody"]')].some((article) => {
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

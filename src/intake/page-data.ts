import type { DocumentKind } from '../database/client/enums.ts'
import { dayOf, writtenDate } from './dates.ts'
import { canonicalLanguage, tidy } from './facts.ts'
import { tellKind } from './kind.ts'
import { publisherOf, titleOf } from './page-names.ts'
import { authorsOf } from './page-people.ts'
import { isBroadcast, listOf, meta, nameOfThing, stringOf, type Thing, typeOf } from './page-things.ts'
import type { Facts } from './taken.ts'

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
  const publisher = publisherOf(document, data, { near, url })
  const title = titleOf(document, data, { publisher, near, url })
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
    ].map((selector) =>
      [...document.querySelectorAll(selector)].find((time) => !isInSentence(time))?.getAttribute('datetime'),
    ),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('content'),
    stringOf(data?.['dateCreated']) ?? stringOf(data?.['uploadDate']),
  ]
  for (const one of said) {
    const day = one === undefined || one === null ? undefined : (dayOf(one) ?? writtenDate(one, language))
    if (day !== undefined) return day
  }
  return shownDate(document, near, language)
}

/** A day that the text tells of is not that of its page. */
function isInSentence(time: Element): boolean {
  const around = tidy(time.closest('p, li, td, dd, blockquote, figcaption')?.textContent ?? '')
  const beside = tidy(around.replace(tidy(time.textContent), ''))
  return beside.split(' ').length >= 4 && /[.!?…。！？؟]["”’»)\]]*$/u.test(beside)
}

const changed =
  /updated|modified|corrected|last change|обновл|оновлен|изменен|aktualisiert|geändert|modifié|mis(?:e)? à jour|actualizad|aggiornat|atualizad|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowan|güncelle|تحديث|更新/iu
const publishedAt =
  /(?=publi|first broadcast|posted|issued|veröffentlicht|erschienen|опубликован|опубліков|yayın|نشر|发布)/iu

/** A date that readers see in a short line near the top: "Published 7 October 2021", "Updated …" after all others. */
function shownDate(document: Document, near: readonly string[], language: string | undefined): string | undefined {
  const marked =
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="byline" i], [class*="meta" i], [class*="fecha" i], [class*="datum" i], time'
  const lines = [
    ...[...document.querySelectorAll(marked)].filter((one) => !isInSentence(one)).map((one) => tidy(one.textContent)),
    ...near,
  ]
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

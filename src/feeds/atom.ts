import ejs from 'ejs'
import { Feed } from 'feed'
import type { Desk } from '../config.ts'

export const atomType = 'application/atom+xml'
export const jsonFeedType = 'application/feed+json'
/** The limit for a feed's entries: the newest. */
export const mostEntries = 50

/**
 * An event that readers may see; `path` is its permanent address, and its id, which never changes. `updatedAt` changes with
 * its words.
 */
export type Entry = {
  path: string
  title: string
  summary: string
  publishedAt: Date
  updatedAt: Date
  author?: string
}

export type Told = {
  path: string
  pagePath: string
  title: string
  entries: Entry[]
  /** The address of the newest entries, if these are older ones: its id is the feed's, on every page. */
  first?: string | undefined
  /** The address of the entries before these, if there are more. */
  next?: string | undefined
}

/** A feed by RFC 4287, paged by RFC 5005; `path` is its own address, `pagePath` that of its page. */
export function writeAtom(desk: Desk, told: Told): string {
  const links = (['first', 'next'] as const)
    .flatMap((rel) => (told[rel] === undefined ? [] : [[rel, ejs.escapeXML(desk.baseUrl + told[rel])]]))
    .map(([rel, address]) => `<link rel="${rel}" href="${address}"/>`)
    .join('')
  return fill(desk, told)
    .atom1()
    .replace(
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${links}`,
    )
}

/** The same by JSON Feed 1.1. */
export function writeJsonFeed(desk: Desk, told: Told): string {
  const { path, pagePath, entries, next } = told
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: writable(`${told.title} · ${desk.newsroom}`),
    home_page_url: desk.baseUrl + pagePath,
    feed_url: desk.baseUrl + path,
    ...(next !== undefined && { next_url: desk.baseUrl + next }),
    language: 'en',
    authors: [{ name: writable(desk.newsroom), url: `${desk.baseUrl}/` }],
    items: entries.map(({ path, title, summary, publishedAt, updatedAt, author }) => ({
      id: desk.baseUrl + path,
      url: desk.baseUrl + path,
      title: writable(title),
      content_text: writable(summary),
      date_published: publishedAt.toISOString(),
      date_modified: updatedAt.toISOString(),
      ...(author !== undefined && { authors: [{ name: writable(author) }] }),
    })),
  })
}

function fill({ baseUrl, newsroom }: Desk, { path, pagePath, title, first = path, entries }: Told): Feed {
  const times = entries.map(({ updatedAt }) => updatedAt.getTime())
  const feed = new Feed({
    id: baseUrl + first,
    title: writable(`${title} · ${newsroom}`),
    link: baseUrl + pagePath,
    feedLinks: { atom: baseUrl + path },
    updated: new Date(Math.max(0, ...times)),
    author: { name: writable(newsroom), link: `${baseUrl}/` },
    generator: 'On Record',
    copyright: '',
  })
  for (const { path, title, summary, publishedAt, updatedAt, author } of entries) {
    feed.addItem({
      id: baseUrl + path,
      link: baseUrl + path,
      title: inMarkup(title),
      description: inMarkup(summary),
      published: publishedAt,
      date: updatedAt,
      ...(author !== undefined && { author: [{ name: writable(author) }] }),
    })
  }
  return feed
}

/** XML has no way to write the other control characters. */
function writable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '')
}

/** Plain words escaped as HTML; the library treats an entry's texts as HTML. */
export function inMarkup(text: string): string {
  return ejs.escapeXML(writable(text))
}

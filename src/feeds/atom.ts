import ejs from 'ejs'
import { Feed } from 'feed'
import type { Desk } from '../config.ts'

export const atomType = 'application/atom+xml'
/** The limit for a feed's entries: the newest. */
export const mostEntries = 50

/** An event that readers may see; `path` is its permanent address. */
export type Entry = {
  path: string
  title: string
  summary: string
  publishedAt: Date
  updatedAt: Date
  author?: string
}

export type Told = { path: string; pagePath: string; title: string; entries: Entry[] }

/** A feed by RFC 4287; `path` is its own address, `pagePath` that of its page. */
export function writeAtom({ baseUrl, newsroom }: Desk, { path, pagePath, title, entries }: Told): string {
  const times = entries.map(({ updatedAt }) => updatedAt.getTime())
  const feed = new Feed({
    id: baseUrl + path,
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
  return feed.atom1()
}

/** XML has no way to write the other control characters. */
function writable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '')
}

/** Plain words escaped as HTML; the library treats an entry's texts as HTML. */
export function inMarkup(text: string): string {
  return ejs.escapeXML(writable(text))
}

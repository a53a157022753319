import { parseFeed } from 'feedsmith'
import { z } from 'zod'
import { writtenDate } from './dates.ts'
import { storable, tidy } from './facts.ts'
import { type Facts, NotTaken } from './taken.ts'

/** An article that a feed tells of: its address, and what the feed says about it. */
export type FeedItem = {
  url: string
  facts: Facts
  /** Its own id in the feed, which may stay when its address changes. */
  id?: string
}

const mostItems = 1000

/** Each format calls the same by another name. */
const written = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).catch('')
const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).catch('')
const Item = z.object({
  title: written.optional(),
  link: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  links: z
    .array(z.object({ href: z.string().default(''), rel: z.string().default('alternate') }))
    .default([])
    .catch([]),
  id: z.string().optional().catch(undefined),
  guid: z
    .object({ value: z.string(), isPermaLink: z.boolean().default(true) })
    .optional()
    .catch(undefined),
  pubDate: z.string().optional().catch(undefined),
  published: z.string().optional().catch(undefined),
  updated: z.string().optional().catch(undefined),
  date_published: z.string().optional().catch(undefined),
  authors: z.array(person).default([]).catch([]),
  dc: z
    .object({ creators: z.array(z.string()).default([]), dates: z.array(z.string()).default([]) })
    .optional()
    .catch(undefined),
})
const Feed = z.object({
  title: written.optional(),
  items: z.array(z.unknown()).default([]).catch([]),
  entries: z.array(z.unknown()).default([]).catch([]),
})

/** The articles of a feed, the newest last. Throws NotTaken with a sentence. */
export function readFeed(text: string, address: string): FeedItem[] {
  // A feed needs no entities of its own, and a few lines of them unpack to gigabytes.
  if (/<!ENTITY/i.test(text)) throw new NotTaken('This feed defines entities of its own, which no feed needs')
  const { title, items, entries } = Feed.parse(parsed(text))
  const found = [...items, ...entries].slice(0, mostItems).flatMap((item) => itemOf(item, address, title))
  return [...new Map(found.map((item) => [item.url, item])).values()].toReversed()
}

function parsed(text: string): unknown {
  try {
    return parseFeed(text).feed
  } catch {
    throw new NotTaken('This feed can’t be read: it is broken, or no RSS, Atom or JSON Feed')
  }
}

function kept(words: string): string {
  return tidy(storable(words))
}

function itemOf(given: unknown, address: string, feedTitle: string | undefined): FeedItem[] {
  const item = Item.safeParse(given).data
  if (!item) return []
  const permanent = item.guid?.isPermaLink ? item.guid.value : undefined
  const alternate = item.links.find(({ rel }) => rel === 'alternate')?.href
  const url = URL.parse(item.link ?? item.url ?? alternate ?? permanent ?? '', address)
  if (!url || !/^https?:$/.test(url.protocol) || url.href === address || url.href.length > 2000) return []
  const said = item.published ?? item.date_published ?? item.pubDate ?? item.dc?.dates[0] ?? item.updated
  const published = said === undefined ? undefined : writtenDate(said)
  const authors = [...item.authors, ...(item.dc?.creators ?? [])].map(kept).filter((name) => name !== '')
  const title = kept((item.title ?? '').slice(0, 5000))
    .slice(0, 500)
    .toWellFormed()
  const publisher = kept((feedTitle ?? '').slice(0, 5000))
    .slice(0, 200)
    .toWellFormed()
  const id = item.guid?.value ?? item.id
  return [
    {
      url: url.href,
      ...(id !== undefined && { id: kept(id.slice(0, 600)).toWellFormed() }),
      facts: {
        ...(title !== '' && { title }),
        ...(publisher !== '' && { publisher }),
        ...(published !== undefined && { published }),
        ...(authors.length > 0 && { authors }),
      },
    },
  ]
}

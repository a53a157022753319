import { type CheerioAPI, load } from 'cheerio'
import type { visitor } from './world.ts'

/** Pages whose addresses differ only in a number or in what follows it, or in values of their query, are alike. */
function shapeOf(path: string): string {
  return path.replace(/\d+[^/?]*/g, '1').replace(/=[^&]*/g, '=')
}

/** Follows links from page to page; of pages that are alike it opens so many. What is no page is left out. */
export async function* crawl(
  browser: ReturnType<typeof visitor>,
  { from, mostAlike }: { from: string[]; mostAlike: number },
): AsyncGenerator<{ page: string; $: CheerioAPI }> {
  const pages = new Set(from)
  const opened = new Map<string, number>()
  for (const page of pages) {
    const shape = shapeOf(page)
    const before = opened.get(shape) ?? 0
    if (before >= mostAlike) continue
    opened.set(shape, before + 1)
    const { text, type } = await browser.get(page).redirects(1).expect(200)
    if (type !== 'text/html') continue
    const $ = load(text)
    // What narrows a search leads to another search each time, without an end.
    for (const a of $('a[href^="/"]:not([rel~="nofollow"])').get())
      pages.add(($(a).attr('href') ?? '').replace(/#.*/, ''))
    yield { page, $ }
  }
}

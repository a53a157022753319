import { inMarkup } from '../feeds/atom.ts'

/** A page for search engines, and when it last changed, if known. */
export type SitemapEntry = { path: string; changedAt?: Date | null | undefined }

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** By sitemaps.org's protocol: the addresses of pages, or of other such lists. */
export function writeSitemap(baseUrl: string, kind: 'urlset' | 'sitemapindex', entries: SitemapEntry[]): string {
  const name = kind === 'urlset' ? 'url' : 'sitemap'
  const lines = entries.map(({ path, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
    return `<${name}><loc>${inMarkup(baseUrl + encodeURI(path))}</loc>${lastmod}</${name}>`
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<${kind} xmlns="${namespace}">`, ...lines, `</${kind}>`, ''].join(
    '\n',
  )
}

/** Search engines need neither these pages nor every possible search. */
const notForRobots = ['/search', '/session', '/setup', '/invitation/', '/reset/', '/desk', '/annotations/']

export function writeRobots(baseUrl: string): string {
  const disallowed = notForRobots.map((path) => `Disallow: ${path}`)
  return ['User-agent: *', ...disallowed, '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n')
}

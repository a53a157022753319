import { inMarkup } from '../feeds/atom.ts'

/** Large enough for a claim of two lines with its rating. */
const usual = { width: 600, height: 220 }

type Embedded = { id: number; sentence: string }
type Site = { baseUrl: string; newsroom: string }
type Room = { maxwidth?: number | undefined; maxheight?: number | undefined }

export type Oembed = ReturnType<typeof asOembed>

/** The number of the claim at an address of ours; undefined if it is none. */
export function claimAt(url: string, { baseUrl }: Pick<Site, 'baseUrl'>): number | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  const ours = new URL(baseUrl)
  const id = /^(?:\/embed)?\/claims\/([1-9]\d{0,9})(?:-[^/]*)?\/?$/.exec(pathname)?.[1]
  // http for https, or the other way, means the same page.
  if (new URL(origin).host !== ours.host || id === undefined || Number(id) > 2 ** 31 - 1) return undefined
  return Number(id)
}

/** A claim by oEmbed 1.0: a frame that needs no script. */
export function asOembed({ id, sentence }: Embedded, { baseUrl, newsroom }: Site, { maxwidth, maxheight }: Room) {
  const width = Math.min(usual.width, maxwidth ?? usual.width)
  const height = Math.min(usual.height, maxheight ?? usual.height)
  return {
    version: '1.0',
    type: 'rich',
    title: sentence,
    provider_name: newsroom,
    provider_url: `${baseUrl}/`,
    cache_age: 3600,
    width,
    height,
    html: frameFor({ id, sentence }, baseUrl, { width, height }),
  }
}

/** The code to put into another site's page; the frame may open the claim's page and do nothing else. */
export function frameFor({ id, sentence }: Embedded, baseUrl: string, { width, height } = usual): string {
  const attributes = {
    src: `${baseUrl}/embed/claims/${id}`,
    title: sentence,
    width: String(width),
    height: String(height),
    loading: 'lazy',
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    style: 'border: 0; max-width: 100%',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${inMarkup(value)}"`)
  return `<iframe ${written.join(' ')}></iframe>`
}

export function asXml(oembed: Oembed): string {
  const fields = Object.entries(oembed).map(([name, value]) => `  <${name}>${inMarkup(String(value))}</${name}>`)
  return ['<?xml version="1.0" encoding="utf-8" standalone="yes"?>', '<oembed>', ...fields, '</oembed>', ''].join('\n')
}

import { inMarkup } from '../feeds/atom.ts'
import type { Desk } from '../config.ts'

/** What a browser needs to search here from its address bar, after OpenSearch 1.1. Its short name has at most 16 letters. */
export function writeOpenSearch({ baseUrl, newsroom }: Desk): string {
  const name = [...newsroom].slice(0, 16).join('').trim()
  const url = (type: string, path: string) =>
    `<Url type="${type}" method="get" template="${inMarkup(baseUrl + path)}?q={searchTerms}"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${inMarkup(name)}</ShortName>`,
    `<Description>${inMarkup(`Who said what, through whom, and what ${newsroom} found`)}</Description>`,
    `<Image width="16" height="16" type="image/x-icon">${inMarkup(`${baseUrl}/favicon.ico`)}</Image>`,
    url('text/html', '/search'),
    url('application/atom+xml', '/search.atom'),
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

const daysValid = 180

/** Where to report a fault in the desk itself, after RFC 9116; it says itself how long it holds. */
export function writeSecurity({ baseUrl }: Desk, contact: string, now = new Date()): string {
  const day = new Date(now.getTime() + daysValid * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return [
    `Contact: ${contact}`,
    `Expires: ${day}T00:00:00Z`,
    'Preferred-Languages: en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}

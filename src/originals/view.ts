import { decodePage } from '../intake/charset.ts'
import { decodeText, NotText } from '../intake/plain.ts'
import { type Format, tellFormat } from '../intake/format.ts'
import { NotTaken, type Given } from '../intake/taken.ts'

/** A page of more bytes is only downloaded. */
const largest = 8_000_000

export type View = { type: 'html' | 'txt'; text: string } | { type: 'png'; bytes: Uint8Array }

/** As what an original can be shown, without decoding a page for it; undefined for what is only downloaded. */
export function viewTypeOf(given: Given): View['type'] | undefined {
  if (given.bytes.length > largest) return undefined
  const format = formatOf(given)
  if (format === 'page') return 'html'
  if (isPicture(given)) return 'png'
  return format === 'mail' || (format === 'text' && plainText(given.bytes) !== undefined) ? 'txt' : undefined
}

/** An original to be shown. Whoever sends it must send `sandbox` with it: the marks in it are a stranger's. */
export function viewOf(given: Given): View | undefined {
  if (given.bytes.length > largest) return undefined
  const format = formatOf(given)
  if (isPicture(given)) return { type: 'png', bytes: given.bytes }
  if (format === 'page') return { type: 'html', text: withoutConnections(decodePage(given.bytes, given.mediaType)) }
  if (format === 'mail') return { type: 'txt', text: decodePage(given.bytes, given.mediaType) }
  const text = format === 'text' ? plainText(given.bytes) : undefined
  return text === undefined ? undefined : { type: 'txt', text }
}

/** As this desk draws them, and nothing that another program may take for something else. */
function isPicture({ bytes, mediaType }: Given): boolean {
  return mediaType === 'image/png' && Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n'
}

/**
 * A name to save it under: without letters that turn its end round, and with the ending of what it is, whatever whoever
 * sent it called it.
 */
export function safeName(given: Given, fallback: string): string {
  const last = given.name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  const name = clean === '' ? fallback : clean
  const format = formatOf(given)
  const usual = endings[format === 'text' && plainText(given.bytes) === undefined ? 'other' : format]
  const own = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return usual.includes(own) ? name : `${name}.${usual[0]}`
}

/** The first is given to what has none of them. A picture and the like can be named wrong, but runs nothing. */
const endings: Record<Format | 'text' | 'other', readonly [string, ...string[]]> = {
  page: ['html', 'htm', 'xhtml'],
  pdf: ['pdf'],
  docx: ['docx'],
  odt: ['odt'],
  mail: ['eml'],
  text: ['txt', 'md', 'markdown'],
  other: ['bin', 'zip', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'mp3', 'mp4'],
}

function formatOf(given: Given): Format | 'text' | 'other' {
  try {
    return tellFormat(given) ?? 'text'
  } catch (error) {
    if (error instanceof NotTaken) return 'other'
    throw error
  }
}

/** Read as at its import; undefined if it is not a text. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes)
  } catch (error) {
    if (error instanceof NotText) return undefined
    throw error
  }
}

/**
 * No policy forbids a `link` to open a connection, and not every browser lets a sandbox stop a refresh. The names of
 * elements and attributes can't be written otherwise, their values can: so the names are changed.
 */
function withoutConnections(html: string): string {
  return html.replaceAll(/http-equiv/gi, 'data-equiv').replaceAll(/<link(?=[\s/>])/gi, '<meta data-link')
}

import { decodePage } from '../intake/charset.ts'
import { tellFormat } from '../intake/read.ts'
import { NotTaken, type Given } from '../intake/taken.ts'

/** A page of more bytes is only downloaded. */
const largest = 8_000_000

/**
 * As what an original can be shown; undefined for what is only downloaded. Whoever sends it must send `sandbox` with it:
 * the marks in it are a stranger's.
 */
export function viewOf(given: Given): { type: 'html' | 'txt'; text: string } | undefined {
  if (given.bytes.length > largest) return undefined
  const format = formatOf(given)
  if (format === 'page') return { type: 'html', text: withoutConnections(decodePage(given.bytes, given.mediaType)) }
  const isText = format === 'mail' || (format === undefined && !given.bytes.includes(0))
  return isText ? { type: 'txt', text: decodePage(given.bytes, given.mediaType) } : undefined
}

function formatOf(given: Given) {
  try {
    return tellFormat(given)
  } catch (error) {
    if (error instanceof NotTaken) return 'other'
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

import zlib from 'node:zlib'

/** What the drawing of one page may unpack to, in bytes: a full page of a newspaper has a twentieth of it. */
const mostUnpacked = 20_000_000
/** A map may have more, where its bytes say as much: what is written to fill memory packs a thousand times smaller. */
const mostOfMap = { bytes: 100_000_000, ofPacked: 30 }
/** The same of all pages together. */
const mostTogether = 200_000_000
/** Nobody packs what is packed more than twice. */
const mostFilters = 3
/** How far in front of a stream its description may begin. */
const longestHead = 20_000

/** Pictures, fonts that say so and attached files may be as large as they are: nobody reads them for their words. */
const isNoContent = /\/(?:Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)|EmbeddedFile)\b/

/**
 * Whether what this PDF has packed unpacks to far more than its pages need. Looked at
 * before it is read, because whoever reads it unpacks everything first.
 */
export function hasBomb(pdf: Uint8Array): boolean {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let together = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const head = headBefore(file, at)
    if (isNoContent.test(head)) continue
    const filters = head.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (filters === 0) continue
    if (filters > mostFilters) return true
    const end = file.indexOf('endstream', at)
    const packed = file.subarray(beginOf(file, at), end === -1 ? undefined : end)
    together += unpackedLength(packed, filters)
    if (together > mostTogether) return true
  }
  return false
}

function headBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - longestHead), at)
  return before.slice(before.lastIndexOf(' obj') + 1)
}

/** After the line that says so. */
function beginOf(file: Buffer, at: number): number {
  const next = at + 'stream'.length
  return file[next] === 0x0d && file[next + 1] === 0x0a ? next + 2 : next + 1
}

/** Infinite for what is too long by itself. */
function unpackedLength(packed: Uint8Array, filters: number): number {
  const most = Math.max(mostUnpacked, Math.min(mostOfMap.bytes, packed.length * mostOfMap.ofPacked))
  let bytes = packed
  for (let i = 0; i < filters; i++) {
    try {
      // What stands behind the end of a stream is left out, and what is cut off is read as far as it goes.
      bytes = zlib.inflateSync(bytes, { maxOutputLength: most, finishFlush: zlib.constants.Z_SYNC_FLUSH })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : 0
    }
  }
  return bytes.length
}

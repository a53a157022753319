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
/** What is drawn wherever it is named, whatever else it is called. */
const isForm = /\/Subtype\s*\/Form\b/
/** Objects that are packed together, those that describe pages among them. */
const isOfObjects = /\/ObjStm\b/

/**
 * Whether what this PDF has packed unpacks to far more than its pages need. Looked at
 * before it is read, because whoever reads it unpacks everything first.
 */
export function hasBomb(pdf: Uint8Array): boolean {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const drawn = numbersOfDrawings(file.toString('latin1'))
  const spared: Stream[] = []
  let together = 0
  /** What a stream unpacks to; undefined if that is too much, by itself or with those before it. */
  const unpacked = ({ packed, filters }: Stream) => {
    const bytes = filters > mostFilters ? undefined : unpack(packed, filters)
    together += bytes?.length ?? 0
    return together > mostTogether ? undefined : bytes
  }
  for (const stream of streamsIn(file)) {
    if (isNoContent.test(stream.head) && !isForm.test(stream.head)) {
      spared.push(stream)
      continue
    }
    const bytes = unpacked(stream)
    if (!bytes) return true
    if (!isOfObjects.test(stream.head)) continue
    for (const number of numbersOfDrawings(Buffer.from(bytes).toString('latin1'))) drawn.add(number)
  }
  // A page's drawing may call itself a picture.
  return spared.some((stream) => drawn.has(stream.number) && !unpacked(stream))
}

type Stream = { number: number; head: string; packed: Uint8Array; filters: number }

/** The packed streams of a file, each with the description in front of it. */
function* streamsIn(file: Buffer): Generator<Stream> {
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const before = file.toString('latin1', Math.max(0, at - longestHead), at)
    const begin = before.lastIndexOf(' obj')
    const head = before.slice(begin + 1)
    const filters = head.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (filters === 0) continue
    const end = file.indexOf('endstream', at)
    const packed = file.subarray(beginOf(file, at), end === -1 ? undefined : end)
    yield { number: numberBefore(before.slice(0, Math.max(0, begin))), head, packed, filters }
  }
}

/** "5 0 obj" begins object 5. */
function numberBefore(words: string): number {
  return Number(words.slice(-longestNumber).trim().split(/\s+/).at(-2)?.replaceAll(/\D/g, ''))
}
const longestNumber = 30

/** What a page names as its drawing: one object, several, or a list of them that stands elsewhere. */
function numbersOfDrawings(objects: string): Set<number> {
  const named = objects.matchAll(/\/Contents\s*(\d+)\s+\d+\s+R|\[((?:\s*\d+\s+\d+\s+R)+)\s*\]/g)
  return new Set(
    [...named].flatMap(([, one, several = '']) => [
      ...(one === undefined ? [] : [Number(one)]),
      ...several.split('R').map((one) => Number.parseInt(one.trim(), 10)),
    ]),
  )
}

/** After the line that says so. */
function beginOf(file: Buffer, at: number): number {
  const next = at + 'stream'.length
  return file[next] === 0x0d && file[next + 1] === 0x0a ? next + 2 : next + 1
}

/** Undefined for what is too long by itself. */
function unpack(packed: Uint8Array, filters: number): Uint8Array | undefined {
  const most = Math.max(mostUnpacked, Math.min(mostOfMap.bytes, packed.length * mostOfMap.ofPacked))
  let bytes = packed
  for (let i = 0; i < filters; i++) {
    try {
      // What stands behind the end of a stream is left out, and what is cut off is read as far as it goes.
      bytes = zlib.inflateSync(bytes, { maxOutputLength: most, finishFlush: zlib.constants.Z_SYNC_FLUSH })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : new Uint8Array()
    }
  }
  return bytes
}

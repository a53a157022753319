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
  const unpacked = ({ packed, filters }: Pick<Stream, 'packed' | 'filters'>) => {
    const bytes = filters > mostFilters ? undefined : unpack(packed, filters)
    together += bytes?.length ?? 0
    return together > mostTogether ? undefined : bytes
  }
  for (const stream of streamsIn(file)) {
    if (isNoContent.test(stream.head) && !isForm.test(stream.head) && stream.number !== undefined) {
      spared.push(stream)
      continue
    }
    const bytes = unpacked(stream)
    if (!bytes) return true
    if (!isOfObjects.test(stream.head)) continue
    for (const number of numbersOfDrawings(Buffer.from(bytes).toString('latin1'))) drawn.add(number)
  }
  // A page's drawing may call itself a picture.
  return spared.some(
    ({ number, ...stream }) => (drawn.has(anyObject) || drawn.has(number ?? anyObject)) && !unpacked(stream),
  )
}

/** Its number is known where its description is written plainly. */
type Stream = { number: number | undefined; head: string; packed: Uint8Array; filters: number }

/** The packed streams of a file, each with the description in front of it. */
function* streamsIn(file: Buffer): Generator<Stream> {
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const before = file.toString('latin1', Math.max(0, at - longestHead), at)
    const begin = before.lastIndexOf(' obj')
    const head = before.slice(begin + 1)
    const number = numberBefore(before.slice(0, Math.max(0, begin)), head)
    // Where its description may begin earlier, it is unpacked as often as anything in front of it is.
    const filters = number === undefined ? Math.max(1, Math.min(mostFilters, countFilters(before))) : countFilters(head)
    if (filters === 0) continue
    const end = file.indexOf('endstream', at)
    const packed = file.subarray(beginOf(file, at), end === -1 ? undefined : end)
    yield { number, head, packed, filters }
  }
}

function countFilters(head: string): number {
  return head.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
}

/** "5 0 obj <<" begins object 5, at the beginning of a line; within a string or a comment it begins none. */
function numberBefore(words: string, head: string): number | undefined {
  const [, number] = beginsObject.exec(words.slice(-longestNumber)) ?? []
  return number !== undefined && /^obj\s*<</.test(head) && areStringsWhole(head) ? Number(number) : undefined
}
const beginsObject = /[\r\n][ \t]*(?:endobj\s{1,3})?(\d{1,10})\s{1,3}\d{1,5}$/
const longestNumber = 40

function areStringsWhole(head: string): boolean {
  let open = 0
  for (let at = 0; at < head.length; at++) {
    const sign = head[at]
    if (sign === '\\') at++
    else if (sign === '(') open++
    else if (sign === ')' && --open < 0) return false
  }
  return open === 0
}

/** Stands for whatever object, where a page names its drawing in a way that is not understood. */
const anyObject = -1

/** What pages name as their drawings: one object, several, or a list of them that stands elsewhere. */
function numbersOfDrawings(objects: string): Set<number> {
  const numbers = new Set<number>()
  for (const { index, 0: key } of objects.matchAll(contentsKey)) {
    const at = spacesAndComments(objects, index + key.length)
    const named = referenceAt(objects, at, spacesAndComments)
    if (named) numbers.add(named.number)
    else if (/[\d+.%-]/.test(objects.charAt(at))) numbers.add(anyObject)
  }
  // What looks like a comment may stand in a string, and hide a list in the same line.
  for (const skipped of [spaces, spacesAndComments]) addFromLists(objects, numbers, skipped)
  return numbers
}

function addFromLists(objects: string, numbers: Set<number>, skipped: Skipped): void {
  for (let at = objects.indexOf('['); at !== -1; at = objects.indexOf('[', at)) {
    at = skipped(objects, at + 1)
    for (;;) {
      const named = referenceAt(objects, at, skipped)
      if (named) numbers.add(named.number)
      const end = named?.end ?? wordAt(objects, at)?.end
      if (end === undefined) break
      at = skipped(objects, end)
    }
  }
}

/** "/Contents", each letter also by its number: "/Cont#65nts". */
const contentsKey = new RegExp(
  `/${[...'Contents'].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}`,
  'gi',
)

/** "5 0 R", with whatever signs and comments programs allow around its numbers. */
function referenceAt(objects: string, at: number, skipped: Skipped): { number: number; end: number } | undefined {
  const first = wordAt(objects, at)
  if (!first || !/^[+\d.-]+$/.test(first.word)) return undefined
  const second = wordAt(objects, skipped(objects, first.end))
  if (!second || !/^[+\d.-]+$/.test(second.word)) return undefined
  const end = skipped(objects, second.end)
  if (objects[end] !== 'R') return undefined
  const number = Number(first.word)
  return { number: Number.isInteger(number) && number >= 0 ? number : anyObject, end: end + 1 }
}

const longestWord = 40

/** A number or a word of the file's own; undefined before brackets, names and strings. */
function wordAt(objects: string, at: number): { word: string; end: number } | undefined {
  let end = at
  while (end < objects.length && end - at < longestWord && !partsWords.has(objects.charCodeAt(end))) end++
  return end === at ? undefined : { word: objects.slice(at, end), end }
}

const whiteSpace = new Set([0, 9, 10, 12, 13, 32])
const partsWords = new Set([...whiteSpace, ...Buffer.from('[]<>(){}/%')])

/** Where the next word begins. */
type Skipped = (objects: string, from: number) => number

function spaces(objects: string, from: number): number {
  let at = from
  while (whiteSpace.has(objects.charCodeAt(at))) at++
  return at
}

function spacesAndComments(objects: string, from: number): number {
  let at = spaces(objects, from)
  while (objects[at] === '%') {
    while (at < objects.length && objects[at] !== '\n' && objects[at] !== '\r') at++
    at = spaces(objects, at)
  }
  return at
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

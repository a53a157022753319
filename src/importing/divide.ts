import { addressKey } from '../documents/address-key.ts'
import { addressIn, addressLists, addressOnly, isTable, manyDocuments } from '../documents/files.ts'
import { decodeText, NotText } from '../documents/text.ts'
import type { SentFile } from '../documents/intakes.ts'
import { Refused } from '../refused.ts'
import { formatCount } from '../words/dates.ts'

/** One document of many: where it is, or what it is read from; of a line that is only an address, both. */
export type Piece = { name: string; url?: string; content?: Uint8Array; isLine?: boolean }

export const mostPieces = 1000

/** What was pasted and sent, document by document. Throws Refused beside its field. */
export function divide({ addresses, files }: { addresses: string; files: SentFile[] }): Piece[] {
  const pasted = beside('addresses', () => readAddresses(addresses))
  const sent = files.flatMap((file) => beside('files', () => divideFile(file)))
  const pieces = onceEach([...pasted, ...sent])
  if (pieces.length === 0) throw new Refused({ addresses: 'Paste an address, or choose a file' })
  if (pieces.length > mostPieces) {
    const count = formatCount(pieces.length, 'document')
    throw new Refused({ addresses: `These are ${count}, and an import has at most 1,000. Send the others after these` })
  }
  return pieces
}

function divideFile({ bytes, name }: SentFile): Piece[] {
  if (manyDocuments.test(name)) return linesOf(bytes, name)
  if (addressLists.test(name)) return readAddresses(decodeText(bytes), name)
  const listed = /\.txt$/i.test(name) ? onlyAddresses(bytes) : undefined
  return listed === undefined ? [{ name, content: bytes }] : readAddresses(listed, name)
}

/** A text file's words, if each line is an address. */
function onlyAddresses(bytes: Uint8Array): string | undefined {
  if (bytes.length > 1_000_000) return undefined
  const lines = Buffer.from(bytes).toString().split(/\r?\n/).filter(isSomething)
  return lines.length > 0 && lines.every((line) => /^\s*https?:\/\/\S+\s*$/i.test(line)) ? lines.join('\n') : undefined
}

/** Lines, empty ones too: more would only be read to be refused. */
const mostLines = 20_000

/** The first address of each line; a heading has none. */
function readAddresses(list: string, file?: string): Piece[] {
  if (isLonger(Buffer.from(list), mostLines)) throw new NotText(tooMany(file))
  const lines = list
    .split(/\r\n?|\n/)
    .map((line, i) => ({ line, number: i + 1, url: addressIn(line, isTable.test(file ?? '')) }))
  const written = lines.filter(({ line }) => isSomething(line))
  const [first, ...others] = written
  // The first line of a table may be its heading.
  const asked = first && first.url === undefined && others.length > 0 && file !== undefined ? others : written
  const without = asked.find(({ url }) => url === undefined)
  if (without) {
    const where = file === undefined ? '' : ` of ${file}`
    throw new NotText(`There is no address in line ${without.number}${where}. Write one, beginning with https://`)
  }
  const long = asked.find(({ url }) => url !== undefined && url.length > 2000)
  if (long) throw new NotText(`The address in line ${long.number} is longer than 2,000 characters`)
  return asked.flatMap(({ url }) => (url === undefined ? [] : [{ name: url, url }]))
}

function tooMany(file: string | undefined): string {
  return `${file === undefined ? 'These have' : `${file} has`} too many lines. Send at most 1,000 documents at once`
}

function isLonger(bytes: Buffer, lines: number): boolean {
  let at = -1
  for (let n = 0; n <= lines; n++) {
    at = bytes.indexOf(0x0a, at + 1)
    if (at === -1) return false
  }
  return true
}

function linesOf(bytes: Uint8Array, name: string): Piece[] {
  const lines: Piece[] = []
  const all = Buffer.from(bytes)
  if (isLonger(all, mostLines)) throw new NotText(tooMany(name))
  for (let start = 0, number = 1; start < all.length; number++) {
    const end = all.indexOf(0x0a, start)
    const line = all.subarray(start, end === -1 ? all.length : end)
    if (lines.length > mostPieces) throw new NotText(tooMany(name))
    if (line.some((byte) => byte > 0x20)) {
      const url = addressOnly(line)
      const content = Uint8Array.from(line)
      lines.push({ name: `${name}, line ${number}`, content, isLine: true, ...(url !== undefined && { url }) })
    }
    start = end === -1 ? all.length : end + 1
  }
  return lines
}

function isSomething(line: string): boolean {
  return line.trim() !== ''
}

function onceEach(pieces: Piece[]): Piece[] {
  const seen = new Set<string>()
  return pieces.filter(({ url }) => {
    if (url === undefined) return true
    const key = addressKey(url) ?? url
    return seen.has(key) ? false : seen.add(key)
  })
}

function beside<T>(field: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotText) throw new Refused({ [field]: error.message })
    throw error
  }
}

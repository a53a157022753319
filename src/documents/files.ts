import fs from 'node:fs'
import path from 'node:path'
import { Traced } from '../anchoring/traced.ts'
import { type Fetching, NotFetched } from '../fetching/fetch.ts'
import type { FeedItem } from '../intake/feed.ts'
import { NotTaken } from '../intake/taken.ts'
import { pickKnown } from './given-fields.ts'
import {
  type FoundDocument,
  headlineOf,
  largestFile,
  readAddress,
  readBytes,
  readFeedOrPage,
  readText,
  tooLarge,
  withFacts,
} from './reading-bytes.ts'
import { decodeText, NotText } from './text.ts'

/** Where a document was found: a file, and the line if each line is a document. */
export type FileLine = { file: string; line?: number }
/** A document, or a sentence that says why it can't be read and what to do. */
export type Found = FileLine &
  (
    | { document: FoundDocument; refusal?: undefined; known?: undefined }
    | { document?: undefined; refusal: string; known?: undefined }
    /** Its address is a document's already, so that it was not fetched. */
    | { document?: undefined; refusal?: undefined; known: number }
  )

export const noAddress = 'There is no address in it. Write one, beginning with https://'

/**
 * The address in a line. One that is nothing else is taken whole; in a row of a table, or among other words, the first
 * ends where its cell does.
 */
export function addressIn(line: string, isTable: boolean): string | undefined {
  const whole = line.trim()
  if (!isTable && /^https?:\/\/\S+$/i.test(whole) && URL.canParse(whole) && !/,https?:/i.test(whole)) return whole
  return /https?:\/\/[^\s"'<>,;]+/i.exec(line)?.[0]
}

/** The document at an address, if there is one: what a list or a feed names again is not fetched again. */
export type FindKnown = (address: string) => Promise<number | undefined>

const readable = /\.(?:txt|md|markdown|jsonl|ndjson|html?|xhtml|pdf|docx|odt|eml)$/i
/** Lists of addresses, one to a line, whatever else stands in it. */
export const addressLists = /\.(?:csv|tsv|urls)$/i
/** Those of them that have other cells in a row. */
export const isTable = /\.(?:csv|tsv)$/i
/** Formats that have more in them than the text. */
const moreThanText = /\.(?:html?|xhtml|pdf|docx|odt|eml)$/i
export const manyDocuments = /\.(?:jsonl|ndjson)$/i
/** The files at these paths, those of a folder ordered by name. Unreadable ones are reported when they are read. */
export function listFiles(paths: string[]): string[] {
  return [...new Set(paths.flatMap((start) => (isAddress(start) ? [start] : filesBelow(start))))]
}

/** Whether it names a page on the web and not a file. */
function isAddress(start: string): boolean {
  return /^https?:\/\//i.test(start)
}

/** Whether these files may contain more than one document. */
export function areMany(files: string[]): boolean {
  return (
    files.length > 1 || files.some((file) => (manyDocuments.test(file) || addressLists.test(file)) && !isAddress(file))
  )
}

/** About how many documents readDocuments will return; an unreadable file counts as one. */
export async function countDocuments(files: string[]): Promise<number> {
  let count = 0
  for (const file of files)
    count +=
      (manyDocuments.test(file) || addressLists.test(file)) && !isAddress(file)
        ? await countLines(file).catch(() => 1)
        : 1
  return count
}

async function countLines(file: string): Promise<number> {
  let count = 0
  for await (const _ of readLines(file, 0)) count++
  return count
}

/**
 * Reads one document after another, so that files of any length need little memory, and a bad document stops no other.
 */
export async function* readDocuments(
  files: string[],
  maxTextBytes: number,
  fetching: Fetching,
  findKnown: FindKnown = () => Promise.resolve(undefined),
): AsyncGenerator<Found> {
  for (const file of files) {
    if (isAddress(file)) yield* readPageOrFeed(file, maxTextBytes, fetching, findKnown)
    else if (addressLists.test(file)) yield* readAddressList(file, maxTextBytes, fetching, findKnown)
    else if (manyDocuments.test(file)) yield* readJsonLines(file, maxTextBytes, fetching, findKnown)
    else yield await orRefusal({ file }, () => readDocument(file, maxTextBytes))
  }
}

/** A page, or each article that a feed tells of and that is not here yet. */
async function* readPageOrFeed(
  address: string,
  maxTextBytes: number,
  fetching: Fetching,
  findKnown: FindKnown,
): AsyncGenerator<Found> {
  const items: FeedItem[] = []
  const page = await orRefusal({ file: address }, async () => {
    const found = await readFeedOrPage(address, maxTextBytes, fetching)
    if (!('items' in found)) return found
    items.push(...found.items)
    return undefined
  })
  if (page) yield page
  for (const { url, facts } of items) {
    const known = await findKnown(url)
    if (known !== undefined) yield { file: url, known }
    else {
      const found = await orRefusal({ file: url }, () => readAddress(url, maxTextBytes, fetching))
      if (found?.document) found.document = withFacts(found.document, facts)
      if (found) yield found
    }
  }
}

/** The first address of each line; a heading has none. */
async function* readAddressList(
  file: string,
  maxTextBytes: number,
  fetching: Fetching,
  findKnown: FindKnown,
): AsyncGenerator<Found> {
  let count = 0
  try {
    sizeOf(file)
    for await (const { line, bytes } of readLines(file, 64 * 1024)) {
      const address = addressIn(bytes ? Buffer.from(bytes).toString() : '', isTable.test(file))
      if (address === undefined && count === 0 && line === 1) continue
      count++
      const known = address === undefined ? undefined : await findKnown(address)
      if (known !== undefined) yield { file, line, known }
      else {
        const found = await orRefusal({ file, line }, () => {
          if (address === undefined) throw new NotText(noAddress)
          return readAddress(address, maxTextBytes, fetching)
        })
        if (found) yield found
      }
    }
    if (count === 0) throw new NotText('There is no address in it. Write one on each line')
  } catch (error) {
    yield { file, refusal: sentence(error) }
  }
}

/** Reads one document, as plain text, from another program's output or the terminal. */
export async function readStream(stream: AsyncIterable<Buffer>, name: string, maxTextBytes: number): Promise<Found> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > maxTextBytes) break
    parts.push(part)
  }
  return orRefusal({ file: name }, async () => {
    if (size > maxTextBytes) throw tooLarge(maxTextBytes)
    return readText(Buffer.concat(parts), name, maxTextBytes)
  })
}

/** The beginning of a message about a document. */
export function nameOf({ file, line }: FileLine): string {
  return line === undefined ? file : `${file}, line ${line}`
}

function filesBelow(start: string): string[] {
  const files = walk(start)
  return files.length > 0 ? files : [start]
}

function walk(start: string): string[] {
  try {
    if (!fs.statSync(start).isDirectory()) return [start]
    const entries = fs.readdirSync(start, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
    return entries
      .filter((entry) => entry.isDirectory() || readable.test(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name }) => walk(path.join(start, name)))
  } catch {
    return [start]
  }
}

async function readDocument(file: string, maxTextBytes: number): Promise<FoundDocument> {
  const most = moreThanText.test(file) ? largestFile : maxTextBytes
  if (sizeOf(file) > most) throw tooLarge(most)
  return readBytes({ bytes: await fs.promises.readFile(file), name: file }, maxTextBytes)
}

function sizeOf(file: string): number {
  const stat = fs.statSync(file)
  if (stat.isDirectory()) {
    fs.readdirSync(file) // Where the folder may not be read, report that.
    throw new NotText(
      'There is nothing in this folder that can be read (.txt, .md, .html, .pdf, .docx, .odt, .eml, .jsonl). Name another, or a file',
    )
  }
  if (!stat.isFile()) throw new NotText('It is neither a file nor a folder. Save its output in a file first')
  return stat.size
}

async function* readJsonLines(
  file: string,
  maxTextBytes: number,
  fetching: Fetching,
  findKnown: FindKnown,
): AsyncGenerator<Found> {
  // A letter takes up to three bytes in UTF-8 and six when JSON escapes it; the rest is for the other fields.
  const longest = maxTextBytes * 3 + 64 * 1024
  let count = 0
  try {
    sizeOf(file)
    for await (const { line, bytes } of readLines(file, longest)) {
      count++
      if (bytes?.includes(0))
        throw new NotText(`Line ${line} is not text in UTF-8. Save the file again with that encoding`)
      const address = bytes && addressOnly(bytes)
      const known = address === undefined ? undefined : await findKnown(address)
      if (known !== undefined) yield { file, line, known }
      else
        yield await orRefusal({ file, line }, () => {
          if (!bytes) throw tooLarge(maxTextBytes)
          return readLine(bytes, `${path.basename(file)}, line ${line}`, maxTextBytes, fetching)
        })
    }
    if (count === 0) throw new NotText('The file is empty. Write one object with its text on each line')
  } catch (error) {
    yield { file, refusal: sentence(error) }
  }
}

/** A file's non-blank lines, numbered from 1; for a line longer than `longest`, only its number. */
async function* readLines(file: string, longest: number): AsyncGenerator<{ line: number; bytes: Buffer | undefined }> {
  let line = 1
  let parts: Buffer[] = []
  let length = 0
  let isBlank = true
  const add = (part: Buffer) => {
    length += part.length
    isBlank &&= part.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
    if (length <= longest) parts.push(part)
  }
  const finish = () => {
    const finished = isBlank ? undefined : { line, bytes: length <= longest ? Buffer.concat(parts) : undefined }
    line++
    parts = []
    length = 0
    isBlank = true
    return finished
  }

  for await (const chunk of fs.createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, end))
      const finished = finish()
      if (finished) yield finished
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  const last = finish()
  if (last) yield last
}

/** A longer line contains more than an address. */
const longestAddressOnly = 8192

/** The address in a line that has no text beside it: its page is to be fetched. */
export function addressOnly(bytes: Uint8Array): string | undefined {
  if (bytes.length > longestAddressOnly) return undefined
  try {
    const { text, url } = pickKnown(parseObject(decodeText(bytes)))
    return text === undefined && typeof url === 'string' && isAddress(url) ? url : undefined
  } catch (error) {
    // Reading it says what is wrong with it.
    if (error instanceof NotText) return undefined
    throw error
  }
}

/** An object with a text, or with no more than an address to fetch it from. */
export async function readLine(
  bytes: Uint8Array,
  name: string,
  maxTextBytes: number,
  fetching: Fetching,
): Promise<FoundDocument> {
  const { text, ...fields } = pickKnown(parseObject(decodeText(bytes)))
  refuseControls(fields)
  if (text === undefined && typeof fields.url === 'string' && isAddress(fields.url)) {
    const found = await readAddress(fields.url, maxTextBytes, fetching)
    return { ...found, fields: { ...found.fields, ...fields } }
  }
  if (typeof text !== 'string') {
    throw new NotText('It has no "text". Write the words as they were published there, or the "url" of their page')
  }
  const title = fields.title ?? headlineOf(text) ?? name
  return { fields: { ...fields, title, text }, traced: Traced.of(text), originalName: name, original: bytes }
}

function parseObject(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Reported below, with the same message as for valid JSON that is no object.
  }
  throw new NotText('It is not a JSON object. Write {"title": …, "publisher": …, "text": …} on one line')
}

/** normaliseText reports control characters in the text; in these fields only the database would find them. */
function refuseControls(fields: object): void {
  for (const [name, value] of Object.entries(fields)) {
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000E-\u001F\u007F]/.test([value].flat().join())) {
      throw new NotText(`Its ${name} has control characters in it. Write it without them`)
    }
  }
}

async function orRefusal(at: FileLine, read: () => FoundDocument | Promise<FoundDocument>): Promise<Found>
async function orRefusal(at: FileLine, read: () => Promise<FoundDocument | undefined>): Promise<Found | undefined>
async function orRefusal(
  at: FileLine,
  read: () => FoundDocument | undefined | Promise<FoundDocument | undefined>,
): Promise<Found | undefined> {
  try {
    const document = await read()
    return document && { ...at, document }
  } catch (error) {
    return { ...at, refusal: sentence(error) }
  }
}

function sentence(error: unknown): string {
  if (error instanceof NotText || error instanceof NotTaken || error instanceof NotFetched) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'There is no such file. Look at how its name is written'
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read it. Ask its owner for permission'
  if (typeof code === 'string') return `It can’t be read (${code}). Copy it to another place, and try again`
  throw error
}

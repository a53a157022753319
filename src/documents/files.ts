import fs from 'node:fs'
import path from 'node:path'
import { readMarkdown } from './markdown.ts'
import { decodeText, normaliseText, NotText } from './text.ts'

/** Where a document was found: a file, and the line if each line is a document. */
export type FileLine = { file: string; line?: number }
/** A document as read from a file, before NewDocument checks it; there is always a title. */
export type FoundDocument = {
  fields: Known & { title: unknown; text: string }
  originalName: string
  original?: Uint8Array
}
/** A document, or a sentence that says why it can't be read and what to do. */
export type Found = FileLine &
  ({ document: FoundDocument; refusal?: undefined } | { document?: undefined; refusal: string })

const readable = /\.(?:txt|md|markdown|jsonl|ndjson)$/i
const markdown = /\.(?:md|markdown)$/i
const manyDocuments = /\.(?:jsonl|ndjson)$/i
/** Formats that contain text, but not only the published text. */
const markup = /\.(?:html?|xhtml|xml|rtf|json)$/i

/** A longer first line is a paragraph, not a headline. */
const longestHeadline = 150
const longestTitle = 500

/** The files at these paths, those of a folder ordered by name. Unreadable ones are reported when they are read. */
export function listFiles(paths: string[]): string[] {
  return [...new Set(paths.flatMap(filesBelow))]
}

/** Whether these files may contain more than one document. */
export function areMany(files: string[]): boolean {
  return files.length > 1 || files.some((file) => manyDocuments.test(file))
}

/** About how many documents readDocuments will return; an unreadable file counts as one. */
export async function countDocuments(files: string[]): Promise<number> {
  let count = 0
  for (const file of files) count += manyDocuments.test(file) ? await countLines(file).catch(() => 1) : 1
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
export async function* readDocuments(files: string[], maxTextBytes: number): AsyncGenerator<Found> {
  for (const file of files) {
    if (manyDocuments.test(file)) yield* readJsonLines(file, maxTextBytes)
    else yield orRefusal({ file }, () => readDocument(file, maxTextBytes))
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
  return orRefusal({ file: name }, () => {
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

function readDocument(file: string, maxTextBytes: number): FoundDocument {
  if (markup.test(file)) {
    throw new NotText('It has marks for programs between its words. Save the article as plain text or Markdown first')
  }
  const size = sizeOf(file)
  if (size > maxTextBytes) throw tooLarge(maxTextBytes)

  return readText(fs.readFileSync(file), file, maxTextBytes)
}

function readText(original: Uint8Array, file: string, maxTextBytes: number): FoundDocument {
  const raw = decodeText(original)
  // Here a control character is reported with its line in the file; after parsing Markdown it would be another line.
  normaliseText(raw, maxTextBytes)

  const { matter, body } = splitFrontMatter(raw)
  const { heading, text } = markdown.test(file) ? readMarkdown(body) : { heading: undefined, text: body }
  const title = matter.title ?? asTitle(heading) ?? headlineOf(text) ?? path.parse(file).name
  return { fields: { ...matter, title, text }, originalName: path.basename(file), original }
}

function sizeOf(file: string): number {
  const stat = fs.statSync(file)
  if (stat.isDirectory()) {
    fs.readdirSync(file) // Where the folder may not be read, report that.
    throw new NotText('There is no .txt, .md or .jsonl file in this folder. Name another, or a file')
  }
  if (!stat.isFile()) throw new NotText('It is neither a file nor a folder. Save what it gives in a file first')
  return stat.size
}

function tooLarge(maxTextBytes: number): NotText {
  const limit = Math.round((maxTextBytes / 1024 / 1024) * 100) / 100
  return new NotText(`It is larger than ${limit} MB. Split it, or ask whoever runs the desk to raise MAX_TEXT_MB`)
}

async function* readJsonLines(file: string, maxTextBytes: number): AsyncGenerator<Found> {
  // A letter takes up to three bytes in UTF-8 and six when JSON escapes it; the rest is for the other fields.
  const longest = maxTextBytes * 3 + 64 * 1024
  let count = 0
  try {
    sizeOf(file)
    for await (const { line, bytes } of readLines(file, longest)) {
      count++
      if (bytes?.includes(0))
        throw new NotText(`Line ${line} is not text in UTF-8. Save the file again with that encoding`)
      yield orRefusal({ file, line }, () => {
        if (!bytes) throw tooLarge(maxTextBytes)
        return readLine(bytes, `${path.basename(file)}, line ${line}`)
      })
    }
    if (count === 0) throw new NotText('There is nothing in it. Write one object, with its text, to a line')
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

function readLine(bytes: Uint8Array, name: string): FoundDocument {
  const object = parseObject(decodeText(bytes))
  const { text, ...fields } = pickKnown(object)
  if (typeof text !== 'string') throw new NotText('It has no "text". Write the words as they were published there')
  refuseControls(fields)

  const title = fields.title ?? headlineOf(text) ?? name
  return { fields: { ...fields, title, text }, originalName: name }
}

function parseObject(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Reported below, with the same message as for valid JSON that is no object.
  }
  throw new NotText('It is no JSON object. Write {"title": …, "publisher": …, "text": …} in one line')
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

const known = ['title', 'publisher', 'authors', 'url', 'published', 'language', 'kind', 'text'] as const
type Known = Partial<Record<(typeof known)[number], unknown>>

/** The known fields of a document; any other that a program wrote is ignored. */
function pickKnown(given: Record<string, unknown>): Known {
  const { author, date, lang, ...own } = given
  const named: Record<string, unknown> = { authors: author, published: date, language: lang, ...own }
  const picked = known
    .map((name) => [name, named[name]] as const)
    .filter(([, value]) => (value ?? undefined) !== undefined)
  return Object.fromEntries(picked.map(([name, value]) => [name, name === 'published' ? dayOf(value) : value]))
}

/** "2021-10-07T18:30:00+03:00" becomes its day as printed; the time of day is not stored. */
function dayOf(date: unknown): unknown {
  if (typeof date === 'number') return String(date)
  return typeof date === 'string' ? date.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1') : date
}

/** `key: value` lines between two `---` at the very top, with `- item` lines for lists; any other text is all body. */
function splitFrontMatter(raw: string): { matter: Known; body: string } {
  const [whole, inside] = /^---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/.exec(raw) ?? []
  const lines = inside?.split(/\r\n?|\n/) ?? []
  const isMatter = lines.every((line) => /^(?:\s.*|#.*|-\s.*|[\w-]+:(?:\s.*)?)?$/.test(line))
  if (whole === undefined || !isMatter || !/^[\w-]+:/.test(lines[0] ?? '')) return { matter: {}, body: raw }

  const given: Record<string, unknown> = {}
  let key = ''
  for (const line of lines) {
    const [, name, value] = /^([\w-]+):(.*)$/s.exec(line) ?? []
    const [, item] = /^\s*-\s(.*)$/s.exec(line) ?? []
    if (name !== undefined && value !== undefined) given[(key = name.toLowerCase())] = listOf(value) ?? unquote(value)
    else if (item !== undefined) {
      const items: unknown = given[key]
      if (Array.isArray(items)) items.push(unquote(item))
      else given[key] = [unquote(item)]
    }
  }
  const { text: _, ...matter } = pickKnown(withoutBlank(given))
  return { matter, body: raw.slice(whole.length) }
}

function listOf(value: string): string[] | undefined {
  const [, inside] = /^\[(.*)\]$/.exec(value.trim()) ?? []
  return inside?.split(',').map(unquote)
}

function unquote(value: string): string {
  const [, , inside] = /^(["'])(.*)\1$/.exec(value.trim()) ?? []
  return inside ?? value.trim()
}

function withoutBlank(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

function asTitle(words: unknown): string | undefined {
  if (typeof words !== 'string') return undefined
  const line = words.replace(/\s+/g, ' ').trim()
  return line !== '' && line.length <= longestTitle ? line : undefined
}

function headlineOf(text: string): string | undefined {
  const line = asTitle(/\S.*/.exec(text)?.[0])
  return line !== undefined && line.length <= longestHeadline ? line : undefined
}

function orRefusal(at: FileLine, read: () => FoundDocument): Found {
  try {
    return { ...at, document: read() }
  } catch (error) {
    return { ...at, refusal: sentence(error) }
  }
}

function sentence(error: unknown): string {
  if (error instanceof NotText) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'There is no such file. Look at how its name is written'
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read it. Ask whoever owns it for permission'
  if (typeof code === 'string') return `It can’t be read (${code}). Copy it to another place, and try again`
  throw error
}

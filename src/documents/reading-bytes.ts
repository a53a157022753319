import path from 'node:path'
import { Traced } from '../anchoring/traced.ts'
import { type Exchange, type Fetched, type Fetching } from '../fetching/fetch.ts'
import { fetchPage } from '../fetching/polite.ts'
import type { FeedItem } from '../intake/feed.ts'
import { storable } from '../intake/facts.ts'
import { factsOfPlain } from '../intake/plain-facts.ts'
import { isFeed, tellFormat } from '../intake/format.ts'
import { headlineOf as headlineAmong } from '../intake/kind.ts'
import { type Facts, type Given, NotTaken, type Taken } from '../intake/taken.ts'
import { readFeedInThread, readInThread } from '../intake/thread.ts'
import { splitFrontMatter } from './front-matter.ts'
import { type Known } from './given-fields.ts'
import { readMarkdown } from './markdown.ts'
import { decodeText, hasMark, normaliseText, NotText } from './text.ts'

/** A document as read from a file or an address, before NewDocument checks it; there is always a title. */
export type FoundDocument = {
  fields: Known & { title: unknown; text: string }
  originalName: string
  /** Where each word of the text stands in the file, or in its line's text, byte order mark and front matter included. */
  traced?: Traced
  /** The address that was asked, if it was fetched. */
  fetchedFrom?: string
  original?: Uint8Array
  /** What was asked and answered, if it was fetched. */
  exchange?: Exchange
  /** Of a page, a PDF or a mail: what stood beside the text, and what could not be read. */
  leftOut?: string[]
  remarks?: string[]
}

const markdown = /\.(?:md|markdown)$/i
/** Formats that contain text, but not only the published text. */
const markup = /\.(?:xml|rtf|json)$/i

/** The largest file in a format that is more than its text, in bytes. */
export const largestFile = 50_000_000
const longestTitle = 500

/** Reads a file in any of the formats. Throws NotTaken or NotText with a sentence. */
export async function readBytes(given: Given, maxTextBytes: number): Promise<FoundDocument> {
  const format = tellFormat(given)
  if (format === undefined) return readText(given.bytes, given.name, maxTextBytes)
  if (given.bytes.length > largestFile) throw tooLarge(largestFile)
  return described(await readInThread(format, given), given, maxTextBytes)
}

function described(
  { text, facts, leftOut, remarks }: Taken,
  { bytes, name, url }: Given,
  maxTextBytes: number,
): FoundDocument {
  normaliseText(text, maxTextBytes)
  const title = storable(facts.title ?? '') || (headlineOf(text) ?? path.parse(name).name)
  const address = facts.url ?? url
  return {
    ...asStored({
      ...facts,
      ...(address !== undefined && { url: address }),
      title: title.slice(0, longestTitle),
      text,
    }),
    originalName: storable(path.basename(name)),
    original: bytes,
    leftOut: leftOut.map(storable),
    remarks: remarks.map(storable),
  }
}

/** Strangers wrote what a page or file says about itself; the text has its own rules, and places in it are counted. */
function asStored({ text, ...facts }: FoundDocument['fields']): Pick<FoundDocument, 'fields'> {
  const kept = Object.entries(facts).map(([name, value]) => [name, allStorable(value)] as const)
  return { fields: { ...Object.fromEntries(kept), title: allStorable(facts.title), text: text.toWellFormed() } }
}

function allStorable(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(allStorable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), allStorable(one)]))
}

/** Fetches a page or a file and reads it. Throws NotFetched, NotTaken or NotText with a sentence. */
export async function readAddress(address: string, maxTextBytes: number, fetching: Fetching): Promise<FoundDocument> {
  const found = await readFetched(await fetchPage(address, fetching), maxTextBytes)
  return { ...found, fetchedFrom: address }
}

/** A page or a file, or the articles of a feed. Throws NotFetched, NotTaken or NotText with a sentence. */
export async function readFeedOrPage(
  address: string,
  maxTextBytes: number,
  fetching: Fetching,
): Promise<FoundDocument | { items: FeedItem[] }> {
  const fetched = await fetchPage(address, fetching)
  const items = await readFetchedFeed(fetched)
  if (items === undefined) return { ...(await readFetched(fetched, maxTextBytes)), fetchedFrom: address }
  if (items.length === 0) throw new NotTaken('There is no article in this feed')
  return { items }
}

const longestFeed = 10_000_000

/** The articles of a feed; undefined for anything else. */
export async function readFetchedFeed({ bytes, url }: Fetched): Promise<FeedItem[] | undefined> {
  if (!isFeed(Buffer.from(bytes.subarray(0, 100_000)).toString())) return undefined
  if (bytes.length > longestFeed) throw tooLarge(longestFeed)
  return readFeedInThread({ bytes, name: '', url })
}

/** What a feed says counts where the article itself says nothing. */
export function withFacts(found: FoundDocument, facts: Facts): FoundDocument {
  return { ...found, fields: { ...facts, ...found.fields } }
}

export async function readFetched(
  { url, bytes, mediaType, exchange }: Fetched,
  maxTextBytes: number,
): Promise<FoundDocument> {
  const name = decodedName(url)
  const found = await readBytes({ bytes, name, url, ...(mediaType !== undefined && { mediaType }) }, maxTextBytes)
  return { ...found, exchange, fields: { ...found.fields, url: found.fields.url ?? url } }
}

/** What the address ends in, as a file's name. */
function decodedName(url: string): string {
  const { hostname, pathname } = new URL(url)
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname
  try {
    // eslint-disable-next-line no-control-regex
    return decodeURIComponent(last).replaceAll(/[\u0000-\u001F\u007F]/g, '')
  } catch {
    return last
  }
}

/** Plain text or Markdown, with or without front matter. */
export function readText(original: Uint8Array, file: string, maxTextBytes: number): FoundDocument {
  if (markup.test(file)) {
    throw new NotText('Its text is mixed with code. Save the article as plain text or Markdown first')
  }
  if (original.length > maxTextBytes) throw tooLarge(maxTextBytes)
  const raw = decodeText(original)
  // Here a control character is reported with its line in the file; after parsing Markdown it would be another line.
  normaliseText(raw, maxTextBytes)

  const { matter, body } = splitFrontMatter(raw)
  const whole = Traced.of(hasMark(original) ? `\uFEFF${raw}` : raw)
  const traced = whole.slice(whole.length - body.length)
  const read = markdown.test(file) ? readMarkdown(traced) : { heading: undefined, text: body, traced }
  const { heading, text } = read
  const said = factsOfPlain(text)
  const title = matter.title ?? asTitle(heading) ?? asTitle(said.title) ?? headlineOf(text) ?? path.parse(file).name
  return {
    ...asStored({ ...said, ...matter, title, text }),
    traced: read.traced,
    originalName: storable(path.basename(file)),
    original,
  }
}

export function tooLarge(maxBytes: number): NotText {
  const limit = Math.round((maxBytes / 1024 / 1024) * 100) / 100
  return new NotText(`It is larger than ${limit} MB. Split it, or ask the people who run the desk to raise MAX_TEXT_MB`)
}

/** The first line, where it is short enough to be a headline. */
export function headlineOf(text: string): string | undefined {
  return headlineAmong(text.slice(0, 3000).split('\n'))
}

function asTitle(words: unknown): string | undefined {
  if (typeof words !== 'string') return undefined
  const line = words.replace(/\s+/g, ' ').trim()
  return line !== '' && line.length <= longestTitle ? line : undefined
}

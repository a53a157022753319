import type { DocumentKind } from '../database/client/enums.ts'

/** Why nothing can be taken from these bytes, and what to do: a sentence for the person who sent them. */
export class NotTaken extends Error {}

/** What a page, a file or a mail says about itself, as far as it does; an editor looks at it before it is stored. */
export type Facts = {
  title?: string
  authors?: string[]
  publisher?: string
  /** As far as it is known: 2021-10-07, 2021-10 or 2021, the day where it was published. */
  published?: string
  /** The canonical address. */
  url?: string
  /** A language tag, canonical. */
  language?: string
  kind?: DocumentKind
}

/** What was published, and what stood beside it. */
export type Taken = {
  /** Paragraphs are separated by blank lines; items of a list and rows of a table stand each in a line. */
  text: string
  facts: Facts
  /** Paragraphs that were not taken for part of it, in their order, so that an editor can put them back. */
  leftOut: string[]
  /** Sentences about what could not be read. */
  remarks: string[]
}

/** Bytes, and what whoever gave them said about them. */
export type Given = {
  bytes: Uint8Array
  /** The file's name, or the last part of its address. */
  name: string
  /** The Content-Type that a server gave, with its parameters. */
  mediaType?: string
  /** Where it was fetched. */
  url?: string
}

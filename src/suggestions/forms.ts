import type { FileLine } from '../documents/files.ts'
import type { Extraction } from '../extraction/statement.ts'

/** The ways in which suggestions can be printed. */
export const forms = ['text', 'json', 'brat', 'csv'] as const
export type FormName = (typeof forms)[number]

/** What was read of one document, and what is suggested for it. */
export type Suggested = FileLine & {
  text: string
  publisher?: string
  extraction: Extraction
  /** The same with offsets in the file as it is, and its words, where that can be. */
  counted?: { text: string; extraction: Extraction }
}

/** What `extract --help` says below the options. */
export const notes = `
text  for people: who said it, through whom, the words in [[ ]] where they stand, and why they are suggested
json  as docs/extraction.schema.json describes it; for several files, or a .jsonl, one object per line, which begins
      with its "file" (and "line")
brat  standoff annotations, as NAME.ann beside NAME.txt; one document only
csv   one statement per row; cells that a spreadsheet would take for a formula begin with a '

Offsets count Unicode code points, half-open. In a text or Markdown file they count in the file as it is on
disk: the byte order mark, both characters of a CRLF, front matter and Markdown marks count too, and a passage with
marks between its words is in pieces. In a .jsonl they count in its "text". For pages, PDF, office files and mail, and
always with --text NAME.txt, they count in the text as the desk stores it, which --text writes. brat also needs an
annotation.conf: it is written beside NAME.txt, or where --conf says, unless there is one already.

A file can contain its own date and publisher, between two lines of --- at its top, or in its line of a .jsonl; an
option overrides them. Files that can't be read are listed on standard error, and the exit status is then 1.
`

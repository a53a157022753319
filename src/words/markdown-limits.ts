import type { Rewritable } from '../anchoring/traced.ts'

/**
 * For each mark the parser searches to the end of the text for the closing one, so thousands of them take seconds.
 * Nobody emphasises more often than this; beyond it, the marks are treated as plain text.
 */
const mostMarks = [
  { marks: /[*_](?![*_])/g, most: 400, constructs: ['attention'] },
  { marks: /`(?!`)/g, most: 200, constructs: ['codeText'] },
  { marks: /\[/g, most: 200, constructs: ['labelStartLink', 'labelStartImage', 'labelEnd'] },
  { marks: /\n/g, most: 1000, constructs: ['blockQuote', 'list'] },
]

/** The constructs that the parser must ignore in a text or block to be fast: its names for them. */
export function overdoneIn(markdown: string): string[] {
  return mostMarks
    .filter(({ marks, most }) => (markdown.match(marks) ?? []).length > most)
    .flatMap(({ constructs }) => constructs)
}

const mostLevels = 12

/** Quotes and lists nested a thousand deep take the parser seconds; nobody reads past a dozen. */
export function flatten<T extends Pick<Rewritable<T>, 'replace'>>(markdown: T): T {
  return markdown.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, (markers) =>
    (markers.match(/(?<![ \t])[ \t]*(?:>|[-*+]|\d{1,9}[.)])/g) ?? []).slice(0, mostLevels).join(''),
  )
}

/**
 * From each mark the parser looks as far as the end of the text for what closes it, so thousands of them take it seconds.
 * Whoever emphasises more often than this emphasises nothing: then the marks are words.
 */
const mostMarks = [
  { marks: /[*_](?![*_])/g, most: 400, constructs: ['attention'] },
  { marks: /`(?!`)/g, most: 200, constructs: ['codeText'] },
  { marks: /\[/g, most: 200, constructs: ['labelStartLink', 'labelStartImage', 'labelEnd'] },
  { marks: /\n/g, most: 1000, constructs: ['blockQuote', 'list'] },
]

/** What the parser must leave alone in a text, or in one block of it, to be done with it soon: its names for those. */
export function overdoneIn(markdown: string): string[] {
  return mostMarks
    .filter(({ marks, most }) => (markdown.match(marks) ?? []).length > most)
    .flatMap(({ constructs }) => constructs)
}

const mostLevels = 12

/** Quotes and lists in each other a thousand deep take the parser seconds; nobody reads past a dozen. */
export function flatten(markdown: string): string {
  return markdown.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, (markers) =>
    (markers.match(/(?<![ \t])[ \t]*(?:>|[-*+]|\d{1,9}[.)])/g) ?? []).slice(0, mostLevels).join(''),
  )
}

import { test } from 'node:test'
import { findQuote, longestFoundPrefix, quotable } from '../src/anchoring/find-quote.ts'
import { readMarkdown } from '../src/documents/markdown.ts'
import { normaliseText } from '../src/documents/text.ts'
import { extractStatements } from '../src/extraction/extract.ts'
import { linesOf, listHandles, renderMarkdown } from '../src/notes/markdown.ts'
import { foldName } from '../src/words/names.ts'
import { needlesIn, cutPassage } from '../src/search/passage.ts'
import { parseQuery } from '../src/search/query.ts'
import { suggestedValues } from '../src/suggestions/values.ts'
import { assertLinear, repeated } from './support/linear.ts'

/** What makes parsers look far ahead: addresses, entities, marks that nothing closes, quotes and lists in each other. */
const markdown: Record<string, (length: number) => string> = {
  'an address and entities': (length) => `www.a.b${'&a;'.repeat(length / 3)}`,
  'addresses with entities': repeated('www.a.b&a;'),
  'an address and full stops': (length) => `http://a.b/${'.'.repeat(length)}`,
  'an address and brackets': (length) => `www.a.b/${')'.repeat(length)}`,
  'addresses that are none': repeated('www._'),
  'addresses in brackets': repeated('[www.a.b/', ' x'),
  'mail addresses': repeated('a@b.c'),
  'addresses behind an open bracket': (length) => `![${'"0\\a'.repeat(length / 4)}`,
  emphasis: repeated('*a _b '),
  'emphasis that ends': repeated('*a', '*'),
  'open brackets': repeated('[a'),
  'brackets in brackets': repeated('[', ']'),
  pictures: repeated('![a](b'),
  'open code': repeated('\\``', '1é'),
  'code of all lengths': (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, i) => '`'.repeat(i)).join(' '),
  'quotes in each other': repeated('>'),
  'a long quote': (length) => `> ${'|\n'.repeat(length / 2)}`,
  'lists in each other': repeated('- '),
  'lists further and further in': (length) =>
    Array.from({ length: Math.sqrt(length) }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
  'list items': repeated('- a\n'),
  'what looks like HTML': repeated('<a '),
  'open comments': repeated('<!--'),
  mentions: repeated('@a-'),
  'backslashes, spaces, tabs': repeated('\\', ' ', '\t'),
  'lines of a table': repeated('|a|b|\n'),
  definitions: repeated('[a]: b\n'),
}

test('no note takes longer than its length is worth', () => {
  const longest = 10_000
  let made = 0
  for (const [of, make] of Object.entries(markdown)) {
    // Each another text, since what was rendered lately is kept.
    assertLinear(of, (text) => renderMarkdown(`${text} ${made++}`), make, longest / 8)
    assertLinear(of, listHandles, make, longest / 8)
    assertLinear(of, (text) => linesOf(`${text} ${made++}`), make, longest / 8)
  }
})

test('no Markdown file takes longer to read than its length is worth', () => {
  for (const [of, make] of Object.entries(markdown)) assertLinear(of, readMarkdown, make, 4000)
})

test('no text takes longer to import than its length is worth', () => {
  for (const words of [' ', 'a ', ' \n', '\n', '\t\n ', '\u2029', '\r', 'e\u0301', '\ud800', '😀'])
    assertLinear(JSON.stringify(words), (text) => normaliseText(`a${text}a`, 1e9), repeated(words), 50_000)
})

test('no text takes longer to read for suggestions than its length is worth', () => {
  for (const words of [
    ['"'],
    ['“'],
    ['‘'],
    ['“', '”'],
    ['he said that '],
    ['he said “a” '],
    ['MR. X: a\n'],
    [', who '],
    ['(', ')'],
    ['A '],
    ['a'],
    [' '],
    ['1 '],
    ['He said that it rained. ', 'http://'],
    ['He said that it rained. ', '@http://a'],
    ['a\n\n'],
    ['Mary Stone said. '],
    ['two officials said, '],
    ['of the '],
    ['on Monday '],
    ['...'],
    ["''"],
    ['Mr. '],
  ])
    // prettier-ignore
    assertLinear(words.join(), (text) => extractStatements(text, { publishedOn: '2024-02-29' }), repeated(...words), 3000)
})

test('no quotation takes longer to bare of its marks than its length is worth', () => {
  const found = (length: number) => ({
    content: [{ start: 0, end: length }],
    hops: [],
    act: 'says',
    polarity: 'positive',
  })
  for (const [before, after] of [
    ['“', '“'],
    ['that', ''],
    ['“a', ' ,'],
  ] as const) {
    const make = (length: number) => `${before}${' '.repeat(length)}${after}`
    assertLinear(before, (text) => suggestedValues(found(text.length) as never, text), make, 2000)
  }
})

test('no search takes longer to understand, or to show a hit of, than its length is worth', () => {
  for (const words of ['-', 'by:', '"', '" ', ':', 'a', 'a:a', '“'])
    assertLinear(words, parseQuery, repeated(words), 20_000)
  const needles = needlesIn(parseQuery('"a a a a a a a b" a -b').terms)
  for (const words of ['a ', 'a', 'é', '文', '- '])
    assertLinear(words, (text) => cutPassage(text, needles), repeated(words), 20_000)
})

test('no name takes longer to fold than its length is worth', () => {
  for (const words of [' ', 'a', 'a ', 'é', '’', '.', '-', '(', 'von '])
    assertLinear(words, foldName, repeated(words), 20_000)
})

test('no quotation takes longer to find than the text is worth', () => {
  for (const words of ['x', 'x ', ' ', '“x', '😀', 'x-', 'e\u0301']) {
    assertLinear(words, (text) => findQuote(quotable(text), 'x'), repeated(words), 20_000)
    assertLinear(
      words,
      (text) => findQuote(quotable(`${text}y`), `${text.slice(0, text.length / 2)}z`),
      repeated(words),
      20_000,
    )
    assertLinear(words, (text) => longestFoundPrefix(quotable(text), `${text}z`), repeated(words), 20_000)
  }
})

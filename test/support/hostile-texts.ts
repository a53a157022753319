import type { IncomingMessage } from 'node:http'
import { findQuote, fitQuote, longestFoundPrefix, quotable, type Stretch } from '../../src/anchoring/find-quote.ts'
import { readMarkdown } from '../../src/documents/markdown.ts'
import { normaliseText } from '../../src/documents/text.ts'
import { extractStatements } from '../../src/extraction/extract.ts'
import { tellKind } from '../../src/intake/kind.ts'
import { seeMends } from '../../src/intake/mends.ts'
import { linesOf, listHandles, renderMarkdown } from '../../src/notes/markdown.ts'
import { cutPassage, needlesIn } from '../../src/search/passage.ts'
import { parseQuery } from '../../src/search/query.ts'
import { suggestedValues } from '../../src/suggestions/values.ts'
import { chooseFormat, page } from '../../src/web/negotiation.ts'
import { foldName } from '../../src/words/names.ts'

type Make = (length: number) => string

/** Something that reads what people send, with texts that are made to keep it busy for long. */
export type Reader = {
  name: string
  texts: Record<string, Make>
  /** Letters of the longest text that it gets here. */
  longest: number
  read: (text: string) => unknown
  /** Whether what it read can be so. */
  isSound: (text: string) => boolean
}

/** Texts of a given length made of these words, repeated. */
function repeated(...words: string[]): Make {
  return (length) =>
    words
      .map((word) => word.repeat(Math.ceil(length / words.length / word.length)))
      .join('')
      .slice(0, length)
}

/** Texts of single words or several, each named by them. */
function textsOf(...lists: (string | readonly string[])[]): Record<string, Make> {
  return Object.fromEntries(
    lists
      .map((words) => (typeof words === 'string' ? [words] : words))
      .map((words) => [JSON.stringify(words.join('')), repeated(...words)]),
  )
}

function reader<Read>(
  name: string,
  longest: number,
  texts: Record<string, Make>,
  read: (text: string) => Read,
  isRight: (read: Read, text: string) => boolean,
): Reader {
  return { name, longest, texts, read, isSound: (text) => isRight(read(text), text) }
}

/** What makes parsers look far ahead: addresses, entities, marks that nothing closes, quotes and lists in each other. */
const markdown: Record<string, Make> = {
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

const isWithin = (stretches: readonly Stretch[], length: number) =>
  stretches.every(({ start, end }) => 0 <= start && start < end && end <= length)
const lengthOf = (text: string) => Array.from(text).length

let made = 0
/** Each another text, since what was rendered lately is kept. */
const anew = (text: string) => `${text} ${made++}`

const suggestions = (name: string, longest: number, texts: Record<string, Make>, before = '') =>
  reader(
    name,
    longest,
    texts,
    (text) => extractStatements(before + text, { publishedOn: '2024-02-29' }),
    ({ statements }, text) => statements.every(({ content }) => isWithin(content, lengthOf(before + text))),
  )

const german = 'Die Ministerin sagte am Montag vor Journalisten, dass der Kai bis Mai geschlossen bleibe. '.repeat(5)
const russian = 'Министр заявил журналистам в понедельник, что причал будет закрыт до мая. '.repeat(5)
/** A statement that reaches over all of a text. */
const whole = (length: number) => ({
  content: [{ start: 0, end: length }],
  hops: [],
  act: 'says',
  polarity: 'positive',
})

/** Every reader of texts that people send. `npm run bench -- growth` measures how the work of each grows. */
export const readers: Reader[] = [
  reader(
    'a note is rendered',
    10_000,
    markdown,
    (text) => renderMarkdown(anew(text)),
    (html) => !/<script|<img/i.test(html),
  ),
  reader('a note’s mentions are listed', 10_000, markdown, listHandles, (handles, text) =>
    handles.every((handle) => text.includes(`@${handle}`)),
  ),
  reader(
    'a note is read in lines',
    10_000,
    markdown,
    (text) => linesOf(anew(text)),
    (lines) => lines.every((line) => line === line.trim()),
  ),
  reader('a Markdown file is read', 32_000, markdown, readMarkdown, ({ text }) => text === text.normalize('NFC')),
  reader(
    'a text is imported',
    400_000,
    textsOf(' ', 'a ', ' \n', '\n', '\t\n ', '\u2029', '\r', 'e\u0301', '\ud800', '😀'),
    (text) => normaliseText(`a${text}a`, 1e9),
    ({ content }) => normaliseText(content, 1e9).content === content,
  ),
  reader(
    'what a text needs mended is seen',
    200_000,
    textsOf('> ', '1. a [1]\n\n', 'a-\n', '\u00AD', 'Page 1\n\n', '1\n\na\n\n', `${' '.repeat(50)}a\n`),
    seeMends,
    (offers) => offers.every(({ count }) => count > 0),
  ),
  suggestions(
    'a text is read for suggestions',
    24_000,
    textsOf(
      '"',
      '“',
      '‘',
      ['“', '”'],
      'he said that ',
      'he said “a” ',
      'MR. X: a\n',
      [', who '],
      ['(', ')'],
      'A ',
      'a',
      ' ',
      '1 ',
      ['He said that it rained. ', 'http://'],
      ['He said that it rained. ', '@http://a'],
      'a\n\n',
      'Mary Stone said. ',
      ['two officials said, '],
      'of the ',
      'on Monday ',
      '...',
      "''",
      'Mr. ',
    ),
  ),
  suggestions(
    'a German text is read for suggestions',
    32_000,
    textsOf('sagte ', '„a“ sagte er, ', 'laut ', '„', 'Er sagte, dass ', 'der Sprecher der '),
    german,
  ),
  suggestions(
    'labels and a dialogue in German are read for suggestions',
    32_000,
    textsOf('BERG: Ja.\n', '**Wer?**\nBerg: Ja.\n', '– Ja, sagte er.\n', 'Ana Berg sagte Nein. '),
    german,
  ),
  suggestions(
    'a Russian text is read for suggestions',
    32_000,
    textsOf('Иван Петров сказал. ', 'Петров сказал, что ', 'ПЕТРОВ: Да.\n', '— Да, — сказал он.\n', 'по словам ', '«'),
    russian,
  ),
  reader(
    'a quotation is bared of its marks',
    16_000,
    {
      'open marks': (length) => `“${' '.repeat(length)}“`,
      'that and spaces': (length) => `that${' '.repeat(length)}`,
      'a letter and spaces': (length) => `“a${' '.repeat(length)} ,`,
    },
    (text) => suggestedValues(whole(text.length) as never, text),
    ({ spans }, text) => spans.every(({ start, end }) => 0 <= start && start <= end && end <= text.length),
  ),
  reader(
    'the kind of a document is told by its title',
    160_000,
    textsOf('interview ', 'remarks ', 'press conference ', 'a ', '-'),
    (title) => tellKind({ title, text: 'The quay closes.' }),
    (kind) => kind === undefined || typeof kind === 'string',
  ),
  reader(
    'a search is understood',
    160_000,
    textsOf('-', 'by:', '"', '" ', ':', 'a', 'a:a', '“'),
    parseQuery,
    ({ terms }) => Array.isArray(terms),
  ),
  reader(
    'a hit is shown',
    160_000,
    textsOf('a ', 'a', 'é', '文', '- '),
    (text) => cutPassage(text, needlesIn(parseQuery('"a a a a a a a b" a -b').terms)),
    (pieces, text) => pieces.every((piece) => ['… ', ' …'].includes(piece.text) || text.includes(piece.text)),
  ),
  reader(
    'a name is folded',
    160_000,
    textsOf(' ', 'a', 'a ', 'é', '’', '.', '-', '(', 'von '),
    foldName,
    (folded) => foldName(folded) === folded,
  ),
  reader(
    'a quotation is looked for',
    160_000,
    textsOf('x', 'x ', ' ', '“x', '😀', 'x-', 'e\u0301', 'ab', ' -', '\u0301', '…', '\u200B'),
    (text) => {
      const known = quotable(text)
      const begin = text.slice(0, text.length / 4)
      const quotes = ['x', `${begin}z`, `z${begin}`, `${begin}z${begin}`, '...'.repeat(text.length / 40)]
      return quotes.flatMap((quote) => {
        longestFoundPrefix(known, quote)
        const fitting = fitQuote(known, quote, 0)
        return [...findQuote(known, quote), ...(fitting ? [fitting] : [])]
      })
    },
    (places, text) => isWithin(places, lengthOf(text)),
  ),
  reader(
    'what a client accepts is understood',
    16_000,
    textsOf('"', String.raw`"\"`, 'a/b,', '*/*;', ' ', 'text/html;q=', ',;'),
    (accept) => chooseFormat({ headers: { accept } } as IncomingMessage, page),
    (format) => format === undefined || page.includes(format),
  ),
]

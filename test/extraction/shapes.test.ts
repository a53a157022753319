import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractStatements } from '../../src/extraction/extract.ts'
import { abroadArticles, laterArticles } from './abroad-articles.ts'
import { aloud } from './aloud-articles.ts'
import { arabicArticles } from './abroad/arabic.ts'
import { freshFrench, laterFrench } from './abroad/fresh-french.ts'
import { freshGerman, laterGerman } from './abroad/fresh-german.ts'
import { freshSpanish, laterSpanish } from './abroad/fresh-spanish.ts'
import { laterEastern } from './abroad/later.ts'
import { beatsEastern } from './abroad/beats-eastern.ts'
import { beatsWestern } from './abroad/beats-western.ts'
import { papersEastern } from './abroad/papers-eastern.ts'
import { papersWestern } from './abroad/papers-western.ts'
import { russianArticles } from './abroad/russian.ts'
import { westernArticles } from './abroad/western.ts'
import { readProse } from '../../src/extraction/reading/prose.ts'
import { further } from './further-articles.ts'
import { heard } from './heard-articles.ts'
import { last } from './last-articles.ts'
import { newsday } from './newsday-articles.ts'
import { papers } from './paper-articles.ts'
import { toldAloud } from './told-aloud-articles.ts'
import { voiced } from './voiced-articles.ts'

const articles = join(import.meta.dirname, 'articles')

/** What is suggested, by words and speaker, whatever marks and spaces lie between. */
function suggested(text: string): string[] {
  const characters = Array.from(text)
  return extractStatements(text, { publishedOn: '2024-03-15' }).statements.map(({ content, hops }) => {
    const words = content.map(({ start, end }) => characters.slice(start, end).join('')).join(' ')
    return `${words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()} · ${hops.map(({ source }) => source.name?.replace(/[^\p{L}\p{N}]/gu, '')).join(' < ')}`
  })
}

/** Lines of at most so many characters, as a mail program or a word processor cuts them. */
function wrap(
  text: string,
  width: number,
  { indent = '', first = indent, hyphens = false }: { indent?: string; first?: string; hyphens?: boolean } = {},
): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = []
      let line = first
      for (const word of paragraph.split(' ')) {
        const room = width - line.length - 1
        if (line.trim() === '') line += word
        else if (word.length <= room) line += ` ${word}`
        else {
          const part =
            hyphens && room > 4 && /^\p{Ll}{8,}/u.test(word) ? word.slice(0, Math.min(room - 1, word.length - 4)) : ''
          lines.push(part ? `${line} ${part}-` : line)
          line = indent + word.slice(part.length)
        }
      }
      lines.push(line)
      return paragraph === '' ? '' : lines.join('\n')
    })
    .join('\n')
}

/** A page of so many lines, then what stands at its foot and at the head of the next. */
function paged(text: string, lines: number, between: (page: number) => string): string {
  return text
    .split('\n')
    .map((line, at) => ((at + 1) % lines === 0 ? `${line}\n${between((at + 1) / lines)}` : line))
    .join('\n')
}

const softly = (text: string) => text.replace(/(\p{Ll}{4})(?=\p{Ll}{3})/gu, '$1\u00AD')
const eachLine = (text: string, before: string) => text.replace(/^/gm, before)

const shapes: Record<string, (text: string) => string> = {
  'wrapped at 60': (text) => wrap(text, 60),
  'wrapped at 72': (text) => wrap(text, 72),
  'wrapped at 80 with CRLF': (text) => wrap(text, 80).replaceAll('\n', '\r\n'),
  'first lines indented, no blank lines': (text) => wrap(text, 72, { first: '    ' }).replace(/\n{2,}/g, '\n'),
  'with a margin': (text) => eachLine(wrap(text, 68), '        '),
  'hyphenated at line ends': (text) => wrap(text, 66, { hyphens: true }),
  'page numbers between': (text) => paged(wrap(text, 72), 9, (page) => `\n${page}\n`),
  'running heads between': (text) =>
    paged(wrap(text, 70), 8, (page) => `\nThe Harbour Echo    14 March 2024    Page ${page}\n`),
  'heads and numbers without blank lines': (text) =>
    paged(wrap(text, 70), 8, (page) => `- ${page} -\nTHE HARBOUR ECHO`),
  'quoted in a mail': (text) => eachLine(wrap(text, 72), '> '),
  'quoted twice': (text) => eachLine(wrap(text, 72), '> > '),
  'with soft hyphens': softly,
  'wrapped with soft hyphens and zero-width marks': (text) => wrap(softly(text), 76).replaceAll('. ', '.\u200B '),
}

const cleanly = new Map<string, string[]>()

function clean(text: string): string[] {
  const known = cleanly.get(text) ?? suggested(text)
  cleanly.set(text, known)
  return known
}

const texts = readdirSync(articles)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(articles, file), 'utf8').trim())
const spoken = [...aloud, ...heard, ...toldAloud, ...further, ...last, ...newsday, ...voiced, ...papers].map(
  ([, text]) => text,
)

for (const [shape, make] of Object.entries(shapes)) {
  test(`what is suggested comes again of a text ${shape}`, () => {
    let [again, all] = [0, 0]
    const lost: string[] = []
    // Without blank lines a heading above somebody's turn can't be told from it.
    for (const text of shape.endsWith('no blank lines') ? texts : [...texts, ...spoken]) {
      const found = suggested(make(text))
      for (const one of clean(text)) {
        all++
        if (found.includes(one)) again++
        else lost.push(one)
      }
    }
    assert.ok(again >= 0.95 * all, `${again} of ${all}\n${lost.join('\n')}`)
  })
}

const abroad = [
  ...[
    ...freshGerman,
    ...laterGerman,
    ...freshFrench,
    ...laterFrench,
    ...freshSpanish,
    ...laterSpanish,
    ...laterEastern,
  ],
  ...[...russianArticles, ...arabicArticles, ...abroadArticles, ...laterArticles, ...westernArticles],
  ...[...papersWestern, ...papersEastern, ...beatsWestern, ...beatsEastern],
].map(({ text }) => text)
const wholeAbroad = abroad.map(suggested)

for (const [shape, make] of Object.entries(shapes))
  test(`what is suggested comes again in five languages of a text ${shape}`, () => {
    let [again, all] = [0, 0]
    for (const [at, text] of abroad.entries()) {
      const found = suggested(make(text))
      all += wholeAbroad[at]!.length
      again += wholeAbroad[at]!.filter((one) => found.includes(one)).length
    }
    assert.ok(again >= 0.95 * all, `${again} of ${all}`)
  })

const kept: Record<string, string> = {
  'a list': 'What the council wants:\n- new pavements\n- a bus on Sundays\n- lamps in Mill Lane\n\nIt met on Monday.',
  'a list of long items':
    'The inspectors listed what must change before the bridge may be opened to lorries again:\n1. The bearings on the northern side are to be renewed by the end of May.\n2. The railings are to be painted, and the lamps are to be mended in June.\n3. Lorries are to be weighed at the toll house on either side of the river.',
  labels: 'From: Ana Berg\nTo: Carl Fox\nDate: 4 May\nSubject: The mill',
  verse:
    'The river took the mill away,\nThe mill, the wheel, the miller’s hay;\nAnd no one asked, and no one cried,\nFor those who might have asked had died.',
  'short lines': 'Bakers ask for cheaper flour\nBy Ana Berg\nHarbour Echo\n\nFlour is dear.',
  'turns of a transcript':
    'Q. Did anyone tell you that the file was to be closed in March?\nA. Nobody told me to close it. I was told it was not urgent now.\nQ. By whom were you told that it was not urgent, if I may ask?',
}

for (const [what, text] of Object.entries(kept))
  test(`lines stay lines: ${what}`, () => assert.equal(readProse(text).text, text))

test('lines are joined below names that stand over what is said, and none begins with an hour', () => {
  const call = wrap(
    [
      'Operator\nGood morning, and welcome to the first call of the year, at which all the lines are open to you.',
      'Sheila Varga\nThank you. Pulp was dear and freight was dearer, and our largest customer took less than it had.',
      'Don Okoro\nSales were flat.',
      'Miles Renner\nDo you see that?',
      'Sheila Varga\nI do not.',
    ].join('\n\n'),
    60,
  )
  assert.match(readProse(call).text, /^Operator\nGood morning, and welcome to the first call of the year, at which all/)
  const chat = '[03/05/2024, 07:12:44] Ina: Is the ferry running today or do we have to walk\n'.repeat(4)
  assert.equal(readProse(chat).text, chat)
})

test('the numbers of lines are no words of them', () => {
  const lines = [
    'Q.  Who told you that it',
    'was shut?',
    'A.  The guide told me',
    'that it was.',
    'Q.  When?',
    'A.  In May.',
    'Q.  Why?',
    'A.  Rain.',
  ]
  const { text } = readProse(lines.map((line, at) => `${at + 1}   ${line}`).join('\n'))
  assert.doesNotMatch(text, /\d/)
})

test('a place in a text that was joined is told as the place in the text as given', () => {
  const given = wrap(
    'The mayor of Halden said on Monday that the old bridge over the river would have to be closed for repairs before the summer.',
    60,
    { hyphens: true, indent: '  ' },
  )
  const [statement] = extractStatements(given).statements
  const [content] = statement?.content ?? []
  assert.match(given.slice(content?.start, content?.end), /^that the old bridge\s[\s\S]+before\s+the\s+summer$/)
})

const pageEnds: Record<string, [above: string, between: string, below: string]> = {
  'a single number before a German noun': [
    'Nach langem Streit hat die Stadt am Montag einen neuen Plan vorgelegt,\nder den Verkehr am Kanal ordnen soll und den Weg wegen einer alten',
    '\n1\n',
    'Leitung erst im Herbst weiterführt, obwohl die Kosten noch einmal steigen.',
  ],
  'a number with its word in German': [
    'Nach langem Streit hat die Stadt am Montag einen neuen Plan vorgelegt,\nder den Verkehr am Kanal ordnen soll und den Weg wegen einer alten',
    'Seite 2 von 5',
    'Leitung erst im Herbst weiterführt, obwohl die Kosten noch einmal steigen.',
  ],
  'a head in capitals in French': [
    'Le syndicat a annoncé que les conducteurs des tramways de la ligne six',
    '- 1 -\nLE COURRIER DU PORT',
    'cesseraient le travail lundi matin et que la direction en était informée.',
  ],
  'a number in Arabic': [
    'بعد أشهر من العمل المتواصل على الخط الساحلي الذي طال انتظاره في\nالشمال أعلنت وزارة النقل أن القطار الجديد بين المدينة والميناء سيبدأ',
    '\nصفحة 4\n',
    'رحلاته في الصيف المقبل وأن ثمن التذكرة لن يتغير قبل نهاية العام.',
  ],
}

for (const [what, [above, between, below]] of Object.entries(pageEnds))
  test(`a sentence goes on over the end of a page: ${what}`, () => {
    assert.equal(readProse(`${above}\n${between}\n${below}`).text, `${above.replace('\n', ' ')} ${below}`)
  })

test('a label in capitals at the head of a page stays where others stand in the text', () => {
  const text = 'Did anybody at the harbour tell you of it?\n- 2 -\nTHE WITNESS\nNobody told me.\nTHE CHAIR\nAnd later?'
  assert.ok(readProse(text).text.includes('THE WITNESS'))
})

test('a line of a wrapped paragraph with a number in it is no head, whatever stands above', () => {
  for (const above of [
    'The Minister for Harbours and Inland Waterways (Runa Falk)',
    'A reply to the letter from the wardens of Skarp Mill',
  ])
    assert.match(
      readProse(
        `${above}\nWe have mended 140 of the locks since the spring floods came\nand not one of them has failed us. The wardens tell me that the\nother sixty will be mended before the ice is here, and I hope so.`,
      ).text,
      /mended 140 of the locks since the spring floods came and not/,
    )
})

test('a head beside the number of its page is no part of the text, and a name over a turn is no head', () => {
  const page = (words: string, number: number) => `${words}\n- ${number} -\nTHE QUAY REVIEW\n`
  const turns = ['Ana Berg\n\nThe mill is old.', 'Ole Dahl\n\nIt is.', 'Ana Berg\n\nIt must go.', 'Ole Dahl\n\nNever.']
  const { text } = readProse(turns.map((words, at) => page(words, at + 1)).join('\n'))
  assert.doesNotMatch(text, /QUAY|\d/)
  assert.equal(text.match(/Ana Berg|Ole Dahl/g)?.length, 4)
})

test('the head of a page is no part of what was said', () => {
  const given = wrap(
    'The mayor of Halden said on Monday that the old bridge over the river would have to be closed for repairs before the summer comes.',
    60,
  ).replace('\n', '\n\n12\nThe Harbour Echo, 4 May 2024\n\n')
  const [statement] = extractStatements(given).statements
  const words = statement?.content.map(({ start, end }) => given.slice(start, end)).join(' ') ?? ''
  assert.doesNotMatch(words, /12|Echo/)
  assert.match(
    words.replace(/\s+/g, ' '),
    /^that the old bridge over the river would have to be closed for repairs before the summer comes$/,
  )
})

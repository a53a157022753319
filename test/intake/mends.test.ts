import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { mends, type Mend, mendText, seeMends } from '../../src/intake/mends.ts'

/* Whole texts, damaged as programs and paper damage them, must come back whole. */

const folder = path.join(import.meta.dirname, '../extraction/articles')
const articles = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim())
/** Texts with so much in them that they fill several lines at each width. */
const texts = [articles.slice(0, 12), articles.slice(12, 24)].map((some) => some.join('\n\n'))
const widths = [60, 66, 72, 80]

/** As `fmt` does: no line longer than the width, and none shorter than it must be. */
function wrap(paragraph: string, width: number, { first = '', cutting = false } = {}): string[] {
  const lines: string[] = []
  let line = first
  for (const word of paragraph.split(' ')) {
    const space = line.trim() === '' ? '' : ' '
    if ((line + space + word).length <= width || line.trim() === '') line += space + word
    else {
      const room = width - line.length - space.length - 1
      const at = Math.min(room, word.length - 3)
      if (cutting && /^\p{Ll}{7,}[.,]?$/u.test(word) && at >= 3) {
        lines.push(`${line}${space}${word.slice(0, at)}-`)
        line = word.slice(at)
      } else {
        lines.push(line)
        line = word
      }
    }
  }
  return [...lines, line]
}

const wrapped = (text: string, width: number, more?: { first?: string; cutting?: boolean }) =>
  text.split('\n\n').map((paragraph) =>
    paragraph
      .split('\n')
      .flatMap((line) => wrap(line, width, more))
      .join('\n'),
  )

/** Pages of so many lines. Where a sentence ends with the page, nobody can tell whether its paragraph does, too. */
function paged(paragraphs: string[], head: (page: number) => string): string {
  const lines = paragraphs.join('\n\n').split('\n')
  const pages: string[] = []
  while (lines.length > 0) {
    const page = lines.splice(0, 24)
    while (lines.length > 0 && lines[0] !== '' && /[.?!]\W*$/.test(page.at(-1) ?? '')) {
      page.push(...lines.splice(0, 1))
    }
    pages.push(page.join('\n').trim())
  }
  return pages.map((page, index) => `${page}\n\n${head(index + 1)}`).join('\n\n')
}

const damages: Record<string, { mends: Mend[]; damage: (text: string, width: number) => string }> = {
  'lines broken': { mends: ['wraps'], damage: (text, width) => wrapped(text, width).join('\n\n') },
  'with CRLF': {
    mends: ['wraps'],
    damage: (text, width) => wrapped(text, width).join('\n\n').replaceAll('\n', '\r\n'),
  },
  'with a margin': {
    mends: ['wraps'],
    damage: (text, width) =>
      wrapped(text, width)
        .join('\n\n')
        .replaceAll(/^(?=.)/gm, '    '),
  },
  'paragraphs indented': {
    mends: ['wraps'],
    damage: (text, width) => wrapped(text, width, { first: '   ' }).join('\n'),
  },
  'words cut': {
    mends: ['hyphens', 'wraps'],
    damage: (text, width) => wrapped(text, width, { cutting: true }).join('\n\n'),
  },
  quoted: {
    mends: ['quoting', 'wraps'],
    damage: (text, width) => wrapped(text, width).join('\n\n').replaceAll(/^/gm, '> '),
  },
  'page numbers': {
    mends: ['pages', 'wraps'],
    damage: (text, width) => paged(wrapped(text, width), (page) => `- ${page} -`),
  },
  'page heads': {
    mends: ['pages', 'wraps'],
    damage: (text, width) => paged(wrapped(text, width), (page) => `The Port Gazette       page ${page} of 9`),
  },
  'pages of words cut': {
    mends: ['pages', 'hyphens', 'wraps'],
    damage: (text, width) =>
      paged(wrapped(text, width, { cutting: true }), (page) => `Page ${page}\n\fQuays and cranes`),
  },
  'soft hyphens': {
    mends: ['marks'],
    damage: (text) => text.replaceAll(/(?<=\b\p{L}{4})(?=\p{L}{4})/gu, '\u00AD').replaceAll(/(?<=\. )/g, '\u200B'),
  },
  ligatures: {
    mends: ['ligatures'],
    damage: (text) => text.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  },
}

for (const [name, { mends: needed, damage }] of Object.entries(damages)) {
  test(`a text comes back whole: ${name}`, () => {
    for (const text of texts) {
      for (const width of widths) {
        const damaged = damage(text, width)
        const offers = seeMends(damaged)
        assert.deepEqual(offers.map(({ mend }) => mend).sort(), needed.toSorted(), `${width}`)
        assert.deepEqual(mendText(damaged, needed).trim().split('\n'), text.split('\n'), `${name} at ${width}`)
        for (const { passages } of offers) {
          assert.ok(passages.length > 0 && passages.every(({ before, after }) => before !== after), name)
        }
      }
    }
  })
}

test('footnotes go to the end, and their numbers leave the sentences', () => {
  for (const width of widths) {
    const [text = ''] = texts
    const paragraphs = text.split('\n\n')
    const marked = paragraphs.map((paragraph, index) =>
      index === 3
        ? paragraph.replace(/\.(?= |$)/, '.[1]')
        : index === 9
          ? paragraph.replace(/\.(?= |$)/, '.[2]')
          : paragraph,
    )
    const notes = ['[1] Minutes of the port council, 4 May 2021, page 12.', '[2] The paper has no copy of this letter.']
    const lines = wrapped(marked.join('\n\n'), width)
    const pages = [
      ...lines.slice(0, 8),
      notes[0] ?? '',
      'Page 1',
      ...lines.slice(8, 16),
      notes[1] ?? '',
      'Page 2',
      ...lines.slice(16),
      'Page 3',
    ]
    const damaged = pages.join('\n\n')
    assert.deepEqual(
      seeMends(damaged).map(({ mend }) => mend),
      ['footnotes', 'pages', 'wraps'],
    )
    const mended = mendText(damaged, mends)
      .trim()
      .replaceAll(/\n{3,}/g, '\n\n')
    assert.deepEqual(mended.split('\n\n'), [...paragraphs, ...notes])
  }
  const noteless = 'He said so.[1] She did not.[2]\n\n3 Ships came, and 1 left.\n\n1. One list.\n2. Of two.'
  assert.deepEqual(
    seeMends(noteless).filter(({ mend }) => mend === 'pages'),
    [],
  )
  assert.equal(
    mendText('It rose (1) by a half.\n\nNobody said why.', mends),
    'It rose (1) by a half.\n\nNobody said why.',
  )
})

test('heads beside the numbers of two pages, and a line with a day on each page, are seen; a year that ends a sentence is not', () => {
  const paragraphs = [
    'The council voted on Thursday night to close the landing, ending a service that has run without a break since the year 1911.',
    'A report found that three hundred people a day use the boats in winter, which is less than half as many as in the year 2014.',
    'Residents of the north bank have complained for years about the fumes, and a petition collected two thousand signatures.',
    'What happens to the crew is not clear; the union said that it had been promised talks, but that it had not been told a day.',
  ]
  const [one = '', two = '', three = '', four = ''] = wrapped(paragraphs.join('\n\n'), 62)
  const [first, ...rest] = four.split('\n')
  const numbered = [one, two, '1\nTHE FERRY REPORT', three, first, '2\nTHE FERRY REPORT', rest.join('\n')].join('\n\n')
  assert.deepEqual(mendText(numbered, mends).split('\n\n'), paragraphs)
  const dated = (text: string) =>
    text.replaceAll(/^\d\nTHE.*$/gm, (head) => `Page ${head[0]}\n\nAlder & Finch   February 2023`)
  const three2 = `${one}\n\n9\nTHE FERRY REPORT\n\n${numbered}`.replace('9\n', '0\n')
  assert.deepEqual(mendText(dated(three2), mends).split('\n\n'), [paragraphs[0], ...paragraphs])
})

test('heads with their numbers in the corners of two pages are seen, and the title with the same words stays', () => {
  const title = 'REPORT ON THE FERRY'
  const body =
    'The council voted on Thursday night to close the landing, ending a service that has run without a break since the year 1911. A report found that three hundred people a day use the boats in winter, which is less than half as many as in the year 2014, and none at night.'
  const lines = wrapped(body, 50)[0]?.split('\n') ?? []
  const pages = [
    title,
    '',
    ...lines.slice(0, 2),
    '',
    `4            ${title}`,
    '',
    ...lines.slice(2, 4),
    '',
    `             ${title}           5`,
    '',
    ...lines.slice(4),
  ]
  assert.deepEqual(mendText(pages.join('\n'), mends).split('\n\n'), [title, body])
})

test('what people wrote in lines stays: verse, lists, labels, tables, short lines, numbered chapters', () => {
  const verse = `The harbour lights are going out,\nAnd nobody will say\nWhat all the shouting was about\nThat woke us yesterday;\nThe cranes stand over empty water,\nThe gulls have gone inland,\nAnd on the quay the pilot's daughter\nWrites letters in the sand.`
  const long = `I celebrate the harbour, and the men that sing in it all the morning,\nAnd what they carry you shall carry in your turn,\nFor every crate that leaves the quay was lifted first by me.\nI lean and loaf beside the water,\nObserving a spear of grass that grows between two stones of the pier.`
  const list = `The council asked for:\n- a survey of the northern quay before the end of the year\n- new bollards, of steel and not of iron, along the whole of it\n- a crane that does not lean\n1. And for all of that by the spring, if the money can be found`
  const labels = `RAO: Will you close it?\nLIND: We have not decided.\nRAO: When will you?\nLIND: When the engineers have said what they think of the northern quay.\nRAO: Thank you.`
  const facts = `Port Ansel\nHarbour Office\n12 Quay Street\nTelephone 555 0100\nOpen from Monday to Friday between nine and five o'clock`
  const table = `Greens      118    12 %\nLiberals     97    10 %\nWorkers     204    21 %\nFarmers      12     1 %`
  const chapters = ['1', '2', '3', '4']
    .map((number) => `${number}\n\nThe crane fell.\n\nNobody saw it fall.`)
    .join('\n\n')
  const refrain = ['a', 'b', 'c', 'd']
    .map((end) => `The sea took ${end}.\n\nAnd the lights went out\n\nIt was dark.`)
    .join('\n\n')
  const dashes = 'The pre-\nand post-war cranes stand.\n\nShe said —\nand left.'
  for (const [name, text] of Object.entries({ verse, long, list, labels, facts, table, chapters, refrain, dashes })) {
    assert.deepEqual(seeMends(text), [], name)
    assert.equal(mendText(text, mends), text, name)
    // Nor in the middle of a text that was broken at a width.
    const [around = ''] = texts
    const both = `${wrapped(around, 72).join('\n\n')}\n\n${text}`
    assert.deepEqual(mendText(both, ['wraps', 'hyphens']).split('\n'), `${around}\n\n${text}`.split('\n'), name)
  }
  const persian = 'می\u200Cخواهم 👩\u200D🚒'
  assert.equal(mendText(persian, mends), persian)
  for (const text of texts) assert.deepEqual(seeMends(text), [])
})

test('a mend that is switched off leaves what it would change, and the others still work', () => {
  const [text = ''] = texts
  const damaged = wrapped(text, 66, { cutting: true }).join('\n\n')
  const cut = /\p{L}-\n\p{L}/u
  assert.match(damaged, cut)
  const lines = mendText(damaged, ['hyphens'])
  assert.doesNotMatch(lines, cut)
  assert.equal(lines.replaceAll(/(?<=\S)\n(?=\S)/g, ' '), text.replaceAll(/(?<=\S)\n(?=\S)/g, ' '))
  assert.match(mendText(damaged, ['wraps']), /\p{L}-\p{Ll}/u)
  assert.equal(mendText(damaged, []), damaged)
})

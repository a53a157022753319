import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hasBomb } from '../../src/intake/pdf-streams.ts'
import { endThread } from '../../src/intake/thread.ts'
import { makePdf, packedStream, packPdf } from './a-pdf.ts'
import { read } from './reading.ts'

after(endThread)

test('a PDF keeps paragraphs of one line apart, items of a list whole, and takes the title that readers see', async () => {
  const lines = [
    'The council voted on Thursday night to close the landing, it said.',
    'The mayor did not attend the vote.',
    'Not everyone in the town is unhappy about what the council decided.',
    'The last boat is to leave on Friday.',
    'The union said that it had been promised talks, and an e-',
  ].map((text, i) => ({ x: 60, y: 680 - 26 * i, text }))
  const more = [
    { x: 60, y: 560, text: 'mailed statement.' },
    { x: 76, y: 530, text: '1. Close the landing on Friday and sell the two boats by the end of' },
    { x: 90, y: 514, text: 'the summer.' },
    { x: 76, y: 498, text: '2. Keep the booth.' },
  ]
  const pdf = makePdf([[{ x: 60, y: 720, size: 20, text: 'Quay closed' }, ...lines, ...more]], { title: 'letter' })
  const { text, facts } = await read(pdf, 'quay.pdf')
  assert.deepEqual(text.split('\n\n'), [
    'Quay closed',
    ...lines.slice(0, 4).map((line) => line.text),
    'The union said that it had been promised talks, and an e-mailed statement.',
    '1. Close the landing on Friday and sell the two boats by the end of the summer.',
    '2. Keep the booth.',
  ])
  assert.equal(facts.title, 'Quay closed')
})

test('a PDF gives paragraphs over lines, columns and pages, whole words, and no running heads', async () => {
  const head = (page: number) => ({ x: 60, y: 760, size: 9, text: `Port Gazette, 27 February 2024 - ${page}` })
  const column = (x: number, top: number, lines: string[]) => lines.map((text, i) => ({ x, y: top - 14 * i, text }))
  const left = [
    'The harbour master told reporters on',
    'Tuesday that the northern quay would be',
    'closed until engineers had measured the har-',
    'bour. Nobody knows how long it is going to',
    'take, and a long-term plan is not known yet.',
  ]
  const right = [
    'She said that the well-',
    'known storm of last winter had moved it,',
    'and that all of the harbour had to be looked',
    'at.',
  ]
  const pdf = makePdf(
    [
      [
        head(1),
        { x: 60, y: 700, size: 20, text: 'Quay closed' },
        ...column(60, 660, left),
        ...column(60, 570, ['Fishermen said they had heard nothing.']),
        ...column(320, 660, right),
      ],
      [head(2), ...column(60, 700, ['“It moves,” said Ines Okoro, who has run it.'.replaceAll(/[“”]/g, '"')])],
      [head(3), ...column(60, 700, ['The ministry did not answer.'])],
    ],
    { title: 'Microsoft Word - quay.docx' },
  )
  const { text, facts, leftOut } = await read(pdf, 'quay.pdf')
  assert.deepEqual(text.split('\n\n'), [
    'Quay closed',
    'The harbour master told reporters on Tuesday that the northern quay would be closed until engineers had measured the harbour. Nobody knows how long it is going to take, and a long-term plan is not known yet.',
    'Fishermen said they had heard nothing.',
    'She said that the well-known storm of last winter had moved it, and that all of the harbour had to be looked at.',
    '"It moves," said Ines Okoro, who has run it.',
    'The ministry did not answer.',
  ])
  assert.equal(facts.title, 'Quay closed')
  assert.equal(facts.published, '2024-02-27')
  assert.deepEqual(leftOut, ['Port Gazette, # February # - #'])
})

test('a PDF’s numbers of notes are no letters of its sentences, and a numbered heading in bold is no part of what follows', async () => {
  const pdf = makePdf([
    [
      { x: 60, y: 720, size: 20, text: 'Quay closed' },
      { x: 60, y: 690, isBold: true, text: '1. What sank' },
      { x: 74, y: 676, text: 'The quay sank by half a metre in the storm of the winter, and they' },
      { x: 60, y: 662, text: 'measured' },
      { x: 112, y: 666.5, size: 7, text: '1' },
      { x: 117, y: 662, text: 'nothing but the northern end, at 40 m' },
      { x: 310, y: 666.5, size: 7, text: '2' },
      { x: 318, y: 662, text: 'and said:' },
      { x: 60, y: 648, text: 'the pier will never again be what it was to the town of Westhaven.' },
      { x: 250, y: 30, size: 9, text: 'Page 1 of 1' },
    ],
  ])
  const { text } = await read(pdf, 'quay.pdf')
  assert.deepEqual(text.split('\n\n'), [
    'Quay closed',
    '1. What sank',
    'The quay sank by half a metre in the storm of the winter, and they measured nothing but the northern end, at 40 m2 and said: the pier will never again be what it was to the town of Westhaven.',
  ])
})

test('a PDF that unpacks to far more than its pages need is refused before it is unpacked, and a large one is read', async () => {
  const drawing = (times: number) =>
    Buffer.from(`BT /F1 12 Tf 60 700 Td (The quay is closed.) Tj ${'0 0 m '.repeat(times)}ET`)
  const { text } = await read(packPdf(drawing(20_000)), 'quay.pdf')
  assert.equal(text, 'The quay is closed.')
  assert.equal((await read(packPdf(drawing(10), { times: 2 }), 'quay.pdf')).text, 'The quay is closed.')
  const tooMuch = { message: /unpacks to far more than its pages need\. Print it to a new PDF/ }
  await assert.rejects(read(packPdf(Buffer.alloc(60_000_000, '0 0 m ')), 'spaces.pdf'), tooMuch)
  await assert.rejects(read(packPdf(Buffer.alloc(60_000_000, '0 0 m '), { times: 2 }), 'twice.pdf'), tooMuch)
  const spaces = Buffer.alloc(60_000_000, '0 0 m ')
  assert.ok(hasBomb(packPdf(spaces, { times: 4 })))
  assert.ok(hasBomb(packPdf(spaces, { head: '/Length1 0' })))
  let last = 1
  const numbers = Uint32Array.from({ length: 2_000_000 }, () => (last = (last * 48_271) % 2_147_483_647))
  assert.ok(!hasBomb(packPdf(Buffer.from(numbers.join(' ')))))
  const words = Buffer.from(`BT /F1 12 Tf 60 700 Td ${'(a) Tj 0 -20 Td (b) Tj 0 20 Td '.repeat(60_000)}ET`)
  await assert.rejects(read(packPdf(words), 'words.pdf'), tooMuch)
})

test('a picture in a PDF may be as large as it is, and what a page draws is no picture, whatever it calls itself', () => {
  const spaces = Buffer.alloc(60_000_000, '0 0 m ')
  const drawing = Buffer.from('BT /F1 12 Tf 60 700 Td (The quay is closed.) Tj ET')
  const picture = `/Subtype /Image /ColorSpace [/Indexed /DeviceRGB 255 (${'\\000'.repeat(768)}) ]`
  assert.ok(!hasBomb(packPdf(drawing, { beside: [packedStream(spaces, { head: picture })] })))
  const liars = {
    'named alone': packPdf(spaces, { head: picture }),
    'named among others': packPdf(spaces, { head: picture, named: '[3 0 R 5 0 R]' }),
    'named in a list elsewhere': packPdf(spaces, { head: picture, named: '6 0 R', beside: ['[5 0 R]'] }),
    'named by a page that is packed itself': packPdf(spaces, {
      head: picture,
      named: '[]',
      beside: [
        packedStream(Buffer.from('8 0 << /Type /Page /Contents 5 0 R >>'), { head: '/Type /ObjStm /N 1 /First 4' }),
      ],
    }),
    'named in letters by number': renamed(packPdf(spaces, { head: picture }), '/Contents ', '/Cont#65nts '),
    'named after a comment': packPdf(spaces, { head: picture, named: '%x\n5 0 R' }),
    'named with a sign': packPdf(spaces, { head: picture, named: '+5 0 R' }),
    'named in a list with comments': packPdf(spaces, { head: picture, named: '6 0 R', beside: ['[null %x\n+5 0 R]'] }),
    'with a number in a string': packPdf(spaces, { head: `/X (7 0 obj) ${picture}` }),
    'with a whole beginning in a string': packPdf(spaces, { head: `/X (\nendobj\n7 0 obj <<) ${picture}` }),
    'a form as well': packPdf(drawing, { beside: [packedStream(spaces, { head: `${picture} /Subtype /Form` })] }),
  }
  for (const [name, pdf] of Object.entries(liars)) assert.ok(hasBomb(pdf), name)
})

test('a PDF with a million objects in a list, or as many lists, is looked at without running out of room', () => {
  const drawing = Buffer.from('BT /F1 12 Tf 60 700 Td (The quay is closed.) Tj ET')
  assert.ok(!hasBomb(packPdf(drawing, { beside: [`[${' 1 0 R'.repeat(1_000_000)} ]`] })))
  assert.ok(!hasBomb(packPdf(drawing, { beside: ['[1 0 R]'.repeat(1_000_000)] })))
})

test('where paragraphs stand apart a sentence may end with a short line, and where they do not it ends its paragraph', async () => {
  const short = 'The valley has been farmed since the wars.'
  const long = 'Wells were dug by hand until 1931, and nearly all of them'
  const blocks = [[short, long, 'are in use.'], ...Array.from({ length: 4 }, () => [long, 'are in use.'])]
  const wholes = blocks.map((lines) => lines.join(' '))
  const paged = (gap: number) => {
    let y = 760
    return blocks.flatMap((block) => {
      y -= gap
      return block.map((text) => ({ x: 60, y: (y -= 14), text }))
    })
  }
  assert.deepEqual((await read(makePdf([paged(12)]), 'apart.pdf')).text.split('\n\n'), wholes)
  assert.equal((await read(makePdf([paged(0)]), 'close.pdf')).text.split('\n\n').length, wholes.length + 1)
})

test('a letter has its subject for a title, in bold letters as large as its words', async () => {
  const lines = ['Dear Madam Mayor,', 'We have had no light in our street since the second of October.', 'Agnes Dorn']
  const pdf = makePdf([
    [
      { x: 60, y: 760, text: 'Mill Street Residents' },
      { x: 60, y: 746, text: '14 Mill Street, Tarnow Bridge' },
      { x: 60, y: 700, isBold: true, text: 'Lamps in Mill Street' },
      ...lines.map((text, i) => ({ x: 60, y: 670 - 26 * i, text })),
    ],
  ])
  assert.equal((await read(pdf, 'letter.pdf')).facts.title, 'Lamps in Mill Street')
})

test('a date, a name, a letterhead and a line among others in other letters are no titles', async () => {
  const words = Array.from({ length: 5 }, (_, i) => ({
    x: 60,
    y: 640 - 26 * i,
    text: `The quay sank again in winter ${i}.`,
  }))
  const title = async (bold: string, after = 'The council met in the old hall on Thursday night.') => {
    const head = [
      { x: 60, y: 700, isBold: true, text: bold },
      { x: 60, y: 670, text: after },
    ]
    return (await read(makePdf([[...head, ...words]]), 'x.pdf')).facts.title
  }
  for (const bold of ['8 October 2021', 'By Ana Berg', 'Port of Westhaven', 'Page 1 of 3', 'Ana Berg (SPD)'])
    assert.equal(await title(bold), undefined, bold)
  for (const bold of ['8 October 2021', 'Tel 030 123456', 'Ana Berg (SPD)'])
    assert.equal(await title(bold, 'Dear Madam Mayor,'), undefined, bold)
  assert.equal(await title('Lamps in our street', 'Sehr geehrte Frau Dorn,'), 'Lamps in our street')
})

function renamed(pdf: Uint8Array, name: string, other: string): Uint8Array {
  return Buffer.from(Buffer.from(pdf).toString('latin1').replace(name, other), 'latin1')
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { tellFormat } from '../../src/intake/format.ts'
import { NotTaken, type Taken } from '../../src/intake/taken.ts'
import { endThread, readFeedInThread, readInThread, startThread } from '../../src/intake/thread.ts'
import { hasBomb } from '../../src/intake/pdf-streams.ts'
import { makePdf, packPdf } from './a-pdf.ts'

after(endThread)

async function read(bytes: Uint8Array, name: string): Promise<Taken> {
  const given = { bytes, name }
  const format = tellFormat(given)
  assert.ok(format, `${name} is told`)
  return readInThread(format, given)
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const paragraph = (runs: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

function makeDocx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const packaged = 'application/vnd.openxmlformats-package.relationships+xml'
  const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${packaged}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${document}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
    ...more,
  })
}

test('a Word document gives its paragraphs as they stand after the changes in it, with title and author', async () => {
  const changed = `<w:ins w:id="1" w:author="a">${run('clearly ')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>never </w:delText></w:r></w:del>`
  const row = `<w:tr><w:tc>${paragraph(run('Greens'))}</w:tc><w:tc>${paragraph(run('118'))}</w:tc></w:tr>`
  const core = `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:creator>Ida Holm</dc:creator><dcterms:created>2024-02-27T21:30:00Z</dcterms:created></cp:coreProperties>`
  const docx = makeDocx(
    `${paragraph(run('On the quay'), 'Heading1')}${paragraph(run('The en') + run('voy said ') + changed + run('that talks go on.'))}<w:tbl>${row}</w:tbl>${paragraph(run('“We stand by it,” he told reporters.'))}`,
    { 'docProps/core.xml': strToU8(core) },
  )
  const { text, facts } = await read(docx, 'quay.docx')
  assert.equal(text, 'The envoy said clearly that talks go on.\n\nGreens\t118\n\n“We stand by it,” he told reporters.')
  assert.deepEqual(facts, { title: 'On the quay', authors: ['Ida Holm'], published: '2024-02-27', language: 'en' })
})

test('an OpenDocument text gives its paragraphs, its notes at the end, without what was deleted', async () => {
  const office = 'urn:oasis:names:tc:opendocument:xmlns'
  const content = `<office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0"><office:body><office:text><text:tracked-changes><text:p>GONE</text:p></text:tracked-changes><text:h text:outline-level="1">On the quay</text:h><text:p>The envoy<text:s/>said<text:note><text:note-body><text:p>A NOTE</text:p></text:note-body></text:note> “yes”.<text:line-break/>Nobody else did.</text:p><text:list><text:list-item><text:p>One thing</text:p></text:list-item><text:list-item><text:p>Another</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
  const { text, facts } = await read(odt, 'quay')
  assert.match(text, /^The envoy said “yes”\.\nNobody else did\.\n\nOne thing\nAnother\n\nA NOTE$/)
  assert.equal(facts.title, 'On the quay')
})

test('a mail gives what it says, its sender and the day of its sender’s clock, and not what it answers', async () => {
  const mail = [
    'From: =?UTF-8?Q?Port_Authority_=C5=BDala?= <press@port.example>',
    'To: desk@gazette.example',
    'Subject: Fwd: Press release on the northern quay',
    'Date: Wed, 28 Feb 2024 00:30:00 +0300',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=windows-1251; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The quay will be closed until March, the authority said on =',
    'Tuesday. =CF=EE=F1=EB=E0=ED=ED=E8=EA.',
    '',
    'On Monday Ana Berg wrote:',
    '> Will it be closed?',
    '',
    '-- ',
    'Press office',
    '--b',
    'Content-Type: application/pdf; name="plan.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--b--',
    '',
  ].join('\r\n')
  const { text, facts, leftOut, remarks } = await read(Buffer.from(mail), 'message.eml')
  assert.equal(text, 'The quay will be closed until March, the authority said on Tuesday. Посланник.')
  assert.deepEqual(facts, {
    title: 'Press release on the northern quay',
    publisher: 'Port Authority Žala',
    published: '2024-02-28',
    language: 'en',
    kind: 'press_release',
  })
  assert.deepEqual(leftOut, ['On Monday Ana Berg wrote:\nWill it be closed?', 'Press office'])
  assert.deepEqual(remarks, ['Attachments, not imported: plan.pdf'])
})

test('a mail that passes another on gives that one; a mail that answers one, only its own words', async () => {
  const head = (subject: string, type = 'text/plain; charset=utf-8') =>
    `From: Lena K <l@desk.example>\r\nTo: a@b.example\r\nSubject: ${subject}\r\nDate: Fri, 10 Feb 2023 10:12:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`
  const passedOn = `${head('Fwd: The quay')}FYI\r\n\r\n---------- Forwarded message ---------\r\nFrom: Town Clerk <clerk@marsh.example>\r\nDate: Thu, 9 Feb 2023 at 23:40\r\nSubject: Pressemitteilung: the quay\r\nTo: <press@marsh.example>\r\n\r\nThe quay is closed.\r\n\r\nNobody knows for how long.`
  const forwarded = await read(Buffer.from(passedOn), 'a.eml')
  assert.equal(forwarded.text, 'The quay is closed.\n\nNobody knows for how long.')
  assert.deepEqual(
    [forwarded.facts.title, forwarded.facts.publisher, forwarded.facts.published, forwarded.facts.kind],
    ['Pressemitteilung: the quay', 'Town Clerk', '2023-02-09', 'press_release'],
  )
  assert.deepEqual(forwarded.leftOut, ['FYI'])

  const original =
    '-----Original Message-----\r\nFrom: Ida Holm\r\nSent: Thursday, February 9, 2023 4:03 PM\r\nTo: Lena K\r\nSubject: The quay\r\n\r\nWill it close?'
  const answer = await read(Buffer.from(`${head('AW: The quay')}It will, in March.\r\n\r\n${original}`), 'b.eml')
  assert.equal(answer.text, 'It will, in March.')
  assert.match(answer.leftOut.join(), /Will it close\?/)
  assert.deepEqual([answer.facts.title, answer.facts.publisher], ['The quay', 'Lena K'])

  const html = `${head('Re: The quay', 'text/html; charset=utf-8')}<div>It will.</div><div>On Thu, Feb 9, 2023 Ida Holm wrote:<br></div><blockquote class="gmail_quote"><div>Will it close?</div></blockquote><p>Shares on the exchange fell on Monday.</p><p>You are receiving this because you signed up. <a href=#>Unsubscribe</a></p><p>Advertisement</p>`
  const page = await read(Buffer.from(html), 'c.eml')
  assert.equal(page.text, 'It will.\n\nShares on the exchange fell on Monday.')
  assert.match(page.leftOut.join(), /Will it close\?/)
  assert.deepEqual(page.leftOut.slice(-2), [
    'You are receiving this because you signed up. Unsubscribe',
    'Advertisement',
  ])
})

test('a Word document without a list of styles has its title, and no numbers of notes in its sentences', async () => {
  const note = `<w:footnotes xmlns:w="${main}"><w:footnote w:id="2">${paragraph(run('Minutes, item 4.'))}</w:footnote></w:footnotes>`
  const related = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`
  const docx = makeDocx(
    `${paragraph(run('PRESS RELEASE'))}${paragraph(run('Quay closed'), 'Title')}${paragraph(`${run('It moves')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(', she said.')}`)}`,
    {
      'word/footnotes.xml': strToU8(note),
      'word/_rels/document.xml.rels': strToU8(related),
      'docProps/core.xml': strToU8('<c xmlns:dc="y"><dc:creator>Microsoft Office User</dc:creator></c>'),
    },
  )
  const { text, facts } = await read(docx, 'quay.docx')
  assert.equal(text, 'PRESS RELEASE\n\nQuay closed\n\nIt moves, she said.\n\nMinutes, item 4.')
  assert.deepEqual(facts, { title: 'Quay closed', language: 'en', kind: 'press_release' })
})

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

test('a mail with another attached gives that one, without what its list says below, and its sender’s name in order', async () => {
  const head = (from: string, subject: string, type: string) =>
    `From: ${from}\r\nTo: a@b.example\r\nSubject: ${subject}\r\nDate: Fri, 10 Feb 2023 10:12:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`
  const inner = `${head('"Holm, Ida" <i@port.example>', 'Quay', 'text/plain')}The quay is closed.\r\n\r\n____________________________\r\nquays mailing list\r\nhttps://lists.port.example/quays\r\n`
  const around = (words: string, attached = inner) =>
    `${head('Lena K <l@desk.example>', 'Fw: Quay', 'multipart/mixed; boundary=b')}--b\r\nContent-Type: text/plain\r\n\r\n${words}\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${attached}\r\n--b--\r\n`
  const taken = await read(Buffer.from(around('See attached.')), 'a.eml')
  assert.equal(taken.text, 'The quay is closed.')
  assert.deepEqual([taken.facts.title, taken.facts.publisher], ['Quay', 'Ida Holm'])
  assert.deepEqual(taken.leftOut, ['quays mailing list\nhttps://lists.port.example/quays', 'See attached.'])
  const said = 'The council confirms that the port is closed until Monday. Their mail is attached as proof.'
  assert.equal((await read(Buffer.from(around(said)), 'said.eml')).text, said)
  const nothing = head('a@b.example', 'x', 'text/plain')
  assert.equal((await read(Buffer.from(around('FYI', nothing)), 'nothing.eml')).text, 'FYI')
  const picture =
    '--b\r\nContent-Type: image/png; name=logo.png\r\nContent-Disposition: inline; filename=logo.png\r\n\r\nx\r\n--b--'
  const withPicture = around('FYI').replace('--b--', picture)
  assert.equal((await read(Buffer.from(withPicture), 'logo.eml')).text, 'The quay is closed.')
  const long = 'The harbour office says that nothing will be unloaded. '.repeat(8).trim()
  assert.equal((await read(Buffer.from(around(long)), 'b.eml')).text, long)
  const firm = await read(Buffer.from(inner.replace('Holm, Ida', 'Coast Wire, Inc.')), 'c.eml')
  assert.equal(firm.facts.publisher, 'Coast Wire, Inc.')
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
  const palette = `/Subtype /Image /ColorSpace [/Indexed /DeviceRGB 255 (${'\\000'.repeat(768)}) ]`
  assert.ok(!hasBomb(packPdf(spaces, { head: palette })))
  let last = 1
  const numbers = Uint32Array.from({ length: 2_000_000 }, () => (last = (last * 48_271) % 2_147_483_647))
  assert.ok(!hasBomb(packPdf(Buffer.from(numbers.join(' ')))))
  const words = Buffer.from(`BT /F1 12 Tf 60 700 Td ${'(a) Tj 0 -20 Td (b) Tj 0 20 Td '.repeat(60_000)}ET`)
  await assert.rejects(read(packPdf(words), 'words.pdf'), tooMuch)
})

test('what can’t be read ends in a sentence, soon, and the next file is read all the same', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(100_000_000) }, { level: 9 })
  // The list of files says that it is small.
  const liar = zipSync({ 'word/document.xml': new Uint8Array(1_000_000) }, { level: 9 })
  for (let i = 0; i + 4 < liar.length; i++) {
    if (Buffer.from(liar.buffer, liar.byteOffset + i, 4).readUInt32LE() === 1_000_000)
      new DataView(liar.buffer).setUint32(liar.byteOffset + i, 10, true)
  }
  const bad: [string, Uint8Array, RegExp][] = [
    ['cut.pdf', makePdf([[{ x: 60, y: 700, text: 'Quay' }]]).subarray(0, 200), /broken/],
    ['scan.pdf', makePdf([[]]), /scanned pages/],
    ['long.pdf', makePdf(Array.from({ length: 501 }, () => [])), /501 pages/],
    ['bomb.docx', bomb, /far more than a text needs/],
    ['liar.docx', liar, /broken|can’t be read/],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.doc file/],
    ['letter.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /as \.eml/],
    ['sums.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /an older Office/],
    ['sums.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(10) }), /table, slides or a book/],
    ['letter', Buffer.from('{\\rtf1\\ansi The quay}'), /marks for programs/],
    ['quay.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>Quay</text></svg>'), /marks for programs/],
    ['laughs', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>'), /marks for programs/],
    ['quay.ics', Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Quay'), /marks for programs/],
    ['quay.rss', Buffer.from('<rss version="2.0"><channel><title>Quay</title></channel></rss>'), /It is a feed/],
    ['photos.zip', zipSync({ 'a.jpg': new Uint8Array(10) }), /zip archive/],
    ['deep.html', Buffer.from(`<html>${'<div>'.repeat(100_000)}x`), /nested too deeply/],
    [
      'drawn.html',
      Buffer.from('<html><body><div id=root></div><script src=/app.js></script>'),
      /scripts would have to load it/,
    ],
    ['app.html', Buffer.from('<html><body>You need to enable JavaScript to run this app.'), /scripts would have/],
    [
      'robot.html',
      Buffer.from('<title>Just a moment</title><body><p>Show that you are not a robot.'),
      /a person reads/,
    ],
    [
      'login.html',
      Buffer.from('<body><form><input type=password></form><p>Log in to continue. Forgot your password?'),
      /asks for a login/,
    ],
    ['gone.html', Buffer.from('<title>Page not found</title><body><p>Sorry, it could not be found.'), /no such page/],
    [
      'on.html',
      Buffer.from('<html><meta http-equiv=refresh content="0; url=https://port.example/quay"><p>Redirecting…'),
      /leads on to https:\/\/port\.example\/quay\. Give/,
    ],
    ...['<div>', '<blockquote type=cite>', '<span><i>'].map((tag): [string, Uint8Array, RegExp] => [
      'deep.eml',
      Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${tag.repeat(20_000)}The quay is closed.`),
      /This mail is nested too deeply/,
    ]),
    ['empty.eml', Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\n'), /no text in this mail/],
  ]
  for (const [name, bytes, sentence] of bad) {
    await assert.rejects(read(bytes, name), (error) => error instanceof NotTaken && sentence.test(error.message), name)
  }
  const given = { bytes: Buffer.from(`<html>${'<'.repeat(2_000_000)}`), name: 'slow.html' }
  await assert.rejects(readInThread('page', given, 300), /takes too long/)
  const slow = assert.rejects(readInThread('page', given, 600_000), /takes too long/)
  const quick = Buffer.from('<html><p>The quay is sinking, she said on Tuesday, and nobody came.</p>')
  const first = await Promise.race([slow.then(() => 'slow'), read(quick, 'b.html').then(() => 'quick')])
  assert.equal(first, 'quick')
  await endThread()
  await slow
  const { text } = await read(
    Buffer.from('<html><p>The quay is sinking, she said on Tuesday, and nobody came.</p>'),
    'a.html',
  )
  assert.equal(text, 'The quay is sinking, she said on Tuesday, and nobody came.')
})

test('an answer in letters of two bytes, or a page behind a declaration, is read though nobody says so', async () => {
  const page = '<html><p>The quay is sinking, she said on Tuesday, and nobody came.</p>'
  const text = 'The quay is sinking, she said on Tuesday, and nobody came.'
  const wide = Buffer.from(page, 'utf16le')
  assert.equal((await read(wide, 'wide.html')).text, text)
  assert.equal((await read(Buffer.from(wide).swap16(), 'wide.html')).text, text)
  const said = { bytes: Buffer.from(page), name: 'a', mediaType: 'text/html; charset=utf-16' }
  assert.equal((await readInThread('page', said)).text, text)
  assert.equal((await read(Buffer.from(`<?xml version="1.0"?>\n${page}`), 'quay')).text, text)
  const program = { bytes: Buffer.from('a { color: red }'), name: 'a', mediaType: 'text/css' }
  assert.throws(() => tellFormat(program), /marks for programs/)
  const teaser = `<article><h1>Quay</h1>${page}</article><div class=paywall><p>Subscribe to read on</p><p>To continue reading, subscribe.</p></div>`
  assert.match((await read(Buffer.from(teaser), 'a.html')).remarks.join(), /for subscribers/)
})

test('a thread that fails when nobody waits for it any more does not end the desk', async () => {
  const thread = startThread()
  thread.emit('error', new Error('Worker terminated due to reaching memory limit'))
  await thread.terminate()
})

test('no noise among the bytes of a file ends the thread without a sentence', async () => {
  const files: [string, Uint8Array][] = [
    ['a.docx', makeDocx(paragraph(run('The quay is sinking.')))],
    ['a.pdf', makePdf([[{ x: 60, y: 700, text: 'The quay is sinking.' }]])],
    ['a.eml', Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nThe quay is sinking.')],
    ['a.html', Buffer.from('<!doctype html><p>The quay is sinking, she said.')],
  ]
  let seed = 7
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (const [name, bytes] of files) {
    for (let round = 0; round < 25; round++) {
      const hurt = Uint8Array.from(bytes)
      for (let i = 0; i < 1 + random(8); i++) hurt[random(hurt.length)] = random(256)
      await read(hurt, name).catch((error: unknown) =>
        assert.ok(error instanceof NotTaken || error instanceof assert.AssertionError, String(error)),
      )
    }
  }
})

test('a feed is read in a thread, too, which is ended where that takes too long', async () => {
  const item = (n: number) => `<item><title>Quay ${n}</title><link>https://press.example/${n}</link></item>`
  const feedOf = (count: number) => ({
    name: '',
    url: 'https://press.example/feed',
    bytes: Buffer.from(
      `<rss version="2.0"><channel>${Array.from({ length: count }, (_, n) => item(n)).join('')}</channel></rss>`,
    ),
  })
  await assert.rejects(readFeedInThread(feedOf(100_000), 1), /This feed could not be read: .*takes too long/)
  const items = await readFeedInThread(feedOf(2))
  assert.deepEqual(
    items.map(({ url }) => url),
    ['https://press.example/1', 'https://press.example/0'],
  )
  await assert.rejects(
    readFeedInThread({ ...feedOf(0), bytes: Buffer.from('<rss><!ENTITY a "b"></rss>') }),
    /entities of its own/,
  )
})

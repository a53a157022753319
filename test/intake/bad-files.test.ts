import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { zipSync } from 'fflate'
import { tellFormat } from '../../src/intake/format.ts'
import { NotTaken } from '../../src/intake/taken.ts'
import { endThread, readFeedInThread, readInThread, startThread } from '../../src/intake/thread.ts'
import { makeDocx, paragraph, run } from './a-docx.ts'
import { makePdf } from './a-pdf.ts'
import { read } from './reading.ts'

after(endThread)

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
    ['letter', Buffer.from('{\\rtf1\\ansi The quay}'), /mixed with code/],
    ['quay.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>Quay</text></svg>'), /mixed with code/],
    ['laughs', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>'), /mixed with code/],
    ['quay.ics', Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Quay'), /mixed with code/],
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
    ['signs.html', Buffer.from(`<html>${'<'.repeat(2_000_000)}`), /full of signs that are no words/],
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
  const given = { bytes: Buffer.from(`<html>${'<i>a</i>'.repeat(300_000)}`), name: 'slow.html' }
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
  assert.throws(() => tellFormat(program), /mixed with code/)
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

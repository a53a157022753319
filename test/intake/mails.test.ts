import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { endThread } from '../../src/intake/thread.ts'
import { read } from './reading.ts'

after(endThread)

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

test('below the way out of its list a letter says nothing more; what is as long as a paragraph stays', async () => {
  const letter = (below: string) =>
    Buffer.from(
      `From: Quay Weekly <a@b.example>\r\nSubject: The quay\r\nContent-Type: text/html\r\n\r\n<p>The quay is closed.</p><p>You get this because you gave us your address. <a href=x>Unsubscribe</a> or <a>change it</a>.</p>${below}`,
    )
  const signed = letter('')
    .toString()
    .replace('<p>The', '<h1>Quay</h1><p>By Ana Berg</p><p>The')
    .replace(/<p>You get.*/, '<p>You receive this email because you asked for it.</p>')
  const byAna = await read(Buffer.from(signed), 'signed.eml')
  assert.deepEqual(byAna.facts.authors, ['Ana Berg'])
  assert.deepEqual(byAna.leftOut, ['You receive this email because you asked for it.'])
  const { text, leftOut } = await read(letter('<p>Quay Weekly, Pier 3, Westhaven</p>'), 'a.eml')
  assert.equal(text, 'The quay is closed.')
  assert.equal(leftOut.at(-1), 'Quay Weekly, Pier 3, Westhaven')
  const story = 'The harbour master told reporters on Tuesday that the quay would stay closed. '.repeat(4).trim()
  assert.equal((await read(letter(`<p>${story}</p>`), 'b.eml')).text, `The quay is closed.\n\n${story}`)
  const afterthought = 'PS: The ferry runs again.'
  assert.equal((await read(letter(`<p>${afterthought}</p>`), 'c.eml')).text, `The quay is closed.\n\n${afterthought}`)
})

test('a letter with the way out of its list above everything, or with news of who leaves one, keeps its words', async () => {
  const letter = (html: string) =>
    Buffer.from(
      `From: Quay Weekly <a@b.example>\r\nSubject: The quay\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    )
  const top =
    '<p><a href=x>View in browser</a> | <a href=x>Unsubscribe</a></p><h1>Ferry repaired</h1><p>It sails on Monday.</p>'
  assert.equal((await read(letter(top), 'a.eml')).text, 'Ferry repaired\n\nIt sails on Monday.')
  const news = [
    'Wer sein Boot <a href=x>abmelden</a> will, muss künftig 15 Euro zahlen, teilte der Hafen mit.',
    'Die Fähre fährt wieder.',
  ]
  const { text } = await read(letter(news.map((one) => `<p>${one}</p>`).join('')), 'b.eml')
  assert.equal(text, news.join('\n\n').replaceAll(/<[^>]+>/g, ''))
})

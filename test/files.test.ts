import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { areMany, countDocuments, type Found, listFiles, readDocuments } from '../src/documents/files.ts'
import { readMarkdown } from '../src/documents/markdown.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { normaliseText } from '../src/documents/text.ts'

const megabyte = 1024 * 1024
const fetching = { allowed: () => false, userAgent: 'OnRecord/0.1' }
const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-files-'))
after(() => fs.rmSync(outside, { recursive: true }))

/** A folder of its own, with these files in it; what stands before a slash is a folder in it. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = fs.mkdtempSync(path.join(outside, 'desk-'))
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), content)
  }
  return folder
}

async function readAll(paths: string[], maxTextBytes = megabyte): Promise<Found[]> {
  const all: Found[] = []
  for await (const found of readDocuments(listFiles(paths), maxTextBytes, fetching)) all.push(found)
  return all
}

async function readOnly(name: string, content: string | Uint8Array, maxTextBytes?: number): Promise<Found> {
  const [found, ...others] = await readAll([path.join(folderOf({ [name]: content }), name)], maxTextBytes)
  assert.ok(found)
  assert.equal(others.length, 0)
  return found
}

async function documentIn(name: string, content: string | Uint8Array) {
  const { document, refusal } = await readOnly(name, content)
  assert.equal(refusal, undefined)
  assert.ok(document)
  return document
}

async function refusalOf(name: string, content: string | Uint8Array, maxTextBytes?: number): Promise<string> {
  const { refusal } = await readOnly(name, content, maxTextBytes)
  assert.ok(refusal, `${name} was not refused`)
  return refusal
}

test('a text file is its words as they are, with the bytes it came in', async () => {
  const written = 'Harbour to close\r\n\r\nIt will close, *she* said.\r\n'
  const { fields, originalName, original } = await documentIn('harbour.txt', written)
  assert.equal(fields.text, written)
  assert.equal(fields.title, 'Harbour to close')
  assert.equal(originalName, 'harbour.txt')
  assert.deepEqual(Buffer.from(original ?? []), Buffer.from(written))
})

test('a text that begins with a paragraph instead of a headline is called what its file is', async () => {
  const { fields } = await documentIn('harbour-closes.txt', `${'The harbour will close, the mayor said. '.repeat(6)}\n`)
  assert.equal(fields.title, 'harbour-closes')
})

test('a file with an ending that nobody knows is read as text', async () => {
  assert.equal((await documentIn('NOTE', 'The quay is sinking')).fields.text, 'The quay is sinking')
  assert.equal((await documentIn('note.story', 'The quay is sinking')).fields.text, 'The quay is sinking')
})

test('emoji, combining accents, right-to-left words and UTF-16 come in whole', async () => {
  const words = 'Zoe\u0308 👩🏽‍🚒 said: قال المتحدث\r\nהנמל ייסגר 𐐷'
  for (const name of ['words.txt', 'words.md']) {
    const { fields } = await documentIn(name, words)
    const { content } = normaliseText(fields.text, megabyte)
    assert.equal(content.replace('\n', ' '), 'Zoë 👩🏽‍🚒 said: قال المتحدث הנמל ייסגר 𐐷')
  }
  const { fields } = await documentIn('words.txt', Buffer.from(`\uFEFF${words}`, 'utf16le'))
  assert.equal(fields.text, words)
})

test('a file that is no text is refused with what to do', async () => {
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  assert.match(await refusalOf('harbour.txt', picture), /not a text file.*plain text or Markdown/)
  assert.match(await refusalOf('harbour.pdf', picture), /not a text file/)
  assert.match(await refusalOf('harbour.rtf', '{\\rtf1 The quay}'), /mixed with code/)
})

test('an empty file is refused with what to do', async () => {
  for (const empty of ['', ' \r\n\n', '\uFEFF']) {
    for (const name of ['harbour.txt', 'harbour.md']) {
      assert.match(await refusalOf(name, empty), /no text in it.*Paste the words/)
    }
  }
  assert.match(await refusalOf('harbours.jsonl', '\n\n'), /file is empty.*one object/)
})

test('a file over the limit is refused by its size, and never read', async () => {
  const folder = folderOf({ 'harbour.txt': '' })
  const file = path.join(folder, 'harbour.txt')
  fs.truncateSync(file, 64 * 1024 * megabyte)
  const [found] = await readAll([file])
  assert.match(found?.refusal ?? '', /larger than 1 MB.*MAX_TEXT_MB/)

  assert.match(await refusalOf('harbour.txt', 'a'.repeat(21), 20), /larger than/)
  assert.equal((await readOnly('harbour.txt', 'a'.repeat(20), 20)).refusal, undefined)
})

test('a file in another encoding is refused with what to do', async () => {
  assert.match(await refusalOf('harbour.txt', Buffer.from('Zoë', 'latin1')), /UTF-8.*Save it again/)
  assert.match(await refusalOf('harbour.md', Buffer.from('Zoë', 'latin1')), /UTF-8.*Save it again/)
})

test('control characters are refused with the line of the file that they are in', async () => {
  assert.match(await refusalOf('harbour.txt', 'The quay\nis\u0007 sinking'), /U\+0007 in line 2/)
  assert.match(await refusalOf('harbour.md', '# A\n\n\n\nThe quay\u001B[31m'), /U\+001B in line 5/)
})

test('what is no file is refused in words', async () => {
  const folder = folderOf({ 'picture.png': 'x', 'empty/nothing.csv': '' })
  const [missing] = await readAll([path.join(folder, 'harbour.txt')])
  assert.match(missing?.refusal ?? '', /no such file/)
  const [lines] = await readAll([path.join(folder, 'harbours.jsonl')])
  assert.match(lines?.refusal ?? '', /no such file/)
  const [nothing, ...others] = await readAll([folder])
  assert.match(nothing?.refusal ?? '', /nothing in this folder that can be read/)
  assert.equal(others.length, 0)
  const [device] = await readAll(['/dev/null'])
  assert.match(device?.refusal ?? '', /neither a file nor a folder/)
})

test('Markdown becomes the words that readers saw, in blocks separated by blank lines', () => {
  const { heading, text } = readMarkdown(
    [
      '## News',
      '# The *old* harbour &amp; its quay',
      'Mayor **Lena Okafor** told [reporters](https://example.org "x")',
      'that `nobody` will dock.\\',
      'Not one. ![a crane](crane.png)',
      '',
      '- first  ',
      '- second',
      '  - and its own',
      '',
      '3. third',
      '4. fourth',
      '',
      '> “It’s over”, she wrote',
      '> [to all][1].',
      '',
      '<!-- editor: check -->',
      '',
      '<div><b>Boxed &lt;words&gt;</b></div>',
      '',
      '    as typed',
      '',
      '***',
      '',
      'A [sic] and 5 < 6, line<br>end <i>here</i>.',
      '',
      '[1]: https://example.org',
    ].join('\n'),
  )
  assert.equal(heading, 'The old harbour & its quay')
  assert.deepEqual(text.split('\n\n'), [
    'News',
    'The old harbour & its quay',
    'Mayor Lena Okafor told reporters that nobody will dock.\nNot one.',
    '- first\n- second\n- and its own',
    '3. third\n4. fourth',
    '“It’s over”, she wrote to all.',
    'Boxed <words>',
    'as typed',
    'A [sic] and 5 < 6, line\nend here.',
  ])
})

test('marks that never end are read to the end all the same', () => {
  assert.equal(readMarkdown('<div\n\nThe quay').text, 'The quay')
  assert.equal(readMarkdown('<!-- The quay').text, '')
  assert.equal(readMarkdown('<?php echo').text, '')
  assert.equal(readMarkdown('**The [quay](').text, '**The [quay](')
})

test('Markdown gets its title from its front matter, its first great heading, or its first line', async () => {
  const body = 'The quay\n\n# The harbour\n\n# Another\n'
  assert.equal((await documentIn('a.md', `---\ntitle: 'Given: this'\n---\n${body}`)).fields.title, 'Given: this')
  assert.equal((await documentIn('a.md', body)).fields.title, 'The harbour')
  assert.equal((await documentIn('a.markdown', '*The* quay\n\nIt sinks.')).fields.title, 'The quay')
})

test('front matter says what is known of a document, and is no part of its text', async () => {
  const matter = [
    '---',
    'title: "Harbour: what now?"',
    'publisher: Coast Wire',
    '# not for readers',
    'authors:',
    '  - Ida Holm',
    "  - 'Tomas Reyes'",
    'url: https://coastwire.example/harbour',
    'date: 2024-03-12T18:30:00+03:00',
    'language: pt-br',
    'kind: press_release',
    'layout: wide',
    '---',
  ]
  for (const [name, end] of [
    ['a.md', '\n'],
    ['a.txt', '\r\n'],
  ] as const) {
    const { fields } = await documentIn(name, [...matter, '', 'The quay is sinking.', ''].join(end))
    const document = NewDocument.parse(fields)
    assert.equal(document.text.trim(), 'The quay is sinking.')
    assert.equal(document.title, 'Harbour: what now?')
    assert.equal(document.publisher, 'Coast Wire')
    assert.deepEqual(document.authors, ['Ida Holm', 'Tomas Reyes'])
    assert.equal(document.url, 'https://coastwire.example/harbour')
    assert.deepEqual(document.published, { on: new Date('2024-03-12'), precision: 'day' })
    assert.equal(document.language, 'pt-BR')
    assert.equal(document.kind, 'press_release')
    assert.ok(!('layout' in fields))
  }
  assert.deepEqual((await documentIn('a.md', '---\nauthor: [A B, "C D"]\n---\nx')).fields.authors, ['A B', 'C D'])
  const familyFirst = await documentIn('a.md', '---\nauthor: ["Berg, Ana", "Holm, Ida"]\n---\nx')
  assert.deepEqual(familyFirst.fields.authors, ['Ana Berg', 'Ida Holm'])
})

test('front matter is YAML as people write it, with other names for the same', async () => {
  const matter = `---
title: >-
  Harbour: what
  now?
authors:
  - Holm, Ida
source_url: https://coastwire.example/harbour
published_time: 2024-03-12T18:30:00+03:00
lang: English
---
The quay is sinking.`
  const document = NewDocument.parse({ publisher: 'Coast Wire', ...(await documentIn('a.md', matter)).fields })
  assert.equal(document.title, 'Harbour: what now?')
  assert.equal(document.url, 'https://coastwire.example/harbour')
  assert.deepEqual(document.published, { on: new Date('2024-03-12'), precision: 'day' })
  assert.equal(document.language, 'en')
  const two = await documentIn('b.md', '---\ntitle: The port: what now?\nauthor: Berg, Ana; Holm, Ida\n---\nThe quay.')
  assert.equal(two.fields.title, 'The port: what now?')
  assert.deepEqual(two.fields.authors, ['Ana Berg', 'Ida Holm'])
  const typed = NewDocument.parse({ publisher: 'Coast Wire', text: 'The quay.', authors: 'Berg, Ana; Holm, Ida' })
  assert.deepEqual(typed.authors, ['Ana Berg', 'Ida Holm'])
})

test('front matter of other programs says the same in their ways', async () => {
  const fields = async (matter: string) => (await documentIn('a.md', `---\n${matter}\n---\nThe quay.`)).fields
  const hugo = await fields(
    'title: x\nauthors:\n  - name: Ida Holm\n    email: i@port.example\npublisher: {name: Coast Wire}',
  )
  assert.deepEqual([hugo.authors, hugo.publisher], [['Ida Holm'], 'Coast Wire'])
  const clipped = await fields('author: ["[[Ida Holm]]"]\nsource: https://coastwire.example/1\nkind: Press release')
  assert.deepEqual(
    [clipped.authors, clipped.url, clipped.kind],
    [['Ida Holm'], 'https://coastwire.example/1', 'press_release'],
  )
  const typed = await fields('Source: Coast Wire\nType: report')
  assert.deepEqual([typed.publisher, typed.kind], ['Coast Wire', 'report'])
  assert.equal((await fields('type: post-with-pictures\ntitle: x')).kind, undefined)
  const linked = await fields(
    'author: [[Ida Holm]]\nsource: [[Coast Wire]]\ncreated: 2024-03-12\npermalink: /harbour\ncanonical_url: https://port.example/h',
  )
  assert.deepEqual(
    [linked.authors, linked.publisher, linked.published, linked.url],
    [['Ida Holm'], 'Coast Wire', undefined, 'https://port.example/h'],
  )
  assert.equal((await fields('created: 2024-03-14\ndate: 2024-03-12')).published, '2024-03-12')
})

test('front matter is TOML between lines of three plus signs', async () => {
  const matter = `+++
# not for readers
title = "Harbour: \\"what now?\\""
date = 2024-03-12T18:30:00+03:00
draft = false
authors = [
  "Ida Holm", # who was there
  'Tomas Reyes',
]
"source_url" = 'https://coastwire.example/harbour'
description = """
two = lines"""

[params]
publisher = "a theme"
+++
`
  const harbour = (await documentIn('a.md', `${matter}\nThe quay is sinking.\n`)).fields
  assert.equal(harbour.text.trim(), 'The quay is sinking.')
  assert.equal(harbour.title, 'Harbour: "what now?"')
  assert.equal(harbour.published, '2024-03-12')
  assert.deepEqual(harbour.authors, ['Ida Holm', 'Tomas Reyes'])
  assert.equal(harbour.url, 'https://coastwire.example/harbour')
  assert.equal(harbour.publisher, undefined)
  const fields = async (toml: string) => (await documentIn('a.md', `+++\n${toml}\n+++\nThe quay.`)).fields
  const inTable = await fields(
    'extra.author = "Ida Holm"\nid = 9007199254740993\ndate = 07:32:00\ntitle = """x\n...\ny"""',
  )
  assert.deepEqual([inTable.text, inTable.title, inTable.published], ['The quay.', 'x\n...\ny', undefined])
  const sum = '+++\n1 and 1\n+++\nThe quay'
  assert.equal((await documentIn('a.txt', sum)).fields.text, sum)
})

test('the language of a text that does not say it is told from its words, and of a short one only by its letters', () => {
  const of = (text: string, language = '') =>
    NewDocument.parse({ publisher: 'Coast Wire', title: 'x', text, language }).language
  assert.equal(of('Посланник сообщил журналистам, что переговоры продолжатся.'), 'ru')
  assert.equal(of('“Nee,” said Jan van den Berg.'), 'en')
  const german =
    'Der Hafenmeister sagte am Dienstag vor Journalisten, dass der nördliche Kai geschlossen bleibe, bis die Ingenieure gemessen hätten, wie weit er im Sturm gesunken sei. Niemand werde dort ein Schiff entladen, sagte er, und auch der Fischmarkt bleibe vorerst zu.'
  assert.equal(of(german), 'de')
  assert.equal(of(german, 'en_US'), 'en-US')
  assert.equal(of(german, 'German'), 'de')
  assert.throws(() => of(german, 'quay'), /not a language code/)
})

test('two lines between words are not taken for front matter', async () => {
  for (const text of [
    '---\nNobody, he said: never.\n---\nThe quay',
    '---\n\n---\nThe quay',
    '---\ntitle: The quay',
    '---\nBerg: We shall not go.\nHolm: You shall.\n---\nThey left.',
    '---\nNote: the harbour is closed.\n---\n',
  ]) {
    assert.equal((await documentIn('a.txt', text)).fields.text, text)
  }
})

test('each line of a JSONL file is a document, and a bad line stops no other', async () => {
  const lines = [
    JSON.stringify({
      title: 'One',
      publisher: 'Coast Wire',
      authors: ['Ida Holm'],
      url: null,
      date: 2024,
      text: 'The quay.\r\n🚢',
      id: 7,
    }),
    '',
    'The quay',
    '["The quay"]',
    JSON.stringify({ title: 'Five' }),
    JSON.stringify({ title: 'Six\u0000', text: 'The quay' }),
    JSON.stringify({ text: 'Seven\n\nThe quay', published: '2024-03-12' }),
    JSON.stringify({ text: 'a'.repeat(400) }),
  ]
  const folder = folderOf({ 'harbours.jsonl': `\uFEFF${lines.join('\n')}` })
  const file = path.join(folder, 'harbours.jsonl')
  const found = await readAll([file])
  assert.deepEqual(
    found.map(({ line }) => line),
    [1, 3, 4, 5, 6, 7, 8],
  )
  assert.ok(found.every((one) => one.file === file))
  assert.deepEqual(found[0]?.document?.fields, {
    title: 'One',
    publisher: 'Coast Wire',
    authors: ['Ida Holm'],
    published: '2024',
    text: 'The quay.\r\n🚢',
  })
  assert.match(found[1]?.refusal ?? '', /not a JSON object\. Write \{"title"/)
  assert.match(found[2]?.refusal ?? '', /not a JSON object/)
  assert.match(found[3]?.refusal ?? '', /no "text"/)
  assert.match(found[4]?.refusal ?? '', /title has control characters/)
  assert.equal(found[5]?.document?.fields.title, 'Seven')
  assert.equal(found[6]?.document?.fields.title, 'harbours.jsonl, line 8')
})

test('a line of any length, and one cut between the bytes of a letter, cost no other line', async () => {
  const long = JSON.stringify({ title: 'Long', text: '😀é'.repeat(100_000) })
  const endless = 'x'.repeat(4 * megabyte)
  const found = await readAll([path.join(folderOf({ 'a.jsonl': `${long}\r\n${endless}\n${long}` }), 'a.jsonl')])
  assert.deepEqual(found[0]?.document?.fields.text, '😀é'.repeat(100_000))
  assert.match(found[1]?.refusal ?? '', /larger than 1 MB/)
  assert.equal(found[2]?.document?.fields.title, 'Long')
  assert.equal(found.length, 3)
})

test('JSONL that is wrongly encoded is refused by line, or as a whole where it is no text at all', async () => {
  const latin = Buffer.concat([Buffer.from('{"text":"ok"}\n'), Buffer.from('{"text":"Zoë"}', 'latin1')])
  const [first, second] = await readAll([path.join(folderOf({ 'a.jsonl': latin }), 'a.jsonl')])
  assert.equal(first?.document?.fields.text, 'ok')
  assert.match(second?.refusal ?? '', /UTF-8.*Save it again/)
  assert.equal(second?.line, 2)

  const wide = Buffer.from('\uFEFF{"text":"ok"}\n{"text":"ok"}\n', 'utf16le')
  assert.match(await refusalOf('a.jsonl', wide), /Line 1 is not text in UTF-8/)
})

test('a folder gives the files below it that can be read, in order, and each file once', async () => {
  const folder = folderOf({
    'b.txt': 'B',
    'a/2.md': '2',
    'a/10.jsonl': '{"text":"10"}\n{"text":"11"}\n',
    'c.markdown': 'C',
    'a/picture.png': '',
    '.hidden/d.txt': 'D',
    '.e.txt': 'E',
  })
  const files = listFiles([folder, path.join(folder, 'b.txt')])
  assert.deepEqual(
    files.map((file) => path.relative(folder, file)),
    ['a/10.jsonl', 'a/2.md', 'b.txt', 'c.markdown'],
  )
  assert.equal(areMany(files), true)
  assert.equal(areMany([path.join(folder, 'b.txt')]), false)
  assert.equal(await countDocuments([...files, path.join(folder, 'gone.jsonl')]), 6)
})

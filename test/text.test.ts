import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeText, normaliseText, NotText } from '../src/documents/text.ts'
import { anyString } from './support/texts.ts'

const megabyte = 1024 * 1024
const keep = (raw: string) => normaliseText(raw, megabyte).content
const refusal = (sentence: RegExp) => (error: unknown) => error instanceof NotText && sentence.test(error.message)

test('a file in UTF-8 is read as it is, with or without a byte order mark', () => {
  assert.equal(decodeText(Buffer.from('Zoë: “no” 🚢')), 'Zoë: “no” 🚢')
  assert.equal(decodeText(Buffer.from('\uFEFFZoë')), 'Zoë')
})

test('a file in UTF-16 is recognised by its byte order mark', () => {
  const little = Buffer.from('\uFEFFZoë 🚢', 'utf16le')
  assert.equal(decodeText(little), 'Zoë 🚢')
  assert.equal(decodeText(Buffer.from(little).swap16()), 'Zoë 🚢')
})

test('a file in another encoding is refused with what to do about it', () => {
  assert.throws(() => decodeText(Buffer.from('Zoë', 'latin1')), refusal(/UTF-8.*Save it again/))
  assert.throws(() => decodeText(Buffer.from([0x61, 0xf0, 0x9f])), refusal(/UTF-8/))
  assert.throws(() => decodeText(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62])), refusal(/UTF-16/))
})

test('a picture or a program is refused as no text file', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  assert.throws(() => decodeText(png), refusal(/not a text file.*plain text/))
  assert.throws(() => decodeText(Buffer.from('half a text\0half something else')), refusal(/not a text file/))
})

test('control characters are refused with the line they are in', () => {
  assert.throws(() => keep('The quay\r\nis\u0007 sinking'), refusal(/U\+0007 in line 2/))
  assert.throws(() => keep('The quay\0'), refusal(/U\+0000 in line 1/))
  assert.throws(() => keep('The quay\u001B[31m'), refusal(/U\+001B/))
  assert.throws(() => keep('The quay\u007F'), refusal(/U\+007F/))
})

test('a text without words is refused', () => {
  for (const empty of ['', ' ', '\n\n\t\r\n', '\uFEFF', '\u00A0\u2003']) {
    assert.throws(() => keep(empty), refusal(/no text in it.*Paste the words/), JSON.stringify(empty))
  }
})

test('a text over the limit is refused with the limit, one at the limit is kept', () => {
  assert.throws(() => normaliseText('a'.repeat(megabyte + 1), megabyte), refusal(/larger than 1 MB.*MAX_TEXT_MB/))
  assert.throws(() => normaliseText('é'.repeat(megabyte / 2 + 1), megabyte), refusal(/larger than 1 MB/))
  assert.equal(normaliseText('a'.repeat(megabyte), megabyte).codePoints, megabyte)
})

test('line ends of every system become one kind', () => {
  assert.equal(keep('one\r\ntwo\rthree\nfour\u2028five\u0085six'), 'one\ntwo\nthree\nfour\nfive\nsix')
})

test('paragraphs are separated by one blank line, whatever stood between them', () => {
  assert.equal(keep('\n\none\r\n\r\n\r\n\r\ntwo\n \t \nthree\u2029four  \n\n'), 'one\n\ntwo\n\nthree\n\nfour')
  assert.equal(keep('one  \ntwo\tthree'), 'one\ntwo three')
})

test('accents are kept as one character where there is one', () => {
  assert.equal(keep('Zoe\u0308'), 'Zoë')
  assert.equal(normaliseText('Zoe\u0308', megabyte).codePoints, 3)
  assert.equal(keep('x\u0302'), 'x\u0302')
})

test('a broken half of a character does not keep a text from being stored', () => {
  assert.equal(keep('a\uD83Db'), 'a\uFFFDb')
})

test('the same words are the same text, however they were sent', () => {
  const one = normaliseText('Zoë said no.\n\n“Never.”', megabyte)
  const other = normaliseText('\uFEFFZoe\u0308 said no.  \r\n\r\n\r\n“Never.”\r\n', megabyte)
  assert.deepEqual(other, one)
  assert.equal(one.sha256, createHash('sha256').update(one.content, 'utf8').digest('hex'))
})

test('a text that was normalised once stays as it is for ever', () => {
  const spaced = fc
    .array(
      fc.oneof(anyString, fc.constantFrom('\r', '\n', ' ', '\t', '\u00A0', '\u2028', '\u2029', '\uFEFF', '\u0301')),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(spaced, (raw) => {
      let once
      try {
        once = normaliseText(raw, megabyte)
      } catch (error) {
        fc.pre(!(error instanceof NotText))
        throw error
      }
      assert.deepEqual(normaliseText(once.content, megabyte), once)
      assert.equal(once.content.normalize('NFC'), once.content)
      assert.equal(once.codePoints, Array.from(once.content).length)
      assert.doesNotMatch(once.content, /\r|\n{3}|\s$|^\s|[^\S\n]\n/)
    }),
    { numRuns: 1000 },
  )
})

import { createHash } from 'node:crypto'
import { countCodePoints } from '../anchoring/code-points.ts'
import type { Rewritable } from '../anchoring/traced.ts'
import { cutParts } from '../anchoring/parts.ts'

/** Why a text can't be stored, in words for the person who sent it. */
export class NotText extends Error {}

/** A stored text: NFC, `\n` line ends, paragraphs separated by one blank line; its hash, and its parts. */
export type NormalText = { content: string; sha256: string; codePoints: number; partStarts: number[] }

/** Decodes the bytes of a file. Throws NotText, naming what is wrong and what to do. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le', 'UTF-16')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be', 'UTF-16')
  if (bytes.includes(0)) throw new NotText('It is not a text file. Save the article as plain text or Markdown first')
  return decode(bytes, 'utf-8', 'UTF-8')
}

/** Whether the file begins with a byte order mark, which is decoded to nothing. */
export function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  )
}

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new NotText(`Its letters are not encoded as ${name}. Save it again with the encoding UTF-8`)
  }
}

/** Normalises a text, only here; every offset counts in the result. Throws NotText if it is no text. */
export function normaliseText(raw: string, maxBytes: number): NormalText {
  if (Buffer.byteLength(raw) > maxBytes) {
    const limit = Math.round((maxBytes / 1024 / 1024) * 100) / 100
    throw new NotText(
      `The text is larger than ${limit} MB. Split it, or ask whoever runs the desk to raise MAX_TEXT_MB`,
    )
  }
  refuseControls(raw)

  const content = tidy(raw)
  if (content === '') throw new NotText('There is no text in it. Paste the words as they were published')
  return {
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
    codePoints: countCodePoints(content),
    partStarts: cutParts(content),
  }
}

/** The text itself as it is stored, or where each place of it stood before. */
export function tidy<T extends Rewritable<T>>(raw: T): T {
  return raw
    .toWellFormed()
    .replace(/^\uFEFF/g, () => '')
    .replace(/\r\n?|[\u0085\u2028]/g, () => '\n')
    .replace(/\u2029/g, () => '\n\n')
    .normalize('NFC')
    .replace(/[\t\f\v]/g, () => ' ')
    .replace(/(?<![^\S\n])[^\S\n]+\n/g, () => '\n')
    .replace(/\n{3,}/g, () => '\n\n')
    .trim()
}

/** A single control character is enough to refuse: it shows that this is not the published text. */
function refuseControls(raw: string): void {
  // eslint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000E-\u001F\u007F]/.exec(raw)
  if (!control) return
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const line = raw.slice(0, control.index).split(/\r\n?|\n/).length
  throw new NotText(`It has control characters in it (U+${code} in line ${line}). Save the article as plain text first`)
}

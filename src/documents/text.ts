import { createHash } from 'node:crypto'
import { countCodePoints } from '../anchoring/code-points.ts'
import type { Rewritable } from '../anchoring/traced.ts'
import { cutParts } from '../anchoring/parts.ts'
import { NotText } from '../intake/plain.ts'

export { decodeText, NotText } from '../intake/plain.ts'

/** A stored text: NFC, `\n` line ends, paragraphs separated by one blank line; its hash, and its parts. */
export type NormalText = { content: string; sha256: string; codePoints: number; partStarts: number[] }

/** Whether the file begins with a byte order mark, which is decoded to nothing. */
export function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  )
}

/** Normalises a text, only here; every offset counts in the result. Throws NotText if it is no text. */
export function normaliseText(raw: string, maxBytes: number): NormalText {
  if (Buffer.byteLength(raw) > maxBytes) {
    const limit = Math.round((maxBytes / 1024 / 1024) * 100) / 100
    throw new NotText(
      `The text is larger than ${limit} MB. Split it, or ask the people who run the desk to raise MAX_TEXT_MB`,
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

/** Why a text can't be stored, in words for the person who sent it. */
export class NotText extends Error {}

/** Decodes the bytes of a file. Throws NotText, naming what is wrong and what to do. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le', 'UTF-16')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be', 'UTF-16')
  if (bytes.includes(0)) throw new NotText('It is not a text file. Save the article as plain text or Markdown first')
  return decode(bytes, 'utf-8', 'UTF-8')
}

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new NotText(`Its letters are not encoded as ${name}. Save it again with the encoding UTF-8`)
  }
}

import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import sniff from 'html-encoding-sniffer'

/**
 * A page's bytes as text: by its byte-order mark, then what the server said, then what the page says, then as UTF-8 if
 * they are, then by the words that they make in East Asian encodings, and otherwise as its language was written before
 * UTF-8, as browsers do.
 */
export function decodePage(bytes: Uint8Array, mediaType?: string): string {
  const said = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1]
  const encoding = sniff(bytes, {
    ...(said !== undefined && { transportLayerEncodingLabel: said }),
    defaultEncoding: 'UTF-8',
  })
  const wide = wideOf(bytes)
  if (wide !== undefined && !isUtf16.test(encoding)) return new TextDecoder(wide).decode(bytes)
  // Without halves that are zero it is not UTF-16, whatever the server says.
  if (wide === undefined && isUtf16.test(encoding) && isUtf8(bytes) && !hasMark(bytes)) {
    return new TextDecoder().decode(bytes)
  }
  // A page is believed less than its letters: other encodings never look like UTF-8 by chance, and UTF-8 has no other bytes.
  if (isUtf8(bytes)) return decoderOf(isSingleByte.test(encoding) ? 'UTF-8' : encoding, bytes).decode(bytes)
  if (encoding === 'UTF-8' && isNearlyUtf8(bytes)) return new TextDecoder().decode(bytes)
  const isWrong = encoding === 'UTF-8' || (encoding === 'windows-1252' && isCyrillic.test(likeliest(bytes) ?? ''))
  return decoderOf(isWrong ? olderEncoding(bytes) : encoding, bytes).decode(bytes)
}

/** A letter cut in half, or one from an older text, spoils itself only; letters of other encodings seldom make any. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const letters = new TextDecoder().decode(bytes)
  const count = (kind: RegExp) => letters.match(kind)?.length ?? 0
  return count(/[^\p{ASCII}\uFFFD]/gu) >= count(/\uFFFD/g)
}

const isUtf16 = /^utf-16/i

function hasMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** UTF-16 that does not say so: of each letter of its marks, one half is zero. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 200)
  if (start.length < 20) return undefined
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (odd > 0.35 * start.length && even < 2) return 'utf-16le'
  return even > 0.35 * start.length && odd < 2 ? 'utf-16be' : undefined
}

const isSingleByte = /^(?:windows-|iso-8859-|koi8|ibm866|macintosh|x-mac)/i

/** What the HTML standard has browsers assume for a page in one of these languages that does not say its encoding. */
const byLanguage: Record<string, string> = {
  ar: 'windows-1256',
  fa: 'windows-1256',
  bg: 'windows-1251',
  ru: 'windows-1251',
  be: 'windows-1251',
  uk: 'windows-1251',
  sr: 'windows-1251',
  mk: 'windows-1251',
  cs: 'windows-1250',
  hu: 'iso-8859-2',
  pl: 'iso-8859-2',
  sk: 'windows-1250',
  sl: 'iso-8859-2',
  hr: 'windows-1250',
  ro: 'windows-1250',
  el: 'windows-1253',
  et: 'windows-1257',
  lt: 'windows-1257',
  lv: 'windows-1257',
  he: 'windows-1255',
  ja: 'shift_jis',
  ko: 'euc-kr',
  th: 'windows-874',
  tr: 'windows-1254',
  vi: 'windows-1258',
  zh: 'gbk',
}

const isCyrillic = /^(?:windows-1251|koi8-r)$/
const isEastAsian = /^(?:shift_jis|euc-jp|euc-kr|gb18030|big5)$/
/** What pages call ISO-8859-1 has been windows-1252 all along. */
const isWestern = /^(?:windows-1252|iso-8859-1|ascii)$/

/** The language of a page tells more than its letters do, but for two encodings of one language. */
function olderEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const language = /<html[^>]*\blang\s*=\s*["']?([a-z]{2})/i.exec(start)?.[1]?.toLowerCase() ?? ''
  const usual = byLanguage[language]
  const likely = likeliest(bytes)
  if (likely === undefined || isWestern.test(likely)) return usual ?? 'windows-1252'
  if (usual === undefined) return likely
  const isOneOfTwo = isCyrillic.test(usual)
    ? isCyrillic.test(likely)
    : language in eastAsian && isEastAsian.test(likely)
  return isOneOfTwo ? likely : usual
}

const eastAsian = { ja: true, ko: true, zh: true }

/** Enough to tell by, in bytes. */
const longestSample = 200_000
/** How sure of a guess, in percent: letters of two bytes are hardly ever right by chance. */
const sureEnough = { ofTwoBytes: 80, ofOne: 20 }

/** In which encoding from before UTF-8 the words of a page make the likeliest letters, in small letters. */
function likeliest(bytes: Uint8Array): string | undefined {
  const words = Buffer.from(bytes.subarray(0, longestSample))
    .toString('latin1')
    .replaceAll(/<[^<>]*>/g, ' ')
  for (const { name, confidence } of analyse(Buffer.from(words, 'latin1'))) {
    const encoding = name.toLowerCase()
    if (/^(?:utf|iso-2022)/.test(encoding)) continue
    if (confidence >= (isEastAsian.test(encoding) ? sureEnough.ofTwoBytes : sureEnough.ofOne)) return encoding
  }
  return undefined
}

/** Some names of encodings stand for none that is safe to read (`replacement`), or that is known here. */
function decoderOf(encoding: string, bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  }
}

import { type Given, NotTaken } from './taken.ts'

export type Format = 'page' | 'pdf' | 'docx' | 'odt' | 'mail'

/** Which format it is in, by what it contains more than by what it is called; undefined for plain text and the like. */
export function tellFormat({ bytes, name, mediaType = '' }: Given): Format | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) {
    if (/\.docx$/i.test(name) || /wordprocessingml/.test(mediaType)) return 'docx'
    if (/\.odt$/i.test(name) || /opendocument\.text/.test(mediaType) || start.includes('opendocument.text'))
      return 'odt'
    return isWordFile(bytes) ? 'docx' : refuseZip(name)
  }
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) {
    if (/\.msg$/i.test(name)) throw new NotTaken('It is a mail as Outlook keeps it. Save it there as .eml')
    if (/\.(?:xls|ppt)$/i.test(name)) throw new NotTaken(`It is a file of an older Office. ${asText}`)
    throw new NotTaken('It is a .doc file of an older Word. Open it there and save it as .docx')
  }
  if (/\.eml$/i.test(name) || /message\/rfc822/i.test(mediaType) || isMail(start)) return 'mail'
  if (/\.(?:html?|xhtml|mhtml?)$/i.test(name) || /\bx?html\b/i.test(mediaType)) return 'page'
  if (
    /^\s*(?:<\?[\s\S]{0,500}?\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)
  ) {
    return 'page'
  }
  if (isFeed(start)) {
    throw new NotTaken('It is a feed. Import its articles under “Import many at once”, or give the address of one')
  }
  if (isForPrograms.test(start) || madeForPrograms.test(mediaType))
    throw new NotTaken(`Its text is mixed with code. ${asText}`)
  return undefined
}

const asText = 'Save what it says as plain text or Markdown first'

const madeForPrograms = /^(?:application|text)\/(?:[\w.-]+\+)?(?:json|xml|javascript|ecmascript|css)\b/i

/** RTF, XML and its feeds and pictures, PostScript, calendars and contacts, links of a desktop: whatever they are called. */
const isForPrograms =
  /^\s*(?:\{\\rtf\d|<\?(?:xml|php)\b|<!DOCTYPE\s|<(?:svg|rss|feed|rdf:RDF|math)[\s>]|%!PS|BEGIN:V(?:CALENDAR|CARD)\b|\[InternetShortcut\]|\\documentclass\b)/i

function isWordFile(bytes: Uint8Array): boolean {
  // The list of files stands at a zip's end.
  return Buffer.from(bytes).includes('word/document.xml')
}

function refuseZip(name: string): never {
  if (/\.(?:xlsx|pptx|epub|pages|numbers|key|ods|odp)$/i.test(name)) {
    throw new NotTaken(`It is a table, slides or a book, not a text. ${asText}`)
  }
  throw new NotTaken('It is a zip archive, not a document. Unpack it and import the files in it')
}

/** Two header fields of a mail, or one and what every mail has, before the first empty line. */
function isMail(start: string): boolean {
  const [head = ''] = start.split(/\r?\n\r?\n/)
  const fields =
    head.match(/^(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Content-Type):/gim) ?? []
  return /^[A-Z][\w-]*:/i.test(start) && new Set(fields.map((field) => field.toLowerCase())).size >= 3
}

/** Whether it is a feed: RSS, Atom, RDF or a JSON Feed. */
export function isFeed(start: string): boolean {
  const head = start
    .slice(0, 100_000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (head.startsWith('{')) return /"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//.test(head)
  if (!/^<(?:\?xml|!--|!DOCTYPE|rss|feed|rdf:RDF)/i.test(head)) return false
  return (
    /<(?:html|rss|feed|rdf:RDF)[\s>]/i.exec(head)?.[0].startsWith('<html') === false && !/<!DOCTYPE\s+html/i.test(head)
  )
}

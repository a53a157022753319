import { strFromU8, zipSync } from 'fflate'
import { DOMParser, parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { tellLanguage } from '../extraction/language.ts'
import { type Block, blocksOf, joinBlocks } from './blocks.ts'
import { dayOf } from './dates.ts'
import { authorsInProperties, canonicalLanguage, noTitle, tidy } from './facts.ts'
import { factsInHead } from './head-lines.ts'
import { headlineOf, tellKind } from './kind.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'
import { unpack } from './zip.ts'

/** Word: what was deleted under tracked changes is gone, what was inserted stands; comments are not the text. */
export async function readDocx({ bytes }: Given): Promise<Taken> {
  const files = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name))
  const core = files['docProps/core.xml']
  // Packed anew from what was measured, so that nothing larger is unpacked.
  const html = await toHtml(Buffer.from(zipSync(files, { level: 0 })))
  const body = parseHTML(`<html><body>${html}</body></html>`).document.body
  // The way to a footnote and back: its number is no letter of the sentence.
  for (const link of body.querySelectorAll('a[href^="#footnote"], a[href^="#endnote"]')) link.remove()
  return described(blocksOf(body), core === undefined ? {} : propertiesOf(strFromU8(core)))
}

/** By the names that Word's files use, too, where they have no list of styles. */
const styleMap = ['p.Title => h1:fresh', 'p.Subtitle => h2:fresh', 'p.Quote => blockquote > p:fresh']

async function toHtml(buffer: Buffer): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: true, styleMap })).value
  } catch {
    throw new NotTaken('This Word document can’t be read. Open it in Word and save it again as .docx')
  }
}

/** OpenDocument: LibreOffice and others. */
export function readOdt({ bytes }: Given): Taken {
  const files = unpack(bytes, (name) => name === 'content.xml' || name === 'meta.xml')
  const content = files['content.xml']
  if (!content) throw new NotTaken('There is no text in it. Open it in the program that made it and save it again')
  const tree = new DOMParser().parseFromString(strFromU8(content), 'text/xml')
  const page = parseHTML('<html><body></body></html>').document
  const notes = page.createElement('section')
  if (tree.documentElement) copyOdt(tree.documentElement as unknown as Element, page.body, { page, notes })
  page.body.append(notes)
  const properties = files['meta.xml'] ? propertiesOf(strFromU8(files['meta.xml'])) : {}
  return described(blocksOf(page.body), properties)
}

const asHtml: Record<string, string> = {
  'text:p': 'p',
  'text:h': 'h2',
  'text:list': 'ul',
  'text:list-item': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'text:a': 'a',
  'text:line-break': 'br',
}
const notText = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
])

/**
 * The same words under HTML's names, and the notes at the end, as Word's are. What is nested as deep as nobody writes is
 * left as it stands at that depth.
 */
function copyOdt(from: Element, into: Element, to: { page: Document; notes: Element }, depth = 0): void {
  const { page, notes } = to
  for (const node of from.childNodes) {
    if (node.nodeType === 3) into.append(page.createTextNode(node.nodeValue ?? ''))
    if (node.nodeType !== 1) continue
    const name = node.nodeName.toLowerCase()
    if (notText.has(name) || depth > 100) continue
    if (name === 'text:note') {
      for (const body of (node as Element).childNodes)
        if (body.nodeName.toLowerCase() === 'text:note-body') copyOdt(body as Element, notes, to, depth + 1)
      continue
    }
    if (name === 'text:s') into.append(page.createTextNode(' '))
    if (name === 'text:tab') into.append(page.createTextNode(' '))
    const html = asHtml[name]
    const element = html === undefined ? into : page.createElement(html)
    if (html !== undefined) into.append(element)
    copyOdt(node as Element, element, to, depth + 1)
  }
}

function propertiesOf(xml: string): Facts {
  const value = (...names: string[]) => {
    for (const name of names) {
      const [, content] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? []
      const plain = tidy(unescaped(content ?? ''))
      if (plain !== '') return plain
    }
    return undefined
  }
  const said = value('dc:title')
  const title = said === undefined || noTitle.test(said) ? undefined : said
  // Whoever saved it last is its author only where nobody else is named.
  const authors = authorsInProperties(value('meta:initial-creator', 'dc:creator') ?? '')
  const language = canonicalLanguage(value('dc:language'))
  const published = dayOf(value('dcterms:created', 'meta:creation-date', 'dc:date') ?? '')
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
  }
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')
}

/** A first heading is the title where the properties have none, and no part of the text. */
function described(blocks: Block[], properties: Facts): Taken {
  const [first] = blocks
  const heading = blocks.slice(0, 4).find(({ kind }) => /^h[1-6]$/.test(kind))?.text
  const title = properties.title ?? heading ?? headlineOf(blocks.slice(0, 5).map(({ text }) => text))
  const isRepeated = first !== undefined && title !== undefined && tidy(first.text) === title
  const kept = joinBlocks(isRepeated ? blocks.slice(1) : blocks)
  if (kept === '') throw new NotTaken('There is no text in it')
  const language = tellLanguage(kept)
  const lines = blocks
    .slice(0, 6)
    .map(({ text }) => text)
    .filter((line) => line.length <= 120)
  const kind = tellKind({ title, lines, text: kept })
  const head = blocks.slice(0, 10).map(({ text }) => text)
  const shown = factsInHead(head, { title: title ?? '', language: language === 'und' ? '' : language, text: kept })
  return {
    text: kept,
    facts: {
      ...properties,
      ...shown,
      ...(title !== undefined && { title }),
      ...(language !== 'und' && { language }),
      ...(kind !== undefined && { kind }),
    },
    leftOut: [],
    remarks: [],
  }
}

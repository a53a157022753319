import { strFromU8, zipSync } from 'fflate'
import { DOMParser, parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { tellLanguage } from '../extraction/language.ts'
import { type Block, blocksOf, joinBlocks } from './blocks.ts'
import { dayOf, namesOf, tidy } from './facts.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'
import { unpack } from './zip.ts'

/** Word: what was deleted under tracked changes is gone, what was inserted stands; comments are not the text. */
export async function readDocx({ bytes }: Given): Promise<Taken> {
  const files = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name))
  const core = files['docProps/core.xml']
  // Packed anew from what was measured, so that nothing larger is unpacked.
  const html = await toHtml(Buffer.from(zipSync(files, { level: 0 })))
  const body = parseHTML(`<html><body>${html}</body></html>`).document.body
  // The way back from a footnote to its mark.
  for (const link of body.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) link.remove()
  return described(blocksOf(body), core === undefined ? {} : propertiesOf(strFromU8(core)))
}

async function toHtml(buffer: Buffer): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: true })).value
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
  if (tree.documentElement) copyOdt(tree.documentElement as unknown as Element, page.body, page)
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
  'text:note',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
])

/** The same words under HTML's names. What is nested as deep as nobody writes is left as it stands at that depth. */
function copyOdt(from: Element, into: Element, page: Document, depth = 0): void {
  for (const node of from.childNodes) {
    if (node.nodeType === 3) into.append(page.createTextNode(node.nodeValue ?? ''))
    if (node.nodeType !== 1) continue
    const name = node.nodeName.toLowerCase()
    if (notText.has(name) || depth > 100) continue
    if (name === 'text:s') into.append(page.createTextNode(' '))
    if (name === 'text:tab') into.append(page.createTextNode(' '))
    const html = asHtml[name]
    const element = html === undefined ? into : page.createElement(html)
    if (html !== undefined) into.append(element)
    copyOdt(node as Element, element, page, depth + 1)
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
  const title = value('dc:title')
  const authors = namesOf(value('dc:creator', 'meta:initial-creator') ?? '')
  const published = dayOf(value('dcterms:created', 'meta:creation-date', 'dc:date') ?? '')
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(published !== undefined && { published }),
  }
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')
}

/** A first heading is the title where the properties have none, and no part of the text. */
function described(blocks: Block[], properties: Facts): Taken {
  const [first] = blocks
  const heading = first && /^h[1-6]$/.test(first.kind) ? first.text : undefined
  const title = properties.title ?? heading
  const isRepeated = first !== undefined && title !== undefined && tidy(first.text) === title
  const kept = joinBlocks(isRepeated ? blocks.slice(1) : blocks)
  if (kept === '') throw new NotTaken('There is no text in it')
  const language = tellLanguage(kept)
  return {
    text: kept,
    facts: { ...properties, ...(title !== undefined && { title }), ...(language !== 'und' && { language }) },
    leftOut: [],
    remarks: [],
  }
}

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { tellLanguage } from '../extraction/language.ts'
import { type Block, blocksOf, joinBlocks, nameOf } from './blocks.ts'
import { decodePage } from './charset.ts'
import { writtenDate } from './dates.ts'
import { announced, namesOf, tidy } from './facts.ts'
import { tellKind } from './kind.ts'
import { choose } from './page-choice.ts'
import { factsOf } from './page-data.ts'
import { refuseBareSigns, refuseDepth, refuseLength } from './limits.ts'
import { openShadows } from './shadows.ts'
import { type Facts, type Given, NotTaken, type Taken } from './taken.ts'
import { clean } from './page-noise.ts'
import { bodyOf, findArticleData, isFreeToRead } from './page-things.ts'
import { isTeaser, whyWalled } from './walls.ts'

/**
 * Finds an article in a page. Readability says where it is; which blocks belong to it, and how they read, is ours. Call
 * it in a thread that can be ended: pages are written by strangers.
 */
export function readPage({ bytes, mediaType, url }: Given): Taken {
  return readHtml(decodePage(bytes, mediaType), url)
}

export function readHtml(html: string, url?: string): Taken {
  refuseLength(html)
  const tree = parse(html)
  if (/shadowrootmode/i.test(html)) openShadows(tree)
  refuseDepth(tree)
  refuseBareSigns(tree)
  const whole = serialize(tree)
  const document = parseHTML(whole).document
  const data = findArticleData(document)
  removeNoteMarks(document)
  const all = blocksOf(document.body)
  const near = linesNearHeading(all)
  const facts = factsOf(document, data, { url, near })
  clean(document, data, { hasOwnElements: /<[a-z]+-/.test(whole) })
  const remarks: string[] = []

  const blocks = blocksOf(document.body)
  const kept = choose(blocks, readabilityBlocks(document))
  let text = withoutHead(joinBlocks(kept), facts)
  const body = bodyOf(data)
  // Where a script draws the page, only its data has the article.
  if (body !== undefined && body.length > 2 * text.length) text = plainBody(body)
  const walled = whyWalled(() => parseHTML(whole).document, text, url)
  if (walled !== undefined) throw new NotTaken(walled)
  if (text === '') throw new NotTaken(whyEmpty(whole))

  const words = tidy(text)
  const leftOut = all
    .map(({ text: block }) => block)
    .filter((block) => !words.includes(tidy(block)) && isWorthAWord(block))
  if (!isFreeToRead(data) || isTeaser(text, leftOut)) {
    remarks.push('The page says that part of it is for subscribers: check that the end is there')
  }
  return {
    text,
    facts: { ...facts, ...languageOf(text, facts), ...kindOf({ text, near, facts, document }) },
    leftOut: [...new Set(leftOut)].slice(0, 500),
    remarks,
  }
}

/** The blocks that Readability takes for the article, if any. It changes the tree that it gets, so it gets a copy. */
function readabilityBlocks(document: Document): Block[] {
  const copy = parseHTML(document.documentElement.outerHTML).document
  const read = new Readability<Block[]>(copy, {
    charThreshold: 200,
    serializer: (node) => blocksOf(node as Element),
  }).parse()
  const found = read?.content ?? []
  // Of a page without paragraphs it takes the only ones, those at its foot.
  const foot = [...document.querySelectorAll('footer')].filter(
    (one) => !one.closest('article, main') && !one.parentElement?.closest('footer'),
  )
  const ofFoot = foot.flatMap((one) => blocksOf(one))
  const said = new Set(ofFoot.map(({ text }) => tidy(text)))
  const letters = (list: readonly Block[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  const isMoreAbove = () => letters(blocksOf(document.body)) > 2 * letters(ofFoot)
  return found.every(({ text }) => said.has(tidy(text))) && isMoreAbove() ? [] : found
}

/** The title, the byline and the date are fields of their own, where they stand above the text. */
function withoutHead(text: string, { title, authors, published, language }: Facts): string {
  const paragraphs = withoutTitle(text, title).split('\n\n')
  const isField = (paragraph: string) => {
    const words = tidy(paragraph)
    const isTitle = title !== undefined && words === tidy(title)
    const isDate = published !== undefined && isOnlyDate(words, published, language)
    const isByline =
      authors !== undefined && words.length <= 120 && announced.test(words) && namesOf(words).join() === authors.join()
    return isTitle || isDate || isByline
  }
  const head = Math.min(4, paragraphs.length - 1)
  return [...paragraphs.slice(0, head).filter((paragraph) => !isField(paragraph)), ...paragraphs.slice(head)].join(
    '\n\n',
  )
}

function withoutTitle(text: string, title: string | undefined): string {
  const [first = ''] = /^.*/.exec(text) ?? []
  return title !== undefined && tidy(first) === tidy(title) ? text.slice(first.length).trimStart() : text
}

/** The day, perhaps with its time and words such as "Published on". */
function isOnlyDate(words: string, published: string, language: string | undefined): boolean {
  const isShort = words.length <= 90 && words.split(' ').length <= 14 && !/[.!?…:]["”»)]?$/.test(words)
  return isShort && writtenDate(words, language) === published
}

/** An articleBody has its paragraphs in lines, and sometimes HTML's marks. */
function plainBody(body: string): string {
  if (/<(?:p|br|div)\b/i.test(body))
    return joinBlocks(blocksOf(parseHTML(`<html><body>${body}</body></html>`).document.body))
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n')
}

/** The text's own language, where the page claims another: templates say "en" of everything. */
function languageOf(text: string, { language }: Facts): Pick<Facts, 'language'> {
  const told = text.length < 200 ? 'und' : tellLanguage(text)
  if (told === 'und') return language === undefined ? {} : { language }
  return { language: language?.split('-')[0] === told ? language : told }
}

function whyEmpty(html: string): string {
  const ask = 'Open it in your browser, copy the article and paste it'
  if (/<script\b/i.test(html)) return `There is no article in this page: scripts would have to load it. ${ask}`
  return `There is no article in this page. ${ask}`
}

function kindOf({
  text,
  near,
  facts,
  document,
}: {
  text: string
  near: readonly string[]
  facts: Facts
  document: Document
}): Pick<Facts, 'kind'> {
  if (facts.kind !== undefined && facts.kind !== 'article') return {}
  const heads = [...near, tidy(document.querySelector('title')?.textContent ?? '')].filter((line) => line.length <= 120)
  const kind = tellKind({ title: facts.title, url: facts.url, lines: heads, text })
  return kind === undefined ? {} : { kind }
}

const nearHeading = { before: 8, after: 8 }

/** Short lines around the page's heading: among them are the byline, the date and the kind of the document. */
function linesNearHeading(all: readonly Block[]): string[] {
  const heading = Math.max(
    0,
    all.findIndex(({ kind, element }) => kind === 'h1' || element.closest('h1') !== null),
  )
  return all
    .slice(Math.max(0, heading - nearHeading.before), heading + nearHeading.after)
    .flatMap(({ text }) => text.split(/\n|(?=(?:作者|来源|來源|记者|記者)[:：])/))
    .map(tidy)
    .filter((line) => line.length <= 160)
}

/** Numbers of notes are no letters of their sentence; the notes stay, without the arrows that lead back. */
function removeNoteMarks(document: Document): void {
  for (const mark of document.querySelectorAll(
    'sup, a[role="doc-noteref"], a[class*="footnote" i], a[href*="#fn" i], a[href*="cite_note"]',
  )) {
    const isLink =
      nameOf(mark) === 'a' || mark.querySelector('a[href*="#"]') !== null || mark.closest('a[href*="#"]') !== null
    if (
      isLink &&
      /^\s*[[(]?(?:\d{1,3}|[a-z]|[*†‡§])[\])]?\s*$/u.test(mark.textContent) &&
      mark.closest('li') !== mark.parentElement
    )
      mark.remove()
  }
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    if (/^(?:↩|↑|⤴|⏎|\^)\s*(?:\uFE0E|\uFE0F)?$/u.test(link.textContent.trim())) link.remove()
  }
  for (const edit of document.querySelectorAll('.mw-editsection')) edit.remove()
}

function isWorthAWord(block: string): boolean {
  return block.length >= 20 && /\p{L}/u.test(block)
}

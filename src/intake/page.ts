import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { tellLanguage } from '../extraction/language.ts'
import { type Block, blocksOf, joinBlocks, nameOf } from './blocks.ts'
import { decodePage } from './charset.ts'
import { writtenDate } from './dates.ts'
import { announced, namesOf, tidy } from './facts.ts'
import { isFurniture } from './furniture.ts'
import { tellKind } from './kind.ts'
import { factsOf } from './page-data.ts'
import { refuseDepth, refuseLength } from './limits.ts'
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
  refuseDepth(tree)
  const whole = serialize(tree)
  const document = parseHTML(whole).document
  const data = findArticleData(document)
  removeNoteMarks(document)
  const all = blocksOf(document.body)
  const near = linesNearHeading(all)
  const facts = factsOf(document, data, { url, near })
  clean(document, data)
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

  const words = flat(text)
  const leftOut = all
    .map(({ text: block }) => block)
    .filter((block) => !words.includes(flat(block)) && isWorthAWord(block))
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

/** The blocks that Readability takes for the article. It changes the tree that it gets, so it gets a copy. */
function readabilityBlocks(document: Document): Block[] {
  const copy = parseHTML(document.documentElement.outerHTML).document
  const read = new Readability<Block[]>(copy, {
    charThreshold: 200,
    serializer: (node) => blocksOf(node as Element),
  }).parse()
  return read?.content ?? []
}

/**
 * The page's own blocks that Readability took, and what it dropped among them although it reads like a paragraph: short
 * ones, those with links, posts of a live blog.
 */
function choose(blocks: Block[], taken: Block[]): Block[] {
  const exact = new Set(taken.map(({ text }) => flat(text)))
  const whole = flat(taken.map(({ text }) => text).join(' '))
  // It joins and cuts some blocks otherwise; short ones may stand elsewhere by chance.
  const isTaken = blocks.map(({ text }) => exact.has(flat(text)) || (text.length > 25 && whole.includes(flat(text))))
  const letters = (list: Block[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  const known = letters(blocks.filter((_, i) => isTaken[i]))
  // What it built is not to be found in the page: then its own blocks are the article.
  if (known < 0.5 * letters(taken))
    return taken.filter((block) => !isOnlyLinks(block) && !isFurniture(block.text, block.linked))
  if (known === 0) return blocks.filter((block) => isProse(block) && !isFurniture(block.text, block.linked))

  const first = isTaken.indexOf(true)
  const last = isTaken.lastIndexOf(true)
  const alike = new Set(blocks.flatMap((block, i) => (isTaken[i] ? (placeOf(block) ?? []) : [])))
  const isWanted = blocks.map((block, i) => {
    const isWithin = i > first && i < last
    return isTaken[i] === true || ((isWithin || alike.has(placeOf(block) ?? '')) && isProse(block))
  })
  const start = Math.min(first, firstOfTheSame(blocks, first))
  for (let i = start; i < first; i++) isWanted[i] ||= isProse(blocks[i])
  const end = lastOfTheSame(blocks, last)
  for (let i = last + 1; i <= end; i++) isWanted[i] ||= isProse(blocks[i])
  const heading = blocks.findIndex(({ kind }) => kind === 'h1')
  for (let i = heading + 1; heading !== -1 && i < first; i++) {
    isWanted[i] ||= isProse(blocks[i]) && (blocks[i]?.element.closest(standfirst) ?? null) !== null
  }
  // A heading, a time or a speaker stands with what comes after it.
  for (let i = last; i > start; i--) {
    if (!isWanted[i - 1] && isWanted[i] && isLabel(blocks[i - 1])) isWanted[i - 1] = true
  }
  const home = articleOf(blocks.filter((_, i) => isTaken[i]))
  const close = home ? blocks.findLastIndex(({ element }) => home.contains(element)) : blocks.length
  return blocks.filter(
    (block, i) =>
      isWanted[i] &&
      (i <= close || block.element.closest(notesAndCorrections) !== null) &&
      !isOnlyLinks(block) &&
      !isFurniture(block.text, block.linked) &&
      !isRepeatedQuote(block, i, blocks),
  )
}

/** The sentences between an article's heading and its text, as newsrooms in several languages name them. */
const standfirst = [
  'standfirst',
  'lead-paragraph',
  'article-lead',
  'article__lead',
  'dek',
  'lede',
  'chapo',
  'entradilla',
  'sommario',
  'ingress',
  'vorspann',
]
  .map((word) => `[class*="${word}" i]`)
  .join()

const notesAndCorrections =
  '[class*="footnote" i], [class*="endnote" i], [class*="correction" i], [role="doc-endnotes"]'
const mostOfAnArticle = 0.8

/** The element that a page marks as its one article, if nearly all that was found stands in it: nothing after it belongs to it. */
function articleOf(taken: readonly Block[]): Element | undefined {
  const longest = taken.reduce<Block | undefined>(
    (one, other) => (one && one.text.length >= other.text.length ? one : other),
    undefined,
  )
  const home = longest?.element.closest('[itemprop~="articleBody"], article')
  if (!home) return undefined
  const letters = (list: readonly Block[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  return letters(taken.filter(({ element }) => home.contains(element))) >= mostOfAnArticle * letters(taken)
    ? home
    : undefined
}

/**
 * Words of the article that its page shows again in larger letters: after they were said, in an aside, or before the
 * paragraph that begins with them. What a text quotes first and speaks about afterwards is its own.
 */
function isRepeatedQuote({ element, text }: Block, at: number, blocks: readonly Block[]): boolean {
  if (!element.closest('blockquote, aside, figure, [class*="quote" i]')) return false
  const isAside = element.closest('aside, figure, [class*="pull" i]') !== null
  const words = flat(text)
    .replace(/^["“”„«»‘’]+/u, '')
    .replace(/(?<!["“”„«»‘’.,…])["“”„«»‘’.,…]+$/u, '')
  const isInLetters = element.closest('[class*="quote" i], blockquote[class]') !== null
  const isShownAgain = (other: Block, i: number) => {
    if (other.text.length <= text.length) return false
    const said = flat(other.text)
    if (i < at || isAside) return said.includes(words)
    return isInLetters && said.replace(/^["“”„«»‘’]+/u, '').startsWith(words)
  }
  return words.length >= 15 && blocks.some(isShownAgain)
}

/** Where a paragraph stands, by the classes of what is around it: pages put each in a box of its own, all boxes alike. */
function placeOf({ element, kind }: Block): string | undefined {
  if (kind !== 'p' && kind !== 'div') return undefined
  const around: string[] = []
  for (let at: Element | null = element; at && around.length < 4; at = at.parentElement) {
    around.push(`${nameOf(at)}.${at.getAttribute('class') ?? ''}`)
  }
  return around.slice(1).every((one) => !one.endsWith('.')) ? around.join(' ') : undefined
}

/**
 * A way to another story: all of it is a link, and it is neither a heading nor a sentence; or a card, a link with several
 * blocks in it, whatever they are. A link around a picture leads to the picture, and one to a part of the page stays in it.
 */
function isOnlyLinks({ kind, linked, text, element }: Block): boolean {
  if (linked <= 0.8) return false
  const link = element.closest('a[href]')
  const target = link?.getAttribute('href') ?? ''
  if (/^#|\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(target)) return false
  const isHeading = /^h[1-6]$/.test(kind)
  if (link && kind !== 'h1' && (isHeading || isCard(link))) return true
  return !isHeading && !/[.!?…。！？؟]["”’»)\]]*$/.test(text)
}

const cards = new WeakMap<Element, boolean>()

function isCard(link: Element): boolean {
  const known = cards.get(link) ?? blocksOf(link).length > 1
  cards.set(link, known)
  return known
}

/** The block from which the blocks of the same parent, or of the page's one article, reach to this one. */
function firstOfTheSame(blocks: Block[], at: number): number {
  const home = homeOf(blocks[at])
  const first = home ? blocks.findIndex(({ element }) => home.contains(element)) : at
  return first === -1 ? at : first
}

function lastOfTheSame(blocks: Block[], at: number): number {
  const home = homeOf(blocks[at])
  return home ? blocks.findLastIndex(({ element }) => home.contains(element)) : at
}

function homeOf(block: Block | undefined): Element | undefined {
  if (!block) return undefined
  return block.element.closest('[itemprop="articleBody"]') ?? block.element.parentElement ?? undefined
}

/** Reads like a sentence of the article: some words, few of them in links, and an end. */
function isProse(block: Block | undefined): boolean {
  if (!block || block.linked > 0.5) return false
  if (['nav', 'footer', 'button', 'label'].some((name) => block.element.closest(name))) return false
  const words = countWords(block.text)
  if (block.kind === 'tr') return block.linked < 0.3
  if (block.kind === 'li' || block.kind === 'figcaption') return words >= 3 && block.linked < 0.4
  return words >= 5 && /[.!?…:;。！？؟"”’»)\]]\s*$/.test(block.text)
}

/** By spaces; in scripts without them, a word for two letters. */
function countWords(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu,
  )
  return text.split(/\s+/).length + Math.floor((unspaced?.length ?? 0) / 2)
}

function isLabel(block: Block | undefined): boolean {
  if (!block || block.linked > 0.5 || block.text.length > 150) return false
  if (/^(?:h[2-6]|dt|time|legend|caption)$/.test(block.kind) || /^\d{1,2}[:.]\d{2}\b/.test(block.text)) return true
  const words = block.text.split(' ')
  return block.text.endsWith(':') && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** The title, the byline and the date are fields of their own, where they stand above the text. */
function withoutHead(text: string, { title, authors, published, language }: Facts): string {
  const paragraphs = withoutTitle(text, title).split('\n\n')
  const isField = (paragraph: string) => {
    const words = flat(paragraph)
    const isTitle = title !== undefined && words === flat(title)
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
  return title !== undefined && flat(first) === flat(title) ? text.slice(first.length).trimStart() : text
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
    .map(flat)
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

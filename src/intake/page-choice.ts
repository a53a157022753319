import { type Block, blocksOf, nameOf } from './blocks.ts'
import { tidy } from './facts.ts'
import { isFurniture, leadsElsewhere } from './furniture.ts'

/* Which of a page's blocks are its article. */

/**
 * The page's own blocks that Readability took, and what it dropped among them although it reads like a paragraph: short
 * ones, those with links, posts of a live blog.
 */
export function choose(blocks: Block[], taken: Block[]): Block[] {
  const exact = new Set(taken.map(({ text }) => tidy(text)))
  const whole = tidy(taken.map(({ text }) => text).join(' '))
  // It joins and cuts some blocks otherwise; short ones may stand elsewhere by chance.
  const isTaken = blocks.map(({ text }) => exact.has(tidy(text)) || (text.length > 25 && whole.includes(tidy(text))))
  const letters = (list: Block[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  const known = letters(blocks.filter((_, i) => isTaken[i]))
  // What it built is not to be found in the page: then its own blocks are the article.
  if (known < 0.5 * letters(taken))
    return taken.filter((block) => !isOnlyLinks(block) && !isFurniture(block.text, block.linked))
  if (known === 0) for (const [i, block] of blocks.entries()) isTaken[i] = isProse(block) && !isOfSite(block)
  if (!isTaken.includes(true)) return []

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
  if (isBelowRubric(blocks, heading, first)) isWanted[heading - 1] = false
  for (let i = heading + 1; heading !== -1 && i < first; i++) {
    isWanted[i] ||= isInStandfirst(blocks[i])
  }
  // A heading, a time or a speaker stands with what comes after it.
  for (let i = last; i > start; i--) {
    if (!isWanted[i - 1] && isWanted[i] && isLabel(blocks[i - 1])) isWanted[i - 1] = true
  }
  const home = articleOf(blocks.filter((_, i) => isTaken[i]))
  const close = home ? blocks.findLastIndex(({ element }) => home.contains(element)) : blocks.length
  const column = columnOf(blocks.filter((_, i) => isTaken[i]))
  const below = listsBelowLabels(blocks)
  return blocks.filter(
    (block, i) =>
      isWanted[i] &&
      !isBesideColumn(block, column) &&
      !(block.within && below.has(block.within)) &&
      (i <= close || block.element.closest(notesAndCorrections) !== null) &&
      !isOnlyLinks(block) &&
      !isFurniture(block.text, block.linked) &&
      !isRepeatedQuote(block, i, blocks),
  )
}

/** The sentences between an article's heading and its text, as newsrooms in several languages name them. */
const namesOfStandfirst = [
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
const standfirst = namesOfStandfirst
  .flatMap((word) => ['class', 'data-gu-name', 'data-testid', 'data-component'].map((key) => `[${key}*="${word}" i]`))
  .join()

const isNamedStandfirst = new RegExp(`(?<![a-z])(?:${namesOfStandfirst.join('|')})(?![a-z])`, 'i')

/** It may be a headline without an end; then a word of its name must be one of these, and no part of "file-details". */
function isInStandfirst(block: Block | undefined): boolean {
  const home = block?.element.closest(standfirst)
  if (!block || !home) return false
  if (isProse(block)) return true
  const isNamed = [...home.attributes].some(({ value }) => isNamedStandfirst.test(value))
  return isNamed && /^(?:p|div|h\d)$/.test(block.kind) && block.linked < 0.3 && countWords(block.text) >= 5
}

const notesAndCorrections =
  '[class*="footnote" i], [class*="endnote" i], [class*="correction" i], [role="doc-endnotes"]'
const mostOfAnArticle = 0.8

/** The element that a page marks as its one article: nothing after it belongs to it. */
function articleOf(taken: readonly Block[]): Element | undefined {
  return homeOfMost(taken, '[itemprop~="articleBody"], article')
}

/** The column of a table that an old page is laid out with: what stands in the columns beside it is not the article. */
function columnOf(taken: readonly Block[]): Element | undefined {
  return homeOfMost(taken, 'td')
}

/** The element of this kind around the longest block, if nearly all that was found stands in it. */
function homeOfMost(taken: readonly Block[], selector: string): Element | undefined {
  const longest = taken.reduce<Block | undefined>(
    (one, other) => (one && one.text.length >= other.text.length ? one : other),
    undefined,
  )
  const home = longest?.element.closest(selector)
  if (!home) return undefined
  const letters = (list: readonly Block[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  return letters(taken.filter(({ element }) => home.contains(element))) >= mostOfAnArticle * letters(taken)
    ? home
    : undefined
}

/** In letters. */
const longestRubric = 40

/** A few words in the line above the heading, where nothing of the article stands before them. */
function isBelowRubric(blocks: readonly Block[], heading: number, first: number): boolean {
  const above = blocks[heading - 1]
  if (!above || first < heading - 1 || above.element.parentElement !== blocks[heading]?.element.parentElement)
    return false
  return /^(?:p|div)$/.test(above.kind) && above.text.length <= longestRubric && !isProse(above)
}

/** "People are also reading", and the list of titles below it in a box that has nothing else in it. */
function listsBelowLabels(blocks: readonly Block[]): Set<Element> {
  const lists = Map.groupBy(blocks, ({ within }) => within)
  const isLabelOf = (label: Block | undefined, { previousElementSibling, parentElement: box }: Element) =>
    label !== undefined &&
    previousElementSibling?.contains(label.element) === true &&
    box?.childElementCount === 2 &&
    !/^(?:article|main|body)$/.test(nameOf(box)) &&
    leadsElsewhere(label.text)
  const found = blocks.flatMap(({ within }, i) => {
    const label = blocks[i - 1]
    if (!within || label?.within === within || !/^[uo]l$/.test(nameOf(within)) || !isLabelOf(label, within)) return []
    return lists.get(within)?.some(({ text }) => sentenceEnd.test(text)) ? [] : [within]
  })
  return new Set(found)
}

const fewestLines = 3
/** In letters. */
const longestLine = 60

/** Short lines, as of tides and small advertisements: a correction or a statement may stand there as well. */
function isBesideColumn({ element, kind, text }: Block, column: Element | undefined): boolean {
  if (!column?.parentElement?.contains(element) || column.contains(element) || kind === 'tr') return false
  const lines = text.split('\n')
  return lines.length >= fewestLines && lines.every((line) => line.length <= longestLine)
}

const pullQuote = '[class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i]'
const tidied = new WeakMap<Block, string>()

function tidyOf(block: Block): string {
  const known = tidied.get(block) ?? tidy(block.text)
  tidied.set(block, known)
  return known
}

/**
 * Words of the article that its page shows again in larger letters: after they were said, in an aside, or before the
 * paragraph that begins with them. What a text quotes first and speaks about afterwards is its own.
 */
function isRepeatedQuote(block: Block, at: number, blocks: readonly Block[]): boolean {
  const { element, text } = block
  if (!element.closest('blockquote, aside, figure, [class*="quote" i]')) return false
  const isPulled = element.closest(pullQuote) !== null
  const isAside = isPulled || element.closest('aside, figure') !== null
  const words = (isPulled ? tidyOf(block).replace(attributed, '') : tidyOf(block))
    .replace(/^["“”„«»‘’]+/u, '')
    .replace(/(?<!["“”„«»‘’.,…])["“”„«»‘’.,…]+$/u, '')
  const isInLetters = element.closest('[class*="quote" i], blockquote[class]') !== null
  const isShownAgain = (other: Block, i: number) => {
    if (isPulled && other === block) return false
    if (other.text.length <= text.length && !isPulled) return false
    const said = tidyOf(other)
    if (isPulled && Math.abs(i - at) <= farthestPulled && hasWordsOf(said, words)) return true
    if (i < at || isAside) return said.includes(words)
    return isInLetters && said.replace(/^["“”„«»‘’]+/u, '').startsWith(words)
  }
  return (
    words.length >= 15 &&
    blocks.some((other, i) => isShownAgain(other, i) && !(isPulled && other.element.closest(pullQuote)))
  )
}

/** "— Ines Okoro" */
const attributed = /["”’»\s][—–-] ?\p{Lu}[^—–]{0,60}$/u
const fewestPulled = 6
const mostPulled = 80
const mostOfPulled = 0.85
/** In blocks: one quote is compared with what stands around it, however many a page has. */
const farthestPulled = 60
/** Words that may be left out at once. */
const longestGap = 8

/** A quote that was pulled out is often shortened: most of its words stand in this order, close to each other, in what was said. */
function hasWordsOf(said: string, pulled: string): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const words = wordsOf(pulled)
  if (words.length < fewestPulled || words.length > mostPulled) return false
  const all = wordsOf(said)
  const start = all.indexOf(words[0] ?? '')
  if (start === -1) return false
  let at = start
  let kept = 0
  for (const word of words) {
    const gap = all.slice(at, at + longestGap + 1).indexOf(word)
    if (gap === -1) continue
    at += gap + 1
    kept++
  }
  return kept >= mostOfPulled * words.length
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
  if (linked <= 0.8 || (isTimeOfPost(text) && kind !== 'li')) return false
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
  // An answer in a transcript may be short.
  if (block.kind === 'dd') return sentenceEnd.test(block.text)
  if (block.kind === 'tr') return block.linked < 0.3
  if (block.kind === 'li' || block.kind === 'figcaption') return words >= 3 && block.linked < 0.4
  return words >= 5 && sentenceEnd.test(block.text)
}

const sentenceEnd = /[.!?…:;。！？؟"”’»)\]]\s*$/

/** What a site says of itself, at the edges of its pages. */
function isOfSite({ element }: Block): boolean {
  return element.closest('aside, header, footer') !== null && element.closest('article, main') === null
}

/** By spaces; in scripts without them, a word for two letters. */
function countWords(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu,
  )
  return text.split(/\s+/).length + Math.floor((unspaced?.length ?? 0) / 2)
}

function isLabel(block: Block | undefined): boolean {
  if (!block || block.text.length > 150) return false
  if (block.linked > 0.5) return isTimeOfPost(block.text)
  if (/^(?:h[2-6]|dt|time|legend|caption)$/.test(block.kind) || /^\d{1,2}[:.]\d{2}\b/.test(block.text)) return true
  const words = block.text.split(' ')
  return block.text.endsWith(':') && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** "16.02 CEST" leads to its own post in a live blog. */
function isTimeOfPost(text: string): boolean {
  return /^\d{1,2}[:.]\d{2}(?: ?\p{L}{1,5}\.?){0,2}$/u.test(text)
}

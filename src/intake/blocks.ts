/** A paragraph, heading, item of a list or row of a table, as it is read. */
export type Block = {
  text: string
  /** How much of it is in links: from 0 to 1. */
  linked: number
  /** Its element's name in small letters: p, li, h2, tr, … */
  kind: string
  /** The list or table that it is part of: its neighbours from the same one stand in the next line. */
  within: Element | undefined
  element: Element
}

const apart = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul
   video audio`.split(/\s+/),
)
const silent = new Set(
  'script style noscript template head svg math canvas object iframe select textarea button input audio video rp rt'.split(
    ' ',
  ),
)
/** Stands for two line breaks after each other until the text is cut there: a character that is no white space. */
const paragraphEnd = '\u001E'
const elementNode = 1
const textNode = 3

/** Letters that nobody sees: where a word may be cut, zero-width spaces and joiners of words, and byte-order marks. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/g

/**
 * The blocks below this element in their order. Walks without recursion, because strangers decide how deep a page is
 * nested.
 */
export function blocksOf(root: Element): Block[] {
  const found: Block[] = []
  const open: Frame[] = []
  let text = ''
  let inLinks = 0
  let isAfterBreak = false
  let isAfterTime = false

  const finish = () => {
    const tidy = tidied(text)
    const at = open.findLast(({ isBlock }) => isBlock)?.element ?? root
    if (tidy !== '') found.push(describe(at, tidy, Math.min(1, inLinks / tidy.length)))
    text = ''
    inLinks = 0
    isAfterBreak = false
  }
  const enter = (element: Element): boolean => {
    const frame = frameOf(element, open.at(-1))
    if (silent.has(frame.name) || isHidden(element)) return false
    if (frame.name === 'br') {
      text += isAfterBreak ? paragraphEnd : '\n'
      isAfterBreak = true
    }
    if (frame.name === 'q') text += '“'
    if (frame.isBlock) finish()
    else if (isCell(frame.name)) text += text === '' ? '' : '\t'
    else if (apart.has(frame.name)) text += ' '
    open.push(frame)
    return true
  }
  const leave = (): void => {
    const frame = open.at(-1)
    if (frame?.name === 'q') text += '”'
    if (frame?.isBlock) finish()
    else if (frame && apart.has(frame.name)) text += ' '
    isAfterTime = frame?.name === 'time'
    open.pop()
  }
  const read = (written: string): void => {
    const words = written.replace(unseen, '')
    const piece = open.at(-1)?.isVerbatim ? words : words.replace(/[ \t\r\n\f]+/g, ' ')
    // Sites set a name apart from the time before it by its style.
    text += isAfterTime && /^[\p{L}\p{N}]/u.test(piece) ? ` ${piece}` : piece
    isAfterTime = false
    if (piece.trim() !== '') isAfterBreak = false
    if (open.at(-1)?.isLink) inLinks += piece.trim().length
  }

  for (const { node, leaves, skip } of walk(root)) {
    if (leaves) leave()
    else if (node.nodeType === textNode) read(node.nodeValue ?? '')
    else if (!enter(node as Element)) skip()
  }
  finish()
  return found.flatMap(cutAtGaps)
}

/** An open element, and what holds for all that is in it. */
type Frame = {
  element: Element
  name: string
  /** It begins and ends a block. Inside a row of a table nothing does: the row stands in one line. */
  isBlock: boolean
  isInRow: boolean
  isVerbatim: boolean
  isLink: boolean
}

function frameOf(element: Element, above: Frame | undefined): Frame {
  const name = nameOf(element)
  const isWithinRow = above?.isInRow ?? false
  // A table inside a cell has rows of its own.
  const isInRow = name === 'tr' ? !isLayout(element) : isWithinRow && name !== 'table'
  const isCellOfLayout = isCell(name) && !isWithinRow
  return {
    element,
    name,
    isInRow,
    isBlock: name === 'tr' || name === 'table' || isCellOfLayout || (apart.has(name) && !isWithinRow),
    isVerbatim: name === 'pre' || (above?.isVerbatim ?? false),
    isLink: name === 'a' || (above?.isLink ?? false),
  }
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th'
}

/** Cells of a layout hold paragraphs; those of a table of data, words and figures. */
function isLayout(row: Element): boolean {
  return [...row.children].some(
    (cell) =>
      cell.textContent.length > 300 || cell.querySelector('p + p, table, h1, h2, h3, article, section, ul') !== null,
  )
}

/** Blocks as one text. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block, i) => {
      const before = blocks[i - 1]
      const isNext = before && block.within !== undefined && before.within === block.within
      return `${i === 0 ? '' : isNext ? '\n' : '\n\n'}${block.text}`
    })
    .join('')
}

type Step = { node: Node; leaves: boolean; skip: () => void }

/** Each element twice, before and after what is in it, unless it is skipped, and each piece of text once. */
function* walk(root: Element): Generator<Step> {
  const left: { node: Node; leaves: boolean }[] = [{ node: root, leaves: false }]
  for (let next = left.pop(); next; next = left.pop()) {
    let isSkipped = false
    yield { ...next, skip: () => (isSkipped = true) }
    if (next.leaves || isSkipped || next.node.nodeType !== elementNode) continue
    left.push({ node: next.node, leaves: true })
    const children = [...next.node.childNodes].filter(
      ({ nodeType }) => nodeType === elementNode || nodeType === textNode,
    )
    for (const child of children.reverse()) left.push({ node: child, leaves: false })
  }
}

export function nameOf(element: Element): string {
  return element.localName.toLowerCase()
}

/** Hidden from everybody by the page itself, as far as the element says so. */
function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  )
}

function tidied(text: string): string {
  const cell = (words: string) => words.replace(/ {2,}/g, ' ').trim()
  const line = (cells: string) => cells.split('\t').map(cell).filter(Boolean).join('\t')
  return text.split('\n').map(line).join('\n').trim()
}

function describe(element: Element, text: string, linked: number): Block {
  const kind = nameOf(element)
  const item =
    kind === 'p' && element.parentElement && nameOf(element.parentElement) === 'li' ? element.parentElement : undefined
  const isItem = item?.firstElementChild === element
  const list =
    kind === 'li'
      ? element.parentElement
      : isItem
        ? item.parentElement
        : kind === 'tr'
          ? element.closest('table')
          : null
  return { text, linked, kind, within: list ?? undefined, element }
}

/** Two line breaks after each other separate paragraphs. */
function cutAtGaps(block: Block): Block[] {
  if (!block.text.includes(paragraphEnd)) return [block]
  return block.text
    .split(paragraphEnd)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ ...block, text }))
}

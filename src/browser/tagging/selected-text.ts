import { countCodePoints } from '../../anchoring/code-points.ts'

/** Selected words, and the code point of the text where they begin. */
export type Piece = { start: number; text: string }

/** The part of the selection in the text, without marks that the page adds. */
export function readSelection(root: Element, selection: Selection | null): Piece | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return undefined

  let piece: Piece | undefined
  let paragraph: Element | null = null
  for (const node of textNodes(root)) {
    if (!range.intersectsNode(node)) continue
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.data.length
    const base = startOf(node)
    if (base === undefined || from >= to) continue

    const within = node.parentElement?.closest('p') ?? null
    const text = node.data.slice(from, to)
    if (piece) piece.text += (within === paragraph ? '' : '\n\n') + text
    else piece = { start: base + countCodePoints(node.data.slice(0, from)), text }
    paragraph = within
  }
  return piece && trimmed(piece)
}

/** The text itself, in order; the page adds elements with data-skip. */
export function* textNodes(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
    return (node as Element).hasAttribute('data-skip') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
  })
  while (walker.nextNode()) yield walker.currentNode as Text
}

/** Counted from the nearest element with a position. */
function startOf(node: Text): number | undefined {
  const known = node.parentElement?.closest<HTMLElement>('[data-start]')
  if (!known) return undefined
  let start = Number(known.dataset['start'])
  for (const earlier of textNodes(known)) {
    if (earlier === node) return start
    start += countCodePoints(earlier.data)
  }
  return undefined
}

/** The words between two positions of the text, in code points; paragraphs are two line ends apart. */
export function wordsBetween(root: Element, start: number, end: number): string {
  let words = ''
  let paragraph: Element | null = null
  for (const node of textNodes(root)) {
    const base = startOf(node)
    const points = [...node.data]
    if (base === undefined || base >= end || base + points.length <= start) continue
    const within = node.parentElement?.closest('p') ?? null
    const part = points.slice(Math.max(0, start - base), end - base).join('')
    words += (words === '' || within === paragraph ? '' : '\n\n') + part
    paragraph = within
  }
  return words
}

/** The same place as a range of the page. */
export function rangeBetween(root: Element, start: number, end: number): Range | undefined {
  const range = document.createRange()
  let isBegun = false
  for (const node of textNodes(root)) {
    const base = startOf(node)
    const points = [...node.data]
    if (base === undefined || base >= end || base + points.length <= start) continue
    const at = (place: number) => points.slice(0, Math.min(points.length, Math.max(0, place - base))).join('').length
    if (!isBegun) range.setStart(node, at(start))
    range.setEnd(node, at(end))
    isBegun = true
  }
  return isBegun ? range : undefined
}

function trimmed({ start, text }: Piece): Piece | undefined {
  const body = text.trimStart()
  const cut = countCodePoints(text) - countCodePoints(body)
  return body === '' ? undefined : { start: start + cut, text: body.trimEnd() }
}

import { textNodes } from './selected-text.ts'

type Stop = { node: Text; start: number; end: number; paragraph: Element | null }

const steps = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

export function isStep(key: string): boolean {
  return steps.includes(key)
}

/**
 * A cursor that is the word it stands on, selected, since text that can't be edited shows no caret. Left and right go
 * by words and punctuation marks, up and down by paragraphs. Selection.modify is no help: it stops at the page's signs.
 */
export function wordCursor(text: HTMLElement): { move: (key: string, grows: boolean) => void } {
  let stops: Stop[] | undefined
  let from = -1
  let to = -1

  const move = (key: string, grows: boolean) => {
    if (!stops?.[0]?.node.isConnected) stops = findStops(text) // the desk may have been refreshed
    const selection = text.ownerDocument.getSelection()
    if (!selection || stops.length === 0) return

    const isOurs = to >= 0 && selection.focusNode === stops[to]?.node && selection.anchorNode === stops[from]?.node
    if (!isOurs) [from, to] = stopsWithin(stops, text, selection) ?? [from, to]
    const isForward = key === 'ArrowRight' || key === 'ArrowDown'
    const target =
      key === 'ArrowUp' || key === 'ArrowDown' ? byParagraph(stops, to, isForward, grows) : to + (isForward ? 1 : -1)
    to = Math.max(0, Math.min(target, stops.length - 1))
    if (!grows) from = to
    select(selection, stops[from], stops[to])
  }
  return { move }
}

function findStops(text: HTMLElement): Stop[] {
  const language = text.closest<HTMLElement>('[lang]')?.lang
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'word' })
  const stops: Stop[] = []
  for (const node of textNodes(text)) {
    const paragraph = node.parentElement?.closest('p') ?? null
    if (!paragraph) continue
    for (const { segment, index } of segmenter.segment(node.data)) {
      if (segment.trim() !== '') stops.push({ node, start: index, end: index + segment.length, paragraph })
    }
  }
  return stops
}

/** Where the mouse left the selection, if it is in the text. */
function stopsWithin(stops: Stop[], text: HTMLElement, selection: Selection): [number, number] | undefined {
  if (!selection.focusNode || !text.contains(selection.focusNode) || selection.focusNode === text) return undefined
  const range = selection.getRangeAt(0)
  const first = stops.findIndex((stop) => range.comparePoint(stop.node, stop.end) >= 0)
  const last = stops.findLastIndex((stop) => range.comparePoint(stop.node, stop.start) <= 0)
  return [first, selection.isCollapsed ? first : last]
}

/** To the next paragraph's beginning, or, growing, to this one's end; and the same backwards. */
function byParagraph(stops: Stop[], at: number, isForward: boolean, grows: boolean): number {
  const here = stops[at]?.paragraph
  if (isForward) {
    const next = stops.findIndex((stop, i) => i > at && stop.paragraph !== here)
    if (!grows || next === -1) return next === -1 ? stops.length - 1 : next
    if (next - 1 > at) return next - 1
    return byParagraph(stops, next, true, true)
  }
  const begins = stops.findIndex((stop) => stop.paragraph === here)
  if (begins < at || begins <= 0) return begins
  return stops.findIndex((stop) => stop.paragraph === stops[begins - 1]?.paragraph)
}

function select(selection: Selection, from: Stop | undefined, to: Stop | undefined): void {
  if (!from || !to) return
  const isForward = from.node === to.node ? from.start <= to.start : isBefore(from.node, to.node)
  if (isForward) selection.setBaseAndExtent(from.node, from.start, to.node, to.end)
  else selection.setBaseAndExtent(from.node, from.end, to.node, to.start)
  to.node.parentElement?.scrollIntoView({ block: 'nearest' })
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

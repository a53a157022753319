import { scrollerOf, viewOf } from '../desk/in-view.ts'
import { textNodes } from './selected-text.ts'

/** A word or punctuation mark of the text; `offset` counts from the text's beginning, whatever marks the page adds. */
type Stop = { node: Text; start: number; end: number; offset: number; paragraph: HTMLElement; sentence: number }
/** From the stop where the selection began to the one where it ends; reversed if it was extended backwards. */
type Reach = { from: number; to: number }
type Unit = 'word' | 'sentence' | 'paragraph'

export type TextCursor = {
  move: (unit: Unit, isForward: boolean, grows: boolean) => void
  /** Extends to the whole sentence, then to the whole paragraph. */
  grow: () => void
  /** Back to the selection before it was extended. */
  shrink: () => void
  /** Moves to the first word of a piece of the text, without selecting it yet. */
  place: (piece: Element) => void
  /** Restores the last selection; false if there was none. */
  resume: () => boolean
  /** The first of these marks, in text order, at or after the cursor, or the last one before it. */
  beside: <M extends Element>(marks: M[], isForward: boolean) => M | undefined
  /** Whether the words around the cursor run from right to left. */
  isRightToLeft: () => boolean
}

/**
 * A cursor that selects the current word, since text that can't be edited shows no caret. Selection.modify does not
 * help: it stops at the page's marks.
 */
export function textCursor(text: HTMLElement): TextCursor {
  let stops: Stop[] = []
  let reach: Reach | undefined
  let smaller: Reach[] = []

  /** The page may have been refreshed, which divides the same words differently. */
  const findAgain = () => {
    if (stops.length > 0 && stops.every(({ node }) => node.isConnected)) return
    const old = stops
    stops = findStops(text)
    const again = (at: number) => stops.findIndex(({ offset }) => offset >= (old[at]?.offset ?? 0))
    const move = ({ from, to }: Reach): Reach => ({ from: again(from), to: again(to) })
    if (reach) reach = move(reach)
    smaller = smaller.map(move)
    if (reach && (reach.from < 0 || reach.to < 0)) reach = undefined
  }
  /** The pointer may have selected something else. */
  const look = (): Selection | null => {
    findAgain()
    const selection = text.ownerDocument.getSelection()
    if (selection && !(reach && stands(selection, stops[reach.from], stops[reach.to]))) {
      const pointed = stopsWithin(stops, text, selection)
      if (pointed) [reach, smaller] = [pointed, []]
    }
    return stops.length === 0 ? null : selection
  }
  const show = (selection: Selection, next: Reach) => {
    reach = next
    select(selection, stops[next.from], stops[next.to])
  }

  return {
    move(unit, isForward, grows) {
      const selection = look()
      if (!selection) return
      smaller = []
      const step = isForward ? 1 : -1
      if (unit === 'word') {
        const to = clamp(reach ? reach.to + step : 0, stops.length)
        return show(selection, { from: grows && reach ? reach.from : to, to })
      }
      const at = reach?.to ?? (isForward ? -1 : 0)
      if (unit === 'paragraph') {
        const to = byParagraph(stops, Math.max(at, 0), isForward, grows)
        return show(selection, { from: grows && reach ? reach.from : to, to })
      }
      const whole = nextSentence(stops, reach, isForward)
      if (!grows || !reach) return show(selection, whole)
      show(selection, { from: reach.from, to: isForward ? whole.to : whole.from })
    },

    grow() {
      const selection = look()
      if (!selection || !reach) return
      const now = ordered(reach)
      const wider = [sentencesOf, paragraphsOf]
        .map((widen) => widen(stops, now))
        .find(({ from, to }) => from < now.from || to > now.to)
      if (!wider) return
      smaller.push(reach)
      show(selection, wider)
    },

    shrink() {
      const selection = look()
      const last = smaller.pop()
      if (selection && last) show(selection, last)
    },

    place(piece) {
      findAgain()
      const from = stops.findIndex(({ node }) => piece.contains(node))
      if (from < 0) return
      text.ownerDocument.getSelection()?.removeAllRanges()
      reach = { from, to: from }
      smaller = []
    },

    resume() {
      const selection = look()
      if (!selection || !reach) return false
      show(selection, reach)
      return true
    },

    beside(marks, isForward) {
      look()
      const node = reach && stops[ordered(reach).from]?.node
      if (!node) return isForward ? marks[0] : undefined
      const here = (mark: Element) => mark.contains(node)
      return isForward
        ? marks.find((mark) => here(mark) || isBefore(node, mark))
        : marks.findLast((mark) => !here(mark) && isBefore(mark, node))
    },

    isRightToLeft() {
      look()
      const paragraph = stops[reach?.to ?? 0]?.paragraph
      return paragraph !== undefined && getComputedStyle(paragraph).direction === 'rtl'
    },
  }
}

function findStops(text: HTMLElement): Stop[] {
  const language = text.closest<HTMLElement>('[lang]')?.lang
  const words = new Intl.Segmenter(language || undefined, { granularity: 'word' })
  const sentences = new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  const stops: Stop[] = []
  let sentence = 0
  let past = 0
  for (const paragraph of text.querySelectorAll('p')) {
    const nodes = [...textNodes(paragraph)]
    const ends: number[] = []
    let whole = ''
    for (const node of nodes) whole += node.data
    for (const { index, segment } of sentences.segment(whole)) ends.push(index + segment.length)

    let before = 0
    let nth = 0
    for (const node of nodes) {
      for (const { segment, index } of words.segment(node.data)) {
        if (segment.trim() === '') continue
        while (before + index >= (ends[nth] ?? Infinity)) nth++
        const [start, end, offset] = [index, index + segment.length, past + before + index]
        stops.push({ node, start, end, offset, paragraph, sentence: sentence + nth })
      }
      before += node.data.length
    }
    sentence += nth + 1
    past += whole.length
  }
  return stops
}

/** Whether the selection is the cursor's own. */
function stands(selection: Selection, from: Stop | undefined, to: Stop | undefined): boolean {
  if (!from || !to) return false
  const [anchor, focus] = edgesOf(from, to)
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  return anchorNode === from.node && anchorOffset === anchor && focusNode === to.node && focusOffset === focus
}

/** The words that the pointer selected, or the one it was set down on, if they are in the text. */
function stopsWithin(stops: Stop[], text: HTMLElement, selection: Selection): Reach | undefined {
  const { anchorNode, focusNode } = selection
  if (!anchorNode || !focusNode || !text.contains(focusNode) || focusNode === text) return undefined
  const range = selection.getRangeAt(0)
  const { startContainer, startOffset, endContainer, endOffset, collapsed } = range
  // A word that only touches the selection's edge is not in it.
  const endsBefore = ({ node, end }: Stop) => node === startContainer && end === startOffset
  const beginsAfter = ({ node, start }: Stop) => node === endContainer && start === endOffset
  const reached = stops.findIndex(({ node, end }) => range.comparePoint(node, end) >= 0)
  const first = stops.findIndex((stop, i) => i >= reached && !endsBefore(stop))
  if (reached < 0 || first < 0) return undefined
  if (collapsed) {
    const at = stops[first]?.node === startContainer ? first : reached
    return { from: at, to: at }
  }
  const last = stops.findLastIndex((stop) => range.comparePoint(stop.node, stop.start) <= 0 && !beginsAfter(stop))
  const to = Math.max(first, last)
  const isBackwards = anchorNode === endContainer && selection.anchorOffset === endOffset
  return isBackwards ? { from: to, to: first } : { from: first, to }
}

/** To the beginning of the next paragraph or, when extending, to the end of this one; and the same backwards. */
function byParagraph(stops: Stop[], at: number, isForward: boolean, grows: boolean): number {
  const here = stops[at]?.paragraph
  if (isForward) {
    const next = stops.findIndex((stop, i) => i > at && stop.paragraph !== here)
    if (!grows || next === -1) return next === -1 ? stops.length - 1 : next
    if (next - 1 > at) return next - 1
    return byParagraph(stops, next, true, true)
  }
  const begins = stops.findIndex((stop) => stop.paragraph === here)
  if (begins < at || begins <= 0) return Math.max(begins, 0)
  return stops.findIndex((stop) => stop.paragraph === stops[begins - 1]?.paragraph)
}

/** The whole current sentence, if it is not selected yet; otherwise the one after or before it. */
function nextSentence(stops: Stop[], reach: Reach | undefined, isForward: boolean): Reach {
  if (!reach) return sentencesOf(stops, { from: 0, to: 0 })
  const { from, to } = ordered(reach)
  const here = sentencesOf(stops, isForward ? { from: to, to } : { from, to: from })
  const isWhole = from <= here.from && to >= here.to
  if (isForward && !isWhole && from === here.from) return here
  const beside = clamp(isForward ? here.to + 1 : here.from - 1, stops.length)
  return isWhole || isForward === from > here.from ? sentencesOf(stops, { from: beside, to: beside }) : here
}

function sentencesOf(stops: Stop[], { from, to }: Reach): Reach {
  return stretch(stops, from, to, (stop) => stop.sentence)
}

function paragraphsOf(stops: Stop[], { from, to }: Reach): Reach {
  return stretch(stops, from, to, (stop) => stop.paragraph)
}

function stretch(stops: Stop[], from: number, to: number, within: (stop: Stop) => unknown): Reach {
  const [first, last] = [stops[from], stops[to]]
  if (!first || !last) return { from, to }
  return {
    from: stops.findIndex((stop) => within(stop) === within(first)),
    to: stops.findLastIndex((stop) => within(stop) === within(last)),
  }
}

function ordered({ from, to }: Reach): Reach {
  return from <= to ? { from, to } : { from: to, to: from }
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length - 1))
}

function select(selection: Selection, from: Stop | undefined, to: Stop | undefined): void {
  if (!from || !to) return
  const [anchor, focus] = edgesOf(from, to)
  selection.setBaseAndExtent(from.node, anchor, to.node, focus)
  bringIntoView(to)
}

/** The ends of a selection that includes both words. */
function edgesOf(from: Stop, to: Stop): [anchor: number, focus: number] {
  return from.offset <= to.offset ? [from.start, to.end] : [from.end, to.start]
}

/** The word itself: a whole paragraph may be taller than the window. */
function bringIntoView({ node, start, end }: Stop): void {
  const word = node.ownerDocument.createRange()
  word.setStart(node, start)
  word.setEnd(node, end)
  const { top, bottom } = word.getBoundingClientRect()
  const scroller = scrollerOf(node.parentElement ?? document.body)
  const view = viewOf(scroller)
  const space = 3 * (bottom - top)
  if (top < view.top + space) scroller.scrollBy({ top: top - view.top - space })
  else if (bottom > view.bottom - space) scroller.scrollBy({ top: bottom - view.bottom + space })
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

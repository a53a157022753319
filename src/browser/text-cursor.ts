import { textNodes } from './selected-text.ts'

type Stop = { node: Text; start: number; end: number; paragraph: Element; sentence: number }
/** From the stop where it began to the one where it ends now; backwards where it was grown that way. */
type Reach = { from: number; to: number }
export type Unit = 'word' | 'sentence' | 'paragraph'

export type TextCursor = {
  move: (unit: Unit, isForward: boolean, grows: boolean) => void
  /** To the whole sentence, then the whole paragraph. */
  grow: () => void
  /** Back to what it was before it was grown. */
  shrink: () => void
  /** Stands on the first word of a piece of the text, without selecting it yet. */
  place: (piece: Element) => void
  /** Selects again what was selected last; false where nothing was. */
  resume: () => boolean
}

/**
 * A cursor that is the word it stands on, selected, since text that can't be edited shows no caret. Selection.modify is
 * no help: it stops at the page's signs.
 */
export function textCursor(text: HTMLElement): TextCursor {
  let stops: Stop[] = []
  let reach: Reach | undefined
  let smaller: Reach[] = []

  /** The page may have been refreshed, and the pointer may have selected something else. */
  const look = (): Selection | null => {
    if (!stops[0]?.node.isConnected) stops = findStops(text)
    const selection = text.ownerDocument.getSelection()
    const isOurs =
      reach && selection?.focusNode === stops[reach.to]?.node && selection?.anchorNode === stops[reach.from]?.node
    if (selection && !isOurs) reach = stopsWithin(stops, text, selection) ?? reach
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
      if (!stops[0]?.node.isConnected) stops = findStops(text)
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
  }
}

function findStops(text: HTMLElement): Stop[] {
  const language = text.closest<HTMLElement>('[lang]')?.lang
  const words = new Intl.Segmenter(language || undefined, { granularity: 'word' })
  const sentences = new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  const stops: Stop[] = []
  let sentence = 0
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
        stops.push({ node, start: index, end: index + segment.length, paragraph, sentence: sentence + nth })
      }
      before += node.data.length
    }
    sentence += nth + 1
  }
  return stops
}

/** Where the pointer left the selection, if it is in the text. */
function stopsWithin(stops: Stop[], text: HTMLElement, selection: Selection): Reach | undefined {
  if (!selection.focusNode || !text.contains(selection.focusNode) || selection.focusNode === text) return undefined
  const range = selection.getRangeAt(0)
  const from = stops.findIndex((stop) => range.comparePoint(stop.node, stop.end) >= 0)
  const last = stops.findLastIndex((stop) => range.comparePoint(stop.node, stop.start) <= 0)
  return from < 0 ? undefined : { from, to: selection.isCollapsed ? from : Math.max(from, last) }
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
  if (begins < at || begins <= 0) return Math.max(begins, 0)
  return stops.findIndex((stop) => stop.paragraph === stops[begins - 1]?.paragraph)
}

/** The sentence one stands in, whole, where it is not selected yet; else the one after or before it. */
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
  const isForward = from.node === to.node ? from.start <= to.start : isBefore(from.node, to.node)
  if (isForward) selection.setBaseAndExtent(from.node, from.start, to.node, to.end)
  else selection.setBaseAndExtent(from.node, from.end, to.node, to.start)
  to.node.parentElement?.scrollIntoView({ block: 'nearest' })
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Words between quotation marks, in UTF-16 units; the marks are inside. */
export type Quotation = {
  start: number
  end: number
  /** Without the marks. */
  innerStart: number
  innerEnd: number
  closed: boolean
  /** Index of the quotation of which this is the next paragraph. */
  continues: number
}

type Open = { closer: Closer; start: number; width: number }
type Closer = (text: string, at: number) => number

const noCloser = -1

/**
 * All outermost quotations, in order: one walk through the text. A quotation ends with its paragraph; where the next
 * paragraph begins with the same opening mark it goes on there.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    findInParagraph(text, from, to, found)
    from = to + 1
  }
  return found
}

function findInParagraph(text: string, from: number, to: number, found: Quotation[]) {
  const lastSingle = goesOnSingly(text, from, to) ? to : lastClosingSingle(text, from, to)
  let open: Open | undefined
  for (let at = from; at < to; at++) {
    if (open) {
      const width = open.closer(text, at)
      if (width === 0) continue
      if (opensAnew(text, at, open)) {
        const broken = brokenOff(text, open.start, at)
        if (broken > 0) found.push(quotationOf(text, found, open, broken, broken, false))
        open = { ...open, start: at }
        continue
      }
      found.push(quotationOf(text, found, open, at, at + width, true))
      at += width - 1
      open = undefined
      continue
    }
    open = openingAt(text, at, from, to, lastSingle)
    if (open) at += open.width - 1
  }
  if (!open) return
  let end = to
  while (end > open.start + open.width && /\s/.test(text.charAt(end - 1))) end--
  const broken = brokenOff(text, open.start, end)
  const next = text
    .slice(to, to + 4)
    .trimStart()
    .charAt(0)
  if (broken > 0 && next !== text.charAt(open.start)) end = broken
  if (end > open.start + open.width) found.push(quotationOf(text, found, open, end, end, false))
}

/** 'All crews are trained.' may go on over paragraphs that begin with a single mark and do not end with one. */
function goesOnSingly(text: string, from: number, to: number): boolean {
  const next = text
    .slice(to, to + 4)
    .trimStart()
    .charAt(0)
  if (next !== '‘' && next !== "'") return false
  const opens = /(?:^|[:,]\s)([‘'])(?=\p{L})/u.exec(text.slice(from, to))
  return opens?.[1] === next && !isClosingSingle(text, to - 1)
}

/** A typewriter's mark after a space and before a word opens: the quotation before was never closed. */
function opensAnew(text: string, at: number, open: Open): boolean {
  return open.closer === closesStraight && /\s/.test(text.charAt(at - 1)) && /[\p{L}\d]/u.test(text.charAt(at + 1))
}

/** Where the closing mark is missing, the words end before ", said the farmer". */
function brokenOff(text: string, from: number, to: number): number {
  const tail = /[,.?!]\s+(?:(?:he|she|they)\s+)?(?:said|says|added|wrote|told)\b/.exec(
    text.slice(from, Math.min(to, from + 5000)),
  )
  return tail ? from + tail.index + 1 : -1
}

function quotationOf(
  text: string,
  found: Quotation[],
  open: Open,
  innerEnd: number,
  end: number,
  closed: boolean,
): Quotation {
  const previous = found.at(-1)
  const goesOn =
    previous &&
    !previous.closed &&
    /^\s*$/.test(text.slice(previous.end, Math.min(open.start, previous.end + 8))) &&
    open.start - previous.end < 8
  return {
    start: open.start,
    end,
    innerStart: open.start + open.width,
    innerEnd,
    closed,
    continues: goesOn ? found.length - 1 : noCloser,
  }
}

function openingAt(text: string, at: number, from: number, to: number, lastSingle: number): Open | undefined {
  const mark = text.charAt(at)
  switch (mark) {
    case '“':
      return { closer: closesCurly, start: at, width: 1 }
    case '”':
      return at === from && opensWord(text, at, 1, from) ? { closer: closesCurly, start: at, width: 1 } : undefined
    case '„':
      return { closer: closesGerman, start: at, width: 1 }
    case '«':
      return { closer: closesFrench, start: at, width: 1 }
    case '»':
      return opensWord(text, at, 1, from) ? { closer: closesReversed, start: at, width: 1 } : undefined
    case '"':
      return opensWord(text, at, 1, from) ? { closer: closesStraight, start: at, width: 1 } : undefined
    case '`':
      return text.charAt(at + 1) === '`' ? { closer: closesDoubled, start: at, width: 2 } : undefined
    case '‘':
      return at < lastSingle && opensWord(text, at, 1, from) ? { closer: closesSingle, start: at, width: 1 } : undefined
    case "'":
      if (text.charAt(at + 1) === "'") {
        return opensWord(text, at, 2, from) ? { closer: closesDoubled, start: at, width: 2 } : undefined
      }
      return at < lastSingle && opensWord(text, at, 1, from) && !isElision(text, at)
        ? { closer: closesSingle, start: at, width: 1 }
        : undefined
    default:
      return undefined
  }
}

function opensWord(text: string, at: number, width: number, from: number): boolean {
  const before = at === from ? ' ' : text.charAt(at - 1)
  return /[\s([{—–\-/:,;…"“]/.test(before) && /\S/.test(text.charAt(at + width))
}

function isElision(text: string, at: number): boolean {
  return /^['’](?:\d\ds?|em|til|tis|twas|cause|n)\b/i.test(text.slice(at, at + 7))
}

function closesCurly(text: string, at: number): number {
  const mark = text.charAt(at)
  if (mark === '”') return 1
  // Some write the opening mark on both sides, or close with the typewriter's.
  return (mark === '"' || (mark === '“' && /\S/.test(text.charAt(at - 1)))) && !/[\p{L}\d]/u.test(text.charAt(at + 1))
    ? 1
    : 0
}

function closesGerman(text: string, at: number): number {
  return /[“”‟"]/.test(text.charAt(at)) ? 1 : 0
}

function closesFrench(text: string, at: number): number {
  return text.charAt(at) === '»' ? 1 : 0
}

function closesReversed(text: string, at: number): number {
  return text.charAt(at) === '«' ? 1 : 0
}

function closesStraight(text: string, at: number): number {
  return text.charAt(at) === '"' || text.charAt(at) === '”' ? 1 : 0
}

function closesDoubled(text: string, at: number): number {
  return text.startsWith("''", at) && !text.startsWith("'''", at) ? 2 : 0
}

function closesSingle(text: string, at: number): number {
  return isClosingSingle(text, at) ? 1 : 0
}

/**
 * A mark after a word or stop, before a space or stop: what follows distinguishes "workers' rights" from "…rights'".
 */
function isClosingSingle(text: string, at: number): boolean {
  const mark = text.charAt(at)
  if (mark !== '’' && mark !== "'") return false
  if (/[\s]/.test(text.charAt(at - 1)) || /[\p{L}\d]/u.test(text.charAt(at + 1))) return false
  const possessive = text.charAt(at - 1) === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))
  return !possessive
}

function lastClosingSingle(text: string, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (isClosingSingle(text, at)) return at
  return -1
}

import { align, type Fit, weightOf, type WordRange } from './align.ts'
import type { Compared } from './compared.ts'
import type { Stretch } from './find-quote.ts'
import { foldSigns } from './fold.ts'
import { firstFrom, type Words } from './words.ts'

/**
 * What became of a passage in another text. exact: the same words in the same place, however they are printed. moved:
 * the same words in another order of the text. changed: other words. elsewhere: its words, but at a place that was
 * another passage's, or whose surroundings are not its own. gone: not found.
 */
export const anchorKinds = ['exact', 'moved', 'changed', 'elsewhere', 'gone'] as const
export type AnchorKind = (typeof anchorKinds)[number]

export type Reanchored = {
  kind: AnchorKind
  /** Where it is now, in code points; null if it is gone. */
  place: Stretch | null
  /** How much of its words is kept, from 0 to 1; and of the words around it. */
  score: number
  context: number
  /** Whether it is in another order of the text. */
  isMoved: boolean
}

/** Where a passage of the old text is in the new one. Positions are code points. */
export function reanchor(compared: Compared, { start, end }: Stretch): Reanchored {
  const { old, now } = compared
  const passage = { from: firstFrom(old.ends, start + 1), to: firstFrom(old.starts, end) }
  const near = passage.from < passage.to ? find(compared, passage) : undefined
  const whole = near && { ...near, ...withHalves(compared, passage, near) }
  const found = whole && { ...whole, last: withWholeEnd(compared, passage, whole) }
  if (!found) return { kind: 'gone', place: null, score: 0, context: 0, isMoved: false }
  const place = { start: now.starts[found.first] ?? 0, end: now.ends[found.last] ?? 0 }
  if (found.isRun) cutWords(compared, passage, { start, end }, place)
  const isMoved = isOutOfOrder(compared, passage, found)
  return {
    kind: kindOf(compared, passage, { ...found, isMoved }),
    place,
    isMoved,
    score: found.score,
    context: found.context,
  }
}

type Found = Fit & {
  /** Whether its words are all the same and without others between them. */
  isRun: boolean
}

/** How many words around a passage count as its neighbours. */
const neighbours = 16

function find(compared: Compared, passage: WordRange): Found | undefined {
  const around = {
    from: Math.max(0, passage.from - neighbours),
    to: Math.min(compared.old.ids.length, passage.to + neighbours),
  }
  const run = findRun(compared, passage)
  if (run !== undefined) {
    const last = run + passage.to - passage.from - 1
    return { first: run, last, score: 1, context: contextOf(compared, around, passage, run), isRun: true }
  }
  const isLong = passage.to - passage.from > mostAligned
  const fit = isLong ? fitByJoined(compared, passage) : bestFit(compared, around, passage)
  return fit && { ...fit, isRun: isSameRun(compared, passage, fit) }
}

/** The place of a passage whose words were joined one after the other. */
function findRun({ joined }: Compared, { from, to }: WordRange): number | undefined {
  const first = joined[from] ?? -1
  if (first < 0) return undefined
  for (let at = from + 1; at < to; at++) if (joined[at] !== first + at - from) return undefined
  return first
}

function isSameRun({ old, now }: Compared, { from, to }: WordRange, { first, last }: Fit): boolean {
  if (last - first !== to - from - 1) return false
  for (let at = from; at < to; at++) if (old.ids[at] !== now.ids[first + at - from]) return false
  return true
}

/** Aligning takes time by the square of the words. */
const mostAligned = 600

/** A long passage is where its joined words are that kept their order. */
function fitByJoined(compared: Compared, passage: WordRange): Fit | undefined {
  const { old, weights, joined, inOrder } = compared
  const whole = weightOf(compared, passage)
  let [first, last, kept] = [-1, -1, 0]
  for (let at = passage.from; at < passage.to; at++) {
    if (!inOrder[at]) continue
    last = joined[at] ?? -1
    if (first < 0) first = last
    kept += weights[old.ids[at] ?? 0] ?? 0
  }
  const score = kept / whole
  return score < least ? undefined : { first, last, score, context: 1 }
}

/** How far a neighbour may have shifted against its passage. */
const slack = 24

/** How much of the words around a run stands around it still. */
function contextOf(compared: Compared, around: WordRange, passage: WordRange, run: number): number {
  const { old, weights, joined } = compared
  let kept = 0
  for (let at = around.from; at < around.to; at++) {
    const to = joined[at] ?? -1
    const isNeighbour = at < passage.from || at >= passage.to
    if (isNeighbour && to >= 0 && Math.abs(to - at - (run - passage.from)) <= slack)
      kept += weights[old.ids[at] ?? 0] ?? 0
  }
  const whole = weightOf(compared, around) - weightOf(compared, passage)
  return whole > 0 ? kept / whole : 1
}

/** Less than this of a passage is no passage. */
const least = 0.42
/** The same where nothing of its surroundings is left. */
const leastWorth = 0.42
/** A word with more places than this says nothing about where a passage is. */
const mostPlaces = 40
const mostTried = 4
/** Shifts between the texts are gathered in eights. */
const shiftBits = 3
const wellKept = { score: 0.75, context: 0.6 }

const worth = ({ score, context }: Fit) => 0.72 * score + 0.28 * context

/** Rare words of the passage and its neighbours vote for how far it was shifted; the best shifts are aligned. */
function bestFit(compared: Compared, around: WordRange, passage: WordRange): Fit | undefined {
  const whole = weightOf(compared, passage)
  const tried: number[] = []
  let best: Fit | undefined
  for (const shift of likelyShifts(compared, around, passage)) {
    if (tried.length === mostTried) break
    if (tried.some((other) => Math.abs(other - shift) <= 2)) continue
    tried.push(shift)
    const middle = (shift << shiftBits) + (1 << (shiftBits - 1))
    const window = {
      from: Math.max(0, around.from + middle - slack),
      to: Math.min(compared.now.ids.length, around.to + middle + slack),
    }
    if (window.to - window.from < 1 || !mayHold(compared, passage, window, whole)) continue
    let fit = align(compared, around, passage, window)
    if (!fit || fit.score < least) fit = alone(align(compared, passage, passage, window)) ?? fit
    if (fit && (!best || worth(fit) > worth(best))) best = fit
    if (fit && fit.score >= wellKept.score && fit.context >= wellKept.context) break
  }
  return best && best.score >= least && worth(best) >= leastWorth ? best : undefined
}

/** A passage whose neighbours went another way. */
function alone(fit: Fit | undefined): Fit | undefined {
  return fit && { ...fit, context: 0 }
}

function likelyShifts({ old, weights, places, joined }: Compared, around: WordRange, passage: WordRange): number[] {
  const votes = new Map<number, number>()
  const vote = (shift: number, weight: number) =>
    votes.set(shift >> shiftBits, (votes.get(shift >> shiftBits) ?? 0) + weight)
  for (let at = around.from; at < around.to; at++) {
    const id = old.ids[at] ?? 0
    const weight = (weights[id] ?? 0) * (at >= passage.from && at < passage.to ? 1 : 0.5)
    const to = joined[at] ?? -1
    if (to >= 0) vote(to - at, 0.7 * weight)
    const found = old.isWord[at] ? places.get(id) : undefined
    if (!found || found.length > mostPlaces) continue
    const share = weight / Math.sqrt(found.length)
    for (const place of found) vote(place - at, share)
  }
  const sum = (shift: number) => (votes.get(shift) ?? 0) + (votes.get(shift - 1) ?? 0) + (votes.get(shift + 1) ?? 0)
  return [...votes.keys()]
    .map((shift) => ({ shift, votes: sum(shift) }))
    .sort((a, b) => b.votes - a.votes)
    .map(({ shift }) => shift)
}

/** Which of the new words were counted for which question. */
let counted = new Int32Array(0)
let question = 0

/** Whether so many of the passage's words are in the window that aligning them is worth its time. */
function mayHold(
  { old, now, names, weights }: Compared,
  passage: WordRange,
  window: WordRange,
  whole: number,
): boolean {
  if (counted.length < names.length) counted = new Int32Array(names.length * 2)
  question++
  for (let at = window.from; at < window.to; at++) counted[now.ids[at] ?? 0] = question
  let there = 0
  for (let at = passage.from; at < passage.to; at++) {
    const id = old.ids[at] ?? 0
    if (counted[id] === question) there += weights[id] ?? 0
  }
  return there >= leastThere * whole
}
const leastThere = 0.3

/** "percent" at an end of a passage may be "per cent" now: both halves belong to its place. */
function withHalves(
  { old, now }: Compared,
  { from, to }: WordRange,
  { first, last, isRun }: Found,
): Pick<Fit, 'first' | 'last'> {
  if (isRun) return { first, last }
  const isCut = (word: string | undefined, at: number) =>
    word !== undefined && now.isWord[at] === 1 && word === `${now.raw[at] ?? ''}${now.raw[at + 1] ?? ''}`
  return {
    first: isCut(old.raw[from], first - 1) ? first - 1 : first,
    last: isCut(old.raw[to - 1], last) ? last + 1 : last,
  }
}

/** More words than this at the end of a sentence are no other wording of its end. */
const mostRewritten = 6

/** The end of a sentence may have been written anew, and longer: then the place ends where the sentence does. */
function withWholeEnd({ old, now }: Compared, { to }: WordRange, { last, isRun }: Found): number {
  let end = to - 1
  while (end > 0 && !old.isWord[end]) end--
  const isKept = old.ids[end] === now.ids[last] || !now.isWord[last]
  if (isRun || isKept || !isSentenceEnd(old, end + 1)) return last
  const hasMark = end < to - 1
  for (let at = last + 1; at <= last + mostRewritten; at++) {
    if (/^["“”„«»]/.test(now.raw[at] ?? '')) return last // What is quoted ends there.
    if (isSentenceEnd(now, at)) return hasMark && now.paragraphs[at] === now.paragraphs[last] ? at : at - 1
  }
  return last
}

/** Whether a sentence ends before this word or mark. */
function isSentenceEnd({ raw, ids, paragraphs }: Words, at: number): boolean {
  return at >= ids.length || paragraphs[at] !== paragraphs[at - 1] || /^[.!?…。！？؟]/u.test(raw[at] ?? '')
}

/** A passage that begins or ends inside a word does so in the new text as well. */
function cutWords({ old, now }: Compared, { from, to }: WordRange, was: Stretch, place: Stretch): void {
  const first = firstFrom(now.starts, place.start)
  const last = firstFrom(now.ends, place.end)
  if (old.raw[from] === now.raw[first]) place.start += Math.max(0, was.start - (old.starts[from] ?? 0))
  if (old.raw[to - 1] === now.raw[last]) place.end -= Math.max(0, (old.ends[to - 1] ?? 0) - was.end)
}

/** Whether it no longer stands between the words before and after it that kept their order. */
function isOutOfOrder({ joined, inOrder }: Compared, passage: WordRange, { first, last }: Fit): boolean {
  let before = passage.from - 1
  while (before >= 0 && !inOrder[before]) before--
  let after = passage.to
  while (after < joined.length && !inOrder[after]) after++
  const [low, high] = [joined[before] ?? -1, joined[after] ?? Infinity]
  return first <= low || last >= high
}

const littleContext = 0.2
/** A shorter passage is not known again by its words alone. */
const tellingWords = 5

function kindOf(compared: Compared, passage: WordRange, found: Found & { isMoved: boolean }): AnchorKind {
  if (isOthersPlace(compared, passage, found)) return 'elsewhere'
  const isSame = found.isRun && isPrintedAlike(compared, passage, found)
  const isAlone = found.isMoved && found.context < littleContext
  if (isAlone && !(isSame && isWholeParagraph(compared, passage)) && !hasItsParagraph(compared, passage, found))
    return 'elsewhere'
  if (!isSame) return 'changed'
  return found.isMoved ? 'moved' : 'exact'
}

/** Whether most of the place was another passage's in the old text. */
function isOthersPlace({ joinedBack, now }: Compared, passage: WordRange, { first, last }: Fit): boolean {
  let [words, others] = [0, 0]
  for (let at = first; at <= last; at++) {
    if (!now.isWord[at]) continue
    words++
    const was = joinedBack[at] ?? -1
    if (was >= 0 && (was < passage.from || was >= passage.to)) others++
  }
  return others > words / 2
}

/** Whether only typography differs, if anything does. */
function isPrintedAlike({ old, now }: Compared, { from, to }: WordRange, { first }: Fit): boolean {
  for (let at = from; at < to; at++) {
    const was = old.raw[at] ?? ''
    const is = now.raw[first + at - from] ?? ''
    if (was !== is && old.isWord[at] && foldSigns(was) !== foldSigns(is)) return false
  }
  return true
}

const fewestAround = 4
const mostOfParagraph = 0.6

/**
 * Whether the rest of its paragraph went with it, perhaps in another order: the paragraphs around it are no context of
 * one that was moved.
 */
function hasItsParagraph({ old, now, joined }: Compared, { from, to }: WordRange, { first }: Fit): boolean {
  let [around, kept] = [0, 0]
  const count = (at: number) => {
    if (!old.isWord[at]) return
    around++
    const place = joined[at] ?? -1
    if (place < 0) return
    if (Math.abs(place - at - (first - from)) <= slack || now.paragraphs[place] === now.paragraphs[first]) kept++
  }
  for (let at = from - 1; at >= 0 && old.paragraphs[at] === old.paragraphs[from]; at--) count(at)
  for (let at = to; at < old.ids.length && old.paragraphs[at] === old.paragraphs[to - 1]; at++) count(at)
  return around >= fewestAround && kept >= mostOfParagraph * around
}

/** A paragraph of its own can be moved alone; a part of one takes the rest of it along. */
function isWholeParagraph({ old }: Compared, { from, to }: WordRange): boolean {
  let [inside, outside] = [0, 0]
  for (let at = from; at < to; at++) inside += old.isWord[at] ?? 0
  for (let at = from - 1; at >= 0 && old.paragraphs[at] === old.paragraphs[from]; at--) outside += old.isWord[at] ?? 0
  for (let at = to; at < old.ids.length && old.paragraphs[at] === old.paragraphs[to - 1]; at++)
    outside += old.isWord[at] ?? 0
  return inside >= tellingWords && outside < tellingWords
}

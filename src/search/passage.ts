import { foldWords, sets } from '../anchoring/fold.ts'
import type { Term } from './query.ts'

/** A piece of a passage, and whether it is a hit. */
export type Piece = { text: string; isHit: boolean }

/** Consecutive folded words of a search. */
export type Needle = string[]

type Word = { start: number; end: number; folded: string }

const longest = 320
const before = 90

export function needlesIn(terms: readonly Term[]): Needle[] {
  return terms
    .filter(({ kind, not }) => !not && (kind === 'word' || kind === 'phrase'))
    .map(({ text }) => wordsIn(text).map(({ folded }) => folded))
    .filter((needle) => needle.length > 0)
}

/** The passage around the first hit, or the beginning if there is none, with the hits in it. */
export function cutPassage(text: string, needles: readonly Needle[], length = longest): Piece[] {
  const words = wordsIn(text)
  const hits = findHits(words, needles)
  const { start, end } = chooseWindow(text, words, hits[0]?.start ?? 0, length)

  const pieces: Piece[] = []
  let at = start
  const add = (to: number, isHit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isHit })
    at = Math.max(at, to)
  }
  for (const hit of hits) {
    if (hit.end > end || hit.start < at) continue
    add(hit.start, false)
    add(hit.end, true)
  }
  add(end, false)
  if (start > 0) pieces.unshift({ text: '… ', isHit: false })
  if (end < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

/** Where the first hit begins, in UTF-16 units; undefined if there is none. */
export function firstHitIn(text: string, needles: readonly Needle[]): number | undefined {
  return findHits(wordsIn(text), needles)[0]?.start
}

export function hasHit(pieces: readonly Piece[]): boolean {
  return pieces.some(({ isHit }) => isHit)
}

/** From a word's beginning to a word's end, so that neither a word nor a letter is cut in two. */
function chooseWindow(text: string, words: Word[], hitAt: number, length: number) {
  if (text.length <= length) return { start: 0, end: text.length }
  const from = Math.max(0, Math.min(hitAt - before, text.length - length))
  const first = from === 0 ? undefined : words.find((word) => word.start >= from && word.start <= hitAt)
  const start = from === 0 ? 0 : (first?.start ?? hitAt)
  const last = words.findLast((word) => word.end <= start + length && word.end > start)
  const isEnd = start + length >= text.length
  return { start, end: isEnd ? text.length : (last?.end ?? wholeLetters(text, start + length)) }
}

/** Not between the two halves of a surrogate pair. */
function wholeLetters(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}

function findHits(words: Word[], needles: readonly Needle[]): { start: number; end: number }[] {
  const byFirst = Map.groupBy(needles, ([first]) => first)
  return words.flatMap((word, i) => {
    const needle = byFirst
      .get(word.folded)
      ?.filter((needle) => needle.every((folded, j) => words[i + j]?.folded === folded))
      .toSorted((a, b) => b.length - a.length)[0]
    const last = needle && words[i + needle.length - 1]
    return last ? [{ start: word.start, end: last.end }] : []
  })
}

/** The words as search_fold makes them, with their positions. */
function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    folded: foldWords(found).replace(/ +/g, ' ').trim(),
  })).filter(({ folded }) => folded !== '')
}

const { signs, separators, singles, doubles, dashes, spaces } = sets
const word = new RegExp(`[${signs}]|[^${signs}${separators}${singles}${doubles}${dashes}${spaces}]+`, 'gu')

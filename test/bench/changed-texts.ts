import { indexText } from '../../src/anchoring/code-points.ts'
import type { Stretch } from '../../src/anchoring/find-quote.ts'

/*
 * Texts changed at random, where each kept word knows where it came from, so that the true new place of every passage
 * is known. The same seed makes the same change.
 */

export type Article = { text: string; passages: Stretch[] }
/** A word, mark or space; `from` and `to` are where it was in the old text, in UTF-16, or -1 for what was put in. */
type Piece = { words: string; from: number; to: number }
type Paragraph = Piece[]
type Random = () => number
export type Change = (paragraphs: Paragraph[], random: Random) => Paragraph[]

const anyPiece = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|\s+|[^\s\p{L}\p{N}]/gu

export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [[]]
  for (const { 0: words, index } of text.matchAll(anyPiece)) {
    if (/\n\s*\n/.test(words)) paragraphs.push([])
    else paragraphs.at(-1)?.push({ words, from: index, to: index + words.length })
  }
  return paragraphs.filter(({ length }) => length > 0)
}

const pick = <T>(list: T[], random: Random): T | undefined => list[Math.floor(random() * list.length)]
const added = (words: string): Piece => ({ words, from: -1, to: -1 })

/** Every so many words are replaced, misspelt, left out, or get another one before them. */
export function changeWords(rate: number, vocabulary: string[]): Change {
  return (paragraphs, random) =>
    paragraphs.map((paragraph) =>
      paragraph.flatMap((piece) => {
        if (piece.from < 0 || !/^[\p{L}\p{N}]/u.test(piece.words) || random() >= rate) return [piece]
        const kind = random()
        if (kind < 0.55) return [{ ...piece, words: pick(vocabulary, random) ?? '' }]
        if (kind < 0.65) return [{ ...piece, words: misspell(piece.words, random) }]
        if (kind < 0.82) return []
        return [added(pick(vocabulary, random) ?? ''), added(' '), piece]
      }),
    )
}

function misspell(word: string, random: Random): string {
  if (word.length < 4) return word + (word.at(-1) ?? '')
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [head, sign, tail] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  return pick([head + tail, `${head}${tail[0] ?? ''}${sign}${tail.slice(1)}`, `${head}e${sign}${tail}`], random) ?? word
}

export const changeTypography: Change = (paragraphs, random) => {
  const isCurly = random() < 0.5
  return paragraphs.map((paragraph) =>
    paragraph.map((piece) => ({
      ...piece,
      words: piece.words
        .replace(/[“”"]/g, isCurly ? '”' : '"')
        .replace(/[’‘]/g, "'")
        .replace(/—/g, random() < 0.5 ? ' – ' : '--')
        .replace(/\s+/g, random() < 0.1 ? '\u00a0' : random() < 0.1 ? '\n' : ' ')
        .replace(/…/g, '...'),
    })),
  )
}

export const moveParagraphs: Change = (paragraphs, random) => {
  const moved = [...paragraphs]
  for (let times = 0; times < Math.max(1, paragraphs.length / 4); times++) {
    const [one] = moved.splice(Math.floor(random() * moved.length), 1)
    if (one) moved.splice(Math.floor(random() * (moved.length + 1)), 0, one)
  }
  return moved
}

export const removeParagraphs: Change = (paragraphs, random) => paragraphs.filter(() => random() > 0.25)

/** Paragraphs of other articles. */
export function insertParagraphs(others: Paragraph[]): Change {
  return (paragraphs, random) =>
    paragraphs.flatMap((paragraph) =>
      random() < 0.35 ? [(pick(others, random) ?? []).map(({ words }) => added(words)), paragraph] : [paragraph],
    )
}

/** Sentences are joined, and paragraphs run together. */
export const mergeSentences: Change = (paragraphs, random) => {
  const merged: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const joined: Paragraph = []
    for (let i = 0; i < paragraph.length; i++) {
      const [dot, space, next] = [paragraph[i], paragraph[i + 1], paragraph[i + 2]]
      if (!dot) continue
      if (dot.words === '.' && space?.words === ' ' && next && random() < 0.4) {
        joined.push(added(pick([', and', ';', ', while', ' —'], random) ?? ''), space, {
          ...next,
          words: next.words.toLowerCase(),
        })
        i += 2
      } else joined.push(dot)
    }
    const last = merged.at(-1)
    if (last && random() < 0.35) last.push(added(' '), ...joined)
    else merged.push(joined)
  }
  return merged
}

export const inTurn =
  (...changes: Change[]): Change =>
  (paragraphs, random) =>
    changes.reduce((changed, change) => change(changed, random), paragraphs)

/** The true place of a passage in the new text; null if it is gone, undefined if nobody could say. */
type Truth = Stretch | null | undefined

/** The changed text, with the true places of the passages. */
export function changed({ text, passages }: Article, change: Change, seed: number): { text: string; truth: Truth[] } {
  const old = indexText(text)
  const kept: { from: number; to: number; start: number; end: number; isWord: boolean }[] = []
  let now = ''
  for (const paragraph of change(paragraphsOf(text), randomFrom(seed))) {
    if (now !== '') now += '\n\n'
    for (const { words, from, to } of paragraph) {
      const isSeen = words.trim() !== ''
      const start = now.length + words.length - words.trimStart().length
      const end = now.length + words.trimEnd().length
      const isWord = /[\p{L}\p{N}]/u.test(text.slice(from, to))
      if (from >= 0 && isSeen) kept.push({ from, to, start, end, isWord })
      now += words
    }
  }
  const index = indexText(now)
  const truth = passages.map((passage): Truth => {
    const [from, to] = [old.toUnit(passage.start), old.toUnit(passage.end)]
    const inside = kept.filter((piece) => piece.from >= from && piece.to <= to)
    const words = text.slice(from, to).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    const share = inside.filter(({ isWord }) => isWord).length / words
    if (share < 0.4) return share < 0.15 ? null : undefined
    const start = Math.min(...inside.map((piece) => piece.start))
    const end = Math.max(...inside.map((piece) => piece.end))
    return end - start > 3 * (to - from) ? undefined : { start: index.toCodePoint(start), end: index.toCodePoint(end) }
  })
  return { text: now, truth }
}

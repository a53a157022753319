import { diffArrays } from 'diff'
import { indexText } from './code-points.ts'
import { foldSigns } from './fold.ts'
import { joinWords, wordsInOrder } from './joined-words.ts'
import { Vocabulary, type Words, wordsOf } from './words.ts'

/** A piece of the old text, the new one, or both. */
export type DiffPiece = { kind: 'same' | 'removed' | 'added'; words: string }

/** A difference this large is shown as one text taken out and the other put in: finding more takes its square. */
const mostEdits = 600

/**
 * What was taken out of a text and what was put in, by words, in reading order. Typography does not count: such words
 * are the same, as the new text prints them.
 */
export function diffTexts(oldText: string, newText: string): DiffPiece[] {
  const vocabulary = new Vocabulary()
  const old = cutText(oldText, vocabulary)
  const now = cutText(newText, vocabulary)
  const joined = joinWords(old.words.ids, now.words.ids)
  const inOrder = wordsInOrder(joined, now.words.ids.length)
  const pieces = new Pieces(old, now)
  let [at, to] = [0, 0]
  for (let i = 0; i <= joined.length; i++) {
    if (i < joined.length && !inOrder[i]) continue
    const place = i < joined.length ? (joined[i] ?? 0) : now.words.ids.length
    diffBetween(pieces, { at, atEnd: i, to, toEnd: place })
    if (i < joined.length) pieces.keep(i, place, 1)
    ;[at, to] = [i + 1, place + 1]
  }
  return pieces.list
}

type CutText = { words: Words; piece: (at: number) => string }

/** Each word with the spaces and invisible characters after it, so that the pieces make up the text. */
function cutText(text: string, vocabulary: Vocabulary): CutText {
  const words = wordsOf(text, vocabulary)
  const index = indexText(text)
  return {
    words,
    piece: (at) => index.slice(words.starts[at] ?? 0, words.starts[at + 1] ?? index.length),
  }
}

class Pieces {
  readonly list: DiffPiece[] = []
  private readonly old: CutText
  private readonly now: CutText

  constructor(old: CutText, now: CutText) {
    this.old = old
    this.now = now
  }

  /** So many words from a place on: of the old text if they were removed, otherwise of the new one. */
  add(kind: DiffPiece['kind'], from: number, count: number): void {
    const text = kind === 'removed' ? this.old : this.now
    let words = ''
    for (let i = from; i < from + count; i++) words += text.piece(i)
    const last = this.list.at(-1)
    // Where the new text ends, no space of its own stands between its last word and those that went on after it.
    if (kind === 'removed' && last && !/\s$/.test(last.words)) words = `${this.spaceBefore(from)}${words}`
    if (last?.kind === kind) last.words += words
    else if (words !== '') this.list.push({ kind, words })
  }

  private spaceBefore(at: number): string {
    const before = at === 0 ? '' : this.old.piece(at - 1)
    return before.slice(before.trimEnd().length)
  }

  /** The same words in both texts, except those whose capitals or accents differ. */
  keep(at: number, to: number, count: number): void {
    for (let i = 0; i < count; i++) {
      const was = this.old.words.raw[at + i] ?? ''
      const is = this.now.words.raw[to + i] ?? ''
      if (was === is || !this.now.words.isWord[to + i] || foldSigns(was) === foldSigns(is)) {
        this.add('same', to + i, 1)
      } else {
        this.add('removed', at + i, 1)
        this.add('added', to + i, 1)
      }
    }
  }

  get ids() {
    return { old: this.old.words.ids, now: this.now.words.ids }
  }
}

type Gap = { at: number; atEnd: number; to: number; toEnd: number }

function diffBetween(pieces: Pieces, { at, atEnd, to, toEnd }: Gap): void {
  const old = Array.from(pieces.ids.old.subarray(at, atEnd))
  const now = Array.from(pieces.ids.now.subarray(to, toEnd))
  const changes = old.length > 0 && now.length > 0 ? diffArrays(old, now, { maxEditLength: mostEdits }) : undefined
  if (!changes) {
    pieces.add('removed', at, old.length)
    pieces.add('added', to, now.length)
    return
  }
  let [from, place] = [at, to]
  for (const { added, removed, count } of changes) {
    if (removed) pieces.add('removed', from, count)
    else if (added) pieces.add('added', place, count)
    else pieces.keep(from, place, count)
    if (!added) from += count
    if (!removed) place += count
  }
}

import { indexText } from './code-points.ts'
import { foldLetters, sets } from './fold.ts'

/** The words and marks of two texts that are compared, each folded once and known by a number. */
export class Vocabulary {
  readonly names: string[] = []
  private readonly idOfRaw = new Map<string, number>()
  private readonly idOfName = new Map<string, number>()

  /** The number of a word or mark as it is printed; -1 if nothing of it is visible. */
  idOf(raw: string): number {
    const known = this.idOfRaw.get(raw)
    if (known !== undefined) return known
    const name = /^[a-z]+$/.test(raw) ? raw : foldLetters(raw).trim()
    const id = name === '' ? -1 : this.numberOf(name)
    this.idOfRaw.set(raw, id)
    return id
  }

  private numberOf(name: string): number {
    const known = this.idOfName.get(name)
    if (known !== undefined) return known
    this.idOfName.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/** The words and marks of a text in their order. Positions are code points. */
export type Words = {
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** The number of the paragraph that each is in. */
  paragraphs: Int32Array
  isWord: Uint8Array
  /** As printed. */
  raw: string[]
}

/** Scripts without spaces between words: each of their letters counts as a word. */
const spaceless = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
  .map((script) => `\\p{Script=${script}}`)
  .join('')

const anyToken = new RegExp(
  [
    '\\n\\s*\\n', // between paragraphs
    '\\p{N}+(?:[.,]\\p{N}+)+', // 1,200.50
    `[${spaceless}][\\p{M}${sets.unseen}]*`,
    `[[\\p{L}\\p{N}\\p{M}${sets.unseen}]--[${spaceless}]]+(?:['’]\\p{L}+)*`,
    '\\S',
  ].join('|'),
  'gv',
)
const beginsWord = /^[\p{L}\p{N}]/u

export function wordsOf(text: string, vocabulary: Vocabulary): Words {
  const index = indexText(text)
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const paragraphs: number[] = []
  const isWord: number[] = []
  const raw: string[] = []
  let paragraph = 0
  for (const { 0: token, index: unit } of text.matchAll(anyToken)) {
    if (token.startsWith('\n')) {
      paragraph++
      continue
    }
    const id = vocabulary.idOf(token)
    if (id < 0) continue
    const start = index.toCodePoint(unit)
    const end = index.toCodePoint(unit + token.length)
    const name = vocabulary.names[id] ?? ''
    // "--" is a dash and "..." one mark, as "—" and "…" are.
    if ((name === '-' || name === '.') && ids.at(-1) === id && ends.at(-1) === start) {
      ends[ends.length - 1] = end
      raw[raw.length - 1] += token
      continue
    }
    ids.push(name === '...' ? vocabulary.idOf('.') : id)
    starts.push(start)
    ends.push(end)
    paragraphs.push(paragraph)
    isWord.push(beginsWord.test(name) ? 1 : 0)
    raw.push(token)
  }
  return {
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    paragraphs: Int32Array.from(paragraphs),
    isWord: Uint8Array.from(isWord),
    raw,
  }
}

/** The index of the first of the sorted positions that is not below the limit. */
export function firstFrom(sorted: Int32Array, limit: number): number {
  let low = 0
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

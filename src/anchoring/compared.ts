import { joinWords, wordsInOrder } from './joined-words.ts'
import { Vocabulary, type Words, wordsOf } from './words.ts'

/** Two texts whose words were joined, from which any passage of the old one can be found in the new one. */
export type Compared = {
  readonly old: Words
  readonly now: Words
  readonly names: readonly string[]
  /** How much each word says about where it stands: rare ones much, marks nearly nothing. */
  readonly weights: Float32Array
  /** The places of each word in the new text. */
  readonly places: ReadonlyMap<number, number[]>
  /** The new place of each old word, or -1; and the other way round. */
  readonly joined: Int32Array
  readonly joinedBack: Int32Array
  /** Which of the joined words were not moved. */
  readonly inOrder: Uint8Array
}

export function compareTexts(oldText: string, newText: string): Compared {
  const vocabulary = new Vocabulary()
  const old = wordsOf(oldText, vocabulary)
  const now = wordsOf(newText, vocabulary)
  const joined = joinWords(old.ids, now.ids)
  const joinedBack = new Int32Array(now.ids.length).fill(-1)
  for (const [at, to] of joined.entries()) if (to >= 0) joinedBack[to] = at
  return {
    old,
    now,
    names: vocabulary.names,
    weights: weigh(vocabulary.names, old, now),
    places: placesOf(now),
    joined,
    joinedBack,
    inOrder: wordsInOrder(joined, now.ids.length),
  }
}

function weigh(names: string[], old: Words, now: Words): Float32Array {
  const weights = new Float32Array(names.length)
  for (const { ids } of [old, now]) for (const id of ids) weights[id] = (weights[id] ?? 0) + 1
  const mark = 0.1
  const isWord = new Uint8Array(names.length)
  for (const { ids, isWord: words } of [old, now]) ids.forEach((id, i) => (isWord[id] = words[i] ?? 0))
  return weights.map((count, id) => (isWord[id] ? Math.max(0.4, 1.6 / Math.sqrt(Math.max(1, count / 2))) : mark))
}

function placesOf({ ids, isWord }: Words): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [at, id] of ids.entries()) {
    if (!isWord[at]) continue
    const known = places.get(id)
    if (known) known.push(at)
    else places.set(id, [at])
  }
  return places
}

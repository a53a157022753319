/*
 * Compares the spelling of two words. Pure; its arguments are folded (names.ts).
 */

/**
 * The number of letters added, dropped, changed or swapped with their neighbour between two words; it stops counting
 * beyond `most`.
 */
export function lettersApart(one: string, other: string, most: number): number {
  const [from, to] = [[...one], [...other]]
  if (Math.abs(from.length - to.length) > most) return most + 1

  let earlier: number[] = []
  let last = to.map((_, j) => j)
  last.push(to.length)
  for (const [i, letter] of from.entries()) {
    const row = [i + 1]
    for (const [j, wanted] of to.entries()) {
      const isSame = letter === wanted
      let least = Math.min((row[j] ?? 0) + 1, (last[j + 1] ?? 0) + 1, (last[j] ?? 0) + (isSame ? 0 : 1))
      const isSwapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === wanted
      if (isSwapped) least = Math.min(least, (earlier[j - 1] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return most + 1
    earlier = last
    last = row
  }
  return Math.min(last.at(-1) ?? 0, most + 1)
}

/** The word with two neighbouring letters swapped, for each position. */
export function swapped(word: string): string[] {
  const letters = [...word]
  const swaps = letters.slice(1).map((letter, i) => {
    const other = [...letters]
    other[i] = letter
    other[i + 1] = letters[i] ?? ''
    return other.join('')
  })
  return [...new Set(swaps)].filter((swap) => swap !== word)
}

/** The number of mistakes if `word` was meant, typed completely or not; undefined if it was not meant. */
export function mistakesIn(typed: string, word: string): number | undefined {
  if (word.startsWith(typed)) return 0
  const { length } = [...typed]
  const most = length < 4 ? 0 : length < 8 ? 1 : 2
  if (most === 0) return undefined
  const letters = [...word]
  let least = most + 1
  for (let end = Math.max(1, length - most); end <= Math.min(letters.length, length + most); end++) {
    least = Math.min(least, lettersApart(typed, letters.slice(0, end).join(''), most))
  }
  return least > most ? undefined : least
}

/** The words of a folded name, without the marks around and between them. */
export function wordsOfName(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Escapes the special characters of LIKE. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

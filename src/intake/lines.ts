/* Lines of a text as a program wrapped them. */

export type Line = {
  /** Without the spaces at its end. */
  text: string
  from: number
  /** Where it ends, before those spaces. */
  to: number
  indent: number
}

export function linesOf(text: string): Line[] {
  let from = 0
  return text.split('\n').map((raw) => {
    const words = raw.trimEnd()
    const line = { text: words, from, to: from + words.length, indent: words.length - words.trimStart().length }
    from += raw.length + 1
    return line
  })
}

export function isBlank({ text }: Line): boolean {
  return text === ''
}

/** Runs of lines between blank ones. */
export function blocksIn(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let isInside = false
  for (const line of lines) {
    if (isBlank(line)) isInside = false
    else if (isInside) blocks.at(-1)?.push(line)
    else {
      blocks.push([line])
      isInside = true
    }
  }
  return blocks
}

const sentenceEnd = /[.!?…:]["'”’»)\]]*$/u

/** Whether a sentence goes on from one line to the next, as far as one can see. */
export function goesOn(before: string, after: string): boolean {
  return !sentenceEnd.test(before) || /^\s*\p{Ll}/u.test(after)
}

export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line)
}

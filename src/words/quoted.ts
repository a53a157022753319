import { cut } from './cut.ts'

/**
 * Words between quotation marks: those that they have themselves become single ones, and marks around the whole of them
 * are not set twice. What a page shows of words elsewhere than in their text; the text itself stays as it was published.
 */
export function quoted(words: string, most = Infinity): string {
  return `“${singled(bare(words), most)}”`
}

/** The words alone, where the marks around them are set otherwise. */
function singled(words: string, most: number): string {
  const single = words
    .replace(/[“„]/g, '‘')
    .replace(/”/g, '’')
    .replace(/"/g, (_, at: number) => (opensAt(words, at) ? '‘' : '’'))
  return Number.isFinite(most) ? cut(single, most) : single
}

/** Without the marks around it, where they are one pair. */
function bare(words: string): string {
  const [, inside] = /^[“"]([^“”"]*)[”"]$/s.exec(words) ?? []
  return inside ?? words
}

function opensAt(words: string, at: number): boolean {
  return at === 0 || /[\s([—–-]/.test(words[at - 1] ?? '')
}

/** The same for words in pieces, of which some are marked. */
export function quotedPieces<P extends { text: string }>(pieces: readonly P[]): P[] {
  const whole = pieces.map(({ text }) => text).join('')
  const isMarked = bare(whole) !== whole
  const single = singled(whole, Infinity)
  let at = 0
  return pieces.map((piece, i) => {
    const [start, end] = [at, (at += piece.text.length)]
    const isFirst = i === 0
    const isLast = i === pieces.length - 1
    const text = single.slice(start + (isFirst && isMarked ? 1 : 0), end - (isLast && isMarked ? 1 : 0))
    return { ...piece, text: `${isFirst ? '“' : ''}${text}${isLast ? '”' : ''}` }
  })
}

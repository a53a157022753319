import { indexText } from './code-points.ts'
import type { Stretch } from './find-quote.ts'

/** The paragraphs of a text, which blank lines separate, in code points. */
export function paragraphsOf(text: string): Stretch[] {
  const { toCodePoint } = indexText(text)
  const paragraphs: Stretch[] = []
  let from = 0
  for (const { index, 0: gap } of text.matchAll(/\n{2,}/g)) {
    paragraphs.push({ start: toCodePoint(from), end: toCodePoint(index) })
    from = index + gap.length
  }
  paragraphs.push({ start: toCodePoint(from), end: toCodePoint(text.length) })
  return paragraphs
}

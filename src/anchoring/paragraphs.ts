import { indexText } from './code-points.ts'
import type { Stretch } from './find-quote.ts'

/** The paragraphs of a text, which blank lines separate, in code points. */
export function paragraphsOf(text: string): Stretch[] {
  const index = indexText(text)
  const paragraphs: Stretch[] = []
  let from = 0
  for (const { index: to, 0: gap } of text.matchAll(/\n{2,}/g)) {
    paragraphs.push({ start: index.toCodePoint(from), end: index.toCodePoint(to) })
    from = to + gap.length
  }
  paragraphs.push({ start: index.toCodePoint(from), end: index.toCodePoint(text.length) })
  return paragraphs
}

import { indexText } from './code-points.ts'
import type { Stretch } from './find-quote.ts'
import { paragraphsOf } from './paragraphs.ts'

/*
 * A long text is shown in parts, so that no page of it is large. It is divided once, when it is stored, and pages load
 * their part by these positions: docs/decisions/long-documents.md.
 */

/** Nearly all articles are shorter, and so have one part. */
export const mostInPart = { codePoints: 40_000, paragraphs: 400 }

/** Where each part but the first begins, in code points: with a paragraph, or inside one that is longer than a part. */
export function cutParts(text: string, most = mostInPart): number[] {
  const index = indexText(text)
  const starts: number[] = []
  let from = 0
  let count = 0
  const begin = (start: number) => {
    starts.push((from = start))
    count = 0
  }
  for (const { start, end } of paragraphsOf(text)) {
    if (count > 0 && (count === most.paragraphs || end - from > most.codePoints)) begin(start)
    count++
    while (end - from > most.codePoints) {
      begin(from + lengthToShow(index.slice(from, from + most.codePoints)))
      count = 1
    }
  }
  return starts
}

/** Up to the last line's end in it, otherwise the last sentence's, otherwise the last word's. */
function lengthToShow(words: string): number {
  const ends = ['\n', '. ', ' '].map((mark) => words.lastIndexOf(mark) + mark.length)
  const end = ends.find((at, i) => at > (i === 1 ? 1 : 0)) ?? words.length
  return indexText(words.slice(0, end)).length
}

/** A text as it is stored, without its words. */
export type Cut = { codePoints: number; partStarts: number[] }

export function countParts({ partStarts }: Cut): number {
  return partStarts.length + 1
}

/** The number of the part that contains a position, from 1 on. */
export function partAt({ partStarts }: Pick<Cut, 'partStarts'>, place: number): number {
  const next = partStarts.findIndex((start) => start > place)
  return (next < 0 ? partStarts.length : next) + 1
}

/** The beginning and end of a part, in code points. */
export function stretchOfPart({ codePoints, partStarts }: Cut, part: number): Stretch {
  return { start: partStarts[part - 2] ?? 0, end: partStarts[part - 1] ?? codePoints }
}

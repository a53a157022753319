import type { DefaultTreeAdapterTypes } from 'parse5'
import { NotTaken } from './taken.ts'

/** A page in letters: more is no article. */
const longestPage = 8_000_000
/** Finding the article takes the square of the depth and more. */
const deepest = 150

export function refuseLength(html: string): void {
  if (html.length > longestPage)
    throw new NotTaken('The page is larger than 8 MB. Copy the article from your browser and paste it')
}

export function refuseDepth(tree: DefaultTreeAdapterTypes.Document): void {
  if (isDeeper(tree, deepest)) {
    throw new NotTaken('The page is nested too deeply to be read. Copy the article from your browser and paste it')
  }
}

/** Each is a node of its own to whoever reads the page, and takes longer the more there are. */
const mostBareSigns = 50_000

/** A page as it is written again, with each "<" that begins no element as "&lt;". */
export function refuseBareSigns(written: string): void {
  let count = 0
  for (let at = written.indexOf('&lt;'); at !== -1; at = written.indexOf('&lt;', at + 4)) {
    if (++count > mostBareSigns)
      throw new NotTaken('The page is full of signs that are no words. Copy the article from your browser and paste it')
  }
}

/** Counted level by level, because what is nested deep enough breaks whatever calls itself for each level. */
export function isDeeper(tree: DefaultTreeAdapterTypes.Document, most: number): boolean {
  let level: DefaultTreeAdapterTypes.ChildNode[] = tree.childNodes
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []))
  }
  return false
}

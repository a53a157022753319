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

/** In the words of a page, each is a node of its own to whoever reads it, and takes longer the more there are. */
const mostSigns = 150_000

/** Counts "<", ">" and "&" where readers see them: not in attributes, nor in scripts. */
export function refuseBareSigns(tree: DefaultTreeAdapterTypes.Document): void {
  let count = 0
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...tree.childNodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('childNodes' in node && !/^(?:script|style)$/.test(node.nodeName))
      for (const one of node.childNodes) open.push(one)
    if (node.nodeName === '#text' && 'value' in node) count += node.value.match(/[<>&]/g)?.length ?? 0
    if (count > mostSigns)
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

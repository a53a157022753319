import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { type Block, blocksOf, joinBlocks } from './blocks.ts'
import { refuseDepth, refuseLength } from './limits.ts'
import { type Given, NotTaken, type Taken } from './taken.ts'

/**
 * The words of a formatted text as a clipboard has it, from a browser or a word processor. All of it is wanted: whoever
 * copied it has chosen. Call it in a thread that can be ended, like `readPage`.
 */
export function readPasted({ bytes }: Given): Taken {
  const html = Buffer.from(bytes).toString()
  refuseLength(html)
  const tree = parse(html)
  refuseDepth(tree)
  const { document } = parseHTML(serialize(tree))
  const lists = listsOfWord(document)
  const blocks = blocksOf(document.body).map((block) => asItem(block, lists))
  const text = joinBlocks(blocks)
  if (text === '') throw new NotTaken('There are no words in what was pasted. Paste it as plain text')
  return { text, facts: {}, leftOut: [], remarks: [] }
}

/**
 * Word writes a list as paragraphs, each with its bullet or number in a piece of its own that says so. Takes these out,
 * and names for each paragraph the first of its list.
 */
function listsOfWord(document: Document): Map<Element, Element> {
  for (const bullet of document.querySelectorAll('[style*="mso-list" i]')) {
    if (/mso-list\s*:\s*ignore/i.test(bullet.getAttribute('style') ?? '')) bullet.remove()
  }
  const lists = new Map<Element, Element>()
  for (const item of document.querySelectorAll('p[class*="MsoList" i]')) {
    const before = item.previousElementSibling
    lists.set(item, (before === null ? undefined : lists.get(before)) ?? item)
  }
  return lists
}

function asItem(block: Block, lists: Map<Element, Element>): Block {
  const list = lists.get(block.element)
  return list ? { ...block, kind: 'li', within: list } : block
}

import { isItem, isLabel } from './lines.ts'
import type { Quotation } from './quotations.ts'

/** In characters; a shorter block is a heading or an item. */
const fewest = 40

const verbs =
  'said|says|wrote|writes|added|adds|replied|tweeted|posted|stated|continued|explained|commented|responded|recalled|announced|concluded|read|reads|went on'
/** "Bronwen Pryce wrote:", "the firm said in a statement to the Echo:", but not "this is what they said:". */
const introduces = new RegExp(
  String.raw`(?<!\b(?:what|as|how|everything|all)\s(?:[\p{L}’'.-]+\s){0,4})\b(?:${verbs})(?:,?\s(?:in|on|to|via|by|of|after|later|afterwards|yesterday|today|simply)(?:\s[\p{L}\d’'.@-]+){0,9})?:$`,
  'u',
)

/** Adds paragraphs without marks that a colon introduces: "The MP, Bronwen Pryce, wrote:", and her words below. */
export function withBlocks(text: string, quotations: Quotation[]): Quotation[] {
  const blocks: Quotation[] = []
  let introduced = false
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const line = text.slice(from, Math.min(to, from + 3000)).trim()
    if (line !== '') {
      if (introduced && isBlock(line)) blocks.push(blockOf(text, from, to))
      introduced = line.endsWith(':') && introduces.test(line.slice(-160))
    }
    from = to + 1
  }
  if (blocks.length === 0) return quotations
  return [...outside(quotations, blocks), ...blocks].sort((a, b) => a.start - b.start)
}

/** Where the words have been lost, as posts in a copied page often are, a reporter's paragraph follows. */
const isTold =
  /^(?:The|This|That|His|Her|Their) (?:post|tweet|message|statement|letter|comment|remark|video|note|email)s?\b|^Read more\b|["”,] (?:(?:he|she|they) (?:said|says|added|wrote|told)|(?:said|added|wrote) (?:he|she|the|\p{Lu}))/u

function isBlock(line: string): boolean {
  return (
    line.length >= fewest &&
    !isTold.test(line) &&
    /[.?!…]["”’)]?$/.test(line) &&
    !/^["“‘'«„]/.test(line) &&
    !isItem(line) &&
    !isLabel(line)
  )
}

function blockOf(text: string, from: number, to: number): Quotation {
  const [start, end] = [to - text.slice(from, to).trimStart().length, from + text.slice(from, to).trimEnd().length]
  return { start, end, innerStart: start, innerEnd: end, closed: true, continues: -1 }
}

function outside(quotations: readonly Quotation[], blocks: readonly Quotation[]): Quotation[] {
  let at = 0
  return quotations.filter(({ start }) => {
    while (at < blocks.length && blocks[at]!.end <= start) at++
    return at === blocks.length || start < blocks[at]!.start
  })
}

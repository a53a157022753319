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
/** "Kirsty Bell has sent this:", "the firm issued the following statement:". */
const presents = new RegExp(
  String.raw`\b(?:${verbs}|has|had|sends?|sent|issued?s?|released?|gave|gives|filed?|files|published|shared|emailed|texted|messaged)(?:\s(?:us|me|out|the|this|a|an|in|on|his|her|its|their|reporters|\p{Lu}[\p{L}’'.-]+)){0,6}\s(?:this|the following|this to say|these words|statement|message|post|email|e-mail|letter|note|report|update|response|reply|answer|apology|comment)(?:\s(?:statement|message|post|email|letter|note|report|update|response|reply|answer|apology|comment))?(?:,?\s(?:in|on|to|via|by|from|after|later|yesterday|today)(?:\s[\p{L}\d’'.@-]+){0,9})?:$`,
  'u',
)

/** Adds paragraphs without marks that a colon introduces: "The MP, Bronwen Pryce, wrote:", and her words below. */
export function withBlocks(text: string, quotations: Quotation[]): Quotation[] {
  const blocks: Quotation[] = []
  const further = new Set<Quotation>()
  let introduced = false
  let goesOn = false
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const line = text.slice(from, Math.min(to, from + 3000)).trim()
    if (line !== '') {
      const block: Quotation | undefined =
        isBlock(line) && (introduced || (goesOn && isOwn(line))) ? blockOf(text, from, to) : undefined
      if (block) blocks.push(block)
      if (block && !introduced) further.add(block)
      goesOn = block !== undefined && isOwn(line)
      introduced = line.endsWith(':') && (introduces.test(line.slice(-160)) || presents.test(line.slice(-160)))
    }
    from = to + 1
  }
  if (blocks.length === 0) return quotations
  const all = [...outside(quotations, blocks), ...blocks].sort((a, b) => a.start - b.start)
  for (const [at, quotation] of all.entries()) if (further.has(quotation)) quotation.continues = at - 1
  return all
}

/** A further paragraph of somebody's own words: "we" and "I", and nobody who says it. */
function isOwn(line: string): boolean {
  return (
    /\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b/.test(line) &&
    !/["“”]/.test(line) &&
    !/\b[Oo]ur (?:own )?(?:reporters?|correspondents?|newspaper|paper|website|newsroom|photographer)\b|\b[Ww]e (?:contacted|approached|understand|asked (?:the|him|her|them))\b/.test(
      line,
    ) &&
    !/\b(?:he|she|they|\p{Lu}\p{Ll}+) (?:said|added|told|wrote)\b/u.test(line)
  )
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

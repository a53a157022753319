import { mensNames, womensNames } from '../lexicon/source-words.ts'
import type { Turn } from './labels.ts'

/** "— Worried, Ludlow", in a line of its own. */
const signed = /\n[ \t]*(?:[—–]|--?)[ \t]?(?<name>\p{Lu}[^\n,:.]{0,40}(?:\.[^\n,:.]{1,30})?)(?:,[^\n:]{1,60})?\s*$/u

/** "Aled Pryce, Brecon", below the question. */
const signedPlainly =
  /\n[ \t]*(?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev)\.? )?\p{Lu}[\p{L}’'-]*\.?(?: \p{Lu}[\p{L}’'-]*\.?){0,3}|Name (?:and address )?(?:withheld|supplied)|Anonymous)(?:, \p{Lu}[\p{L} ’'-]{1,40}){0,3}\s*$/u
const withheld = /^(?:Name |Anonymous)/

/** A question that somebody signed is theirs. */
export function withSignatures(text: string, turns: readonly Turn[]): Turn[] {
  return turns.map((turn) => {
    if (turn.name !== null || !turn.asks) return turn
    const from = Math.max(turn.words, turn.end - 200)
    const last = text.slice(from, turn.end).trimEnd()
    const match = signed.exec(last) ?? signedPlainly.exec(last)
    const name = match?.groups?.['name']?.trim()
    if (match && name !== undefined && withheld.test(name)) return { ...turn, end: from + match.index }
    return name === undefined || !match
      ? turn
      : { ...turn, name, end: from + match.index, ...(!isName(name) && { isTitle: true }) }
  })
}

function isName(name: string): boolean {
  const words = name.split(' ')
  const first = words[0]!.toLowerCase()
  return (
    words.every((word) => /^\p{Lu}/u.test(word)) && (words.length > 1 || womensNames.has(first) || mensNames.has(first))
  )
}

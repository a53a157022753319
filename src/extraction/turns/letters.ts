import type { Turn } from './labels.ts'
import { linesOf } from './lines-of.ts'

const opening = /^Dear \p{Lu}|^(?:Dear|To) (?:the editor|\p{Lu}[\p{L} .’'-]{0,50}[,:]?$)/u
const closing =
  /^(?:Yours(?: (?:sincerely|faithfully|truly|ever|etc))?|Sincerely(?: yours)?|Regards|(?:Kind|Best|Warm) (?:regards|wishes)|Best(?=,|$)|With (?:thanks|respect)|Respectfully)\b[,.]?\s*/u
const name = /^(?<name>(?:\p{Lu}[\p{L}’'-]*\.?)(?: (?:\p{Lu}[\p{L}’'-]*\.?|van|von|de)){0,4})(?=,|$)/u

/** In lines; a longer letter has lost its end. */
const longest = 60

/** Letters from "Dear Dr Berg" to "Yours, Edwin Sproat, Hove": each is its writer's. */
export function findLetters(text: string): Turn[] {
  const letters: Turn[] = []
  let open: { from: number; lines: number } | undefined
  let closed: number | undefined
  for (const { from, to } of linesOf(text)) {
    const line = text.slice(from, Math.min(to, from + 200)).trim()
    if (line === '') continue
    if (opening.test(line)) [open, closed] = [{ from, lines: 0 }, undefined]
    if (!open || ++open.lines > longest) continue
    const end = closing.exec(line)
    const signature = name.exec(end ? line.slice(end[0].length) : closed === undefined ? '' : line)?.groups?.['name']
    if (signature) {
      const at = text.indexOf(signature, from + (end?.[0].length ?? 0))
      letters.push(letterOf(signature, at, open.from, closed ?? from))
      open = undefined
    }
    closed = end && !signature ? from : undefined
  }
  return letters
}

function letterOf(called: string, at: number, start: number, end: number): Turn {
  return {
    start,
    end,
    label: { start: at, end: at + called.length },
    name: called,
    role: null,
    words: start,
    asks: false,
    sure: true,
  }
}

import type { Span } from './statement.ts'

/** One speaker's turn in a transcript, in UTF-16 units. */
export type Turn = { start: number; end: number; label: Span; name: string; content: Span }

const label =
  /^(?<speaker>(?:(?:MR|MS|MRS|DR|SEN|REP|GOV|SECRETARY|PRESIDENT|MINISTER|Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, [^:\n]{1,60}| \([^)\n]{1,60}\))?:\s+(?=\S)/u

/** A text is a transcript where at least this many paragraphs begin with a speaker's label, most of them in capitals or more than once. */
const fewestTurns = 2

/** The turns of a transcript: "MR. X: …", with the paragraphs up to the next label. */
export function findTurns(text: string): Turn[] {
  const found: Turn[] = []
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const match = label.exec(text.slice(from, Math.min(to, from + 200)))
    const speaker = match?.groups?.['speaker']
    if (match && speaker) {
      const content = { start: from + match[0].length, end: trimmedEnd(text, from, to) }
      found.push({
        start: from,
        end: to,
        label: { start: from, end: from + speaker.length },
        name: tellName(speaker),
        content,
      })
    }
    from = to + 1
  }
  const counts = new Map<string, number>()
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1)
  const turns = found.filter(
    (turn) => isShouted(text.slice(turn.label.start, turn.label.end)) || (counts.get(turn.name) ?? 0) > 1,
  )
  return turns.length >= fewestTurns && counts.size > 1 ? turns : []
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text.charAt(end - 1))) end--
  return end
}

function isShouted(speaker: string): boolean {
  return speaker === speaker.toUpperCase() && speaker.length > 2
}

/** "MR. BAKER" is Baker. */
function tellName(speaker: string): string {
  const bare = speaker.replace(/^(?:MR|MS|MRS|DR)\.? /i, '')
  return isShouted(bare) ? bare.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase()) : bare
}

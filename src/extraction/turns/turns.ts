import { namedByExamination } from './examined.ts'
import { offices } from '../lexicon/offices.ts'
import { answeredBy, called, findInterview } from './interviews.ts'
import { type Label, type Turn, labelAt, tellName } from './labels.ts'
import { findLetters } from './letters.ts'
import { withSignatures } from './signatures.ts'
import { linesOf } from './lines-of.ts'
import { withoutStrayNames } from './stray-names.ts'

/** A text is a transcript where at least this many turns begin with a speaker's label. */
const fewestTurns = 2

/** The turns of a transcript, an interview, letters or a speech; none in a text that is told. */
export function findTurns(text: string): Turn[] {
  const labels = findLabels(text)
  const turns = labels.map((label, at) => ({ ...label, end: endOf(text, label, labels[at + 1]) }))
  const letters = findLetters(text)
  if (turns.length === 0 && letters.length < fewestTurns)
    return findInterview(text, answeredBy(text)) ?? findSpeech(text)
  const named = answeredBy(text) ?? onlyAnswering(labels)
  const known = withSignatures(text, namedByExamination(text, turns)).map((turn) =>
    named && turn.name === null && !turn.asks ? { ...turn, name: named } : turn,
  )
  return withLetters(known, letters)
}

/** A letter among turns is no part of the one before. */
function withLetters(turns: readonly Turn[], letters: readonly Turn[]): Turn[] {
  if (letters.length === 0) return [...turns]
  const all = [...turns, ...letters].sort((a, b) => a.start - b.start)
  return all.map((turn, at) => ({ ...turn, end: Math.min(turn.end, all[at + 1]?.start ?? turn.end) }))
}

function endOf(text: string, { words, oneParagraph }: Label, next: { start: number } | undefined): number {
  const end = oneParagraph ? text.indexOf('\n', words) : -1
  return Math.min(end < 0 ? text.length : end, next?.start ?? text.length)
}

/** Where one person alone is named beside "QUESTION:", "A." is theirs too. */
function onlyAnswering(labels: readonly Label[]): string | undefined {
  const names = new Set(labels.flatMap(({ name, asks, isTitle }) => (name === null || asks || isTitle ? [] : [name])))
  return names.size === 1 && labels.some(({ asks }) => asks) ? [...names][0] : undefined
}

function findLabels(text: string): (Label & { start: number })[] {
  const all: (Label & { start: number })[] = []
  let longLines = 0
  let isFirst = true
  for (const { from, to } of linesOf(text)) {
    const label = labelAt(text, from, to)
    if (label && !(isFirst && isHeading(text, label, to))) {
      all.push({ ...label, start: from })
      isFirst &&= label.bare === true
    } else if (to - from > 30) longLines++
  }
  const found = withoutStrayNames(all, longLines, text)
  const counts = new Map<string, number>()
  for (const { name } of found) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  const labels = found.filter(
    (label) => label.sure || label.name === null || (counts.get(label.name) ?? 0) > 1 || found.length * 2 >= longLines,
  )
  const speakers = new Set(labels.map(({ name, asks }) => name ?? (asks ? 'asks' : 'answers')))
  const sure =
    labels.some((label) => label.sure) ||
    [...counts.values()].some((count) => count > 1) ||
    labels.every(({ name }) => name === null)
  return labels.length >= fewestTurns && speakers.size > 1 && sure ? labels : []
}

/** "Canal Boats: Licences": above everything, a line without an end is a title and nobody's turn. */
function isHeading(text: string, { sure, words }: Label, to: number): boolean {
  if (sure || words > to) return false
  const line = text.slice(words, to).trim()
  const nextIsBlank = /^\s*\n\s*\n/.test(text.slice(to, to + 20)) || text.charAt(to + 1) === '\n'
  return nextIsBlank && (!/[.!?…]$/.test(line) || isTitled(line))
}

/** "Was ‘Mocking’ the Other Camp.": nearly all words with a capital. */
function isTitled(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  return words.length > 3 && words.every((word) => /^\p{Lu}/u.test(word))
}

const speech = new RegExp(
  String.raw`^(?:[Tt]ranscript of |[Ff]ull text(?: of)?:? )?(?:(?:[Tt]he |[Aa]n? )?(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement|[Kk]eynote|[Ll]ecture|[Ss]ermon|[Tt]estimony)(?: [\p{Ll}]+){0,3} (?:by|of|from) (?:the )?(?<role>(?:[\p{L}-]+ ){0,6}[\p{L}-]+, |(?:[\p{L}]+ ){0,6}?)(?:the )?${called}|${called}(?:’s|'s) (?:[\p{Ll}]+ ){0,3}(?:speech|remarks|address|statement|lecture))`,
  'u',
)

/** "Remarks by the Governor Ana Berg": the rest is theirs, where it is spoken by an "I" or a "we". */
function findSpeech(text: string): Turn[] {
  const [heading] = linesOf(text)
  if (!heading || heading.to - heading.from > 160) return []
  const match = speech.exec(text.slice(heading.from, heading.to))
  const { speaker, role } = nameAndRole(match?.[2] ?? match?.[3], match?.groups?.['role'] ?? '')
  const rest = text.slice(heading.to, heading.to + 3000)
  const spoken = (rest.match(/\b(?:I|we|We|our|my|you)\b/g) ?? []).length
  if (!match || !speaker || spoken < 3) return []
  const start = heading.from + match[0].indexOf(speaker)
  return [
    {
      start: heading.to + 1,
      end: text.length,
      label: { start, end: start + speaker.length },
      name: lastNames(speaker),
      role: role || null,
      words: heading.to + 1,
      asks: false,
      sure: true,
    },
  ]
}

/** "the Chief Constable, Ana Berg", "Ana Berg, Chief Constable". */
function nameAndRole(called: string | undefined, before: string): { speaker: string | undefined; role: string } {
  const role = before.trim().replace(/,$/, '')
  const turned = called !== undefined && before.endsWith(', ') && offices.has(called.split(' ').at(-1)!.toLowerCase())
  return turned && !offices.has(role.split(' ').at(-1)!.toLowerCase())
    ? { speaker: role, role: called }
    : { speaker: called, role }
}

function lastNames(speaker: string): string {
  return tellName(
    speaker.replace(
      /^(?:President|Governor|Senator|Mayor|Minister|Prime Minister|Secretary|Chancellor|Chairman|Sir|Dame|Dr|Mr|Ms|Mrs)\.? /,
      '',
    ),
  )
}

/** The turn in which a place lies. */
export function turnAt(turns: readonly Turn[], at: number): Turn | undefined {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const turn = turns[low]
  return turn && turn.start <= at ? turn : undefined
}

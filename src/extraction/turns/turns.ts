import { namedByExamination } from './examined.ts'
import { offices, places } from '../lexicon/offices.ts'
import { mensNames, personTitles, roleWords, womensNames } from '../lexicon/source-words.ts'
import { type Label, type Turn, labelAt, tellName } from './labels.ts'

/** A text is a transcript where at least this many turns begin with a speaker's label. */
const fewestTurns = 2
const longestQuestion = 400

/** The turns of a transcript, an interview or a speech; none in a text that is told. */
export function findTurns(text: string): Turn[] {
  const labels = findLabels(text)
  const turns =
    labels.length > 0 ? labels.map((label, at) => ({ ...label, end: labels[at + 1]?.start ?? text.length })) : []
  const named = answeredBy(text)
  if (turns.length > 0)
    return namedByExamination(text, turns).map((turn) =>
      named && turn.name === null && !turn.asks ? { ...turn, name: named } : turn,
    )
  return findInterview(text, named) ?? findSpeech(text)
}

function findLabels(text: string): (Label & { start: number })[] {
  const found: (Label & { start: number })[] = []
  let longLines = 0
  for (const { from, to } of linesOf(text)) {
    const label = labelAt(text, from, to)
    if (label && !(found.length === 0 && isHeading(text, label, to))) found.push({ ...label, start: from })
    else if (to - from > 30) longLines++
  }
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

/** Each line without the spaces before it. */
function* linesOf(text: string): Generator<{ from: number; to: number }> {
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const next = to + 1
    while (from < to && /[^\S\n]/.test(text.charAt(from))) from++
    yield { from, to }
    from = next
  }
}

const called = String.raw`((?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|bin|al)(?: (?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|bin|al)){1,3})`
const interviewed = new RegExp(
  String.raw`(?:[Ii]nterview(?:ed)? (?:with |of )?|[Tt]estimony of |[Ee]xamination of |[Cc]onversation with |([Tt]alks? (?:to|with) )|[Qq]uestions for |Q&A with |INTERVIEW: )([\p{Ll}][\p{L} ’'-]{0,60}? )?${called}`,
  'u',
)

/** Who answers, where a heading or the first lines say it. */
function answeredBy(text: string): string | undefined {
  const heading = interviewed.exec(text.slice(0, 600))
  const [, talks, role = '', guest] = heading ?? []
  if (guest && (!talks || isPerson(guest, role))) return tellName(guest)
  const match = headed.exec(text.slice(0, 200)) ?? sworn.exec(text.slice(0, 6000))
  if (match?.[1]) return tellName(match[1])
  const opening = text.slice(0, 600)
  const name = nameBefore(opening, Math.max(0, opening.search(speaking)))
  return name && tellName(name)
}

/** "Mirela Novak: “My father …”", above an interview. */
const headed = new RegExp(String.raw`^\s*${called}: ["“‘']`, 'u')
/** "The director Mirela Novak spoke to the Review": who answers. */
const speaking =
  /\b(?:(?:spoke|talked|speaks|sat down|sits down) (?:to|with)|talks to|answer(?:s|ed) (?:\p{L}+ )?questions from)\b/u

function nameBefore(text: string, at: number): string | undefined {
  const words = text
    .slice(0, at)
    .trimEnd()
    .replace(/,[^,]*,$/, '')
    .split(/\s+/)
    .slice(-6)
  const small = words.findLastIndex((word) => !/^\p{Lu}\p{L}/u.test(word) || places.has(word.toLowerCase()))
  const name = words.slice(small + 1).join(' ')
  return isPerson(name, words.slice(0, small + 1).join(' ')) ? name : undefined
}

/** "the director Mirela Novak", "Anna Berg", but not "New Zealand": what stands before the name, or a first name, tells. */
function isPerson(name: string, before: string): boolean {
  const [first = '', ...others] = name.toLowerCase().split(' ')
  const role =
    before
      .toLowerCase()
      .trim()
      .split(/[\s-]+/)
      .at(-1) ?? ''
  if (others.length === 0 || /[.:?!] /.test(name.replace(/(?<=\b\p{Lu})\. /gu, ' '))) return false
  return (
    [womensNames, mensNames, personTitles].some((words) => words.has(first)) ||
    [roleWords, offices].some((words) => words.has(role))
  )
}

/** "STEPHEN BLAINE, sworn". */
const sworn =
  /^(\p{Lu}[\p{Lu}’'.-]+(?: \p{Lu}[\p{Lu}’'.-]+){1,3}),? (?:\()?(?:duly |having been )?(?:sworn|affirmed|recalled)\b/mu

/** Questions in bold, or paragraphs that end in a question mark, each answered by the one the heading names. */
function findInterview(text: string, named: string | undefined): Turn[] | undefined {
  if (!named) return undefined
  const lines = [...linesOf(text)].filter(({ from, to }) => text.slice(from, to).trim() !== '')
  const asks = lines.map(
    ({ from, to }) => to - from < longestQuestion && /^(?:\*\*.+\*\*|[^“"].*\?)\s*$/su.test(text.slice(from, to)),
  )
  const first = asks.indexOf(true)
  if (asks.filter(Boolean).length < fewestTurns) return undefined
  const turns: Turn[] = []
  for (let at = first; at < lines.length; at++) {
    const { from, to } = lines[at]!
    const last = turns.at(-1)
    if (last && last.asks === asks[at]!) last.end = to
    else
      turns.push({
        start: from,
        end: to,
        label: { start: from, end: from },
        name: asks[at] ? null : named,
        role: null,
        words: from,
        asks: asks[at]!,
        sure: false,
      })
  }
  return turns
}

const speech = new RegExp(
  String.raw`^(?:[Tt]ranscript of |[Ff]ull text(?: of)?:? )?(?:(?:[Tt]he |[Aa]n? )?(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement|[Kk]eynote|[Ll]ecture|[Ss]ermon|[Tt]estimony)(?: [\p{Ll}]+){0,3} (?:by|of|from) (?<role>(?:[\p{L}]+ ){0,6}?)(?:the )?${called}|${called}(?:’s|'s) (?:[\p{Ll}]+ ){0,3}(?:speech|remarks|address|statement|lecture))`,
  'u',
)

/** "Remarks by the Governor Ana Berg": the rest is theirs, where it is spoken by an "I" or a "we". */
function findSpeech(text: string): Turn[] {
  const [heading] = linesOf(text)
  if (!heading || heading.to - heading.from > 160) return []
  const match = speech.exec(text.slice(heading.from, heading.to))
  const speaker = match?.[2] ?? match?.[3]
  const rest = text.slice(heading.to, heading.to + 3000)
  const spoken = (rest.match(/\b(?:I|we|We|our|my|you)\b/g) ?? []).length
  if (!match || !speaker || spoken < 3) return []
  const start = match[0].indexOf(speaker)
  return [
    {
      start: heading.to + 1,
      end: text.length,
      label: { start, end: start + speaker.length },
      name: lastNames(speaker),
      role: match.groups?.['role']?.trim() || null,
      words: heading.to + 1,
      asks: false,
      sure: true,
    },
  ]
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

import { offices, places } from '../lexicon/offices.ts'
import { mensNames, organisationWords, personTitles, roleWords, womensNames } from '../lexicon/source-words.ts'
import { type Turn, tellName } from './labels.ts'
import { linesOf } from './lines-of.ts'

const fewestQuestions = 2
const longestQuestion = 400

export const called = String.raw`((?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|bin|al)(?: (?:\p{Lu}[\p{L}’'.-]*|van|von|de|der|bin|al)){1,3})`
const interviewed = new RegExp(
  String.raw`(?:[Ii]nterview(?:ed)? (?:with |of )?|(?:[Tt]estimony|[Ee]xamination|[Dd]eposition) of |(?:TESTIMONY|EXAMINATION|DEPOSITION|INTERVIEW) OF |[Cc]onversation with |([Tt]alks? (?:to|with) )|[Qq]uestions for |Q&A with |INTERVIEW: )(?!(?:\p{Ll}+ ){0,3}by )([\p{Ll}][\p{L} ’'-]{0,60}? )?${called}`,
  'u',
)

/** Who answers, where a heading or the first lines say it. */
export function answeredBy(text: string): string | undefined {
  const heading = interviewed.exec(text.slice(0, 600))
  const [, talks, role = '', guest] = heading ?? []
  if (guest && (!talks || isPerson(guest, role))) return tellName(guest)
  const match = headed.exec(text.slice(0, 200)) ?? sworn.exec(text.slice(0, 6000))
  if (match?.[1]) return tellName(match[1])
  const opening = text.slice(0, 600)
  const name = nameBefore(opening, Math.max(0, opening.search(speaking))) ?? adviser.exec(text.slice(0, 120))?.[1]
  return name && tellName(name)
}

/** "Ask Dr Halloran": who answers letters. */
const adviser = new RegExp(String.raw`^[Aa]sk (?:[Tt]he )?${called}$`, 'mu')
const titled = new RegExp(String.raw`^(?:By|by|.*\b[Ww]ith) ${called}$`, 'mu')

/** "Your money, with Harriet Pole": who answers questions that others have signed. */
export function columnist(text: string, turns: readonly Turn[]): string | undefined {
  const isColumn = turns.some(({ asks, name }) => asks && name !== null)
  const name = isColumn ? titled.exec(text.slice(0, turns[0]?.start ?? 0))?.[1] : undefined
  return name && tellName(name)
}

const interviewer = new RegExp(String.raw`\b[Ii]nterview(?:ed)? by:? ${called}`, 'u')

/** Who asks: "Interview by Paul Denning". */
function askedBy(text: string): string | null {
  return interviewer.exec(text.slice(0, 1000))?.[1] ?? null
}

const opensSentence = new RegExp(String.raw`(?:^|[.!?] )${called}(?=,? \p{Ll})`, 'gmu')

/** The one person whom the lines above the first question are about. */
export function introducedIn(opening: string): string | undefined {
  const names = [...opening.matchAll(opensSentence)]
    .map(([, name = '']) => name)
    .filter((name) => {
      const words = name.toLowerCase().split(' ')
      return !words.some((word) => places.has(word) || organisationWords.has(word) || notFirst.has(word))
    })
  return new Set(names).size === 1 ? names[0] : undefined
}

const notFirst = new Set(
  'the a an in on at for from with when after before this that it its he she they we i'.split(' '),
)

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

const answering = /\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur)\b/

/** Questions in bold, or paragraphs that end in a question mark, each answered by the one the first lines name. */
export function findInterview(text: string, told: string | undefined): Turn[] | undefined {
  const lines = [...linesOf(text)].filter(({ from, to }) => text.slice(from, to).trim() !== '')
  const bold = lines.map(
    ({ from, to }) => to - from < longestQuestion && /^\*\*.+\*\*\s*$/su.test(text.slice(from, to)),
  )
  const isBold = bold.filter(Boolean).length >= fewestQuestions
  const asks = isBold
    ? bold
    : lines.map(({ from, to }) => to - from < longestQuestion && /^[^“"].*\?\s*$/su.test(text.slice(from, to)))
  const first = asks.indexOf(true)
  if (asks.filter(Boolean).length < fewestQuestions) return undefined
  const opening = text.slice(0, Math.min(lines[first]!.from, 1000))
  const named = told ?? introducedIn(opening) ?? null
  if (named === null && !isBold) return undefined
  // Common questions below a line about somebody are no interview: the one who answers says "I".
  const isTold = told !== undefined || isBold
  if (!isTold && !lines.some(({ from, to }, at) => at > first && !asks[at] && answering.test(text.slice(from, to))))
    return undefined
  const asker = askedBy(opening)
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
        name: asks[at] ? asker : named,
        role: null,
        words: from,
        asks: asks[at]!,
        sure: false,
      })
  }
  return turns
}

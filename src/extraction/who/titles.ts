import { fields, nationalities, offices, particles, peopleWords } from '../lexicon/offices.ts'
import { documentWords, groupWords, mensNames, roleWords, womensNames } from '../lexicon/source-words.ts'
import type { Token } from '../reading/token.ts'

const determiners = /^(?:the|a|an|his|her|its|their|our|this|that)$/

/** "The Prime Minister", "Home Secretary", "the Inspector-General of Police": what somebody is, without a name. */
export function isBareTitle(part: readonly Token[]): boolean {
  const end = part.findIndex((token, at) => at > 0 && (token.tag === 'ADP' || token.lower === 'of'))
  const head = end < 0 ? part : part.slice(0, end)
  const determined = determiners.test(head[0]?.lower ?? '')
  const words = determined ? head.slice(1) : head
  const last = words.at(-1)
  if (!last || !offices.has(last.lower)) return false
  const owner = words.findLastIndex((token) => token.tag === 'POSS')
  const before = words.slice(owner + 1, -1)
  if (before.every((token) => fields.has(token.lower) || nationalities.has(token.lower))) return true
  return determined && owner < 0 && before.length < 4 && !before.some((token) => particles.has(token.lower))
}

/** "Sources", "Lawyers for Hale": people in the plural, with a capital because the sentence opens with them. */
export function isPeople(part: readonly Token[]): boolean {
  const [first, second] = [part[0], part[1]]
  if (!first || !/^\p{Lu}\p{Ll}/u.test(first.text)) return false
  const known = peopleWords.has(first.lower) || groupWords.has(first.lower)
  if (!second) return known || documentWords.has(first.lower)
  if (second.tag === 'ADP' || /^(?:who|familiar|close|for|in|at|from|with|on|to)$/.test(second.lower))
    return known || roleWords.has(first.lower)
  if (second.tag === 'POSS' || /^['’]$/.test(second.text))
    return known && !part.slice(1).some(({ text }) => /^\p{Lu}/u.test(text))
  if (second.tag === 'VERB' && documentWords.has(first.lower)) return true
  // "Police spokesman Captain Ole Rask", "Police and Crime Commissioner Bob Hartle" are one.
  const office = second.lower === 'and' ? part.findLastIndex(({ lower }) => roleWords.has(lower)) : -1
  if (office > 1 && part[office + 1]?.tag === 'PROPN') return false
  return known && /^\p{Ll}/u.test(second.text) && !roleWords.has(second.lower)
}

/** "Mr Justice Hale", "Sir Ed": a title without which the rest is no name. */
export function isKnightly(before: Token | undefined, name: readonly Token[]): boolean {
  if (name.length !== 1 || !before) return false
  return /^(?:sir|dame|lord|lady|justice|baroness|pope|prince|princess|king|queen|sheikh|sister|brother|father|rabbi|imam)$/.test(
    before.lower,
  )
}

/** "Ann Lee and Bob Hale": two by name. */
export function isJoint(part: readonly Token[]): boolean {
  const and = part.findIndex((token) => token.tag === 'CCONJ' || token.lower === 'and')
  // "Pyke & Lowe" is one firm.
  if (and < 1 || and === part.length - 1 || (and === 1 && part[and]!.text === '&')) return false
  // "Police and Crime Commissioner Bob Hartle"
  const office = part.findLastIndex(({ lower }) => roleWords.has(lower))
  if (and === 1 && office > and + 1 && !mensNames.has(part[0]!.lower) && !womensNames.has(part[0]!.lower)) return false
  const [one, other] = [behindOffice(part.slice(0, and)), withoutRole(behindOffice(part.slice(and + 1)))]
  return one.every(isNamePart) && other.every(isNamePart) && one.length + other.length <= 8
}

/** "Council leader Ruth Ek": the name without the office. */
function behindOffice(part: readonly Token[]): readonly Token[] {
  const role = part.findLastIndex(({ lower }) => roleWords.has(lower))
  return role > 0 && part.length - role > 2 ? part.slice(role + 1) : part
}

/** "tenor Paul Ash": the second name without what they are. */
function withoutRole(part: readonly Token[]): readonly Token[] {
  const from = part.findIndex(({ text }) => /^\p{Lu}/u.test(text))
  return from > 0 && part.length - from > 1 && part.slice(0, from).every(({ tag }) => tag === 'NOUN' || tag === 'ADJ')
    ? part.slice(from)
    : part
}

function isNamePart({ text, tag, lower }: Token): boolean {
  if (particles.has(lower) || text === '-') return true
  return /^\p{Lu}[\p{Ll}’'.]/u.test(text) && tag !== 'PUNCT' && tag !== 'DET'
}

/** Where a name that reaches this far goes on: behind "van den", or a hyphen. */
export function overParticles(part: readonly Token[], at: number): number {
  let to = at
  while (to < part.length && to < at + 3 && particles.has(part[to]!.lower) && part[to]!.lower !== 'of') to++
  return to > at && part[to] && /^\p{Lu}/u.test(part[to]!.text) ? to : at
}

/** Owners and operators may be people or bodies. */
export const eitherWords = new Set(
  'owner operator maker builder developer manufacturer supplier contractor publisher landlord caterer buyer seller haulier retailer insurer lender producer organiser organizer bidder'.split(
    ' ',
  ),
)

/** "Track operator Netwest", "BlueRail": a name that only a firm has, or one word beside what may be a firm. */
export function isTradeName(part: readonly Token[], from: number, to: number): boolean {
  const { text, lower } = part[from]!
  if (to - from !== 1 || womensNames.has(lower) || mensNames.has(lower)) return false
  if (/^(?!Mc|Mac|Fitz|Di|De|La|Le|Du|Van|Al|Jo|Mary)\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(text)) return true
  if (part[from - 1]?.lower === 'operator' && operated.has(part[from - 2]?.lower ?? '')) return false
  return firms.has(part[from - 1]?.lower ?? '')
}

/** What one person operates. */
const operated = new Set('crane camera radio telephone switchboard machine drone digger forklift winch'.split(' '))

/** Of these, what is hardly ever one person. */
export const firms = new Set(
  'operator developer supplier contractor manufacturer retailer haulier insurer lender caterer'.split(' '),
)

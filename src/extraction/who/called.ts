import { fields, nationalities, places } from '../lexicon/offices.ts'
import type { Token } from '../reading/token.ts'
import { isTitle } from './mentions.ts'

/** "quoted him as saying": the pronoun as a subject. */
export const subjects = new Map([
  ['him', 'he'],
  ['his', 'he'],
  ['her', 'she'],
  ['them', 'they'],
  ['their', 'they'],
  ['its', 'it'],
])

/** Whom "a spokesman" or "earlier work" means was not mentioned before. */
export function isDetermined(first: Token | undefined): boolean {
  return (
    !!first &&
    (/^(?:the|this|that|these|those|his|her|its|their|our|my|both)$/.test(first.lower) || first.tag === 'PROPN')
  )
}

/** "the ministry" may be the "it" of a later sentence, though it has no proper name. */
export function plainName(text: string, tokens: readonly Token[], plural = false): string | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last && (tokens.length > 1 || first.tag === 'NOUN' || plural)
    ? text
        .slice(first.start, last.end)
        .replace(/\s+/g, ' ')
        .replace(
          /,\s+(?:who|which|whose|speaking|citing|(?:first |originally |previously )?(?:seen|\w+ed) by|led by|written by)\s.*$|(?<!\s)\s+who\s+(?:asked|wished|declined|requested|spoke|refused|wanted)\s.*$/,
          '',
        )
    : null
}

/** "the finance ministry" may later be called by its head, "ministry"; but "defence ministry" means another one. */
export function isCalled(name: string, head: string, qualifiers: readonly string[]): boolean {
  const lower = name.toLowerCase()
  return (
    lower.split(/,\s*|(?<!\s)\s+(?:and|&)\s+/).some((part) => headWord(part) === head) &&
    qualifiers.every((word) => lower.includes(word))
  )
}

/** The noun of a phrase: before "of", "for" and the like, or its last word. */
export function headWord(phrase: string): string {
  return lastWord(phrase.split(/(?<!\s)\s+(?:of|for|to|in|at|from|with|who|on|and)\s/)[0] ?? '')
}

export const determiners = /^(?:the|a|an|this|that|his|her|its|their|our|same|former|then|'s|’s)$/

/** "finance" in "the finance minister"; names and determiners qualify nothing. */
export function qualifiersOf(tokens: readonly Token[], head: string): string[] {
  const at = tokens.findIndex((token) => token.lower === head)
  if (at < 1) return []
  // "the secretary of labor" is not the press secretary.
  const field = /^(?:secretary|minister|commissioner|department|ministry)$/.test(head) && tokens[at + 1]?.lower === 'of'
  return (field ? [...tokens.slice(0, at), ...tokens.slice(at + 2)] : tokens.slice(0, at))
    .filter(
      (token) =>
        (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'PROPN') &&
        !determiners.test(token.lower) &&
        !nationalities.has(token.lower) &&
        !/^\p{Lu}\p{Ll}+(?:ian|ish|ese|ean)$/u.test(token.text),
    )
    .map((token) => token.lower)
}

export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
}

/** "Sir Marcus": a title and a first name. */
export function isKnighted(name: string): boolean {
  return /^(?:Sir|Dame|Lord|Lady)\s+\S+$/.test(name)
}

/** Two full names with one surname are two people. */
export function clashes(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((name) => name.split(' ')[0] ?? '')
  return one.includes(' ') && other.includes(' ') && a !== b && a.charAt(0) !== b.charAt(0)
}

/** "CEO Arlo Finch": what stands before a name. */
export function roleBefore(text: string, tokens: readonly Token[], at: number): string | null {
  let from = at
  const belongs = (token: Token) =>
    isTitle(token) || (from < at && fields.has(token.lower) && /^\p{Lu}/u.test(token.text))
  while (from > 0 && from > at - 4 && belongs(tokens[from - 1]!)) from--
  // "Former Prime Minister Olaf Sund" is not the prime minister.
  if ([tokens[from - 1], tokens[from]].some((token) => /^(?:former|ex|late)$/.test(token?.lower ?? ''))) return null
  return from < at ? text.slice(tokens[from]!.start, tokens[at - 1]!.end) : null
}

/** "Prime Minister" rather than "Minister". */
export function longer(role: string | null, before: string | null): string | null {
  return role && before?.endsWith(role) ? before : (role ?? before)
}

/** "Deputy Prime Minister" is not the prime minister, though a deputy minister may be called minister. */
export function isBelow(role: string, qualifiers: readonly string[]): boolean {
  const [below] = /^(?:deputy|vice|shadow|assistant)\b/.exec(role.toLowerCase()) ?? []
  return below !== undefined && qualifiers.length > 0 && !qualifiers.includes(below)
}

/** First names that places, clubs and firms have too: "Jordan" may be anything. */
export function mayBePlace(name: string): boolean {
  return places.has(name.toLowerCase()) || elsewhere.has(name.toLowerCase())
}

const elsewhere = new Set(
  `jordan georgia chad chelsea austin charlotte florence lincoln carolina dakota cheyenne savannah orlando phoenix madison
  victoria adelaide alberta regina kingston preston everton ford mercedes wells siena verona milan salem jackson houston`.split(
    /\s+/,
  ),
)

/** "An off-duty officer", "two officers": one without a name; or one that is told not to have any. */
export function unnamedOf(noun: string): RegExp {
  const word = noun.replace(/[^\p{L}]/gu, '.')
  return new RegExp(
    String.raw`\b(?:an?|one|another|two|three|several|some)\s(?:[\p{L}-]+\s){0,3}${word}s?\b|\b${word},?\s(?:who|whose|on)\b`,
    'iu',
  )
}

/** What somebody with such a role may be called besides it. */
const kinds = new Map([
  ['officer', /\b(?:inspector|sergeant|sgt|constable|superintendent|detective|det|garda|lieutenant|colonel)\b/i],
  ['lawyer', /\b(?:barrister|solicitor|attorney|advocate|counsel|prosecutor)\b/i],
  ['politician', /\b(?:minister|senator|mp|mep|councillor|congress(?:wo)?man|governor|mayor)\b/i],
  ['lawmaker', /\b(?:senator|mp|mep|congress(?:wo)?man|representative)\b/i],
  ['scientist', /\b(?:professor|prof|physicist|chemist|\w+ologist|astronomer|researcher)\b/i],
  ['professor', /\b(?:\w+ologist|expert|lecturer|historian|economist|physicist|chemist|academic|statistician)\b/i],
  ['expert', /\b(?:professor|prof|\w+ologist|statistician|researcher)\b/i],
  ['doctor', /\b(?:surgeon|physician|gp|consultant|paediatrician|medic|\w+ologist)\b/i],
  ['runner', /\b(?:sprinter|hurdler|steeplechase\w*|marathon\w*|champion|athlete|olympian)\b/i],
  [
    'athlete',
    /\b(?:runner|sprinter|hurdler|jumper|thrower|swimmer|rower|cyclist|skier|champion|olympian|steeplechase\w*)\b/i,
  ],
  ['rider', /\b(?:cyclist|jockey|champion)\b/i],
  ['champion', /\b(?:champion|medallist|winner)\b/i],
  ['soldier', /\b(?:private|corporal|sergeant|lieutenant|captain|major|veteran)\b/i],
  ['general', /\b(?:commander|chief of staff|general)\b/i],
  ['cleric', /\b(?:bishop|archbishop|imam|priest|vicar|rabbi|pastor|cardinal)\b/i],
  ['writer', /\b(?:novelist|author|poet|playwright|columnist|biographer)\b/i],
  ['author', /\b(?:novelist|writer|biographer)\b/i],
  ['singer', /\b(?:soprano|tenor|baritone|vocalist|frontman|songwriter)\b/i],
  ['musician', /\b(?:pianist|violinist|cellist|guitarist|drummer|composer|singer|songwriter)\b/i],
  ['analyst', /\b(?:strategist|economist)\b/i],
  ['economist', /\b(?:strategist|analyst)\b/i],
  ['activist', /\b(?:campaigner|organiser|organizer)\b/i],
  ['campaigner', /\b(?:activist|organiser|organizer)\b/i],
  ['businessman', /\b(?:entrepreneur|tycoon|magnate|owner|founder|chief executive|billionaire|millionaire)\b/i],
  ['billionaire', /\b(?:entrepreneur|tycoon|magnate|founder)\b/i],
  ['entrepreneur', /\b(?:founder|co-founder)\b/i],
  ['head', /\b(?:headteacher|head teacher|headmaster|headmistress|principal)\b/i],
  ['teacher', /\b(?:headteacher|head teacher|headmaster|headmistress|principal)\b/i],
  ['skipper', /\b(?:captain|trawlerman|master)\b/i],
  ['captain', /\b(?:skipper|master)\b/i],
  ['researcher', /\b(?:professor|prof|\w+ologist|scientist)\b/i],
  ['academic', /\b(?:professor|prof|lecturer|historian|\w+ologist|economist)\b/i],
  ['executive', /\b(?:chief executive|ceo|managing director|chair(?:man|woman)?)\b/i],
  ['player', /\b(?:striker|midfielder|defender|goalkeeper|winger|forward|captain)\b/i],
  ['diplomat', /\b(?:ambassador|envoy|consul|attaché)\b/i],
])

export function isOfKind(role: string | null, noun: string): boolean {
  return role !== null && (kinds.get(noun)?.test(role) ?? false)
}

import {
  documentWords,
  governmentWords,
  groupWords,
  mensNames,
  mensTitles,
  organisationWords,
  outletWords,
  personTitles,
  roleWords,
  womensNames,
  womensTitles,
} from '../lexicon/source-words.ts'
import { places } from '../lexicon/offices.ts'
import { isCalled } from '../reading/mended-words.ts'
import { isBody, isName, nameIn } from './name-in.ts'
import { eitherWords, firms, isBareTitle, isJoint, isKnightly, isPeople, isTradeName } from './titles.ts'
import type { SourceKind } from '../statement.ts'
import type { Token } from '../reading/token.ts'

export type Gender = 'she' | 'he' | undefined

/** What a noun phrase says about its source. */
export type Described = {
  name: string | null
  /** Whether it is a proper name, and not a description. */
  proper: boolean
  role: string | null
  kind: SourceKind
  gender: Gender
  /** The noun that says what the source is: "ministry", "officials". */
  head: string
  plural: boolean
}

/** Reads "the Kremlin's envoy to Afghanistan, Zamir Kabulov" into a name, a role and a kind. */
export function describeSource(text: string, given: readonly Token[]): Described {
  const tokens = withoutShares(withoutBracket(given))
  const words = tokens.filter(
    ({ text }, at) =>
      text !== '(' &&
      text !== ')' &&
      !(tokens[at - 1]?.text === '(' && (/^\p{Lu}{2,}s?$/u.test(text) || /^(?:retd|ret|rtd)\.?$/i.test(text))),
  )
  const minister = ministerOf(text, words)
  if (minister) return minister
  const parts = splitAtCommas(words)
  const head = headOf(parts[0] ?? [])
  if (isPeople(parts[0] ?? []) || isNamedAfter(parts[0] ?? [])) return unnamed(head, parts[0] ?? [], words)
  if (isJoint(parts[0] ?? []) && !isBody(parts[0]!.at(-1)!.lower)) {
    const name = textOf(text, parts[0]!)
    return { name, proper: false, role: null, kind: 'group', gender: undefined, head, plural: true }
  }
  const owned = parts[1]
  if (
    owned &&
    isDefinite(parts[0]!) &&
    owned.some(({ tag }) => tag === 'POSS') &&
    owned.every((token) => isName(token) || token.tag === 'POSS')
  ) {
    const name = textOf(text, owned)
    return { name, proper: true, role: null, kind: 'organisation', gender: undefined, head, plural: false }
  }
  for (const [at, part] of parts.entries()) {
    // "Dean, 40": nobody tells the age of an office.
    const aged = at === 0 && part.length === 1 && /^\d\d$/.test(parts[1]?.[0]?.text ?? '') && parts[1]!.length === 1
    const run = isBareTitle(part) && !aged ? undefined : nameIn(part)
    if (!run) continue
    const [from, to] = run
    const knightly = isKnightly(part[from - 1], part.slice(from, to))
    const sir = knightly ? (/^mrs?\.?$/.test(part[from - 2]?.lower ?? '') ? 2 : 1) : 0
    const name = textOf(text, part.slice(from - sir, to))
    const bare = part[0]!.lower === 'the' ? 1 : 0
    const wholeBody = from === bare && to === part.length && isBody(part[to - 1]!.lower)
    if (at > 0 && part[0]!.tag === 'VERB') continue
    const apposed = at > 0 && from === 0 && to === part.length && to === 1 && isDefinite(parts[0] ?? [])
    const beside = at > 0 && from === 0 && to === 1 && isSomebody(parts[0]!) && standsAlone(part)
    const titled =
      from > 0 &&
      (part.slice(0, from).every(({ lower }) => /^(?:the|late|then|now|former|retired|veteran)$/.test(lower)) ||
        personTitles.has(part[from - 1]!.lower) ||
        roleWords.has(part[from - 1]!.lower) ||
        (at > 0 && isTraded(part, from, to) && !isBody(head)))
    if (at > 0 && !isPersonName(part, from, to) && !wholeBody && !apposed && !beside && !titled) continue
    if (at > 0 && from > 0 && !wholeBody && !titled) continue
    const before = textOf(text, part.slice(0, from - sir - Number(from > 0 && isCalled(part[from - 1]!))))
    const others = parts.filter((_, index) => index !== at).map((other) => textOf(text, other))
    const after = textOf(text, part.slice(to)).replace(/^(?:of|from)\s/, '')
    const kind =
      apposed || (at > 0 && isOwner(parts[0]!))
        ? kindOfApposed(part[from]!, parts[0]!)
        : beside
          ? 'person'
          : kindOf(part, from, to, parts)
    if (kind !== 'person' && /^(?:an?|some|several|two|three)$/.test(part[0]!.lower)) break
    const roles = [before, ...others]
      .map(roleOf)
      .filter((role) => role.length > 1 && !/^(?:mrs?|ms|miss|dr|sir)\.?$/i.test(role))
    return {
      proper: true,
      name: kind === 'person' ? name : textOf(text, part.slice(startOfName(part, from), part.length)),
      role: kind === 'person' && (roles.length > 0 || after) ? roles.join(', ') || null : null,
      kind,
      gender: genderOf(words),
      head: kind === 'person' ? (part[to - 1]?.lower ?? head) : head,
      plural: false,
    }
  }
  return unnamed(head, parts[0] ?? [], words)
}

/** "Shares in Pellworth Foods fell": the name is the firm's. */
function withoutShares(tokens: readonly Token[]): readonly Token[] {
  const isShares =
    /^(?:shares|stock|stocks)$/.test(tokens[0]?.lower ?? '') && /^(?:in|of)$/.test(tokens[1]?.lower ?? '')
  return isShares && tokens.length > 2 ? tokens.slice(2) : tokens
}

/** "Cllr Beryl Cotgrove (Ind), who chairs it": what stands in brackets behind a name is no part of it. */
function withoutBracket(tokens: readonly Token[]): readonly Token[] {
  const open = tokens.findIndex(({ text }) => text === '(')
  const close = tokens.findIndex(({ text }, at) => at > open && text === ')')
  const behind = tokens[close < 0 ? tokens.length : close + 1]
  const isLast = open > 1 && tokens[open - 1]!.tag === 'PROPN' && (!behind || behind.text === ',')
  if (!isLast || (close < 0 && tokens.length - open > 4)) return tokens
  return [...tokens.slice(0, open), ...(close < 0 ? [] : tokens.slice(close + 1))]
}

/** "Clinton aides", "Opposition MPs": several people, called after somebody or something. */
function isNamedAfter(part: readonly Token[]): boolean {
  const end = part.findIndex(
    ({ tag }, at) => at > 0 && (tag === 'ADP' || (tag === 'VERB' && part[at + 1]?.tag === 'ADP')),
  )
  const last = part.at(end < 0 ? -1 : end - 1)
  if (part.length < 2 || !last || !/s$|men$|people$/.test(last.lower) || isBody(last.lower)) return false
  return (
    groupWords.has(last.lower) || (last.tag === 'NOUN' && /^\p{Ll}{3,}s$/u.test(last.text) && !/ss$/.test(last.text))
  )
}

function unnamed(head: string, part: readonly Token[], words: readonly Token[]): Described {
  const kind = isBareTitle(part) ? 'person' : commonKind(head, part)
  return { name: null, proper: false, role: null, kind, gender: genderOf(words), head, plural: kind === 'group' }
}

/** "Minister of Agriculture Stig Holm": a title with its field, then the name. */
function ministerOf(text: string, tokens: readonly Token[]): Described | undefined {
  const from = tokens[0]?.lower === 'the' ? 1 : 0
  const [title, of] = [tokens[from], tokens[from + 1]]
  if (!title || of?.lower !== 'of' || !(personTitles.has(title.lower) || roleWords.has(title.lower))) return undefined
  const rest = tokens.slice(from + 2)
  const end = rest.findIndex((token) => !isName(token))
  const names = end < 0 ? rest : rest.slice(0, end)
  if (names.length < 3 || names.length > 5 || isBody(names.at(-1)!.lower)) return undefined
  const name = names.slice(-2)
  return {
    name: textOf(text, name),
    proper: true,
    role: textOf(text, tokens.slice(from, from + 2 + names.length - 2)),
    kind: 'person',
    gender: genderOf(tokens),
    head: name[1]!.lower,
    plural: false,
  }
}

/** The role in words between commas: "who is a teacher", but not "who took office in January". */
function roleOf(words: string): string {
  const office =
    /^who (?:is|was|(?=heads|headed|leads|led|chairs|runs|ran|directs|represents|owns|founded)) ?(.*)$/s.exec(words)
  if (office) return office[1] ?? ''
  return /^(?:who|whose|which|speaking|citing)\b/.test(words) ? '' : words.replace(/(?<!\s)\s+who\s.*$/s, '')
}

/** "The owner, Nordline": one capitalised word beside what it is. */
function isDefinite(part: readonly Token[]): boolean {
  return part.length > 1 && /^(?:the|its|his|her|their)$/.test(part[0]!.lower) && !part.some(isName)
}

/** "A listener", "my neighbour": whose first name may stand beside. */
function isSomebody(part: readonly Token[]): boolean {
  const head = headOf(part)
  // "Moyle's sister, Paula"
  if (kin.has(head) && part.some(({ tag, lower }) => tag === 'POSS' || /^(?:his|her|their)$/.test(lower))) return true
  return (
    /^(?:an?|one|another|my|our)$/.test(part[0]!.lower) &&
    (roleWords.has(head) || /(?:er|or|man|woman|ist)$/.test(head)) &&
    !isBody(head)
  )
}

const kin = new Set(
  'sister brother mother father mum dad wife husband son daughter widow widower partner cousin uncle aunt friend neighbour neighbor girlfriend boyfriend fiancée fiancé grandmother grandfather niece nephew twin stepfather stepmother'.split(
    ' ',
  ),
)

/** "Colm", "Colm from Sligo", "@colm". */
function standsAlone(part: readonly Token[]): boolean {
  const [name, next] = part
  return !!name && !places.has(name.lower) && (!next || /^(?:from|of|in)$/.test(next.lower))
}

/** "The landlord, Crest Living", "The supplier, Dunn's Eggs": what may be a body, beside its name. */
function isOwner(part: readonly Token[]): boolean {
  return isDefinite(part) && eitherWords.has(headOf(part))
}

/** Owners and operators may be people or bodies; a typical first name decides. */
function kindOfApposed(name: Token, part: readonly Token[]): SourceKind {
  const head = headOf(part)
  if (womensNames.has(name.lower) || mensNames.has(name.lower)) return 'person'
  if (eitherWords.has(head)) return 'organisation'
  return commonKind(head, part) === 'unknown' ? 'person' : commonKind(head, part)
}

function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.text === ',') parts.push([])
    else parts.at(-1)!.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function isPersonName(part: readonly Token[], from: number, to: number): boolean {
  const length = to - from
  if (length < 2 || length > 4) return false
  return !part.slice(from, to).some((token) => isBody(token.lower))
}

/** "the statistician Colm Ash", "high jumper Ola Rem": what somebody does, and a full name. */
function isTraded(part: readonly Token[], from: number, to: number): boolean {
  const { tag, text, lower } = part[from - 1]!
  const mayBeTrade =
    tag === 'NOUN' && /^\p{Ll}/u.test(text) && /(?:er|or|ist|ian|man|woman|ant|eer|grapher)$/.test(lower)
  return mayBeTrade && to === part.length && isPersonName(part, from, to)
}

/** Of agencies, only those that deal in news are outlets. */
function isOutletWord(part: readonly Token[], at: number): boolean {
  const word = part[at]?.lower ?? ''
  return (
    outletWords.has(word) || (/^agenc(?:y|ies)$/.test(word) && /^(?:news|press|wire)$/.test(part[at - 1]?.lower ?? ''))
  )
}

function kindOf(part: readonly Token[], from: number, to: number, parts: readonly Token[][]): SourceKind {
  const last = part[to - 1]!.lower
  const first = part[from]!.lower
  if (to - from > 1 && (womensNames.has(first) || mensNames.has(first)) && !isBody(last)) return 'person'
  // "Dave Tranter of the Bakers' Union"
  const isOfSomething = from === 0 && to - from === 2 && part[to]?.lower === 'of' && part[to + 1]?.lower === 'the'
  if (isOfSomething && !part.slice(0, to).some(({ lower }) => isBody(lower) || groupWords.has(lower))) return 'person'
  if ((governmentWords.has(last) && to - from > 1) || (first === 'downing' && last === 'street')) return 'government'
  const before = part[from - 1]?.lower ?? ''
  if (isTradeName(part, from, to) || part.slice(from, to).some(({ text }) => text === '&')) return 'organisation'
  if (personTitles.has(before) || roleWords.has(before)) return 'person'
  const name = part.slice(from, to)
  if (groupWords.has(last)) return 'group'
  for (const token of name.toReversed()) {
    if (outletWords.has(token.lower)) return 'outlet'
    if (governmentWords.has(token.lower)) return 'government'
    if (organisationWords.has(token.lower)) return 'organisation'
    if (documentWords.has(token.lower)) return 'document'
  }
  if (isOutletWord(part, from - 1) || part[from - 1]?.lower === 'paper') return 'outlet'
  const rest = headOf(part.slice(to))
  const apposed = parts.find((other) => other !== part)
  if (rest && isBody(rest)) return commonKind(rest, part)
  if (apposed) {
    const head = headOf(apposed)
    const nearest = apposed.at(-1)!.lower
    // "An email from an analyst, Ida Moss": the name is the analyst's.
    if (isBody(head) && !(roleWords.has(nearest) && nearest !== head)) return commonKind(head, apposed)
  }
  if (part[0]?.lower === 'the' && from === 1 && name.length > 1) return 'organisation'
  if (name.length === 1 && /^\p{Lu}{2,}$/u.test(name[0]!.text)) return 'organisation'
  return 'person'
}

/** "the tabloid Kurier" is called Kurier, "the Harbour Authority" by both its words. */
function startOfName(part: readonly Token[], from: number): number {
  if (from > 0 && (isBody(part[from - 1]!.lower) || firms.has(part[from - 1]!.lower)) && !isName(part[from - 1]!))
    return from
  return part[0] && /^(?:the|a|an)$/i.test(part[0].text) ? 1 : 0
}

/** The noun before any "of", "with" or clause. */
function headOf(part: readonly Token[]): string {
  let head = ''
  for (const [at, token] of part.entries()) {
    if (
      at > 0 &&
      head &&
      (token.tag === 'ADP' || token.tag === 'VERB' || /^(?:who|that|which|familiar|with|to|close)$/.test(token.lower))
    )
      break
    if (
      token.tag === 'NOUN' ||
      token.tag === 'PROPN' ||
      token.tag === 'PRON' ||
      token.tag === 'DET' ||
      roleWords.has(token.lower) ||
      groupWords.has(token.lower)
    )
      head = token.lower
  }
  return head
}

function commonKind(head: string, part: readonly Token[]): SourceKind {
  if (groupWords.has(head)) return 'group'
  if (head === 'guard' && /^an?$/.test(part[0]?.lower ?? '')) return 'person'
  if (
    isOutletWord(
      part,
      part.findIndex((token) => token.lower === head),
    )
  )
    return 'outlet'
  if (documentWords.has(head)) return 'document'
  if (governmentWords.has(head)) return 'government'
  if (organisationWords.has(head)) return 'organisation'
  if (roleWords.has(head) || (/(?:ist|ographer|ician)$/.test(head) && !things.test(head))) return 'person'
  const first = part[0]?.lower ?? ''
  if (first === 'he' || first === 'she') return 'person'
  return /(?<!s|u|si|xi|ew)s$/.test(head) && head.length > 3 ? 'group' : 'unknown'
}

/** Words that end as "economist" does, and are nobody. */
const things =
  /^(?:(?:play|check|short|long|black|white|gr[ae]y|wish|watch|set|wait|hit)?list|twist|mist|gist|fist|wrist|heist|waist|hoist|grist|schist|whist|assist)$/

function genderOf(words: readonly Token[]): Gender {
  // "Rhonda Pike, whose son is 11": her son says nothing of her.
  const clause = words.findIndex(({ lower }) => /^(?:who|whose|whom|which)$/.test(lower))
  const tokens = clause > 0 ? words.slice(0, clause) : words
  for (const { lower } of tokens) {
    if (womensTitles.has(lower)) return 'she'
    if (mensTitles.has(lower)) return 'he'
  }
  for (const { tag, lower } of tokens) {
    if (tag !== 'PROPN') continue
    // "Jürgen" is in the list as "jurgen".
    const name = /^[a-z]+$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
    if (womensNames.has(name)) return 'she'
    if (mensNames.has(name)) return 'he'
  }
  return undefined
}

export function textOf(text: string, tokens: readonly Token[]): string {
  const first = tokens[0]
  return first ? text.slice(first.start, tokens.at(-1)!.end).replace(/\s+/g, ' ') : ''
}

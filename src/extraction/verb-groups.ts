import type { Form } from './lexicon/inflection.ts'
import { auxiliaries, negations, possessives, subjectPronouns } from './lexicon/small-words.ts'
import { documentWords } from './lexicon/source-words.ts'
import { findVerb, phrasalVerbs, verbCues } from './lexicon/verbs.ts'
import type { Token } from './reading/token.ts'

/** A verb with its auxiliaries and adverbs: "has repeatedly said". Indexes into the sentence's tokens. */
export type VerbGroup = {
  from: number
  to: number
  main: number
  lemma: string
  /** 'finite', 'ing' without an auxiliary, or 'to' and a verb. */
  form: 'finite' | 'ing' | 'to'
  passive: boolean
  negated: boolean
}

/** Verbs that only lead up to the next one: "continued to criticize". */
const leading = new Set('continue begin start proceed went going goes go seemed appeared tended tends tried'.split(' '))
const smallAdverbs = new Set(
  'also later then now once since still already even just first again always often too soon long ever both all previously instead only merely further not'.split(
    ' ',
  ),
)

export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at, groups.at(-1)?.to ?? 0)
    if (!group) continue
    groups.push(group)
    at = group.to - 1
  }
  return groups
}

/** What "another" alone may do. */
const speaks =
  /^(?:said|says|told|tells|wrote|writes|warned|warns|added|adds|claimed|claims|argued|argues|asked|asks|insisted|replied)$/

function groupAt(tokens: readonly Token[], at: number, floor: number): VerbGroup | undefined {
  const first = tokens[at]!
  if (first.quote >= 0) return undefined
  const to = first.lower === 'to' && isVerbAfterTo(tokens, at + 1)
  if (!to && !isAuxiliary(tokens, at) && !isVerb(tokens, at)) return undefined
  let end = at + 1
  let main = at
  let passive = false
  let beBefore = isBe(first)
  let negated = negations.has(first.lower)
  let open = to || isAuxiliary(tokens, at)
  while (open && end < tokens.length) {
    const token = tokens[end]!
    if (token.quote >= 0) break
    if (negations.has(token.lower)) negated = true
    if (isAuxiliary(tokens, end)) {
      main = end
      beBefore = isBe(token)
      end++
    } else if (isAdverb(token) && opensOn(tokens, end + 1)) end++
    else if (isVerb(tokens, end) || token.tag === 'VERB') {
      main = end
      passive = beBefore && /(?:ed|n|t|d|k|wn|ne)$/.test(token.lower) && !token.lower.endsWith('ing')
      end++
      open = false
    } else break
  }
  while (leading.has(tokens[main]!.lower) || leading.has(findVerb(tokens[main]!.lower)?.lemma ?? '')) {
    const skip = tokens[end]?.lower === 'on' ? 1 : 0
    if (tokens[end + skip]?.lower !== 'to' || !isVerbAfterTo(tokens, end + skip + 1)) break
    if (/^(?:seem|appear)/.test(tokens[main]!.lower) && !isSpeaking(tokens[end + skip + 1]!)) break
    main = end + skip + 1
    end = main + 1
  }
  let from = at
  while (from > floor && from > at - 3 && isAdverb(tokens[from - 1]!) && tokens[from - 1]!.quote < 0) from--
  const owned = from < at && (tokens[from - 1]?.tag === 'POSS' || possessives.has(tokens[from - 1]?.lower ?? ''))
  const determiner = tokens[from - 1]?.tag === 'DET' ? tokens[from - 1]!.lower : 'that'
  const another = determiner === 'another' && speaks.test(tokens[main]!.lower)
  if (owned || !(another || /^(?:which|that)$/.test(determiner))) return undefined
  for (let index = from; index < at; index++) if (negations.has(tokens[index]!.lower)) negated = true
  const word = tokens[main]!.lower
  const alone = main === at
  const phrasal = phrasalVerb(tokens, main, end)
  return {
    from,
    to: phrasal ? end + 1 : end,
    main,
    lemma: phrasal ?? findVerb(word)?.lemma ?? word,
    form: to
      ? 'to'
      : alone && word.endsWith('ing') && tokens[main]!.tag !== 'AUX' && word.length > 4
        ? 'ing'
        : 'finite',
    passive,
    negated,
  }
}

/** "pointed out", "put it": one verb, wherever its content stands. */
function phrasalVerb(tokens: readonly Token[], main: number, end: number): string | undefined {
  const next = tokens[end]
  const verb = next && next.quote < 0 ? `${findVerb(tokens[main]!.lower)?.lemma} ${next.lower}` : ''
  return phrasalVerbs.has(verb) ? verb : undefined
}

function isSpeaking(token: Token): boolean {
  return !!verbCues.get(findVerb(token.lower)?.lemma ?? '')?.some((cue) => cue.frames.includes('s'))
}

function isBe(token: Token): boolean {
  return /^(?:is|are|was|were|be|been|being|am|['’]s|['’]re|['’]m|get|got)$/.test(token.lower)
}

function isAdverb(token: Token): boolean {
  return (
    smallAdverbs.has(token.lower) || negations.has(token.lower) || (token.tag === 'ADV' && token.lower.endsWith('ly'))
  )
}

function opensOn(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(from + 3, tokens.length); at++) {
    const token = tokens[at]!
    if (token.quote >= 0) return false
    if (token.tag === 'VERB' || isAuxiliary(tokens, at) || isVerb(tokens, at)) return true
    if (!isAdverb(token)) return false
  }
  return false
}

export function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !auxiliaries.has(token.lower) || token.quote >= 0) return false
  if (token.lower === "'s" || token.lower === '’s') {
    const next = tokens[at + 1]
    if (token.tag === 'AUX') return true
    return !!next && /^(?:been|not|n't|a|the|going)$/.test(next.lower)
  }
  if (token.lower === 'will' || token.lower === 'may' || token.lower === 'might' || token.lower === 'can')
    return token.tag !== 'NOUN' && !(token.tag === 'PROPN' && token.text !== token.lower && at > 0)
  return true
}

function isVerbAfterTo(tokens: readonly Token[], at: number): boolean {
  let index = at
  while (index < at + 2 && tokens[index] && isAdverb(tokens[index]!)) index++
  const token = tokens[index]
  if (!token || token.quote >= 0) return false
  if (token.lower === 'be' || token.lower === 'have' || token.lower === 'do') return true
  if (token.tag === 'VERB') return !token.lower.endsWith('ing')
  return !!findVerb(token.lower)?.forms.includes('base') && (token.tag === 'NOUN' || token.tag === 'ADJ')
}

/** The tagger's word, mended where a cue verb may also be a noun: "plans to", "reports claim that". */
export function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.quote >= 0) return false
  const cue = findVerb(token.lower)
  if (!cue) return token.tag === 'VERB'
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (before && before.quote < 0) {
    if (/^(?:which|who)$/.test(before.lower) && cue.forms.includes('s') && token.tag === 'NOUN')
      return next?.lower === 'that'
    if (token.lower === 'points' && /^percent(?:age)?$/.test(before.lower)) return false
    if (subjectPronouns.has(before.lower)) return true
    if (before.lower === 'another' && speaks.test(token.lower)) return true
    // "friends of his say"
    if (
      tokens[at - 2]?.lower === 'of' &&
      /^(?:his|hers|theirs)$/.test(before.lower) &&
      /^(?:say|says|said|told)$/.test(token.lower)
    )
      return true
    if (before.tag === 'DET' || before.tag === 'POSS' || (possessives.has(before.lower) && before.lower !== 'her'))
      return false
    if (before.tag === 'ADP' && !onlyForm(cue.forms, 'ing') && before.lower !== 'like' && before.lower !== 'as')
      return false
    if (before.tag === 'ADJ' && token.tag === 'NOUN') return false
  }
  if (before?.lower === 'united' && token.lower === 'states') return false
  if (
    next?.tag === 'NOUN' &&
    /^(?:pledged|planned)$/.test(token.lower) &&
    /^(?:delegates|delegate|parenthood)$/.test(next.lower)
  )
    return false
  if (token.tag === 'VERB') {
    return !(before?.tag === 'ADJ' && next?.tag === 'ADP' && cue.forms.includes('s'))
  }
  if (token.tag === 'AUX') return true
  if (
    token.tag !== 'NOUN' &&
    token.tag !== 'PROPN' &&
    token.tag !== 'ADJ' &&
    token.tag !== 'ADP' &&
    token.tag !== 'ADV' &&
    token.tag !== 'X'
  )
    return false
  if (token.tag === 'ADJ' && before && isBe(before) && /^(?:to|that|by)$/.test(next?.lower ?? ''))
    return cue.forms[0] !== 'base'
  if (
    next?.lower === 'that' &&
    token.tag === 'NOUN' &&
    /^(?:shows?|suggests?|indicates?|reveals?|says?|states|records?)$/.test(token.lower)
  )
    return before?.tag === 'NOUN' || before?.tag === 'PROPN' || (before?.text === ',' && opensWithRecord(tokens))
  if (cue.forms[0] === 'participle' || cue.forms[0] === 'past')
    return token.tag === 'ADJ' && (hasObject(before, next) || leadsToThat(tokens, at))
      ? true
      : token.tag !== 'ADJ' && !!before && (before.tag !== 'PUNCT' || next?.tag !== 'NOUN')
  if (cue.forms[0] === 'ing')
    return before?.tag === 'PUNCT' && (token.tag !== 'NOUN' || (before.text === ',' && next?.lower === 'that'))
  const opens =
    !!next &&
    (next.quote >= 0 ||
      next.text === ':' ||
      /^(?:that|to|he|she|they|we|i|it|the|a|an|his|her|their|if|whether|how|why|what|no)$/.test(next.lower))
  if (closesAfterComma(tokens, at)) return true
  if (cue.forms.includes('s'))
    return (
      (before?.tag === 'PROPN' ||
        before?.tag === 'NOUN' ||
        before?.text === ')' ||
        (before?.tag === 'NUM' && tokens[at - 2]?.tag === 'PROPN')) &&
      (opens ||
        (token.tag === 'PROPN' && next?.tag === 'PROPN') ||
        (next?.text === ',' && (tokens[at + 2]?.quote ?? -1) >= 0) ||
        (/^(?:reports|says|claims|notes)$/.test(token.lower) &&
          opensClause(tokens, at + 1) &&
          !tokens.slice(0, at).some(({ tag }) => tag === 'VERB' || tag === 'AUX')))
    )
  const plural = before && /^(?:that|who|which)$/.test(before.lower) ? tokens[at - 2] : undefined
  // "people who support the bill"
  if (before?.lower === 'who' && token.tag === 'NOUN' && cue.forms.includes('base') && next?.tag === 'DET') return true
  // "which engineers say was unsafe"
  if (plain(before) && /^(?:which|who|that)$/.test(tokens[at - 2]?.lower ?? '') && next?.tag === 'AUX') return true
  if (plural?.tag === 'NOUN' && plural.lower.endsWith('s') && opens) return true
  if (before && opens && tokens[at - 2]?.lower === 'and' && before.tag === 'PROPN') return true
  return (
    (!!before &&
      /(?:s|media|police|percent|people|men|women)$/.test(before.lower) &&
      (before.tag === 'NOUN' || before.tag === 'PROPN') &&
      (opens || tokens[at - 2]?.text === ',' || (tells.test(token.lower) && opensClause(tokens, at + 1)))) ||
    (tells.test(token.lower) && (opens || opensClause(tokens, at + 1)) && isToldByRecords(tokens, at))
  )
}

/** "FEC records from that year show he …": the records stand some words before. */
function isToldByRecords(tokens: readonly Token[], at: number): boolean {
  if (!plain(tokens[at - 1]) || tokens.slice(0, at).some(({ tag, text }) => tag === 'AUX' || text === ',')) return false
  const records = tokens.findIndex(({ lower }) => recordWords.test(lower))
  const next = tokens[records + 1]
  return records >= 0 && records < at - 1 && (next?.tag === 'ADP' || next?.tag === 'VERB')
}

const recordWords =
  /^(?:records|reports|polls|results|figures|data|documents|surveys|papers|filings|studies|emails|e-mails|tapes|numbers|statistics|transcripts|minutes|accounts|estimates|projections)$/

/** "Minutes of the meeting, seen by the Ledger, record that": what is written stands first. */
function opensWithRecord(tokens: readonly Token[]): boolean {
  return tokens.slice(0, 5).some(({ lower }) => documentWords.has(lower))
}

/** What records, polls and people in the plural do. */
const tells = /^(?:show|suggest|indicate|reveal|say|claim|argue|note|report|estimate|warn|predict|point)$/

/** "records show Pate has …", "polls show two-thirds of …", "leaders point out that …": a name or a number begins what is told. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (!next || next.quote >= 0) return false
  return (
    next.tag === 'PROPN' ||
    next.tag === 'NUM' ||
    (next.lower === 'out' && tokens[at - 1]!.lower === 'point') ||
    /^(?:more|most|fewer|half|nearly|almost|about|at|there|only)$/.test(next.lower)
  )
}

/** "informed the court", "branded it “…”": a participle between a noun and an object is a verb. */
function hasObject(before: Token | undefined, next: Token | undefined): boolean {
  return (
    (before?.tag === 'NOUN' || before?.tag === 'PROPN' || /^(?:has|have|had)$/.test(before?.lower ?? '')) &&
    !!next &&
    (next.quote >= 0 || /^(?:the|an?|it|him|her|them|his|their|its|that)$/.test(next.lower))
  )
}

/** "Ojo, however, alleged that", "Ojo alleged in the House on Monday that": only a verb has a clause behind it. */
function leadsToThat(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || !(before.tag === 'NOUN' || before.tag === 'PROPN' || before.text === ',')) return false
  if (tokens[at + 1]?.lower === 'that') return true
  if (tokens[at + 1]?.tag !== 'ADP') return false
  const that = tokens.findIndex(({ lower }, index) => index > at && index < at + 9 && lower === 'that')
  return (
    that > 0 &&
    tokens.slice(at + 1, that).every((token) => token.quote < 0 && /^(?:ADP|DET|NOUN|PROPN|NUM|ADJ)$/.test(token.tag))
  )
}

/** "…, a study in the Lancet reports.": what ends the sentence behind a source is its verb. */
function closesAfterComma(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (!plain(before) || (next && !/^[.?!]$/.test(next.text))) return false
  const { lower } = tokens[at]!
  const plural = /s$/.test(before?.lower ?? '') && /^(?:show|suggest|say|claim|find|warn|argue|estimate)$/.test(lower)
  if (!plural && !/^(?:reports|shows|suggests|says|claims|finds|warns|argues|estimates)$/.test(lower)) return false
  const comma = tokens.findLastIndex(({ text }, index) => index < at && index > at - 16 && text === ',')
  return (
    comma > 2 &&
    (/^(?:an?|the)$/.test(tokens[comma + 1]?.lower ?? '') ||
      (plural && tokens.slice(comma + 1, at).every((token) => plain(token) || token.tag === 'ADJ'))) &&
    tokens.slice(0, comma).some(({ tag }) => tag === 'AUX' || tag === 'VERB')
  )
}

function plain(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' || token?.tag === 'PROPN'
}

function onlyForm(forms: readonly Form[], form: Form): boolean {
  return forms.length === 1 && forms[0] === form
}

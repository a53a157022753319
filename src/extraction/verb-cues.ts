import { findObject, skipAside } from './asides.ts'
import { aroundDay, findClauseEnd, findObjectEnd } from './contents.ts'
import { matchFrame } from './frames.ts'
import { peopleWords, places } from './lexicon/offices.ts'
import { relativePronouns, weekdays } from './lexicon/small-words.ts'
import { documentWords, roleWords } from './lexicon/source-words.ts'
import { type VerbCue, verbCues } from './lexicon/verbs.ts'
import { attributePassive } from './passives.ts'
import { findPhraseBefore } from './phrases.ts'
import { type Sentence, addDraft, quoteEnd, sayingCue } from './sentence-state.ts'
import { findSubject } from './who/subjects.ts'
import type { Token } from './reading/token.ts'
import { type VerbGroup, isAuxiliary } from './verb-groups.ts'

/** Verbs whose content comes after them. */
export function attributeVerbs(sentence: Sentence) {
  const { tokens, groups, taken } = sentence
  for (const group of groups) {
    if (taken[group.main]) continue
    for (const cue of verbCues.get(group.lemma) ?? []) {
      const particleEnd = matchParticle(tokens, group.to, cue)
      if (particleEnd < 0) continue
      if (
        group.passive
          ? attributePassive(sentence, group, cue, particleEnd)
          : attributeActive(sentence, group, cue, particleEnd)
      )
        break
    }
  }
  attributeDescribed(sentence)
}

/** "His friend Dov Alm is blunter: “Sell it.”": whom the words before the colon describe speaks behind it. */
function attributeDescribed(sentence: Sentence) {
  const { tokens, groups, taken } = sentence
  const colon = tokens.findIndex(({ text, quote }) => text === ':' && quote < 0)
  const first = tokens[colon + 1]
  if (colon < 2 || colon > 30 || !first || first.quote < 0 || taken[colon + 1]) return
  const to = quoteEnd(tokens, colon + 1, tokens.length)
  const before = groups.filter((group) => group.to <= colon)
  const group = before[0]
  if (!group || group.form !== 'finite' || before.length > 2 || to < tokens.length - 1 || sayingCue(group)) return
  if (tokens.slice(0, colon).some(({ quote }) => quote >= 0)) return
  // "Moss has a motto: “Peace.”": only behind how they are, or before a sentence of theirs.
  const isHow = colon - group.to < 4 && /^(?:is|are|was|were|’s|'s)$/.test(tokens[group.from]!.lower)
  if (!isHow && !isSaid(tokens.slice(colon + 1, to))) return
  const source = findPhraseBefore(tokens, group.from, 0)
  if (source?.from !== 0 || !maySpeak(tokens.slice(source.from, source.to))) return
  addDraft(sentence, {
    content: [{ from: colon + 1, to }],
    cue: { from: colon, to: colon + 1 },
    source,
    rule: 'label and colon',
  })
}

/** A sentence with its verb, and no title or motto. */
function isSaid(words: readonly Token[]): boolean {
  return words.length > 6 && words.some(({ tag }) => tag === 'VERB' || tag === 'AUX')
}

/** Somebody, and not "The sign" nor "It". */
function maySpeak(words: readonly Token[]): boolean {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (words.length === 1 && /^(?:he|she|they)$/.test(first.lower)) return true
  if (words.some(({ lower }) => documentWords.has(lower))) return false
  return roleWords.has(last.lower) || peopleWords.has(last.lower) || (last.tag === 'PROPN' && !places.has(last.lower))
}

function matchParticle(tokens: readonly Token[], from: number, cue: VerbCue): number {
  let at = from
  for (const word of cue.particle) {
    // "expressed deep concern about"
    if (tokens[at]?.tag === 'ADJ' && tokens[at]!.quote < 0 && tokens[at + 1]?.lower === word && at === from) at++
    if (tokens[at]?.lower !== word) return -1
    at++
  }
  // "admitted to her that": whom it was said to.
  const object = cue.particle.at(-1) === 'to' ? findObject(tokens, at, Math.min(tokens.length, at + 8)) : undefined
  const heard = object && skipAside(tokens, object.to, Math.min(tokens.length, object.to + 8), false).to
  if (heard && tokens[heard]?.lower === 'that' && cue.frames === 'n') return -1
  const dated = /^(?:on|in|of|at)$/.test(cue.particle.at(-1) ?? '') && isDateWord(tokens[at]?.lower ?? '')
  return dated ? -1 : at
}

function isDateWord(word: string): boolean {
  return (
    weekdays.has(word) ||
    /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d)$/.test(word)
  )
}

function attributeActive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  if (
    cue.lemma === 'ask' &&
    group.to - group.from === 1 &&
    /^(?:asked|pressed)$/.test(tokens[group.main]!.lower) &&
    tokens[after]?.lower !== 'that' &&
    isAskedOf(tokens, group.main)
  )
    return attributePassive(sentence, group, cue, after)
  if (cue.act === 'answers' && attributeAnswer(sentence, group, cue, after)) return true
  if (cue.frames === 'r') return attributeSeeming(sentence, group, cue, after)
  if (cue.lemma === 'ask' && asksToBeUnnamed(tokens, after)) return false
  if (attributeGap(sentence, group, cue, after)) return true
  if (attributeNamed(sentence, group, cue, after)) return true
  if (attributeColon(sentence, group, cue, after)) return true
  const found = matchFrame(sentence, cue, after)
  if (!found) return false
  const behind = subjectBehind(sentence, group, found.from)
  const source = behind?.source ?? findSubject(sentence, group)
  if (found.rule === 'clause without that' && !source) return false
  if (group.form === 'to' && perceiving.has(cue.lemma)) return false
  if (found.rule === 'what is spoken of' && !source && group.form !== 'ing') return false
  if (tokens[group.main - 1]?.text === '-') return false
  if (
    /^so-?called$/i.test(tokens[group.main]!.text) ||
    (group.lemma === 'call' && tokens[group.from - 1]?.lower === 'so')
  )
    return false
  const to =
    (behind ? Math.min(found.to ?? behind.end, behind.end) : found.to) ??
    Math.min(
      frontedEnd(sentence, group, found.from),
      relativeEnd(sentence, group, found.from),
      found.rule === 'what is spoken of' || found.rule === 'intention'
        ? findObjectEnd(tokens, found.from, groups)
        : findClauseEnd(tokens, found.from, groups),
    )
  const matrix =
    found.rule === 'what is spoken of' || found.rule === 'clause without that'
      ? verbBehind(sentence, group, found.from)
      : -1
  const until = matrix > found.from ? Math.min(to, matrix) : to
  if (until <= found.from || found.from >= end + 1) return false
  addDraft(sentence, {
    content: [
      ...(found.before ? [found.before] : []),
      ...(found.rule === 'what is spoken of'
        ? aroundDay(tokens, found.from, until)
        : [{ from: found.from, to: until }]),
    ],
    cue: { from: group.from, to: found.cueEnd ?? after },
    source,
    verb: cue,
    group,
    aside: found.aside,
    addressee: found.addressee,
    rule: found.rule,
  })
  return true
}

/** "Having announced that she would not sell, Petra Lund left": the speaker is the subject of what follows. */
function subjectBehind({ tokens, groups, end }: Sentence, group: VerbGroup, from: number) {
  if (group.from > 1 || !/ing$/.test(tokens[group.from]!.lower)) return undefined
  for (let comma = from + 1; comma < end; comma++) {
    if (tokens[comma]!.text !== ',' || (tokens[comma]!.quote >= 0 && tokens[comma + 1]?.quote === tokens[comma]!.quote))
      continue
    const verb = groups.find((other) => other.from > comma && other.form === 'finite')
    const source = verb && findPhraseBefore(tokens, verb.from, comma + 1)
    if (source?.from === comma + 1) return { source, end: comma }
  }
  return undefined
}

/**
 * "Economists who favor the tax agree that …", "members backing the bill have said": the verb of those whom the clause
 * describes ends it; -1 without one.
 */
function verbBehind({ tokens, groups }: Sentence, group: VerbGroup, from: number): number {
  const before = tokens[group.from - 1]
  const relative = /^(?:who|which|that)$/.test(before?.lower ?? '')
  const reduced = group.form === 'ing' && (before?.tag === 'NOUN' || before?.tag === 'PROPN')
  if (!(relative || reduced) || group.from < 2 || tokens[group.from - 2]!.text === ',') return -1
  if (groups.some((other) => other.to <= group.from && other.form === 'finite')) return -1
  const next = groups.find((other) => other.from > from && other.form === 'finite')
  if (!next || !(reduced || sayingCue(next))) return -1
  return /^(?:that|who|which|,)$/.test(tokens[next.from - 1]!.lower) ? -1 : next.from
}

/** "While the mayor said it was safe, the bridge closed": what a subordinate clause reports ends with that clause. */
function frontedEnd({ tokens, groups, end }: Sentence, group: VerbGroup, from: number): number {
  if (!frontedBy.has(tokens[0]!.lower) || groups.some((other) => other.to <= group.from && other.form === 'finite'))
    return end
  for (let at = from + 1; at < group.to + 60 && at < end; at++) {
    const [token, next] = [tokens[at]!, tokens[at + 1]]
    if (token.text !== ',' || !next) continue
    if (token.quote >= 0 && next.quote === token.quote) continue
    if (/^(?:and|or|which|who|but)$/.test(next.lower)) continue
    return groups.some((other) => other.from > at && other.form === 'finite') ? at : end
  }
  return end
}

/** "Barkley, who said he votes for the left, praised the right": what a clause between commas reports ends with it. */
function relativeEnd({ tokens, groups, end }: Sentence, group: VerbGroup, from: number): number {
  const relative = tokens.findLastIndex(
    ({ lower, quote }, at) => at < group.from && quote < 0 && /^(?:who|which|,)$/.test(lower),
  )
  const opening = tokens[relative - 1]
  if (relative < 1 || tokens[relative]!.text === ',' || !(opening?.text === ',' || opening?.tag === 'CCONJ')) return end
  for (const other of groups) {
    const comma = other.from - 1
    if (comma <= from || other.form !== 'finite') continue
    const mark = tokens[comma]!
    if (mark.text === ',' || (mark.quote >= 0 && tokens[comma - 1]!.text === ','))
      return mark.quote >= 0 ? other.from : comma
  }
  return end
}

const frontedBy = new Set('while although though after as when whereas if despite'.split(' '))

/** "a strike that executives said could hurt earnings": the content is the relative clause without the speaker. */
function attributeGap(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const next = groups.find((other) => other.from === after)
  if (
    !next ||
    next.form !== 'finite' ||
    group.form !== 'finite' ||
    !cue.frames.includes('s') ||
    cue.particle.length > 0
  )
    return false
  if (!isAuxiliary(tokens, next.from) && !/ed$|[^s]s$/.test(tokens[next.main]!.lower)) return false
  const phrase = findPhraseBefore(tokens, group.from, 0)
  const opens =
    phrase &&
    phrase.to - phrase.from > 1 &&
    /^(?:which|that|who|whom)$/.test(tokens[phrase.from]!.lower) &&
    tokens[phrase.from - 1]?.text === ','
  const source = opens ? { from: phrase.from + 1, to: phrase.to } : phrase
  if (!source || relativePronouns.has(tokens[source.from]!.lower)) return false
  // "Hale's claim that Ek lied was repeated": two clauses end beside one another.
  if (tokens.slice(source.from, source.to).some(({ lower }) => lower === 'that')) return false
  const relative = tokens[source.from - 1]
  const named = relative && /^(?:that|which|who|what)$/.test(relative.lower)
  const comma = tokens[source.from - 2]
  const antecedent = named && comma?.text === ',' ? findPhraseBefore(tokens, source.from - 2, 0) : undefined
  addDraft(sentence, {
    content: [
      ...(antecedent ? [antecedent] : named ? [{ from: source.from - 1, to: source.from }] : []),
      { from: after, to: findObjectEnd(tokens, after, groups) },
    ],
    cue: { from: group.from, to: after },
    source,
    verb: cue,
    group,
    rule: 'relative clause',
  })
  return end > after
}

/** "the old server, which he described as “an orchid,”": what is described stands before its clause. */
function attributeNamed(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const as =
    /^(?:describe|see|view|regard|dismiss|denounce|hail|deride)$/.test(cue.lemma) && tokens[after]?.lower === 'as'
  const names = /^(?:call|dub|label|brand|term|deem|consider)$/.test(cue.lemma)
  const from = as ? after + 1 : after
  if (!(as || names) || group.form !== 'finite' || from >= end || /^[,.]$/.test(tokens[from]!.text)) return false
  const phrase = findPhraseBefore(tokens, group.from, 0)
  // "over what police described as"
  const source =
    phrase && phrase.to - phrase.from > 1 && tokens[phrase.from]!.lower === 'what'
      ? { from: phrase.from + 1, to: phrase.to }
      : phrase
  const relative = source && tokens[source.from - 1]
  if (!source || !relative || !/^(?:which|that|whom|what)$/.test(relative.lower)) return false
  // "left for what the club called a record sum": nothing else is named so.
  const what = relative.lower === 'what'
  if (relative.tag === 'DET' && !what) return false
  const comma = tokens[source.from - 2]?.text === ','
  const named = what ? undefined : findPhraseBefore(tokens, source.from - (comma ? 2 : 1), 0)
  const first = tokens[from]!
  addDraft(sentence, {
    content: [
      ...(what ? [] : [named ?? { from: source.from - 1, to: source.from }]),
      { from, to: first.quote >= 0 ? quoteEnd(tokens, from, tokens.length) : findObjectEnd(tokens, from, groups) },
    ],
    cue: { from: group.from, to: from },
    source,
    verb: cue,
    group,
    rule: 'relative clause',
  })
  return true
}

/** "replied in the affirmative": the content is the question's words. */
function attributeAnswer(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens } = sentence
  const at = tokens.findIndex(
    (token, index) => index >= after && index < after + 3 && /^(?:affirmative|negative)$/.test(token.lower),
  )
  const source = findSubject(sentence, group)
  if (at < 0 || !source) return false
  const from = tokens.findIndex((token, index) => token.lower === 'whether' && index < source.from)
  const to = tokens[source.from - 1]?.text === ',' ? source.from - 1 : source.from
  if (from < 0 || to <= from) return false
  const answer = { ...group, negated: tokens[at]!.lower === 'negative' }
  addDraft(sentence, {
    content: [{ from, to }],
    cue: { from: group.from, to: at + 1 },
    source,
    verb: cue,
    group: answer,
    rule: 'question',
  })
  return true
}

/** "who asked not to be named": the reason for having no name, not a statement. */
function asksToBeUnnamed(tokens: readonly Token[], after: number): boolean {
  for (let at = after; at < after + 7 && at < tokens.length; at++)
    if (/^(?:named|identified|(?:sur)?names?|anonymity|unnamed)$/.test(tokens[at]!.lower)) return true
  return false
}

/** "denied the allegation on Instagram: “We gave everything.”": the quotation is what the denial says. */
function attributeColon(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups } = sentence
  const colon = tokens.findIndex((token, at) => at > after && at < after + 12 && token.text === ':' && token.quote < 0)
  const first = tokens[colon + 1]
  if (colon < 0 || !first || first.quote < 0 || group.negated) return false
  if (groups.some((other) => other.from > after && other.from < colon && other.form === 'finite')) return false
  if (tokens.slice(after, colon).some((token) => token.quote >= 0)) return false
  const source = findSubject(sentence, group)
  if (!source) return false
  addDraft(sentence, {
    content: [{ from: colon + 1, to: quoteEnd(tokens, colon + 1, tokens.length) }],
    cue: { from: group.from, to: after },
    source,
    verb: cue,
    group,
    aside: { from: after, to: colon },
    rule: 'speaker before a quotation',
  })
  return true
}

/** "Asked whether …", "When asked about …". */
function isAskedOf(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  // "The mayor, asked whether he knew, said", but not "Her deputy, Nia Prosser, asked why they had waited."
  const isAside = before?.text === ',' && tokens.some(({ text }, index) => index > at && text === ',')
  return !before || before.tag === 'SCONJ' || isAside || before.lower === 'when' || before.lower === 'if'
}

/** "appears to …", "seems likely": nobody is named who thinks so. */
function attributeSeeming(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const subject = findPhraseBefore(tokens, group.from, 0)
  const next = tokens[after]
  if (!subject || !next || after >= end || group.form !== 'finite') return false
  const clause = next.lower === 'that' || tokens[subject.from]!.lower === 'it'
  if (!clause && next.lower !== 'to' && next.tag !== 'ADJ' && next.tag !== 'VERB' && next.lower !== 'like') return false
  const to = clause ? findClauseEnd(tokens, after, groups) : findObjectEnd(tokens, after, groups)
  const content = clause ? [{ from: after, to }] : [subject, { from: after, to }]
  addDraft(sentence, {
    content,
    cue: { from: group.from, to: after },
    source: undefined,
    verb: cue,
    group,
    rule: 'expected of someone',
  })
  return true
}

/** "to see", "to find": what someone would do, not what they say. */
const perceiving = new Set('find see show know learn notice remember'.split(' '))

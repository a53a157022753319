import { skipAside } from './asides.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { matchFrame } from './frames.ts'
import { questionWords, relativePronouns, weekdays } from './lexicon/small-words.ts'
import { type VerbCue, verbCues } from './lexicon/verbs.ts'
import { findPhraseAfter, findPhraseBefore } from './phrases.ts'
import { type Sentence, addDraft, freeFrom, quoteEnd } from './sentence-state.ts'
import { findSubject } from './subjects.ts'
import type { Token } from './tokens.ts'
import { type VerbGroup, isAuxiliary } from './verb-groups.ts'

/** Verbs whose content stands after them. */
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
}

function matchParticle(tokens: readonly Token[], from: number, cue: VerbCue): number {
  let at = from
  for (const word of cue.particle) {
    if (tokens[at]?.lower !== word) return -1
    at++
  }
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
    isAskedOf(tokens, group.main)
  )
    return attributePassive(sentence, group, cue, after)
  if (cue.act === 'answers' && attributeAnswer(sentence, group, cue, after)) return true
  if (cue.frames === 'r') return attributeSeeming(sentence, group, cue, after)
  if (cue.lemma === 'ask' && asksToBeUnnamed(tokens, after)) return false
  if (attributeGap(sentence, group, cue, after)) return true
  const found = matchFrame(sentence, cue, after)
  if (!found) return false
  const source = findSubject(sentence, group)
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
    found.to ??
    Math.min(
      frontedEnd(sentence, group, found.from),
      found.rule === 'what is spoken of' || found.rule === 'intention'
        ? findObjectEnd(tokens, found.from, groups)
        : findClauseEnd(tokens, found.from, groups),
    )
  if (to <= found.from || found.from >= end + 1) return false
  addDraft(sentence, {
    content: [...(found.before ? [found.before] : []), { from: found.from, to }],
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

/** "was quoted as saying": the one quoted spoke. */
function attributeQuoted(sentence: Sentence, group: VerbGroup): boolean {
  const { tokens, groups, end } = sentence
  const inserted =
    tokens[group.to]?.lower === 'by'
      ? tokens.findIndex((token, at) => at > group.to && at < group.to + 10 && token.lower === 'as')
      : group.to
  const [as, saying] = [tokens[inserted], tokens[inserted + 1]]
  if (
    !/^(?:quote|cite|report)$/.test(group.lemma) ||
    as?.lower !== 'as' ||
    !/^(?:saying|telling)$/.test(saying?.lower ?? '')
  )
    return false
  const speaker = findPhraseBefore(tokens, group.from, 0)
  if (!speaker) return false
  const after = inserted + 2
  const by = tokens[after]?.lower === 'by' ? findPhraseAfter(tokens, after + 1, end) : undefined
  const from = skipAside(tokens, by ? by.to : after, end, false).to
  const mark = speaker.from - 1
  const before = freeFrom(sentence, Math.max(0, mark))
  const content =
    mark > before && (tokens[mark]!.text === ',' || tokens[mark]!.quote >= 0)
      ? { from: before, to: tokens[mark]!.quote >= 0 ? mark + 1 : mark }
      : { from: tokens[from]?.text === ',' || tokens[from]?.text === ':' ? from + 1 : from, to: 0 }
  content.to ||=
    tokens[content.from] && tokens[content.from]!.quote >= 0
      ? quoteEnd(tokens, content.from, tokens.length)
      : findClauseEnd(tokens, content.from, groups)
  if (content.from >= content.to) return false
  addDraft(sentence, {
    content: [content],
    cue: { from: group.from, to: after },
    source: speaker,
    group: { ...group, main: inserted + 1 },
    rule: mark > before ? 'quotation before the speaker' : 'that-clause',
  })
  return true
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

const frontedBy = new Set('while although though after as when whereas if despite'.split(' '))

/** "a strike that executives said could hurt earnings": what is said is the relative clause without them. */
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
  const source = findPhraseBefore(tokens, group.from, 0)
  if (!source || relativePronouns.has(tokens[source.from]!.lower)) return false
  const relative = tokens[source.from - 1]
  const named = relative && /^(?:that|which|who|what)$/.test(relative.lower)
  addDraft(sentence, {
    content: [
      ...(named ? [{ from: source.from - 1, to: source.from }] : []),
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

/** "replied in the affirmative": what is said are the words of the question. */
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

/** "who asked not to be named": why a source has no name, and not what it said. */
function asksToBeUnnamed(tokens: readonly Token[], after: number): boolean {
  for (let at = after; at < after + 7 && at < tokens.length; at++)
    if (/^(?:named|identified|names?|anonymity|unnamed)$/.test(tokens[at]!.lower)) return true
  return false
}

/** "Asked whether …", "When asked about …". */
function isAskedOf(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return !before || before.tag === 'SCONJ' || before.text === ',' || before.lower === 'when' || before.lower === 'if'
}

/** "appears to …", "seems likely": nobody says who thinks so. */
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

/** "is expected to …", "was asked whether …", "was criticized by …". */
function attributePassive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const subject = findPhraseBefore(tokens, group.from, 0)
  const next = tokens[after]
  if (!next) return false
  if (attributeQuoted(sentence, group)) return true
  if (next.lower === 'by' && tokens[after + 1] && cue.lemma !== 'ask') {
    const source = findPhraseAfter(tokens, after + 1, end)
    if (!source || !subject || !cue.frames.includes('n')) return false
    addDraft(sentence, {
      content: [subject],
      cue: { from: group.from, to: after },
      source,
      verb: cue,
      group,
      rule: 'what is spoken of',
    })
    return true
  }
  if (cue.lemma === 'ask' && next.lower !== 'about' && !questionWords.has(next.lower)) {
    const aside = skipAside(tokens, after, Math.min(end, after + 14), next.lower !== 'by')
    const word = tokens[aside.to]
    if (word && aside.to > after && questionWords.has(word.lower)) {
      addDraft(sentence, {
        content: [{ from: aside.to, to: findClauseEnd(tokens, aside.to, groups) }],
        cue: { from: group.from, to: after },
        source: next.lower === 'by' ? findPhraseAfter(tokens, after + 1, aside.to) : undefined,
        verb: cue,
        group,
        rule: 'question',
        addressee: subject,
      })
      return true
    }
  }
  if (cue.lemma === 'ask' && (questionWords.has(next.lower) || next.lower === 'about' || cue.particle.length > 0)) {
    const from = next.lower === 'about' ? after + 1 : after
    addDraft(sentence, {
      content: [
        {
          from,
          to: questionEnd(sentence, group, from, !questionWords.has(next.lower)),
        },
      ],
      cue: { from: group.from, to: from },
      source: undefined,
      verb: cue,
      group,
      rule: 'question',
      addressee: subject,
    })
    return true
  }
  if (next.lower === 'that' && subject && tokens[subject.from]!.lower === 'it' && cue.frames.includes('s')) {
    addDraft(sentence, {
      content: [{ from: after, to: findClauseEnd(tokens, after, groups) }],
      cue: { from: group.from, to: after },
      source: undefined,
      verb: cue,
      group,
      rule: 'expected of someone',
    })
    return true
  }
  if (next.lower === 'to' && subject && /^(?:expect|say|believe|think|know|allege|report|suppose)$/.test(cue.lemma)) {
    addDraft(sentence, {
      content: [subject, { from: after, to: findObjectEnd(tokens, after, groups) }],
      cue: { from: group.from, to: after },
      source: undefined,
      verb: cue,
      group,
      rule: 'expected of someone',
    })
    return true
  }
  return false
}

/** A question that opens its sentence ends at the comma before the answer. */
function questionEnd({ tokens, groups }: Sentence, group: VerbGroup, from: number, phrase: boolean): number {
  const end = phrase ? findObjectEnd(tokens, from, groups) : findClauseEnd(tokens, from, groups)
  if (group.from > 1) return end
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',' && token.quote < 0)
  return comma > 0 ? Math.min(end, comma) : end
}

/** "to see", "to find": what someone would do, not what they say. */
const perceiving = new Set('find see show know learn notice remember'.split(' '))

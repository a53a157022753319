import { skipAside } from './asides.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { peopleWords } from './lexicon/offices.ts'
import { questionWords } from './lexicon/small-words.ts'
import { isSourceWord } from './lexicon/source-words.ts'
import type { VerbCue } from './lexicon/verbs.ts'
import { headOf, isTime } from './phrase-parts.ts'
import { type Range, findPhraseAfter, findPhraseBefore } from './phrases.ts'
import type { Token } from './reading/token.ts'
import { type Sentence, addDraft, quoteEnd } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'

/** "is expected to …", "was asked whether …", "was criticized by …". */
export function attributePassive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const subject = findPhraseBefore(tokens, group.from, 0)
  const next = tokens[after]
  if (!next) return false
  const addQuestion = (asked: Range, cueEnd: number, source?: Range) => {
    const cueRange = { from: group.from, to: cueEnd }
    addDraft(sentence, {
      content: [asked],
      cue: cueRange,
      source,
      verb: cue,
      group,
      rule: 'question',
      addressee: subject,
    })
    return true
  }
  if (next.lower === 'by' && tokens[after + 1] && cue.lemma !== 'ask') {
    const source = findPhraseAfter(tokens, after + 1, end)
    if (!source || !subject || isTime(tokens.slice(source.from, source.to))) return false
    if (attributeItPassed(sentence, group, cue, subject, source)) return true
    if (!cue.frames.includes('n')) return false
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
  const mark = /^[,:]$/.test(next.text) && next.quote < 0 ? after + 1 : after
  if (cue.lemma === 'ask' && tokens[mark] && tokens[mark].quote >= 0 && subject) {
    return addQuestion({ from: mark, to: quoteEnd(tokens, mark, tokens.length) }, after)
  }
  if (cue.lemma === 'ask' && next.lower !== 'about' && !questionWords.has(next.lower)) {
    const aside = skipAside(tokens, after, Math.min(end, after + 14), next.lower !== 'by')
    const word = tokens[aside.to]
    if (word && aside.to > after && questionWords.has(word.lower)) {
      const asker = next.lower === 'by' ? findPhraseAfter(tokens, after + 1, aside.to) : undefined
      return addQuestion({ from: aside.to, to: findClauseEnd(tokens, aside.to, groups) }, after, asker)
    }
  }
  if (cue.lemma === 'ask' && (questionWords.has(next.lower) || next.lower === 'about' || cue.particle.length > 0)) {
    const from = next.lower === 'about' ? after + 1 : after
    return addQuestion({ from, to: questionEnd(sentence, group, from, !questionWords.has(next.lower)) }, from)
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
  const judged = judgedAs(tokens, cue, after)
  if (judged >= 0 && subject && judged < end) {
    const by = tokens.findIndex(({ lower, quote }, at) => at >= judged && at < end && quote < 0 && lower === 'by')
    const to = findObjectEnd(tokens, judged, groups)
    const judge = by > judged && by < to ? findPhraseAfter(tokens, by + 1, end) : undefined
    const source = judge && mayJudge(tokens, judge) ? judge : undefined
    addDraft(sentence, {
      content: [subject, { from: judged, to: source ? by : to }],
      cue: { from: group.from, to: cue.lemma === 'accuse' ? after : judged },
      source,
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

/** "It was reported by local media that …" */
function attributeItPassed(sentence: Sentence, group: VerbGroup, cue: VerbCue, subject: Range, by: Range): boolean {
  const { tokens, groups, end } = sentence
  const that = tokens.findIndex(({ lower }, at) => at > by.from && at <= by.to + 8 && at < end && lower === 'that')
  if (tokens[subject.from]!.lower !== 'it' || that < 0 || !/[sw]/.test(cue.frames)) return false
  const to = Math.min(by.to, that)
  addDraft(sentence, {
    content: [{ from: that, to: findClauseEnd(tokens, that, groups) }],
    cue: { from: group.from, to: group.to },
    source: { from: by.from, to },
    aside: { from: to, to: that },
    verb: cue,
    group,
    rule: 'that-clause',
  })
  return true
}

/** "is accused of …", "was widely seen as …", "is considered a threat": where it is told what is thought of the subject; -1 else. */
function judgedAs(tokens: readonly Token[], { lemma }: VerbCue, after: number): number {
  const next = tokens[after]!
  if (lemma === 'accuse') return next.lower === 'of' ? after : -1
  if (/^(?:view|see|regard|describe|perceive|portray|consider|hail|denounce|criticize|criticise|dismiss)$/.test(lemma))
    return next.lower === 'as'
      ? after + 1
      : lemma === 'consider' && next.quote < 0 && /^(?:DET|ADJ|ADV)$/.test(next.tag)
        ? after
        : -1
  return -1
}

/** "seen as safe by many", but not "by night" nor "by the river". */
function mayJudge(tokens: readonly Token[], phrase: Range): boolean {
  if (isTime(tokens.slice(phrase.from, phrase.to))) return false
  const { lower, tag } = headOf(tokens.slice(phrase.from, phrase.to))
  return (
    tag === 'PROPN' ||
    tag === 'PRON' ||
    isSourceWord(lower) ||
    peopleWords.has(lower) ||
    /^(?:person|people|public)$/.test(lower)
  )
}

/** A question that opens its sentence ends at the comma before the answer. */
function questionEnd({ tokens, groups }: Sentence, group: VerbGroup, from: number, phrase: boolean): number {
  const end = phrase ? findObjectEnd(tokens, from, groups) : findClauseEnd(tokens, from, groups)
  if (group.from > 1) return end
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',' && token.quote < 0)
  return comma > 0 ? Math.min(end, comma) : end
}

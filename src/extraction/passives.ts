import { skipAside } from './asides.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { questionWords } from './lexicon/small-words.ts'
import type { VerbCue } from './lexicon/verbs.ts'
import { findPhraseAfter, findPhraseBefore } from './phrases.ts'
import { type Sentence, addDraft, freeFrom, quoteEnd } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'

/** "is expected to …", "was asked whether …", "was criticized by …". */
export function attributePassive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
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

/** A question that opens its sentence ends at the comma before the answer. */
function questionEnd({ tokens, groups }: Sentence, group: VerbGroup, from: number, phrase: boolean): number {
  const end = phrase ? findObjectEnd(tokens, from, groups) : findClauseEnd(tokens, from, groups)
  if (group.from > 1) return end
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',' && token.quote < 0)
  return comma > 0 ? Math.min(end, comma) : end
}

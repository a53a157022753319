import { adjectiveCues } from './lexicon/adjectives.ts'
import { findSubject } from './who/subjects.ts'
import type { VerbGroup } from './verb-groups.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { hiddenSources } from './lexicon/small-words.ts'
import { type Range } from './phrases.ts'
import { type Sentence, addDraft } from './sentence-state.ts'
import type { Token } from './reading/token.ts'

/** "reportedly", "allegedly": the clause has an unnamed speaker. */
export function attributeHidden(sentence: Sentence) {
  const { tokens, end, taken, groups } = sentence
  for (let at = 0; at < end; at++) {
    const token = tokens[at]!
    if (taken[at] || token.quote >= 0 || !hiddenSources.has(token.lower)) continue
    const from = clauseBegin(sentence, at)
    const to = findObjectEnd(tokens, at, groups)
    const content: Range[] = []
    if (at > from) content.push({ from, to: at })
    if (to > at + 1) content.push({ from: at + 1, to })
    if (content.length > 0)
      addDraft(sentence, {
        content,
        cue: { from: at, to: at + 1 },
        source: undefined,
        rule: 'hidden source',
        cueWord: token.lower,
        kind: 'doubt',
      })
  }
}

function clauseBegin(sentence: Sentence, at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const token = sentence.tokens[index]!
    if (token.quote < 0 && (token.text === ',' || token.text === ';' || token.text === ':' || sentence.taken[index]))
      return index + 1
  }
  return 0
}

/** "is convinced that …", "are worried about …". */
export function attributeAdjectives(sentence: Sentence) {
  const { tokens, end, taken, groups } = sentence
  for (const group of groups) {
    const at = adjectiveAt(tokens, group)
    const next = tokens[at + 1]
    if (at < 0 || taken[at] || !next || at + 1 >= end || group.form !== 'finite') continue
    const clause = next.lower === 'that'
    const plan =
      next.lower === 'to' &&
      /^(?:eager|willing|unwilling|reluctant|ready|determined|prepared|committed|keen|afraid)$/.test(tokens[at]!.lower)
    const topic = /^(?:of|about|with|at|by|in|on)$/.test(next.lower) && !!tokens[at + 2] && at + 2 < end
    const bare =
      !clause &&
      !plan &&
      /^(?:convinced|confident|sure|certain|afraid|glad|hopeful|worried|positive|adamant|aware|persuaded)$/.test(
        tokens[at]!.lower,
      ) &&
      /^(?:PRON|DET|PROPN|NOUN)$/.test(next.tag) &&
      groups.some((other) => other.from > at + 1 && other.from < at + 9 && other.to <= end && other.form === 'finite')
    if (!clause && !plan && !topic && !bare) continue
    const source = findSubject(sentence, group)
    if (!source) continue
    const from = topic ? at + 2 : at + 1
    const to = clause || bare ? findClauseEnd(tokens, from, groups) : findObjectEnd(tokens, from, groups)
    addDraft(sentence, {
      content: [{ from, to }],
      cue: { from: group.from, to: topic ? at + 2 : at + 1 },
      source,
      group,
      rule: 'state of mind',
      cueWord: tokens[at]!.lower,
    })
  }
}

/** The adjective that a form of "be" or "seem" leads to, over an adverb; -1 where there is none. */
function adjectiveAt(tokens: readonly Token[], group: VerbGroup): number {
  if (adjectiveCues.has(tokens[group.main]!.lower)) return group.passive ? group.main : -1
  if (
    !/^(?:is|are|was|were|be|been|am|seem|seems|seemed|feel|feels|felt|remain|remains|remained|'s|'re|’s|’re|grew|became)$/.test(
      tokens[group.main]!.lower,
    )
  )
    return -1
  let at = group.to
  while (at < group.to + 2 && tokens[at]?.tag === 'ADV') at++
  const token = tokens[at]
  return token && token.quote < 0 && adjectiveCues.has(token.lower) ? at : -1
}

import type { Draft, RuleName } from './drafts.ts'

/** Measured by rule on the training articles and rounded by hand: the share of suggestions that were right. */
const measured: Record<RuleName, number> = {
  'quotation before the speaker': 0.93,
  'speaker before a quotation': 0.82,
  'quotation on its own': 0.5,
  'clause before the speaker': 0.6,
  'that-clause': 0.76,
  'clause without that': 0.55,
  'relative clause': 0.6,
  question: 0.65,
  intention: 0.44,
  'what is spoken of': 0.45,
  'judged as': 0.5,
  'expected of someone': 0.6,
  'state of mind': 0.5,
  'according to': 0.7,
  'noun of saying': 0.35,
  'hidden source': 0.2,
  'label and colon': 0.5,
  transcript: 0.85,
  'words in quotation marks': 0.4,
  'quotation without attribution': 0.4,
}

const plainest = /^(?:said|says|told|added|wrote|noted|announced|argued|warned|explained|acknowledged)$/

/** What the plainest verbs of saying add to a rule. */
const gained: Partial<Record<RuleName, number>> = {
  'that-clause': 0.08,
  'clause without that': 0.23,
  'clause before the speaker': 0.11,
  'speaker before a quotation': 0.04,
}

/** How likely an editor is to accept the suggestion as it stands. */
export function judgeConfidence(draft: Draft): number {
  let confidence = measured[draft.rule]
  const plain = plainest.test(draft.cueWord)
  if (plain) confidence += gained[draft.rule] ?? 0
  if (!plain && draft.rule === 'quotation before the speaker') confidence -= 0.06
  if (draft.source.length === 0 && draft.rule !== 'hidden source') confidence -= 0.15
  return Math.round(Math.min(0.97, Math.max(0.1, confidence)) * 100) / 100
}

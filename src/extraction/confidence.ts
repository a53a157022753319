import type { Draft, RuleName } from './drafts.ts'

/** Measured by rule on the training articles and rounded by hand: the share of suggestions that were right. */
const measured: Record<RuleName, number> = {
  'quotation before the speaker': 0.93,
  'speaker before a quotation': 0.85,
  'quotation on its own': 0.5,
  'clause before the speaker': 0.65,
  'that-clause': 0.8,
  'clause without that': 0.7,
  question: 0.6,
  intention: 0.45,
  'what is spoken of': 0.5,
  'judged as': 0.5,
  'expected of someone': 0.5,
  'state of mind': 0.45,
  'according to': 0.75,
  'noun of saying': 0.4,
  'hidden source': 0.25,
  'label and colon': 0.5,
  transcript: 0.9,
  'words in quotation marks': 0.4,
  'quotation without attribution': 0.4,
}

const plainest = /^(?:said|says|told|added|wrote|noted|announced|argued|warned|explained|acknowledged)$/

/** How likely an editor is to accept the suggestion as it stands. */
export function judgeConfidence(draft: Draft): number {
  let confidence = measured[draft.rule]
  if (plainest.test(draft.cueWord) && (draft.rule === 'that-clause' || draft.rule === 'clause without that'))
    confidence += 0.08
  if (draft.rule === 'speaker before a quotation' && plainest.test(draft.cueWord)) confidence += 0.04
  if (draft.source.length === 0 && draft.rule !== 'hidden source') confidence -= 0.15
  return Math.round(Math.min(0.97, Math.max(0.1, confidence)) * 100) / 100
}

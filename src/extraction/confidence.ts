import type { Draft, RuleName } from './drafts.ts'

/** Measured by rule on the training articles and rounded by hand: the share of suggestions that were right. */
export const measured: Record<RuleName, number> = {
  'quotation before the speaker': 0.93,
  'speaker before a quotation': 0.84,
  'clause before the speaker': 0.5,
  'that-clause': 0.79,
  'clause without that': 0.61,
  'relative clause': 0.42,
  question: 0.65,
  intention: 0.46,
  'what is spoken of': 0.48,
  'judged as': 0.5,
  'expected of someone': 0.46,
  'state of mind': 0.53,
  'according to': 0.71,
  'noun of saying': 0.38,
  'hidden source': 0.17,
  'label and colon': 0.85,
  transcript: 0.75,
  'name beside a quotation': 0.85,
  'quotation carried over': 0.62,
  'quotation without attribution': 0.4,
}

const plainest = /^(?:said|says|told|added|wrote|noted|announced|argued|warned|explained|acknowledged)$/

/** What the plainest verbs of saying add to a rule. */
const gained: Partial<Record<RuleName, number>> = {
  'that-clause': 0.1,
  'clause without that': 0.22,
  'clause before the speaker': 0.24,
  'speaker before a quotation': 0.02,
}

/** In characters; a clause longer than this has often run into the reporter's own words. */
const longClause = 150

/** How likely an editor is to accept the suggestion as it stands. */
export function judgeConfidence(draft: Draft): number {
  let confidence = measured[draft.rule]
  const plain = plainest.test(draft.cueWord)
  if (plain) confidence += gained[draft.rule] ?? 0
  if (!plain && draft.rule === 'quotation before the speaker') confidence -= 0.06
  if (isLongClause(draft)) confidence -= 0.13
  if (draft.source.length === 0 && draft.rule !== 'hidden source') confidence -= 0.15
  return Math.round(Math.min(0.97, Math.max(0.1, confidence)) * 100) / 100
}

function isLongClause({ rule, content }: Draft): boolean {
  if (rule !== 'that-clause' && rule !== 'clause without that') return false
  return content.reduce((length, piece) => length + piece.end - piece.start, 0) > longClause
}

import { indexText } from '../anchoring/code-points.ts'
import { findAttributions } from './attributions.ts'
import type { Draft } from './drafts.ts'
import { tellLanguage } from './language.ts'
import { findQuotations } from './quotations.ts'
import { splitSentences } from './sentences.ts'
import type { Extraction, Statement } from './statement.ts'
import { readParagraphs } from './tokens.ts'

export type Circumstances = { publishedOn?: string; publisher?: string }

export function extractStatements(text: string, circumstances: Circumstances = {}): Extraction {
  void circumstances
  const language = tellLanguage(text)
  const quotations = findQuotations(text)
  const drafts: Draft[] = []
  for (const paragraph of readParagraphs(text, quotations)) {
    let last: Draft | undefined
    for (const sentence of splitSentences(paragraph, quotations)) {
      const first = sentence[0]!
      const quotation = quotations[first.quote]
      const whole = quotation && sentence.every((token) => token.quote >= 0)
      if (whole && last) {
        last.content.push({ start: first.start, end: sentence.at(-1)!.end })
        continue
      }
      const found = findAttributions(sentence)
      drafts.push(...found)
      last =
        found.findLast(
          (draft) => draft.rule === 'quotation before the speaker' || draft.rule === 'speaker before a quotation',
        ) ??
        found.at(-1) ??
        last
    }
  }
  const index = indexText(text)
  const span = ({ start, end }: { start: number; end: number }) => ({
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  })
  const statements = drafts.map((draft): Statement => ({
    content: draft.content.map(span),
    cue: draft.cue.map(span),
    source: draft.source.map(span),
    mode: 'indirect',
    act: draft.act,
    polarity: draft.negated ? 'negative' : 'positive',
    hedge: draft.hedge,
    rule: draft.rule,
    reason: draft.rule,
    confidence: 0.5,
    hops: [],
  }))
  return { language, statements }
}

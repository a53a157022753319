import { buildChain } from './chains.ts'
import { judgeConfidence } from './confidence.ts'
import type { Draft, Surroundings } from './drafts.ts'
import type { Quotation } from './reading/quotations.ts'
import { giveReason } from './reasons.ts'
import type { Mode, Span, Statement } from './statement.ts'

export function statementOf(draft: Draft, around: Surroundings, quotations: readonly Quotation[]): Statement {
  const chain = buildChain(draft, around)
  const hidden = chain.hops.find(
    (hop) => hop.cue && /^(?:reportedly|allegedly|supposedly|purportedly|apparently)$/i.test(hop.cue.text),
  )
  return {
    content: sorted(chain.content).flatMap(around.spans),
    cue: chain.cue.map(around.span),
    source: chain.source.map(around.span),
    mode: modeOf(chain.content, chain.draft, quotations),
    act: chain.draft.act,
    polarity: draft.negated ? 'negative' : 'positive',
    hedge: hidden?.cue?.text.toLowerCase() ?? (/^(?:appear|seem)/.test(draft.cueWord) ? draft.cueWord : null),
    rule: draft.rule,
    reason: giveReason(draft),
    confidence: judgeConfidence(draft),
    hops: chain.hops,
  }
}

function sorted(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Direct where all of it is quoted, mixed where some is. */
function modeOf(content: readonly Span[], { tokens }: Draft, quotations: readonly Quotation[]): Mode {
  let [quoted, plain] = [0, 0]
  for (const token of tokens) {
    if (token.tag === 'PUNCT' || !content.some((piece) => token.start >= piece.start && token.end <= piece.end))
      continue
    if (token.quote >= 0 && quotations[token.quote]) quoted++
    else plain++
  }
  if (quoted === 0) return 'indirect'
  if (plain > 0) return plain <= 4 && quoted <= 3 ? 'words' : 'mixed'
  return quoted <= 2 ? 'words' : 'direct'
}

/** "…, citing a letter": where that is a step of a statement's chain, it is no statement of its own. */
export function withoutEchoes(statements: Statement[]): Statement[] {
  const steps = new Set(
    statements.flatMap(({ hops }) => (hops.length > 1 ? hops.map((hop) => hop.cue?.start ?? -1) : [])),
  )
  return statements.filter(({ hops, cue }) => hops.length > 1 || !steps.has(cue[0]?.start ?? -2))
}

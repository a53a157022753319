import { findVerb } from '../lexicon/verbs.ts'
import type { Token } from './token.ts'

/** Verbs of saying that the tagger takes for adjectives and nouns: "had informed", "Tanabe reports in", "its report quotes". */
export function mendVerbs(tokens: readonly Token[]) {
  for (let at = 1; at < tokens.length - 1; at++) {
    const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
    if (token.tag === 'ADJ' && isPast(before, token, next)) token.tag = 'VERB'
    // "the agency's thinking told": what somebody owns is no verb.
    if (token.tag === 'VERB' && before.tag === 'POSS' && /ing$/.test(token.lower) && next.tag === 'VERB')
      token.tag = 'NOUN'
    if (token.tag === 'NOUN' && present.test(token.lower) && isPresent(tokens, at)) token.tag = 'VERB'
  }
}

const objects = new Set('me us him them you'.split(' '))

/** "The firm informed us", "they had informed both sides": the past of a verb of saying is no adjective there. */
function isPast(before: Token, token: Token, next: Token): boolean {
  if (before.quote !== token.quote) return false
  if (token.lower === 'said') return before.tag !== 'DET'
  if (!/^\p{Ll}+ed$/u.test(token.text) || !findVerb(token.lower)?.forms.includes('past')) return false
  if (/^(?:had|has|have)$/.test(before.lower)) return /^(?:DET|PRON|PROPN|NOUN)$/.test(next.tag)
  if (!/^(?:NOUN|PROPN|PRON)$/.test(before.tag)) return false
  return objects.has(next.lower) || (token.lower === 'informed' && next.tag === 'NOUN')
}

const present =
  /^(?:claims|reports|quotes|cites|points|notes|states|shows|finds|warns|argues|insists|suggests|recalls|remarks|comments|estimates|records|details|counters|stresses|hints)$/

/** "Feld, who was not there, points out that": behind a subject and before a clause, with no verb of its own between. */
function isPresent(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!
  if (!(before.text === ',' || /^(?:NOUN|PROPN)$/.test(before.tag)) || before.quote >= 0) return false
  // "his claims", "the claims": a plural that stands alone; but "the report claims".
  if (before.text !== ',' && /[^s]s$/.test(before.lower) && before.tag === 'NOUN') return false
  // "In Kent, reports that it had fallen": behind what is fronted stands a subject.
  if (before.text === ',' && /^(?:ADP|SCONJ|ADV)$/.test(tokens[beginOf(tokens, at)]!.tag)) return false
  if (quoting.test(tokens[at]!.lower) && quotesSomebody(tokens, at)) return true
  for (let that = at + 1; that < Math.min(tokens.length - 1, at + 12); that++) {
    const { tag, lower, text } = tokens[that]!
    if (lower === 'that') return beginsClause(tokens, that + 1)
    if (/^(?:VERB|AUX)$/.test(tag) || /^[.,;:?!]$/.test(text) || /^(?:who|which)$/.test(lower)) return false
    if (before.text === ',' && that > at + 2) return false
  }
  return false
}

/** A sentence that begins further before is not looked through. */
const reach = 40

function beginOf(tokens: readonly Token[], at: number): number {
  let begin = at
  while (begin > 0 && begin > at - reach && !/^[.?!]$/.test(tokens[begin - 1]!.text)) begin--
  return begin
}

const quoting = /^(?:quotes|cites)$/

/** "quotes one midwife as saying". */
function quotesSomebody(tokens: readonly Token[], at: number): boolean {
  for (let as = at + 2; as < Math.min(tokens.length - 1, at + 14); as++) {
    if (tokens[as]!.lower === 'as') return /ing$/.test(tokens[as + 1]!.lower)
    if (/^(?:VERB|AUX)$/.test(tokens[as]!.tag) || /^[.;:?!]$/.test(tokens[as]!.text)) return false
  }
  return false
}

/** "that the sample was small", but neither "that were denied" nor "that many lives". */
function beginsClause(tokens: readonly Token[], at: number): boolean {
  const { tag, quote } = tokens[at]!
  if (quote >= 0) return true
  const acts = tokens.slice(at + 1, at + 14).some((token) => /^(?:VERB|AUX)$/.test(token.tag))
  return acts && /^(?:DET|PRON|NOUN|PROPN|ADJ|NUM|ADV)$/.test(tag)
}

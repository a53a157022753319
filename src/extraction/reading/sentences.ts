import type { Token } from './token.ts'
import type { Quotation } from './quotations.ts'
import { findVerb } from '../lexicon/verbs.ts'

/** Longer sentences are cut, so that searching within one stays cheap. */
const longest = 250

/** Sentences as pieces of a paragraph's tokens; a quotation stays in the sentence that introduces it. */
export function splitSentences(tokens: readonly Token[], quotations: readonly Quotation[]): Token[][] {
  const sentences: Token[][] = []
  let sentence: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    sentence.push(token)
    if (
      endsSentence(tokens, at, quotations) ||
      (sentence.length >= longest && token.tag === 'PUNCT') ||
      sentence.length >= 2 * longest
    ) {
      sentences.push(sentence)
      sentence = []
    }
  }
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}

function endsSentence(tokens: readonly Token[], at: number, quotations: readonly Quotation[]): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (!next) return true
  if (token.quote < 0) {
    if (!isTerminator(token)) return false
    return !isTerminator(next) && (next.start > token.end || next.quote >= 0) && !/^[\p{Ll}),;]/u.test(next.text)
  }
  const quotation = quotations[token.quote]
  if (!quotation || token.end <= quotation.innerEnd || !quotation.closed) return false
  const last = tokens[at - 1]
  // “No.” comes as one word, like an abbreviation.
  if (!last || !/[.?!…]$/.test(last.text) || /^[\p{Ll},;:)―—–-]/u.test(next.text)) return false
  if (/^(?:He|She|They|It|We|I)$/.test(next.text) && tokens[at + 3]?.text === ',') return true
  return next.quote >= 0 || !isFollowedBySpeaker(tokens, at + 1)
}

/** "X?" the minister asked: soon after comes a verb of saying and then a stop. */
function isFollowedBySpeaker(tokens: readonly Token[], from: number): boolean {
  // "In another, she asks whether": what comes behind a comma has begun a sentence of its own.
  const fronted = /^(?:ADP|SCONJ|CCONJ|ADV)$/.test(tokens[from]!.tag)
  for (let at = from; at < Math.min(tokens.length, from + 8); at++) {
    const token = tokens[at]!
    if (fronted && token.text === ',') return false
    if (token.quote >= 0 || isTerminator(token)) return false
    if (token.lower === 'not' || token.lower === 'n’t' || token.lower === "n't") return false
    if (speaking.has(findVerb(token.lower)?.lemma ?? '') && at > from) {
      const after = tokens[at + 1]
      return (
        !after ||
        isTerminator(after) ||
        after.text === ',' ||
        (after.tag === 'ADP' && after.lower !== 'whether') ||
        after.lower === 'reporters'
      )
    }
  }
  return false
}

const speaking = new Set(
  'say ask add reply tell write wonder shout exclaim respond continue tweet query quip joke insist declare recall explain observe remark demand retort counter'.split(
    ' ',
  ),
)

export function isTerminator(token: Token): boolean {
  return token.text === '.' || token.text === '?' || token.text === '!' || token.text === '…' || token.text === '...'
}

import { type Range } from './phrases.ts'
import { type Sentence, addDraft, quoteEnd } from './sentence-state.ts'
import type { Token } from './reading/token.ts'

/** Longer labels are sentences. */
const longest = 14

/** "“…” — Ana Berg", "Ana Berg (Lab): “…”", "And from Lund: “…”", "@anaberg: “…”". */
export function attributeSigned(sentence: Sentence) {
  const { tokens } = sentence
  const first = tokens.findIndex(({ quote }) => quote >= 0)
  if (first < 0) return
  const to = quoteEnd(tokens, first, tokens.length)
  if (attributePut(sentence, { from: first, to })) return
  const before = labelBefore(sentence, first)
  if (before)
    return add(sentence, { from: first, to: lastQuoted(tokens, first, to) }, before, { from: first - 1, to: first })
  const after = first === 0 || isMark(tokens[0]!) ? signature(sentence, lastQuoted(tokens, first, to)) : undefined
  if (after)
    add(sentence, { from: first, to: lastQuoted(tokens, first, to) }, after, { from: after.from - 1, to: after.from })
}

/** "“…,” was how Marchetti put it." */
function attributePut(sentence: Sentence, quoted: Range): boolean {
  const { tokens } = sentence
  const how = tokens[quoted.to]?.text === ',' ? quoted.to + 1 : quoted.to
  if (!/^(?:was|is)$/.test(tokens[how]?.lower ?? '') || tokens[how + 1]?.lower !== 'how') return false
  const put = tokens.findIndex(
    ({ lower }, at) =>
      at > how + 2 && at < how + 14 && /^(?:put|puts|described|summed|phrased|summarised)$/.test(lower),
  )
  if (put < 0) return false
  const source = { from: how + 2, to: put }
  addDraft(sentence, {
    content: [quoted],
    cue: { from: put, to: put + 1 },
    source,
    rule: 'quotation before the speaker',
  })
  return true
}

function add(sentence: Sentence, content: Range, source: Range, cue: Range) {
  addDraft(sentence, {
    content: [content],
    cue,
    source,
    rule: 'name beside a quotation',
    cueWord: sentence.tokens[cue.from]!.lower,
  })
}

/** Quotations that follow one another are one. */
function lastQuoted(tokens: readonly Token[], first: number, to: number): number {
  let end = to
  while (tokens[end] && tokens[end]!.quote >= 0) end = quoteEnd(tokens, end, tokens.length)
  return end
}

function labelBefore({ tokens, groups }: Sentence, first: number): Range | undefined {
  const end = endOfLabel(tokens, first - 1)
  if (tokens[first - 1]?.text !== ':' || end > longest || first > 3 * longest) return undefined
  // "Said Ellis: “…”"
  const inverted = /^(?:said|says|added|adds|wrote|writes)$/.test(tokens[0]!.lower) ? 1 : 0
  if (groups.some(({ from, form }) => from >= inverted && from < end && form === 'finite')) return undefined
  let from = inverted
  while (
    from < end &&
    (isMark(tokens[from]!) || /^(?:and|also|then|this|from|here|is|finally|or|\d+\.?|\.|\))$/.test(tokens[from]!.lower))
  )
    from++
  const to = endOfName(tokens, from, end)
  return to > from && isNamed(tokens.slice(from, to)) ? { from, to } : undefined
}

/** "From Idris Vaughan, who chairs the council:" tells more of them behind the comma. */
function endOfLabel(tokens: readonly Token[], colon: number): number {
  const at = tokens.findIndex(
    ({ text }, index) => index < colon && text === ',' && /^(?:who|whose|which)$/.test(tokens[index + 1]!.lower),
  )
  // "The mayor, who is 50, was blunt:" goes on.
  const goesOn = tokens.slice(at + 1, colon).some(({ text }) => text === ',')
  return at > 0 && !goesOn ? at : colon
}

/** The name, without "on Twitter" and the like behind it. */
function endOfName(tokens: readonly Token[], from: number, end: number): number {
  const at = tokens.findIndex((token, index) => index > from && index < end && /^(?:on|via|in|at)$/.test(token.lower))
  return at > 0 ? at : end
}

/** Behind a dash, a name with what they are and where, and no sentence. */
function signature({ tokens, groups, end }: Sentence, after: number): Range | undefined {
  let from = after
  while (from < end && isMark(tokens[from]!)) from++
  if (from === after || from >= end || end - from > longest) return undefined
  if (groups.some((group) => group.from >= from && group.form === 'finite')) return undefined
  let to = tokens.findIndex(({ text }, at) => at > from && /^[([]$/.test(text))
  if (to < 0 || to > end) to = end
  return isNamed(tokens.slice(from, to)) ? { from, to } : undefined
}

function isMark({ text }: Token): boolean {
  return /^(?:[–—―•*·-]|--)$/.test(text)
}

function isNamed(words: readonly Token[]): boolean {
  return (
    words.length > 0 &&
    // "On Monday: “…”" says when.
    words[0]!.tag !== 'ADP' &&
    (/^[\p{Lu}@]/u.test(words[0]!.text) || /^(?:a|an|the|one|another)$/.test(words[0]!.lower)) &&
    words.every(({ quote }) => quote < 0)
  )
}

import { type Sentence, addDraft, quoteEnd, sayingCue } from './sentence-state.ts'

/** Longer than this, a text's first sentence is no headline. */
const longest = 30

/** Labels that say what kind of text follows, not who speaks. */
const kinds = new Set(
  'update updated exclusive video watch live opinion analysis editorial breaking correction photos interview transcript review explainer factbox timeline abstract latest byline boom revealed bombshell wow look notice exposed'.split(
    ' ',
  ),
)

/** "Said Ellis: “…”" is read with the quotation. */
const saidFirst = /^(?:Said|Says|Added|Adds|Wrote|Writes)$/

/** "Mayor: Bridge will open in May" over an article. */
export function attributeHeadline(sentence: Sentence) {
  const { tokens, end } = sentence
  if (end > longest || attributeQuotedHeadline(sentence)) return
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 5 || colon + 3 > end) return
  const label = tokens.slice(0, colon)
  if (!label.every((token) => token.quote < 0 && /^\p{Lu}|^(?:of|for|the|in)$/u.test(token.text))) return
  // "On Monday: …", "At a glance: …" say when and where.
  if (label[0]!.tag === 'ADP') return
  if (saidFirst.test(label[0]!.text) && colon > 1 && tokens[colon + 1]!.quote >= 0) return
  if (label.some((token) => kinds.has(token.lower)) || /\d/.test(tokens[colon + 1]!.text)) return
  addDraft(sentence, {
    content: [{ from: colon + 1, to: end }],
    cue: { from: colon, to: colon + 1 },
    source: { from: 0, to: colon },
    rule: 'label and colon',
    cueWord: ':',
  })
}

/** "‘I am not finished’: Corrie vows to return": the quotation is whoever's deed follows. */
function attributeQuotedHeadline(sentence: Sentence): boolean {
  const { tokens, groups } = sentence
  if ((tokens[0]?.quote ?? -1) < 0) return false
  const colon = quoteEnd(tokens, 0, tokens.length)
  const group = groups.find(({ from, form }) => from > colon + 1 && form === 'finite')
  if (tokens[colon]?.text !== ':' || !group || group.from > colon + 6 || !sayingCue(group)) return false
  const source = { from: colon + 1, to: group.from }
  if (!tokens.slice(source.from, source.to).every(({ tag, text }) => tag === 'PROPN' && /^\p{Lu}/u.test(text)))
    return false
  addDraft(sentence, {
    content: [{ from: 0, to: colon }],
    cue: { from: group.from, to: group.to },
    source,
    group,
    rule: 'quotation before the speaker',
  })
  return true
}

import { type Sentence, addDraft } from './sentence-state.ts'

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
  if (end > longest) return
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

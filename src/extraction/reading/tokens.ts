import type { ItsFunction, WinkMethods } from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { mendWords } from './mended-words.ts'
import type { Token } from './token.ts'
import type { Quotation } from './quotations.ts'

/** Longer texts are divided, so that the tagger's work grows no faster than the text. */
const windowLength = 4000

let tagger: WinkMethods | undefined
let taggerHasRead = 0
/** The tagger remembers every word it has met, so it is replaced after this many characters. */
const taggerReads = 20_000_000

/** Calls back with the tokens of one paragraph after another; paragraphs longer than a window come in parts. */
export function* readParagraphs(text: string, quotations: readonly Quotation[]): Generator<Token[]> {
  let quote = 0
  for (const [from, to] of windowsOf(text)) {
    const tokens = tokenise(text, from, to)
    let paragraph: Token[] = []
    for (const token of tokens) {
      const last = paragraph.at(-1)
      if (last && hasParagraphBreak(text, last.end, token.start)) {
        yield paragraph
        paragraph = []
      }
      while (quote < quotations.length && quotations[quote]!.end <= token.start) quote++
      const around = quotations[quote]
      if (around && around.start <= token.start) token.quote = quote
      paragraph.push(token)
    }
    if (paragraph.length > 0) yield paragraph
  }
}

function* windowsOf(text: string): Generator<[number, number]> {
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + windowLength, text.length)
    if (to < text.length) to = cutBefore(text, from, to)
    yield [from, to]
    from = to
  }
}

/** The best place to cut: after a paragraph, else after a sentence, else at a space, else anywhere. */
function cutBefore(text: string, from: number, to: number): number {
  const stretch = text.slice(from, to)
  for (const mark of ['\n', '. ', ' ']) {
    const at = stretch.lastIndexOf(mark)
    if (at > 0) return from + at + mark.length
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(to - 1))
  return splitsPair ? to - 1 : to
}

function hasParagraphBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return true
  return false
}

function tokenise(text: string, from: number, to: number): Token[] {
  if (taggerHasRead > taggerReads) tagger = undefined
  tagger ??= winkNLP(model, ['sbd', 'pos'])
  taggerHasRead = taggerHasRead > taggerReads ? 0 : taggerHasRead + to - from
  const its = tagger.its
  const plain = withPlainMarks(text.slice(from, to))
  const words = tagger.readDoc(plain).tokens()
  const values = words.out()
  // eslint-disable-next-line @typescript-eslint/unbound-method -- wink's readers have no receiver
  const tags = words.out(its.pos as ItsFunction<string>)
  // eslint-disable-next-line @typescript-eslint/unbound-method -- wink's readers have no receiver
  const spaces = words.out(its.precedingSpaces as ItsFunction<string>)
  const tokens: Token[] = []
  let at = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? ''
    at += spaces[index]?.length ?? 0
    if (!plain.startsWith(value, at)) {
      const found = plain.indexOf(value, at)
      if (found < 0 || found > at + 40) continue
      at = found
    }
    addToken(tokens, value, from + at, tags[index] ?? 'X', text)
    at += value.length
  }
  return mendWords(tokens)
}

function addToken(tokens: Token[], value: string, start: number, tag: string, text: string) {
  const possessive = value.length > 2 && /['’]s$/i.test(value)
  const doubledMark = value === '"' && text.charAt(start) !== '"' && text.charAt(start + 1) === text.charAt(start)
  const end = start + value.length - (possessive ? 2 : 0) + (doubledMark && /['`]/.test(text.charAt(start)) ? 1 : 0)
  const word = text.slice(start, end).replace('―', '—')
  const clitic = word === "'s" || word === '’s'
  tokens.push({
    text: word,
    lower: word.toLowerCase(),
    start,
    end,
    tag: clitic && tag === 'PART' ? 'POSS' : tag,
    quote: -1,
  })
  if (possessive)
    tokens.push({ text: text.slice(end, end + 2), lower: "'s", start: end, end: end + 2, tag: 'POSS', quote: -1 })
}

/**
 * The same length with typewriter marks, which the tagger knows best. Long runs of one mark, and marks in what goes on for
 * hundreds of characters without a space, would make it slow: it takes them for addresses within addresses.
 */
function withPlainMarks(text: string): string {
  return text
    .replace(/''|``/g, '" ')
    .replace(/[“”„«»‟]/g, '"')
    .replace(/[‘’‚‛`]/g, "'")
    .replace(/―/g, '—')
    .replace(/[^\S ]/g, ' ')
    .replace(/([^\w\s])\1{3,}/g, (run) => run.slice(0, 3).padEnd(run.length))
    .replace(/(?<!\S)\S{200,}/g, (run) => run.replace(/[^\p{L}\p{N}]/gu, (mark) => ' '.repeat(mark.length)))
}

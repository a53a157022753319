import { foldLetters } from './fold.ts'
import { diffTexts, type DiffPiece } from './word-diff.ts'

/**
 * How words that were passed on differ from those they were taken from. trimmed: cut at an end. ellipsis: cut inside,
 * and marked. left_out: cut inside, and not marked. changed: other words. added: more words. negation, number: one of
 * them is other than it was. unlike: too few of the same words to compare.
 */
export const quotationKinds = [
  'same',
  'trimmed',
  'ellipsis',
  'left_out',
  'changed',
  'added',
  'negation',
  'number',
  'unlike',
] as const
export type QuotationKind = (typeof quotationKinds)[number]

export type ComparedQuotation = { kinds: QuotationKind[]; pieces: DiffPiece[] }

/** Compares a quotation with the words that it was taken from, word by word. */
export function compareQuotation(original: string, quoted: string): ComparedQuotation {
  const pieces = diffTexts(original, quoted)
  const kept = lettersOf(pieces.filter(({ kind }) => kind === 'same'))
  if (kept < leastKept * Math.min(lettersOf([{ words: original }]), lettersOf([{ words: quoted }]))) {
    return { kinds: ['unlike'], pieces }
  }
  const kinds = new Set<QuotationKind>()
  for (const [i, piece] of pieces.entries()) tellPiece(pieces, i, piece, kinds)
  if (kinds.size === 0) kinds.add('same')
  return { kinds: quotationKinds.filter((kind) => kinds.has(kind)), pieces }
}

/** With less in common, two sentences are about the same thing at best. */
const leastKept = 0.4

const lettersOf = (pieces: { words: string }[]) =>
  pieces.reduce((sum, { words }) => sum + (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)

const hasWords = (words: string) => /[\p{L}\p{N}]/u.test(words)
const ellipsis = /\.\.\.|…/u
const sentenceEnd = /[.!?。！？]["”’»')\]]*\s*$/u

function tellPiece(pieces: DiffPiece[], i: number, piece: DiffPiece, kinds: Set<QuotationKind>): void {
  if (piece.kind === 'same') return
  const [before, after] = [pieces[i - 1], pieces[i + 1]]
  if (piece.kind === 'added') {
    if (!hasWords(piece.words)) return
    const replaces = before?.kind === 'removed' && hasWords(before.words)
    if (!replaces) kinds.add('added')
    if (!replaces) tellMarked('', piece.words, kinds)
    return
  }
  if (!hasWords(piece.words)) return
  const put = after?.kind === 'added' ? after.words : ''
  const isOpening = i === 0 && hasWords(put) && isEndOf(piece.words, put)
  if (isOpening && countOf(() => true, piece.words) === countOf(() => true, put)) return
  const isFirst = i === 0 && (isOpening || !hasWords(put))
  const isLast = pieces.slice(i + 1).every(({ kind, words }) => kind !== 'same' && !hasWords(words))
  if (isFirst || isLast) {
    kinds.add('trimmed')
    if (isOfOneSentence(pieces, i, isFirst)) tellMarked(piece.words, isFirst ? put : '', kinds)
    return
  }
  if (hasWords(put)) kinds.add('changed')
  else if (ellipsis.test(put) || ellipsis.test(besides(pieces, i))) kinds.add('ellipsis')
  else kinds.add('left_out')
  tellMarked(piece.words, put, kinds)
}

/** A quotation begins with a capital or without one as its new sentence wants: “the quay” for “The quay”. */
function isEndOf(was: string, put: string): boolean {
  const start = (words: string) => words.trim().replace(/^\p{Lu}(?=\P{Lu}|$)/u, (letter) => letter.toLowerCase())
  const [whole, end] = [was.trim(), start(put)]
  return whole.endsWith(end) ? !/[\p{L}\p{N}]$/u.test(whole.slice(0, -end.length)) : start(whole) === end
}

/** The ends of what stands around a piece: a mark that both texts have may be the ellipsis. */
function besides(pieces: DiffPiece[], i: number): string {
  return `${pieces[i - 1]?.words.slice(-4) ?? ''}|${pieces[i + 1]?.words.slice(0, 4) ?? ''}`
}

/** Whether what was cut off at an end belongs to a sentence of which the rest was quoted. */
function isOfOneSentence(pieces: DiffPiece[], i: number, isFirst: boolean): boolean {
  if (isFirst) return !sentenceEnd.test(pieces[i]?.words ?? '')
  const before = pieces.slice(0, i).findLast(({ kind }) => kind === 'same')
  return !sentenceEnd.test(before?.words ?? '')
}

function tellMarked(was: string, is: string, kinds: Set<QuotationKind>): void {
  if (countOf(isNegation, was) !== countOf(isNegation, is)) kinds.add('negation')
  if (numbersOf(was) !== numbersOf(is)) kinds.add('number')
}

const negations = new Set(
  [
    'not no never none nobody nothing neither nor cannot without',
    'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne',
    'ne pas jamais rien aucun aucune sans',
    'nunca jamas nada nadie ningun ninguna sin tampoco',
    'non nessuno niente',
    'nao nem ninguem nenhum nenhuma sem',
    'не нет ни никогда никто ничего без',
    'لا لم لن ليس ليست',
    'לא אין',
    '不 没 未 無 无 非',
  ].flatMap((words) => words.split(' ').map(foldLetters)),
)
const isNegation = (word: string) => negations.has(word) || /^\p{L}+n't$/u.test(word)

const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen half twice'.split(
    ' ',
  ),
)
const isNumber = (word: string) => /^\p{N}/u.test(word) || numberWords.has(word)

/** As in src/anchoring/words.ts: Chinese has no spaces between its words. */
function wordsOf(text: string): string[] {
  return foldLetters(text).match(/\p{N}+(?:[.,]\p{N}+)*|\p{Script=Han}|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/gu) ?? []
}

function countOf(isOne: (word: string) => boolean, text: string): number {
  return wordsOf(text).filter(isOne).length
}

function numbersOf(text: string): string {
  return wordsOf(text).filter(isNumber).join(' ')
}

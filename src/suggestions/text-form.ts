import type { styleText } from 'node:util'
import wrap from 'wrap-ansi'
import { indexText } from '../anchoring/code-points.ts'
import type { Span, Statement } from '../extraction/statement.ts'
import { formatCount, formatLanguage } from '../words/dates.ts'
import { suggestedChain } from './chain.ts'
import type { Suggested } from './forms.ts'

/** The terminal's width, and a function that colours words if it can. */
export type Screen = { width: number; paint: typeof styleText }

const indent = 6
const narrowest = 20
/** How many words are shown before and after the statement's. */
const wordsAround = 8
/** Longer statements are cut in the middle, in UTF-16 units. */
const longestPiece = 600
const longestGap = 160

/** A document's suggestions for a person to read. */
export function writeText(name: string, { text, publisher, extraction }: Suggested, screen: Screen): string {
  const { language, notice, statements } = extraction
  const { width, paint } = screen
  const spoken = language === 'und' ? 'language unknown' : formatLanguage(language)
  const head = paint('bold', harmless(name)) + ` – ${formatCount(statements.length, 'suggestion')}, ${spoken}`
  const showWords = wordsOf(text, paint)
  return [
    wrap(head, width),
    ...(notice === undefined ? [] : [wrap(notice, width)]),
    '',
    ...statements.flatMap((one) => [writeStatement(one, suggestedChain(one, publisher), showWords, screen), '']),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** The closing line. */
export function writeCounts(counts: { documents: number; suggestions: number; refused: number }): string {
  const { documents, suggestions, refused } = counts
  const found = `${formatCount(suggestions, 'suggestion')} in ${formatCount(documents, 'document')}`
  return `${found}${refused > 0 ? `, ${refused} refused` : ''}.`
}

function writeStatement(
  statement: Statement,
  chain: string,
  showWords: (content: readonly Span[]) => string,
  { width, paint }: Screen,
): string {
  const confidence = `${Math.round(statement.confidence * 100)} %`.padStart(indent - 1)
  const [first = '', ...rest] = [
    paint('bold', harmless(chain)),
    harmless(circumstances(statement)),
    showWords(statement.content),
    paint('dim', `Why: ${harmless(statement.reason)}`),
  ].flatMap((part) => wrap(part, Math.max(narrowest, width - indent)).split('\n'))
  const margin = ' '.repeat(indent)
  return [paint(colourOf(statement.confidence), confidence) + ` ${first}`, ...rest.map((line) => margin + line)].join(
    '\n',
  )
}

function colourOf(confidence: number) {
  if (confidence >= 0.9) return 'green'
  return confidence >= 0.6 ? 'yellow' : 'red'
}

function circumstances({ act, mode, polarity, hedge, hops }: Statement): string {
  const dates = hops.flatMap(({ date }) => (date ? [`${date.iso} (“${date.text}”)`] : []))
  return [
    act,
    mode === 'words' ? 'words alone' : mode,
    ...(polarity === 'negative' ? ['records a refusal or silence'] : []),
    ...(hedge === null ? [] : [`hedged with “${hedge}”`]),
    ...dates,
  ].join(', ')
}

/** The statement's words in [[ ]], with a few words of its paragraph on either side. */
function wordsOf(text: string, paint: Screen['paint']) {
  const index = indexText(text)
  const plain = (words: string) => harmless(words.replace(/\s+/g, ' '))

  return (content: readonly Span[]): string => {
    let shown = ''
    let at: number | undefined
    for (const { start, end } of content.toSorted((a, b) => a.start - b.start)) {
      const [from, to] = [index.toUnit(start), index.toUnit(end)]
      if (at === undefined) shown += plain(wordsBefore(text, from))
      else shown += from - at > longestGap ? ' … ' : plain(text.slice(at, from))
      shown += `[[${paint('bold', plain(shorten(text.slice(from, to))))}]]`
      at = to
    }
    return shown + plain(wordsAfter(text, at ?? 0))
  }
}

function wordsBefore(text: string, unit: number): string {
  const paragraph = text.slice(Math.max(0, unit - longestGap), unit).toWellFormed()
  const line = paragraph.slice(paragraph.lastIndexOf('\n') + 1)
  const words = line.split(/(?<=\s)/)
  const isCut = words.length > wordsAround || line.length === longestGap
  return (isCut ? '… ' : '') + words.slice(-wordsAround).join('')
}

function wordsAfter(text: string, unit: number): string {
  const [line = ''] = text
    .slice(unit, unit + longestGap)
    .toWellFormed()
    .split('\n', 1)
  const words = line.split(/(?=\s)/)
  const isCut = words.length > wordsAround || line.length === longestGap
  return words.slice(0, wordsAround).join('') + (isCut ? ' …' : '')
}

function shorten(words: string): string {
  if (words.length <= longestPiece) return words
  const half = longestPiece / 2
  return `${words.slice(0, half).toWellFormed()} … ${words.slice(-half).toWellFormed()}`
}

/** Removes control characters that a terminal would obey. */
function harmless(words: string): string {
  return words.replace(/\p{Cc}/gu, '\uFFFD')
}

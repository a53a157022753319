import { namedByExamination } from './examined.ts'
import { answeredBy, columnist, findInterview } from './interviews.ts'
import { type Label, type Turn, labelAt } from './labels.ts'
import { findLetters } from './letters.ts'
import { withSignatures } from './signatures.ts'
import { linesOf } from './lines-of.ts'
import { withFullNames } from './full-names.ts'
import { withinStory } from './told-around.ts'
import { findPosts } from './posts.ts'
import { findScript } from './scripts.ts'
import { findTopics } from './topics.ts'
import { findSpeech } from './speeches.ts'
import { withoutStrayNames } from './stray-names.ts'

/** A text is a transcript where at least this many turns begin with a speaker's label. */
const fewestTurns = 2

/** The turns of a transcript, an interview, letters, posts or a speech; none in a text that is told. */
export function findTurns(text: string): Turn[] {
  const script = findScript(text)
  return script.length > 0
    ? script
    : withOthers(findSpoken(text), [...findLetters(text), ...findPosts(text), ...findTopics(text)])
}

function findSpoken(text: string): Turn[] {
  const labels = findLabels(text)
  const turns = labels.map((label, at) => ({ ...label, end: endOf(text, label, labels[at + 1]) }))
  if (turns.length === 0 && findLetters(text).length < fewestTurns)
    return findInterview(text, answeredBy(text)) ?? findSpeech(text)
  const signed = withSignatures(text, namedByExamination(text, turns))
  const named = answeredBy(text) ?? onlyAnswering(labels) ?? columnist(text, signed)
  const known = signed.map((turn) => (named && turn.name === null && !turn.asks ? { ...turn, name: named } : turn))
  return withFullNames(text, withinStory(text, known))
}

/** A letter or a post among turns is no part of the one before. */
function withOthers(turns: readonly Turn[], others: readonly Turn[]): Turn[] {
  if (others.length === 0) return [...turns]
  const apart = turns.filter(
    ({ start, words }) => !others.some((other) => start === other.start || words === other.words),
  )
  const all = [...apart, ...others].sort((a, b) => a.start - b.start)
  return all.map((turn, at) => ({ ...turn, end: Math.min(turn.end, all[at + 1]?.start ?? turn.end) }))
}

function endOf(text: string, { words, oneParagraph }: Label, next: { start: number } | undefined): number {
  const end = oneParagraph ? text.indexOf('\n', words) : -1
  return Math.min(end < 0 ? text.length : end, next?.start ?? text.length)
}

/** Where one person alone is named beside "QUESTION:", "A." is theirs too. */
function onlyAnswering(labels: readonly Label[]): string | undefined {
  const names = new Set(labels.flatMap(({ name, asks, isTitle }) => (name === null || asks || isTitle ? [] : [name])))
  return names.size === 1 && labels.some(({ asks }) => asks) ? [...names][0] : undefined
}

function findLabels(text: string): (Label & { start: number })[] {
  const all: (Label & { start: number })[] = []
  let longLines = 0
  let isFirst = true
  for (const { from, to } of linesOf(text)) {
    const label = labelAt(text, from, to)
    if (label?.onlyAfterQuestion && !(all.at(-1)?.asks && all.at(-1)?.name === null)) continue
    if (label && !(isFirst && isHeading(text, label, to))) {
      all.push({ ...label, start: from })
      isFirst &&= label.bare === true
    } else if (to - from > 30) longLines++
  }
  const found = withoutStrayNames(all, longLines, text)
  const counts = new Map<string, number>()
  for (const { name } of found) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  const labels = found.filter(
    (label) => label.sure || label.name === null || (counts.get(label.name) ?? 0) > 1 || found.length * 2 >= longLines,
  )
  const speakers = new Set(labels.map(({ name, asks }) => name ?? (asks ? 'asks' : 'answers')))
  const sure =
    labels.some((label) => label.sure) ||
    [...counts.values()].some((count) => count > 1) ||
    labels.every(({ name }) => name === null)
  return labels.length >= fewestTurns && speakers.size > 1 && sure ? labels : []
}

/** "Canal Boats: Licences": above everything, a line without an end is a title and nobody's turn. */
function isHeading(text: string, { sure, words }: Label, to: number): boolean {
  if (sure || words > to) return false
  const line = text.slice(words, to).trim()
  const nextIsBlank = /^\s*\n\s*\n/.test(text.slice(to, to + 20)) || text.charAt(to + 1) === '\n'
  return nextIsBlank && (!/[.!?…]$/.test(line) || isTitled(line))
}

/** "Was ‘Mocking’ the Other Camp.": nearly all words with a capital. */
function isTitled(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  return words.length > 3 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** The turn in which a place lies. */
export function turnAt(turns: readonly Turn[], at: number): Turn | undefined {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const turn = turns[low]
  return turn && turn.start <= at ? turn : undefined
}

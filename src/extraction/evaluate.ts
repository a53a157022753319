import type { Attribution } from './brat.ts'
import type { Span } from './statement.ts'

export type Score = { precision: number; recall: number; f1: number }

export type Evaluation = {
  documents: number
  gold: number
  predicted: number
  exact: Record<Part, Score>
  /** By characters, summed over all documents. */
  overlapping: Record<Part, Score>
  statements: { recall: number; precision: number; found: number; sourceExact: number; sourceOverlapping: number }
}

export type Part = keyof Attribution

export type Judged = { text: string; gold: readonly Attribution[]; predicted: readonly Attribution[] }

const parts = ['source', 'cue', 'content'] as const
const edges = new Set(' \t\n\r"“”‘’\'.,;:')
/** Two contents with so much of their characters in common are one statement. */
const sameContent = 0.8

/** The figures as tools/score_attributions.py defines them: edges of spaces, stops and quotation marks do not count. */
export function evaluate(documents: Iterable<Judged>): Evaluation {
  const exact = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] } satisfies Record<Part, Count>
  const overlapping = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] } satisfies Record<Part, Count>
  const tally = {
    documents: 0,
    gold: 0,
    predicted: 0,
    found: 0,
    right: 0,
    sources: 0,
    sourceExact: 0,
    sourceOverlapping: 0,
  }
  for (const { text, gold, predicted } of documents) {
    const characters = Array.from(text)
    const trimmed = {
      gold: gold.map((one) => trim(characters, one)),
      predicted: predicted.map((one) => trim(characters, one)),
    }
    for (const part of parts) {
      count(
        exact[part],
        overlapping[part],
        trimmed.gold.map((one) => one[part]),
        trimmed.predicted.map((one) => one[part]),
      )
    }
    tally.documents++
    tally.gold += gold.length
    tally.predicted += predicted.length
    countStatements(tally, trimmed.gold, trimmed.predicted)
  }
  const scores = (counts: Record<Part, Count>) => ({
    source: scoreOf(counts.source),
    cue: scoreOf(counts.cue),
    content: scoreOf(counts.content),
  })
  return {
    documents: tally.documents,
    gold: tally.gold,
    predicted: tally.predicted,
    exact: scores(exact),
    overlapping: scores(overlapping),
    statements: {
      found: tally.found,
      recall: ratio(tally.found, tally.gold),
      precision: ratio(tally.right, tally.predicted),
      sourceExact: ratio(tally.sourceExact, tally.sources),
      sourceOverlapping: ratio(tally.sourceOverlapping, tally.sources),
    },
  }
}

/** Right, predicted, gold. */
type Count = [number, number, number]
type Tally = { found: number; right: number; sources: number; sourceExact: number; sourceOverlapping: number }

function trim(characters: readonly string[], attribution: Attribution): Attribution {
  return {
    source: trimSpans(characters, attribution.source),
    cue: trimSpans(characters, attribution.cue),
    content: trimSpans(characters, attribution.content),
  }
}

/** Edges are cut off each piece, and pieces with only edge characters between them are one. */
export function trimSpans(characters: readonly string[], spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    let { start, end } = span
    while (start < end && edges.has(characters[start] ?? '')) start++
    while (end > start && edges.has(characters[end - 1] ?? '')) end--
    if (end <= start) continue
    const last = joined.at(-1)
    if (last && onlyEdges(characters, last.end, start)) last.end = end
    else joined.push({ start, end })
  }
  return joined
}

function onlyEdges(characters: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!edges.has(characters[at] ?? '')) return false
  return true
}

function count(exact: Count, overlapping: Count, gold: Span[][], predicted: Span[][]) {
  const golden = new Set(gold.filter((spans) => spans.length > 0).map(keyOf))
  const offered = new Set(predicted.filter((spans) => spans.length > 0).map(keyOf))
  exact[0] += countShared(golden, offered)
  exact[1] += offered.size
  exact[2] += golden.size
  const goldCharacters = charactersOf(gold.flat())
  const offeredCharacters = charactersOf(predicted.flat())
  overlapping[0] += countShared(goldCharacters, offeredCharacters)
  overlapping[1] += offeredCharacters.size
  overlapping[2] += goldCharacters.size
}

function keyOf(spans: Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ')
}

function charactersOf(spans: readonly Span[]): Set<number> {
  const places = new Set<number>()
  for (const { start, end } of spans) for (let at = start; at < end; at++) places.add(at)
  return places
}

function countShared<T>(one: Set<T>, other: Set<T>): number {
  let shared = 0
  for (const item of one) if (other.has(item)) shared++
  return shared
}

function countStatements(tally: Tally, gold: Attribution[], predicted: Attribution[]) {
  const offered = predicted.map((one) => ({ one, places: charactersOf(one.content) }))
  const right = new Set<Attribution>()
  for (const one of gold) {
    const places = charactersOf(one.content)
    let best: Attribution | undefined
    let likeness = 0
    for (const candidate of offered) {
      const shared = countShared(places, candidate.places)
      const all = places.size + candidate.places.size - shared
      const alike = all > 0 ? shared / all : 0
      if (alike >= sameContent) right.add(candidate.one)
      if (alike > likeness) {
        best = candidate.one
        likeness = alike
      }
    }
    if (!best || likeness < sameContent) continue
    tally.found++
    if (one.source.length === 0) continue
    tally.sources++
    if (keyOf(one.source) === keyOf(best.source)) tally.sourceExact++
    if (countShared(charactersOf(one.source), charactersOf(best.source)) > 0) tally.sourceOverlapping++
  }
  tally.right += right.size
}

function scoreOf([right, predicted, gold]: Count): Score {
  const precision = ratio(right, predicted)
  const recall = ratio(right, gold)
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** The figures as a table of lines. */
export function writeEvaluation({ documents, gold, predicted, exact, overlapping, statements }: Evaluation): string {
  const figure = (value: number) => value.toFixed(3)
  const score = (one: Score) => `P ${figure(one.precision)} R ${figure(one.recall)} F1 ${figure(one.f1)}`
  return [
    `documents ${documents}; gold statements ${gold}, predicted ${predicted}`,
    ...parts.map(
      (part) => `${part.padEnd(8)} exact ${score(exact[part])} | character overlap ${score(overlapping[part])}`,
    ),
    `statements found (content Jaccard >= .8): ${statements.found}/${gold} = recall ${figure(statements.recall)}, precision ${figure(statements.precision)}; source exact ${figure(statements.sourceExact)}, overlapping ${figure(statements.sourceOverlapping)}`,
  ].join('\n')
}

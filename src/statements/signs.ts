import type { Tone } from '../database/client/enums.ts'
import { type Standing, unchecked, worst } from '../findings/standing.ts'

type Span = { start: number; end: number }
type Marked = { id: number; spans: Span[]; standing: Standing }

/** The mark after the last words of a passage: a sign, empty if nothing was checked, and the same in words. */
export type Sign = { sign: string; tone: Tone; words: string }

/**
 * The marks of a text's passages. A passage that contains others has one mark at its end, with the worst of them where
 * it is worse than its own answer, or where nobody checked it. Only where several of them would be told by it, which
 * mark each other passage must not lose, do they keep their own.
 */
export function signPassages(statements: Marked[]): Map<number, Sign> {
  const signs = new Map(statements.map((statement) => [statement.id, ownSign(statement.standing)]))
  const inOrder = statements
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b) || length(b) - length(a))
  const toldByOuter = new Set<number>()
  for (const [i, outer] of inOrder.entries()) {
    const held = heldBy(outer, inOrder, i).filter(({ id }) => !toldByOuter.has(id))
    const isChecked = outer.standing.sign !== ''
    const worse = isChecked ? held.filter((one) => isWorse(one, outer)) : held
    const [first, ...others] = worse
    if (first && !toldByOuter.has(outer.id)) {
      const { standing } = others.reduce((worst, one) => (isWorse(one, worst) ? one : worst), first)
      signs.set(outer.id, withPart(ownSign(outer.standing), standing))
    }
    for (const one of held) {
      if (worse.includes(one) ? others.length > 0 : !isChecked) continue
      signs.set(one.id, { ...ownSign(one.standing), sign: '' })
      toldByOuter.add(one.id)
    }
  }
  return signs
}

function withPart(own: Sign, { sign, tone, told }: Standing): Sign {
  return {
    sign: [own.sign, `part ${sign}`].filter(Boolean).join(' · '),
    tone,
    words: `${own.words.replace(/\.$/, '')}. A part of it: ${told}`,
  }
}

function ownSign({ sign, tone, told }: Standing): Sign {
  return { sign, tone, words: sign === '' ? unchecked.label : told }
}

/** Checked passages that lie entirely within a longer one; `inOrder` of their beginnings, so that few are compared. */
function heldBy(outer: Marked, inOrder: Marked[], at: number): Marked[] {
  const held: Marked[] = []
  let from = at
  while (from > 0 && startOf(inOrder[from - 1]) === startOf(outer)) from--
  for (let i = from; i < inOrder.length; i++) {
    const inner = inOrder[i]
    if (!inner || startOf(inner) >= endOf(outer)) break
    if (inner.standing.sign !== '' && length(inner) < length(outer) && isWithin(inner, outer)) held.push(inner)
  }
  return held
}

function isWithin(inner: Marked, outer: Marked): boolean {
  return inner.spans.every(({ start, end }) => outer.spans.some((span) => span.start <= start && end <= span.end))
}

const isWorse = (one: Marked, other: Marked) =>
  one.standing.tone !== other.standing.tone && worst([one.standing.tone, other.standing.tone]) === one.standing.tone
const startOf = (one: Marked | undefined) => one?.spans[0]?.start ?? 0
const endOf = (one: Marked) => one.spans.at(-1)?.end ?? 0
const length = ({ spans }: Marked) => spans.reduce((sum, { start, end }) => sum + end - start, 0)

import { unchecked } from './standing.ts'

/** A rating, how often it was given, and how often to words that were found false. */
export type Counted = { slug: string; label: string; tone: string; count: number; wrong: number }
export type Shares = ReturnType<typeof shareOut>

/** The width of the whole bar, as pages and files draw it. */
export const barWidth = 600

/** The share of each rating, and of unchecked ones; `x` and `width` are the place of each in the bar. */
export function shareOut(of: number, found: Counted[]) {
  const checked = found.reduce((sum, { count }) => sum + count, 0)
  const none = { ...unchecked, count: of - checked }
  const parts = [...found.flatMap(apart), none].filter(({ count }) => count > 0)
  let before = 0
  return {
    of,
    checked,
    found,
    parts: parts.map((part) => {
      const x = (before / of) * barWidth
      before += part.count
      return { ...part, x, width: (part.count / of) * barWidth }
    }),
  }
}

/** Statements that were said but are false are not part of the green share. */
function apart({ wrong, ...rating }: Counted) {
  const { label, tone, count } = rating
  const worse = { ...rating, label: `${label}, ${tone === 'good' ? 'but' : 'and'} false`, tone: 'bad', count: wrong }
  return [{ ...rating, count: count - wrong }, worse]
}

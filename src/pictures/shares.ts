/** A rating as it was given, and how often. */
export type Counted = { slug: string; label: string; tone: string; count: number }
export type Shares = ReturnType<typeof shareOut>

/** The width of the whole bar, in which pages and files draw it. */
export const barWidth = 600

/** What was found of so many, and what nobody has checked; `x` and `width` are the place of each in the bar. */
export function shareOut(of: number, found: Counted[]) {
  const checked = found.reduce((sum, { count }) => sum + count, 0)
  const unchecked = { slug: 'none', label: 'Not checked yet', tone: 'open', count: of - checked }
  const parts = [...found, unchecked].filter(({ count }) => count > 0)
  let before = 0
  return {
    of,
    checked,
    parts: parts.map((part) => {
      const x = (before / of) * barWidth
      before += part.count
      return { ...part, x, width: (part.count / of) * barWidth }
    }),
  }
}

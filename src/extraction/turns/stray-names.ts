import type { Label } from './labels.ts'

/** "Operator", "Mr Speaker": these speak though nothing else names them. */
const presiding =
  /^(?:operator|moderator|(?:(?:mr|madam|madame) )?(?:deputy )?(?:speaker|president|chair(?:man)?)|the chair)$/i

/**
 * A name alone in its line is a label where it stands over other words as well, or another label names the same
 * person; else it is a heading or a caption.
 */
export function withoutStrayNames<T extends Label>(labels: readonly T[], longLines: number, text: string): T[] {
  const others = labels.filter(({ bare }) => !bare)
  const counts = new Map<string, number>()
  for (const { name, bare } of labels) if (bare && name) counts.set(name, (counts.get(name) ?? 0) + 1)
  const known = new Set(others.flatMap(({ name }) => (name ? [surname(name)] : [])))
  const repeated = labels.filter(({ name, bare }) => bare && (counts.get(name ?? '') ?? 0) > 1)
  const isWhole =
    others.length > 1 ||
    (new Set(repeated.map(({ name }) => name)).size > 1 && repeated.length * 3 >= longLines && isSpoken(text))
  return labels.filter(
    ({ name, bare }) =>
      !bare ||
      (isWhole && name !== null && (presiding.test(name) || known.has(surname(name)) || (counts.get(name) ?? 0) > 1)),
  )
}

/** Places over their news, those present and the chapters of a book are no speakers: nobody says “I” or asks below them. */
function isSpoken(text: string): boolean {
  const unquoted = text.replace(/“[^“”]*”|"[^"\n]*"/g, '')
  return (unquoted.match(/\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur)\b|\?\s/g) ?? []).length > 1
}

function surname(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
}

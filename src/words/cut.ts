/** At most so many letters of a text; what is cut off is told by "…". */
export function cut(text: string, most: number): string {
  const letters = Array.from(text)
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

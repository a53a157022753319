/** The next suggestion, or the previous one if it is the last. */
export function neighbour(text: ParentNode, id: string): string | undefined {
  const ids = suggestionMarks(text).map((mark) => mark.dataset['suggestion'])
  const at = ids.indexOf(id)
  return ids[at + 1] ?? ids[at - 1]
}
export function suggestionMarks(text: ParentNode): HTMLElement[] {
  return [...text.querySelectorAll<HTMLElement>('a[id^="at-suggestion-"]')]
}

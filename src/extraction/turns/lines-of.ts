/** Each line without the spaces before it. */
export function* linesOf(text: string): Generator<{ from: number; to: number }> {
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const next = to + 1
    while (from < to && /[^\S\n]/.test(text.charAt(from))) from++
    yield { from, to }
    from = next
  }
}

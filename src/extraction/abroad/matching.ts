/** A place in the text as it is read, in UTF-16 units. */
export type Stretch = { start: number; end: number }

export function alternatives(forms: readonly string[]): string {
  return forms
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join('|')
}

/** Whole words; those with a hyphen at their end are joined to the next. */
export function wholeWords(forms: readonly string[]): string {
  return forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => (form.endsWith('-') ? `${literal(form.slice(0, -1))}(?=\\p{L})` : `${literal(form)}(?!\\p{L})`))
    .join('|')
}

function literal(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const sticky = new WeakMap<RegExp, RegExp>()

/** Where the pattern matches at exactly this place. */
export function matchAt(pattern: RegExp, text: string, at: number, limit: number): RegExpExecArray | undefined {
  let here = sticky.get(pattern)
  if (!here) sticky.set(pattern, (here = new RegExp(pattern.source, pattern.flags.replace('g', '') + 'y')))
  here.lastIndex = at
  const found = here.exec(text)
  return found && found.index + found[0].length <= limit ? found : undefined
}

export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

/** Without the marks at its ends that belong to the sentence around it. */
export function bare(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + (/^[\s,:;–—)]*/u.exec(words)?.[0].length ?? 0)
  let to = words.length
  while (to > 0 && /[\s,.;:!?–—(]/u.test(words[to - 1]!)) to--
  return { start: from, end: Math.max(from, start + to) }
}

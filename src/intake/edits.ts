/** What stands from `from` to `to` becomes `with`. Counted in UTF-16, before anything is stored. */
export type Edit = { from: number; to: number; with: string }

/** What changes, with a few words around it, as it is and as it would be. */
export type Passage = { before: string; after: string }

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of inOrder(edits)) {
    if (edit.from < at) continue
    result += text.slice(at, edit.from) + edit.with
    at = edit.to
  }
  return result + text.slice(at)
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** Letters around a change that a person needs to find it again. */
const around = 50
const longest = 400

/** The first passages that the edits change; those that stand close together are one. */
export function passagesOf(text: string, edits: readonly Edit[], most: number): Passage[] {
  const groups: { from: number; to: number; edits: Edit[] }[] = []
  for (const edit of inOrder(edits)) {
    const from = wordStart(text, Math.max(0, edit.from - around))
    const to = wordEnd(text, Math.min(text.length, edit.to + around))
    const last = groups.at(-1)
    if (last && from <= last.to && to - last.from <= longest) {
      last.to = Math.max(last.to, to)
      last.edits.push(edit)
    } else if (groups.length === most) break
    else groups.push({ from: Math.max(from, last?.edits.at(-1)?.to ?? 0), to, edits: [edit] })
  }
  return groups.map(({ from, to, edits: inside }) => {
    const before = text.slice(from, to)
    const moved = inside.map((edit) => ({ ...edit, from: edit.from - from, to: Math.min(edit.to, to) - from }))
    return { before, after: applyEdits(before, moved) }
  })
}

function wordStart(text: string, at: number): number {
  while (at > 0 && /\S/.test(text.charAt(at - 1))) at--
  return at
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && /\S/.test(text.charAt(at))) at++
  return at
}

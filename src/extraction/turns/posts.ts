import type { Turn } from './labels.ts'
import { linesOf } from './lines-of.ts'

const name = String.raw`(?<name>\p{Lu}[\p{L}\d .’'&-]{1,50}?)`
/** "Met Office @metoffice", "Ana Berg (@anaberg) · 4h", over the post. */
const above = new RegExp(
  String.raw`^\**${name}\**,? \(?(?<handle>@\w{2,30})\)?(?: ?[·•|–—-] ?[^\n]{1,30}|,? (?:\d{1,2} \p{L}+|\p{L}+ \d{1,2})[^\n]{0,20})?:?$`,
  'u',
)
/** "— Ana Berg (@anaberg) March 3, 2024", below it or at its end. */
const below = new RegExp(
  String.raw`(?:^|\s)(?:[—–]|--?|&mdash;) ?${name} \((?<handle>@\w{2,30})\)(?:,? [^\n]{0,40}\d{4})?$`,
  'u',
)

/** Posts that a text shows with their handles: each is one paragraph. */
export function findPosts(text: string): Turn[] {
  const lines = [...linesOf(text)].filter(({ from, to }) => to > from)
  const textOf = (line: { from: number; to: number } | undefined) =>
    line === undefined ? '' : text.slice(Math.max(line.from, line.to - 200), line.to).trimEnd()
  const atTop = (at: number) => at < 3 && !/[.!?…”"]$/.test(textOf(lines[at - 1]))
  return lines.flatMap(({ from, to }, at) => {
    const line = text.slice(from, Math.min(to, from + 1000)).trimEnd()
    const over = line.length < 120 && !isByline(line, atTop(at)) ? above.exec(line) : null
    const next = lines[at + 1]
    if (over) return next ? [postOf(over, from, next, from)] : []
    const under = below.exec(line)
    const alone = under?.index === 0
    const post = alone ? lines[at - 1] : { from, to: from + (under?.index ?? 0) }
    return under && post ? [postOf(under, from, post, post.from)] : []
  })
}

/** "By Ana Berg @anaberg", or a handle that nothing shows to be a post's below the headline: who wrote the article. */
function isByline(line: string, isAtTop: boolean): boolean {
  return /^By\b|\b(?:correspondent|reporter|editor|writer)s?$/iu.test(line) || (isAtTop && /@\w+\)?$/.test(line))
}

function postOf(match: RegExpExecArray, line: number, { from, to }: { from: number; to: number }, start: number): Turn {
  const called = match.groups?.['name'] ?? ''
  const at = line + match.index + match[0].indexOf(called)
  return {
    start,
    end: to,
    label: { start: at, end: at + called.length },
    name: called,
    role: match.groups?.['handle'] ?? null,
    words: from,
    asks: false,
    sure: true,
  }
}

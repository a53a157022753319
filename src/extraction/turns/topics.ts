import { called, introducedIn } from './interviews.ts'
import { type Turn, tellName } from './labels.ts'
import { linesOf } from './lines-of.ts'

/** "On the referee:", "Asked about the pitch:", alone or before the words. */
const topic =
  /^(?:[•-] ?)?(?:\*\*)?(?:On|About|Regarding|Asked (?:about|whether|if|how|why|what|for)|His|Her|Their) [^.?!“"‘\n]{2,90}?[:.–—-]?(?:\*\*)?:?\s*(?<words>[“"‘].*)?$/u
const isQuoted = /^[“"].+[”"]$/u
/** "On Monday:" says when, and not on what. */
const isDay = /^(?:[•-] ?)?(?:\*\*)?On (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d)/
const fewestTopics = 2

const toldOf = new RegExp(
  String.raw`\b(?:[Ww]hat|[Ee]verything|[Hh]ow) ${called} (?:said|told|saw)|^${called}(?::| on | speaks| talks| spoke| met | answers|’s press|'s press)|(?:[Pp]ress conference|[Qq]uotes|[Ww]ords) (?:of|by|from|with) ${called}`,
  'mu',
)

/** What one person said on this and on that: quotations below topics, where the head names who speaks. */
export function findTopics(text: string): Turn[] {
  const lines = [...linesOf(text)].filter(({ from, to }) => to > from)
  const found: { from: number; to: number }[] = []
  for (const [at, { from, to }] of lines.entries()) {
    const match = to - from < 2000 ? topic.exec(text.slice(from, to).trimEnd()) : null
    if (!match || isDay.test(match[0])) continue
    const words = match.groups?.['words']
    if (words !== undefined && isQuoted.test(words)) found.push({ from: from + match[0].indexOf(words), to })
    else if (words === undefined)
      for (const below of lines.slice(at + 1)) {
        if (!isQuoted.test(text.slice(below.from, below.to).trimEnd())) break
        found.push(below)
      }
  }
  const name = found.length >= fewestTopics ? speakerOf(text.slice(0, found[0]!.from)) : undefined
  if (name === undefined) return []
  return found.map(({ from, to }) => ({
    start: from,
    end: to,
    label: { start: from, end: from },
    name,
    role: null,
    words: from,
    asks: false,
    sure: true,
  }))
}

function speakerOf(above: string): string | undefined {
  const head = above.slice(0, 1000)
  const name =
    toldOf
      .exec(head)
      ?.slice(1)
      .find((one) => one !== undefined) ?? introducedIn(head)
  return name && tellName(name)
}

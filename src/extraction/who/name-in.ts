import { nationalities, particles } from '../lexicon/offices.ts'
import { weekdays } from '../lexicon/small-words.ts'
import {
  documentWords,
  governmentWords,
  groupWords,
  organisationWords,
  outletWords,
  personTitles,
  roleWords,
} from '../lexicon/source-words.ts'
import type { Token } from '../reading/token.ts'
import { overParticles } from './titles.ts'

/** "the MP for Holm": an office, and no name. */
const abbreviated = /^(?:MP|MEP|MSP|MLA|TD|CEO|CFO|COO|CTO|VP)$/

/** The capitalised words of the name: for a person after their title, for a body wherever they are. */
export function nameIn(part: readonly Token[]): [number, number] | undefined {
  let best: [number, number] | undefined
  const noun = part.findIndex(
    (token, at) =>
      ((token.tag === 'NOUN' && /^\p{Ll}/u.test(token.text)) || abbreviated.test(token.text)) &&
      (part[at + 1]?.tag === 'ADP' ||
        (part[at + 1]?.tag === 'VERB' && documentWords.has(token.lower)) ||
        /^(?:who|that|which|to|familiar|close)$/.test(part[at + 1]?.lower ?? '')),
  )
  for (let at = 0; at < (noun < 0 ? part.length : noun); at++) {
    if (!isName(part[at]!)) continue
    let to = at + 1
    while (
      to < part.length &&
      (isName(part[to]!) ||
        overParticles(part, to) > to ||
        (to > at + 1 && particles.has(part[to]!.lower) && overParticles(part, to - 1) > to) ||
        (/^\d{1,2}$/.test(part[to]!.text) && !part[to + 1]) ||
        (part[to - 1]!.text === '-' && part[to]!.start === part[to - 1]!.end) ||
        (part[to]!.text === '-' && part[to]!.start === part[to - 1]!.end) ||
        (part[to]!.text === '&' && !!part[to + 1] && isName(part[to + 1]!)) ||
        (/^(?:of|de|van|von|al|bin|-)$/.test(part[to]!.lower) &&
          part[to + 1] &&
          isName(part[to + 1]!) &&
          part[to]!.lower !== 'of'))
    )
      to++
    let from = at
    // "Transport Minister Karin Holt": the words before a title belong to it.
    if (!isBody(part[to - 1]!.lower)) {
      for (let title = at; title < to - 1; title++)
        if (personTitles.has(part[title]!.lower) || roleWords.has(part[title]!.lower)) from = title + 1
    }
    // "The local MP, Fiona Greaves"
    if (to - at === 1 && abbreviated.test(part[at]!.text)) continue
    if (to - at === 1 && nationalities.has(part[at]!.lower) && part[to]?.tag === 'NOUN') continue
    const owned = part[to]?.tag === 'POSS' && to < part.length - 1
    const modifies = part[to] && (part[to]!.tag === 'NOUN' || part[to]!.tag === 'ADJ')
    if (!owned && !(modifies && part.slice(to).some(isName)) && !best) best = [from, to]
    else if (
      !owned &&
      best &&
      to - from > 1 &&
      !/^(?:of|in|to|for|from|at|on|with|who)$/.test(part[from - 1]?.lower ?? '')
    )
      best = [from, to]
    if (part[to] && /^(?:of|to|for|from|in|at|on|who|that|familiar|with)$/.test(part[to]!.lower) && best) break
    at = to
  }
  const first = part.findIndex(
    (token) =>
      token.tag === 'NOUN' &&
      (roleWords.has(token.lower) || groupWords.has(token.lower) || documentWords.has(token.lower)),
  )
  if (!best) return undefined
  if (first >= 0 && first >= best[1] - 0)
    return part.slice(first + 1).some(isName) && part[first + 1] && isName(part[first + 1]!)
      ? nameAfter(part, first + 1)
      : undefined
  if (
    first >= 0 &&
    /^(?:of|to|for|from|in|at|on|who|that|familiar|with|close|briefed)$/.test(part[first + 1]?.lower ?? '')
  )
    return undefined
  return best
}

function nameAfter(part: readonly Token[], from: number): [number, number] {
  let to = from
  while (to < part.length && isName(part[to]!)) to++
  return [from, to]
}

export function isName(token: Token): boolean {
  return (
    /^(?:\p{Lu}|@\w)/u.test(token.text) &&
    (token.tag === 'PROPN' ||
      token.tag === 'NOUN' ||
      token.tag === 'ADJ' ||
      token.tag === 'VERB' ||
      token.tag === 'X') &&
    !weekdays.has(token.lower) &&
    !/^(?:The|A|An|Some|Many|Several|One|Two|Three|Former|Russian|Local|Senior|State-run)$/.test(token.text)
  )
}

export function isBody(word: string): boolean {
  return outletWords.has(word) || governmentWords.has(word) || organisationWords.has(word) || documentWords.has(word)
}

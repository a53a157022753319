import type { Surroundings, Draft } from './drafts.ts'
import { findDates } from './dates.ts'
import { outletWords, roleWords } from './lexicon/source-words.ts'
import { textOf } from './who/source-phrases.ts'
import type { HopDate } from './statement.ts'
import type { Token } from './reading/token.ts'

/** The words of the sentence that belong neither to content, source nor cue: where day, place and medium stand. */
function asideWords({ tokens, content, sourceRange, cueRange, elsewhere }: Draft): Token[] {
  return tokens.filter(
    (token, at) =>
      token.quote < 0 &&
      !content.some((piece) => token.start >= piece.start && token.end <= piece.end) &&
      !(sourceRange && at >= sourceRange.from && at < sourceRange.to) &&
      !elsewhere.some((range) => at >= range.from && at < range.to) &&
      (at < cueRange.from || at >= cueRange.to || at > cueRange.from),
  )
}

/** How far from its cue a date, place or medium may stand, in words. */
const reach = 25

export function nearCue(draft: Draft): Token[][] {
  const runs: Token[][] = []
  let previous: Token | undefined
  const cue = draft.tokens[draft.cueRange.from]!
  const from = draft.tokens[Math.max(0, draft.cueRange.from - reach)]!.start
  const to = draft.tokens[Math.min(draft.tokens.length - 1, draft.cueRange.to + reach)]!.end
  for (const token of asideWords(draft)) {
    if (token.start < from || token.end > to) continue
    if (previous && token.start - previous.end < 3) runs.at(-1)!.push(token)
    else runs.push([token])
    previous = token
  }
  return runs.sort((a, b) => Math.abs(a[0]!.start - cue.start) - Math.abs(b[0]!.start - cue.start))
}

export function dateOf(near: readonly Token[][], around: Surroundings, draft: Draft): HopDate | null {
  const cueStart = draft.tokens[draft.cueRange.from]!.start
  for (const run of near) {
    // "It rose on Thursday, and the bank said …": the day belongs to what goes before.
    const isBefore = run[0]!.start < cueStart
    if (isBefore && (run.at(-1)!.tag === 'CCONJ' || run.some(({ tag }) => tag === 'AUX'))) continue
    const start = run[0]!.start
    const [date] = findDates(around.text.slice(start, run.at(-1)!.end), around.publishedOn)
    // "A court on Friday cleared the man whom prosecutors had called …" likewise.
    const after = date ? run.filter((token) => token.start >= start + date.end) : []
    if (isBefore && after.some((token, at) => token.tag === 'VERB' && after[at - 1]?.tag !== 'ADP')) continue
    if (date) {
      const place = { start: start + date.start, end: start + date.end }
      return {
        text: around.text.slice(place.start, place.end),
        iso: date.iso,
        precision: date.precision,
        ...around.span(place),
      }
    }
  }
  return null
}

const media = new Set(
  'note memoir memoirs filing brochure newsletter blog statement communiqué communique interview letter speech tweet report memo email e-mail op-ed column article book broadcast podcast press briefing conference hearing debate affidavit filing message post testimony release video address'.split(
    ' ',
  ),
)
const platforms = new Set('twitter facebook instagram telegram television radio tv x weibo youtube state'.split(' '))

export function mediumOf(draft: Draft, near: readonly Token[][], around: Surroundings): string | null {
  const cueTokens = draft.tokens.slice(draft.cueRange.from, draft.cueRange.to)
  for (const run of [...near, cueTokens]) {
    for (const [at, token] of run.entries()) {
      if (!/^(?:in|on|at|during|by|through|via)$/.test(token.lower)) continue
      for (let to = at + 1; to < Math.min(run.length, at + 7); to++) {
        const word = run[to]!
        if (word.tag === 'ADP' || word.text === ',') break
        if (
          (media.has(word.lower) && !media.has(run[to + 1]?.lower ?? '')) ||
          (platforms.has(word.lower) && token.lower === 'on')
        ) {
          const from = /^(?:an?|the|his|her|its|their)$/.test(run[at + 1]!.lower) && to > at + 1 ? at + 2 : at + 1
          return textOf(around.text, run.slice(from, to + 1))
        }
      }
    }
  }
  if (/^(?:re)?tweet(?:s|ed|ing)?$/.test(draft.cueWord)) return 'Twitter'
  if (/^(?:wrote|writes|writing)$/.test(draft.cueWord)) return 'writing'
  return /^(?:told|tells|telling)$/.test(draft.cueWord) ? 'speech' : null
}

const notPlaces =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|twitter|facebook)\.?$/

export function placeOf(near: readonly Token[][], around: Surroundings): string | null {
  for (const run of near) {
    for (const [at, token] of run.entries()) {
      if (!/^(?:in|at|from|near|outside)$/.test(token.lower)) continue
      let to = at + 1
      while (run[to] && run[to]!.tag === 'PROPN' && !notPlaces.test(run[to]!.lower)) to++
      const place = run.slice(at + 1, to)
      if (
        place.length > 0 &&
        !place.some((word) => outletWords.has(word.lower) || roleWords.has(word.lower)) &&
        run[to]?.tag !== 'NOUN' &&
        run[to]?.tag !== 'POSS'
      )
        return textOf(around.text, place)
    }
  }
  return null
}

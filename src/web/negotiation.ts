import type { IncomingMessage } from 'node:http'
import createError from 'http-errors'

/** The formats that an address can offer; programs get a problem in place of an error page. */
const types = {
  html: 'text/html',
  json: 'application/json',
  linked: 'application/ld+json',
  turtle: 'text/turtle',
  problem: 'application/problem+json',
  text: 'text/plain',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
} as const

export type Format = keyof typeof types

/** A page and its data: most addresses offer both, and some also the data in the shape of a standard. */
export const page = ['html', 'json'] as const satisfies Format[]
export const pageWithLinkedData = ['html', 'json', 'linked'] as const satisfies Format[]
/** A stored text, whose offsets annotations count in. */
export const pageWithText = ['html', 'json', 'text'] as const satisfies Format[]
/** A list, whose rows are also files. */
export const pageWithRows = ['html', 'json', 'csv', 'jsonl'] as const satisfies Format[]
/** All that any address offers: what tells two cached answers of one address apart. */
export const everyFormat = Object.keys(types) as Format[]

/**
 * The only place that reads `Accept`: returns the offered format that suits the client best, or undefined if none does.
 * Between equals, the first one wins. Parameters other than `q` are ignored, since each format exists in one form only:
 * `application/json; charset=utf-8` is JSON, and `application/ld+json` matches with any profile.
 */
export function chooseFormat<F extends Format>(req: IncomingMessage, offered: readonly F[]): F | undefined {
  return rankFormats(req, offered)[0]
}

/** Those that are accepted, the best first. */
export function rankFormats<F extends Format>({ headers }: IncomingMessage, offered: readonly F[]): F[] {
  const ranges = readAccept(headers.accept ?? '')
  if (ranges.size === 0) return [...offered]
  return offered
    .flatMap((format) => {
      const range = rangeFor(types[format], ranges)
      return range && range.weight > 0 ? [{ format, ...range }] : []
    })
    .sort((a, b) => b.weight - a.weight || b.precision - a.precision || a.position - b.position)
    .map(({ format }) => format)
}

/** Whether the client names pages among what it accepts, as browsers do; programs often accept just anything. */
export function namesPages({ headers }: IncomingMessage): boolean {
  const ranges = readAccept(headers.accept ?? '')
  return ['text/html', 'application/xhtml+xml', 'text/*'].some((name) => (ranges.get(name)?.weight ?? 0) > 0)
}

/** The answer when no offered format is acceptable: a list of those that exist. */
export function notAcceptable(offered: readonly Format[]): createError.HttpError {
  const names = offered.map((format) => types[format])
  const last = names.pop()
  const all = names.length === 0 ? last : `${names.join(', ')} or ${last}`
  return createError(406, `This address answers ${all}. Ask for one of these with the header Accept`)
}

type Range = { weight: number; position: number }

/** The most specific range counts, whatever the weight of the others. */
function rangeFor(type: string, ranges: Map<string, Range>): (Range & { precision: number }) | undefined {
  const [main] = type.split('/')
  for (const [precision, name] of [
    [2, type],
    [1, `${main}/*`],
    [0, '*/*'],
  ] as const) {
    const range = ranges.get(name)
    if (range) return { ...range, precision }
  }
  return undefined
}

/**
 * Media ranges by name. If one occurs twice, as with two profiles, the greater weight counts; invalid ranges are
 * ignored.
 */
function readAccept(accept: string): Map<string, Range> {
  const ranges = new Map<string, Range>()
  for (const [position, part] of splitOutsideQuotes(accept, ',').entries()) {
    const [sent = '', ...parameters] = splitOutsideQuotes(part, ';').map((piece) => piece.trim())
    const name = sent === '*' ? '*/*' : sent.toLowerCase()
    if (!name.includes('/')) continue
    const weight = readWeight(parameters)
    const known = ranges.get(name)
    if (!known || known.weight < weight) ranges.set(name, { weight, position: known?.position ?? position })
  }
  return ranges
}

function readWeight(parameters: string[]): number {
  const given = parameters.find((parameter) => /^q\s*=/i.test(parameter))
  const weight = given === undefined ? 1 : Number(given.slice(given.indexOf('=') + 1))
  return Number.isNaN(weight) ? 1 : Math.min(Math.max(weight, 0), 1)
}

/** Profiles are quoted and may contain commas and semicolons. One pass, since strangers write these headers. */
export function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  if (!text.includes('"')) return text.split(separator)
  const pieces: string[] = []
  let isQuoted = false
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isQuoted && letter === '\\') at++
    else if (letter === '"') isQuoted = !isQuoted
    else if (letter === separator && !isQuoted) {
      pieces.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...pieces, text.slice(start)]
}

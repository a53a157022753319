import { findDates, type FoundDate } from '../dates.ts'
import { alternatives, type Stretch } from './matching.ts'
import type { Pack } from './pack.ts'

const english = 'January February March April May June July August September October November December'.split(' ')

/** When and to whom something was said: in the writer's own words of its sentence. */
export class Around {
  readonly #days: RegExp
  readonly #to: RegExp
  readonly #inEnglish: ReadonlyMap<string, string>
  readonly #months: readonly RegExp[]
  readonly #publishedOn: string | undefined

  constructor(pack: Pack, publishedOn: string | undefined) {
    this.#publishedOn = publishedOn
    this.#inEnglish = new Map(pack.days.map(([words, day]) => [words.toLowerCase(), day]))
    this.#months = pack.months.map((month) => new RegExp(`(?<!\\p{L})(?:${month})(?!\\p{L})`, 'iu'))
    const days = alternatives(pack.days.map(([words]) => words)) || '(?!)'
    const day = `(?<!\\d)(?<day>\\d{1,2})(?:\\.|er)?(?: de)? (?<month>${pack.months.join('|') || '(?!)'})(?:(?: de)? (?<year>\\d{4}))?`
    this.#days = new RegExp(`(?:(?<!\\p{L})(?<near>${days})|${day})(?!\\p{L})`, 'giu')
    this.#to = new RegExp(`(?<!\\p{L})(?:${pack.to})`, 'giu')
  }

  /** The day nearest behind the cue, or before it. */
  date(text: string, own: readonly Stretch[], cue: number): FoundDate | undefined {
    const found = own.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(this.#days)].map((match) => ({ match, at: start + match.index })),
    )
    for (const { match, at } of [
      ...found.filter(({ at }) => at > cue),
      ...found.filter(({ at }) => at < cue).reverse(),
    ]) {
      const [date] = findDates(this.#english(match), this.#publishedOn)
      if (date) return { ...date, start: at, end: at + match[0].length }
    }
    return undefined
  }

  /** Where an addressee begins behind a place: whoever speaks has ended there. */
  before(text: string, at: number, limit: number): number {
    const [to] = text.slice(at, Math.min(limit, at + 160)).matchAll(this.#to)
    return to && to.index > 1 ? at + to.index : limit
  }

  addressee(text: string, own: readonly Stretch[]): Stretch | undefined {
    for (const { start, end } of own)
      for (const { index, 0: words, ...match } of text.slice(start, end).matchAll(this.#to)) {
        const who = Object.values(match.groups ?? {}).find((group) => group !== undefined)
        const at = start + index + words.lastIndexOf(who ?? '')
        if (who) return { start: at, end: at + who.length }
      }
    return undefined
  }

  #english({ groups = {} }: RegExpMatchArray): string {
    const near = groups['near']
    if (near !== undefined) return this.#inEnglish.get(near.toLowerCase()) ?? ''
    const month = english[this.#months.findIndex((one) => one.test(groups['month'] ?? ''))] ?? ''
    return `${groups['day']} ${month} ${groups['year'] ?? ''}`.trim()
  }
}

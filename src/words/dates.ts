import type { DatePrecision } from '../database/client/enums.ts'

/* How pages write dates, times and counts. Views call these; nothing else formats. */
const precise = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
}
const short = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  year: precise.year,
}
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** "7 October 2021", "October 2021" or "2021". */
export function formatDate(on: Date, precision: DatePrecision = 'day'): string {
  return precise[precision].format(on)
}

/** For the columns of a table: "7 Oct 2021". */
export function formatShortDate(on: Date, precision: DatePrecision = 'day'): string {
  return short[precision].format(on)
}

type Spell = {
  since: Date | null
  sincePrecision: DatePrecision | null
  until: Date | null
  untilPrecision: DatePrecision | null
}

/** As far as it is known, as the end of a phrase: ", since 2019, until 7 October 2021". */
export function formatSpell({ since, sincePrecision, until, untilPrecision }: Spell): string {
  const from = since && sincePrecision ? `, since ${formatDate(since, sincePrecision)}` : ''
  const to = until && untilPrecision ? `, until ${formatDate(until, untilPrecision)}` : ''
  return from + to
}

/** "7 Oct 2021, 09:30 UTC". */
export function formatMoment(at: Date): string {
  return `${moment.format(at)} UTC`
}

/** "09:30 UTC", to go beside a day. */
export function formatTime(at: Date): string {
  return `${time.format(at)} UTC`
}

export function formatLanguage(tag: string): string {
  return languages.of(tag) ?? tag
}

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

const all = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "A, B and C". */
export function listNames(names: string[]): string {
  return all.format(names)
}

/** Rounded; "100 %" only of all. */
export function formatPercent(share: number): string {
  const percent = Math.round(share * 100)
  return `${share < 1 ? Math.min(99, percent) : percent} %`
}

/** The tenths that are reached: 0.97 is "90 %", as in "90 % or better", and only what never fails is "100 %". */
export function formatTenths(share: number): string {
  return formatPercent(tenthsReached(share) / 10)
}

export function tenthsReached(share: number): number {
  return Math.floor(share * 10 + 1e-9)
}

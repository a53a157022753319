/*
 * Dates as people write them. Pure, without imports: the browser loads this file, too, and says below the field what
 * the server will understand.
 */

/** `iso` is the day, the month or the year: as precise as it was written. */
export type TypedDate =
  | { is: 'date'; iso: string }
  /** Day and month can't be told apart. */
  | { is: 'either'; isos: string[] }
  | { is: 'unclear'; why: string }

export const howToWriteDates = 'Write it as 7 October 2021, October 2021 or 2021'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const relative: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 }
const dayInMs = 24 * 60 * 60 * 1000

/** "7 October 2021", "7.10.2021", "2021-10", "yesterday"; days begin and end at Greenwich. */
export function readTypedDate(text: string, now = new Date()): TypedDate {
  const words = text
    .toLowerCase()
    .split(/\s/)
    .filter(Boolean)
    .join(' ')
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/, '$1')
    .replace(/\bof\b|,/g, ' ')
    .replace(/ ?([./-]) ?/g, '$1')
    .split(' ')
    .filter(Boolean)
    .join(' ')
    .replace(/\.$/, '')
  const shift = Object.hasOwn(relative, words) ? relative[words] : undefined
  if (shift !== undefined) {
    return { is: 'date', iso: new Date(now.getTime() + shift * dayInMs).toISOString().slice(0, 10) }
  }
  return readNumbers(words) ?? readNamed(words) ?? none(text)
}

/** For a sentence: "7 October 2021", "October 2021" or "2021". */
export function sayIso(iso: string): string {
  const [year = '', month] = iso.split('-')
  const whole = english.format(new Date(`${[year, month ?? '01', iso.slice(8) || '01'].join('-')}T00:00:00Z`))
  return iso.length === 10
    ? whole
    : iso.length === 7
      ? whole.replace(/^\d+ /, '')
      : String(Number(year)).padStart(4, '0')
}

/** A stored date as people write it; anything else as it is. */
export function sayIfIso(value: string): string {
  const typed = /^[1-9]\d{3}-\d{2}(-\d{2})?$/.test(value) ? readTypedDate(value) : undefined
  return typed?.is === 'date' ? sayIso(typed.iso) : value
}

/** What stands below a field while a date is in it; nothing, where that says the same as the field. */
export function sayUnderstood(value: unknown): string {
  const typed = typeof value === 'string' && value.trim() !== '' ? readTypedDate(value) : undefined
  if (typed?.is !== 'date') return ''
  const said = sayIso(typed.iso)
  return said === value ? '' : `= ${said}`
}

function readNumbers(words: string): TypedDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(words) ?? []
  if (year) return dated(year, month, day)

  const [, monthFirst, itsYear] = /^(\d{1,2})[-/.](\d{4})$/.exec(words) ?? []
  if (monthFirst && itsYear) return dated(itsYear, monthFirst)

  const [, a, sign, b, last] = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(words) ?? []
  if (!a || !b) return undefined
  if (last?.length !== 4) return { is: 'unclear', why: `Which year is “${words}”? Write all four digits of it` }
  // Between points the day comes first wherever dates are written so.
  const isDayFirst = sign === '.' || Number(a) > 12 || a === b
  const isMonthFirst = Number(b) > 12
  if (isDayFirst) return dated(last, b, a)
  if (isMonthFirst) return dated(last, a, b)
  const isos = [dated(last, b, a), dated(last, a, b)].flatMap((one) => (one?.is === 'date' ? [one.iso] : []))
  return isos.length === 2 ? { is: 'either', isos } : undefined
}

function readNamed(words: string): TypedDate | undefined {
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})[ .-]{0,2})?(\p{L}{3,9})(?:\.?[ .-]?(\d{1,2})(?!\d))?(?:\.?[ -]?(\d{4}))?$/u.exec(words) ?? []
  const month = months.findIndex((full) => full.startsWith(name) || (name === 'sept' && full === 'september')) + 1
  if (name === '' || month === 0 || (before && after)) return undefined
  if (!year) return { is: 'unclear', why: `Which year is “${words}”? Add it` }
  return dated(year, String(month), before ?? after)
}

/** Undefined for a day that no calendar has. */
function dated(year: string, month?: string, day?: string): TypedDate | undefined {
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  if (iso.startsWith('0000')) return undefined
  const on = new Date(`${iso.length === 10 ? iso : iso.length === 7 ? `${iso}-01` : `${iso}-01-01`}T00:00:00Z`)
  return Number.isNaN(on.getTime()) || !on.toISOString().startsWith(iso) ? undefined : { is: 'date', iso }
}

function none(text: string): TypedDate {
  return { is: 'unclear', why: `There is no date “${text.trim().slice(0, 40)}”. ${howToWriteDates}` }
}

import type { Precision } from './statement.ts'

export type FoundDate = { start: number; end: number; iso: string; precision: Precision }

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
/** Whether a word is a month, in full or cut short. */
export const isMonth = new RegExp(`^${month}$`)
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

const phrases = new RegExp(
  [
    `(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,?\\s+(?<year>\\d{4}))?`,
    `(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month2>${month})(?:,?\\s+(?<year2>\\d{4}))?`,
    `(?<full>(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)`,
    `(?:(?<shift>last|next|this)\\s+)?(?<weekday>${weekday})(?!,?\\s+(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${month})(?:\\s+(?:morning|afternoon|evening|night))?`,
    `(?<near>yesterday|today|tonight|tomorrow|this morning|this afternoon|this evening|last night|earlier in the day|later in the day)`,
    `(?:(?:earlier|later)\\s+)?(?<relative>last|this|next)\\s+(?<unit>week|month|year|spring|summer|autumn|fall|winter)`,
    `(?:(?:earlier|later)\\s+)?(?<relative2>last|this)\\s+(?<month4>${month})`,
    `(?<count>\\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\\s+(?<unit2>day|week|fortnight|month|year)s?\\s+(?:ago|earlier)`,
    `(?<month3>${month})\\s+(?:of\\s+)?(?<year3>\\d{4})`,
    `in\\s+(?:early\\s+|mid-|late\\s+)?(?<month5>${month})\\b(?!\\s+\\d)`,
    `in\\s+(?:early\\s+|late\\s+)?(?<year4>(?:19|20)\\d{2})\\b`,
  ].join('|'),
  'gi',
)

/** Most texts contain no date; this check costs a twentieth of a full search. */
const mayHoldDate =
  /\d|day|night|morning|evening|afternoon|week|month|year|ago|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i

/** Day count of 1970 and no year before it can go wrong in this range. */
const dayLength = 86_400_000

/** The dates in a text, relative to its day of publication; without that day only full dates are found. */
export function findDates(text: string, publishedOn: string | undefined): FoundDate[] {
  if (!mayHoldDate.test(text)) return []
  const published = publishedOn ? parseDay(publishedOn) : undefined
  const found: FoundDate[] = []
  for (const match of text.matchAll(phrases)) {
    if (/[\p{L}\d]/u.test(text.charAt(match.index - 1))) continue
    const date = resolve(match.groups ?? {}, published)
    if (!date) continue
    const prefix = /^in\s+/i.exec(match[0])?.[0].length ?? 0
    found.push({ start: match.index + prefix, end: match.index + match[0].length, ...date })
  }
  return found
}

type Groups = Record<string, string | undefined>

function resolve(groups: Groups, published: number | undefined): { iso: string; precision: Precision } | undefined {
  const [year = 0, monthNumber = 0, day = 0] = groups['full']?.split('-').map(Number) ?? []
  if (groups['full']) return validDay(year, monthNumber, day)
  const dayOfMonth = groups['day'] ?? groups['day2']
  if (dayOfMonth)
    return resolveDay(
      monthOf(groups['month'] ?? groups['month2']),
      Number(dayOfMonth),
      groups['year'] ?? groups['year2'],
      published,
    )
  if (groups['year3']) return { iso: `${groups['year3']}-${pad(monthOf(groups['month3']))}`, precision: 'month' }
  if (groups['year4']) return { iso: groups['year4'], precision: 'year' }
  if (published === undefined) return undefined
  if (groups['weekday'])
    return { iso: isoDay(weekdayNear(groups['weekday'], groups['shift'], published)), precision: 'day' }
  if (groups['near']) return { iso: isoDay(published + nearDays(groups['near']) * dayLength), precision: 'day' }
  if (groups['unit'])
    return resolveUnit(groups['unit'].toLowerCase(), (groups['relative'] ?? '').toLowerCase(), published)
  if (groups['unit2']) return resolveAgo(groups['unit2'].toLowerCase(), countOf(groups['count'] ?? ''), published)
  const named = groups['month5'] ?? groups['month4']
  return named ? resolveMonth(monthOf(named), groups['relative2']?.toLowerCase(), published) : undefined
}

function resolveDay(
  named: number,
  day: number,
  year: string | undefined,
  published: number | undefined,
): { iso: string; precision: Precision } | undefined {
  if (day < 1 || day > 31 || named < 1) return undefined
  if (year) return validDay(Number(year), named, day)
  if (published === undefined) return undefined
  const now = new Date(published)
  // A December date in a text of early January was last month, not eleven months ahead.
  const ahead = named - 1 - now.getUTCMonth()
  return validDay(now.getUTCFullYear() + (ahead > 8 ? -1 : ahead < -10 ? 1 : 0), named, day)
}

function validDay(year: number, named: number, day: number): { iso: string; precision: Precision } | undefined {
  const time = Date.UTC(year, named - 1, day)
  return new Date(time).getUTCDate() === day ? { iso: isoDay(time), precision: 'day' } : undefined
}

/** "Monday" is the last Monday up to the day of publication, because news is about what was said. */
function weekdayNear(name: string, shift: string | undefined, published: number): number {
  const wanted = weekdays.indexOf(name.toLowerCase())
  const back = (new Date(published).getUTCDay() - wanted + 7) % 7
  switch (shift?.toLowerCase()) {
    case 'last':
      return published - (back === 0 ? 7 : back) * dayLength
    case 'next':
      return published + (7 - back) * dayLength
    default:
      return published - back * dayLength
  }
}

function nearDays(word: string): number {
  if (/^(?:yesterday|last night)$/i.test(word)) return -1
  return /^tomorrow$/i.test(word) ? 1 : 0
}

function resolveUnit(unit: string, relative: string, published: number): { iso: string; precision: Precision } {
  const step = relative === 'last' ? -1 : relative === 'next' ? 1 : 0
  const now = new Date(published)
  const [year, at] = [now.getUTCFullYear(), now.getUTCMonth()]
  switch (unit) {
    case 'week':
      return { iso: isoWeek(published + step * 7 * dayLength), precision: 'week' }
    case 'month':
      return { iso: isoDay(Date.UTC(year, at + step, 1)).slice(0, 7), precision: 'month' }
    case 'year':
      return { iso: String(year + step), precision: 'year' }
    default: {
      const begins = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 }[unit] ?? 0
      const past = step < 0 && begins >= at ? -1 : 0
      return { iso: `${year + past}-${pad(begins + 1)}`, precision: 'season' }
    }
  }
}

function resolveAgo(unit: string, count: number, published: number): { iso: string; precision: Precision } {
  const now = new Date(published)
  switch (unit) {
    case 'day':
      return { iso: isoDay(published - count * dayLength), precision: 'day' }
    case 'fortnight':
      return resolveAgo('week', 2 * count, published)
    case 'week':
      return { iso: isoWeek(published - count * 7 * dayLength), precision: 'week' }
    case 'month':
      return {
        iso: isoDay(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).slice(0, 7),
        precision: 'month',
      }
    default:
      return { iso: String(now.getUTCFullYear() - count), precision: 'year' }
  }
}

function resolveMonth(
  named: number,
  relative: string | undefined,
  published: number,
): { iso: string; precision: Precision } {
  const now = new Date(published)
  const past = (relative === 'last' ? named - 1 >= now.getUTCMonth() : named - 1 > now.getUTCMonth() + 3) ? 1 : 0
  return { iso: `${now.getUTCFullYear() - past}-${pad(named)}`, precision: 'month' }
}

function parseDay(iso: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso + 'T00:00:00Z') : NaN
  return Number.isNaN(time) ? undefined : time
}

function monthOf(name = ''): number {
  return months.findIndex((known) => known.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1
}

function countOf(word: string): number {
  if (/^an?$/i.test(word)) return 1
  return /^\d/.test(word) ? Number(word) : Math.max(0, numbers.indexOf(word.toLowerCase()))
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The week as ISO 8601 writes it: the one whose Thursday it holds. */
function isoWeek(time: number): string {
  const weekdayFromMonday = (new Date(time).getUTCDay() + 6) % 7
  const thursday = time + (3 - weekdayFromMonday) * dayLength
  const year = new Date(thursday).getUTCFullYear()
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayLength))
  return `${year}-W${pad(week)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/* What a page, a file or a mail says about itself, brought into one form. */

export function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** "en_US", "en_US.UTF-8", "English (United States)" and "en-us" are tags, too; undefined for what names no language. */
export function canonicalLanguage(said: string | undefined | null): string | undefined {
  const [tag = ''] =
    said
      ?.trim()
      .replaceAll('_', '-')
      .split(/ ?[.@(]/) ?? []
  if (tag.trim() === '') return undefined
  const named = tagByName.get(tag.toLowerCase())
  if (named !== undefined) return named
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    const base = canonical?.split('-')[0] ?? ''
    return base.length <= 3 ? canonical : undefined
  } catch {
    return undefined
  }
}

const common =
  'ar be bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka ko lt lv mk nl no pl pt ro ru sk sl sq sr sv sw th tr uk ur uz vi zh'
const inEnglish = new Intl.DisplayNames('en', { type: 'language' })
const tagByName = new Map(
  common.split(' ').flatMap((tag) => {
    const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag)
    return [inEnglish.of(tag), own].flatMap((name) => (name === undefined ? [] : [[name.toLowerCase(), tag] as const]))
  }),
)

/** "2021-10-07T01:30:00+03:00" was published on 7 October where it was published. */
export function dayOf(said: string): string | undefined {
  const [, year = '', month, day] = /^\s*(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?!\d)/.exec(said) ?? []
  return asDay(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  )
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${monthWord},?[\\s-]+(\\d{4})\\b`, 'i')
const monthFirst = new RegExp(`\\b${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i')
const monthOnly = new RegExp(`\\b${monthWord},?\\s+(\\d{4})\\b`, 'i')
const numbers = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/

/** The first date in a line such as "Published: Thursday 7 October 2021, 9:30 pm"; undefined where it can be two days. */
export function writtenDate(line: string): string | undefined {
  const iso = /\b\d{4}-\d{2}-\d{2}/.exec(line)
  if (iso) return dayOf(iso[0])
  const [, day1, month1, year1] = dayFirst.exec(line) ?? []
  if (day1 !== undefined) return asDay(Number(year1), monthNumber(month1), Number(day1))
  const [, month2, day2, year2] = monthFirst.exec(line) ?? []
  if (day2 !== undefined) return asDay(Number(year2), monthNumber(month2), Number(day2))
  const [, month3, year3] = monthOnly.exec(line) ?? []
  if (year3 !== undefined) return asDay(Number(year3), monthNumber(month3), undefined)
  const [whole = '', one, two, year4] = numbers.exec(line) ?? []
  if (one === undefined) return undefined
  // 7.10.2021 has the day first wherever dates are written with full stops; of 7/10/2021 nobody knows.
  if (whole.includes('.') || Number(one) > 12) return asDay(Number(year4), Number(two), Number(one))
  return Number(two) > 12 ? asDay(Number(year4), Number(one), Number(two)) : undefined
}

function monthNumber(word: string | undefined): number {
  return months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1
}

function asDay(year: number, month: number | undefined, day: number | undefined): string | undefined {
  if (!(year >= 1450 && year <= 2200)) return undefined
  if (month === undefined) return String(year)
  const two = (number: number) => String(number).padStart(2, '0')
  const whole = `${year}-${two(month)}-${two(day ?? 1)}`
  const on = new Date(`${whole}T00:00:00Z`)
  if (Number.isNaN(on.getTime()) || !on.toISOString().startsWith(whole)) return undefined
  return day === undefined ? whole.slice(0, 7) : whole
}

const notNames =
  /^(?:staff|editors?|admin(?:istrator)?|news ?desk|reporters?|correspondents?|contributors?|guest|web ?desk)$/i

/**
 * The names in a byline: "By Ana Berg and Ida Holm, Coast Wire | 7 October 2021" has two. "Berg, Ana; Holm, Ida" has
 * two as well, each with its family name first.
 */
export function namesOf(byline: string): string[] {
  const line = tidy(byline.slice(0, 500)).replace(announced, '')
  const end = line.search(afterNames)
  const names = end === -1 ? line : line.slice(0, end)
  const pieces = names.includes(';')
    ? names.split(';').map(familyNameLast)
    : names.split(/,| and | & | und | et | y | и /)
  return pieces
    .map((name) => tidy(name).replace(/(?<![,.:])[,.:]+$/, ''))
    .filter((name) => name.length >= 2 && name.length <= 100 && /\p{L}/u.test(name))
    .filter((name) => !notNames.test(name) && !isRole(name))
}

/** What stands before the names of a byline, and after them. */
const announced =
  /^(?:(?:posted|written|reported|published|words|text|story|reporting) ?(?:by|:) |(?:by|von|par|por|di|av|door|от|автор):? )/i
const afterNames = / (?:[|•·–—(]|(?:on|in|for|from|at|published|updated|with additional) )|\d/i

/** "Berg, Ana" is Ana Berg. */
export function familyNameLast(name: string): string {
  const [family, given, more] = name.split(',').map(tidy)
  return given !== undefined && more === undefined && family !== undefined ? `${given} ${family}` : name
}

/** After a comma a byline names what somebody is, or who they work for. */
function isRole(name: string): boolean {
  return (
    /\b(?:editor|reporter|correspondent|writer|staff|bureau|chief|agency|agencies|news|wire|press|reuters|afp|dpa)\b/i.test(
      name,
    ) || /^\p{Ll}/u.test(name.replace(/^(?:van|von|de|da|del|di|la|le|bin|al|el|ter|dos|den|der)\b\s*/u, ''))
  )
}

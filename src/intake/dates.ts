import { common } from './facts.ts'

/* Days as people and programs write them. */

/** "2021-10-07T01:30:00+03:00" was published on 7 October where it was published. */
export function dayOf(said: string): string | undefined {
  const [, year = '', month, day] = withMarks.exec(said) ?? withoutMarks.exec(said) ?? []
  return asDay(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  )
}

const withMarks = /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/
const withoutMarks = /^\s*(\d{4})(?:(\d{2})(\d{2})?)?(?!\d)/

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${monthWord},?[\\s-]+(\\d{4})\\b`, 'i')
const monthFirst = new RegExp(`\\b${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i')
const monthOnly = new RegExp(`\\b${monthWord},?\\s+(\\d{4})\\b`, 'i')
const numbers = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/
const shortYear = /(?<![.\d])(\d{2})\.(\d{2})\.(\d{2})(?![.\d])/
const yearFirst = /\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b/

/**
 * The first date in a line such as "Published: Thursday 7 October 2021, 9:30 pm", also in other languages and scripts;
 * undefined where it can be two days and the page's language does not say which.
 */
export function writtenDate(said: string, language = ''): string | undefined {
  const line = withDigits(said)
  const [iso] = /\b\d{4}-\d{1,2}-\d{1,2}(?!\d)/.exec(line) ?? []
  if (iso !== undefined) return dayOf(iso)
  const [, day1, month1, year1] = dayFirst.exec(line) ?? []
  if (day1 !== undefined) return asDay(Number(year1), monthNumber(month1), Number(day1))
  const [, month2, day2, year2] = monthFirst.exec(line) ?? []
  if (day2 !== undefined) return asDay(Number(year2), monthNumber(month2), Number(day2))
  const named = dateElsewhere(line)
  if (named !== undefined) return named
  const [, month3, year3] = monthOnly.exec(line) ?? []
  if (year3 !== undefined) return asDay(Number(year3), monthNumber(month3), undefined)
  return dateInNumbers(line, language) ?? monthElsewhere(line)
}

/** Canada's English writes both, so that it says nothing. */
const monthBeforeDay = new Set(['en-US', 'en-PH'])

function dateInNumbers(line: string, language: string): string | undefined {
  const [, year, month, day] = yearFirst.exec(line) ?? []
  if (year !== undefined) return asDay(Number(year), Number(month), Number(day))
  const [whole = '', one, two, last = ''] = numbers.exec(line) ?? shortYear.exec(line) ?? []
  if (one === undefined) return undefined
  const full = last.length === 2 ? 2000 + Number(last) : Number(last)
  // 7.10.2021 has the day first wherever dates are written with full stops; 7/10/2021 has it in most countries.
  if (whole.includes('.') || Number(one) > 12) return asDay(full, Number(two), Number(one))
  if (Number(two) > 12 || monthBeforeDay.has(language)) return asDay(full, Number(one), Number(two))
  return /^(?:en-(?!CA)\w+|(?!en)[a-z]{2,3})/.test(language) ? asDay(full, Number(two), Number(one)) : undefined
}

/** Arabic, Persian, Indian and full-width digits as ours. */
function withDigits(line: string): string {
  return line.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
}
const zeros = [0x660, 0x6f0, 0x966, 0xff10]

/** The months in other languages, as they are written beside a day and alone; a word for two of them says nothing. */
let monthsElsewhere: Map<string, number> | undefined
function monthsByWord(): Map<string, number> {
  if (monthsElsewhere) return monthsElsewhere
  const found = new Map<string, number>()
  for (const tag of [...common.split(' '), 'ar-SY', 'de-AT'].filter((tag) => tag !== 'en')) {
    for (const options of [
      { month: 'long' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(tag, { ...options, calendar: 'gregory', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2021, month - 1, 9)).find(({ type }) => type === 'month')
        const word = monthWordOf(part?.value ?? '')
        if (!/^\p{L}{2,}/u.test(word)) continue
        found.set(word, (found.get(word) ?? month) === month ? month : 0)
      }
    }
  }
  monthsElsewhere = found
  return found
}

function monthWordOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[.\u200e\u200f]/g, '')
    .trim()
}

function monthElsewhereNumber(word: string | undefined): number {
  const known = monthsByWord()
  const [first = ''] = monthWordOf(word ?? '').split('/')
  return known.get(first) ?? 0
}

const dayAndWord =
  /(?<!\d)(\d{1,2})(?:\.|º|er|re|\s?-?го)?\s+(?:de\s+|di\s+|d[’'])?(\p{L}[\p{L}\p{M}/]{2,20})\.?,?\s+(?:de[l]?\s+)?(\d{4})(?!\d)/gu
const wordAndDay = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,20})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/gu
const yearAndWord =
  /(?<!\d)(\d{4})(?:\.|\s+m\.|\.?\s+gada)?\s+(?:(\d{1,2})\.\s+)?(\p{L}[\p{L}\p{M}]{2,20})\.?(?:\s+(\d{1,2}))?(?!\d)/gu
const inChinese = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일号])?/u
const inVietnamese = /(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})/iu

function dateElsewhere(line: string): string | undefined {
  const [, cjkYear, cjkMonth, cjkDay] = inChinese.exec(line) ?? []
  if (cjkYear !== undefined)
    return asDay(Number(cjkYear), Number(cjkMonth), cjkDay === undefined ? undefined : Number(cjkDay))
  const [, vietDay, vietMonth, vietYear] = inVietnamese.exec(line) ?? []
  if (vietDay !== undefined) return asDay(Number(vietYear), Number(vietMonth), Number(vietDay))
  const found = [
    ...[...line.matchAll(dayAndWord)].map(([, day, word, year]) => ({ day, word, year })),
    ...[...line.matchAll(wordAndDay)].map(([, word, day, year]) => ({ day, word, year })),
    ...[...line.matchAll(yearAndWord)].map(([, year, before, word, after]) => ({ day: before ?? after, word, year })),
  ]
  for (const { day, word, year } of found) {
    const month = day === undefined ? 0 : monthElsewhereNumber(word)
    if (month > 0) return asDay(Number(year), month, Number(day))
  }
  return undefined
}

const wordAndYear = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,20})\.?,?\s+(?:de[l]?\s+)?(\d{4})(?!\d)/gu

function monthElsewhere(line: string): string | undefined {
  for (const [, word, year] of line.matchAll(wordAndYear)) {
    const month = monthElsewhereNumber(word)
    if (month > 0) return asDay(Number(year), month, undefined)
  }
  return undefined
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

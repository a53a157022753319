import { writtenDate } from './dates.ts'
import { canonicalLanguage, namesOf, tidy } from './facts.ts'
import { factsInHead } from './head-lines.ts'
import { tellKind } from './kind.ts'
import type { Facts } from './taken.ts'

/* What a plain text says about itself: in fields above it, in its first lines, in its dateline and below its end. */

const longestHead = 3000

export function factsOfPlain(text: string): Facts {
  const head = text.slice(0, longestHead).split(/\r\n?|\n/)
  const fields = fieldsIn(head)
  const lines = head.map(tidy).filter((line) => line !== '')
  const title = fields.title ?? lines[0] ?? ''
  const agency = agencyIn(lines)
  const authors = reportersIn(text)
  const kind = tellKind({ title, lines: lines.slice(0, 6).filter((line) => line.length <= 120), text })
  const shown = factsInHead(lines, { title, text })
  // An agency sends the releases of others, too.
  const publisher = kind === 'press_release' ? (shown.publisher ?? agency) : (agency ?? shown.publisher)
  return {
    ...(authors.length > 0 && { authors }),
    ...shown,
    ...(publisher !== undefined && { publisher }),
    ...(kind !== undefined && { kind }),
    ...fields,
  }
}

const names: Record<string, keyof Facts> = {
  title: 'title',
  headline: 'title',
  author: 'authors',
  authors: 'authors',
  byline: 'authors',
  date: 'published',
  published: 'published',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  url: 'url',
  link: 'url',
  language: 'language',
}
const field = new RegExp(`^(${Object.keys(names).join('|')})[ \\t]*:[ \\t]+(\\S.{0,200})$`, 'i')
const isAddress = /^https?:\/\/[\w.-]+(?:[/?:]\S*)?$/i
/** One alone may be a sentence. */
const fewestFields = 2

const endsSentence = /[.!?…]["”’»)]*$/u
const fewestWordsSaid = 5

function isSaid(value: string): boolean {
  return endsSentence.test(value) && value.split(' ').length >= fewestWordsSaid
}

/** "Title: …", "Author: …", as archives and programs write them above a text. */
function fieldsIn(head: readonly string[]): Facts {
  const found = new Map<keyof Facts, string>()
  for (const line of head) {
    const [, name = '', value = ''] = field.exec(line) ?? []
    const key = names[name.toLowerCase()]
    if (key === undefined) continue
    // Speakers say sentences, and speak more than once.
    if (key === 'authors' && (found.has(key) || isSaid(value))) return {}
    if (!found.has(key)) found.set(key, tidy(value))
  }
  if (found.size < fewestFields || !(found.has('title') || found.has('authors'))) return {}
  const published = writtenDate(found.get('published') ?? '')
  const language = canonicalLanguage(found.get('language'))
  const authors = namesOf(found.get('authors') ?? '')
  const address = [found.get('url'), found.get('publisher')].find((value) => isAddress.test(value ?? ''))
  const [title, publisher] = [found.get('title'), found.get('publisher')]
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(publisher !== undefined && !isAddress.test(publisher) && { publisher }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(address !== undefined && { url: address }),
  }
}

/** "LISBON, Oct 7 (Coast Wire) - The port …" and "KYIV, October 7. /Coast Wire/. The port …". */
const dateline =
  /^\p{Lu}[\p{Lu}.’' -]{2,30}(?:[,/] ?[\p{L}.’' -]{2,30})?,? ?(?:\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{L}{3,9}\.?(?: \d{4})?)?[., ]{0,2}(?:\((\p{Lu}[\p{L} .&’'-]{1,40})\) ?(?:--|[-–—])|\/(\p{Lu}[\p{L} .&’'-]{1,40})\/)/u

function agencyIn(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 12)) {
    const found = dateline.exec(line)
    const agency = found?.[1] ?? found?.[2]
    if (agency !== undefined && !isSpeltOut(agency, line)) return agency
  }
  return undefined
}

/** "NATO (North Atlantic Treaty Organization) - founded …" says what letters stand for. */
function isSpeltOut(words: string, line: string): boolean {
  const first = words
    .split(/[ -]+/)
    .map((word) => word.charAt(0))
    .join('')
  return line.startsWith(`${first} `) || line.startsWith(`${first.replaceAll(/\p{Ll}/gu, '')} `)
}

/** Agencies sign below: "(Reporting by Ana Berg and Ida Holm; Editing by …)". */
function reportersIn(text: string): string[] {
  const [, reported] = /\((?:additional )?reporting by ([^();]{3,200})[;)]/i.exec(text.slice(-1500)) ?? []
  return namesOf(reported?.replaceAll(/ in \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*/gu, '') ?? '')
}

import { writtenDate } from './dates.ts'
import { announced, namesOf, tidy } from './facts.ts'
import { isBodyName, isOutletName } from './outlets.ts'

/* What stands above a text for its readers: its day, who wrote it, who gave it out. */

/** In letters: a longer line is a paragraph. */
const longestLine = 160
const mostLines = 10
const mostWordsBesideDay = 12

export type HeadFacts = { authors?: string[]; published?: string; publisher?: string }

/**
 * The facts in a text's first lines. They are newer and more exact than what the program wrote into the file, which is
 * often about the template or the printing.
 */
export function factsInHead(lines: readonly string[], { title = '', language = '', text = '' } = {}): HeadFacts {
  const head = headOf(lines)
  const published = dayIn(
    head.filter((line) => line !== tidy(title)),
    language,
  )
  const authors = authorsIn(head, title, text)
  const publisher = issuerIn(head, title) ?? outletIn(head, { title, language })
  return {
    ...(published !== undefined && { published }),
    ...(authors.length > 0 && { authors }),
    ...(publisher !== undefined && { publisher }),
  }
}

/** The short lines before the first paragraph. */
function headOf(lines: readonly string[]): string[] {
  const short = lines
    .slice(0, mostLines)
    .map(tidy)
    .filter((line) => line !== '')
  const end = short.findIndex((line) => line.length > longestLine || (endsSentence.test(line) && countWords(line) > 8))
  return end === -1 ? short : short.slice(0, end)
}

const endsSentence = /[.!?…。！？]["'”’»)]*$/u
const saysChanged =
  /updated|modified|revised|printed|embargo|обновл|aktualisiert|mis(?:e)? à jour|actualizad|aggiornat/iu

function dayIn(head: readonly string[], language: string): string | undefined {
  const lines = head.filter((line) => /\d/.test(line) && countWords(line) <= mostWordsBesideDay && !isSaidOfDay(line))
  const first = lines.filter((line) => !saysChanged.test(line))
  return first.map((line) => writtenDate(line, language)).find((day) => day !== undefined && day.length > 4)
}

/** "On 3 May 2019 the bridge fell." and "Born 3 May 1950" tell what happened on a day. */
function isSaidOfDay(line: string): boolean {
  return (
    (endsSentence.test(line) && countWords(line) > 5) ||
    /^(?:born|died|geboren|gestorben|née?|nacid[oa])\b/iu.test(line)
  )
}

function authorsIn(head: readonly string[], title: string, text: string): string[] {
  const signed = head.find((line) => line !== tidy(title) && isByline(line))
  if (signed !== undefined) return namesOf(signed)
  const below = head[head.indexOf(tidy(title)) + 1] ?? ''
  const names = namesOf(below)
  // One name below a title may be a place or a body; several in a row with an "and" are who wrote it.
  const arePersons = names.length > 1 && names.every((name) => personsName.test(name) && !isBodyName(name))
  return title !== '' && arePersons && !areThings(names, tidy(text).replace(below, '')) ? names : []
}

/**
 * A subtitle lists what a text is about as a byline lists who wrote it: "North Sea, Black Sea and Red Sea". The text
 * says "the North Sea" and "in New Harbour"; nobody says "the Ana Berg".
 */
function areThings(names: readonly string[], text: string): boolean {
  return names.every((name) => isWater.test(name)) || names.some((name) => isPlaceOrThing(name, text))
}

const isWater = / (?:Sea|Ocean|River|Islands?|Gulf|Strait)$/

const longestBefore = 8
const beforePlaceOrThing = /(?<!\p{L})(?:the|in)$/iu

function isPlaceOrThing(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const isWhole = !/[\p{L}’'-]/u.test(text.charAt(at + name.length))
    if (isWhole && beforePlaceOrThing.test(text.slice(Math.max(0, at - longestBefore), at).trimEnd())) return true
  }
  return false
}

const fullName =
  /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){1,4}|[\p{Script=Han}·]{2,10}|[\p{Script=Arabic}\p{Script=Hebrew}\p{M} -]{4,40})$/u
const personsName =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:(?:van|von|de|da|del|di|la|bin|al|el|der|den) )*\p{Lu}[\p{L}.’'-]*){1,3}$/u

export function isFullName(name: string): boolean {
  return fullName.test(name)
}

const isNoByline = /^by (?:popular|royal|public|special|order|royalty|design|default|law)\b/i

/** "By Ana Berg", in a line of its own beside the heading. */
export function isByline(line: string): boolean {
  const rest = line.replace(announced, '')
  const names = namesOf(line)
  return rest !== line && line.length <= 120 && !isNoByline.test(line) && names.length > 0 && names.every(isFullName)
}

const saysRelease =
  /^(?:(?:press|news|media) (?:release|statement)|for immediate release|(?:presse|medien)mitteilung|communiqué de presse|comunicado de (?:prensa|imprensa)|nota de prensa|comunicato stampa|persbericht|pressmeddelande|пресс-релиз)\b/iu

/** A press release begins with its letterhead: the name of whoever gives it out, above what it calls itself. */
function issuerIn(head: readonly string[], title: string): string | undefined {
  const at = head.findIndex((line) => saysRelease.test(line))
  const [first = ''] = head.slice(0, Math.max(0, at))
  const isName = /^\p{Lu}/u.test(first) && !/[\d:@,]/.test(first) && countWords(first) >= 2 && countWords(first) <= 8
  return isName && first !== tidy(title) && !endsSentence.test(first) ? first : undefined
}

/** "Ilmtaler Anzeiger, 18.02.2026", or behind who wrote it: "By Ana Berg | Port Gazette, 7 October 2021". */
function outletIn(
  head: readonly string[],
  { title, language }: { title: string; language: string },
): string | undefined {
  const dated = head.filter((line) => line !== tidy(title) && writtenDate(line, language) !== undefined)
  return dated
    .flatMap((line) => line.split(/ [|·•–—] |, /))
    .find((name) => /^\p{Lu}/u.test(name) && !/[\d:]/.test(name) && isOutletName(name) && !isByline(name))
}

function countWords(line: string): number {
  return line.split(' ').length
}

/* What a page, a file or a mail says about itself, brought into one form. */

export function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** As a database can store it: without control characters, which nobody sees, and halves of characters. */
export function storable(words: string): string {
  // eslint-disable-next-line no-control-regex
  return words.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
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

/** The languages of most news, by their tags. */
export const common =
  'ar be bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka ko lt lv mk nl no pl pt ro ru sk sl sq sr sv sw th tr uk ur uz vi zh'
const inEnglish = new Intl.DisplayNames('en', { type: 'language' })
const tagByName = new Map(
  common.split(' ').flatMap((tag) => {
    const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag)
    return [inEnglish.of(tag), own].flatMap((name) => (name === undefined ? [] : [[name.toLowerCase(), tag] as const]))
  }),
)

const notNames =
  /^(?:staff|editors?|admin(?:istrator)?|news ?desk|reporters?|correspondents?|contributors?|guest|web ?desk)$/i

/**
 * The names in a byline: "By Ana Berg and Ida Holm, Coast Wire | 7 October 2021" has two. "Berg, Ana; Holm, Ida" has
 * two as well, each with its family name first.
 */
export function namesOf(byline: string): string[] {
  const line = tidy(byline.slice(0, 500)).replace(announced, '')
  return isBodyOf.test(line) ? namesIn(line) : namesIn(withoutBody(line).split(afterNames)[0] ?? '')
}

/** "Ana Berg, Office for Quays": who somebody works for has a preposition in its name, and is no author. */
function withoutBody(line: string): string {
  const parts = line.split(', ')
  const at = parts.findIndex((part, i) => i > 0 && isBodyOf.test(part))
  return at === -1 ? line : parts.slice(0, at).join(', ')
}

function namesIn(names: string): string[] {
  const pieces = names.includes(';') ? names.split(';').map(familyNameLast) : names.split(betweenNames)
  return pieces
    .map((name) => withoutEnd(tidy(name)))
    .filter((name) => name.length >= 2 && name.length <= 100 && /\p{L}/u.test(name))
    .filter((name) => !notNames.test(name) && !isRole(name))
}

/** "Institute for Groundwater" is one name; "Ana Berg for Coast Wire" has two, and so has "Tom School for Coast Wire". */
const isBodyOf =
  /^(?:(?:[Tt]he )?(?:\p{Lu}[\p{L}’'-]+ ){0,4}(?:Institute?|Office|Ministry|Department|Agency|Authority|Council|Committee|Commission|Cent(?:re|er)|Foundation|Association|Society|Bureau|Campaign|Network|Movement)|School|College|Union|Board|Citizens|(?:Doctors|Reporters)(?= without)) (?:for|without) (?:the )?\p{Lu}[\p{L}’' -]*$/u

/** The full stop of "Oleh S." and "Jr." is the name's. */
function withoutEnd(name: string): string {
  const bare = name.replace(/(?<![,.:])[,.:]+$/, '')
  return name === `${bare}.` && /(?:^| )(?:\p{Lu}|[JS]r)$/u.test(bare) ? name : bare
}

const betweenNames =
  /,|،| and | & | und | et | y | og | och | и | і | та | ve | (?:e|i|en) (?=\p{Lu}\p{L}+ \p{Lu})| و(?=\p{L})| \/ /u

/** What stands before the names of a byline, and after them. */
export const announced =
  /^(?:(?:posted|written|reported|published|compiled|words|text|story|reporting|interview) ?(?:by|:) |(?:by|von|par|por|di|door|av|af|от|przez):? |(?:texto|texte|testo|text|reportagem|reportaje) (?:de|di|von|par|por) |(?:автор|текст|autore?|autoren|auteur|autora|بقلم|كتب|نوشته|מאת|作者|文|記者|记者)[:： ]\s*)/iu
const afterNames = / (?:[|•·–—(]|- |(?:on|in|for|from|at|published|updated|publié|veröffentlicht|with additional) )|\d/i

/** "Berg, Ana" is Ana Berg. */
export function familyNameLast(name: string): string {
  const [family, given, more] = name.split(',').map(tidy)
  return given !== undefined && more === undefined && family !== undefined ? `${given} ${family}` : name
}

/** "Berg, Ana" is one person where one is named. */
export const isFamilyFirst = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)*$/u

/** After a comma a byline names what somebody is, or who they work for. */
function isRole(name: string): boolean {
  return (
    /\b(?:editor|reporter|correspondent|writer|staff|bureau|chief|agency|agencies|news|wire|press|reuters|afp|dpa)\b/i.test(
      name,
    ) || /^\p{Ll}/u.test(name.replace(/^(?:van|von|de|da|del|di|la|le|bin|al|el|ter|dos|den|der)\b\s*/u, ''))
  )
}

/** What programs write as a title where nobody gave one. */
export const noTitle =
  /^(?:untitled|document\d*|microsoft word\b.*|.*\.(?:docx?|odt|indd|rtf|pdf|tex|pages|qxp|html?))$/i

/** What programs call whoever did not say a name. */
const notAuthor =
  /^(?:microsoft office user|(?:windows |office )?user|unknown|author|admin(?:istrator)?|owner|pc|default|python-docx|libreoffice|.*\b(?:pc|laptop|desktop|notebook|macbook)\b.*)$/i
/** What machines and accounts are called: "Laptop 7", "PORT-4F3K", "esaare". "Ana Berg 2" is somebody. */
const isAccount = /^(?:(?=\D*\d)[^\s,;]+|[^\s,;]+ \d+|[a-z][a-z._-]*)$/

/** Authors as the properties of a file name them. */
export function authorsInProperties(said: string): string[] {
  return isAccount.test(tidy(said)) ? [] : namesOf(said).filter((name) => !notAuthor.test(name))
}

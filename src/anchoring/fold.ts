/*
 * The only table of characters that count as equal: it is used to find quotations, compare names and search words. The
 * database folds names and words by the same table (prisma/functions/fold_letters.sql, fold_name.sql and
 * search_fold.sql); test/fold.test.ts compares them. Pure. The sets are written as the insides of brackets of a regular
 * expression, so that SQL can use them unchanged.
 */

/** Accents that stand alone: "¨", "˜". They decompose into a space and an accent, and the space would begin a word. */
const accentsAlone =
  '\\u00a8\\u00af\\u00b8\\u02d8-\\u02dc\\u037a\\u0385\\u1fc0\\u1fc1\\u1fcd-\\u1fcf\\u1fdd-\\u1fdf\\u1fed\\u1fee\\u2017\\u203e\\u309b\\u309c\\ufc5e-\\ufc63\\ufe49-\\ufe4c\\ufe70\\ufe72\\ufe74\\ufe76\\ufe78\\ufe7a\\ufe7c\\ufe7e\\uffe3'

/** Invisible characters: soft hyphens, zero-width characters, direction marks, selectors, tatweel. */
const unseen =
  '\\u00ad\\u034f\\u061c\\u0640\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffc\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}'

/** Vowel points and reading marks with or without which Hebrew and Arabic are printed. */
const points =
  '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u0652\\u0656-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed'

const spaces = '\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000'
const dashes = '\\-\\u00ac\\u02d7\\u058a\\u05be\\u1400\\u1806\\u2010-\\u2015\\u2043\\u2212\\u2e3a\\u2e3b\\u2e40'
const singles =
  "'`\\u00b4\\u02b9\\u02bb-\\u02bf\\u02ca\\u02cb\\u0384\\u055a\\u05f3\\u1fbd\\u1fbf\\u1ffd\\u1ffe\\u2018-\\u201b\\u2032\\u2035\\u2039\\u203a\\u275b\\u275c\\u275f\\ua78c"
const doubles =
  '"\\u00ab\\u00bb\\u02ba\\u02dd\\u02ee\\u05f4\\u201c-\\u201f\\u2033\\u2036\\u275d\\u275e\\u2760\\u2e42\\u300c-\\u300f\\u301d-\\u301f\\u{1f676}-\\u{1f678}'

/** Characters with a plain equivalent. */
const twins: Record<string, string> = {
  '⁄': '/',
  '∕': '/',
  '。': '.',
  '、': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '⋯': '...',
}

/** Marks that names and searches ignore: accents, and similar marks of other scripts. */
const accents =
  '\\u0300-\\u036f\\u0483-\\u0489\\u0653-\\u0655\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\u3099\\u309a\\ufe20-\\ufe2f'

/** Letters that do not decompose into a letter and an accent, but are also typed without their stroke. */
const strokes: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
}

/** Capitals of the scripts in which news is written, except those that decompose into a letter and an accent. */
const capitals = 'A-Z\\u0080-\\u024f\\u0370-\\u052f\\u0531-\\u0556\\u1c90-\\u1cbf\\u1e9e'

/** Characters that end a word of a search. */
const separators =
  '\\u0000-/:-@\\[-`{-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7\\u02c2-\\u02c5\\u02d2-\\u02df\\u037e\\u0387\\u055a-\\u055f\\u0589\\u05c0\\u05c3\\u05c6\\u0600-\\u060f\\u061b-\\u061f\\u066a-\\u066d\\u06d4\\u0700-\\u070d\\u0964\\u0965\\u0970\\u0df4\\u0e4f\\u0e5a\\u0e5b\\u10fb\\u1360-\\u1368\\u17d4-\\u17da\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3001-\\u3004\\u3008-\\u3020\\u3030\\u303d\\u30fb\\ufd3e\\ufd3f\\u{1f000}-\\u{1faff}'

/** Chinese and Japanese have no spaces: each of their characters is a word. */
const signs = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff'

export const sets = {
  accentsAlone,
  unseen,
  points,
  spaces,
  dashes,
  singles,
  doubles,
  accents,
  capitals,
  separators,
  signs,
}

const anyOf = (...insides: string[]) => new RegExp(`[${insides.join('')}]`, 'gu')

const anyAccentAlone = anyOf(accentsAlone)
const anyUnseen = anyOf(unseen, points)
const anySpace = anyOf(spaces)
const anyDash = anyOf(dashes)
const anySingle = anyOf(singles)
const anyDouble = anyOf(doubles)
const anyTwin = anyOf(...Object.keys(twins))
const anyAccent = anyOf(accents)
const anyCapital = anyOf(capitals)
const anyStroke = anyOf(...Object.keys(strokes))
const anySign = anyOf(signs)
const separated = new RegExp(`[${separators}]+`, 'gu')

/**
 * Folds a text's letters, punctuation and marks: nothing invisible, one kind of space and of dash, quotation marks as
 * one apostrophe or two, and ligatures, full-width letters and … as their parts.
 */
export function foldSigns(text: string): string {
  return text
    .replace(anyAccentAlone, '')
    .replace(anySingle, "'") // before decomposing, because a lone accent becomes a space and an accent then
    .replace(anyDouble, "''")
    .normalize('NFKD')
    .replace(anyUnseen, '')
    .replace(anySingle, "'")
    .replace(anyDouble, "''")
    .replace(anyDash, '-')
    .replace(anySpace, ' ')
    .replace(anyTwin, (sign) => twins[sign] ?? sign)
}

/** The same without case, accents and strokes. */
export function foldLetters(text: string): string {
  return foldSigns(text)
    .replace(anyAccent, '')
    .replace(anyCapital, (letter) => letter.toLowerCase())
    .replace(anyStroke, (letter) => strokes[letter] ?? letter)
}

/** The form in which names are compared and found: their letters, with one space or one dash between words. */
export function foldName(name: string): string {
  return foldLetters(name)
    .replace(/ +/g, ' ')
    .replace(/ ?-[ -]*/g, '-')
    .replace(/^ | $/g, '')
}

/** The words of a text in the form in which searches look for them, with spaces between and around them. */
export function foldWords(text: string): string {
  return foldLetters(text).replace(separated, ' ').replace(anySign, ' $& ')
}

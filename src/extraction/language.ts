import { eld } from 'eld/extrasmall'

/** A longer sample costs time and adds nothing. */
const sampleLength = 4000
/** In letters: of less nobody tells one language from its neighbours by its letters alone. */
const tooShort = 200
/** Words of English that none of its neighbours has; the WHO and The Guardian are known everywhere. */
const english =
  /(?<![\p{L}’'-])(?:said|says|told|the|The(?= \p{Ll})|that|and|with|who|[Tt]hey|[Tt]his|which|would)(?![\p{L}’'-])/gu

/** Marks that are no letters in any of these scripts: accents left over, Arabic vowel signs, tatweel, what nobody sees. */
const noLetters = /[\u0300-\u036f\u064b-\u0652\u0640\p{Cf}]/gu

/**
 * The language's ISO 639-1 code; 'und' where there is too little text to tell. A short text with words of English is
 * English, whatever its names look like.
 */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, sampleLength).normalize('NFC').replace(noLetters, '')
  if (!/\p{L}{2}/u.test(sample)) return 'und'
  const told = amongNeighbours(eld.detect(sample).language || 'und', sample)
  if (told === 'en' || !isShortLatin(sample)) return told
  return isEnglish(sample, told) || isOnlyNamed(sample, told) ? 'en' : told
}

/** "Dr. Jan de Vries denied it.": the names are Dutch, and of the small words none is. */
function isOnlyNamed(sample: string, told: string): boolean {
  return small[told] !== undefined && !hasWordsOf(told, sample) && smallEnglish.test(sample)
}

const smallEnglish =
  /(?<![\p{L}’'-])(?:\p{Ll}{3,}ed|is|was|are|were|it|its|by|of|to|for|from|has|had|have|she|his|her|we|not|no|new|on|at|as)(?![\p{L}’'-])/u

/** One of its words is enough where nothing else tells; what stands in quotation marks may be a name or a film's. */
function isEnglish(sample: string, told: string): boolean {
  const own = sample.replace(/“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|"[^"]*"/gu, ' ')
  const words = own.match(english)?.length ?? 0
  return words >= 2 || (words === 1 && !hasWordsOf(told, own))
}

/** Whether it is mostly in Latin letters, and has few of them. */
export function isShortLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.slice(0, 2000) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  return letters.length < tooShort && latin >= letters.length / 2
}

/** One such letter in so many: fewer may be a name's. */
type Own = readonly [letters: RegExp, language: string, oneIn?: number]

/** Letters that Russian or Arabic does not have, and whose they are: a language is not its best-known neighbour. */
const cyrillic: readonly Own[] = [
  [/[ќѓѕ]/giu, 'mk', 200],
  [/[ђћџљњј]/giu, 'sr'],
  [/ў/giu, 'be'],
  [/[ғқұһ]/giu, 'kk'],
  [/җ/giu, 'tt'],
  [/ң/giu, 'ky'],
  [/[өү]/giu, 'mn'],
  [/[іїєґ]/giu, 'uk'],
  // In Russian it stands before these alone, or ends a name as of old: «Коммерсантъ».
  [/ъ(?![еёюя])(?=\p{L})/giu, 'bg', 200],
]
const arabic: readonly Own[] = [
  [/[ټډړږښځ]/gu, 'ps'],
  [/[ڕڵێۆە]/gu, 'ku'],
  [/[ٹڈڑںے]/gu, 'ur'],
  [/[پچگژکی]/gu, 'fa'],
]
const often = 50
/** Letters that Bulgarian, Serbian, Macedonian and Ukrainian do not have. */
const ofRussian = /[ыэё]/giu
/** Words that Ukrainian writes otherwise. */
const russianWords =
  /(?<!\p{L})(?:и|что|чтобы|как|от|или|из|если|после|его|также|будет|был|сказал|заявил|сообщил)(?!\p{L})/iu

const isSouthern: ReadonlySet<string> = new Set(['bg', 'sr', 'mk'])

function amongNeighbours(told: string, sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const has = ([own, , oneIn = often]: Own) => (sample.match(own)?.length ?? 0) * oneIn >= letters
  const isRussian = has([ofRussian, 'ru', 200])
  const neighbour = cyrillic.find((own) => has(own) && !(isRussian && isSouthern.has(own[1])))?.[1]
  if (told === 'ru') return neighbour ?? told
  if (isSouthern.has(told)) return isRussian ? (neighbour ?? 'ru') : told
  if (told === 'uk' || told === 'be') {
    // Belarusian is never written without its own letters, Ukrainian in a short text.
    const isRather = told === 'be' || /[ыэёъ]/iu.test(sample) || russianWords.test(sample)
    return neighbour === undefined ? (isRather ? 'ru' : told) : neighbour === 'uk' ? told : neighbour
  }
  // A keyboard's letters and a company's name make no Persian of it.
  if (told === 'ar' && /[ةأإ]/u.test(sample) && !/[ټډړږښځڕڵێۆەٹڈڑںےژ]/u.test(sample)) return told
  return told === 'ar' || told === 'fa' ? (arabic.find(has)?.[1] ?? told) : told
}

/** Small words of a language that names do not have. */
const small: Readonly<Record<string, string>> = {
  de: 'die das und ist nicht sagte dass eine mit wird bleibt auf am im sind hat',
  fr: 'est une dans qui pas avec sur aux sont sera que la le les selon ont',
  es: 'que una con por está dijo la los las según no se es en',
  pt: 'não uma com que em por são disse os no na foi é',
  it: 'il che non una con è ha per sono gli nel la detto',
  nl: 'het een niet dat zei voor op zijn wordt blijft heeft en',
  da: 'og er ikke det sagde til på har som',
  sv: 'och är inte det sade till på har som att',
  no: 'og er ikke det sa til på har som',
  pl: 'nie że jest się powiedział na w z do',
}

/** Whether a short text has words of the language it is told to be, and so is more than names. */
export function hasWordsOf(language: string, text: string): boolean {
  const known = new Set(small[language]?.split(' ') ?? [])
  const words = new Set(text.normalize('NFC').match(/(?<![\p{L}’'-])\p{Ll}+(?![\p{L}’'-])/gu))
  let count = 0
  for (const word of words) if (known.has(word) || /[^a-z]/.test(word)) count++
  return known.size > 0 && count >= 2
}

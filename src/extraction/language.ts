import { eld } from 'eld/extrasmall'

/** A longer sample costs time and adds nothing. */
const sampleLength = 4000
/** In letters: of less nobody tells one language from its neighbours by its letters alone. */
const tooShort = 200
/** Words of English that none of its neighbours has; the WHO and The Guardian are known everywhere. */
const english =
  /(?<![\p{L}’'-])(?:said|says|told|the|The(?= \p{Ll})|that|and|with|who|[Tt]hey|[Tt]his|which|would)(?![\p{L}’'-])/u

/**
 * The language's ISO 639-1 code; 'und' where there is too little text to tell. A short text with words of English is
 * English, whatever its names look like.
 */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  if (!/\p{L}{2}/u.test(sample)) return 'und'
  const told = eld.detect(sample).language || 'und'
  return told !== 'en' && english.test(sample) && isShortLatin(sample) ? 'en' : told
}

/** Whether it is mostly in Latin letters, and has few of them. */
export function isShortLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.slice(0, 2000) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  return letters.length < tooShort && latin >= letters.length / 2
}

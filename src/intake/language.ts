import { hasWordsOf, isShortLatin, tellLanguage } from '../extraction/language.ts'

const usual = 'en'

/**
 * The language of a text that does not say it: English for what is too short to tell, unless its letters are others or its small
 * words are those of another language.
 */
export function languageOf(text: string): string {
  const told = tellLanguage(text)
  if (told === 'und') return usual
  const sample = text.slice(0, 4000)
  return isShortLatin(sample) && !hasWordsOf(told, sample) ? usual : told
}

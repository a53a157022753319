import { isShortLatin, tellLanguage } from '../extraction/language.ts'

const usual = 'en'

/** The language of a text that does not say it: English for what is too short to tell, unless its letters are others. */
export function languageOf(text: string): string {
  if (isShortLatin(text.slice(0, 4000))) return usual
  const told = tellLanguage(text)
  return told === 'und' ? usual : told
}

import { tellLanguage } from '../extraction/language.ts'

/** In letters: of less nobody tells one language from its neighbours. */
const tooShort = 200
const usual = 'en'

/** The language of a text that does not say it: English for what is too short to tell, unless its letters are others. */
export function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.slice(0, 2000) ?? []
  const isLatin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length >= letters.length / 2
  if (isLatin && letters.length < tooShort) return usual
  const told = tellLanguage(text)
  return told === 'und' ? usual : told
}

import { eld } from 'eld/extrasmall'

/** A longer sample costs time and adds nothing. */
const sampleLength = 4000

/** The language's ISO 639-1 code; 'und' where there is too little text to tell. */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  if (!/\p{L}{2}/u.test(sample)) return 'und'
  return eld.detect(sample).language || 'und'
}

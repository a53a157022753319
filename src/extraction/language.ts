import { eld } from 'eld/extrasmall'

/** More than this tells nothing new and costs time. */
const sampleLength = 4000

/** The language's ISO 639-1 code; 'und' where there is too little text to tell. */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  if (!/\p{L}{2}/u.test(sample)) return 'und'
  return eld.detect(sample).language || 'und'
}

/** What Chinese, Japanese and Korean were written in before UTF-8, and how many of its letters show that it is right. */
const encodings: { name: string; typical: RegExp; fewest: number }[] = [
  // A syllable of Korean may be any of 2,350; other bytes read as Korean hardly ever make its particles and endings.
  { name: 'euc-kr', typical: /[가고나다도로를리사서시에은을의이인일자정지하한]/gu, fewest: 0.12 },
  { name: 'euc-jp', typical: /[ぁ-ん]/gu, fewest: 0.15 },
  { name: 'shift_jis', typical: /[ぁ-ん]/gu, fewest: 0.15 },
  {
    name: 'gb18030',
    typical:
      /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出年月日会可对成方分公发市学行经者天部全多，。、：]/gu,
    fewest: 0.12,
  },
  {
    name: 'big5',
    typical:
      /[的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出年月日會可對成方分公發市學行經者天部全多，。、：]/gu,
    fewest: 0.12,
  },
]

/** Enough to tell, in bytes, and in letters that are not ASCII. */
const longestSample = 200_000
const fewestLetters = 12

/**
 * In which encoding of East Asia bytes are that do not say it; undefined for bytes that make no words of these languages.
 * By the letters that are in every sentence, since bytes of one encoding are often letters of another, too.
 */
export function eastAsianEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, longestSample)
  const [best] = encodings
    .map(({ name, typical, fewest }) => ({ name, times: shareOf(sample, name, typical) / fewest }))
    .filter(({ times }) => times >= 1)
    .sort((a, b) => b.times - a.times)
  return best?.name
}

function shareOf(sample: Uint8Array, encoding: string, typical: RegExp): number {
  const text = decoded(sample, encoding)
  const letters = text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0
  // A letter may be cut at the sample's end; bytes that are no letters stand otherwise for another encoding.
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  if (letters < fewestLetters || broken > 1 + letters / 200) return 0
  return (text.match(typical)?.length ?? 0) / letters
}

function decoded(sample: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(sample)
}

const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const letters = /\p{L}/gu

/** The direction of most letters of a paragraph: a foreign name at its beginning does not turn it round, as `dir="auto"` would. */
export function directionOf(pieces: readonly { text: string }[]): 'ltr' | 'rtl' {
  const words = pieces.map(({ text }) => text).join('')
  const [rightToLeft, all] = [fromRight, letters].map((kind) => words.match(kind)?.length ?? 0)
  return (rightToLeft ?? 0) * 2 > (all ?? 0) ? 'rtl' : 'ltr'
}

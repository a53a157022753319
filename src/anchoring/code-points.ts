/**
 * Offsets are Unicode code points everywhere; JavaScript's strings count UTF-16 units. This is the one place where
 * the two meet. The browser loads this file too.
 */
export type TextIndex = {
  readonly text: string
  /** How many code points the text has. */
  readonly length: number
  /** The UTF-16 index of a code point; both may be the text's end. */
  toUnit(codePoint: number): number
  /** The code point at, or around, a UTF-16 index. */
  toCodePoint(unit: number): number
  slice(start: number, end?: number): string
}

/** Code points between two stored indexes: a lookup walks at most this far. */
const stride = 64

export function indexText(text: string): TextIndex {
  if (!/[\uD800-\uDFFF]/.test(text)) {
    const within = (at: number) => Math.max(0, Math.min(at, text.length))
    return {
      text,
      length: text.length,
      toUnit: within,
      toCodePoint: within,
      slice: (start, end = text.length) => text.slice(within(start), within(end)),
    }
  }

  const marks: number[] = [] // the unit of every stride-th code point
  let length = 0
  for (let unit = 0; unit < text.length; unit += width(text, unit)) {
    if (length % stride === 0) marks.push(unit)
    length++
  }

  const toUnit = (codePoint: number) => {
    if (codePoint <= 0) return 0
    if (codePoint >= length) return text.length
    let unit = marks[Math.floor(codePoint / stride)] ?? 0
    for (let left = codePoint % stride; left > 0; left--) unit += width(text, unit)
    return unit
  }
  const toCodePoint = (unit: number) => {
    if (unit >= text.length) return length
    let low = 0
    for (let high = marks.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1
      if ((marks[middle] ?? 0) <= unit) low = middle
      else high = middle - 1
    }
    let codePoint = low * stride
    for (let at = marks[low] ?? 0; at + width(text, at) <= unit; at += width(text, at)) codePoint++
    return codePoint
  }
  return {
    text,
    length,
    toUnit,
    toCodePoint,
    slice: (start, end = length) => text.slice(toUnit(start), toUnit(end)),
  }
}

/** How many code points a text has. */
export function countCodePoints(text: string): number {
  let surrogatePairs = 0
  for (const _ of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) surrogatePairs++
  return text.length - surrogatePairs
}

/** The code points themselves, for loops over all of a long text. */
export function codePointsOf(text: string): Uint32Array {
  const points = new Uint32Array(text.length)
  let length = 0
  for (let unit = 0; unit < text.length; unit += width(text, unit)) points[length++] = text.codePointAt(unit) ?? 0
  return points.subarray(0, length)
}

function width(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
}

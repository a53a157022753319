/*
 * Measures how deeply a body is nested and how many values it has, before it is parsed: a few megabytes of brackets
 * become gigabytes.
 */

export type Shape = { levels: number; nodes: number }

export const mostLevels = 50
export const mostNodes = 10_000
/** A form's field names are split at each bracket, and one value may need several: `hops[0][cue]`. */
const mostBrackets = 4 * mostNodes

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openList, openObject, closeList, closeObject] = [0x5b, 0x7b, 0x5d, 0x7d]
const [ampersand, percent] = [0x26, 0x25]

export function isTooMuch({ levels, nodes }: Shape): boolean {
  return levels > mostLevels || nodes > mostNodes
}

/** The shape of a JSON text. It stops at the limit, and does not check whether the text is valid JSON. */
export function measureJson(bytes: Uint8Array): Shape {
  const shape = { levels: 0, nodes: 0 }
  let level = 0
  let isInScalar = false
  for (let at = 0; at < bytes.length && !isTooMuch(shape); at++) {
    const byte = bytes[at]
    if (byte === openList || byte === openObject) {
      shape.nodes++
      shape.levels = Math.max(shape.levels, ++level)
      isInScalar = false
    } else if (byte === closeList || byte === closeObject) {
      level--
      isInScalar = false
    } else if (byte === quote) {
      at = endOfString(bytes, at)
      if (!isFollowedByColon(bytes, at)) shape.nodes++
      isInScalar = false
    } else if (byte === comma || byte === colon || isSpace(byte)) isInScalar = false
    else if (!isInScalar) {
      shape.nodes++
      isInScalar = true
    }
  }
  return shape
}

/** Whether a form has too many fields, or too many brackets in their names, to be parsed. */
export function hasTooManyFields(bytes: Uint8Array): boolean {
  let fields = 1
  let brackets = 0
  for (let at = 0; at < bytes.length && fields <= mostNodes && brackets <= mostBrackets; at++) {
    const byte = bytes[at]
    if (byte === ampersand) fields++
    else if (byte === openList || (byte === percent && bytes[at + 1] === 0x35 && isLetterB(bytes[at + 2]))) brackets++
  }
  return fields > mostNodes || brackets > mostBrackets
}

/**
 * The shape of a parsed form. Counts without recursion: deep nesting overflows the stack of any function that recurses.
 */
export function measureValue(value: unknown): Shape {
  const shape = { levels: 0, nodes: 0 }
  let inside = [value]
  while (inside.length > 0 && !isTooMuch(shape)) {
    shape.nodes += inside.length
    const around = inside.filter((it): it is object => typeof it === 'object' && it !== null)
    if (around.length > 0) shape.levels++
    inside = around.flatMap((it): unknown[] => Object.values(it))
  }
  return shape
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1
  return at
}

/** If so, the string is a key and not a value. */
function isFollowedByColon(bytes: Uint8Array, end: number): boolean {
  let at = end + 1
  while (isSpace(bytes[at])) at++
  return bytes[at] === colon
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isLetterB(byte: number | undefined): boolean {
  return byte === 0x42 || byte === 0x62
}

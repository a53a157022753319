/** A word or mark with its place in UTF-16 units. */
export type Token = {
  text: string
  lower: string
  start: number
  end: number
  tag: string
  /** The index of its quotation, or -1. */
  quote: number
}

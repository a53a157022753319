import { foldName } from '../anchoring/fold.ts'

/** Names are compared and found with the same folding as quotations and searches. */
export { foldName }

/** Whether a name has any visible characters besides spaces. */
export function isSeen(name: string): boolean {
  return foldName(name) !== ''
}

/** "EE" for Ed Editor: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(isSeen)
  const first = ([letter = '']: string) => letter.toLocaleUpperCase('en-GB')
  return [words[0] ?? '', ...(words.length > 1 ? [words.at(-1) ?? ''] : [])].map(first).join('')
}

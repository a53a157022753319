import { foldName } from '../anchoring/fold.ts'

/** Names are compared and found as quotations and searches are: by one folding. */
export { foldName }

/** Whether a name has anything that can be read, and not only spaces and marks of no width. */
export function isSeen(name: string): boolean {
  return foldName(name) !== ''
}

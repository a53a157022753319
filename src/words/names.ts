import { foldName } from '../anchoring/fold.ts'

/** Names are compared and found with the same folding as quotations and searches. */
export { foldName }

/** Whether a name has any visible characters besides spaces. */
export function isSeen(name: string): boolean {
  return foldName(name) !== ''
}

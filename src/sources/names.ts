/** Names are compared and found as quotations and searches are: by one folding. */
export { foldName } from '../anchoring/fold.ts'

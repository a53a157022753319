/** Keeps bytes under their SHA-256, in hex. Two writers of the same bytes store them once, and a name never has half of them. */
export type Store = {
  /** Throws NotKept. */
  put: (sha256: string, bytes: Uint8Array) => Promise<void>
  has: (sha256: string) => Promise<boolean>
  /** Undefined if there is none. */
  get: (sha256: string) => Promise<Uint8Array | undefined>
  /** Everything that is kept in it, and since when. */
  list: () => AsyncIterable<Listed>
  remove: (sha256: string) => Promise<void>
  /** Removes what a `put` that was broken off before this moment left half written. Says of each that it can't remove why. */
  removeHalves: (before: Date, tell: (error: unknown) => void) => Promise<number>
  /** Throws NotKept where nothing could be read now, or kept. */
  reach: (to: 'read' | 'write') => Promise<void>
}

export type Listed = { sha256: string; at: Date }

const statuses = { full: 507, unwritable: 503, away: 503, lost: 404 }

/**
 * An original can't be kept, so that nothing was imported, or can't be had now (`away`) or any more (`lost`): a sentence
 * that says why. Where it is kept stands in its cause alone, which is for the log.
 */
export class NotKept extends Error {
  readonly status: number
  readonly statusCode: number
  readonly expose = true

  constructor(sentence: string, { why, cause }: { why: keyof typeof statuses; cause?: unknown }) {
    super(sentence, { cause })
    this.status = statuses[why]
    this.statusCode = this.status
  }
}

export const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name)

/** Where bytes are kept under their SHA-256, in hex. Two at once keep the same thing once, and a name never stands for half of it. */
export type Store = {
  /** Throws NotKept. */
  put: (sha256: string, bytes: Uint8Array) => Promise<void>
  has: (sha256: string) => Promise<boolean>
  /** Undefined if there is none. */
  get: (sha256: string) => Promise<Uint8Array | undefined>
  /** Everything in it, and since when; `sha256` is undefined for what a broken-off `put` left behind. */
  list: () => AsyncIterable<Listed>
  remove: (name: string) => Promise<void>
}

export type Listed = { name: string; sha256: string | undefined; at: Date }

/** An original can't be kept, or can't be had: a sentence that says why. Nothing was imported. */
export class NotKept extends Error {
  readonly status: number
  readonly statusCode: number
  readonly expose = true

  constructor(sentence: string, { isFull = false, cause }: { isFull?: boolean; cause?: unknown } = {}) {
    super(sentence, { cause })
    this.status = isFull ? 507 : 503
    this.statusCode = this.status
  }
}

export const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name)

import { createHash, randomBytes } from 'node:crypto'

/* Secrets that are handed out once and stored only as a hash: links and API tokens. */

/** Nobody guesses 256 bits, so a plain hash is enough; only passwords need a slow one. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

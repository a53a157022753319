import { createHash, randomBytes } from 'node:crypto'

/* What is handed out once and stored as a hash only: links and API tokens. */

/** Nobody guesses 256 bits, so a plain hash will do where a password needs a slow one. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

import { timingSafeEqual } from 'node:crypto'

/** Whether what somebody sent is the secret, or the signature, that it should be; how long it takes tells nothing. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  // Bytes, not letters: those outside ASCII have several.
  return one.length === other.length && timingSafeEqual(one, other)
}

import { timingSafeEqual } from 'node:crypto'

/** Whether what somebody sent equals the secret or signature, in constant time. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  // Bytes, not letters: those outside ASCII have several.
  return one.length === other.length && timingSafeEqual(one, other)
}

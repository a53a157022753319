import type { IncomingMessage } from 'node:http'

/** The value of a cookie as it was sent; ours have no letters that would be written in another way. */
export function findCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const found = (headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

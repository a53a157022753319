import type { IncomingMessage } from 'node:http'
import { parse } from 'cookie'

/** The value of a cookie, read by the parser that also reads the session's: a second one would find other cookies. */
export function findCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const cookies = parse(headers.cookie ?? '')
  return Object.hasOwn(cookies, name) ? cookies[name] : undefined
}

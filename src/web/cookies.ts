import type { IncomingMessage } from 'node:http'
import { parse } from 'cookie'
import type { Config } from '../config.ts'

/** Where a cookie of ours is read and written, and what it is called there. */
export type Site = Pick<Config, 'baseUrl'>

/** Whether people come by https, so that a cookie may insist on it. */
export const isSecure = ({ baseUrl }: Site) => baseUrl.startsWith('https:')

/** Browsers take a cookie of such a name from this very host only, by https and for all its paths; so no neighbour plants one. */
export const hostCookie = (name: string, site: Site) => (isSecure(site) ? `__Host-${name}` : name)

/** The same for a cookie that is sent to some paths only: any host of the domain can plant it, but by https alone. */
export const secureCookie = (name: string, site: Site) => (isSecure(site) ? `__Secure-${name}` : name)

/** The value of a cookie, read by the parser that also reads the session's: a second one would find other cookies. */
export function findCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const cookies = parse(headers.cookie ?? '')
  return Object.hasOwn(cookies, name) ? cookies[name] : undefined
}

import type { IncomingMessage } from 'node:http'
import { parse } from 'cookie'
import type { Config } from '../config.ts'

/** Determines where a cookie of ours is valid, and its name there. */
export type Site = Pick<Config, 'baseUrl'>

/** Whether the desk's address is https, so that cookies may be secure. */
export const isSecure = ({ baseUrl }: Site) => baseUrl.startsWith('https:')

/**
 * Browsers accept a cookie with this prefix only from this very host, by https and for all paths, so no neighbouring
 * host can plant one.
 */
export const hostCookie = (name: string, site: Site) => (isSecure(site) ? `__Host-${name}` : name)

/** The same for a cookie that is limited to some paths: any host of the domain can plant it, but only by https. */
export const secureCookie = (name: string, site: Site) => (isSecure(site) ? `__Secure-${name}` : name)

/**
 * The value of a cookie. It uses the parser that also reads the session's cookie; another parser would find other
 * cookies.
 */
export function findCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const cookies = parse(headers.cookie ?? '')
  return Object.hasOwn(cookies, name) ? cookies[name] : undefined
}

import type { Config } from '../config.ts'
import type { Fetching } from './fetch.ts'
import { allowing } from './public-address.ts'

/** How this desk asks other servers; its name leads to a page that explains itself. */
export function fetchingOf({ baseUrl, fetchAllow }: Pick<Config, 'baseUrl' | 'fetchAllow'>): Fetching {
  return { allowed: allowing(fetchAllow), userAgent: `OnRecord/0.1 (+${baseUrl}/about/fetching)` }
}

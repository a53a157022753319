/** What sites and newsletters add to an address to follow who reads it. */
const tracking =
  /^(?:utm_\w+|[a-z]{0,3}clid|gbraid|wbraid|mc_[ce]id|igshid|_ga|_gl|ref_src|ref_url|at_\w+|ns_\w+|xtor|cmpid|cmp|icid|smid|smtyp|ito|spm|share_?id|mkt_tok|__twitter_impression)$/i

/**
 * What two addresses of one page have in common: without scheme, "www.", port, fragment, slashes at the end, and
 * parameters that only say who reads it.
 */
export function addressKey(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const asked = [...url.searchParams].filter(([name]) => !tracking.test(name))
  const query = new URLSearchParams(asked.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
  const place = url.hostname.replace(/^www\./, '').replace(/\.$/, '') + url.pathname.replace(/(?<!\/)\/+$/, '')
  return query === '' ? place : `${place}?${query}`
}

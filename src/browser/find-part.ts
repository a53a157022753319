/*
 * A link into a long document may name what is on another page of it, which the server can't see: it is asked for the
 * page that has it, once.
 */
const [, statement, place] = /^#(?:(?:statement|at)-(\d{1,9})|from-(\d{1,9}))$/.exec(location.hash) ?? []
const asked = new URLSearchParams(statement !== undefined ? { statement } : place !== undefined ? { at: place } : {})

if (asked.size > 0 && location.search !== `?${asked}` && !document.getElementById(location.hash.slice(1))) {
  location.replace(`${location.pathname}?${asked}${location.hash}`)
}

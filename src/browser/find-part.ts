/*
 * A link into a long document may name something on another page of it. The server can't see that, so this loads the
 * page that has it, once.
 */
const [, statement, place] = /^#(?:(?:statement|at)-(\d{1,9})|from-(\d{1,9}))$/.exec(location.hash) ?? []
const asked = new URLSearchParams(statement !== undefined ? { statement } : place !== undefined ? { at: place } : {})

if (asked.size > 0 && location.search !== `?${asked}` && !document.getElementById(location.hash.slice(1))) {
  location.replace(`${location.pathname}?${asked}${location.hash}`)
}

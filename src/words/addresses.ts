type Named = { id: number; title?: string; sentence?: string; name?: string; words?: string }

/** "417-russia-will-invite": the number decides, the words are for people. */
export function slug({ id, title, sentence, name, words }: Named): string {
  const said = (title ?? sentence ?? name ?? words ?? '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  let tail = ''
  for (const word of said ?? []) {
    if (tail.length + word.length > 60) break
    tail += `-${word}`
  }
  return `${id}${tail}`
}

/** The query of an address, with its question mark; empty if there is none. */
export function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}

/**
 * Whether it is an address of this desk, as browsers read it: two slashes begin another host, a backslash counts as a
 * slash, and control characters are dropped.
 */
export function isLocal(address: string): boolean {
  return /^\/(?![/\\])\P{Cc}*$/u.test(address)
}

/** The local part of an address, so that nobody is redirected elsewhere; the front page if there is none. */
export function localPart(address: string): string {
  if (!URL.canParse(address, 'http://here')) return '/'
  const { pathname, search } = new URL(address, 'http://here')
  return isLocal(pathname + search) ? pathname + search : '/'
}

/** The address of a page that stays the same when the words in it change: "/claims/417", with its query. */
export function lastingAddress(url: string): string {
  if (!isLocal(url)) return '/'
  const path = url.slice(0, url.length - queryOf(url).length).replace(/^(\/[a-z]+\/\d+)-[^/]*/, '$1')
  const whole = path + queryOf(url)
  return whole.length <= 500 ? whole : path.slice(0, 500)
}

export const documentPath = (document: { id: number; title: string }) => `/documents/${slug(document)}`
export const statementPath = (statement: { id: number; words: string }) => `/statements/${slug(statement)}`
export const claimPath = (claim: { id: number; sentence: string }) => `/claims/${slug(claim)}`
export const sourcePath = (source: { id: number; name: string }) => `/sources/${slug(source)}`
export const topicPath = (topic: { id: number; name: string }) => `/topics/${slug(topic)}`

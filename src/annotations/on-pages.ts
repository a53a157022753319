import type { Db } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import type { Kind } from '../same/kind.ts'
import { listMergedPaths } from '../same/survivor.ts'
import { readable } from '../visible/readable.ts'
import { cut } from '../words/cut.ts'
import { isObject, listOf, resourcesIn, type Values } from './model.ts'

/* What programs sent about a thing, for the pages that show the thing. */

/** Longer lists are read from the container. */
const mostLines = 20
const mostLetters = 1000

export type SentLine = {
  name: string
  path: string
  /** The words of the thing that it is about; none if it is about all of it. */
  quotes: string[]
  words: string[]
  links: string[]
  /** Who wrote it, as it says itself. */
  creator: string | null
  /** Whose token or session sent it. */
  sentBy: string
  isPublic: boolean
  at: Date
}
export type Sent = { lines: SentLine[]; all: string | null }

/** The newest annotations that were sent about one of these addresses of a thing, as far as the user may see them. */
export async function listSent(db: Db, viewer: Viewer, addresses: string[]): Promise<Sent> {
  const about = { iri: { in: addresses } }
  const rows = await db.annotation.findMany({
    where: { kind: 'Annotation', deletedAt: null, targets: { some: about }, AND: readable.annotations(viewer) },
    orderBy: { id: 'desc' },
    take: mostLines + 1,
    select: {
      name: true,
      content: true,
      createdAt: true,
      publishedAt: true,
      account: { select: { name: true } },
      targets: { where: about, orderBy: { id: 'asc' }, select: { exact: true } },
    },
  })
  const lines = rows.slice(0, mostLines).map(({ name, content, createdAt, publishedAt, account, targets }) => ({
    name,
    path: `/annotations/${name}`,
    quotes: [...new Set(targets.flatMap(({ exact }) => exact ?? []))].map((words) => cut(words, mostLetters)),
    ...bodiesOf(content as Values),
    creator: nameIn((content as Values)['creator']),
    sentBy: account.name,
    isPublic: publishedAt !== null,
    at: publishedAt ?? createdAt,
  }))
  const [first = ''] = addresses
  return { lines, all: rows.length > mostLines ? `/annotations/?target=${encodeURIComponent(first)}` : null }
}

/** Every address under which somebody may have met the thing at `path`, such as "/claims/417-the-quay-is-sinking". */
export function addressesOf({ baseUrl }: { baseUrl: string }, path: string, more: string[] = []): string[] {
  const lasting = path.replace(/^(\/\w+\/\d+)-.*/, '$1')
  return [...new Set([baseUrl + lasting, baseUrl + path, encodeURI(baseUrl + path), ...more])]
}

/**
 * Also where it was met before it was merged, as far as `leadsOn` sends the user from there: readers are not told of
 * merges that they are not led on by.
 */
export async function addressesOfMerged(
  db: Db,
  desk: { baseUrl: string },
  { kind, id, path, mergedIds, leadsOn }: MaybeMerged,
): Promise<string[]> {
  const merged = mergedIds.length > 1 ? await listMergedPaths(db, kind, id) : []
  const led = new Set(merged.length === 0 ? [] : await leadsOn(merged.map((it) => it.id)))
  return addressesOf(
    desk,
    path,
    merged.flatMap((it) => (led.has(it.id) ? addressesOf(desk, it.path) : [])),
  )
}

type MaybeMerged = {
  kind: Kind
  id: number
  path: string
  /** Those of the thing and of everything merged into it. */
  mergedIds: number[]
  /** Those of them from which the user is led on; asked once for all, since there may be thousands. */
  leadsOn: (ids: number[]) => Promise<number[]>
}

/** A document is annotated at its own address, at those of its versions, and where it was published. */
export function addressesOfDocument(
  desk: { baseUrl: string },
  { id, path, url, version }: { id: number; path: string; url: string | null; version: { number: number } },
): string[] {
  const versions = Array.from({ length: version.number }, (_, i) => `${desk.baseUrl}/documents/${id}/versions/${i + 1}`)
  return addressesOf(desk, path, [...versions, ...(url === null ? [] : [url])])
}

function bodiesOf(content: Values): { words: string[]; links: string[] } {
  const bodies = resourcesIn(content['body'])
  const texts = [content['bodyValue'], ...bodies.map((body) => body['value'])].flatMap(listOf)
  const addresses = [...listOf(content['body']), ...bodies.flatMap(({ id, source }) => [id, source])].flatMap(listOf)
  return {
    words: texts.filter((it) => typeof it === 'string').map((text) => cut(text, mostLetters)),
    // Other schemes may run something in the browser of who follows them.
    links: addresses.filter((it) => typeof it === 'string').filter((it) => /^https?:\/\//i.test(it)),
  }
}

function nameIn(creator: unknown): string | null {
  const names = listOf(creator).flatMap((it) => (isObject(it) ? listOf(it['name'] ?? it['nickname']) : []))
  const [name] = names.filter((it) => typeof it === 'string')
  return name === undefined ? null : cut(name, 200)
}

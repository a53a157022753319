import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Exchange, Header } from '../fetching/fetch.ts'
import { holdOriginal } from './held.ts'
import { readKept } from './keep.ts'
import { NotKept, type Store } from './store.ts'
import { safeName, type View, viewOf, viewTypeOf } from './view.ts'
import { type Archived, warcRecords } from './warc.ts'

const shown = {
  id: true,
  sha256: true,
  size: true,
  name: true,
  mediaType: true,
  url: true,
  exchange: true,
  keptAt: true,
  snapshot: { select: { url: true } },
  of: { select: { id: true } },
  drawn: { orderBy: { id: 'desc' }, select: { id: true, mediaType: true, size: true, keptAt: true } },
  drawJob: { select: { state: true, problem: true } },
  version: {
    select: {
      number: true,
      method: true,
      fetchedAt: true,
      document: { select: { id: true, title: true, language: true } },
    },
  },
} satisfies Prisma.OriginalSelect
type Row = Prisma.OriginalGetPayload<{ select: typeof shown }>
type Bare = Pick<Row, 'name' | 'mediaType' | 'url'>

/** An original with what is known of it, and whether it is still what it was; if not, `tell` is told why. */
export async function findOriginal(
  db: Db,
  store: Store | undefined,
  id: number,
  { tell, signal }: { tell: (why: NotKept) => void; signal: AbortSignal },
) {
  const { exchange: json, ...row } = await db.original.findUniqueOrThrow({ where: { id }, select: shown })
  const exchange = json === null ? null : (json as Exchange)
  try {
    const look = async () => viewTypeOf(given(row, await readKept(db, store, row.sha256)))
    const view = await holdOriginal(row.size, look, signal)
    return { ...row, exchange, isWhole: true, problem: null, view: view ?? null }
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    tell(error)
    return { ...row, exchange, isWhole: false, problem: error.message, view: null }
  }
}

/** The number of what a version was read from. */
export async function findOptionalOriginalOf(db: Db, { id: documentId, number }: { id: number; number: number }) {
  const found = await db.original.findFirst({ where: { version: { documentId, number } }, select: { id: true } })
  return found?.id
}

/**
 * An original to be shown or downloaded: its bytes are held until `send` is done. Throws NotKept, and what `signal` says
 * if its turn never came.
 */
export async function sendOriginal(
  db: Db,
  store: Store | undefined,
  { id, signal }: { id: number; signal: AbortSignal },
  send: (original: { bytes: Uint8Array; filename: () => string; view: () => View | undefined }) => Promise<void>,
): Promise<void> {
  const row = await db.original.findUniqueOrThrow({ where: { id }, select: shown })
  const open = async () => {
    const as = given(row, await readKept(db, store, row.sha256))
    await send({ bytes: as.bytes, filename: () => safeName(as, `original-${id}`), view: () => viewOf(as) })
  }
  await holdOriginal(row.size, open, signal)
}

function given({ name, mediaType, url }: Bare, bytes: Uint8Array) {
  return { bytes, name, ...(mediaType !== null && { mediaType }), ...(url !== null && { url }) }
}

type Means = { store: Store | undefined; baseUrl: string }

/** An original as records of an archive, in pieces, held until `write` is done. Throws NotKept before the first. */
export async function archiveOriginal(
  db: Db,
  means: Means,
  { id, signal }: { id: number; signal: AbortSignal },
  write: (records: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const { size } = await db.original.findUniqueOrThrow({ where: { id }, select: { size: true } })
  await holdOriginal(size, async () => write(await recordsOf(db, means, id)), signal)
}

/** The same for whoever reads them one after another. Throws NotKept before the first. */
export async function recordsOf(db: Db, { store, baseUrl }: Means, id: number): Promise<AsyncIterable<Uint8Array>> {
  const row = await db.original.findUniqueOrThrow({ where: { id }, select: shown })
  return warcRecords(archived(row, await readKept(db, store, row.sha256), baseUrl))
}

function archived(
  { id, sha256, name, mediaType, url, exchange: json, version, keptAt }: Row,
  bytes: Uint8Array,
  baseUrl: string,
): Archived {
  const exchange = json === null ? undefined : (json as Exchange)
  const facts: Header[] = [
    ...(name === '' ? [] : [['name', name] satisfies Header]),
    ...(exchange && exchange.asked !== url ? [['asked', exchange.asked] satisfies Header] : []),
    ...(version
      ? [
          ['document', `${baseUrl}/documents/${version.document.id}/versions/${version.number}`] satisfies Header,
          ['title', version.document.title] satisfies Header,
        ]
      : []),
  ]
  const here = `${baseUrl}/originals/${id}`
  return { bytes, sha256, mediaType, exchange, here, facts, at: version?.fetchedAt ?? keptAt }
}

/** The numbers of all originals with their hashes, some at a time. */
export async function* listOriginals(db: Db): AsyncGenerator<{ id: number; sha256: string }> {
  for (let after = 0; ;) {
    const rows = await db.original.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, sha256: true },
    })
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

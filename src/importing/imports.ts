import createError from 'http-errors'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import type { SentFile } from '../documents/intakes.ts'
import type { Facts } from '../intake/taken.ts'
import { anew, newJob } from '../queue/jobs.ts'
import { formatCount } from '../words/dates.ts'
import { divide, type Piece } from './divide.ts'
import type { ImportAsk } from './schema.ts'

/** How long an import's page stays, in milliseconds; its documents stay. */
const keptFor = 30 * 24 * 60 * 60 * 1000

type Answers = Pick<ImportAsk, 'mend' | 'newVersions'>
type Asked = Omit<ImportAsk, keyof Answers> & Partial<Answers> & { files: SentFile[]; by: number }

/** Begins an import of many documents. Throws Refused beside its field. */
export async function beginImport(
  db: Database,
  { addresses, files, by, ...answers }: Asked,
): Promise<{ id: number; count: number }> {
  const pieces = divide({ addresses, files })
  return db.$transaction(async (tx) => {
    await forgetOld(tx)
    const { id } = await tx.import.create({
      data: { accountId: by, name: nameOf(pieces), ...answers },
      select: { id: true },
    })
    await addPieces(tx, id, pieces)
    return { id, count: pieces.length }
  })
}

/** Adds documents to an import; each is a job of its own. */
export async function addPieces(tx: Db, importId: number, pieces: (Piece & { facts?: Facts })[]): Promise<void> {
  if (pieces.length === 0) return
  const jobs = await tx.job.createManyAndReturn({
    data: pieces.map(({ url }) => newJob('import_item', laneOf(url))),
    select: { id: true },
  })
  await tx.importItem.createMany({
    data: pieces.map(({ name, url, content, isLine = false, facts }, i) => ({
      importId,
      jobId: jobs[i]?.id ?? 0,
      name,
      url: url ?? null,
      content: content ? Uint8Array.from(content) : null,
      isLine,
      ...(facts && { facts }),
    })),
  })
}

/** Those that ask one site run one after another, on all desks together. */
export function laneOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : `site ${URL.parse(url)?.host ?? url}`
}

function nameOf(pieces: Piece[]): string {
  const [first] = pieces
  if (pieces.length === 1 && first) return first.name
  const [pages, files] = [pieces.filter(({ url }) => url !== undefined), pieces.filter(({ url }) => url === undefined)]
  const named = [
    ...(pages.length > 0 ? [formatCount(pages.length, 'address', 'addresses')] : []),
    ...(files.length > 0 ? [formatCount(files.length, 'text')] : []),
  ]
  return named.join(' and ')
}

/** Tries again what failed: one item, or all of the import. */
export async function tryAgain(
  db: Database,
  { id, item, asVersion }: { id: number; item?: number | undefined; asVersion: boolean },
): Promise<number> {
  if ((await db.import.count({ where: { id } })) === 0) throw createError(404, 'There is no such import')
  return db.$transaction(async (tx) => {
    const which = { importId: id, ...(item !== undefined && { id: item }) }
    // Only what failed at a known address is another text of its document.
    const known = asVersion ? { ...which, documentId: { not: null } } : which
    const where = { ...known, job: { state: 'failed' } } satisfies Prisma.ImportItemWhereInput
    if (asVersion) await tx.importItem.updateMany({ where, data: { asVersion } })
    const { count } = await tx.job.updateMany({ where: { state: 'failed', item: known }, data: anew() })
    return count
  })
}

/** Of imports that are over, the pages that nobody needs any more. */
export async function forgetOld(tx: Db): Promise<void> {
  const old = { createdAt: { lt: new Date(Date.now() - keptFor) } }
  await tx.job.deleteMany({ where: { state: { in: ['done', 'failed'] }, item: { import: old } } })
  await tx.import.deleteMany({ where: { ...old, items: { none: {} } } })
}

import createError from 'http-errors'
import type { Database, Db } from '../database/connect.ts'
import { type Exchange, fetchPublic, type Fetching, NotFetched } from '../fetching/fetch.ts'
import { type By, writeEvent } from '../history/events.ts'
import { decodePage } from '../intake/charset.ts'
import { anew, finishJob, type Job, JobFailed, newJob, TryLater } from '../queue/jobs.ts'
import { drawPage, NotDrawn, type Program } from './browser.ts'
import { keep, readKept, writeOriginal } from './keep.ts'
import { NotKept, type Store } from './store.ts'
import { viewTypeOf } from './view.ts'

/* Pictures and PDFs of pages, drawn by a browser of this desk: docs/decisions/originals.md. */

/** Has a page drawn in the background, one at a time. */
export async function askForDrawing(tx: Db, id: number): Promise<void> {
  const { drawJobId } = await tx.original.findUniqueOrThrow({ where: { id }, select: { drawJobId: true } })
  if (drawJobId === null) {
    await tx.original.update({ where: { id }, data: { drawJob: { create: newJob('draw_page', 'browser') } } })
    return
  }
  await tx.job.updateMany({ where: { id: drawJobId, state: { not: 'running' } }, data: anew() })
}

/** Somebody asks for it, or once more for what failed or looks wrong; what was drawn before stays. */
export function askToDraw(db: Database, id: number, { by }: By): Promise<void> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Original" WHERE "id" = ${id} FOR UPDATE`
    const original = await tx.original.findUnique({ where: { id }, select: { ofId: true } })
    if (!original || original.ofId !== null) throw createError(404, 'There is no such original here')
    await askForDrawing(tx, id)
    await writeEvent(tx, 'drawing_asked', { by, after: { told: `original ${id}` } })
  })
}

type Means = { program: Program | undefined; fetching: Fetching; store: Store | undefined }

/** Draws a page from its kept bytes: the picture, the PDF and the end of the job are stored together. */
export async function drawOriginal(db: Database, { program, fetching, store }: Means, job: Job): Promise<void> {
  if (program === undefined) throw new JobFailed('This desk has no browser to draw pages with (CHROMIUM)')
  const original = await db.original.findUnique({ where: { drawJobId: job.id } })
  if (!original) throw new JobFailed('The page was removed')
  const { id, ...row } = original
  try {
    const bytes = await readKept(db, store, row.sha256)
    const mediaType = row.mediaType ?? undefined
    const given = { bytes, name: row.name, ...(mediaType !== undefined && { mediaType }) }
    if (viewTypeOf(given) !== 'html') throw new JobFailed('Only a page can be drawn, and none of more than 8 MB')
    const url = (row.exchange as Exchange | null)?.url
    const page = { html: decodePage(bytes, mediaType), ...(url !== undefined && { url }) }
    // A file that somebody sent tells nobody that it was opened.
    const isFetched = url !== undefined
    const { png, pdf } = await drawPage(program, page, (address) =>
      isFetched ? load(address, fetching) : Promise.resolve(undefined),
    )
    const drawn = [
      await keepAs(store, png, { name: `page-${id}.png`, mediaType: 'image/png' }),
      await keepAs(store, pdf, { name: `page-${id}.pdf`, mediaType: 'application/pdf' }),
    ]
    await db.$transaction(async (tx) => {
      for (const one of drawn) await writeOriginal(tx, { ofId: id }, one)
      await finishJob(tx, job)
    })
  } catch (error) {
    if (error instanceof NotKept || error instanceof NotDrawn) throw new TryLater(error.message)
    throw error
  }
}

async function keepAs(
  store: Store | undefined,
  bytes: Uint8Array,
  { name, mediaType }: { name: string; mediaType: string },
) {
  const kept = await keep(store, { bytes, name })
  return { ...kept, row: { ...kept.row, mediaType } }
}

const mostBytes = 5_000_000

/** What a page shows besides itself, asked as everything else is asked; undefined for what is not to be had. */
async function load(address: string, fetching: Fetching) {
  try {
    const { status, bytes, mediaType } = await fetchPublic(address, fetching, { accept: '*/*', mostBytes })
    return status === 200 ? { bytes, mediaType } : undefined
  } catch (error) {
    if (error instanceof NotFetched) return undefined
    throw error
  }
}

import { finished } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import createError from 'http-errors'
import { askToDraw } from '../originals/drawings.ts'
import { archiveOriginal, findOriginal, sendOriginal } from '../originals/queries.ts'
import { askAgain } from '../originals/snapshots.ts'
import { NotKept } from '../originals/store.ts'
import { storeOf } from '../originals/stores.ts'
import { warcInfo } from '../originals/warc.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId } from '../web/forms.ts'
import { sendPieces } from '../web/rows.ts'
import { framesOwn, sandboxed } from '../web/security.ts'

/** What texts were read from, as it came: for the newsroom alone. */
export function originalRoutes(db: Database, config: Config, wake: () => void): Router {
  const routes = Router()
  const store = storeOf(config)
  const told = new Set<number>()
  /** Once in the log: whoever looks at it again changes nothing. */
  const tellOnce = (req: Request, id: number) => (error: unknown) => {
    if (!(error instanceof NotKept) || told.has(id)) return
    told.add(id)
    req.log.warn(error, `Original ${id} can’t be shown`)
  }
  const unlessLost = async (req: Request, id: number, had: Promise<void>): Promise<void> => {
    had.catch(tellOnce(req, id))
    await had.catch(nobodyLeft)
  }

  routes.get('/originals/:id', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    const as = { tell: tellOnce(req, id), signal: whileThere(res) }
    const original = await findOriginal(db, store, id, as).catch(nobodyLeft)
    if (!original) return
    framesOwn(res)
    answer(req, res, 'originals/show', { original }, undefined, () => ({ drawsPages: config.chromium !== undefined }))
  })

  /** The page itself, for the frame on the page above; by itself its links would lead away. */
  routes.get('/originals/:id/view', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    if (req.get('Sec-Fetch-Dest') === 'document') return res.redirect(303, `/originals/${id}`)
    const sent = sendOriginal(db, store, { id, signal: whileThere(res) }, async (original) => {
      const view = original.view()
      if (!view) throw createError(404, 'This original can’t be shown here. Download it')
      sandboxed(res)
      res.type(view.type).send('bytes' in view ? Buffer.from(view.bytes) : view.text)
      await isGone(res)
    })
    await unlessLost(req, id, sent)
  })

  routes.get('/originals/:id/file', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    const sent = sendOriginal(db, store, { id, signal: whileThere(res) }, async ({ bytes, filename }) => {
      sandboxed(res)
      res.attachment(filename()).type('application/octet-stream')
      res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      await isGone(res)
    })
    await unlessLost(req, id, sent)
  })

  routes.get('/originals/:id/warc', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    const { baseUrl } = config
    const sent = archiveOriginal(db, { store, baseUrl }, { id, signal: whileThere(res) }, async (records) => {
      sandboxed(res)
      await sendPieces(req, res, { name: `original-${id}.warc.gz`, type: 'application/warc' }, async function* () {
        yield* warcInfo(`On Record, ${baseUrl}`)
        yield* records
      })
    })
    await unlessLost(req, id, sent)
  })

  routes.post('/originals/:id/drawing', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    const id = readId(req.params.id)
    if (config.chromium === undefined) throw createError(404, 'This desk has no browser to draw pages with')
    await askToDraw(db, id, { by })
    wake()
    changed(req, res, `/originals/${id}`, { notice: 'The page is being drawn. Look again in a moment.' })
  })

  routes.post('/snapshots/:id/again', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    await askAgain(db, readId(req.params.id), { by })
    wake()
    changed(req, res, req.stamp?.page ?? '/desk', { notice: 'It is tried again. Look again in a moment.' })
  })

  return routes
}

class Left extends Error {}

/** Ends when whoever asked goes away. */
function whileThere(res: Response): AbortSignal {
  const there = new AbortController()
  if (res.destroyed) there.abort(new Left())
  else res.once('close', () => there.abort(new Left()))
  return there.signal
}

/** An answer for somebody who left is none, and no fault. */
function nobodyLeft(error: unknown): void {
  if (!(error instanceof Left)) throw error
}

/** How long somebody may take none of the answer, in milliseconds: its bytes are held for all that time. */
const longestPause = 60_000

/** The answer is sent, or whoever asked for it went away or stopped reading. */
async function isGone(res: Response): Promise<void> {
  res.setTimeout(longestPause, () => res.destroy())
  await finished(res).catch(() => undefined)
}

import { type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import createError from 'http-errors'
import { archiveOriginal, findOriginal, readOriginal } from '../originals/queries.ts'
import { askAgain } from '../originals/snapshots.ts'
import { storeOf } from '../originals/stores.ts'
import { warcInfo } from '../originals/warc.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId } from '../web/forms.ts'
import { framesOwn, sandboxed } from '../web/security.ts'

/** What texts were read from, as it came: for the newsroom alone. */
export function originalRoutes(db: Database, config: Config, wake: () => void): Router {
  const routes = Router()
  const store = storeOf(config)

  routes.get('/originals/:id', async (req, res) => {
    permit(req, 'see originals')
    const original = await findOriginal(db, store, readId(req.params.id))
    framesOwn(res)
    answer(req, res, 'originals/show', { original })
  })

  /** The page itself, for the frame on the page above; by itself its links would lead away. */
  routes.get('/originals/:id/view', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    if (req.get('Sec-Fetch-Dest') === 'document') return res.redirect(303, `/originals/${id}`)
    const view = (await readOriginal(db, store, id)).view()
    if (!view) throw createError(404, 'This original can’t be shown here. Download it')
    sandboxed(res)
    res.type(view.type).send(view.text)
  })

  routes.get('/originals/:id/file', async (req, res) => {
    permit(req, 'see originals')
    const { bytes, filename } = await readOriginal(db, store, readId(req.params.id))
    download(res, filename, bytes, 'application/octet-stream')
  })

  routes.get('/originals/:id/warc', async (req, res) => {
    permit(req, 'see originals')
    const id = readId(req.params.id)
    const records = await archiveOriginal(db, store, id, config.baseUrl)
    const archive = Buffer.concat([await warcInfo(`On Record, ${config.baseUrl}`), records])
    download(res, `original-${id}.warc.gz`, archive, 'application/warc')
  })

  routes.post('/snapshots/:id/again', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    await askAgain(db, readId(req.params.id), { by })
    wake()
    changed(req, res, req.stamp?.page ?? '/desk', { notice: 'It is tried again. Look again in a moment.' })
  })

  return routes
}

function download(res: Response, name: string, bytes: Uint8Array, type: string): void {
  sandboxed(res)
  res.attachment(name).type(type).send(Buffer.from(bytes))
}

import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/connect.ts'
import { beginImport, tryAgain } from '../importing/imports.ts'
import { findImport, listImports } from '../importing/queries.ts'
import { importsForm, RetryAsk } from '../importing/schema.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { parse, readId, receive } from '../web/forms.ts'
import { formatCount } from '../words/dates.ts'

/** Many documents at once, read in the background. `wake` tells the queue that there is something to do. */
export function importsRoutes(db: Database, wake: () => void): Router {
  const routes = Router()

  routes.get('/imports', async (req, res) => {
    permit(req, 'read drafts')
    await showAll(req, res)
  })

  routes.post('/imports', async (req, res) => {
    const { id: by } = permit(req, 'import documents')
    const given = await receive(req, importsForm.about(), (asked) =>
      beginImport(db, { ...asked, files: req.files ?? [], by }),
    )
    if (!given.ok) return showAll(req, res)
    wake()
    const { id, count } = given.result
    changed(req, res, `/imports/${id}`, { id, notice: `Importing ${formatCount(count, 'document')}.` })
  })

  routes.get('/imports/:id', async (req, res) => {
    permit(req, 'read drafts')
    answer(req, res, 'imports/show', { found: await findImport(db, readId(req.params.id)) })
  })

  routes.post('/imports/:id/retries', async (req, res) => {
    permit(req, 'import documents')
    const id = readId(req.params.id)
    const count = await tryAgain(db, { id, ...parse(RetryAsk, req.body ?? {}) })
    wake()
    const notice = count === 0 ? 'Nothing in it has failed.' : `Trying ${formatCount(count, 'document')} again.`
    changed(req, res, `/imports/${id}`, { count, notice })
  })

  return routes

  async function showAll(req: Request, res: Response): Promise<void> {
    answer(req, res, 'imports/index', { imports: await listImports(db) })
  }
}

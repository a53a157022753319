import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { id as idField } from '../fields.ts'
import { listEvents } from '../history/queries.ts'
import { answer, askAgain, changed, isRedirected, permit } from '../web/answer.ts'
import { blankForm, type Form, parse, readId, submit } from '../web/forms.ts'
import { nextPage, paged } from '../web/paging.ts'
import { findSource, findSourceToEdit, listSources } from './queries.ts'
import { EditedSource, SourceFilters } from './schema.ts'
import { editSource, sourceValues } from './sources.ts'

export function sourceRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/sources', async (req, res) => {
    const filters = parse(SourceFilters, req.query)
    const page = paged(await listSources(db, req.viewer, filters), req)
    answer(req, res, 'sources/index', { filters, sources: page.rows, next: page.next })
  })

  routes.get('/sources/:id', async (req, res) => {
    await showSource(db, req, res, readId(req.params.id), blankForm(), answer)
  })

  routes.get('/sources/:id/edit', async (req, res) => {
    permit(req, 'edit sources')
    const source = await findSourceToEdit(db, readId(req.params.id))
    const form = blankForm({ ...sourceValues(source), revision: source.revision })
    answer(req, res, 'sources/edit', { source: { id: source.id, name: source.name }, form })
  })

  routes.post('/sources/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    const source = await findSourceToEdit(db, readId(req.params.id))
    const form = await submit(EditedSource, req.body, (data) => editSource(db, source.id, { ...data, by }))
    if (!form.ok) return askAgain(req, res, 'sources/edit', { source: { id: source.id, name: source.name }, form })
    changed(req, res, `/sources/${source.id}`, { notice: 'The source is changed.' })
  })

  return routes
}

/** A source's page with forms of its own, also where one of them must be mended. */
export async function showSource(
  db: Database,
  req: Request,
  res: Response,
  id: number,
  form: Form,
  show: typeof askAgain,
): Promise<void> {
  const { before } = parse(z.object({ before: idField.optional() }), req.query)
  const source = await findSource(db, req.viewer, id, before)
  if (req.method === 'GET' && isRedirected(req, res, source.path)) return
  const { events } = await listEvents(db, req.viewer, { sourceId: id })
  const next = source.next === null || req.method !== 'GET' ? null : nextPage(req, source.next)
  show(req, res, 'sources/show', { source: { ...source, next }, events, form })
}

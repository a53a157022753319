import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { id as idField } from '../fields.ts'
import { listEvents } from '../history/queries.ts'
import { countSource } from '../statements/counts.ts'
import { answer, askAgain, changed, isRedirected, leadOn, permit } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { blankForm, type Form, parse, readId, submit } from '../web/forms.ts'
import { nextPage, paged } from '../web/paging.ts'
import { editSource, findSourceToEdit, sourceValues } from './edit.ts'
import { findMergeTarget } from './merge-into.ts'
import { findMergePlan } from './merge-plan.ts'
import { mergeSources, undoMerge } from './merges.ts'
import { findOnTopic } from './on-topic.ts'
import { bringBack, compareWaiting, tellApart } from './pairs.ts'
import {
  countPairs,
  findKin,
  findOptionalSurvivor,
  findSource,
  findSourceOutline,
  listPairs,
  listSources,
  type SourceOutline,
} from './queries.ts'
import { EditedSource, MergeForm, MergeInto, PairFilters, SourceFilters, TypedName } from './schema.ts'
import { suggestSources } from './type-ahead.ts'

export function sourceRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/sources', async (req, res) => {
    const filters = parse(SourceFilters, req.query)
    const page = paged(await listSources(db, req.viewer, filters), req)
    const { pairs } = req.viewer ? await countPairs(db) : { pairs: 0 }
    answer(req, res, 'sources/index', { filters, sources: page.rows, next: page.next, pairs })
  })

  routes.get('/sources/suggestions', async (req, res) => {
    permit(req, 'read drafts')
    res.json(await suggestSources(db, req.viewer, parse(TypedName, req.query).q))
  })

  routes.get('/sources/duplicates', async (req, res) => {
    permit(req, 'edit sources')
    const filters = parse(PairFilters, req.query)
    const page = paged(await listPairs(db, filters), req)
    const { waiting } = await countPairs(db)
    answer(req, res, 'sources/duplicates', { filters, pairs: page.rows, next: page.next, waiting })
  })

  routes.post('/sources/comparisons', async (req, res) => {
    permit(req, 'edit sources')
    await compareWaiting(db, 500)
    changed(req, res, '/sources/duplicates', { notice: 'Compared.' })
  })

  routes.post('/sources/duplicates/:id/dismissal', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    await tellApart(db, { pairId: readId(req.params.id), by })
    changed(req, res, '/sources/duplicates', { notice: 'They stay two, and are not suggested again.' })
  })

  routes.post('/sources/duplicates/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    await bringBack(db, { pairId: readId(req.params.id), by })
    changed(req, res, '/sources/duplicates', { notice: 'They are suggested again.' })
  })

  routes.get('/sources/:id', async (req, res) => {
    const id = readId(req.params.id)
    try {
      await showSource(db, req, res, id, blankForm(), answer)
    } catch (error) {
      if (!isMissing(error) || !(await isLedOn(db, req, res, id))) throw error
    }
  })

  routes.get('/sources/:id/edit', async (req, res) => {
    permit(req, 'edit sources')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/edit')) return
    const source = await findSourceToEdit(db, id)
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

  routes.get('/sources/:id/merge', async (req, res) => {
    permit(req, 'edit sources')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/merge')) return
    const source = await findSourceToEdit(db, id)
    const head = { id, name: source.name }
    if (req.query['into'] === undefined && req.query['intoId'] === undefined) {
      return answer(req, res, 'sources/merge', { source: head, plan: null, told: null, form: blankForm() })
    }
    const form = await submit(MergeInto, req.query, (data) => findMergeTarget(db, req.viewer, id, data))
    if (!form.ok) return askAgain(req, res, 'sources/merge', { source: head, plan: null, told: null, form })
    const plan = await findMergePlan(db, id, form.result.id)
    answer(req, res, 'sources/merge', { source: head, plan, told: form.result.told, form: blankForm() })
  })

  routes.post('/sources/:id/merge', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    const id = readId(req.params.id)
    const source = await findSourceToEdit(db, id)
    const permitSeen = () => void permit(req, 'merge published sources')
    const form = await submit(MergeForm, req.body, (data) => mergeSources(db, id, { ...data, permitSeen, by }))
    if (!form.ok) return showMergeAgain(req, res, { id, name: source.name }, form)
    const { id: mergeId, survivorId, name } = form.result
    changed(req, res, `/sources/${survivorId}`, {
      id: mergeId,
      notice: `Merged: “${source.name}” is “${name}” from now on. It can be undone below.`,
    })
  })

  routes.post('/merges/:id/undo', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    const permitSeen = () => void permit(req, 'merge published sources')
    const { mergedId, lost } = await undoMerge(db, { mergeId: readId(req.params.id), permitSeen, by })
    const notice = ['Undone: they are two sources again', ...lost].map((sentence) => `${sentence}.`).join(' ')
    changed(req, res, `/sources/${mergedId}`, { notice })
  })

  /** The preview again, of what both are now; without it where no second source can be told from what was sent. */
  async function showMergeAgain(req: Request, res: Response, source: { id: number; name: string }, form: Form) {
    const survivorId = idField.safeParse(form.values['survivorId'])
    const isThere = survivorId.success && (await db.source.count({ where: { id: survivorId.data } })) > 0
    const plan = isThere && survivorId.data !== source.id ? await findMergePlan(db, source.id, survivorId.data) : null
    askAgain(req, res, 'sources/merge', { source, plan, told: null, form })
  }

  return routes
}

/** Whoever comes to the address of a merged source is led to what it is now. */
async function isLedOn(db: Database, req: Request, res: Response, id: number, tail = ''): Promise<boolean> {
  const survivor = await findOptionalSurvivor(db, req.viewer, id)
  if (!survivor) return false
  leadOn(req, res, tail === '' ? survivor.path : `/sources/${survivor.id}${tail}`)
  return true
}

/** From where its statements are shown, and about which topic side by side. */
const Shown = z.object({ before: idField.optional(), topic: idField.optional() })

/** A source's page with forms of its own, also where one of them must be mended. */
export async function showSource(
  db: Database,
  req: Request,
  res: Response,
  id: number,
  form: Form,
  show: typeof askAgain,
): Promise<void> {
  const { before, topic } = parse(Shown, req.query)
  const outline = findSourceOutline(db, req.viewer, id, before)
  const [source, counts, onTopic, rest] = await Promise.all([
    findSource(db, req.viewer, id, outline),
    countSource(db, req.viewer, id),
    findOnTopic(db, req.viewer, id, topic),
    beside(db, req, id, outline),
  ])
  if (req.method === 'GET' && isRedirected(req, res, source.path)) return
  const next = source.next === null || req.method !== 'GET' ? null : nextPage(req, source.next)
  show(req, res, 'sources/show', { ...rest, counts, onTopic, source: { ...source, next }, next, form })
}

/** What a source's page shows beside the source itself. */
async function beside(db: Database, req: Request, id: number, outline: Promise<SourceOutline>) {
  const [events, kin] = await Promise.all([
    outline.then(({ hasEvents, lineIds }) =>
      hasEvents ? listEvents(db, req.viewer, { sourceId: { in: lineIds } }) : null,
    ),
    findKin(db, req.viewer, id),
  ])
  return { events: events?.events ?? [], ...kin }
}

import { type Request, type Response, Router } from 'express'
import { ClaimFilters } from '../claims/schema.ts'
import { listClaims } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { id as idField } from '../fields.ts'
import { listEvents } from '../history/queries.ts'
import { countTopic } from '../statements/counts.ts'
import { answer, askAgain, changed, isRedirected, leadOn, permit } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { blankForm, type Form, parse, readId, submit } from '../web/forms.ts'
import { paged } from '../web/paging.ts'
import { findMergePlan, findMergeTarget, mergeTopics, undoTopicMerge } from './merges.ts'
import { bringTopicsBack, compareWaitingTopics, tellTopicsApart } from './pairs.ts'
import {
  countPairs,
  findKin,
  findOptionalSurvivor,
  findTopic,
  listMergedIds,
  listPairs,
  listTopics,
  suggestTopics,
} from './queries.ts'
import { MergeForm, MergeInto, PairFilters, TypedName } from '../sources/schema.ts'
import { EditedTopic, TopicFilters } from './schema.ts'
import { editTopic, findTopicToEdit, topicValues } from './topics.ts'

export function topicRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/topics', async (req, res) => {
    const filters = parse(TopicFilters, req.query)
    const page = paged(await listTopics(db, req.viewer, filters), req)
    const { pairs } = req.viewer ? await countPairs(db) : { pairs: 0 }
    answer(req, res, 'topics/index', { filters, topics: page.rows, next: page.next, pairs })
  })

  routes.get('/topics/suggestions', async (req, res) => {
    permit(req, 'read drafts')
    res.json(await suggestTopics(db, parse(TypedName, req.query).q))
  })

  routes.get('/topics/duplicates', async (req, res) => {
    permit(req, 'edit topics')
    const filters = parse(PairFilters, req.query)
    const page = paged(await listPairs(db, filters), req)
    const { waiting } = await countPairs(db)
    answer(req, res, 'topics/duplicates', { filters, pairs: page.rows, next: page.next, waiting })
  })

  routes.post('/topics/comparisons', async (req, res) => {
    permit(req, 'edit topics')
    await compareWaitingTopics(db, 500)
    changed(req, res, '/topics/duplicates', { notice: 'Compared.' })
  })

  routes.post('/topics/duplicates/:id/dismissal', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    await tellTopicsApart(db, { pairId: readId(req.params.id), by })
    changed(req, res, '/topics/duplicates', { notice: 'They stay two, and are not suggested again.' })
  })

  routes.post('/topics/duplicates/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    await bringTopicsBack(db, { pairId: readId(req.params.id), by })
    changed(req, res, '/topics/duplicates', { notice: 'They are suggested again.' })
  })

  routes.post('/topics/merges/:id/undo', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    const permitSeen = () => void permit(req, 'merge published topics')
    const { mergedId, lost } = await undoTopicMerge(db, { mergeId: readId(req.params.id), permitSeen, by })
    const notice = ['Undone: they are two topics again', ...lost].map((sentence) => `${sentence}.`).join(' ')
    changed(req, res, `/topics/${mergedId}`, { notice })
  })

  routes.get('/topics/:id', async (req, res) => {
    const id = readId(req.params.id)
    try {
      await showTopic(req, res, id)
    } catch (error) {
      if (!isMissing(error) || !(await isLedOn(db, req, res, id))) throw error
    }
  })

  async function showTopic(req: Request, res: Response, id: number) {
    const filters = parse(ClaimFilters, req.query)
    const [topic, claims, counts, { events }, kin] = await Promise.all([
      findTopic(db, req.viewer, id),
      listClaims(db, req.viewer, { ...filters, topicId: id }),
      countTopic(db, req.viewer, id),
      listMergedIds(db, id).then((ids) => listEvents(db, req.viewer, { topicId: { in: ids } })),
      findKin(db, req.viewer, id),
    ])
    if (isRedirected(req, res, topic.path)) return
    const page = paged(claims, req)
    answer(req, res, 'topics/show', { topic, counts, claims: page.rows, next: page.next, events, ...kin })
  }

  routes.get('/topics/:id/edit', async (req, res) => {
    permit(req, 'edit topics')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/edit')) return
    const topic = await findTopicToEdit(db, id)
    const form = blankForm({ ...topicValues(topic), revision: topic.revision })
    answer(req, res, 'topics/edit', { topic: { id, name: topic.name }, form })
  })

  routes.post('/topics/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    const { id, name } = await findTopicToEdit(db, readId(req.params.id))
    const form = await submit(EditedTopic, req.body, (data) => editTopic(db, id, { ...data, by }))
    if (!form.ok) return askAgain(req, res, 'topics/edit', { topic: { id, name }, form })
    changed(req, res, `/topics/${id}`, { notice: 'The topic is changed.' })
  })

  routes.get('/topics/:id/merge', async (req, res) => {
    permit(req, 'edit topics')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/merge')) return
    const topic = { id, name: (await findTopicToEdit(db, id)).name }
    if (req.query['into'] === undefined && req.query['intoId'] === undefined) {
      return answer(req, res, 'topics/merge', { topic, plan: null, told: null, form: blankForm() })
    }
    const form = await submit(MergeInto, req.query, (data) => findMergeTarget(db, id, data))
    if (!form.ok) return askAgain(req, res, 'topics/merge', { topic, plan: null, told: null, form })
    const plan = await findMergePlan(db, id, form.result.id)
    answer(req, res, 'topics/merge', { topic, plan, told: form.result.told, form: blankForm() })
  })

  routes.post('/topics/:id/merge', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    const { id, name } = await findTopicToEdit(db, readId(req.params.id))
    const permitSeen = () => void permit(req, 'merge published topics')
    const form = await submit(MergeForm, req.body, (data) => mergeTopics(db, id, { ...data, permitSeen, by }))
    if (!form.ok) return showMergeAgain(req, res, { id, name }, form)
    changed(req, res, `/topics/${form.result.survivorId}`, {
      id: form.result.id,
      notice: `Merged: “${name}” is “${form.result.name}” from now on. It can be undone below.`,
    })
  })

  /** The preview again, of what both are now; without it where no second topic can be told from what was sent. */
  async function showMergeAgain(req: Request, res: Response, topic: { id: number; name: string }, form: Form) {
    const survivorId = idField.safeParse(form.values['survivorId'])
    const isThere = survivorId.success && (await db.topic.count({ where: { id: survivorId.data } })) > 0
    const plan = isThere && survivorId.data !== topic.id ? await findMergePlan(db, topic.id, survivorId.data) : null
    askAgain(req, res, 'topics/merge', { topic, plan, told: null, form })
  }

  return routes
}

/** Whoever comes to the address of a merged topic is led to what it is now. */
async function isLedOn(db: Database, req: Request, res: Response, id: number, tail = ''): Promise<boolean> {
  const survivor = await findOptionalSurvivor(db, req.viewer, id)
  if (!survivor) return false
  leadOn(req, res, tail === '' ? survivor.path : `/topics/${survivor.id}${tail}`)
  return true
}

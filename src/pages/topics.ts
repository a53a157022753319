import { type Request, type Response, Router } from 'express'
import { addressesOfMerged, listSent } from '../annotations/on-pages.ts'
import { ClaimsOfTopic } from '../claims/schema.ts'
import { countClaims, listClaims } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { listRatings } from '../findings/queries.ts'
import { listEvents } from '../history/queries.ts'
import { countPairs, findKin } from '../same/kin.ts'
import { listMergedIds } from '../same/survivor.ts'
import { countTopic } from '../statements/counts.ts'
import { answer, changed, deskOf, isRedirected, leadOn, permit, wantsJson } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { begin, parse, parseQuery, readId, receive } from '../web/forms.ts'
import { sendRows, tableOf } from '../web/rows.ts'
import { listed, presentLetters, presentList, rowsFor } from '../web/listing.ts'
import { paged } from '../web/paging.ts'
import { pageSize } from '../words/paging.ts'
import { refuseOtherRatings } from './claims.ts'
import { columns } from './lists.ts'
import { describeTopic } from '../topics/json-ld.ts'
import { sameTopics } from '../topics/pairs.ts'
import {
  addUpTopics,
  countTopics,
  findOptionalSurvivor,
  findTopic,
  listTopicLetters,
  listTopics,
  suggestTopics,
  topicSort,
} from '../topics/queries.ts'
import { TypedName } from '../sources/schema.ts'
import { topicForm, TopicFilters } from '../topics/schema.ts'
import { editTopic, findTopicToEdit, topicValues } from '../topics/topics.ts'
import { topicRows } from './rows.ts'

export function topicRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/topics', async (req, res) => {
    const filters = parseQuery(TopicFilters, req.query)
    const sort = topicSort(filters)
    const list = (place: object) => listTopics(db, req.viewer, { ...filters, sort, ...place })
    if (await sendRows(req, res, { ...filters, sort }, tableOf(req, topicRows, list))) return
    const [rows, total, sums, letters] = await Promise.all([
      listTopics(db, req.viewer, { ...filters, take: rowsFor(req, filters) }),
      countTopics(db, req.viewer, filters),
      wantsJson(req) ? undefined : addUpTopics(db, req.viewer, filters),
      listTopicLetters(db, req.viewer),
    ])
    const page = listed(rows, req, filters, sort)
    const { pairs } = req.viewer ? await countPairs(db, sameTopics) : { pairs: 0 }
    const data = { filters, topics: page.rows, next: page.next, total, pairs }
    answer(req, res, 'topics/index', data, undefined, () => ({
      list: presentList(req, filters, { columns: columns.topics, sort, shown: page.rows.length, total, sums }),
      letters: presentLetters(req, filters.letter, letters),
    }))
  })

  routes.get('/topics/suggestions', async (req, res) => {
    permit(req, 'read drafts')
    res.json(await suggestTopics(db, parse(TypedName, req.query).q))
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
    const filters = parseQuery(ClaimsOfTopic, req.query)
    if (filters.rating) refuseOtherRatings(filters, await listRatings(db, 'accuracy'))
    const ofTopic = { ...filters, topicId: id }
    const merged = listMergedIds(db, sameTopics, id)
    const [topic, mergedIds, claims, total, counts, { events }, kin] = await Promise.all([
      findTopic(db, req.viewer, id),
      merged,
      listClaims(db, req.viewer, { ...ofTopic, sort: undefined, page: 1, take: filters.limit ?? pageSize }),
      countClaims(db, req.viewer, { ...ofTopic, page: 1 }),
      countTopic(db, req.viewer, id),
      merged.then((ids) => listEvents(db, req.viewer, { topicId: { in: ids } })),
      findKin(db, sameTopics, req.viewer, id),
    ])
    if (isRedirected(req, res, topic.path)) return
    const addresses = await addressesOfMerged(db, deskOf(req), {
      kind: sameTopics,
      id,
      path: topic.path,
      mergedIds,
      leadsOn: (merged) => Promise.resolve(merged),
    })
    const received = await listSent(db, req.viewer, addresses)
    const page = paged(claims, req, filters.limit)
    const data = { topic, counts, claims: page.rows, next: page.next, total, received, events, ...kin }
    answer(req, res, 'topics/show', data, (desk) => describeTopic(desk, topic, page.rows))
  }

  routes.get('/topics/:id/edit', async (req, res) => {
    permit(req, 'edit topics')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/edit')) return
    const topic = await findTopicToEdit(db, id)
    const form = begin(topicForm.about(`topic-${id}`), { ...topicValues(topic), revision: topic.revision })
    answer(req, res, 'topics/edit', { topic: { id, name: topic.name }, form })
  })

  routes.post('/topics/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit topics')
    const { id, name } = await findTopicToEdit(db, readId(req.params.id))
    const given = await receive(req, topicForm.about(`topic-${id}`), (data) => editTopic(db, id, { ...data, by }))
    if (!given.ok) return answer(req, res, 'topics/edit', { topic: { id, name } })
    changed(req, res, `/topics/${id}`, { notice: 'The topic is changed.' })
  })

  return routes
}

/** Redirects from the address of a merged topic to its survivor. */
async function isLedOn(db: Database, req: Request, res: Response, id: number, tail = ''): Promise<boolean> {
  const survivor = await findOptionalSurvivor(db, req.viewer, id)
  if (!survivor) return false
  leadOn(req, res, tail === '' ? survivor.path : `/topics/${survivor.id}${tail}`)
  return true
}

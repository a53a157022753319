import { type Request, type Response, Router } from 'express'
import { addressesOfMerged, listSent } from '../annotations/on-pages.ts'
import type { Desk } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { listEvents } from '../history/queries.ts'
import { countPairs, findKin } from '../same/kin.ts'
import { countSource } from '../statements/counts.ts'
import { answer, changed, deskOf, isRedirected, leadOn, permit, wantsJson } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { begin, parse, parseQuery, readId, receive } from '../web/forms.ts'
import { sendRows, tableOf } from '../web/rows.ts'
import { listed, presentLetters, presentList, rowsFor } from '../web/listing.ts'
import { nextPage } from '../web/paging.ts'
import { editSource, findSourceToEdit, sourceValues } from '../sources/edit.ts'
import { columns } from './lists.ts'
import { findOnTopic } from './on-topic.ts'
import { describeSourcePage } from '../sources/json-ld.ts'
import { sameSources } from '../sources/pairs.ts'
import {
  addUpSources,
  countSources,
  findOptionalSurvivor,
  listKnownAsMerged,
  listSourceLetters,
  listSources,
  sourceSort,
} from '../sources/queries.ts'
import { findSource, findSourceOutline, type SourceOutline } from './source-page.ts'
import { SourceFilters, sourceForm, SourceQuery, TypedName } from '../sources/schema.ts'
import { describeSuggestions, suggestSources } from '../sources/type-ahead.ts'
import { sourcePage } from './source-words.ts'
import { sourceRows } from './rows.ts'

export function sourceRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/sources', async (req, res) => {
    const filters = parseQuery(SourceFilters, req.query)
    const sort = sourceSort(filters)
    const list = (place: object) => listSources(db, req.viewer, { ...filters, sort, ...place })
    if (await sendRows(req, res, { ...filters, sort }, tableOf(req, sourceRows, list))) return
    const [rows, total, sums, letters] = await Promise.all([
      listSources(db, req.viewer, { ...filters, take: rowsFor(req, filters) }),
      countSources(db, req.viewer, filters),
      wantsJson(req) ? undefined : addUpSources(db, req.viewer, filters),
      listSourceLetters(db, req.viewer),
    ])
    const page = listed(rows, req, filters, sort)
    const { pairs } = req.viewer ? await countPairs(db, sameSources) : { pairs: 0 }
    const data = { filters, sources: page.rows, next: page.next, total, pairs }
    answer(req, res, 'sources/index', data, undefined, () => ({
      list: presentList(req, filters, { columns: columns.sources, sort, shown: page.rows.length, total, sums }),
      letters: presentLetters(req, filters.letter, letters),
    }))
  })

  routes.get('/sources/suggestions', async (req, res) => {
    permit(req, 'read drafts')
    const found = await suggestSources(db, req.viewer, parse(TypedName, req.query).q)
    res.json(await describeSuggestions(db, found))
  })

  routes.get('/sources/:id', async (req, res) => {
    const id = readId(req.params.id)
    try {
      await showSource(db, req, res, id)
    } catch (error) {
      if (!isMissing(error) || !(await isLedOn(db, req, res, id))) throw error
    }
  })

  routes.get('/sources/:id/edit', async (req, res) => {
    permit(req, 'edit sources')
    const id = readId(req.params.id)
    if (await isLedOn(db, req, res, id, '/edit')) return
    const source = await findSourceToEdit(db, id)
    const form = begin(sourceForm.about(`source-${id}`), { ...sourceValues(source), revision: source.revision })
    answer(req, res, 'sources/edit', { source: { id: source.id, name: source.name }, form })
  })

  routes.post('/sources/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit sources')
    const source = await findSourceToEdit(db, readId(req.params.id))
    const given = await receive(req, sourceForm.about(`source-${source.id}`), (data) =>
      editSource(db, source.id, { ...data, by }),
    )
    if (!given.ok) return answer(req, res, 'sources/edit', { source: { id: source.id, name: source.name } })
    changed(req, res, `/sources/${source.id}`, { notice: 'The source is changed.' })
  })

  return routes
}

/** Redirects from the address of a merged source to its survivor. */
async function isLedOn(db: Database, req: Request, res: Response, id: number, tail = ''): Promise<boolean> {
  const survivor = await findOptionalSurvivor(db, req.viewer, id)
  if (!survivor) return false
  leadOn(req, res, tail === '' ? survivor.path : `/sources/${survivor.id}${tail}`)
  return true
}

/** Shows the source's page with its forms, including one that came back with errors. */
export async function showSource(db: Database, req: Request, res: Response, id: number): Promise<void> {
  const { before, topic, limit } = parseQuery(SourceQuery, req.query)
  const outline = findSourceOutline(db, req.viewer, id, { before, limit })
  const [source, counts, onTopic, rest] = await Promise.all([
    findSource(db, req.viewer, id, { outline, limit }),
    countSource(db, req.viewer, id),
    findOnTopic(db, req.viewer, id, topic),
    beside(db, req, id, outline),
  ])
  if (req.method === 'GET' && isRedirected(req, res, source.path)) return
  const addresses = await addressesOfMerged(db, deskOf(req), {
    kind: sameSources,
    id,
    path: source.path,
    mergedIds: (await outline).mergedIds,
    leadsOn: (merged) => listKnownAsMerged(db, req.viewer, merged),
  })
  const received = await listSent(db, req.viewer, addresses)
  const next = source.next === null || req.method !== 'GET' ? null : nextPage(req, source.next)
  const data = { ...rest, received, counts, onTopic, source: { ...source, next }, next }
  const linked = (desk: Desk) => describeSourcePage(desk, source)
  answer(req, res, 'sources/show', data, linked, () => ({ shown: sourcePage(source) }))
}

/** What a source's page shows besides the source itself. */
async function beside(db: Database, req: Request, id: number, outline: Promise<SourceOutline>) {
  const [events, kin] = await Promise.all([
    outline.then(({ hasEvents, mergedIds }) =>
      hasEvents ? listEvents(db, req.viewer, { sourceId: { in: mergedIds } }) : null,
    ),
    findKin(db, sameSources, req.viewer, id),
  ])
  return { events: events?.events ?? [], ...kin }
}

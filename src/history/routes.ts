import { Router } from 'express'
import type { Database } from '../database/connect.ts'
import { answer, permit } from '../web/answer.ts'
import { parseQuery } from '../web/forms.ts'
import { nextPage } from '../web/paging.ts'
import { listActors, listEvents, narrowed } from './queries.ts'
import { EventFilters } from './schema.ts'
import { actionsInWords, things } from './words.ts'

export function activityRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/activity', async (req, res) => {
    permit(req, 'read activity')
    const filters = parseQuery(EventFilters, req.query)
    const [{ events, next }, actors] = await Promise.all([
      listEvents(db, req.viewer, narrowed(filters), filters.before, filters.limit),
      listActors(db),
    ])
    const choices = { actors, actions: actionsInWords, things }
    answer(req, res, 'activity', { events, filters, choices, next: next === null ? null : nextPage(req, next) })
  })

  return routes
}

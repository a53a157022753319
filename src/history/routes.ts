import { type Request, Router } from 'express'
import type { Database } from '../database/connect.ts'
import { answer, permit } from '../web/answer.ts'
import { receiveQuery, type Submission } from '../web/forms.ts'
import { nextPage } from '../web/paging.ts'
import { listActors, listEvents, narrowed } from './queries.ts'
import { activityForm, type EventFilters } from './schema.ts'
import { actionsInWords, things } from './words.ts'

export function activityRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/activity', async (req, res) => {
    permit(req, 'read activity')
    const asked = receiveQuery(req, activityForm.about())
    const [{ events, next }, actors] = await Promise.all([listAsked(req, asked), listActors(db)])
    const choices = { actors, actions: actionsInWords, things }
    const { from, to } = req.query
    // As they were typed: the form is filled with them.
    const typed = asked.ok ? { ...asked.result, from: from || undefined, to: to || undefined } : {}
    answer(req, res, 'activity', { events, filters: typed, choices, next: next === null ? null : nextPage(req, next) })
  })

  return routes

  async function listAsked({ viewer }: Request, asked: Submission<EventFilters>) {
    if (!asked.ok) return { events: [], next: null }
    const { before, limit } = asked.result
    return listEvents(db, viewer, narrowed(asked.result), before, limit)
  }
}

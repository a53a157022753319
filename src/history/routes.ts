import { Router } from 'express'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { id } from '../fields.ts'
import { answer, permit } from '../web/answer.ts'
import { parse } from '../web/forms.ts'
import { nextPage } from '../web/paging.ts'
import { listEvents } from './queries.ts'

export function activityRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/activity', async (req, res) => {
    permit(req, 'read activity')
    const { before } = parse(z.object({ before: id.optional() }), req.query)
    const { events, next } = await listEvents(db, req.viewer, {}, before)
    answer(req, res, 'activity', { events, next: next === null ? null : nextPage(req, next) })
  })

  return routes
}

import { Router } from 'express'
import type { Database } from '../database/connect.ts'
import { Withdrawal } from '../documents/schema.ts'
import { changed, permit } from '../web/answer.ts'
import { parse, readId } from '../web/forms.ts'
import { findVerdictPlace } from './place.ts'
import { publishVerdict, withdrawVerdict } from './verdicts.ts'

export function verdictRoutes(db: Database): Router {
  const routes = Router()

  routes.post('/verdicts/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const path = await findVerdictPlace(db, verdictId)
    await publishVerdict(db, { verdictId, by })
    changed(req, res, path, { notice: 'Readers see the verdict now.' })
  })

  routes.post('/verdicts/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const path = await findVerdictPlace(db, verdictId)
    await withdrawVerdict(db, { verdictId, ...parse(Withdrawal, req.body), by })
    changed(req, res, path, { notice: 'The verdict is withdrawn.' })
  })

  return routes
}

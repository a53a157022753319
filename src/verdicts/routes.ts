import { Router } from 'express'
import { showClaim } from '../claims/routes.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { Withdrawal } from '../review/schema.ts'
import { showStatement } from '../statements/routes.ts'
import { askAgain, changed, permit } from '../web/answer.ts'
import { readId, submit } from '../web/forms.ts'
import { findVerdictPlace } from './place.ts'
import { publishVerdict, withdrawVerdict } from './verdicts.ts'

export function verdictRoutes(db: Database, { ownVerdicts }: Config): Router {
  const routes = Router()

  routes.post('/verdicts/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const { room, id } = await findVerdictPlace(db, verdictId)
    await publishVerdict(db, { verdictId, by, ownVerdicts })
    changed(req, res, `/${room}/${id}`, { notice: 'Readers see the verdict now.' })
  })

  routes.post('/verdicts/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const { room, id } = await findVerdictPlace(db, verdictId)
    const form = await submit(Withdrawal, req.body, ({ reason }) => withdrawVerdict(db, { verdictId, reason, by }))
    if (!form.ok) {
      // The page has several such forms: this says which of them is to be mended.
      const own = { ...form, values: { ...form.values, verdictId } }
      return room === 'claims'
        ? showClaim(db, req, res, id, own, askAgain)
        : showStatement(db, req, res, id, own, askAgain)
    }
    changed(req, res, `/${room}/${id}`, { notice: 'The verdict is withdrawn.' })
  })

  return routes
}

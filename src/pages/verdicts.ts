import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { showClaim } from './claims.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { SentBack, Withdrawal } from '../review/schema.ts'
import { showStatement } from './statements.ts'
import { askAgain, changed, permit } from '../web/answer.ts'
import { type Form, ofForm, readId, submit } from '../web/forms.ts'
import { findVerdictPlace, type Place } from '../verdicts/place.ts'
import { publishVerdict, returnVerdict, withdrawVerdict } from '../verdicts/verdicts.ts'

/** It takes a button and no words. */
const Publication = z.unknown()

export function verdictRoutes(db: Database, { ownVerdicts }: Config): Router {
  const routes = Router()

  routes.post('/verdicts/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const place = await findVerdictPlace(db, verdictId)
    const form = await submit(Publication, req.body, () => publishVerdict(db, { verdictId, by, ownVerdicts }))
    if (!form.ok) return showPlace(req, res, place, { ...form, values: { verdictId } })
    changed(req, res, addressOf(place), { notice: 'Readers see the verdict now.' })
  })

  routes.post('/verdicts/:id/return', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const place = await findVerdictPlace(db, verdictId)
    const form = await submit(SentBack, req.body, ({ reason }) => returnVerdict(db, { verdictId, reason, by }))
    if (!form.ok) return showPlace(req, res, place, ofForm(about(form, verdictId), 'return'))
    changed(req, res, addressOf(place), { notice: 'The verdict is sent back, with your reason on it.' })
  })

  routes.post('/verdicts/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const place = await findVerdictPlace(db, verdictId)
    const form = await submit(Withdrawal, req.body, ({ reason }) => withdrawVerdict(db, { verdictId, reason, by }))
    if (!form.ok) return showPlace(req, res, place, about(form, verdictId))
    changed(req, res, addressOf(place), { notice: 'The verdict is withdrawn.' })
  })

  /** A verdict has no page of its own: its forms stand where it stands. */
  function showPlace(req: Request, res: Response, { room, id }: Place, form: Form): Promise<void> {
    return room === 'claims'
      ? showClaim(db, req, res, id, form, askAgain)
      : showStatement(db, req, res, id, form, askAgain)
  }

  return routes
}

/** The page has such forms for several verdicts: this says which of them is to be mended. */
function about(form: Form, verdictId: number): Form {
  return { ...form, values: { ...form.values, verdictId } }
}

function addressOf({ room, id }: Place): string {
  return `/${room}/${id}`
}

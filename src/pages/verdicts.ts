import { type Request, type Response, Router } from 'express'
import { showClaim } from './claims.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { returnForm, withdrawalForm } from '../review/schema.ts'
import { showStatement } from './statements.ts'
import { changed, permit } from '../web/answer.ts'
import { press } from '../web/form-kinds.ts'
import { readId, receive } from '../web/forms.ts'
import { findVerdictSubject, type VerdictSubject } from '../verdicts/subject.ts'
import { publishVerdict, returnVerdict, withdrawVerdict } from '../verdicts/verdicts.ts'

export function verdictRoutes(db: Database, { ownVerdicts }: Config): Router {
  const routes = Router()

  routes.post('/verdicts/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const subject = await findVerdictSubject(db, verdictId)
    const given = await receive(req, press, () => publishVerdict(db, { verdictId, by, ownVerdicts }))
    if (!given.ok) return showSubject(req, res, subject)
    changed(req, res, addressOf(subject), { notice: 'Readers see the verdict now.' })
  })

  routes.post('/verdicts/:id/return', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const subject = await findVerdictSubject(db, verdictId)
    const given = await receive(req, returnForm.about(`verdict-${verdictId}`), ({ reason }) =>
      returnVerdict(db, { verdictId, reason, by }),
    )
    if (!given.ok) return showSubject(req, res, subject)
    changed(req, res, addressOf(subject), { notice: 'The verdict is sent back, with your reason on it.' })
  })

  routes.post('/verdicts/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'publish verdicts')
    const verdictId = readId(req.params.id)
    const subject = await findVerdictSubject(db, verdictId)
    const given = await receive(req, withdrawalForm.about(`verdict-${verdictId}`), ({ reason }) =>
      withdrawVerdict(db, { verdictId, reason, by }),
    )
    if (!given.ok) return showSubject(req, res, subject)
    changed(req, res, addressOf(subject), { notice: 'The verdict is withdrawn.' })
  })

  /** A verdict has no page of its own: its forms are on the page of its subject. */
  function showSubject(req: Request, res: Response, { room, id }: VerdictSubject): Promise<void> {
    return room === 'claims' ? showClaim(db, req, res, id) : showStatement(db, req, res, id)
  }

  return routes
}

function addressOf({ room, id }: VerdictSubject): string {
  return `/${room}/${id}`
}

import { Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { deskPath, showDesk } from './documents.ts'
import { answer, askAgain, changed, permit } from '../web/answer.ts'
import { blankForm, readId, submit } from '../web/forms.ts'
import { publishDocument, sendBack, sendToReview, withdrawDocument } from '../review/publishing.ts'
import { findPublicationPlan } from '../review/queries.ts'
import { Publication, SentBack, Withdrawal } from '../review/schema.ts'

/** A document's way to its readers: asked for, sent back or published by another, withdrawn. */
export function reviewRoutes(db: Database, { ownVerdicts }: Config): Router {
  const routes = Router()

  routes.post('/documents/:id/review', async (req, res) => {
    const { id: by } = permit(req, 'ask for review')
    const documentId = readId(req.params.id)
    await sendToReview(db, { documentId, by })
    changed(req, res, deskPath(req, documentId), { notice: 'A reviewer can publish it now.' })
  })

  routes.post('/documents/:id/return', async (req, res) => {
    const { id: by } = permit(req, 'publish documents')
    const documentId = readId(req.params.id)
    const form = await submit(SentBack, req.body, ({ reason }) => sendBack(db, { documentId, reason, by }))
    if (!form.ok) {
      const plan = await findPublicationPlan(db, req.viewer, documentId)
      return askAgain(req, res, 'documents/publication', { ...plan, ownVerdicts, form })
    }
    changed(req, res, `/documents/${documentId}/desk`, { notice: 'It is a draft again, with your reason on its desk.' })
  })

  routes.get('/documents/:id/publication', async (req, res) => {
    permit(req, 'publish documents')
    const plan = await findPublicationPlan(db, req.viewer, readId(req.params.id))
    answer(req, res, 'documents/publication', { ...plan, ownVerdicts, form: blankForm() })
  })

  routes.post('/documents/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish documents')
    const documentId = readId(req.params.id)
    const form = await submit(Publication, req.body, (data) =>
      publishDocument(db, { ...data, documentId, by, ownVerdicts }),
    )
    if (!form.ok) {
      const plan = await findPublicationPlan(db, req.viewer, documentId)
      return askAgain(req, res, 'documents/publication', { ...plan, ownVerdicts, form })
    }
    const { published } = form.result
    changed(req, res, `/documents/${documentId}`, {
      notice: `Published, with ${published} ${published === 1 ? 'statement' : 'statements'} that readers did not see before.`,
    })
  })

  routes.post('/documents/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'withdraw documents')
    const documentId = readId(req.params.id)
    const form = await submit(Withdrawal, req.body, ({ reason }) => withdrawDocument(db, { documentId, reason, by }))
    if (!form.ok) return showDesk(db, req, documentId, form, (data) => askAgain(req, res, 'documents/desk', data))
    changed(req, res, `/documents/${documentId}`, { notice: 'Withdrawn. Readers see that it was, when and why.' })
  })

  return routes
}

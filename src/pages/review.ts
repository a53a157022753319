import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { deskPath, showDesk } from './documents.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { readId, receive } from '../web/forms.ts'
import { publishDocument, sendBack, sendToReview, withdrawDocument } from '../review/publishing.ts'
import { findPublicationPlan } from '../review/queries.ts'
import { publicationForm, returnForm, withdrawalForm } from '../review/schema.ts'

/** Review of a document: requested, sent back, published by another person, withdrawn. */
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
    const given = await receive(req, returnForm.about(`document-${documentId}`), ({ reason }) =>
      sendBack(db, { documentId, reason, by }),
    )
    if (!given.ok) return showPlan(req, res, documentId)
    changed(req, res, `/documents/${documentId}/desk`, { notice: 'It is a draft again, with your reason on its desk.' })
  })

  routes.get('/documents/:id/publication', async (req, res) => {
    permit(req, 'publish documents')
    await showPlan(req, res, readId(req.params.id))
  })

  routes.post('/documents/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish documents')
    const documentId = readId(req.params.id)
    const given = await receive(req, publicationForm.about(`document-${documentId}`), (data) =>
      publishDocument(db, { ...data, documentId, by, ownVerdicts }),
    )
    if (!given.ok) return showPlan(req, res, documentId)
    const { published } = given.result
    changed(req, res, `/documents/${documentId}`, {
      notice: `Published, with ${published} ${published === 1 ? 'statement' : 'statements'} that readers did not see before.`,
    })
  })

  routes.post('/documents/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'withdraw documents')
    const documentId = readId(req.params.id)
    const given = await receive(req, withdrawalForm.about(`document-${documentId}`), ({ reason }) =>
      withdrawDocument(db, { documentId, reason, by }),
    )
    if (!given.ok) return showDesk(db, req, res, documentId)
    changed(req, res, `/documents/${documentId}`, { notice: 'Withdrawn. Readers see that it was, when and why.' })
  })

  return routes

  async function showPlan(req: Request, res: Response, documentId: number): Promise<void> {
    const plan = await findPublicationPlan(db, req.viewer, documentId)
    answer(req, res, 'documents/publication', { ...plan, ownVerdicts })
  }
}

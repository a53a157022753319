import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import { deskPath, showDesk } from './documents.ts'
import type { PartQuery } from '../documents/schema.ts'
import { answer, changed, permit, wantsJson } from '../web/answer.ts'
import { parse, readId, receive } from '../web/forms.ts'
import { publishDocument, sendBack, sendToReview, withdrawDocument } from '../review/publishing.ts'
import { findGoingOut } from '../review/going-out.ts'
import { findChangesSince, findReviewCards, type ReviewCard } from '../review/cards.ts'
import { findToPublish, planPublication, type ToPublish } from '../review/queries.ts'
import { findTextToReview } from './document-page.ts'
import { snapshotsFor } from './snapshots-page.ts'
import { publicationForm, returnForm, ReviewQuery, withdrawalForm } from '../review/schema.ts'

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
    const { tick, ...part } = parse(ReviewQuery, req.query)
    const { digest } = await findGoingOut(db, documentId)
    const found = await findToPublish(db, req.viewer, documentId)
    const shown = wantsJson(req) ? {} : await findReview(req, found, part, tick === 'settled')
    const data = { ...planPublication(req.viewer, found), digest, ownVerdicts }
    answer(req, res, 'documents/publication', data, undefined, () => shown)
  }

  /** The text, and beside it what was found and why. */
  async function findReview(req: Request, found: ToPublish, part: PartQuery, ticksSettled: boolean) {
    const { id } = found.document
    const [text, cards, changes] = await Promise.all([
      findTextToReview(db, req.viewer, id, part),
      findReviewCards(db, req.viewer, found, { ticksSettled }),
      findChangesSince(db, req.viewer, id),
    ])
    const judged = [cards.toRead, cards.unchecked, cards.others, cards.drafts].flat().flatMap(({ found: on }) => on)
    const snapshots = await snapshotsFor(
      db,
      req.viewer,
      judged.map(({ verdict }) => verdict),
    )
    const here = new Set(text.statements.map((statement) => statement.id))
    const placed = (card: ReviewCard) => ({
      ...card,
      at: here.has(card.id) ? `#at-${card.id}` : `/documents/${id}/publication?statement=${card.id}#at-${card.id}`,
    })
    return {
      text,
      changes,
      // The cards stand in a form, where no other can stand.
      ...(snapshots && { snapshots, isWithinForm: true }),
      cards: {
        ...cards,
        toRead: cards.toRead.map(placed),
        unchecked: cards.unchecked.map(placed),
        others: cards.others.map(placed),
        drafts: cards.drafts.map(placed),
      },
    }
  }
}

import { type Request, type Response, Router } from 'express'
import createError from 'http-errors'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { deskPath } from './documents.ts'
import { answer, changed, permit, wantsJson } from '../web/answer.ts'
import { type Form, parse, readId, submit } from '../web/forms.ts'
import { findReading, findSuggestionPlace } from '../suggestions/queries.ts'
import { askForReading } from '../documents/readings.ts'
import { chooseShown } from '../suggestions/shown.ts'
import { describeDecided } from '../suggestions/counts.ts'
import { AcceptedAbove, Dismissal, ShownChoice } from '../suggestions/schema.ts'
import { acceptAllAbove, acceptSuggestion, dismissSuggestion, reopenSuggestion } from '../suggestions/suggestions.ts'

/** `wake` tells the background reader that there is something to read. */
export function suggestionRoutes(db: Database, wake: () => void): Router {
  const routes = Router()

  routes.get('/suggestions', async (req, res) => {
    permit(req, 'read how suggestions do')
    answer(req, res, 'suggestions/index', await describeDecided(db))
  })

  routes.post('/suggestions/shown', async (req, res) => {
    permit(req, 'record statements')
    const { next, alsoAttitudes, inTextOrder } = parse(ShownChoice, req.body)
    await chooseShown(db, {
      ...(alsoAttitudes !== undefined && { alsoAttitudes }),
      ...(inTextOrder !== undefined && { inTextOrder }),
    })
    changed(req, res, next, { notice: 'The newsroom is shown suggestions like this from now on.' })
  })

  routes.get('/documents/:id/reading', async (req, res) => {
    permit(req, 'record statements')
    res.json(await findReading(db, readId(req.params.id)))
  })

  routes.post('/documents/:id/readings', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const documentId = readId(req.params.id)
    await askForReading(db, { documentId, by })
    wake()
    changed(req, res, `${deskPath(req, documentId)}#suggestions`, { notice: 'The text is being read for statements.' })
  })

  routes.post('/documents/:id/acceptances', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const documentId = readId(req.params.id)
    const { confidence } = parse(AcceptedAbove, req.body)
    const { accepted, left } = await acceptAllAbove(db, { documentId, confidence, by })
    const rest = left === 0 ? '' : ` ${left} of them need a choice of yours first.`
    changed(req, res, `${deskPath(req, documentId)}#suggestions`, {
      notice: `${accepted === 1 ? 'One suggestion is' : `${accepted} suggestions are`} recorded as statements.${rest}`,
    })
  })

  routes.post('/suggestions/:id/acceptance', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const id = readId(req.params.id)
    const form = await submit(nothing, req.body, () => acceptSuggestion(db, id, { by }))
    if (!form.ok) return lookAgain(req, res, id, form)
    const { documentId, statementId } = form.result
    changed(req, res, `${deskPath(req, documentId)}#suggestions`, {
      id: statementId,
      notice: 'The suggestion is recorded as a statement.',
    })
  })

  routes.post('/suggestions/:id/dismissal', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const id = readId(req.params.id)
    const given = parse(Dismissal, req.body ?? {})
    const form = await submit(nothing, req.body, () => dismissSuggestion(db, id, { ...given, by }))
    if (!form.ok) return lookAgain(req, res, id, form)
    const { documentId } = form.result
    changed(req, res, `${deskPath(req, documentId)}#suggestions`, {
      notice: given.reason ? 'Thank you: the reason is noted.' : 'Dismissed. You can bring it back under “Dismissed”.',
    })
  })

  routes.post('/suggestions/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const id = readId(req.params.id)
    const form = await submit(nothing, req.body, () => reopenSuggestion(db, id, { by }))
    if (!form.ok) return lookAgain(req, res, id, form)
    const { documentId } = form.result
    changed(req, res, `${deskPath(req, documentId)}#suggestions`, { notice: 'The suggestion is open again.' })
  })

  return routes

  /** A suggestion that one key cannot decide is opened in the form, which shows the options. */
  async function lookAgain(req: Request, res: Response, id: number, form: Form): Promise<void> {
    const sentence = Object.values(form.errors).flat().join('. ')
    if (wantsJson(req)) throw createError(422, sentence)
    const { documentId, isOpen } = await findSuggestionPlace(db, id)
    req.leaveNotice(`${sentence}.`)
    if (!isOpen) return res.redirect(303, `${deskPath(req, documentId)}#suggestions`)
    const page = deskPath(req, documentId)
    res.redirect(303, `${page}${page.includes('?') ? '&' : '?'}suggestion=${id}#record`)
  }
}

/** These forms have no fields. */
const nothing = z.unknown()

import { type Request, type Response, Router } from 'express'
import createError from 'http-errors'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { deskPath } from './documents.ts'
import { changed, permit, wantsJson } from '../web/answer.ts'
import { readId, submit } from '../web/forms.ts'
import { redoLastStep, undoLastStep } from '../undo/undo.ts'

/** Undo and redo of one's own steps on a document. */
export function undoRoutes(db: Database): Router {
  const routes = Router()

  routes.post('/documents/:id/undo', (req, res) => step(req, res, undoLastStep, 'Undone'))
  routes.post('/documents/:id/redo', (req, res) => step(req, res, redoLastStep, 'Done again'))

  async function step(req: Request, res: Response, take: typeof undoLastStep, said: string): Promise<void> {
    const { id: by } = permit(req, 'record statements')
    const documentId = readId(req.params['id'])
    const form = await submit(z.unknown(), req.body, () => take(db, { documentId, by }))
    if (!form.ok) {
      const sentence = Object.values(form.errors).flat().join('. ')
      if (wantsJson(req)) throw createError(422, sentence)
      req.leaveNotice(`${sentence}.`)
      return res.redirect(303, deskPath(req, documentId))
    }
    changed(req, res, deskPath(req, documentId), { notice: `${said}: ${form.result.what}.` })
  }

  return routes
}

import { Router } from 'express'
import createError from 'http-errors'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { parse, readId } from '../web/forms.ts'
import type { Words } from '../words/asked.ts'
import { isForWords, addressOf } from './requests/kept-words.ts'
import { digestOf } from './requests/only-once.ts'
import { discardDraft, dropDraft, keepDraft, restoreDraft } from './drafts.ts'
import { findDraft, listDrafts } from './queries.ts'
import { wasJustSent } from './submissions.ts'

/** Where to go after discarding a draft: to the page of its form, or to the list. */
const To = z.object({ to: z.enum(['page', 'list']).catch('list') })

export function draftRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/drafts', async (req, res) => {
    const { id: accountId } = permit(req, 'keep drafts')
    answer(req, res, 'drafts/index', await listDrafts(db, { accountId }))
  })

  /**
   * Saves words while they are typed. The page sends the form's own fields, with the stamp that says whose they are.
   */
  routes.post('/drafts', async (req, res) => {
    const { id: accountId } = permit(req, 'keep drafts')
    const { stamp, formKey } = req
    if (!stamp || stamp.title === '')
      throw createError(400, 'Send the fields of a form of this desk, with its own stamp')
    if (stamp.accountId !== accountId) throw createError(403, 'This form was opened by somebody else')

    const address = addressOf(stamp)
    const values = { ...(req.body as Words) }
    if (!isForWords(stamp, values)) {
      await dropDraft(db, address)
      return res.json({ kept: false })
    }
    const draft = await keepDraft(db, address, { values, pageTitle: stamp.title })
    if (!draft) throw createError(413, 'These words are too long to be kept while you type. Send the form')
    // They may have been sent before the form itself, and have arrived after it.
    const isOld = await wasJustSent(db, digestOf(formKey))
    if (isOld) await dropDraft(db, address)
    res.json(isOld ? { kept: false } : { kept: true, id: draft.id })
  })

  routes.get('/drafts/:id', async (req, res) => {
    const { id: accountId } = permit(req, 'keep drafts')
    answer(req, res, 'drafts/show', { draft: await findDraft(db, readId(req.params.id), { accountId }) })
  })

  routes.post('/drafts/:id/removal', async (req, res) => {
    const { id: accountId } = permit(req, 'keep drafts')
    const { to } = parse(To, req.body ?? {})
    const { address } = await discardDraft(db, readId(req.params.id), { accountId })
    const notice = 'The words are discarded. For a day they can be brought back, under “Drafts”.'
    changed(req, res, to === 'page' ? address : '/drafts', { notice })
  })

  routes.post('/drafts/:id/restoration', async (req, res) => {
    const { id: accountId } = permit(req, 'keep drafts')
    await restoreDraft(db, readId(req.params.id), { accountId })
    changed(req, res, '/drafts', { notice: 'The words are back.' })
  })

  return routes
}

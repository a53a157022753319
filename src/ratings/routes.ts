import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/connect.ts'
import { answer, askAgain, changed, permit } from '../web/answer.ts'
import { blankForm, type Form, readId, submit } from '../web/forms.ts'
import { findRating, findScales } from './queries.ts'
import { addRating, editRating, moveRating, ratingValues, retireRating } from './ratings.ts'
import { EditedRating, Move, NewRating, Retirement } from './schema.ts'

/** The two scales: what verdicts may say, what each takes, and what is asked before it is given. */
export function ratingRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/ratings', async (req, res) => {
    permit(req, 'edit ratings')
    await showScales(req, res, blankForm(), answer)
  })

  routes.post('/ratings', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const form = await submit(NewRating, req.body, (data) => addRating(db, { ...data, by }))
    if (!form.ok) return showScales(req, res, form, askAgain)
    changed(req, res, '/ratings', { id: form.result.id, notice: 'The rating is added, at the end of its scale.' })
  })

  routes.get('/ratings/:id/edit', async (req, res) => {
    permit(req, 'edit ratings')
    const rating = await findRating(db, readId(req.params.id))
    const form = blankForm({ ...ratingValues(rating), revision: rating.revision })
    answer(req, res, 'ratings/edit', { rating, form })
  })

  routes.post('/ratings/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    const rating = await findRating(db, id)
    const form = await submit(EditedRating, req.body, (data) => editRating(db, id, { ...data, by }))
    if (!form.ok) return askAgain(req, res, 'ratings/edit', { rating, form })
    changed(req, res, '/ratings', { notice: 'The rating is changed. Verdicts that have it show it as it is now.' })
  })

  routes.post('/ratings/:id/position', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    await findRating(db, id)
    const form = await submit(Move, req.body, ({ direction }) => moveRating(db, id, { direction, by }))
    if (!form.ok) return showScales(req, res, form, askAgain)
    changed(req, res, `/ratings#rating-${id}`, { notice: 'The rating is moved.' })
  })

  routes.post('/ratings/:id/retirement', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    await findRating(db, id)
    const form = await submit(Retirement, req.body, ({ retired }) => retireRating(db, id, { retired, by }))
    if (!form.ok) return showScales(req, res, form, askAgain)
    const { retired } = await findRating(db, id)
    changed(req, res, `/ratings#rating-${id}`, {
      notice: retired
        ? 'The rating is retired. Verdicts that have it keep it.'
        : 'The rating is back, and can be given again.',
    })
  })

  async function showScales(req: Request, res: Response, form: Form, show: typeof askAgain): Promise<void> {
    show(req, res, 'ratings/index', { scales: await findScales(db), form })
  }

  return routes
}

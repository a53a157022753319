import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/connect.ts'
import { answer, changed, permit } from '../web/answer.ts'
import { button } from '../web/form-kinds.ts'
import { begin, readId, receive } from '../web/forms.ts'
import { findRating, findScales } from './queries.ts'
import { addRating, editRating, moveRating, ratingValues, retireRating } from './ratings.ts'
import { Move, ratingEditForm, ratingForm, Retirement } from './schema.ts'

/** The two scales: the ratings, their requirements, and the questions asked first. */
export function ratingRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/ratings', async (req, res) => {
    permit(req, 'edit ratings')
    await showScales(req, res)
  })

  routes.post('/ratings', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const given = await receive(req, ratingForm.about(), (data) => addRating(db, { ...data, by }))
    if (!given.ok) return showScales(req, res)
    changed(req, res, '/ratings', { id: given.result.id, notice: 'The rating is added, at the end of its scale.' })
  })

  routes.get('/ratings/:id/edit', async (req, res) => {
    permit(req, 'edit ratings')
    const rating = await findRating(db, readId(req.params.id))
    const { id, revision } = rating
    const form = begin(ratingEditForm.about(`rating-${id}`), { ...ratingValues(rating), revision })
    answer(req, res, 'ratings/edit', { rating, form })
  })

  routes.post('/ratings/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    const rating = await findRating(db, id)
    const given = await receive(req, ratingEditForm.about(`rating-${id}`), (data) =>
      editRating(db, id, { ...data, by }),
    )
    if (!given.ok) return answer(req, res, 'ratings/edit', { rating })
    changed(req, res, '/ratings', { notice: 'The rating is changed. Verdicts that have it show it as it is now.' })
  })

  routes.post('/ratings/:id/position', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    await findRating(db, id)
    const given = await receive(req, button(Move), ({ direction }) => moveRating(db, id, { direction, by }))
    if (!given.ok) return showScales(req, res)
    changed(req, res, `/ratings#rating-${id}`, { notice: 'The rating is moved.' })
  })

  routes.post('/ratings/:id/retirement', async (req, res) => {
    const { id: by } = permit(req, 'edit ratings')
    const id = readId(req.params.id)
    await findRating(db, id)
    const given = await receive(req, button(Retirement), ({ retired }) => retireRating(db, id, { retired, by }))
    if (!given.ok) return showScales(req, res)
    const { retired } = await findRating(db, id)
    changed(req, res, `/ratings#rating-${id}`, {
      notice: retired
        ? 'The rating is retired. Verdicts that have it keep it.'
        : 'The rating is back, and can be given again.',
    })
  })

  async function showScales(req: Request, res: Response): Promise<void> {
    answer(req, res, 'ratings/index', { scales: await findScales(db) })
  }

  return routes
}

import { Router } from 'express'
import { isWithoutAccounts } from '../accounts/queries.ts'
import { listClaims } from '../claims/queries.ts'
import type { Database } from '../database/connect.ts'
import { listDocuments } from '../documents/queries.ts'
import { presentTold } from '../statements/presentation.ts'
import { listStatements } from '../statements/queries.ts'
import { listRatings } from '../findings/queries.ts'
import { answer } from '../web/answer.ts'
import { listFindings } from './front-page.ts'

const newest = { q: '', page: 1 }

/** The front page, and the page on how this newsroom checks. */
export function frontRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const statements = await listStatements(db, req.viewer, newest)
    const claims = await listClaims(db, req.viewer, newest)
    const documents = await listDocuments(db, req.viewer, newest)
    const findings = await listFindings(db, req.viewer)
    const isEmpty = [statements, claims, documents].every(({ length }) => length === 0)
    const data = {
      isNew: isEmpty && (await isWithoutAccounts(db)),
      statements: statements.slice(0, 3).map(presentTold),
      claims: claims.slice(0, 6),
      documents: documents.slice(0, 6),
    }
    answer(req, res, 'home', data, undefined, () => ({ findings }))
  })

  routes.get('/about/method', async (req, res) => {
    answer(req, res, 'method', { ratings: await listRatings(db) })
  })

  /** Where the name leads that the desk gives itself when it fetches a page. */
  routes.get('/about/fetching', (req, res) => {
    answer(req, res, 'fetching', {})
  })

  return routes
}

import { Router } from 'express'
import type { Database } from '../database/connect.ts'
import { readId } from '../web/forms.ts'
import { sendLinkedData } from '../web/answer.ts'
import { describeChain, describeVerdicts } from './json-ld.ts'
import { findChain, findClaimVerdicts } from './queries.ts'

/** The provenance of statements and verdicts, for programs. */
export function provenanceRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/statements/:id/provenance', async (req, res) => {
    const chain = await findChain(db, req.viewer, readId(req.params.id))
    sendLinkedData(req, res, (desk) => describeChain(desk, chain))
  })

  routes.get('/claims/:id/provenance', async (req, res) => {
    const claim = await findClaimVerdicts(db, req.viewer, readId(req.params.id))
    sendLinkedData(req, res, (desk) => describeVerdicts(desk, claim))
  })

  return routes
}

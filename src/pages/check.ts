import { type Request, type Response, Router } from 'express'
import { findAround, findOptionalAbove } from '../checking/queries.ts'
import { recordCheck } from '../checking/checking.ts'
import { asksForMoreEvidence, type Check, checkForm, namesClaim } from '../checking/schema.ts'
import { findOffered, offerClaims } from '../claims/offers.ts'
import type { Tone } from '../database/client/enums.ts'
import type { Database } from '../database/connect.ts'
import { findPlaceAtDesk } from '../documents/parts.ts'
import { listRatings } from '../findings/queries.ts'
import { may } from '../policy.ts'
import { compareSteps, findLikelyPassages } from '../statements/compared.ts'
import { presentStatement } from '../statements/presentation.ts'
import { findStatement } from '../statements/queries.ts'
import { changed, answer, permit } from '../web/answer.ts'
import { goOn, readId, receive } from '../web/forms.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import { snapshotsFor } from './snapshots-page.ts'

/** A whole check of one statement on one page, which the desk shows beside the text. */
export function checkRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/statements/:id/check', async (req, res) => {
    permit(req, 'give verdicts')
    await showCheck(db, req, res, readId(req.params.id))
  })

  routes.post('/statements/:id/check', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    const statementId = readId(req.params.id)
    await findStatement(db, req.viewer, statementId)
    const check = checkForm.about(`statement-${statementId}`)
    if (asksForMoreEvidence(req.body)) {
      goOn(req, check)
      return showCheck(db, req, res, statementId)
    }
    const given = await receive(req, check, async (data) => {
      permitParts(req, data)
      const recorded = await recordCheck(db, { ...data, statementId, by })
      return { ...recorded, then: data.then }
    })
    if (!given.ok) return showCheck(db, req, res, statementId)

    const { verdictId, then } = given.result
    const { nextId, left } = await findAround(db, statementId)
    const goesOn = then === 'next' && nextId !== null
    changed(req, res, goesOn ? `/statements/${nextId}/check` : await findPlaceAtDesk(db, statementId), {
      ...(verdictId !== undefined && { id: verdictId }),
      notice: `Saved. ${left === 0 ? 'All statements of this document are checked.' : `${left} left to check.`}`,
    })
  })

  return routes
}

/** Each part takes the right to do it on its own page. */
function permitParts(req: Request, check: Check): void {
  if (namesClaim(check)) permit(req, 'state claims')
  if (check.topics.length > 0) permit(req, 'edit claims')
  if (check.note !== '') permit(req, 'write notes')
}

async function showCheck(db: Database, req: Request, res: Response, id: number): Promise<void> {
  const { version, ...row } = await findStatement(db, req.viewer, id)
  const { document } = version
  const publisher = { name: document.publisher.name, path: sourcePath(document.publisher), title: document.title }
  const statement = presentStatement(row, publisher, { seesDrafts: may(req.viewer, 'read drafts') })
  const { evidenceOf, ...around } = await findAround(db, id)
  const linked = statement.claims.map((claim) => claim.id)
  const [ratings, above, like, picked, desk, likely] = await Promise.all([
    listRatings(db),
    findOptionalAbove(db, evidenceOf),
    offerClaims(db, req.viewer, { q: '', like: statement.words }),
    findOffered(db, req.viewer, pickedIn(req)),
    findPlaceAtDesk(db, id),
    findLikelyPassages(db, statement),
  ])
  const offers = [...picked, ...like.filter((claim) => picked.every((one) => one.id !== claim.id))]
  const snapshots = await snapshotsFor(db, req.viewer, [above])
  const data = {
    statement,
    document: { ...document, path: documentPath(document), desk },
    around,
    above,
    comparisons: compareSteps(statement),
    likely,
    claims: {
      linked: await findOffered(db, req.viewer, linked),
      offers: offers.filter(({ id }) => !linked.includes(id)),
    },
    ratings: {
      attribution: foundFirst(ratings.filter(({ axis }) => axis === 'attribution')),
      accuracy: foundFirst(ratings.filter(({ axis }) => axis === 'accuracy')),
    },
  }
  answer(req, res, 'checking/show', data, undefined, () => ({ ...(snapshots && { snapshots, isWithinForm: true }) }))
}

/** A scale begins with what leaves it open where nobody has checked: that comes last where somebody has. */
function foundFirst<R extends { tone: Tone }>([first, ...others]: R[]): R[] {
  if (!first) return []
  return first.tone === 'open' ? [...others, first] : [first, ...others]
}

/** The claim that a form which comes back was sent with, so that it is among those offered. */
function pickedIn({ sentForm }: Request): number[] {
  const number = Number(sentForm?.values['claimId'])
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? [number] : []
}

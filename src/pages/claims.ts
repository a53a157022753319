import { type Request, type Response, Router } from 'express'
import { listChallengesOn } from '../challenges/queries.ts'
import { listThreadsOn } from '../notes/queries.ts'
import type { Viewer } from '../policy.ts'
import { addressesOfMerged, listSent } from '../annotations/on-pages.ts'
import type { Database } from '../database/connect.ts'
import { listCorrections } from '../corrections/corrections.ts'
import { findToldRecheck } from '../recheck/told.ts'
import { sendClaimBack, sendClaimToReview } from '../claims/publishing.ts'
import { findClaimReview } from '../review/queries.ts'
import { returnForm, withdrawalForm } from '../review/schema.ts'
import { isPublic } from '../documents/documents.ts'
import { listEvents } from '../history/queries.ts'
import { findScale, listRatings } from '../findings/queries.ts'
import { countPairs, findKin } from '../same/kin.ts'
import { listMergedIds } from '../same/survivor.ts'
import { asksForMore, verdictForm } from '../verdicts/schema.ts'
import { findCheckLinks } from '../checking/queries.ts'
import { giveVerdict } from '../verdicts/verdicts.ts'
import { presentTicks } from '../work/presentation.ts'
import { findOptionalWork, listWorkOf } from '../work/queries.ts'
import { answer, changed, deskOf, gone, isRedirected, permit, sendLinkedData, wantsJson } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { begin, goOn, parse, parseQuery, readId, receive, refusedQuery } from '../web/forms.ts'
import { sendRows, tableOf } from '../web/rows.ts'
import { listed, presentList, rowsFor } from '../web/listing.ts'
import { nextPage } from '../web/paging.ts'
import { columns } from './lists.ts'
import { editClaim, findClaimValues, publishClaim, withdrawClaim } from '../claims/claims.ts'
import { describeClaim, describeReviews } from '../claims/json-ld.ts'
import { offerClaims } from '../claims/offers.ts'
import { sameClaims } from '../claims/pairs.ts'
import {
  addUpClaims,
  countClaims,
  findClaim,
  listLedOn,
  findClaimPath,
  findOptionalWithdrawnClaim,
  listClaims,
  listReviewed,
  listVerdictsOn,
} from '../claims/queries.ts'
import { ClaimFilters, claimForm, ClaimOffer, ReviewsQuery } from '../claims/schema.ts'
import type { Desk } from '../config.ts'
import { snapshotsFor } from './snapshots-page.ts'
import { claimPage } from './claim-page.ts'
import { claimRows } from './rows.ts'

export function claimRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/claims', async (req, res) => {
    const filters = parseQuery(ClaimFilters, req.query)
    const heads = columns.claims(req, filters)
    const ratings = await listRatings(db, 'accuracy')
    refuseOtherRatings(filters, ratings)
    const sort = filters.sort ?? 'newest'
    const list = (place: object) => listClaims(db, req.viewer, { ...filters, sort, ...place })
    if (await sendRows(req, res, { ...filters, sort }, tableOf(req, claimRows, list))) return
    const [rows, total, sums] = await Promise.all([
      listClaims(db, req.viewer, { ...filters, take: rowsFor(req, filters) }),
      countClaims(db, req.viewer, filters),
      wantsJson(req) ? undefined : addUpClaims(db, req.viewer, filters),
    ])
    const page = listed(rows, req, filters, sort)
    const { pairs } = req.viewer ? await countPairs(db, sameClaims) : { pairs: 0 }
    const works =
      req.viewer && (await listWorkOf(db, req.viewer, { claimId: { in: page.rows.map((claim) => claim.id) } }))
    const data = { filters, claims: page.rows, next: page.next, total, ratings, pairs }
    answer(req, res, 'claims/index', data, undefined, () => ({
      list: presentList(req, filters, { columns: heads, sort, shown: page.rows.length, total, sums }),
      actions: [...presentTicks('claims'), { value: 'merge', label: 'Merge into one claim' }],
      claims: page.rows.map((claim) => ({ ...claim, work: works?.get(claim.id) })),
      verdicts: [{ value: '', label: 'Any verdict' }, ...ratings.map(({ slug, label }) => ({ value: slug, label }))],
    }))
  })

  /** For those who collect fact checks. */
  routes.get('/claim-reviews', async (req, res) => {
    const [{ claims, next }, scale] = await Promise.all([
      listReviewed(db, parseQuery(ReviewsQuery, req.query)),
      findScale(db, 'accuracy'),
    ])
    if (next !== null) res.append('Link', `<${nextPage(req, next)}>; rel="next"`)
    sendLinkedData(req, res, (desk) => describeReviews(desk, claims, scale))
  })

  routes.get('/claims/suggestions', async (req, res) => {
    permit(req, 'state claims')
    res.json(await offerClaims(db, req.viewer, parse(ClaimOffer, req.query)))
  })

  routes.get('/claims/:id', async (req, res) => {
    const id = readId(req.params.id)
    try {
      await showClaim(db, req, res, id)
    } catch (error) {
      const withdrawn = isMissing(error) ? await findOptionalWithdrawnClaim(db, id) : null
      if (!withdrawn) throw error
      const challenges = await listChallengesOn(db, req.viewer, { claimId: id })
      const told = { what: 'claim', reason: withdrawn.withdrawnReason }
      gone(req, res, 'claims/withdrawn', { ...told, claim: withdrawn, challenges })
    }
  })

  routes.get('/claims/:id/verdicts', async (req, res) => {
    const id = readId(req.params.id)
    const claim = await findClaimPage(db, req.viewer, id)
    const { succession, left } = await listVerdictsOn(db, req.viewer, claim)
    const judged = [succession, ...left.map((other) => other.succession)].flat().map(({ verdict }) => verdict)
    const snapshots = await snapshotsFor(db, req.viewer, judged)
    const data = { claim: { ...claim, succession }, left }
    answer(req, res, 'claims/verdicts', data, undefined, () => ({ ...(snapshots && { snapshots }) }))
  })

  routes.get('/claims/:id/edit', async (req, res) => {
    permit(req, 'edit claims')
    const id = readId(req.params.id)
    const claim = await findClaimPage(db, req.viewer, id)
    const values = { ...(await findClaimValues(db, id)), revision: claim.revision }
    answer(req, res, 'claims/edit', { claim, form: begin(claimForm.about(`claim-${id}`), values) })
  })

  routes.post('/claims/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit claims')
    const id = readId(req.params.id)
    const claim = await findClaimPage(db, req.viewer, id)
    if (isPublic(claim)) permit(req, 'correct what is published')
    const given = await receive(req, claimForm.about(`claim-${id}`), (data) => editClaim(db, id, { ...data, by }))
    if (!given.ok) return answer(req, res, 'claims/edit', { claim })
    changed(req, res, await findClaimPath(db, id), {
      notice: 'The claim is reworded. What it was stays in its history.',
    })
  })

  routes.post('/claims/:id/review', async (req, res) => {
    const { id: by } = permit(req, 'ask for review')
    const claimId = readId(req.params.id)
    await findClaim(db, req.viewer, claimId)
    await sendClaimToReview(db, { claimId, by })
    changed(req, res, await findClaimPath(db, claimId), { notice: 'A reviewer can publish it now.' })
  })

  routes.post('/claims/:id/return', async (req, res) => {
    const { id: by } = permit(req, 'publish claims')
    const claimId = readId(req.params.id)
    await findClaim(db, req.viewer, claimId)
    const given = await receive(req, returnForm.about(`claim-${claimId}`), ({ reason }) =>
      sendClaimBack(db, { claimId, reason, by }),
    )
    if (!given.ok) return showClaim(db, req, res, claimId)
    changed(req, res, await findClaimPath(db, claimId), {
      notice: 'It is a draft again, with your reason on its page.',
    })
  })

  routes.post('/claims/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish claims')
    const claimId = readId(req.params.id)
    await findClaim(db, req.viewer, claimId)
    await publishClaim(db, { claimId, by })
    changed(req, res, await findClaimPath(db, claimId), { notice: 'Readers see the claim now.' })
  })

  routes.post('/claims/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'withdraw claims')
    const claimId = readId(req.params.id)
    await findClaim(db, req.viewer, claimId)
    const given = await receive(req, withdrawalForm.about(`claim-${claimId}`), ({ reason }) =>
      withdrawClaim(db, { claimId, reason, by }),
    )
    if (!given.ok) return showClaim(db, req, res, claimId)
    changed(req, res, await findClaimPath(db, claimId), { notice: 'Withdrawn. Readers see that it was, when and why.' })
  })

  routes.post('/claims/:id/verdicts', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    const claimId = readId(req.params.id)
    const verdict = verdictForm.about(`claim-${claimId}`)
    if (asksForMore(req.body)) {
      goOn(req, verdict)
      return showClaim(db, req, res, claimId)
    }
    const given = await receive(req, verdict, (data) => giveVerdict(db, { claimId }, { ...data, by }))
    if (!given.ok) return showClaim(db, req, res, claimId)
    changed(req, res, await findClaimPath(db, claimId), { id: given.result.id, notice: 'The verdict is given.' })
  })

  return routes
}

/** Shows the claim's page with its forms, including one that came back with errors. */
export async function showClaim(db: Database, req: Request, res: Response, id: number): Promise<void> {
  const merged = listMergedIds(db, sameClaims, id)
  const [claim, { events }, corrections, challenges, work, scale, ratings, kin] = await Promise.all([
    findClaimPage(db, req.viewer, id),
    merged.then((ids) => listEvents(db, req.viewer, { claimId: { in: ids } })),
    merged.then((ids) => listCorrections(db, req.viewer, { claimId: { in: ids } })),
    listChallengesOn(db, req.viewer, { claimId: id }),
    findOptionalWork(db, req.viewer, { claimId: id }),
    findScale(db, 'accuracy'),
    req.viewer ? listRatings(db, 'accuracy') : [],
    findKin(db, sameClaims, req.viewer, id),
  ])
  if (req.method === 'GET' && isRedirected(req, res, claim.path)) return
  const [review, received] = await Promise.all([
    findClaimReview(db, req.viewer, claim),
    addressesOfMerged(db, deskOf(req), {
      kind: sameClaims,
      id,
      path: claim.path,
      mergedIds: await merged,
      leadsOn: (merged) => listLedOn(db, req.viewer, merged),
    }).then((addresses) => listSent(db, req.viewer, addresses)),
  ])
  const latest = claim.statements.at(-1)
  const checking = req.viewer && latest ? await findCheckLinks(db, latest.id) : null
  const data = { ...kin, claim, received, corrections, challenges, events, ratings, review, work }
  const linked = (desk: Desk) => describeClaim(desk, claim, scale)
  const checkedAgain = await findToldRecheck(db, 'claim', id)
  const snapshots = await snapshotsFor(db, req.viewer, [claim.verdict])
  answer(req, res, 'claims/show', data, linked, () => ({
    shown: claimPage(claim),
    checking,
    checkedAgain,
    ...(snapshots && { snapshots }),
  }))
}

/** With its notes. */
async function findClaimPage(db: Database, viewer: Viewer, id: number) {
  const [claim, notes] = await Promise.all([findClaim(db, viewer, id), listThreadsOn(db, viewer, { claimId: id })])
  return { ...claim, notes }
}

/** The ratings of this newsroom are data, so only it knows which there are. */
export function refuseOtherRatings({ rating }: Pick<ClaimFilters, 'rating'>, ratings: { slug: string }[]): void {
  if (!rating || ratings.some(({ slug }) => slug === rating)) return
  throw refusedQuery({ rating: [`It is one of ${ratings.map(({ slug }) => slug).join(', ')}`] })
}

import { isSeen } from '../visible/rows.ts'
import { type Request, type Response, Router } from 'express'
import { linkForm } from '../claims/schema.ts'
import { linkSentClaim, unlinkClaim } from '../claims/claims.ts'
import { listChallengesOn } from '../challenges/queries.ts'
import { addressesOf, listSent } from '../annotations/on-pages.ts'
import type { Database } from '../database/connect.ts'
import { findPlaceAtDesk, outlineOf, readAround } from '../documents/parts.ts'
import { findDocument } from './document-page.ts'
import { showDesk } from './documents.ts'
import { PartQuery } from '../documents/schema.ts'
import { listEvents } from '../history/queries.ts'
import { listThreadsOn } from '../notes/queries.ts'
import { may } from '../policy.ts'
import { Refused } from '../refused.ts'
import { findCheckLinks } from '../checking/queries.ts'
import { giveVerdict } from '../verdicts/verdicts.ts'
import { successionOf } from '../findings/succession.ts'
import { listRatings, listWithdrawnVerdicts } from '../findings/queries.ts'
import { asksForMore, SentStep, StepQuery, verdictForm } from '../verdicts/schema.ts'
import { listCorrections } from '../corrections/corrections.ts'
import { findToldRecheck } from '../recheck/told.ts'
import { withdrawalForm } from '../review/schema.ts'
import { listFormerNames } from '../sources/former-names.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import { answer, changed, deskOf, gone, isRedirected, permit } from '../web/answer.ts'
import { isMissing } from '../web/errors.ts'
import { begin, goOn, parse, parseQuery, readId, receive, type Values } from '../web/forms.ts'
import { sendRows, tableOf } from '../web/rows.ts'
import { listed, presentList, rowsFor } from '../web/listing.ts'
import { columns } from './lists.ts'
import { arrangeHops } from '../statements/arrange.ts'
import { compareSteps, findLikelyPassages } from '../statements/compared.ts'
import { describeQuotation } from '../statements/json-ld.ts'
import { cutParagraphs, foldedChain, presentInList, presentStatement, presentTold } from '../statements/presentation.ts'
import {
  countStatements,
  findChainAbove,
  findOptionalWithdrawnStatement,
  findStatement,
  listStatements,
  suggestStatements,
} from '../statements/queries.ts'
import { Arrangement, StatementFilters, statementForm, StatementSearch } from '../statements/schema.ts'
import { editStatement, restoreStatement, withdrawStatement } from '../statements/statements.ts'
import { findTrails, tellTrail } from '../statements/trail.ts'
import { findStatementValues } from '../statements/values.ts'
import { findNewWordings } from '../versions/queries.ts'
import type { Desk } from '../config.ts'
import { snapshotsFor } from './snapshots-page.ts'
import { statementPage } from './statement-page.ts'
import { statementRows } from './rows.ts'

export function statementRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/statements', async (req, res) => {
    const filters = parseQuery(StatementFilters, req.query)
    const heads = columns.statements(req, filters)
    const sort = filters.sort ?? 'newest'
    const list = (place: object) => listStatements(db, req.viewer, { ...filters, sort, ...place })
    if (await sendRows(req, res, { ...filters, sort }, tableOf(req, statementRows, list))) return
    const [rows, total] = await Promise.all([
      listStatements(db, req.viewer, { ...filters, take: rowsFor(req, filters) }),
      countStatements(db, req.viewer, filters),
    ])
    const page = listed(rows, req, filters, sort)
    const data = { filters, statements: page.rows.map(presentTold), next: page.next, total }
    answer(req, res, 'statements/index', data, undefined, () => ({
      list: presentList(req, filters, { columns: heads, sort, shown: page.rows.length, total }),
      chains: Object.fromEntries(page.rows.map(({ id, hops }) => [id, foldedChain(hops)])),
    }))
  })

  /** Suggestions for a form while somebody types; readers do not need them. */
  routes.get('/statements/suggestions', async (req, res) => {
    permit(req, 'record statements')
    res.json(await suggestStatements(db, parse(StatementSearch, req.query)))
  })

  routes.get('/statements/:id', async (req, res) => {
    const id = readId(req.params.id)
    const { step } = parseQuery(StepQuery, req.query)
    try {
      await showStatement(db, req, res, id, step)
    } catch (error) {
      const withdrawn = isMissing(error) ? await findOptionalWithdrawnStatement(db, req.viewer, id) : undefined
      if (!withdrawn) throw error
      const challenges = await listChallengesOn(db, req.viewer, { statementId: id })
      const told = { what: 'statement', reason: withdrawn.withdrawnReason }
      gone(req, res, 'statements/withdrawn', { ...told, statement: withdrawn, challenges })
    }
  })

  routes.get('/statements/:id/edit', async (req, res) => {
    permit(req, 'edit statements')
    const id = readId(req.params.id)
    const { statement } = await findPage(db, req, id)
    await showEdit(db, req, res, id, { ...(await findStatementValues(db, id)), revision: statement.revision })
  })

  routes.post('/statements/:id/arrangement', async (req, res) => {
    permit(req, 'edit statements')
    const id = readId(req.params.id)
    const { document } = await findPage(db, req, id)
    await showEdit(db, req, res, id, await arrange(db, req, document.id))
  })

  routes.post('/documents/:id/arrangement', async (req, res) => {
    permit(req, 'record statements')
    const documentId = readId(req.params.id)
    await showDesk(db, req, res, documentId, await arrange(db, req, documentId))
  })

  routes.post('/statements/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit statements')
    const id = readId(req.params.id)
    const { statement } = await findPage(db, req, id)
    if (isSeen('statementHere', statement)) permit(req, 'correct what is published')
    const given = await receive(req, statementForm.about(`statement-${id}`), (data) =>
      editStatement(db, id, { ...data, by }),
    )
    if (!given.ok) return showEdit(db, req, res, id)
    changed(req, res, await findPlaceAtDesk(db, id), { notice: 'The statement is changed.' })
  })

  routes.post('/statements/:id/withdrawal', async (req, res) => {
    permit(req, 'withdraw statements')
    const id = readId(req.params.id)
    const { statement } = await findPage(db, req, id)
    const { id: by } = permit(
      req,
      isSeen('statementHere', statement) ? 'withdraw published statements' : 'withdraw statements',
    )
    const given = await receive(req, withdrawalForm.about(`statement-${id}`), ({ reason }) =>
      db.$transaction((tx) => withdrawStatement(tx, id, { reason, by })),
    )
    if (!given.ok) return showStatement(db, req, res, id)
    const [page = ''] = (await findPlaceAtDesk(db, id)).split('#')
    changed(req, res, page, {
      notice: 'The statement is withdrawn. Undo this under “Withdrawn” below the text.',
    })
  })

  routes.post('/statements/:id/restoration', async (req, res) => {
    const { id: by } = permit(req, 'withdraw statements')
    const id = readId(req.params.id)
    await db.$transaction((tx) => restoreStatement(tx, id, { by }))
    changed(req, res, await findPlaceAtDesk(db, id), { notice: 'The statement is a draft again.' })
  })

  routes.post('/statements/:id/claims', async (req, res) => {
    const { id: by } = permit(req, 'state claims')
    const statementId = readId(req.params.id)
    const given = await receive(req, linkForm.about(`statement-${statementId}`), (data) =>
      db.$transaction((tx) => linkSentClaim(tx, { ...data, statementId, by })),
    )
    if (!given.ok) return showStatement(db, req, res, statementId)
    changed(req, res, `/statements/${statementId}`, { id: given.result.id, notice: 'The claim is linked.' })
  })

  routes.post('/statements/:id/claims/:claimId/removal', async (req, res) => {
    const { id: by } = permit(req, 'state claims')
    const statementId = readId(req.params.id)
    await unlinkClaim(db, { statementId, claimId: readId(req.params.claimId), by })
    changed(req, res, `/statements/${statementId}`, { notice: 'The claim is no longer linked to this statement.' })
  })

  routes.post('/statements/:id/verdicts', async (req, res) => {
    const { id: by } = permit(req, 'give verdicts')
    const statementId = readId(req.params.id)
    const { statement } = await findPage(db, req, statementId)
    const { hopId: sent } = parse(SentStep, req.body ?? {})
    const step = statement.steps.find(({ id }) => id === sent)?.id
    const verdict = verdictForm.about(step === undefined ? `statement-${statementId}` : `step-${step}`)
    if (asksForMore(req.body)) {
      goOn(req, verdict)
      return showStatement(db, req, res, statementId, step)
    }
    const given = await receive(req, verdict, ({ hopId, ...data }) => {
      if (hopId === undefined) return giveVerdict(db, { statementId }, { ...data, by })
      if (hopId !== step) throw new Refused({ hopId: 'This step is no longer part of this statement. Choose it again' })
      return giveVerdict(db, { hopId }, { ...data, by })
    })
    if (!given.ok) return showStatement(db, req, res, statementId, step)
    changed(req, res, `/statements/${statementId}`, { id: given.result.id, notice: 'The verdict is given.' })
  })

  return routes
}

/** Rearranges the form as its button says: only the display changes, so this is no write. */
async function arrange(db: Database, req: Request, documentId: number): Promise<Values> {
  const values = (req.body ?? {}) as Values
  const { arrange: instruction } = parse(Arrangement, values)
  const { at: places } = values
  const [, first] = /^(\d{1,9})(?:,|$)/.exec(typeof places === 'string' ? places : '') ?? []
  const at = first === undefined ? undefined : Number(first)
  const above = instruction === 'same' ? await findChainAbove(db, { documentId, at }) : []
  return arrangeHops(values, instruction, above)
}

/** The text beside the form, so that other words can be selected in it. */
async function showEdit(db: Database, req: Request, res: Response, id: number, values: Values = {}): Promise<void> {
  const { document, statement } = await findPage(db, req, id)
  const asked = parse(PartQuery, req.query)
  const shown = { ...asked, statement: asked.statement ?? id }
  const { paragraphs, publisher, part } = await findDocument(db, req.viewer, document.id, shown)
  const form = begin(statementForm.about(`statement-${id}`), values)
  answer(req, res, 'statements/edit', { document: { ...document, publisher, part }, statement, paragraphs, form })
}

/** A statement's page; its verdict form is for one step, if that is chosen. */
export async function showStatement(
  db: Database,
  req: Request,
  res: Response,
  id: number,
  step?: number,
): Promise<void> {
  const [{ hops, asLine, ...page }, { events }, corrections, challenges, withdrawn, ratings] = await Promise.all([
    findPage(db, req, id),
    listEvents(db, req.viewer, { statementId: id }),
    listCorrections(db, req.viewer, { statementId: id }),
    listChallengesOn(db, req.viewer, { statementId: id }),
    listWithdrawnVerdicts(db, req.viewer, { statementId: id }),
    req.viewer ? listRatings(db, 'attribution') : [],
  ])
  const { statement, document } = page
  const checking = req.viewer && (await findCheckLinks(db, id))
  if (req.method === 'GET' && isRedirected(req, res, statement.path)) return
  const { publishedAt } = statement
  const site = deskOf(req)
  const [formerNames, received] = await Promise.all([
    listFormerNames(db, req.viewer, { id, publishedAt, document, hops }),
    listSent(db, req.viewer, addressesOf(site, statement.path, [`${site.baseUrl}/annotations/statement-${id}`])),
  ])
  const newWording = (await findNewWordings(db, [id])).get(id) ?? null
  const ofHop = Map.groupBy(withdrawn, ({ hopId }) => hopId)
  const successions = {
    whole: successionOf(statement.verdicts, ofHop.get(null)),
    steps: statement.steps.map((step) => successionOf(step.verdicts, ofHop.get(step.id))),
  }
  const comparisons = compareSteps(statement)
  const likely = req.viewer ? await findLikelyPassages(db, statement) : []
  const told = { formerNames, newWording, comparisons, likely, received, corrections, challenges, events, ratings }
  const data = { ...page, ...told, successions, step: step ?? null }
  const linked = (desk: Desk) => describeQuotation(desk, asLine)
  const checkedAgain = await findToldRecheck(db, 'statement', id)
  const judged = [...statement.verdicts, ...statement.steps.flatMap(({ verdicts }) => verdicts)]
  const snapshots = await snapshotsFor(db, req.viewer, [...judged, ...statement.claims.map(({ verdict }) => verdict)])
  answer(req, res, 'statements/show', data, linked, () => ({
    shown: statementPage(data),
    checking,
    checkedAgain,
    ...(snapshots && { snapshots }),
  }))
}

/** A statement, its paragraphs, and its document. */
async function findPage(db: Database, req: Request, id: number) {
  const [{ version, ...row }, notes, trails] = await Promise.all([
    findStatement(db, req.viewer, id),
    listThreadsOn(db, req.viewer, { statementId: id }),
    findTrails(db, req.viewer, [id]),
  ])
  const { document } = version
  const publisher = { name: document.publisher.name, path: sourcePath(document.publisher), title: document.title }
  const presented = presentStatement(row, publisher, { seesDrafts: may(req.viewer, 'read drafts') })
  const statement = { ...presented, trail: tellTrail(trails.get(id), presented), notes }
  const parts = await readAround(db, outlineOf(version), statement.spans)
  const paragraphs = parts
    .flatMap(({ start, words }) => cutParagraphs(words, [statement], start))
    .filter(({ pieces }) => pieces.some(({ opens }) => opens))
  return {
    statement,
    hops: row.hops,
    asLine: presentInList({ ...row, version }),
    document: { ...document, path: documentPath(document), version: version.number, keptSince: version.fetchedAt },
    paragraphs,
  }
}

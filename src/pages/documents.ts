import { type Request, type Response, Router } from 'express'
import { listColleagues } from '../accounts/queries.ts'
import createError from 'http-errors'
import { addressesOfDocument, listSent } from '../annotations/on-pages.ts'
import type { Database } from '../database/connect.ts'
import { listEvents } from '../history/queries.ts'
import { listCorrections } from '../corrections/corrections.ts'
import { listWithdrawnStatements } from '../statements/queries.ts'
import { recordForm } from '../statements/schema.ts'
import { recordStatement } from '../suggestions/record-statement.ts'
import { may } from '../policy.ts'
import { findOptionalSuggestedValues } from '../suggestions/queries.ts'
import { whyNot } from '../suggestions/decisions.ts'
import { findOptionalOriginalOf } from '../originals/queries.ts'
import { describeSteps } from '../undo/undo.ts'
import { documentPath } from '../words/addresses.ts'
import { presentAssignees, presentTicks } from '../work/presentation.ts'
import { findProgress } from '../work/progress.ts'
import { findOptionalWork, listWorkOf } from '../work/queries.ts'
import { answer, changed, deskOf, gone, isRedirected, permit, wantsText, wantsJson } from '../web/answer.ts'
import { begin, parse, parseQuery, readId, receive, type Values } from '../web/forms.ts'
import { sendRows, tableOf } from '../web/rows.ts'
import { listed, presentList, rowsFor } from '../web/listing.ts'
import { documentValues, editDocument, isPublic } from '../documents/documents.ts'
import { describeDocument } from '../documents/json-ld.ts'
import {
  addUpDocuments,
  countDocuments,
  findDocumentToEdit,
  findTombstone,
  findVersion,
  findWholeText,
  listDocuments,
  suggestDocuments,
} from '../documents/queries.ts'
import { columns } from './lists.ts'
import { unlinkCopy } from '../documents/copies.ts'
import { documentRows } from './rows.ts'
import { withPrints } from './desk-prints.ts'
import { findDocumentToTag, findOptionalDocument } from './document-page.ts'
import { documentPage } from './document-shown.ts'
import { snapshotsFor } from './snapshots-page.ts'
import { findTold } from '../recheck/told.ts'
import { findNewWordings } from '../versions/queries.ts'
import { findPlaceAtDesk, pathOfPart } from '../documents/parts.ts'
import { DeskPrints, DeskQuery, DocumentFilters, documentForm, PartQuery } from '../documents/schema.ts'

export function documentRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/documents', async (req, res) => {
    const filters = parseQuery(DocumentFilters, req.query)
    if (filters.assignee !== undefined) permit(req, 'read drafts')
    const heads = columns.documents(req, filters)
    const sort = filters.sort ?? 'newest'
    const list = (place: object) => listDocuments(db, req.viewer, { ...filters, sort, ...place })
    if (await sendRows(req, res, { ...filters, sort }, tableOf(req, documentRows, list))) return
    const [rows, total, sums] = await Promise.all([
      listDocuments(db, req.viewer, { ...filters, take: rowsFor(req, filters) }),
      countDocuments(db, req.viewer, filters),
      wantsJson(req) ? undefined : addUpDocuments(db, req.viewer, filters),
    ])
    const page = listed(rows, req, filters, sort)
    const ids = page.rows.map(({ id }) => id)
    const [progress, works, colleagues] = req.viewer
      ? await Promise.all([
          findProgress(db, ids),
          listWorkOf(db, req.viewer, { documentId: { in: ids } }),
          listColleagues(db),
        ])
      : []
    const data = { filters, documents: page.rows, next: page.next, total }
    answer(req, res, 'documents/index', data, undefined, () => ({
      list: presentList(req, filters, { columns: heads, sort, shown: page.rows.length, total, sums }),
      actions: presentTicks('documents'),
      assignees: presentAssignees(colleagues ?? [], req.viewer),
      documents: page.rows.map((document) => {
        const at = progress?.get(document.id)
        return {
          ...document,
          undecided: at ? at.suggested - at.decided : 0,
          unchecked: at?.unchecked ?? 0,
          work: works?.get(document.id),
        }
      }),
    }))
  })

  /** Suggestions for a form while somebody types; readers do not need them. */
  routes.get('/documents/suggestions', async (req, res) => {
    permit(req, 'give verdicts')
    res.json(await suggestDocuments(db, parse(DocumentFilters, req.query).q))
  })

  routes.get('/documents/:id', async (req, res) => {
    const id = readId(req.params.id)
    const [document, { events }, corrections, withdrawn] = await Promise.all([
      findOptionalDocument(db, req.viewer, id, parseQuery(PartQuery, req.query)),
      listEvents(db, req.viewer, { documentId: id }),
      listCorrections(db, req.viewer, { documentId: id }),
      listWithdrawnStatements(db, req.viewer, id),
    ])
    if (!document) {
      const tombstone = await findTombstone(db, id)
      const told = { what: 'document', reason: tombstone.withdrawnReason }
      return gone(req, res, 'documents/withdrawn', { ...told, document: tombstone })
    }
    if (isRedirected(req, res, document.path)) return
    const ids = document.statements.map((statement) => statement.id)
    const [received, wordings, rechecks] = await Promise.all([
      listSent(db, req.viewer, addressesOfDocument(deskOf(req), document)),
      findNewWordings(db, ids),
      findTold(db, 'statement', ids, req.viewer),
    ])
    const told = { corrections, withdrawn, received, events, newWordings: Object.fromEntries(wordings) }
    const data = { document, ...told, next: tellBesides(res, document.part) }
    const judged = document.statements.flatMap(({ verdict, claims }) => [verdict, ...claims.map((one) => one.verdict)])
    const snapshots = await snapshotsFor(db, req.viewer, judged)
    answer(
      req,
      res,
      'documents/show',
      data,
      (desk) => ({
        '@context': 'https://schema.org',
        ...describeDocument(desk, document),
      }),
      () => ({
        shown: documentPage(corrections, document.statements),
        checkedAgain: Object.fromEntries(rechecks),
        ...(snapshots && { snapshots }),
      }),
    )
  })

  routes.get('/documents/:id/desk', async (req, res) => {
    permit(req, 'record statements')
    const id = readId(req.params.id)
    const { suggestion } = parseQuery(DeskQuery, req.query)
    const suggested = suggestion && (await findOptionalSuggestedValues(db, id, suggestion))
    if (suggestion && !suggested) {
      req.leaveNotice(`${await whyNot(db, suggestion)}.`)
      return res.redirect(303, `${deskPath(req, id)}#suggestions`)
    }
    await showDesk(db, req, res, id, suggested || undefined)
  })

  /** What changed since the asking page was made, which says what it has; stores nothing. */
  routes.post('/documents/:id/desk/changes', async (req, res) => {
    permit(req, 'record statements')
    const { has, form } = parse(DeskPrints, req.body)
    const desk = await findDesk(db, req, readId(req.params.id), { known: new Set(has) })
    res.render('documents/desk-changes', { ...desk, wantsForm: form })
  })

  routes.post('/documents/:id/statements', async (req, res) => {
    const { id: by } = permit(req, 'record statements')
    const documentId = readId(req.params.id)
    const given = await receive(req, recordForm.about(`document-${documentId}`), (data) =>
      recordStatement(db, { ...data, documentId, by }),
    )
    if (!given.ok) return showDesk(db, req, res, documentId)
    const { id } = given.result
    changed(req, res, await findPlaceAtDesk(db, id), { id, notice: 'The statement is recorded.' })
  })

  routes.get('/documents/:id/edit', async (req, res) => {
    permit(req, 'edit documents')
    const document = await findDocumentToEdit(db, readId(req.params.id))
    const { id, title, revision } = document
    answer(req, res, 'documents/edit', {
      document: { id, title, isPublic: isPublic(document) },
      form: begin(documentForm.about(`document-${id}`), { ...documentValues(document), revision }),
    })
  })

  routes.post('/documents/:id', async (req, res) => {
    const { id: by } = permit(req, 'edit documents')
    const id = readId(req.params.id)
    const document = await findDocumentToEdit(db, id)
    if (isPublic(document)) permit(req, 'correct what is published')
    const given = await receive(req, documentForm.about(`document-${id}`), (data) =>
      editDocument(db, id, { ...data, by }),
    )
    if (!given.ok) {
      const { title } = document
      return answer(req, res, 'documents/edit', { document: { id, title, isPublic: isPublic(document) } })
    }
    changed(req, res, documentPath(given.result), { notice: 'The document’s details are saved.' })
  })

  routes.post('/documents/:id/copies/:otherId/undo', async (req, res) => {
    const { id: by } = permit(req, 'edit documents')
    const id = readId(req.params.id)
    await unlinkCopy(db, { id, otherId: readId(req.params.otherId), by })
    changed(req, res, `/documents/${id}`, { notice: 'They are no longer linked as copies.' })
  })

  routes.get('/documents/:id/versions/:number', async (req, res) => {
    const asked = { id: readId(req.params.id), number: readId(req.params.number) }
    const parted = { ...asked, ...parseQuery(PartQuery, req.query) }
    if (wantsText(req)) return sendText(res, await findWholeText(db, req.viewer, asked))
    const version = await findVersion(db, req.viewer, parted)
    const original = may(req.viewer, 'see originals') ? await findOptionalOriginalOf(db, asked) : undefined
    const next = tellBesides(res, version.part)
    answer(req, res, 'documents/version', { version, ...(original !== undefined && { original }), next })
  })

  routes.get('/documents/:id/versions/:number/text', async (req, res) => {
    const asked = { id: readId(req.params.id), number: readId(req.params.number) }
    sendText(res, await findWholeText(db, req.viewer, asked))
  })

  return routes
}

function sendText(res: Response, text: string): void {
  res.type('text/plain').send(text)
}

type Besides = { isThere: boolean; count: number } & Record<
  'next' | 'nextCards' | 'previous' | 'previousCards',
  string | null
>

/** Adds Link headers for the neighbouring pages; returns the next one. Throws if there is no such page. */
function tellBesides(res: Response, { isThere, count, ...paths }: Besides): string | null {
  if (!isThere) throw createError(404, count === 1 ? 'This document has one part' : `This document has ${count} parts`)
  const previous = paths.previousCards ?? paths.previous
  if (previous !== null) res.append('Link', `<${encodeURI(previous)}>; rel="prev"`)
  const next = paths.nextCards ?? paths.next
  return next === null ? null : encodeURI(next)
}

/** A document's desk, at the part from which the form was sent. */
export function deskPath(req: Request, id: number): string {
  const { part, cards } = parse(PartQuery, req.query)
  return pathOfPart(`/documents/${id}/desk`, { ...(part && { part }), ...(cards && { cards }) })
}

/**
 * The desk with its forms, at the part that contains the words in the statement form, which starts with these values.
 */
export async function showDesk(db: Database, req: Request, res: Response, id: number, values?: Values): Promise<void> {
  const desk = await findDesk(db, req, id, values && { values })
  answer(req, res, 'documents/desk', {
    ...desk,
    ...(req.method !== 'POST' && { next: tellBesides(res, desk.document.part) }),
  })
}

type DeskAsked = {
  /** What the form to record a statement begins with. */
  values?: Values
  /** Prints of what the page that asks has. */
  known?: ReadonlySet<string>
}

const nothingYet: Values = { mode: 'direct', hops: [] }

async function findDesk(
  db: Database,
  req: Request,
  id: number,
  { values = nothingYet, known = new Set() }: DeskAsked = {},
) {
  const { viewer, sentForm } = req
  const asked = parse(PartQuery, req.query)
  const { at } = sentForm?.values ?? values
  const [, place] = /^(\d{1,9})(?:,|$)/.exec(typeof at === 'string' ? at : '') ?? []
  const shown = asked.part !== undefined || place === undefined ? asked : { ...asked, at: Number(place) }
  const [{ suggestions, ...document }, { events }, undoing, work] = await Promise.all([
    findDocumentToTag(db, viewer, id, shown),
    listEvents(db, viewer, { documentId: id }),
    viewer ? describeSteps(db, { documentId: id, accountId: viewer.id }) : null,
    findOptionalWork(db, viewer, { documentId: id }),
  ])
  const received = await listSent(db, viewer, addressesOfDocument(deskOf(req), document))
  const sentBack = events.find(({ action }) => action === 'document_sent_back')
  return {
    document: {
      ...document,
      paragraphs: withPrints(document.paragraphs, known),
      statements: withPrints(document.statements, known),
    },
    suggestions: {
      ...suggestions,
      open: withPrints(suggestions.open, known),
      dismissed: withPrints(suggestions.dismissed, known),
    },
    received,
    work,
    undoing,
    sentBack: document.state === 'draft' ? sentBack : undefined,
    events,
    form: begin(recordForm.about(`document-${id}`), values),
    mayPublish: may(viewer, 'publish documents'),
  }
}

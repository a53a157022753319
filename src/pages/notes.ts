import { type Request, type RequestHandler, type Response, Router } from 'express'
import createError from 'http-errors'
import { listColleagues } from '../accounts/queries.ts'
import { showClaim } from './claims.ts'
import type { Database } from '../database/connect.ts'
import { showDesk } from './documents.ts'
import { findOptionalSurvivor } from '../sources/queries.ts'
import { showSource } from './sources.ts'
import { showStatement } from './statements.ts'
import { answer, changed, permit, wantsJson } from '../web/answer.ts'
import { lookUpBeside } from '../web/beside.ts'
import { begin, parseQuery, readId, receive } from '../web/forms.ts'
import { paged } from '../web/paging.ts'
import {
  editNote,
  markRead,
  type NoteTarget,
  publishNote,
  reopenThread,
  replyTo,
  resolveThread,
  withdrawNote,
  writeNote,
} from '../notes/notes.ts'
import { tellMentions } from '../notes/mentions.ts'
import { countUnreadMentions, findNote, listAuthors, listThreads, listUnreadMentions } from '../notes/queries.ts'
import { mayEdit, mayResolve, mayWithdraw } from '../notes/rights.ts'
import { noteEditForm, NoteFilters, noteForm, noteWithdrawalForm, passageNoteForm, replyForm } from '../notes/schema.ts'

type NoteSubject = { room: 'documents' | 'statements' | 'claims' | 'sources'; id: number }

const targets = {
  documents: (id) => ({ documentId: id }),
  statements: (id) => ({ statementId: id }),
  claims: (id) => ({ claimId: id }),
  sources: (id) => ({ sourceId: id }),
} satisfies Record<NoteSubject['room'], (id: number) => NoteTarget>

export function noteRoutes(db: Database): Router {
  const routes = Router()

  for (const room of ['documents', 'statements', 'claims', 'sources'] as const) {
    routes.post(`/${room}/:id/notes`, async (req, res) => {
      const { id: by } = permit(req, 'write notes')
      const subject = { room, id: await findLasting(db, req, room, readId(req.params.id)) }
      const kind = isOnPassage(req.body) ? passageNoteForm : noteForm
      const given = await receive(req, kind.about(`${room.slice(0, -1)}-${subject.id}`), (note) => {
        if (note.visibility === 'public') permit(req, 'publish notes')
        return writeNote(db, targets[room](subject.id), { ...note, by })
      })
      if (!given.ok) return showSubject(db, req, res, subject)
      const { id } = given.result
      const { on } = await findNote(db, req.viewer, id)
      changed(req, res, on.path, { id, notice: `The note is written.${await tellMentions(db, id, by)}` })
    })
  }

  routes.get('/notes', async (req, res) => {
    permit(req, 'read notes')
    const filters = parseQuery(NoteFilters, req.query)
    const [threads, mentions, authors] = await Promise.all([
      listThreads(db, req.viewer, filters),
      listUnreadMentions(db, req.viewer),
      listAuthors(db),
    ])
    const page = paged(threads, req, filters.limit)
    answer(req, res, 'notes/index', { filters, mentions, threads: page.rows, next: page.next, authors })
  })

  /** The suggestions after an @ in the form. */
  routes.get('/notes/colleagues', async (req, res) => {
    permit(req, 'write notes')
    const colleagues = await listColleagues(db)
    res.json(colleagues.map(({ name, handle }) => ({ name, handle })))
  })

  routes.post('/notes/acknowledgements', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    await markRead(db, { by })
    changed(req, res, '/notes', { notice: 'All mentions are marked as read.' })
  })

  routes.get('/notes/:id', async (req, res) => {
    const { accountId: _, parent: __, ...note } = await findNote(db, req.viewer, readId(req.params.id))
    if (wantsJson(req)) res.json({ note })
    else res.redirect(302, encodeURI(note.on.path))
  })

  routes.post('/notes/:id/acknowledgement', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    await markRead(db, { noteId: readId(req.params.id), by })
    changed(req, res, '/notes', { notice: 'The mention is marked as read.' })
  })

  routes.post('/notes/:id/replies', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    const id = readId(req.params.id)
    const { on } = await findNote(db, req.viewer, id)
    const given = await receive(req, replyForm.about(`note-${id}`), (reply) => {
      if (reply.visibility === 'public') permit(req, 'publish notes')
      return replyTo(db, id, { ...reply, by })
    })
    if (!given.ok) return showSubject(db, req, res, on)
    const [page] = on.path.split('#')
    const { id: reply } = given.result
    changed(req, res, `${page}#note-${reply}`, {
      id: reply,
      notice: `The reply is written.${await tellMentions(db, reply, by)}`,
    })
  })

  routes.get('/notes/:id/edit', async (req, res) => {
    permit(req, 'write notes')
    const note = await findNoteToChange(db, req)
    answer(req, res, 'notes/edit', editPage(note))
  })

  routes.post('/notes/:id', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    const note = await findNoteToChange(db, req)
    const given = await receive(req, noteEditForm.about(`note-${note.id}`), (data) =>
      editNote(db, note.id, { ...data, by, allow: only(req, mayEdit) }),
    )
    if (!given.ok) return answer(req, res, 'notes/edit', editPage(note))
    const told = await tellMentions(db, note.id, by)
    changed(req, res, note.on.path, { notice: `The note is changed. What it said stays in its history.${told}` })
  })

  routes.post('/notes/:id/withdrawal', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    const note = await findNoteToChange(db, req)
    const given = await receive(req, noteWithdrawalForm.about(`note-${note.id}`), ({ reason }) =>
      withdrawNote(db, note.id, { reason, by, allow: only(req, mayWithdraw) }),
    )
    if (!given.ok) return answer(req, res, 'notes/edit', editPage(note))
    changed(req, res, note.on.path, { notice: 'The note is withdrawn.' })
  })

  routes.post('/notes/:id/publication', async (req, res) => {
    const { id: by } = permit(req, 'publish notes')
    const { id, on } = await findNote(db, req.viewer, readId(req.params.id))
    await publishNote(db, id, { by })
    changed(req, res, on.path, { notice: 'Readers see the note now, wherever they see what it is on.' })
  })

  routes.post('/notes/:id/resolution', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    const note = await findNote(db, req.viewer, readId(req.params.id))
    await resolveThread(db, note.id, { by, allow: whoResolves(req) })
    changed(req, res, note.on.path, { notice: 'The thread is resolved.' })
  })

  routes.post('/notes/:id/reopening', async (req, res) => {
    const { id: by } = permit(req, 'write notes')
    const note = await findNote(db, req.viewer, readId(req.params.id))
    await reopenThread(db, note.id, { by, allow: whoResolves(req) })
    changed(req, res, note.on.path, { notice: 'The thread is open again.' })
  })

  return routes
}

/** For the layout: the number of unread mentions. */
export function whoIsMentioned(db: Database): RequestHandler {
  return (req, res, next) => {
    const { viewer } = req
    if (viewer) lookUpBeside(req, res, async () => ({ unreadMentions: await countUnreadMentions(db, viewer.id) }))
    next()
  }
}

/** Pages on which notes are written or things are assigned. */
const withColleagues = /^\/(?:documents|statements|claims|sources|work)\/\d/

/**
 * For their forms: colleagues to mention and to assign. A form with errors shows its page again, wherever it was sent.
 */
export function whoIsHere(db: Database): RequestHandler {
  return (req, res, next) => {
    const mayShowThem = req.method === 'POST' || withColleagues.test(req.path)
    if (req.viewer && mayShowThem) lookUpBeside(req, res, async () => ({ colleagues: await listColleagues(db) }))
    next()
  }
}

/** A document's note may be on words of its text; its form then asks for them. */
function isOnPassage(sent: unknown): boolean {
  return sent !== null && typeof sent === 'object' && 'passage' in sent
}

/** The page on which a note was written. */
function showSubject(db: Database, req: Request, res: Response, { room, id }: NoteSubject): Promise<void> {
  const show = { documents: showDesk, statements: showStatement, claims: showClaim, sources: showSource }[room]
  return show(db, req, res, id)
}

function editPage(note: Awaited<ReturnType<typeof findNote>>) {
  const { id, kind, body, revision } = note
  return { note, form: begin(noteEditForm.about(`note-${id}`), { kind, body, revision }) }
}

/** Another person's note can be answered; only its edit page is closed. */
async function findNoteToChange(db: Database, req: Request) {
  const note = await findNote(db, req.viewer, readId(req.params['id']))
  if (!mayEdit(req.viewer, note) && !mayWithdraw(req.viewer, note)) throw notYours(note)
  return note
}

type Written = Parameters<typeof mayEdit>[1]

/** A check for the domain to run on a locked note: it may have been published a moment ago. */
function only(req: Request, isAllowed: typeof mayEdit): (note: Written) => void {
  return (note) => {
    if (!isAllowed(req.viewer, note)) throw notYours(note)
  }
}

function whoResolves(req: Request): (note: Written) => void {
  return (note) => {
    if (!mayResolve(req.viewer, note)) permit(req, 'publish notes')
  }
}

function notYours({ visibility }: { visibility: string }) {
  return createError(
    403,
    visibility === 'public'
      ? 'Readers have seen this note: a reviewer can change or withdraw it. Write a reply instead'
      : 'This note is somebody else’s. Write a reply instead',
  )
}

/** For a merged source, a note is attached to its survivor. */
async function findLasting(db: Database, req: Request, room: NoteSubject['room'], id: number): Promise<number> {
  if (room !== 'sources') return id
  return (await findOptionalSurvivor(db, req.viewer, id))?.id ?? id
}

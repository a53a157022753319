import type { NoteVisibility, Prisma } from '../database/client/client.ts'
import { holdClaim } from '../claims/hold.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { findOptionalStanding } from '../sources/sources.ts'
import { placeSpans, wordsOf } from '../statements/spans.ts'
import { withHandles } from './mentions.ts'
import { listHandles } from './markdown.ts'
import type { EditedNote, NewNote, NewReply } from './schema.ts'
import { recordedFirst } from '../documents/recorded-first.ts'

export type NoteTarget = { documentId: number } | { statementId: number } | { claimId: number } | { sourceId: number }

/** Only people who sign in write notes, never the system. */
type ByAccount = { by: number }

/** Throws if the user may not do this to the note; called when nobody can change the note any more. */
type Allowed = { allow: (note: { accountId: number; visibility: NoteVisibility }) => void }

/** Begins a thread, on the thing itself or on a passage or a step of it. */
export function writeNote(db: Database, target: NoteTarget, given: NewNote & ByAccount) {
  return db.$transaction((tx) => addNote(tx, target, given))
}

/** The same as a part of something larger. */
export async function addNote(
  tx: Db,
  target: NoteTarget,
  { by, kind, visibility, body: typed, ...which }: NewNote & ByAccount,
) {
  const body = await withHandles(tx, typed)
  const subject = await chooseSubject(tx, target, which)
  const written = await tx.note.create({
    data: {
      ...subject,
      kind,
      visibility,
      body,
      accountId: by,
      publishedAt: visibility === 'public' ? new Date() : null,
      mentions: { create: await findMentions(tx, { body, by }) },
    },
  })
  const on = 'sourceId' in subject ? subject : target
  await writeEvent(tx, 'note_written', { by, noteId: written.id, ...on, after: { kind, visibility, body } })
  return written
}

/** Adds a reply to a thread's first note; the author's mentions in the thread then count as read. */
export function replyTo(db: Database, noteId: number, { by, visibility, body: typed }: NewReply & ByAccount) {
  return db.$transaction(async (tx) => {
    const body = await withHandles(tx, typed)
    const first = await lockNote(tx, noteId)
    if (first.parentId !== null) {
      throw new Refused({
        body: `This is a reply itself. Write under the first note of the thread, note ${first.parentId}`,
      })
    }
    if (first.withdrawnAt) throw new Refused({ body: 'The note was withdrawn. Write a new one instead of a reply' })
    if (visibility === 'public') refuseInternalThread(first.visibility)

    const { documentId, versionId, statementId, hopId, claimId, sourceId } = first
    const reply = await tx.note.create({
      data: {
        parentId: first.id,
        ...{ documentId, versionId, statementId, hopId, claimId, sourceId },
        kind: 'comment',
        visibility,
        body,
        accountId: by,
        publishedAt: visibility === 'public' ? new Date() : null,
        mentions: { create: await findMentions(tx, { body, by }) },
      },
    })
    await tx.noteMention.updateMany({
      where: { accountId: by, seenAt: null, note: { OR: [{ id: first.id }, { parentId: first.id }] } },
      data: { seenAt: new Date() },
    })
    await writeEvent(tx, 'note_replied', { by, noteId: reply.id, ...concernedBy(first), after: { visibility, body } })
    return reply
  })
}

/** Changes a note's text; the earlier one stays in its history. Throws Stale if somebody else saved first. */
export function editNote(
  db: Database,
  id: number,
  { by, allow, revision, kind, body: typed }: EditedNote & ByAccount & Allowed,
) {
  return db.$transaction(async (tx) => {
    const body = await withHandles(tx, typed)
    const note = await lockNote(tx, id)
    allow(note)
    const before = { kind: note.kind, body: note.body }
    if (note.withdrawnAt) throw new Refused({ body: 'The note was withdrawn. Write a new one instead' })
    if (note.revision !== revision) throw new Stale(note.revision, before)
    if (kind === note.kind && body === note.body) return

    await tx.note.update({
      where: { id },
      data: { kind, body, revision: { increment: 1 }, editedAt: new Date(), editedById: by },
    })
    await replaceMentions(tx, id, { body, by: note.accountId })
    await writeEvent(tx, 'note_edited', { by, noteId: id, ...concernedBy(note), before, after: { kind, body } })
  })
}

/** Marks a thread as resolved. Doing so twice does no harm. */
export function resolveThread(db: Database, id: number, { by, allow }: ByAccount & Allowed) {
  return db.$transaction(async (tx) => {
    const first = await lockFirst(tx, id)
    allow(first)
    if (first.resolvedAt) return
    await tx.note.update({ where: { id }, data: { resolvedAt: new Date(), resolvedById: by } })
    await writeEvent(tx, 'note_resolved', { by, noteId: id, ...concernedBy(first) })
  })
}

export function reopenThread(db: Database, id: number, { by, allow }: ByAccount & Allowed) {
  return db.$transaction(async (tx) => {
    const first = await lockFirst(tx, id)
    allow(first)
    if (!first.resolvedAt) return
    await tx.note.update({ where: { id }, data: { resolvedAt: null, resolvedById: null } })
    await writeEvent(tx, 'note_reopened', { by, noteId: id, ...concernedBy(first) })
  })
}

/** Shows it to readers. Its revision increases, so an edit begun before must be checked again. */
export function publishNote(db: Database, id: number, { by }: ByAccount) {
  return db.$transaction(async (tx) => {
    const note = await lockNote(tx, id)
    if (note.visibility === 'public') return
    if (note.withdrawnAt) throw new Refused({ visibility: 'The note was withdrawn. Write a new one for readers' })
    if (note.parent) refuseInternalThread(note.parent.visibility)
    await tx.note.update({
      where: { id },
      data: { visibility: 'public', publishedAt: new Date(), revision: { increment: 1 } },
    })
    await writeEvent(tx, 'note_published', { by, noteId: id, ...concernedBy(note) })
  })
}

/** A withdrawn note keeps its place without its words; readers who saw it learn when it was withdrawn and why. */
export function withdrawNote(
  db: Database,
  id: number,
  { by, allow, reason }: { reason: string } & ByAccount & Allowed,
) {
  return db.$transaction(async (tx) => {
    const note = await lockNote(tx, id)
    allow(note)
    if (note.withdrawnAt) throw new Refused({ reason: 'It has been withdrawn already' })
    if (note.visibility === 'public' && reason === '') {
      throw new Refused({ reason: 'Say why, for readers: this stays on the page' })
    }
    await tx.note.update({
      where: { id },
      data: {
        withdrawnAt: new Date(),
        withdrawnById: by,
        withdrawnReason: reason || null,
        revision: { increment: 1 },
      },
    })
    await writeEvent(tx, 'note_withdrawn', {
      by,
      noteId: id,
      ...concernedBy(note),
      ...(reason && { after: { reason } }),
    })
  })
}

/** Marks an account's mentions as read: those in one note, or all. */
export async function markRead(db: Db, { by, noteId }: { noteId?: number } & ByAccount): Promise<void> {
  if (noteId !== undefined) {
    await db.noteMention.findUniqueOrThrow({ where: { noteId_accountId: { noteId, accountId: by } } })
  }
  await db.noteMention.updateMany({
    where: { accountId: by, seenAt: null, ...(noteId !== undefined && { noteId }) },
    data: { seenAt: new Date() },
  })
}

type Which = Pick<NewNote, 'hopId' | 'passage' | 'quote' | 'at' | 'spans'>

/** The one subject of a note. Throws Refused if two are named, or one that does not exist. */
async function chooseSubject(tx: Db, target: NoteTarget, which: Which) {
  const isOnPassage = which.passage || which.quote !== '' || (which.spans?.length ?? 0) > 0
  const isOnStep = which.hopId !== undefined
  if (isOnPassage && isOnStep) {
    throw new Refused({ hopId: 'A note is on a step or on a passage, not on both. Write two notes' })
  }
  if (isOnStep && !('statementId' in target)) {
    throw new Refused({ hopId: 'Steps belong to statements. Write this note on the page of the statement' })
  }
  if (isOnPassage && !('documentId' in target)) {
    throw new Refused({ quote: 'Passages belong to documents. Write this note on the page of the document' })
  }
  if ('documentId' in target) return isOnPassage ? placePassage(tx, target.documentId, which) : findThing(tx, target)
  if ('statementId' in target && isOnStep) return findStep(tx, target.statementId, which.hopId)
  return findThing(tx, target)
}

async function placePassage(tx: Db, documentId: number, { quote, at, spans: given }: Which) {
  const { id: versionId, text } = await tx.version.findFirstOrThrow({
    where: { documentId },
    orderBy: recordedFirst,
    include: { text: true },
  })
  const spans = placeSpans(text.content, { quote, at, spans: given })
  return {
    versionId,
    words: wordsOf(text.content, spans),
    spans: { create: spans.map(({ start, end }, position) => ({ position, start, end })) },
  }
}

async function findStep(tx: Db, statementId: number, hopId: number | undefined) {
  // Locked until the note is stored: if somebody removes the step at this moment, they wait and then find its note.
  const [hop] = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Hop" WHERE "id" = ${hopId ?? 0} AND "statementId" = ${statementId} FOR KEY SHARE`
  if (hop) return { hopId: hop.id }
  throw new Refused({ hopId: 'This step is no longer part of the statement. Choose another, or the statement' })
}

/** Only claims and sources can be merged: a note is attached to the survivor at the time. */
async function findThing(tx: Db, target: NoteTarget): Promise<NoteTarget> {
  const select = { id: true }
  if ('sourceId' in target) {
    const source = await findOptionalStanding(tx, target.sourceId)
    return {
      sourceId: source?.id ?? (await tx.source.findUniqueOrThrow({ where: { id: target.sourceId }, select })).id,
    }
  }
  if ('documentId' in target) await tx.document.findUniqueOrThrow({ where: { id: target.documentId }, select })
  else if ('statementId' in target) await tx.statement.findUniqueOrThrow({ where: { id: target.statementId }, select })
  else
    return {
      claimId: (await tx.claim.findUniqueOrThrow({ where: { id: await holdClaim(tx, target.claimId) }, select })).id,
    }
  return target
}

/** The accounts that a text mentions, of those who can sign in; nobody is notified of their own words. */
async function findMentions(tx: Db, { body, by }: { body: string } & ByAccount) {
  const accounts = await tx.account.findMany({
    where: { handle: { in: listHandles(body) }, disabledAt: null },
    select: { id: true },
  })
  return accounts.map(({ id }) => ({ accountId: id, seenAt: id === by ? new Date() : null }))
}

async function replaceMentions(tx: Db, noteId: number, written: { body: string } & ByAccount): Promise<void> {
  const mentions = await findMentions(tx, written)
  await tx.noteMention.deleteMany({ where: { noteId, account: { handle: { notIn: listHandles(written.body) } } } })
  await tx.noteMention.createMany({
    data: mentions.map((mention) => ({ ...mention, noteId })),
    skipDuplicates: true,
  })
}

function refuseInternalThread(ofFirst: Prisma.NoteGetPayload<object>['visibility']): void {
  if (ofFirst === 'public') return
  throw new Refused({
    visibility: 'Only the newsroom sees the first note, so readers cannot be shown a reply. Publish that one first',
  })
}

/** Two people who change one note do so one after the other. */
async function lockNote(tx: Db, id: number) {
  await tx.$queryRaw`SELECT 1 FROM "Note" WHERE "id" = ${id} FOR UPDATE`
  return tx.note.findUniqueOrThrow({
    where: { id },
    include: {
      version: { select: { documentId: true } },
      hop: { select: { statementId: true } },
      parent: { select: { visibility: true } },
    },
  })
}

async function lockFirst(tx: Db, id: number) {
  const note = await lockNote(tx, id)
  if (note.parentId !== null) {
    throw new Refused({ form: `A thread is resolved as a whole, at its first note, note ${note.parentId}` })
  }
  if (note.withdrawnAt) throw new Refused({ form: 'The note was withdrawn: there is nothing left to resolve' })
  return note
}

type Located = Prisma.NoteGetPayload<{
  include: { version: { select: { documentId: true } }; hop: { select: { statementId: true } } }
}>

/** The page on which the event appears. */
function concernedBy({ documentId, version, statementId, hop, claimId, sourceId }: Located) {
  const onDocument = documentId ?? version?.documentId
  const onStatement = statementId ?? hop?.statementId
  return {
    ...(onDocument !== undefined && { documentId: onDocument }),
    ...(onStatement !== undefined && { statementId: onStatement }),
    ...(claimId !== null && { claimId }),
    ...(sourceId !== null && { sourceId }),
  }
}

import type { NoteVisibility, Prisma } from '../database/client/client.ts'
import { holdClaim } from '../claims/hold.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { findOptionalStanding } from '../sources/sources.ts'
import { placeSpans, wordsOf } from '../statements/spans.ts'
import { listHandles } from './markdown.ts'
import type { EditedNote, NewNote, NewReply } from './schema.ts'

export type NoteTarget = { documentId: number } | { statementId: number } | { claimId: number } | { sourceId: number }

/** Only somebody who signs in writes notes, never the system. */
type ByAccount = { by: number }

/** Throws where whoever asks may not do this to the note; asked when nobody can change it any more. */
type Allowed = { allow: (note: { accountId: number; visibility: NoteVisibility }) => void }

/** Begins a thread, on the thing itself or on a passage or a step of it. */
export function writeNote(
  db: Database,
  target: NoteTarget,
  { by, kind, visibility, body, ...which }: NewNote & ByAccount,
) {
  return db.$transaction(async (tx) => {
    const place = await choosePlace(tx, target, which)
    const written = await tx.note.create({
      data: {
        ...place,
        kind,
        visibility,
        body,
        accountId: by,
        publishedAt: visibility === 'public' ? new Date() : null,
        mentions: { create: await findMentions(tx, { body, by }) },
      },
    })
    const on = 'sourceId' in place ? place : target
    await writeEvent(tx, 'note_written', { by, noteId: written.id, ...on, after: { kind, visibility, body } })
    return written
  })
}

/** Hangs a reply on a thread's first note; what the thread told the one who answers, they have then read. */
export function replyTo(db: Database, noteId: number, { by, visibility, body }: NewReply & ByAccount) {
  return db.$transaction(async (tx) => {
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

/** Changes what a note says; what it said stays in its history. Throws Stale where somebody was quicker. */
export function editNote(
  db: Database,
  id: number,
  { by, allow, revision, kind, body }: EditedNote & ByAccount & Allowed,
) {
  return db.$transaction(async (tx) => {
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

/** Nothing is left to be done about the thread. Resolving it twice does no harm. */
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

/** Lets readers see it. Its revision moves on: an edit begun before that takes another look. */
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

/** A note stays where it was, without its words; readers, where they saw it, are told when it went and why. */
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

/** Marks the mentions of an account as read: that in one note, or all. */
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

/** The one thing that a note is on. Throws Refused where two are named, or one that is not there. */
async function choosePlace(tx: Db, target: NoteTarget, which: Which) {
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
    orderBy: { number: 'desc' },
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
  // Held until the note is stored: whoever drops the step at this moment waits, and then finds its note.
  const [hop] = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Hop" WHERE "id" = ${hopId ?? 0} AND "statementId" = ${statementId} FOR KEY SHARE`
  if (hop) return { hopId: hop.id }
  throw new Refused({ hopId: 'This step is not one of the statement’s (any more). Choose another, or the statement' })
}

/** Of these only claims and sources go, into others: a note is on what one is when the note is stored. */
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

/** Whom a text mentions, of those who can sign in; nobody needs to be told of their own words. */
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

/** On whose page the event stands. */
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

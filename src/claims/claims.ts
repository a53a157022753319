import type { PublicationState } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeCorrection } from '../corrections/corrections.ts'
import { publishClaims } from './publishing.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { Refused, Stale } from '../refused.ts'
import { chooseTopics } from '../topics/topics.ts'
import { isPublic } from '../documents/documents.ts'
import { askRecheck } from '../recheck/recheck.ts'
import { holdClaim } from './hold.ts'
import { compareClaim } from './pairs.ts'
import { listNamesakes, suggestClaims } from './queries.ts'
import type { EditedClaim, LinkedClaim } from './schema.ts'

/** Records what a statement asserts, denies or doubts: an existing claim, or a new one in one sentence. */
export async function linkClaim(
  tx: Db,
  { statementId, claimId, by, ...given }: LinkedClaim & { statementId: number; documentId?: number } & By,
) {
  const claim = await chooseClaim(tx, { claimId, ...given, by })
  const documentId = given.documentId ?? (await findDocumentOf(tx, statementId))
  await tx.statementClaim.upsert({
    where: { statementId_claimId: { statementId, claimId: claim.id } },
    create: { statementId, claimId: claim.id, stance: given.stance },
    update: { stance: given.stance },
  })
  await writeEvent(tx, 'claim_linked', {
    by,
    statementId,
    claimId: claim.id,
    documentId,
    after: { stance: given.stance, sentence: claim.sentence },
  })
  await askRecheck(tx, { linkedTo: claim.id }, { reason: `Statement ${statementId} was linked to it`, by })
  return claim
}

/**
 * The same for a form: one sentence is one claim. If the sentence exists already, or somebody else is creating it at
 * this moment, it links to that claim and adds the named topics.
 */
export async function linkSentClaim(
  tx: Db,
  given: LinkedClaim & { statementId: number; documentId?: number } & By,
): Promise<{ id: number }> {
  const { claimId, known, sentence, topics, by } = given
  if (claimId !== undefined || known !== '' || sentence === '') return linkClaim(tx, given)
  const topicIds = await chooseTopics(tx, topics)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('claim ' || lower(${sentence}::text), 0))`
  const stated = await findOptionalStated(tx, sentence)
  if (!stated) return linkClaim(tx, given)
  await addTopics(tx, stated, { topicIds, by })
  return linkClaim(tx, { ...given, claimId: stated.id })
}

async function findDocumentOf(tx: Db, statementId: number): Promise<number> {
  const { version } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: { version: { select: { documentId: true } } },
  })
  return version.documentId
}

export function unlinkClaim(db: Database, { statementId, claimId, by }: { statementId: number; claimId: number } & By) {
  return db.$transaction(async (tx) => {
    const { stance } = await tx.statementClaim.delete({ where: { statementId_claimId: { statementId, claimId } } })
    await writeEvent(tx, 'claim_unlinked', { by, statementId, claimId, before: { stance } })
    await askRecheck(tx, { linkedTo: claimId }, { reason: `Statement ${statementId} was taken from it`, by })
  })
}

export function editClaim(db: Database, id: number, { revision, sentence, topics, correction, by }: EditedClaim & By) {
  return db.$transaction(async (tx) => {
    const topicIds = await chooseTopics(tx, topics)
    const before = await findClaimValues(tx, id)
    const { count } = await tx.claim.updateMany({
      where: { id, revision },
      data: { sentence, revision: { increment: 1 } },
    })
    if (count === 0) {
      const stored = await tx.claim.findUniqueOrThrow({ where: { id } })
      const changed = await findLastChange(tx, { claimId: id, statementId: null }, 'claim_')
      throw new Stale(stored.revision, await findClaimValues(tx, id), { changed })
    }
    const { state } = await tx.claim.findUniqueOrThrow({ where: { id }, select: { state: true } })
    await tx.claimTopic.deleteMany({ where: { claimId: id } })
    await tx.claimTopic.createMany({ data: topicIds.map((topicId) => ({ claimId: id, topicId })) })
    const after = await findClaimValues(tx, id)
    await writeCorrection(tx, { claimId: id }, { wasPublic: isPublic({ state }), correction, before, after, by })
    await writeEvent(tx, 'claim_edited', { by, claimId: id, before, after })
    if (before.sentence !== sentence) await compareClaim(tx, id)
    if (before.sentence !== sentence) await askRecheck(tx, { claimId: id }, { reason: 'It was reworded', by })
  })
}

export function publishClaim(db: Database, { claimId, by }: { claimId: number } & By) {
  return db.$transaction(async (tx) => publishClaims(tx, { claimIds: [claimId], by }))
}

export function withdrawClaim(db: Database, { claimId, reason, by }: { claimId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, mergedIntoId: null, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date(), revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
    await writeEvent(tx, 'claim_withdrawn', { by, claimId, after: { reason } })
  })
}

/** A claim as its form shows it, and as its history keeps it. */
export async function findClaimValues(db: Db, id: number) {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id },
    include: { topics: { include: { topic: true }, orderBy: { topicId: 'asc' } } },
  })
  return { sentence: claim.sentence, topics: claim.topics.map(({ topic }) => topic.name).join(', ') }
}

function chooseClaim(tx: Db, { claimId, known, by, ...stated }: Omit<LinkedClaim, 'stance'> & By) {
  if (claimId !== undefined) return findChosen(tx, claimId, 'claimId')
  if (known === '') return stateClaim(tx, { ...stated, by })
  if (stated.sentence !== '')
    throw new Refused({
      sentence: 'Choose a claim that is there or state a new one: leave one of the two fields empty',
    })
  return findKnown(tx, known)
}

async function stateClaim(tx: Db, { sentence, topics, by }: { sentence: string; topics: string[] } & By) {
  if (sentence === '')
    throw new Refused({ sentence: 'Say in one sentence what is claimed, or choose a claim that is there' })
  const topicIds = await chooseTopics(tx, topics)
  const claim = await tx.claim.create({
    data: { sentence, ...(topicIds.length > 0 && { topics: { create: topicIds.map((topicId) => ({ topicId })) } }) },
  })
  await compareClaim(tx, claim.id)
  await writeEvent(tx, 'claim_stated', { by, claimId: claim.id, after: { sentence } })
  return claim
}

/** Adds topics to a claim, by their names, as a part of something larger; those it has already stay. */
export async function tagClaim(tx: Db, claimId: number, { topics, by }: { topics: string[] } & By): Promise<void> {
  const topicIds = await chooseTopics(tx, topics)
  const { state } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { state: true } })
  await addTopics(tx, { id: claimId, state }, { topicIds, by })
}

async function findOptionalStated(tx: Db, sentence: string) {
  const [stated] = await tx.$queryRaw<{ id: number; sentence: string; state: PublicationState }[]>`
    SELECT now_it."id", now_it."sentence", now_it."state"::text
    FROM "Claim" c JOIN "Claim" now_it ON now_it."id" = coalesce(c."mergedIntoId", c."id")
    WHERE lower(c."sentence") = lower(${sentence}::text) AND now_it."state" <> 'withdrawn'
    ORDER BY c."mergedIntoId" IS NOT NULL, c."id" LIMIT 1`
  return stated
}

/** Changes that readers see are made on the claim's own page, with a reason. */
async function addTopics(
  tx: Db,
  { id: claimId, state }: { id: number; state: PublicationState },
  { topicIds, by }: { topicIds: number[] } & By,
): Promise<void> {
  const has = await tx.claimTopic.findMany({ where: { claimId, topicId: { in: topicIds } }, select: { topicId: true } })
  const missing = topicIds.filter((id) => !has.some(({ topicId }) => topicId === id))
  if (missing.length === 0) return
  if (isPublic({ state })) {
    throw new Refused({
      topics: `Claim ${claimId} says this already, and readers see its topics. Leave them empty here, and change them on its page`,
    })
  }
  const { topics: before } = await findClaimValues(tx, claimId)
  await tx.claimTopic.createMany({ data: missing.map((topicId) => ({ claimId, topicId })) })
  await tx.claim.update({ where: { id: claimId }, data: { revision: { increment: 1 } } })
  const { topics: after } = await findClaimValues(tx, claimId)
  await writeEvent(tx, 'claim_tagged', { by, claimId, before: { topics: before }, after: { topics: after } })
}

/**
 * The claim that a number, a whole sentence or some words mean. Throws Refused, beside `known`, if there is none, or if
 * several match and none was chosen.
 */
async function findKnown(tx: Db, known: string) {
  const number = /^\d{1,9}$/.test(known) ? Number(known) : 0
  if (number > 0 && (await tx.claim.count({ where: { id: number } })) > 0) return findChosen(tx, number, 'known')

  const namesakes = await listNamesakes(tx, known)
  const found = namesakes.length > 0 ? namesakes : await suggestClaims(tx, known)
  const [only] = found
  if (!only) {
    throw new Refused({
      known: 'No claim has all these words. Try fewer of them, or state a new claim in the field below',
    })
  }
  if (found.length === 1) return only
  throw new Refused(
    { known: 'Several claims have these words: choose one, or add words that only one has' },
    { known: found.map(({ id, sentence }) => ({ value: String(id), label: `${sentence} (claim ${id})` })) },
  )
}

async function findChosen(tx: Db, chosen: number, field: 'claimId' | 'known') {
  const id = await holdClaim(tx, chosen)
  const claim = await tx.claim.findUnique({ where: { id } })
  if (!claim) throw new Refused({ [field]: `There is no claim ${id}` })
  if (claim.state === 'withdrawn')
    throw new Refused({ [field]: `Claim ${id} was withdrawn: choose another or state it again` })
  return { id, sentence: claim.sentence }
}

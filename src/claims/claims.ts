import type { Database, Db } from '../database/connect.ts'
import { publishClaims } from '../documents/documents.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../sources/names.ts'
import type { EditedClaim, LinkedClaim } from './schema.ts'

/** Says what a statement asserts, denies or doubts: a claim that is there, or a new one in one sentence. */
export async function linkClaim(
  tx: Db,
  { statementId, claimId, by, ...given }: LinkedClaim & { statementId: number } & By,
) {
  const claim = claimId === undefined ? await stateClaim(tx, { ...given, by }) : await findChosen(tx, claimId)
  const { version } = await tx.statement.findUniqueOrThrow({ where: { id: statementId }, include: { version: true } })

  await tx.statementClaim.upsert({
    where: { statementId_claimId: { statementId, claimId: claim.id } },
    create: { statementId, claimId: claim.id, stance: given.stance },
    update: { stance: given.stance },
  })
  await writeEvent(tx, 'claim_linked', {
    by,
    statementId,
    claimId: claim.id,
    documentId: version.documentId,
    after: { stance: given.stance, sentence: claim.sentence },
  })
  return claim
}

export function unlinkClaim(db: Database, { statementId, claimId, by }: { statementId: number; claimId: number } & By) {
  return db.$transaction(async (tx) => {
    const { stance } = await tx.statementClaim.delete({ where: { statementId_claimId: { statementId, claimId } } })
    await writeEvent(tx, 'claim_unlinked', { by, statementId, claimId, before: { stance } })
  })
}

export function editClaim(db: Database, id: number, { revision, sentence, topics, by }: EditedClaim & By) {
  return db.$transaction(async (tx) => {
    const before = await findClaimValues(tx, id)
    const { count } = await tx.claim.updateMany({
      where: { id, revision },
      data: { sentence, revision: { increment: 1 } },
    })
    if (count === 0) {
      const stored = await tx.claim.findUniqueOrThrow({ where: { id } })
      throw new Stale(stored.revision, before)
    }
    await tx.claimTopic.deleteMany({ where: { claimId: id } })
    await tagClaim(tx, id, topics)
    await writeEvent(tx, 'claim_edited', { by, claimId: id, before, after: await findClaimValues(tx, id) })
  })
}

export function publishClaim(db: Database, { claimId, by }: { claimId: number } & By) {
  return db.$transaction(async (tx) => publishClaims(tx, { claimIds: [claimId], by }))
}

export function withdrawClaim(db: Database, { claimId, reason, by }: { claimId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, state: { not: 'withdrawn' } },
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

async function stateClaim(tx: Db, { sentence, topics, by }: { sentence: string; topics: string[] } & By) {
  if (sentence === '')
    throw new Refused({ sentence: 'Say in one sentence what is claimed, or choose a claim that is there' })
  const claim = await tx.claim.create({ data: { sentence } })
  await tagClaim(tx, claim.id, topics)
  await writeEvent(tx, 'claim_stated', { by, claimId: claim.id, after: { sentence } })
  return claim
}

async function findChosen(tx: Db, id: number) {
  const claim = await tx.claim.findUnique({ where: { id } })
  if (!claim) throw new Refused({ claimId: `There is no claim ${id}` })
  if (claim.state === 'withdrawn')
    throw new Refused({ claimId: `Claim ${id} was withdrawn: choose another or state it anew` })
  return claim
}

async function tagClaim(tx: Db, claimId: number, names: string[]): Promise<void> {
  for (const [folded, name] of new Map(names.map((name) => [foldName(name), name]))) {
    const { id: topicId } = await tx.topic.upsert({ where: { folded }, create: { name, folded }, update: {} })
    await tx.claimTopic.create({ data: { claimId, topicId } })
  }
}

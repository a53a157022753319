import { sameClaims } from '../claims/pairs.ts'
import { listNamesakes, suggestClaims } from '../claims/queries.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import type { Viewer } from '../policy.ts'
import { Refused } from '../refused.ts'
import { writeCorrection } from '../corrections/corrections.ts'
import { shareNames } from '../topics/name-lock.ts'
import { isSeen } from '../visible/rows.ts'
import { formatCount } from '../words/dates.ts'
import { say } from '../words/labels.ts'
import { type ClaimSide, findClaimSide } from './claim-side.ts'
import { carryVerdicts, carryVerdictsBack, findVerdictChoice, lockVerdicts } from './claim-verdicts.ts'
import { carryReview, carryReviewBack } from './claim-review.ts'
import { carryWork, carryWorkBack } from './claim-work.ts'
import type { Carried, Mergeable, Moved, Sides } from './kind.ts'
import type { MergeDecision, MergeInto } from './schema.ts'

export const claims: Mergeable<ClaimSide> = {
  ...sameClaims,
  edit: 'edit claims',
  editSeen: 'merge published claims',
  tell: {
    merged: (tx, claimId, event) => writeEvent(tx, 'claims_merged', { ...event, claimId }),
    undone: (tx, claimId, event) => writeEvent(tx, 'claims_merge_undone', { ...event, claimId }),
    toldApart: (tx, claimId, event) => writeEvent(tx, 'claims_told_apart', { ...event, claimId }),
    likened: (tx, claimId, event) => writeEvent(tx, 'claims_likened', { ...event, claimId }),
    gone: (tx, claimId, event) => writeEvent(tx, 'claim_merged_away', { ...event, claimId }),
  },
  undoneAt: '/claims/merges',
  called: 'Sentence',
  suggestedAt: '/claims/suggestions',
  intoHint: 'Words in it, or its number',
  references: [
    {
      ...{
        key: 'statements',
        table: 'StatementClaim',
        column: 'claimId',
        row: 'statementId',
        shared: 'bothStatements',
      },
      counted: ['statement', 'statements'],
      because: 'linked differently since',
    },
    {
      ...{ key: 'topics', table: 'ClaimTopic', column: 'claimId', row: 'topicId', shared: 'bothTopics' },
      counted: ['topic', 'topics'],
      because: 'tagged differently since',
    },
    { key: 'notes', table: 'Note', column: 'claimId', counted: ['note', 'notes'] },
    { key: 'challenges', table: 'Challenge', column: 'claimId', counted: ['challenge', 'challenges'] },
    {
      ...{ key: 'ledOn', table: 'Claim', column: 'mergedIntoId' },
      counted: ['claim that was merged into it', 'claims that were merged into it'],
    },
  ],
  aliases: null,
  changesSurvivor: true,
  lockAll,
  find: findClaimSide,
  findMerge: (db, id) => db.claimMerge.findUniqueOrThrow({ where: { id } }),
  findPair: (db, id) => db.claimPair.findUniqueOrThrow({ where: { id } }),
  listInPairs,
  findNamed,
  isSeen: async (db, id) => isSeen('claim', await db.claim.findUniqueOrThrow({ where: { id } })),
  isUndoingSeen: async (db, { mergedId, survivorId }) => {
    const both = await db.claim.findMany({ where: { id: { in: [mergedId, survivorId] } } })
    return both.some((claim) => isSeen('claim', { ...claim, mergedIntoId: null }))
  },
  inShort: ({ name, facts }) => [name, ...facts.map(({ value }) => value)],
  values: ({ topics, verdict }) => ({ topics, verdict }),
  findConflicts,
  findChoice: findVerdictChoice,
  needsReason: ({ survivor }) => isSeen('claim', survivor),
  tellMoved: (count) => `, with ${formatCount(count('statements') + count('bothStatements'), 'statement')}`,
  carry,
  carryBack,
}

async function listInPairs(db: Db, ids: number[]) {
  const rows = await db.claim.findMany({
    where: { id: { in: ids } },
    select: { id: true, sentence: true, state: true, _count: { select: { statements: true } } },
  })
  return rows.map(({ id, sentence, state, _count }) => ({
    id,
    name: sentence,
    description: `${say('PublicationState', state)} · ${formatCount(_count.statements, 'statement')}`,
  }))
}

async function findNamed(db: Database, _viewer: Viewer, id: number, { into }: MergeInto) {
  if (into === '') throw new Refused({ into: 'Say into which claim: words in it, or its number' })
  const namesakes = (await listNamesakes(db, into)).filter((claim) => claim.id !== id)
  const found = namesakes.length > 0 ? namesakes : (await suggestClaims(db, into)).filter((claim) => claim.id !== id)
  const [only] = found
  if (!only) throw new Refused({ into: 'No other claim has all these words. Try fewer of them, or its number' })
  if (found.length === 1) return only
  throw new Refused(
    { into: 'Several claims have these words: choose one, or add words that only one has' },
    { intoId: found.map((claim) => ({ value: String(claim.id), label: `${claim.sentence} (claim ${claim.id})` })) },
  )
}

/** In the general order of locks: topics' names, verdicts, claims, their work. */
async function lockAll(tx: Db, given: number[]): Promise<void> {
  const ids = given.toSorted((a, b) => a - b)
  await shareNames(tx)
  await lockVerdicts(tx, ids)
  await tx.$queryRaw`
    SELECT "id" FROM "Claim" WHERE "id" = ANY (${ids}) OR "mergedIntoId" = ANY (${ids}) ORDER BY "id" FOR UPDATE`
  await tx.$queryRaw`SELECT "id" FROM "Work" WHERE "claimId" = ANY (${ids}) ORDER BY "id" FOR UPDATE`
}

/** Sentences about what must be settled first. */
async function findConflicts(db: Db, { merged, survivor }: Sides<ClaimSide>): Promise<string[]> {
  const withdrawn = [merged, survivor].filter(({ state }) => state === 'withdrawn')
  const stances = await db.$queryRaw<{ statementId: number; one: string; other: string }[]>`
    SELECT g."statementId", g."stance"::text AS "one", s."stance"::text AS "other"
    FROM "StatementClaim" g JOIN "StatementClaim" s ON s."statementId" = g."statementId" AND s."claimId" = ${survivor.id}
    WHERE g."claimId" = ${merged.id} AND g."stance" <> s."stance" ORDER BY g."statementId" LIMIT 10`
  return [
    ...withdrawn.map(({ name }) => `“${name}” was withdrawn, and that is final`),
    ...(isSeen('claim', merged) && !isSeen('claim', survivor)
      ? [
          `Readers see “${merged.name}” and not yet “${survivor.name}”: merge them the other way round, or publish that one first`,
        ]
      : []),
    ...stances.map(
      ({ statementId, one, other }) =>
        `Statement ${statementId} ${one} the one and ${other} the other: open it and unlink one of the two first`,
    ),
  ]
}

/** The verdict in force, the work, a request for review, and the correction for readers. */
async function carry(tx: Db, sides: Sides<ClaimSide>, form: MergeDecision & { by: number | null }): Promise<Moved> {
  const { merged, survivor } = sides
  const wasPublic = isSeen('claim', survivor)
  const verdicts = await carryVerdicts(tx, sides, form)
  const work = await carryWork(tx, merged.id, survivor.id)
  const review = await carryReview(tx, sides, form)
  const now = seenOf(await findClaimSide(tx, survivor.id))
  const also = isSeen('claim', merged) ? merged.name : ''
  await writeCorrection(
    tx,
    { claimId: survivor.id },
    {
      ...{ wasPublic, correction: form.correction, by: form.by },
      before: { ...seenOf(survivor), alsoStated: '' },
      after: { ...now, alsoStated: also },
    },
  )
  return { ...verdicts, work, review }
}

/** Readers are told what they saw until now, whatever they saw when the two became one. */
async function carryBack(
  tx: Db,
  { merged, survivor, by, ...ids }: Carried<ClaimSide>,
  moved: Moved,
): Promise<string[]> {
  const { mergedId, survivorId } = ids
  await carryVerdictsBack(tx, { mergedId, survivorId }, moved)
  const lost = await carryWorkBack(tx, { mergedId, survivorId }, moved)
  await carryReviewBack(tx, survivorId, moved, { by })
  const wasPublic = isSeen('claim', survivor)
  const also = isSeen('claim', { ...merged, mergedIntoId: null }) ? merged.name : ''
  const correction =
    also === ''
      ? 'It was shown as one with what belongs to another claim. It is shown by itself again'
      : `It was shown as one with “${also}”. The two are shown by themselves again`
  const before = { ...seenOf(survivor), alsoStated: also }
  const after = { ...seenOf(await findClaimSide(tx, survivorId)), alsoStated: '' }
  await writeCorrection(tx, { claimId: survivorId }, { wasPublic, correction, before, after, by })
  return lost
}

function seenOf({ topics, shown }: ClaimSide) {
  return { topics, verdict: shown?.rating.label ?? 'Not checked yet' }
}

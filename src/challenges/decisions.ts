import type { ChallengeState } from '../database/client/enums.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import type { OwnVerdicts } from '../verdicts/publishing.ts'
import { findConcerned } from './challenges.ts'
import type { FirstLook, LookAtWords, Redaction, Reopening, Resolution } from './schema.ts'
import { say } from '../words/labels.ts'

/*
 * The newsroom's actions on a challenge. Each decision carries the revision that it was made on, and is refused on
 * another.
 */
type Decider = { by: number }

/** Shows it to readers with everything added so far, or declines to publish it, with a reason for its sender alone. */
export function lookAtChallenge(db: Database, id: number, { revision, decision, reason, by }: FirstLook & Decider) {
  return db.$transaction(async (tx) => {
    const challenge = await holdChallenge(tx, id, revision)
    refuseUnless(challenge, ['waiting'], 'Somebody has looked at it already')
    const opens = decision === 'open'
    if (!opens && reason === '') {
      throw new Refused({ reason: 'Say why it is not published. Only its sender will read this' })
    }
    const look = { lookedAt: new Date(), lookedById: by }
    await tx.challengeWord.updateMany({ where: { challengeId: id }, data: { ...look, shown: opens } })
    const outcome = opens
      ? ({ state: 'open', openedAt: look.lookedAt } as const)
      : ({ state: 'not_published', unpublishedReason: reason } as const)
    await tx.challenge.update({ where: { id }, data: { ...look, ...outcome, revision: { increment: 1 } } })
    const concerned = await findConcerned(tx, challenge)
    if (opens) await writeEvent(tx, 'challenge_opened', { by, ...concerned })
    else await writeEvent(tx, 'challenge_not_published', { by, ...concerned, after: { reason } })
  })
}

/** The first look at words added to a published challenge. */
export function lookAtWords(
  db: Database,
  { id, wordId, decision, by }: { id: number; wordId: number } & LookAtWords & Decider,
) {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "Challenge" WHERE "id" = ${id} FOR UPDATE`
    const challenge = await tx.challenge.findUniqueOrThrow({ where: { id } })
    const shown = decision === 'show'
    if (shown && challenge.openedAt === null) {
      throw new Refused({ form: 'Readers do not see this challenge. Look at the whole challenge first' })
    }
    await tx.challengeWord.findFirstOrThrow({ where: { id: wordId, challengeId: id } })
    const { count } = await tx.challengeWord.updateMany({
      where: { id: wordId, challengeId: id, lookedAt: null },
      data: { lookedAt: new Date(), lookedById: by, shown },
    })
    if (count === 0) throw new Refused({ form: 'Somebody has looked at these words already' })
    await tx.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
    const action = shown ? 'challenge_words_shown' : 'challenge_words_kept_back'
    await writeEvent(tx, action, { by, ...(await findConcerned(tx, challenge)) })
  })
}

/** Two pairs of eyes, as for verdicts: refused if the challenge is to the decider's own verdict. */
export function resolveChallenge(
  db: Database,
  id: number,
  { revision, outcome, reason, changed, ownVerdicts, by }: Resolution & OwnVerdicts & Decider,
) {
  return db.$transaction(async (tx) => {
    const challenge = await holdChallenge(tx, id, revision)
    refuseUnless(challenge, ['open'], 'Only an open challenge is decided')
    if (!ownVerdicts && (await isOnVerdictOf(tx, id, by))) {
      throw new Refused({
        outcome: 'You gave this verdict yourself. Somebody else who publishes decides on the challenge',
      })
    }
    if (outcome !== 'not_upheld' && changed === '') {
      throw new Refused({ changed: 'Say for readers what was changed because of it' })
    }
    const decided = { state: outcome, reason, changed: changed || null, resolvedAt: new Date(), resolvedById: by }
    await tx.challenge.update({ where: { id }, data: { ...decided, revision: { increment: 1 } } })
    const after = { reason, ...(changed && { changed }) }
    await writeEvent(tx, `challenge_${outcome}`, { by, ...(await findConcerned(tx, challenge)), after })
  })
}

/** Whether the challenge is to a verdict of theirs. */
export async function isOnVerdictOf(db: Db, id: number, accountId: number): Promise<boolean> {
  return (await db.challenge.count({ where: { id, verdict: { accountId } } })) > 0
}

/** Reverses a decision: a decided challenge is open again, a declined one waits again. */
export function reopenChallenge(db: Database, id: number, { revision, reason, by }: Reopening & Decider) {
  return db.$transaction(async (tx) => {
    const challenge = await holdChallenge(tx, id, revision)
    refuseUnless(challenge, ['upheld', 'partly_upheld', 'not_upheld', 'not_published'], 'There is no decision to undo')
    const wasPublic = challenge.state !== 'not_published'
    const undecided = { reason: null, changed: null, resolvedAt: null, resolvedById: null, unpublishedReason: null }
    const unseen = { lookedAt: null, lookedById: null }
    if (!wasPublic) await tx.challengeWord.updateMany({ where: { challengeId: id }, data: unseen })
    const state = wasPublic ? 'open' : 'waiting'
    const data = { ...undecided, ...(wasPublic ? {} : unseen), state } as const
    await tx.challenge.update({ where: { id }, data: { ...data, revision: { increment: 1 } } })
    const concerned = await findConcerned(tx, challenge)
    const action = wasPublic ? 'challenge_reopened' : 'challenge_reconsidered'
    await writeEvent(tx, action, { by, ...concerned, after: { reason } })
  })
}

/** Deletes the challenger's words for good; the fact and the reason stay. */
export function redactChallenge(db: Database, id: number, { revision, reason, by }: Redaction & Decider) {
  return db.$transaction(async (tx) => {
    const challenge = await holdChallenge(tx, id, revision)
    if (challenge.redactedAt) throw new Refused({ form: 'Its words were removed already' })
    const redacted = { body: '', shows: null, name: null, redactedAt: new Date(), redactedById: by }
    const ofIt = { challengeId: id }
    const looked = { lookedAt: redacted.redactedAt, lookedById: by }
    await tx.challengeWord.updateMany({ where: { ...ofIt, lookedAt: null }, data: looked })
    await tx.challengeWord.updateMany({ where: ofIt, data: { body: '' } })
    await tx.challenge.update({
      where: { id },
      data: { ...redacted, redactedReason: reason, revision: { increment: 1 } },
    })
    await writeEvent(tx, 'challenge_redacted', { by, ...(await findConcerned(tx, challenge)), after: { reason } })
  })
}

/**
 * Locks it until the transaction ends. Throws Stale if it is not as the decider saw it: there are no two texts to
 * compare then, but the page has to be read again.
 */
async function holdChallenge(tx: Db, id: number, revision: number) {
  await tx.$queryRaw`SELECT FROM "Challenge" WHERE "id" = ${id} FOR UPDATE`
  const challenge = await tx.challenge.findUniqueOrThrow({ where: { id } })
  if (challenge.revision !== revision) throw new Stale(challenge.revision, {})
  return challenge
}

function refuseUnless({ state }: { state: ChallengeState }, states: ChallengeState[], sentence: string): void {
  if (!states.includes(state))
    throw new Refused({ form: `${sentence}: it is “${say('ChallengeState', state)}”. Look at it again` })
}

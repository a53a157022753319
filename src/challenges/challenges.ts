import { hashOf } from '../accounts/secrets.ts'
import { holdClaim } from '../claims/hold.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { Full, Refused } from '../refused.ts'
import { findVerdictPlace } from '../verdicts/place.ts'
import type { NewChallenge } from './schema.ts'
import { columnOf, findTarget, type Target, targetOf } from './targets.ts'

/* What the challenger does: they have no account, and the secret of an address is all that tells them from others. */

/** So many additions may wait for a first look at a time. */
const mostWords = 5

type Sent = Omit<NewChallenge, 'stamp' | 'subject'> & { secret: string; mostWaiting: number }

/** Takes in a challenge, unseen by anybody but the newsroom until that has looked at it. Throws Full. */
export function receiveChallenge(db: Database, target: Target, { secret, mostWaiting, ...sent }: Sent) {
  return db.$transaction(async (tx) => {
    // One after the other: a form that came twice is there when its second comes, and no more wait than may.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('challenges', 0))`
    const known = await findOptionalSent(tx, secret)
    if (known) return known
    if ((await countWaiting(tx)) >= mostWaiting) throw new Full({ form: full })

    // Whoever merges a claim at this moment waits, or it is not found any more.
    if (target.room === 'claims') await holdClaim(tx, target.id)
    const { words } = await findTarget(tx, null, target)
    const { kind, body, shows, name } = sent
    const challenge = await tx.challenge.create({
      data: {
        kind,
        ...columnOf(target),
        challenged: words,
        body,
        shows: shows || null,
        name: name || null,
        secretHash: hashOf(secret),
      },
    })
    await writeEvent(tx, 'challenge_received', { by: null, ...(await findConcerned(tx, challenge)) })
    return { id: challenge.id }
  })
}

export function findOptionalSent(db: Db, secret: string) {
  return db.challenge.findUnique({ where: { secretHash: hashOf(secret) }, select: { id: true } })
}

/** The number that the next challenge would get. */
export async function findNextNumber(db: Db): Promise<number> {
  const { _max } = await db.challenge.aggregate({ _max: { id: true } })
  return (_max.id ?? 0) + 1
}

export function countWaiting(db: Db): Promise<number> {
  return db.challenge.count({ where: { state: 'waiting' } })
}

/** How many challenges the newsroom has to look at: those that wait, and those to which words were added. */
export function countToLookAt(db: Db): Promise<number> {
  return db.challenge.count({ where: toLookAt })
}

export const toLookAt = {
  OR: [
    { state: 'waiting' },
    { openedAt: { not: null }, state: { not: 'withdrawn' }, words: { some: { lookedAt: null } } },
  ],
} satisfies Prisma.ChallengeWhereInput

type Followed = { id: number; secret: string }

/** The same words again are taken for the same click, not for more. */
export function addWords(db: Database, { id, secret, body }: Followed & { body: string }) {
  return db.$transaction(async (tx) => {
    const challenge = await holdFollowed(tx, { id, secret })
    const words = await tx.challengeWord.findMany({ where: { challengeId: id }, orderBy: { id: 'asc' } })
    if (words.at(-1)?.body === body) return
    if (!isUnderWay(challenge))
      throw new Refused({ body: 'This challenge is closed. If something is wrong, make another' })
    if (words.filter(({ lookedAt }) => lookedAt === null).length >= mostWords) {
      throw new Refused({ body: 'Nobody here has read your last words yet. Wait until they have, then add more' })
    }
    await tx.challengeWord.create({ data: { challengeId: id, body } })
    // A decision that was made without them is stale.
    await tx.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
    await writeEvent(tx, 'challenge_words_added', { by: null, ...(await findConcerned(tx, challenge)) })
  })
}

/** Twice is once: whoever took it back has what they want. */
export function withdrawChallenge(db: Database, { id, secret }: Followed) {
  return db.$transaction(async (tx) => {
    const challenge = await holdFollowed(tx, { id, secret })
    if (challenge.state === 'withdrawn') return
    if (!isUnderWay(challenge)) throw new Refused({ form: 'It is decided already, and stays as it is' })
    const data = { state: 'withdrawn', withdrawnAt: new Date(), revision: { increment: 1 } } as const
    await tx.challenge.update({ where: { id }, data })
    await writeEvent(tx, 'challenge_withdrawn', { by: null, ...(await findConcerned(tx, challenge)) })
  })
}

/** Everything that an event of it is found under. */
export async function findConcerned(tx: Db, challenge: { id: number } & Parameters<typeof targetOf>[0]) {
  const target = targetOf(challenge)
  const challengeId = challenge.id
  if (target.room !== 'verdicts') return { challengeId, ...columnOf(target) }
  const { room, id } = await findVerdictPlace(tx, target.id)
  return { challengeId, verdictId: target.id, ...columnOf({ room, id }) }
}

export function isUnderWay({ state }: { state: string }): boolean {
  return state === 'waiting' || state === 'open'
}

/** What the challenger does and what the newsroom decides come one after the other. Throws where the secret is wrong. */
async function holdFollowed(tx: Db, { id, secret }: Followed) {
  await tx.$queryRaw`SELECT FROM "Challenge" WHERE "id" = ${id} FOR UPDATE`
  return tx.challenge.findFirstOrThrow({ where: { id, secretHash: hashOf(secret) } })
}

const full =
  'More challenges wait here than we can read, so that we take in no more today. Your words are still below: keep a copy, and try again tomorrow'

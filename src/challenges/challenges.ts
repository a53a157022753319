import { hashOf } from '../accounts/secrets.ts'
import { holdClaim } from '../claims/hold.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { Full, Refused } from '../refused.ts'
import { findVerdictSubject } from '../verdicts/subject.ts'
import type { NewChallenge } from './schema.ts'
import { columnOf, findTarget, type Target, targetOf } from './targets.ts'

/* The challenger's actions: they have no account, and only the secret of an address identifies them. */

/** The limit for additions that wait for a first look. */
const mostWords = 5

type Sent = Omit<NewChallenge, 'stamp' | 'subject'> & { secret: string; mostWaiting: number }

/** Stores a challenge, which only the newsroom sees until its first look. Throws Full. */
export function receiveChallenge(db: Database, target: Target, { secret, mostWaiting, ...sent }: Sent) {
  return db.$transaction(async (tx) => {
    // One after the other: of a form sent twice, the second finds the first, and the limit of the queue holds.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('challenges', 0))`
    const known = await findOptionalSent(tx, secret)
    if (known) return known
    if ((await countWaiting(tx)) >= mostWaiting) throw new Full({ form: full })

    // A simultaneous merge of the claim waits, or the claim is no longer found.
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

/** How many challenges the newsroom has to look at: new ones, and those with added words. */
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

/** The same words again count as the same click. */
export function addWords(db: Database, { id, secret, body }: Followed & { body: string }) {
  return db.$transaction(async (tx) => {
    const challenge = await holdFollowed(tx, { id, secret })
    const words = await tx.challengeWord.findMany({ where: { challengeId: id }, orderBy: { id: 'asc' } })
    if (words.at(-1)?.body === body) return
    if (!isUnderWay(challenge))
      throw new Refused({ body: 'This challenge is closed. If something is wrong, send another' })
    if (words.filter(({ lookedAt }) => lookedAt === null).length >= mostWords) {
      throw new Refused({ body: 'We have not read your last words yet. Wait until we have, then add more' })
    }
    await tx.challengeWord.create({ data: { challengeId: id, body } })
    // A decision that was made without them is stale.
    await tx.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
    await writeEvent(tx, 'challenge_words_added', { by: null, ...(await findConcerned(tx, challenge)) })
  })
}

/** Withdrawing twice does no harm: the challenger has what they want. */
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

/** Everything under which its events are found. */
export async function findConcerned(tx: Db, challenge: { id: number } & Parameters<typeof targetOf>[0]) {
  const target = targetOf(challenge)
  const challengeId = challenge.id
  if (target.room !== 'verdicts') return { challengeId, ...columnOf(target) }
  const { room, id } = await findVerdictSubject(tx, target.id)
  return { challengeId, verdictId: target.id, ...columnOf({ room, id }) }
}

export function isUnderWay({ state }: { state: string }): boolean {
  return state === 'waiting' || state === 'open'
}

/** The challenger's actions and the newsroom's decisions run one after another. Throws if the secret is wrong. */
async function holdFollowed(tx: Db, { id, secret }: Followed) {
  await tx.$queryRaw`SELECT FROM "Challenge" WHERE "id" = ${id} FOR UPDATE`
  return tx.challenge.findFirstOrThrow({ where: { id, secretHash: hashOf(secret) } })
}

const full =
  'More challenges are waiting than we can read, so we accept no more today. Your words are still below: keep a copy, and try again tomorrow'

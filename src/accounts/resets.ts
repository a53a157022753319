import { hash } from '@node-rs/argon2'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { LinkGone, Refused } from '../refused.ts'
import { holdAdmins } from './admins.ts'
import { hashOf, makeSecret } from './secrets.ts'
import { deleteSessions } from './sessions.ts'
import { refuseWeak } from './strength.ts'
import { revokeTokens } from './tokens.ts'

/** How many hours a link is valid. */
export const resetHours = 24

/**
 * Returns the link's secret, which is not stored and can't be shown again; an older link for the account becomes void.
 */
export function makeReset(db: Database, { accountId, by }: { accountId: number } & By) {
  const secret = makeSecret()
  return db.$transaction(async (tx) => {
    await holdAdmins(tx, { by })
    // Two links made at once would each miss the other.
    await tx.$queryRaw`SELECT FROM "Account" WHERE "id" = ${accountId} FOR UPDATE`
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
    if (account.disabledAt) throw new Refused({ form: 'This account is disabled: enable it again first' })

    const now = new Date()
    await tx.reset.updateMany({ where: { accountId, usedAt: null, revokedAt: null }, data: { revokedAt: now } })
    const expiresAt = new Date(now.getTime() + resetHours * 60 * 60 * 1000)
    await tx.reset.create({ data: { accountId, madeById: by, hash: hashOf(secret), expiresAt } })
    await writeEvent(tx, 'reset_made', { by, subjectId: accountId })
    return { secret, expiresAt, name: account.name }
  })
}

/** The account whose password the link is for. Throws LinkGone. */
export async function findReset(db: Db, secret: string) {
  const reset = await db.reset.findUnique({
    where: { hash: hashOf(secret) },
    select: {
      id: true,
      usedAt: true,
      revokedAt: true,
      expiresAt: true,
      account: { select: { id: true, name: true, email: true, disabledAt: true } },
    },
  })
  if (!reset) throw new LinkGone('unknown', 'There is no such link: check that you have the whole of it')
  const { id, usedAt, revokedAt, expiresAt, account } = reset
  const { disabledAt, ...whose } = account
  if (usedAt)
    throw new LinkGone('gone', 'This link was used: sign in with the password that was chosen then', account.id)
  if (disabledAt) throw new LinkGone('gone', 'This account is disabled: ask an admin', account.id)
  if (revokedAt) {
    throw new LinkGone(
      'gone',
      'This link was revoked, or a newer link took its place: use that, or ask an admin',
      account.id,
    )
  }
  if (expiresAt <= new Date())
    throw new LinkGone('gone', 'This link is too old: ask an admin for a new one', account.id)
  return { id, account: whose }
}

/**
 * Sets the password, and ends every session and token of the account; of two simultaneous uses, one succeeds. Throws
 * LinkGone.
 */
export async function resetPassword(db: Database, { secret, password }: { secret: string; password: string }) {
  const { account } = await findReset(db, secret)
  await refuseWeak(password, account)
  const passwordHash = await hash(password)
  return db.$transaction(async (tx) => {
    // A second use waits here, and then finds the link used; a sign-in with the old password waits too, and is refused.
    await tx.$queryRaw`SELECT FROM "Account" WHERE "id" = ${account.id} FOR UPDATE`
    const { id } = await findReset(tx, secret)
    await tx.reset.update({ where: { id }, data: { usedAt: new Date() } })
    const changed = await tx.account.update({ where: { id: account.id }, data: { passwordHash } })
    await deleteSessions(tx, { accountId: account.id })
    await revokeTokens(tx, { accountId: account.id, by: account.id })
    await writeEvent(tx, 'password_reset', { by: account.id, subjectId: account.id })
    return changed
  })
}

import { hash } from '@node-rs/argon2'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { LinkGone, Refused } from '../refused.ts'
import { insertAccount } from './accounts.ts'
import { holdAdmins } from './admins.ts'
import type { AcceptedInvitation, NewInvitation } from './schema.ts'
import { hashOf, makeSecret } from './secrets.ts'
import { refuseWeak } from './strength.ts'

/** How many days a link is valid. */
export const invitationDays = 7

/** Returns the link's secret, which is not stored and can't be shown again. */
export function invite(db: Database, { email, name, role, by }: NewInvitation & { by: number }) {
  const secret = makeSecret()
  return db.$transaction(async (tx) => {
    await holdAdmins(tx, { by })
    const taken = await tx.account.findUnique({ where: { email }, select: { disabledAt: true } })
    if (taken?.disabledAt) throw new Refused({ email: `${email} has an account that is disabled: enable it again` })
    if (taken) throw new Refused({ email: `${email} has an account already` })

    const now = new Date()
    const open = { email, usedAt: null, revokedAt: null }
    await tx.invitation.updateMany({ where: { ...open, expiresAt: { lte: now } }, data: { revokedAt: now } })
    if ((await tx.invitation.count({ where: open })) > 0) {
      throw new Refused({ email: `${email} has an open invitation: revoke it below, then invite again` })
    }
    const invitation = await tx.invitation.create({
      data: {
        email,
        name: name || null,
        role,
        hash: hashOf(secret),
        invitedById: by,
        expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000),
      },
      select: { id: true, email: true, role: true, expiresAt: true },
    })
    await writeEvent(tx, 'account_invited', { by, after: { email, role } })
    return { invitation, secret }
  })
}

export function revokeInvitation(db: Database, { id, by }: { id: number } & By) {
  return db.$transaction(async (tx) => {
    const { email, role } = await tx.invitation.findUniqueOrThrow({ where: { id } })
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new Refused({ form: 'This invitation was used or revoked already' })
    await writeEvent(tx, 'invitation_revoked', { by, after: { email, role } })
  })
}

/** The details shown to somebody who opens the link. Throws LinkGone. */
export async function findInvitation(db: Db, secret: string) {
  const invitation = await db.invitation.findUnique({
    where: { hash: hashOf(secret) },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      usedAt: true,
      revokedAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
  })
  if (!invitation) throw new LinkGone('unknown', 'There is no such invitation: check that you have the whole link')
  const { usedAt, revokedAt, expiresAt, ...open } = invitation
  if (usedAt) throw new LinkGone('gone', 'This invitation was used: sign in with the password that was chosen then')
  if (expiresAt <= new Date()) throw new LinkGone('gone', 'This invitation is too old: ask for a new one')
  if (revokedAt) throw new LinkGone('gone', 'This invitation was revoked: ask for a new one')
  return { ...open, expiresAt }
}

/**
 * Creates the account and uses up the link in one transaction; of two simultaneous uses, one succeeds. Throws LinkGone.
 */
export async function acceptInvitation(
  db: Database,
  { secret, name, password }: { secret: string } & AcceptedInvitation,
) {
  const { id, email, role } = await findInvitation(db, secret)
  await refuseWeak(password, { email, name })
  const passwordHash = await hash(password)
  return db.$transaction(async (tx) => {
    // The second one waits here for the first, and then finds the link used.
    await tx.$queryRaw`SELECT FROM "Invitation" WHERE "id" = ${id} FOR UPDATE`
    await findInvitation(tx, secret)
    const account = await insertAccount(tx, { email, name, role, passwordHash, by: null }, 'invitation_accepted')
    await tx.invitation.update({ where: { id }, data: { usedAt: new Date(), accountId: account.id } })
    return account
  })
}

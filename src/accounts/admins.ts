import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'

/**
 * Locks the admins until the transaction ends, so that two who demote each other run one after the other, and a former
 * admin makes no more links. Throws Refused if `by` is no longer an admin, or if `leaving` is the last one.
 */
export async function holdAdmins(
  tx: Db,
  { by, leaving, field = 'form' }: { leaving?: number | undefined; field?: string } & By,
): Promise<void> {
  const admins = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Account" WHERE "role" = 'admin' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`
  const ids = admins.map(({ id }) => id)
  if (by !== null && !ids.includes(by)) throw new Refused({ form: 'You are not an admin any more' })
  if (ids.length === 1 && ids[0] === leaving) {
    throw new Refused({ [field]: 'This is the last admin: make somebody else an admin first' })
  }
}

/** A former admin can admit nobody: their unused links are cancelled. */
export async function takeBackLinksBy(tx: Db, { accountId, by }: { accountId: number } & By): Promise<void> {
  const open = { usedAt: null, revokedAt: null }
  const revokedAt = new Date()
  const invitations = await tx.invitation.updateManyAndReturn({
    where: { ...open, invitedById: accountId },
    data: { revokedAt },
    select: { email: true, role: true },
  })
  for (const after of invitations) await writeEvent(tx, 'invitation_revoked', { by, after })
  await takeBackResets(tx, { madeById: accountId, by })
}

/** Links made by an admin, or links for one account. */
export async function takeBackResets(tx: Db, { by, ...whose }: By & ({ madeById: number } | { accountId: number })) {
  const resets = await tx.reset.updateManyAndReturn({
    where: { ...whose, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { accountId: true },
  })
  for (const { accountId } of resets) await writeEvent(tx, 'reset_revoked', { by, subjectId: accountId })
}

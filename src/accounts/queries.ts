import type { Db } from '../database/connect.ts'
import { type Lifetimes, notEnded } from './sessions.ts'

/** Whether nobody can sign in yet: the link that the start prints makes the first account. */
export async function isWithoutAccounts(db: Db): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) === null
}

/** Everybody who can sign in now, by name: possible assignees and people to mention. */
export function listColleagues(db: Db) {
  return db.account.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, handle: true, role: true },
  })
}

/** All accounts that ever existed, for admins: those who can sign in come first. */
export async function listAccounts(db: Db, lifetimes: Lifetimes) {
  const now = new Date()
  const accounts = await db.account.findMany({
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      signedInAt: true,
      _count: {
        select: {
          sessions: { where: notEnded(lifetimes, now.getTime()) },
          tokens: { where: { revokedAt: null, expiresAt: { gt: now } } },
        },
      },
    },
  })
  return accounts.map(({ _count, ...account }) => ({ ...account, ...of(account), ..._count }))
}

/** Links that were handed out and neither used nor cancelled; expired ones are marked. */
export async function listOpenInvitations(db: Db) {
  const invitations = await db.invitation.findMany({
    where: { usedAt: null, revokedAt: null },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
  })
  return invitations.map((invitation) => ({ ...invitation, isTooOld: invitation.expiresAt <= new Date() }))
}

/** An account as an admin sees it. */
export async function findAccount(db: Db, id: number) {
  const account = await db.account.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      handle: true,
      role: true,
      disabledAt: true,
      signedInAt: true,
      createdAt: true,
      revision: true,
      resets: {
        where: { usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
        select: { createdAt: true, expiresAt: true },
      },
    },
  })
  const { resets, ...rest } = account
  return { ...rest, ...of(account), openReset: resets[0] ?? null }
}

export function findOwnAccount(db: Db, id: number) {
  return db.account.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      handle: true,
      role: true,
      lettersAct: true,
      ownKeys: true,
      revision: true,
    },
  })
}

function of({ disabledAt }: { disabledAt: Date | null }) {
  return { state: disabledAt ? ('disabled' as const) : ('active' as const) }
}

import type { Database, Db } from '../database/connect.ts'
import type { Prisma, Role, TokenScope } from '../database/client/client.ts'
import { type By, writeEvent } from '../history/events.ts'
import { mayScope } from '../policy.ts'
import { Refused } from '../refused.ts'
import type { NewToken } from './schema.ts'
import { hashOf, makeSecret } from './secrets.ts'

const inOrder: TokenScope[] = ['read', 'write', 'publish']

/** How often "last used" is written, in milliseconds. */
const usedEvery = 60 * 60 * 1000

/** The scopes that a role can give to a token. */
export function scopesFor(role: Role): TokenScope[] {
  return inOrder.filter((scope) => mayScope(role, scope))
}

/** Returns the token, which is not stored and can't be shown again. */
export function makeToken(db: Database, { name, scopes, expiresAt, by }: NewToken & { by: number }) {
  const token = `onr_${makeSecret()}`
  return db.$transaction(async (tx) => {
    const { role } = await tx.account.findUniqueOrThrow({ where: { id: by } })
    const beyond = scopes.filter((scope) => !scopesFor(role).includes(scope))
    if (beyond.length > 0) throw new Refused({ scopes: `Your role does not allow this: ${beyond.join(', ')}` })

    // Writing requires reading, and publishing requires both.
    const most = Math.max(...scopes.map((scope) => inOrder.indexOf(scope)))
    const all = inOrder.slice(0, most + 1)
    const made = await tx.token.create({
      data: { accountId: by, name, scopes: all, hash: hashOf(token), expiresAt },
      select: { id: true, name: true, scopes: true, expiresAt: true },
    })
    await writeEvent(tx, 'token_made', {
      by,
      subjectId: by,
      after: { name, scopes: all, expires: expiresAt.toISOString().slice(0, 10) },
    })
    return { ...made, token }
  })
}

export function revokeToken(db: Database, { id, accountId, by }: { id: number; accountId: number } & By) {
  return db.$transaction(async (tx) => {
    const { name } = await tx.token.findUniqueOrThrow({ where: { id, accountId } })
    const { count } = await tx.token.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count === 0) throw new Refused({ form: 'This token is revoked already' })
    await writeEvent(tx, 'token_revoked', { by, subjectId: accountId, after: { name } })
  })
}

/** Revokes all tokens of an account that is reset, disabled or signed out everywhere. */
export async function revokeTokens(tx: Db, { accountId, by }: { accountId: number } & By): Promise<number> {
  const now = new Date()
  const revoked = await tx.token.updateManyAndReturn({
    where: { accountId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
    select: { name: true },
  })
  for (const after of revoked) await writeEvent(tx, 'token_revoked', { by, subjectId: accountId, after })
  return revoked.length
}

/** Valid tokens, then the last expired or revoked ones, each the newest first. */
export async function listTokens(db: Db, accountId: number) {
  const now = new Date()
  const orderBy = { id: 'desc' } as const
  const live = { revokedAt: null, expiresAt: { gt: now } }
  const [usable, over] = await Promise.all([
    db.token.findMany({ where: { accountId, ...live }, orderBy, select: listed }),
    db.token.findMany({ where: { accountId, NOT: live }, orderBy, take: 100, select: listed }),
  ])
  return [
    ...usable.map((row) => ({ ...row, state: 'live' as const })),
    ...over.map((row) => ({ ...row, state: row.revokedAt ? ('revoked' as const) : ('expired' as const) })),
  ]
}

const listed = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
} satisfies Prisma.TokenSelect

/** The token's account and scopes; null if the token is unknown or no longer valid, or its account is disabled. */
export async function findByToken(db: Db, token: string) {
  const found = await db.token.findUnique({
    where: {
      hash: hashOf(token),
      revokedAt: null,
      expiresAt: { gt: new Date() },
      account: { disabledAt: null },
    },
    select: { id: true, scopes: true, usedAt: true, account: { select: { id: true, name: true, role: true } } },
  })
  if (!found) return null
  if (!found.usedAt || found.usedAt.getTime() < Date.now() - usedEvery) {
    await db.token.updateMany({ where: { id: found.id }, data: { usedAt: new Date() } })
  }
  return { ...found.account, scopes: found.scopes }
}

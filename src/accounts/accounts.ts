import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { Role } from '../database/client/enums.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../words/names.ts'
import { holdAdmins, takeBackLinksBy, takeBackResets } from './admins.ts'
import {
  type ChangedAccount,
  email,
  name,
  type OwnKeys,
  type OwnName,
  type OwnPassword,
  password,
  typedEmail,
  typedPassword,
} from './schema.ts'
import { deleteSessions } from './sessions.ts'
import { refuseWeak } from './strength.ts'
import { revokeTokens } from './tokens.ts'

export const NewAccount = z.object({ email, name, role: z.enum(Role), password })
export type NewAccount = z.output<typeof NewAccount>

export const FirstAccount = NewAccount.omit({ role: true })

export const Credentials = z.object({ email: typedEmail, password: typedPassword })
export type Credentials = z.output<typeof Credentials>

/** Sixteen characters that anyone can read out on the telephone. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return drawn.join('').replace(/(.{4})(?!$)/g, '$1-')
}

export async function createAccount(db: Database, { password, by, ...account }: NewAccount & By) {
  await refuseWeak(password, account)
  const passwordHash = await hash(password)
  return db.$transaction((tx) => insertAccount(tx, { ...account, passwordHash, by }))
}

/** Creates the first account, an admin; undefined if there is an account already. */
export async function createFirstAccount(db: Database, { password, ...account }: z.output<typeof FirstAccount>) {
  await refuseWeak(password, account)
  const passwordHash = await hash(password)
  return db.$transaction(async (tx) => {
    // Two people opening the link at once: the second waits here, and then sees the first's account.
    await tx.$executeRaw`LOCK TABLE "Account" IN SHARE ROW EXCLUSIVE MODE`
    if ((await tx.account.count()) > 0) return undefined
    return insertAccount(tx, { ...account, role: 'admin', passwordHash, by: null })
  })
}

/** The account with these credentials. It takes as long if there is none, so that nobody can find out who has one. */
export async function findByCredentials(db: Db, { email, password }: Credentials) {
  const account = await db.account.findUnique({ where: { email } })
  const matches = await verify(account?.passwordHash ?? (await unusableHash()), password)
  return account && matches && account.disabledAt === null ? account : undefined
}

/** The account that a failed sign-in was for, and why it failed. */
export async function whoTried(db: Db, email: string, tooMany: boolean) {
  const account = await db.account.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
  const accountId = account?.id ?? null
  if (tooMany) return { kind: 'too_many', accountId, about: 'passwords' } as const
  if (!account) return { kind: 'no_account', accountId } as const
  return { kind: account.disabledAt ? 'disabled_account' : 'wrong_password', accountId } as const
}

/** Changes an account's name and role; the role applies from its next request. */
export function changeAccount(db: Database, { id, name, role, revision, by }: { id: number } & ChangedAccount & By) {
  return db.$transaction(async (tx) => {
    await holdAdmins(tx, { by, leaving: role === 'admin' ? undefined : id, field: 'role' })
    await updateAccount(tx, { id, revision, by, name, role })
    if (role !== 'admin') await takeBackLinksBy(tx, { accountId: id, by })
  })
}

export function changeOwnName(db: Database, { name, revision, by }: OwnName & { by: number }) {
  return db.$transaction((tx) => updateAccount(tx, { id: by, revision, by, name }))
}

/** It concerns nobody else, so there is no event; the last one saved counts. */
export async function changeOwnKeys(db: Db, { by, ...keys }: OwnKeys & { by: number }): Promise<void> {
  await db.account.update({ where: { id: by }, data: keys })
}

/** Disables an account at once, in every browser and program, with the links for it and by it; its work stays. */
export function disableAccount(db: Database, { id, by }: { id: number } & By) {
  return db.$transaction(async (tx) => {
    if (id === by) throw new Refused({ form: 'You can’t disable your own account: ask another admin' })
    await holdAdmins(tx, { by, leaving: id, field: 'form' })
    const { count } = await tx.account.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: new Date(), revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ form: 'It is disabled already' })
    await deleteSessions(tx, { accountId: id })
    await writeEvent(tx, 'account_disabled', { by, subjectId: id })
    await revokeTokens(tx, { accountId: id, by })
    await takeBackLinksBy(tx, { accountId: id, by })
    await takeBackResets(tx, { accountId: id, by })
  })
}

export function enableAccount(db: Database, { id, by }: { id: number } & By) {
  return db.$transaction(async (tx) => {
    await holdAdmins(tx, { by })
    const { count } = await tx.account.updateMany({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null, revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ form: 'It is not disabled. Reload the page' })
    await writeEvent(tx, 'account_enabled', { by, subjectId: id })
  })
}

/** Ends every session and token, including the present one. */
export function signOutEverywhere(db: Database, { accountId, by }: { accountId: number } & By) {
  return db.$transaction(async (tx) => {
    await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { id: true } })
    const sessions = await deleteSessions(tx, { accountId })
    if (sessions > 0) await writeEvent(tx, 'sessions_ended', { by, subjectId: accountId, after: { count: sessions } })
    return { sessions, tokens: await revokeTokens(tx, { accountId, by }) }
  })
}

/** Whether this is the account's present password. */
export async function isOwnPassword(db: Db, id: number, password: string): Promise<boolean> {
  const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id } })
  return verify(passwordHash, password)
}

/** Ends the account's other sessions, so that somebody who knew the old password is out. */
export async function changeOwnPassword(
  db: Database,
  { present, password, by, sid }: OwnPassword & { by: number; sid: string },
): Promise<void> {
  const { passwordHash, ...account } = await db.account.findUniqueOrThrow({ where: { id: by } })
  if (!(await verify(passwordHash, present))) throw new Refused({ present: wrongPresent })
  await refuseWeak(password, account)
  const newHash = await hash(password)
  await db.$transaction(async (tx) => {
    const { count } = await tx.account.updateMany({ where: { id: by, passwordHash }, data: { passwordHash: newHash } })
    if (count === 0) throw new Refused({ present: wrongPresent })
    await deleteSessions(tx, { accountId: by, butSid: sid })
    await writeEvent(tx, 'password_changed', { by, subjectId: by })
  })
}

export const wrongPresent = 'This is not the password you sign in with now'

async function updateAccount(
  tx: Db,
  { id, revision, by, ...given }: { id: number; revision: number; name: string; role?: Role } & By,
): Promise<void> {
  // Two simultaneous changes run one after the other, so that the second sees what the first did.
  await tx.$queryRaw`SELECT FROM "Account" WHERE "id" = ${id} FOR UPDATE`
  const { name, role, revision: stored } = await tx.account.findUniqueOrThrow({ where: { id } })
  const after = { ...{ name, role }, ...given }
  if (stored !== revision) throw new Stale(stored, { name, role })
  if (after.name === name && after.role === role) return

  await tx.account.update({ where: { id }, data: { ...given, revision: { increment: 1 } } })
  await writeEvent(tx, 'account_changed', { by, subjectId: id, before: { name, role }, after })
}

type Inserted = Omit<NewAccount, 'password'> & { passwordHash: string } & By

/** Call it in the transaction that leads to it. After an invitation, the event is the new account's own. */
export async function insertAccount(
  tx: Db,
  { by, ...account }: Inserted,
  action: 'account_created' | 'invitation_accepted' = 'account_created',
) {
  // Two simultaneous requests with one address or one name run one after the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('accounts', 0))`
  const taken = await tx.account.findUnique({ where: { email: account.email }, select: { id: true } })
  if (taken) throw new Refused({ email: `${account.email} has an account already` })

  const created = await tx.account.create({ data: { ...account, handle: await findFreeHandle(tx, account.name) } })
  const { name, role, email } = account
  const who = action === 'account_created' ? by : created.id
  await writeEvent(tx, action, { by: who, subjectId: created.id, after: { name, role, email } })
  return created
}

/** "ana-costa", or "ana-costa-2" if another Ana Costa was first. */
async function findFreeHandle(tx: Db, name: string): Promise<string> {
  const words = foldName(name).match(/[\p{L}\p{N}]+/gu) ?? ['colleague']
  // Cut between characters: half of one is no text. Nor may it end with a hyphen, since no mention does.
  const plain = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '')
  const like = await tx.account.findMany({ where: { handle: { startsWith: plain } }, select: { handle: true } })
  const taken = new Set(like.map(({ handle }) => handle))
  let handle = plain
  for (let n = 2; taken.has(handle); n++) handle = `${plain}-${n}`
  return handle
}

let unusable: Promise<string> | undefined
function unusableHash(): Promise<string> {
  return (unusable ??= hash(randomBytes(32).toString('hex')))
}

/** Whether the account is disabled, so that nobody can sign in with it. */
export async function isDisabled(db: Db, id: number): Promise<boolean> {
  return (await db.account.count({ where: { id, disabledAt: { not: null } } })) > 0
}

import { createHash } from 'node:crypto'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import type { Words } from '../words/asked.ts'

/** Identifies a form: the page that contains it, its name there, and its action. */
export type DraftAddress = { accountId: number; address: string; form: string; action: string }

const mostBytes = 200_000
const mostDrafts = 200
const mostPending = 20
const day = 24 * 60 * 60 * 1000
const keptFor = 30 * day
/** How long the words of an ended session wait for their writer to sign in again. */
export const pendingFor = 60 * 60 * 1000
const discardedFor = day

/** Words that are too long are not kept: undefined. */
export async function keepDraft(
  db: Database,
  { action, ...address }: DraftAddress,
  { values, pageTitle }: { values: Words; pageTitle: string },
): Promise<{ id: number } | undefined> {
  if (tooLong(values)) return undefined
  const now = {
    action,
    values: storable(values) as Prisma.InputJsonObject,
    pageTitle,
    updatedAt: new Date(),
    discardedAt: null,
  }
  const { id } = await db.draft.upsert({
    where: { accountId_address_form_secret: { ...address, secret: '' } },
    create: { ...address, ...now },
    update: now,
    select: { id: true },
  })
  await forgetOldDrafts(db, address.accountId)
  return { id }
}

/** For words whose writer's session has ended: they get them back by signing in where the secret is known. */
export async function keepPendingDraft(
  db: Database,
  { action, ...address }: DraftAddress,
  { values, pageTitle, secret }: { values: Words; pageTitle: string; secret: string },
): Promise<boolean> {
  const tooMany =
    (await db.draft.count({ where: { accountId: address.accountId, NOT: { secret: '' } } })) >= mostPending
  if (tooMany || tooLong(values)) return false
  const now = { action, values: storable(values) as Prisma.InputJsonObject, pageTitle, updatedAt: new Date() }
  await db.draft.upsert({
    where: { accountId_address_form_secret: { ...address, secret: digest(secret) } },
    create: { ...address, ...now, secret: digest(secret) },
    update: now,
    select: { id: true },
  })
  return true
}

/**
 * Restores a person's words after they sign in again; those of other accounts stay hidden, and are deleted within the
 * hour.
 */
export async function takeBackDrafts(db: Database, { accountId, secret }: { accountId: number; secret: string }) {
  await db.$transaction(async (tx) => {
    const pending = await tx.draft.findMany({
      where: { accountId, secret: digest(secret), updatedAt: { gte: new Date(Date.now() - pendingFor) } },
      select: { id: true, address: true, form: true },
    })
    for (const { id, ...address } of pending) {
      await tx.draft.deleteMany({ where: { ...address, accountId, secret: '' } })
      await tx.draft.update({ where: { id }, data: { secret: '' } })
    }
  })
}

/** For a form that was sent, or that is back to its initial values. */
export async function dropDraft(db: Db, { accountId, address, form }: DraftAddress): Promise<void> {
  await db.draft.deleteMany({ where: { accountId, address, form, secret: '' } })
}

/** A discarded draft can be restored for a day. Throws if the account has no such draft. */
export async function discardDraft(db: Db, id: number, { accountId }: { accountId: number }) {
  return db.draft.update({ where: { id, ...own(accountId), discardedAt: null }, data: { discardedAt: new Date() } })
}

export async function restoreDraft(db: Db, id: number, { accountId }: { accountId: number }) {
  return db.draft.update({ where: { id, ...own(accountId), NOT: { discardedAt: null } }, data: { discardedAt: null } })
}

/** A person's own unsent words; other people's are never visible, whatever the role. */
export function own(accountId: number) {
  return { accountId, secret: '' } satisfies Prisma.DraftWhereInput
}

/** Removes what the database can't store: the character 0, and unpaired surrogates. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storable(one)]))
}

function tooLong(values: Words): boolean {
  return Buffer.byteLength(JSON.stringify(values)) > mostBytes
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

const forgottenAt = new WeakMap<Database, number>()

async function forgetOldDrafts(db: Database, accountId: number): Promise<void> {
  const beyond = await db.draft.findMany({
    where: own(accountId),
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: mostDrafts,
    select: { id: true },
  })
  if (beyond.length > 0) await db.draft.deleteMany({ where: { id: { in: beyond.map(({ id }) => id) } } })

  const now = Date.now()
  if (now - (forgottenAt.get(db) ?? 0) < pendingFor / 4) return
  forgottenAt.set(db, now)
  await db.draft.deleteMany({
    where: {
      OR: [
        { updatedAt: { lt: new Date(now - keptFor) } },
        { discardedAt: { lt: new Date(now - discardedFor) } },
        { NOT: { secret: '' }, updatedAt: { lt: new Date(now - pendingFor) } },
      ],
    },
  })
}

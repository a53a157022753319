import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { Role } from '../database/client/enums.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { foldName } from '../sources/names.ts'

const password = z
  .string()
  .min(12, 'At least 12 characters: a few words in a row are easy to remember and hard to guess')
  .max(1000)

export const NewAccount = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('Write an e-mail address, such as ana@example.org')),
  name: z.string().trim().min(1, 'Write the name as colleagues know it').max(100, 'At most 100 characters'),
  role: z.enum(Role),
  password,
})
export type NewAccount = z.output<typeof NewAccount>

export const FirstAccount = NewAccount.omit({ role: true })

export const Credentials = z.object({ email: z.string().trim().toLowerCase(), password: z.string().max(1000) })
export type Credentials = z.output<typeof Credentials>

/** Sixteen characters anyone can read over the telephone. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return drawn.join('').replace(/(.{4})(?!$)/g, '$1-')
}

export async function createAccount(db: Database, { password, by, ...account }: NewAccount & By) {
  const passwordHash = await hash(password)
  return db.$transaction((tx) => insertAccount(tx, { ...account, passwordHash, by }))
}

/** The first account, an admin; undefined where there is an account already. */
export async function createFirstAccount(db: Database, { password, ...account }: z.output<typeof FirstAccount>) {
  const passwordHash = await hash(password)
  return db.$transaction(async (tx) => {
    // Two people opening the link at once: the second waits here, and then sees the first's account.
    await tx.$executeRaw`LOCK TABLE "Account" IN SHARE ROW EXCLUSIVE MODE`
    if ((await tx.account.count()) > 0) return undefined
    return insertAccount(tx, { ...account, role: 'admin', passwordHash, by: null })
  })
}

/** The account these credentials belong to; takes as long where there is none, so that nobody can ask who has one. */
export async function findByCredentials(db: Db, { email, password }: Credentials) {
  const account = await db.account.findUnique({ where: { email } })
  const matches = await verify(account?.passwordHash ?? (await unusableHash()), password)
  return account && matches && account.disabledAt === null ? account : undefined
}

/** Loaded for every request, so that someone whose account is disabled is out at once. */
export function findActiveAccount(db: Db, id: number) {
  return db.account.findFirst({ where: { id, disabledAt: null }, select: { id: true, name: true, role: true } })
}

async function insertAccount(tx: Db, { by, ...account }: Omit<NewAccount, 'password'> & { passwordHash: string } & By) {
  const taken = await tx.account.findUnique({ where: { email: account.email }, select: { id: true } })
  if (taken) throw new Refused({ email: `${account.email} has an account already` })

  const created = await tx.account.create({ data: { ...account, handle: await findFreeHandle(tx, account.name) } })
  const { name, role, email } = account
  await writeEvent(tx, 'account_created', { by, subjectId: created.id, after: { name, role, email } })
  return created
}

/** "ana-costa", or "ana-costa-2" where another Ana Costa was quicker. */
async function findFreeHandle(tx: Db, name: string): Promise<string> {
  const words = foldName(name).match(/[\p{L}\p{N}]+/gu) ?? ['colleague']
  const plain = words.join('-').slice(0, 60)
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

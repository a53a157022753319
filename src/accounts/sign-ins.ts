import { z } from 'zod'
import { SignInKind } from '../database/client/enums.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { id } from '../words/fields.ts'
import { say } from '../words/labels.ts'
import { pageSize } from '../words/paging.ts'
import { limit } from '../web/listing.ts'

/* The sign-in log as admins see it; sign-in-book.ts writes it. */

export const SignInFilters = z.object({
  before: id.optional(),
  limit,
  account: id.optional(),
  kind: z.enum(SignInKind).optional().catch(undefined),
})

const listed = {
  id: true,
  kind: true,
  account: { select: { id: true, name: true } },
  network: true,
  about: true,
  browser: true,
  typed: true,
  times: true,
  firstAt: true,
  lastAt: true,
} satisfies Prisma.SignInSelect

/** The newest first, one more than a page shows. */
export function listSignIns(db: Db, { before, account, kind, limit = pageSize }: z.output<typeof SignInFilters>) {
  return db.signIn.findMany({
    where: {
      ...(before !== undefined && { id: { lt: before } }),
      ...(account !== undefined && { accountId: account }),
      ...(kind !== undefined && { kind }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: listed,
  })
}

type Listed = Prisma.SignInGetPayload<{ select: typeof listed }>

/** What happened and from where, in words. */
export function presentSignIn({ kind, about, network, typed, ...row }: Listed) {
  const what = [say('SignInKind', kind), about].filter(Boolean).join(': ')
  return { ...row, kind, what, typed, from: network === 'elsewhere' ? 'many other addresses' : network || 'unknown' }
}

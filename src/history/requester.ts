import { z } from 'zod'
import { Prisma } from '../database/client/client.ts'

/* Who asked for a review: where a merge carried the request over, not whoever merged. */

const Carried = z.object({ requestedById: z.number() })

export function requesterOf(event: { accountId: number | null; after: unknown } | null): number | null {
  return Carried.safeParse(event?.after).data?.requestedById ?? event?.accountId ?? null
}

/** The same in SQL; of any other event who did it. */
export function requesterIn(event: 'e' | 'o'): Prisma.Sql {
  return event === 'e'
    ? Prisma.sql`coalesce((e."after" ->> 'requestedById')::int, e."accountId")`
    : Prisma.sql`coalesce((o."after" ->> 'requestedById')::int, o."accountId")`
}

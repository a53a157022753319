import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { readable, type Viewer } from '../policy.ts'
import { documentPath } from '../web/addresses.ts'

/** Verdicts as a page shows them, the newest first: what this viewer may see of them. */
export function verdictsFor(viewer: Viewer) {
  return {
    where: readable.verdicts(viewer),
    orderBy: { id: 'desc' },
    select: {
      id: true,
      axis: true,
      reasons: true,
      state: true,
      withdrawnReason: true,
      createdAt: true,
      publishedAt: true,
      rating: { select: { slug: true, label: true, meaning: true, tone: true } },
      accountId: true,
      account: { select: { name: true } },
      reply: { select: { askedOn: true, answeredOn: true, words: true } },
      evidence: {
        where: readable.evidence(viewer),
        orderBy: { position: 'asc' },
        select: {
          kind: true,
          stance: true,
          title: true,
          quote: true,
          url: true,
          archiveUrl: true,
          seenOn: true,
          reliability: true,
          start: true,
          version: { select: { document: { select: { id: true, title: true } } } },
        },
      },
    },
  } satisfies Prisma.Statement$verdictsArgs
}

type Row = Prisma.VerdictGetPayload<ReturnType<typeof verdictsFor>>
export type Verdict = ReturnType<typeof presentVerdict>

/** The verdict that holds: the newest that was not withdrawn. */
export function currentVerdict(verdicts: Verdict[]): Verdict | null {
  return verdicts.find((verdict) => verdict.state !== 'withdrawn') ?? null
}

export function presentVerdict(verdict: Row) {
  return {
    ...verdict,
    account: verdict.account.name,
    evidence: verdict.evidence.map(({ version, ...evidence }) => ({
      ...evidence,
      document: version && { ...version.document, path: documentPath(version.document) },
    })),
  }
}

export function listRatings(db: Db) {
  return db.rating.findMany({
    where: { retired: false },
    orderBy: [{ axis: 'asc' }, { position: 'asc' }],
    select: { id: true, axis: true, slug: true, label: true, meaning: true, tone: true, ratingValue: true },
  })
}

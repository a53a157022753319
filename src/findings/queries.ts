import type { Prisma } from '../database/client/client.ts'
import type { Axis, VerdictState } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { onStatement } from './steps.ts'
import { documentPath } from '../words/addresses.ts'

const rating = {
  select: { slug: true, label: true, meaning: true, tone: true, ratingValue: true },
} satisfies Prisma.VerdictSelect['rating']

/** Verdicts as a page shows them, the newest first, with what this viewer may see of them. */
export function verdictsFor(viewer: Viewer) {
  return {
    where: readable.verdicts(viewer),
    orderBy: { id: 'desc' },
    select: {
      id: true,
      axis: true,
      reasons: true,
      checked: true,
      leftOpen: true,
      state: true,
      withdrawnAt: true,
      withdrawnReason: true,
      returnedAt: true,
      returnedReason: true,
      returnedBy: { select: { name: true } },
      createdAt: true,
      publishedAt: true,
      rating,
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
          publisher: true,
          archiveUrl: true,
          seenOn: true,
          reliability: true,
          start: true,
          version: { select: { document: { select: { id: true, title: true, state: true } } } },
        },
      },
    },
  } satisfies Prisma.Statement$verdictsArgs
}

/** The verdict that holds, for a row of a list: only its rating. */
export function heldRatingFor(viewer: Viewer) {
  return {
    where: { AND: [readable.verdicts(viewer), { state: { not: 'withdrawn' } }] },
    orderBy: { id: 'desc' },
    take: 1,
    select: { id: true, state: true, publishedAt: true, rating },
  } satisfies Prisma.Statement$verdictsArgs
}

type Row = Prisma.VerdictGetPayload<ReturnType<typeof verdictsFor>>
export type Verdict = ReturnType<typeof presentVerdict>

/** A condition for the verdict that holds: this viewer may see no later one that supersedes it. */
export function holdingVerdict(viewer: Viewer): Prisma.VerdictWhereInput {
  const standing = {
    AND: [readable.verdicts(viewer), { state: { not: 'withdrawn' } }],
  } satisfies Prisma.VerdictWhereInput
  return { ...standing, NOT: { supersededBy: isOrLeadsTo(standing, longestGap) } }
}

/** The number of consecutive drafts and withdrawn verdicts to skip. */
const longestGap = 6

function isOrLeadsTo(wanted: Prisma.VerdictWhereInput, steps: number): Prisma.VerdictWhereInput {
  return steps === 0 ? wanted : { OR: [wanted, { supersededBy: isOrLeadsTo(wanted, steps - 1) }] }
}

/** The verdict that holds: the newest that was not withdrawn. */
export function currentVerdict<V extends { state: VerdictState }>(verdicts: V[]): V | null {
  return verdicts.find((verdict) => verdict.state !== 'withdrawn') ?? null
}

/** Removes the details that only people who work on a draft need. */
export function presentVerdict({ returnedAt, returnedReason, returnedBy, leftOpen, ...verdict }: Row) {
  const isDraft = verdict.state === 'draft'
  return {
    ...verdict,
    leftOpen: isDraft ? leftOpen : [],
    returned:
      isDraft && returnedAt && returnedBy ? { at: returnedAt, by: returnedBy.name, reason: returnedReason } : null,
    account: verdict.account.name,
    evidence: verdict.evidence.map(({ version, ...evidence }) => ({
      ...evidence,
      document: version && { ...version.document, path: documentPath(version.document) },
    })),
  }
}

type Judged = { claimId: number } | { statementId: number }

function givenOn(db: Db, of: Judged) {
  return 'claimId' in of ? of : onStatement(db, of.statementId)
}

/** All verdicts ever given on a claim, or on a statement and its steps. */
export async function listVerdictIds(db: Db, of: Judged): Promise<number[]> {
  const verdicts = await db.verdict.findMany({ where: await givenOn(db, of), select: { id: true } })
  return verdicts.map(({ id }) => id)
}

/** What stays of a withdrawn verdict for readers, for ever: its rating, when it went and why; not its words. */
export async function listWithdrawnVerdicts(db: Db, viewer: Viewer, of: Judged) {
  // Who works here has the whole of it among the others.
  if (may(viewer, 'read drafts')) return []
  return db.verdict.findMany({
    where: { AND: [await givenOn(db, of), { state: 'withdrawn', publishedAt: { not: null } }] },
    orderBy: { id: 'desc' },
    take: 100,
    select: {
      id: true,
      hopId: true,
      state: true,
      publishedAt: true,
      withdrawnAt: true,
      withdrawnReason: true,
      rating: { select: { slug: true, label: true, meaning: true, tone: true } },
    },
  })
}

export type WithdrawnVerdict = Awaited<ReturnType<typeof listWithdrawnVerdicts>>[number]

/** From the worst to the best value of a scale, as ClaimReview gives a rating its bounds; null where it has no numbers. */
export async function findScale(db: Db, axis: Axis): Promise<Scale> {
  const { _min, _max } = await db.rating.aggregate({
    where: { axis },
    _min: { ratingValue: true },
    _max: { ratingValue: true },
  })
  return { worst: _min.ratingValue, best: _max.ratingValue }
}

export type Scale = { worst: number | null; best: number | null }

/** Those that can be given, of one axis or of both. */
export function listRatings(db: Db, axis?: Axis) {
  return db.rating.findMany({
    where: { retired: false, ...(axis && { axis }) },
    orderBy: [{ axis: 'asc' }, { position: 'asc' }],
    select: {
      id: true,
      axis: true,
      slug: true,
      label: true,
      meaning: true,
      tone: true,
      ratingValue: true,
      requires: true,
      checklist: true,
    },
  })
}

import { hashOf } from '../accounts/secrets.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { pageSize } from '../words/paging.ts'
import { listVerdictIds } from '../findings/queries.ts'
import { toLookAt } from './challenges.ts'
import type { ChallengeFilters } from './schema.ts'
import { keyOf, listTargets, type ShownTarget, targetOf } from './targets.ts'
import { say } from '../words/labels.ts'
import { sayKind, stateTones } from './words.ts'

const row = {
  id: true,
  kind: true,
  state: true,
  statementId: true,
  claimId: true,
  verdictId: true,
  body: true,
  createdAt: true,
  openedAt: true,
  resolvedAt: true,
  withdrawnAt: true,
  redactedAt: true,
  reason: true,
  changed: true,
} satisfies Prisma.ChallengeSelect

type Row = Prisma.ChallengeGetPayload<{ select: typeof row }>

const whole = {
  ...row,
  challenged: true,
  shows: true,
  name: true,
  revision: true,
  lookedAt: true,
  unpublishedReason: true,
  redactedReason: true,
  lookedBy: { select: { name: true } },
  resolvedBy: { select: { name: true } },
} satisfies Prisma.ChallengeSelect

type Whole = Prisma.ChallengeGetPayload<{ select: typeof whole }>

const word = { id: true, body: true, createdAt: true, lookedAt: true, shown: true } satisfies Prisma.ChallengeWordSelect

/** The register, the newest first. */
export async function listChallenges(db: Db, viewer: Viewer, { state, before, limit = pageSize }: ChallengeFilters) {
  const rows = await db.challenge.findMany({
    where: { AND: [readable.challenges(viewer), state ? { state } : {}, before ? { id: { lt: before } } : {}] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: row,
  })
  return presentRows(db, viewer, rows)
}

/** Those that the newsroom has to look at, the oldest first. */
export async function listToLookAt(db: Db, viewer: Viewer) {
  if (!may(viewer, 'look at challenges')) return []
  const rows = await db.challenge.findMany({ where: toLookAt, orderBy: { id: 'asc' }, take: pageSize, select: row })
  return presentRows(db, viewer, rows)
}

/** Those on a statement or claim, and on its verdicts, past ones included; not withdrawn ones. */
export async function listChallengesOn(db: Db, viewer: Viewer, of: { statementId: number } | { claimId: number }) {
  const rows = await db.challenge.findMany({
    where: {
      AND: [readable.challenges(viewer), { OR: [of, { verdictId: { in: await listVerdictIds(db, of) } }] }],
      state: { notIn: ['withdrawn', 'not_published'] },
    },
    orderBy: { id: 'desc' },
    take: pageSize,
    select: row,
  })
  return rows.map((row) => ({ ...presentChallenge(row), what: targetOf(row).room === 'verdicts' ? 'verdict' : null }))
}

/** Those that are not decided, on any of these things. */
export function challengesOpen(
  db: Db,
  viewer: Viewer,
  { statementIds, claimIds, verdictIds }: { statementIds: number[]; claimIds: number[]; verdictIds: number[] },
) {
  return db.challenge.findMany({
    where: {
      AND: [
        readable.challenges(viewer),
        {
          OR: [{ statementId: { in: statementIds } }, { claimId: { in: claimIds } }, { verdictId: { in: verdictIds } }],
        },
      ],
      state: { in: ['waiting', 'open'] },
    },
    orderBy: { id: 'asc' },
    take: pageSize,
    select: { id: true, statementId: true, claimId: true, verdictId: true },
  })
}

/** A challenge with its additions. For an unpublished one, readers get only its state, since its number is public. */
export async function findChallenge(db: Db, viewer: Viewer, id: number) {
  const row = await db.challenge.findFirst({
    where: { id, AND: readable.challenges(viewer) },
    relationLoadStrategy: 'join',
    select: { ...whole, words: { where: readable.challengeWords(viewer), orderBy: { id: 'asc' }, select: word } },
  })
  if (!row) {
    const { state } = await db.challenge.findUniqueOrThrow({ where: { id }, select: { state: true } })
    return { shown: null, unseen: { id, state, stateInWords: say('ChallengeState', state), path: challengePath(id) } }
  }
  // The reason for not publishing something is for its sender and the newsroom.
  const isHere = may(viewer, 'read drafts')
  const shown = await presentWhole(db, viewer, isHere ? row : { ...row, unpublishedReason: null })
  return { shown: { ...shown, words: row.words }, unseen: null }
}

/** What the challenger sees: all of their own words. Throws if the secret does not belong to this challenge. */
export async function findFollowed(db: Db, { id, secret }: { id: number; secret: string }) {
  const row = await db.challenge.findFirstOrThrow({
    where: { id, secretHash: hashOf(secret) },
    relationLoadStrategy: 'join',
    select: { ...whole, words: { orderBy: { id: 'asc' }, select: word } },
  })
  return { ...(await presentWhole(db, null, row)), words: row.words, followPath: followPath(id, secret) }
}

export const challengePath = (id: number) => `/challenges/${id}`
export const followPath = (id: number, secret: string) => `/challenges/${id}/follow/${secret}`

async function presentRows(db: Db, viewer: Viewer, rows: Row[]) {
  const targets = await listTargets(db, viewer, rows.map(targetOf))
  return rows.map((row) => ({ ...presentChallenge(row), target: targets.get(keyOf(targetOf(row))) ?? null }))
}

async function presentWhole(db: Db, viewer: Viewer, row: Whole) {
  const target = (await listTargets(db, viewer, [targetOf(row)])).get(keyOf(targetOf(row))) ?? null
  const { name, shows, revision, lookedAt, lookedBy, resolvedBy, redactedReason, unpublishedReason } = row
  return {
    ...presentChallenge(row),
    ...{ body: row.body, name, shows, revision, lookedAt, redactedReason, unpublishedReason },
    link: shows !== null && isLink(shows) ? shows : null,
    lookedBy: lookedBy?.name ?? null,
    resolvedBy: resolvedBy?.name ?? null,
    target,
    // A target that is no longer public is not shown through its earlier words.
    readThen: target && target.words !== row.challenged ? row.challenged : null,
    what: whatOf(row, target),
  }
}

function presentChallenge(row: Row) {
  const { id, kind, state, body, createdAt, openedAt, resolvedAt, withdrawnAt, redactedAt, reason, changed } = row
  const letters = [...body]
  return {
    ...{ id, kind, state, createdAt, openedAt, resolvedAt, withdrawnAt, redactedAt, reason, changed },
    path: challengePath(id),
    kindInWords: sayKind(kind, targetOf(row).room),
    stateInWords: say('ChallengeState', state),
    tone: stateTones[state],
    excerpt: letters.length > 240 ? `${letters.slice(0, 239).join('').trimEnd()}…` : body,
  }
}

function whatOf(row: Row, target: ShownTarget | null): string {
  return target?.what ?? targetOf(row).room.slice(0, -1)
}

/** Whether it is an address that a browser may open. */
function isLink(words: string): boolean {
  return /^https?:\/\/\S+$/i.test(words) && URL.canParse(words)
}

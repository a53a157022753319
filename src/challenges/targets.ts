import type { Prisma } from '../database/client/client.ts'
import type { ChallengeKind } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { presentInList } from '../statements/presentation.ts'
import { type StatementLineRow, listedStatementFor } from '../statements/queries.ts'
import { claimPath, statementPath } from '../words/addresses.ts'
import { quoted } from '../words/quoted.ts'

/** The rooms whose pages have things that can be challenged. */
export const rooms = ['statements', 'claims', 'verdicts'] as const
export type Room = (typeof rooms)[number]
export type Target = { room: Room; id: number }

export const kindsOf = {
  statements: ['speaker', 'addressee', 'way', 'wording'],
  claims: ['wording'],
  verdicts: ['verdict'],
} as const satisfies Record<Room, ChallengeKind[]>

type Targeted = { statementId: number | null; claimId: number | null; verdictId: number | null }

export function targetOf({ statementId, claimId, verdictId }: Targeted): Target {
  if (statementId !== null) return { room: 'statements', id: statementId }
  if (claimId !== null) return { room: 'claims', id: claimId }
  if (verdictId !== null) return { room: 'verdicts', id: verdictId }
  throw new Error('A challenge without a target: the database forbids it')
}

/** The columns that identify the target. */
export function columnOf({ room, id }: Target) {
  if (room === 'statements') return { statementId: id }
  return room === 'claims' ? { claimId: id } : { verdictId: id }
}

export const keyOf = ({ room, id }: Target) => `${room}/${id}`

/** The target in words, as the user may see it. */
export type ShownTarget = Target & {
  what: 'statement' | 'claim' | 'verdict'
  /** The page that contains it. */
  path: string
  /** For a row of a list. */
  title: string
  words: string
  /** A statement's chain of reports; the subject of a verdict. */
  about: string | null
  reasons: string | null
  language: string | null
  document: { title: string; path: string } | null
}

/** Throws if there is none that this viewer may see. */
export async function findTarget(db: Db, viewer: Viewer, target: Target): Promise<ShownTarget> {
  const { room, id } = target
  if (room === 'statements') return presentStatement(await findStatementLine(db, viewer, id))
  if (room === 'claims') {
    const where = { id, AND: readable.claims(viewer) }
    return presentClaim(await db.claim.findFirstOrThrow({ where, select: claim }))
  }
  const where = { id, AND: readable.verdictsAlone(viewer) }
  return presentVerdict(await db.verdict.findFirstOrThrow({ where, select: verdict }))
}

/** Several targets by their keys, without those that this viewer may not see. */
export async function listTargets(db: Db, viewer: Viewer, targets: Target[]): Promise<Map<string, ShownTarget>> {
  const idsIn = (room: Room) => targets.filter((target) => target.room === room).map(({ id }) => id)
  const of = (room: Room) => ({ id: { in: idsIn(room) } })
  const [statements, claims, verdicts] = await Promise.all([
    db.statement.findMany({
      where: { AND: [of('statements'), readable.statements(viewer)] },
      relationLoadStrategy: 'join',
      select: listedStatementFor(viewer),
    }),
    db.claim.findMany({ where: { AND: [of('claims'), readable.claims(viewer)] }, select: claim }),
    db.verdict.findMany({
      where: { AND: [of('verdicts'), readable.verdictsAlone(viewer)] },
      relationLoadStrategy: 'join',
      select: verdict,
    }),
  ])
  const found = [...statements.map(presentStatement), ...claims.map(presentClaim), ...verdicts.map(presentVerdict)]
  return new Map(found.map((target) => [keyOf(target), target]))
}

const claim = { id: true, sentence: true } satisfies Prisma.ClaimSelect

const statement = { select: { id: true, words: true } } satisfies { select: Prisma.StatementSelect }
const verdict = {
  id: true,
  reasons: true,
  rating: { select: { label: true } },
  claim: { select: claim },
  statement,
  hop: { select: { statement } },
} satisfies Prisma.VerdictSelect

function findStatementLine(db: Db, viewer: Viewer, id: number) {
  return db.statement.findFirstOrThrow({
    where: { id, AND: readable.statements(viewer) },
    relationLoadStrategy: 'join',
    select: listedStatementFor(viewer),
  })
}

function presentStatement(row: StatementLineRow): ShownTarget {
  const { id, words, line, path, document } = presentInList(row)
  const { title, language } = document
  const common = { path, title: quoted(shortened(words)), words, about: line, reasons: null }
  return { room: 'statements', id, what: 'statement', ...common, language, document: { title, path: document.path } }
}

function presentClaim(row: Prisma.ClaimGetPayload<{ select: typeof claim }>): ShownTarget {
  const { id, sentence } = row
  const common = { path: claimPath(row), title: shortened(sentence), words: sentence }
  return { room: 'claims', id, what: 'claim', ...common, about: null, reasons: null, language: null, document: null }
}

function presentVerdict(row: Prisma.VerdictGetPayload<{ select: typeof verdict }>): ShownTarget {
  const { id, rating, reasons, claim } = row
  const judged = row.statement ?? row.hop?.statement
  const on = claim
    ? { path: claimPath(claim), words: claim.sentence }
    : judged && { path: statementPath(judged), words: quoted(judged.words) }
  if (!on) throw new Error('A verdict without a target: the database forbids it')
  const common = { path: on.path, title: `“${rating.label}” on: ${shortened(on.words)}`, words: rating.label }
  return { room: 'verdicts', id, what: 'verdict', ...common, about: on.words, reasons, language: null, document: null }
}

function shortened(words: string): string {
  const letters = [...words]
  return letters.length > 120 ? `${letters.slice(0, 119).join('').trimEnd()}…` : words
}

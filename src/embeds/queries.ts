import { countOrigins, factsFor } from '../claims/origins.ts'
import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { unnamed } from '../statements/chain-sentence.ts'
import { nameOf } from '../statements/presentation.ts'
import { readable } from '../visible/readable.ts'
import { currentVerdict, presentVerdict, verdictsFor } from '../findings/queries.ts'
import { claimPath } from '../words/addresses.ts'
import { formatCount } from '../words/dates.ts'

/** Other sites show it to everybody, so it contains what readers may see, whoever asks. */
const reader = null

/** Who said it first, according to the record, and who published it. */
const first = {
  hops: {
    orderBy: { position: 'asc' },
    take: 1,
    select: { naming: true, description: true, source: { select: { id: true, name: true } } },
  },
  version: { select: { document: { select: { publisher: { select: { name: true } } } } } },
} satisfies Prisma.StatementSelect

/** A claim as other sites show it. */
export async function findClaimCard(db: Db, id: number) {
  const { verdicts, facts, statements, ...claim } = await db.claim.findFirstOrThrow({
    where: { id, AND: readable.claims(reader) },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      sentence: true,
      state: true,
      facts: factsFor(reader),
      verdicts: verdictsFor(reader),
      statements: {
        where: {
          stance: 'asserts',
          statement: { AND: [readable.statements(reader), { state: { not: 'withdrawn' } }] },
        },
        orderBy: { statementId: 'asc' },
        take: 1,
        select: { statement: { select: first } },
      },
    },
  })
  const verdict = currentVerdict(verdicts.map(presentVerdict))
  const counted = countOrigins(facts)
  const once = counted.reports === 1 ? `Said once, by ${tellWho(statements[0])}` : counted.line
  const reports = counted.reports === 0 ? null : once
  const against = await tellAgainst(db, id)
  return {
    ...claim,
    path: claimPath(claim),
    reports,
    against,
    told: [...(reports === null ? [] : [reports]), ...against.map(({ words }) => words)],
    verdict: verdict && { rating: verdict.rating, publishedAt: verdict.publishedAt },
  }
}

/** More than these are not counted one by one, since anybody may ask for a frame at any time. */
const mostAgainst = 100

/** Who denies it, and who doubts it: to name only those who say it would take their side. */
async function tellAgainst(db: Db, claimId: number) {
  const told = await Promise.all(
    (['denies', 'doubts'] as const).map(async (stance) => {
      const links = await db.statementClaim.findMany({
        where: {
          claimId,
          stance,
          statement: { AND: [readable.statements(reader), { state: { not: 'withdrawn' } }] },
        },
        relationLoadStrategy: 'join',
        orderBy: { statementId: 'asc' },
        take: mostAgainst,
        select: { statementId: true, statement: { select: first } },
      })
      const speakers = Map.groupBy(links, speakerKey)
      const names = [...speakers.values()].map(([link]) => tellWho(link))
      return { verb: stance === 'denies' ? 'Denied' : 'Doubted', names, areAll: links.length < mostAgainst }
    }),
  )
  return told
    .filter(({ names }) => names.length > 0)
    .map(({ verb, names: [one = unnamed, ...others], areAll }) => ({
      words: `${verb} by ${one}${tellOthers(others, areAll)}`,
      /** For where the name cannot be shown. */
      withoutNames: `${verb} by ${areAll ? formatCount(others.length + 1, 'source') : 'many sources'}`,
    }))
}

function tellOthers(others: string[], areAll: boolean): string {
  if (others.length === 0) return ''
  return ` and ${areAll ? formatCount(others.length, 'other') : 'many others'}`
}

/** Two who are not named may be two people; whom the record names is one. */
function speakerKey({ statementId, statement }: { statementId: number; statement: Told }): string {
  const [origin] = statement.hops
  return origin?.source ? `source ${origin.source.id}` : `statement ${statementId}`
}

type Told = Prisma.StatementGetPayload<{ select: typeof first }>

function tellWho(said: { statement: Told } | undefined): string {
  if (!said) return unnamed
  const { hops, version } = said.statement
  const [origin] = hops
  return origin ? (nameOf(origin) ?? unnamed) : version.document.publisher.name
}

/** A statement as its picture shows it. */
export async function findStatementCard(db: Db, id: number) {
  const { verdicts, hops, version, ...statement } = await db.statement.findFirstOrThrow({
    where: { id, AND: [readable.statements(reader), { state: { not: 'withdrawn' } }] },
    relationLoadStrategy: 'join',
    select: { id: true, words: true, ...first, verdicts: verdictsFor(reader) },
  })
  const verdict = currentVerdict(verdicts.map(presentVerdict))
  const { publisher } = version.document
  const [origin] = hops
  const who = origin ? `Said by ${nameOf(origin) ?? unnamed}, in ${publisher.name}` : `Said by ${publisher.name}`
  return { ...statement, words: statement.words ?? '', who, rating: verdict?.rating }
}

/** What other sites show of a withdrawn claim: that it is gone, and why, without its words. */
export function findOptionalGoneCard(db: Db, id: number) {
  return db.claim.findFirst({
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, withdrawnAt: true, withdrawnReason: true },
  })
}

import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Statement } from '../extraction/statement.ts'
import { type Decided, learn } from './learned.ts'

type Counted = Decided & { notSaid: number; cutWrong: number; noClaim: number }

/** What was decided, by rule and verb; the most frequent first. */
export function countDecided(db: Db): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT "rule", "cue", ${sums} FROM "DecidedCount" GROUP BY 1, 2 HAVING ${decided} > 0 ORDER BY ${decided} DESC, 1, 2`
}

/** Added up and taken away again in doubles: what is left of that is no confidence. */
const sums = Prisma.sql`
  round(sum("expected")::numeric, 6)::float8 AS "expected", sum("accepted")::int AS "accepted",
  sum("mended")::int AS "mended", sum("dismissed")::int AS "dismissed", sum("notSaid")::int AS "notSaid",
  sum("cutWrong")::int AS "cutWrong", sum("noClaim")::int AS "noClaim"`
const decided = Prisma.sql`sum("accepted" + "mended" + "dismissed")`

/** A sum may be below nothing: the row that it takes away from may be one that another reading holds. */
const anyLeft = Prisma.sql`
  (sum("accepted"), sum("mended"), sum("dismissed"), sum("notSaid"), sum("cutWrong"), sum("noClaim"))
    <> (0, 0, 0, 0, 0, 0) OR round(sum("expected")::numeric, 6) <> 0`

/** So many rows more than there are rules with their verbs are joined. */
const mostApart = 1000

/**
 * Makes one row of all that a rule and verb have, where they became many. What another reading joins just now is left to
 * it.
 */
async function joinCounts(db: Db): Promise<void> {
  const [row] = await db.$queryRaw<{ apart: number }[]>`
    SELECT (count(*) - count(DISTINCT ("rule", "cue")))::int AS "apart" FROM "DecidedCount"`
  if ((row?.apart ?? 0) <= mostApart) return
  await db.$executeRaw`
    WITH "some" AS (SELECT "id" FROM "DecidedCount" ORDER BY "id" FOR UPDATE SKIP LOCKED),
      "gone" AS (DELETE FROM "DecidedCount" d USING "some" s WHERE d."id" = s."id" RETURNING d.*)
    INSERT INTO "DecidedCount"
      ("rule", "cue", "expected", "accepted", "mended", "dismissed", "notSaid", "cutWrong", "noClaim")
    SELECT "rule", "cue", ${sums} FROM "gone" GROUP BY 1, 2 HAVING ${anyLeft}`
}

/** How sure to be of a suggestion, by what this newsroom has decided so far. */
export async function learnFromDecided(db: Db): Promise<(found: Statement) => number> {
  await joinCounts(db)
  const learned = learn(await countDecided(db))
  return (found) => learned(found.rule, cueOf(found), found.confidence)
}

function cueOf({ hops }: Statement): string {
  return (hops[0]?.cue?.text ?? '').toLowerCase()
}

const mostCues = 200

/** Each rule with its verbs: how often its suggestions were right here, and how sure the desk is of them now. */
export async function describeDecided(db: Db) {
  const all = await countDecided(db)
  const learned = learn(all)
  const rules = [...Map.groupBy(all, ({ rule }) => rule)].map(([rule, rows]) => {
    const sum = rows.reduce(add)
    return { ...shareOf({ ...sum, cue: '' }), now: learned(rule, '\n', sum.expected / countOf(sum)) }
  })
  const cues = all
    .filter(({ cue }) => cue !== '')
    .slice(0, mostCues)
    .map((row) => ({ ...shareOf(row), now: learned(row.rule, row.cue, row.expected / countOf(row)) }))
  const tables = [
    { id: 'rules', heading: 'By rule', head: 'Rule', rows: rules },
    { id: 'verbs', heading: 'By verb', head: 'Verb, rule', rows: cues },
  ]
  return { tables, more: Math.max(0, all.filter(({ cue }) => cue !== '').length - mostCues) }
}

function countOf({ accepted, mended, dismissed }: Counted): number {
  return accepted + mended + dismissed
}

/** The rule's own confidence, and how its suggestions were decided. */
function shareOf(row: Counted) {
  const count = countOf(row)
  return { ...row, count, own: row.expected / count, right: row.accepted / count }
}

function add(a: Counted, b: Counted): Counted {
  return {
    rule: a.rule,
    cue: '',
    expected: a.expected + b.expected,
    accepted: a.accepted + b.accepted,
    mended: a.mended + b.mended,
    dismissed: a.dismissed + b.dismissed,
    notSaid: a.notSaid + b.notSaid,
    cutWrong: a.cutWrong + b.cutWrong,
    noClaim: a.noClaim + b.noClaim,
  }
}

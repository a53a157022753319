import type { Db } from '../database/connect.ts'
import type { Statement } from '../extraction/statement.ts'
import { type Decided, learn } from './learned.ts'

type Counted = Decided & { notSaid: number; cutWrong: number; noClaim: number }

/** What was decided, by rule and verb; the most frequent first. */
export function countDecided(db: Db): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT "found"->>'rule' AS "rule", lower(coalesce("found"#>>'{hops,0,cue,text}', '')) AS "cue",
      sum(("found"->>'confidence')::float8) AS "expected",
      (count(*) FILTER (WHERE "state" = 'accepted' AND NOT "mended"))::int AS "accepted",
      (count(*) FILTER (WHERE "mended"))::int AS "mended",
      (count(*) FILTER (WHERE "state" = 'dismissed'))::int AS "dismissed",
      (count(*) FILTER (WHERE "dismissedFor" = 'not_said'))::int AS "notSaid",
      (count(*) FILTER (WHERE "dismissedFor" = 'cut_wrong'))::int AS "cutWrong",
      (count(*) FILTER (WHERE "dismissedFor" = 'no_claim'))::int AS "noClaim"
    FROM "Suggestion" WHERE "state" <> 'open' AND "found" ? 'rule' AND "found" ? 'confidence'
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2`
}

/** How sure to be of a suggestion, by what this newsroom has decided so far. */
export async function learnFromDecided(db: Db): Promise<(found: Statement) => number> {
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

/** What the rule says of itself, and what came of it. */
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

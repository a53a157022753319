import type { PublicationState, StatementState, VerdictState } from '../database/client/enums.ts'
import { isSeen } from '../visible/rows.ts'
import { cut } from '../words/cut.ts'

type Judged = { state: VerdictState }
type Checked<V, R> = { verdict: V | null; verdicts: V[]; rating: R }
type Step<V, R> = Checked<V, R> & { number: number; who: string }
type Past<V> = { verdict: V | null }
type Answer = { on: string; isChecked: boolean; question: string; label: string }
type Statement<V, R> = Checked<V, R> & {
  id: number
  words: string
  line: string
  state: StatementState
  standing: { told: string; answers: Answer[] }
  steps: Step<V, R>[]
}
type Page<V, R, P> = {
  statement: Statement<V, R>
  document: { state: PublicationState }
  /** Every verdict on the statement, and on each of its steps. */
  lines: { whole: P[]; steps: P[][] }
}

/** What a statement's page says beside the statement itself. */
export function statementPage<V extends Judged, R, P extends Past<V>>({ statement, document, lines }: Page<V, R, P>) {
  const { words, line, verdict, standing, steps } = statement
  const isPublic = isSeen('statementHere', statement) && isSeen('document', document)
  return {
    isPublic,
    title: cut(words, 120),
    description: `${line} ${standing.told}`,
    checks: [
      { ...checkOf(statement, lines.whole), heading: null, others: 'Other verdicts on the statement', isWhole: true },
      ...steps.map((step, i) => ({
        ...checkOf(step, lines.steps[i] ?? []),
        heading: lines.steps[i]?.length ? `Step ${step.number}: ${step.who}` : null,
        others: `Other verdicts on step ${step.number}`,
        isWhole: false,
      })),
    ],
    /** The verdict to cite it with, what was found of its claims, and its name among the annotations. */
    cited: verdict && isSeen('verdictHere', verdict) ? verdict : null,
    found: standing.answers
      .filter(({ on, isChecked }) => on === 'claim' && isChecked)
      .map(({ question, label }) => `${question} ${label}.`)
      .join(' '),
    annotation: isPublic ? `statement-${statement.id}` : undefined,
  }
}

/** What was found of the whole or of a step: its verdict, what readers see while that is a draft, and all others. */
function checkOf<V extends Judged, R, P extends Past<V>>({ verdict, verdicts, rating }: Checked<V, R>, line: P[]) {
  const seen = verdicts.find((each) => isSeen('verdictHere', each))
  return {
    verdict,
    rating,
    meanwhile: verdict?.state === 'draft' ? (seen ?? null) : null,
    past: line.filter((past) => past.verdict === null || past.verdict !== verdict),
  }
}
